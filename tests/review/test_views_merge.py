"""The merge screen: choosing the other event, the preview, the merger, and telling two apart."""

from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import make_event, make_run
from tests.review.sheet import fields_in
from tradewatch.records.folding import refold
from tradewatch.records.models import Decision, Event, EventLikeness
from tradewatch.review import acts
from tradewatch.vocabulary import ReviewState

pytestmark = pytest.mark.django_db


def page(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return unescape(response.content.decode())


def test_events_of_about_the_same_day_are_offered_with_what_they_share(editor_client: Client) -> None:
    event, near = make_event(), make_event(date="2025-04-12")
    far = make_event(date="2025-09-01")
    html = page(editor_client, f"/review/events/{event.pk}/merge/")
    assert f"?with={near.pk}" in html
    assert "Same side (China), kind (Tariff), action (raise), status (occurred), 125%" in html
    assert "Differs: day" in html
    assert f"?with={far.pk}" not in html


def test_an_event_is_found_by_its_words_its_number_or_its_address(editor_client: Client) -> None:
    event, other = make_event(), make_event(date="2025-09-01", title="Far away")
    assert f"?with={other.pk}" in page(editor_client, f"/review/events/{event.pk}/merge/?seek=125")
    for named in (other.pk, f"/events/{other.pk}/", f"https://trade.example.org/review/events/{other.pk}/?side=us"):
        assert "Merge preview" in page(editor_client, f"/review/events/{event.pk}/merge/?with={named}")


@pytest.mark.parametrize(
    ("named", "status", "said"),
    [
        ("soon", 422, "“soon” is neither the number nor the address of an event."),
        ("999999", 422, "There is no event 999999."),
        ("itself", 409, "An event cannot be merged into itself."),
        ("rejected", 409, "Restore the rejected event before merging it."),
    ],
)
def test_an_event_that_cannot_be_merged_with_is_refused_in_a_sentence(
    editor: User, editor_client: Client, named: str, status: int, said: str
) -> None:
    event, rejected = make_event(), make_event()
    acts.reject(rejected, by=editor, because="Told in error.")
    number = {"itself": event.pk, "rejected": rejected.pk}.get(named, named)
    assert said in page(editor_client, f"/review/events/{event.pk}/merge/?with={number}", status)


def merger(client: Client, event: Event, other: Event, **typed: Any) -> Any:
    address = f"/review/events/{event.pk}/merge/?with={other.pk}"
    fields = fields_in(client.get(address).content.decode(), "merge-form")
    return client.post(address, {**fields, **typed})


def test_a_merger_from_its_preview_goes_on_to_the_next_and_redirects_the_address(editor_client: Client) -> None:
    one, other, third = make_event(), make_event(date="2025-04-12"), make_event(date="2025-05-01")
    response = merger(editor_client, other, one, **{"choice-date": "merged", "because": "One act."})
    assert response.headers["Location"].startswith(f"/review/events/{third.pk}/")
    one.refresh_from_db()
    assert (one.date, one.sources) == ("2025-04-12", 2)
    assert editor_client.get(f"/events/{other.pk}/").headers["Location"] == f"/events/{one.pk}/"
    assert {row.because for row in Decision.objects.all()} == {"One act."}


def test_the_other_number_can_be_kept(editor_client: Client) -> None:
    one, other = make_event(), make_event()
    html = page(editor_client, f"/review/events/{one.pk}/merge/?with={other.pk}&stays={other.pk}")
    assert f"Event {one.pk} becomes further evidence of event {other.pk}" in html


def test_a_change_meanwhile_shows_the_preview_anew_and_keeps_the_reason(
    editor_client: Client, second_editor: User
) -> None:
    one, other = make_event(), make_event()
    address = f"/review/events/{one.pk}/merge/?with={other.pk}"
    fields = fields_in(editor_client.get(address).content.decode(), "merge-form")
    acts.correct(other, "date", "2025-04-30", by=second_editor, because="Read again.")
    response = editor_client.post(address, {**fields, "because": "My reason."})
    assert response.status_code == 409
    html = response.content.decode()
    assert "30 April 2025" in html
    assert "My reason." in html
    other.refresh_from_db()
    assert other.review_state != ReviewState.MERGED


def test_one_key_takes_the_merger_apart(editor_client: Client) -> None:
    one, other = make_event(), make_event(date="2025-04-12")
    merger(editor_client, other, one, **{"choice-date": "merged"})
    html = page(editor_client, f"/review/events/{one.pk}/")
    assert "Last: merged" in html
    editor_client.post(f"/review/decisions/{Decision.objects.get(verb='merge').pk}/undo/")
    other.refresh_from_db()
    assert other.review_state != ReviewState.MERGED


def test_two_events_are_told_apart(editor_client: Client) -> None:
    one, other = make_event(), make_event()
    response = editor_client.post(f"/review/events/{one.pk}/told-apart/", {"other": other.pk})
    assert response.headers["Location"].startswith(f"/review/events/{one.pk}/")
    assert Decision.objects.get().verb == "not_duplicate"


@pytest.mark.parametrize("address", ["merge/", "told-apart/"])
def test_only_editors_merge_and_tell_apart(analyst_client: Client, address: str) -> None:
    one, other = make_event(), make_event()
    fields = {"loser": other.pk, "stays": one.pk, "loser_version": 1, "stays_version": 1, "other": other.pk}
    assert analyst_client.post(f"/review/events/{one.pk}/{address}", fields).status_code == 403
    assert not Decision.objects.exists()


def test_the_preview_asks_no_query_a_field_or_an_account(
    editor_client: Client, django_assert_max_num_queries: Any
) -> None:
    one, other = make_event(), make_event()
    address = f"/review/events/{one.pk}/merge/?with={other.pk}"
    with django_assert_max_num_queries(70) as few:
        editor_client.get(address)
    one, other = make_event(accounts=[{}] * 4), make_event(accounts=[{}] * 4)
    with django_assert_max_num_queries(len(few)):
        editor_client.get(f"/review/events/{one.pk}/merge/?with={other.pk}")


def test_a_likely_duplicate_stands_above_the_form_until_it_is_told_apart(editor_client: Client) -> None:
    one, other = make_event(), make_event(date="2025-04-12")
    EventLikeness.objects.create(one=one, other=other, weight=0.55, because="both raise", run=make_run())
    refold([one.pk, other.pk])
    address = f"/review/events/{other.pk}/?reason=duplicate"
    html = " ".join(page(editor_client, address).split())
    assert html.count(f"Likely duplicate of event {one.pk}.") == 2  # in the queue, and why it is here
    assert "<b>Likely duplicate</b>" in html
    assert "Differs: day." in html
    assert f"/review/events/{other.pk}/merge/?with={one.pk}" in html
    editor_client.post(f"/review/events/{other.pk}/told-apart/", {"other": one.pk})
    assert "Likely duplicate" not in page(editor_client, f"/review/events/{other.pk}/")
