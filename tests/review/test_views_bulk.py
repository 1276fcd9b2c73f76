"""A filtered list accepted or rejected at once, after a preview with its count, undone as one."""

from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import make_document, make_event, make_position
from tests.review.sheet import fields_in
from tradewatch.records.folding import check
from tradewatch.records.models import Decision, Event
from tradewatch.review import acts, bulk
from tradewatch.review.policies import NotAllowed
from tradewatch.review.shelves import EVENTS, POSITIONS, Shelf
from tradewatch.vocabulary import ReviewState

pytestmark = pytest.mark.django_db


def page(client: Client, address: str) -> str:
    return " ".join(unescape(client.get(address).content.decode()).split())


def send(client: Client, address: str, **typed: Any) -> Any:
    fields = fields_in(client.get(address).content.decode(), "bulk-form")
    assert fields
    return client.post(address, {**fields, "act": "accept", "because": "All read.", **typed})


def states() -> list[str]:
    return list(Event.objects.order_by("pk").values_list("review_state", flat=True))


def test_the_preview_counts_and_shows_what_the_filter_keeps(editor_client: Client) -> None:
    make_event(title="China raises"), make_event(side="us", title="US raises"), make_event(side="us", title="US again")
    html = page(editor_client, "/review/events/bulk/?side=us")
    assert "Decide about 2" in html
    assert "This list: <b>United States</b>" in html
    assert html.count('<svg class="g') >= 2
    assert not Decision.objects.exists()


def test_the_list_of_the_preview_is_accepted_and_one_undo_takes_all_back(editor_client: Client, editor: User) -> None:
    make_event(), make_event(side="us"), make_event(side="us")
    response = send(editor_client, "/review/events/bulk/?side=us")
    assert response.headers["Location"] == "/review/events/?side=us"
    assert states() == ["unchecked", "accepted", "accepted"]
    assert {row.because for row in Decision.objects.all()} == {"All read."}
    html = page(editor_client, "/review/")
    html = page(editor_client, f"/review/events/{Event.objects.order_by('pk')[0].pk}/")
    assert "and 1 more together" in html
    last = Decision.objects.order_by("-pk")[0]
    editor_client.post(f"/review/decisions/{last.pk}/undo/", {"from": "desk"})
    assert states() == ["unchecked"] * 3
    assert check() == []


def test_positions_are_rejected_in_bulk_too(editor_client: Client) -> None:
    positions = [make_position(), make_position()]
    assert send(editor_client, "/review/positions/bulk/", act="reject").status_code == 302
    for position in positions:
        position.refresh_from_db()
        assert (position.review_state, position.state_reason) == (ReviewState.REJECTED, "All read.")


def test_what_was_done_is_told_on_the_next_page(editor_client: Client) -> None:
    make_event()
    response = editor_client.get(send(editor_client, "/review/events/bulk/").headers["Location"], follow=True)
    assert "1 event accepted. U takes all of it back." in unescape(response.content.decode())


def test_a_list_that_changed_meanwhile_is_shown_anew_and_nothing_is_done(
    editor_client: Client, second_editor: User
) -> None:
    event, _ = make_event(), make_event()
    fields = fields_in(editor_client.get("/review/events/bulk/").content.decode(), "bulk-form")
    acts.correct(event, "date", "2025-04-01", by=second_editor, because="Read again.")
    response = editor_client.post("/review/events/bulk/", {**fields, "act": "accept", "because": "All read."})
    assert response.status_code == 409
    assert "so nothing was done" in response.content.decode()
    assert "All read." in response.content.decode()
    assert states() == ["unchecked"] * 2


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"act": ""}, "Choose: accept or reject."),
        ({"because": " "}, "Say why: it is kept with each of them."),
        ({"act": "merge"}, "merge"),
    ],
)
def test_a_bulk_decision_needs_an_act_and_a_reason(editor_client: Client, typed: dict[str, str], said: str) -> None:
    make_event()
    response = send(editor_client, "/review/events/bulk/", **typed)
    assert response.status_code == 422
    assert said in unescape(response.content.decode())
    assert not Decision.objects.exists()


def test_a_list_that_was_not_sealed_here_decides_nothing(editor_client: Client) -> None:
    event = make_event()
    response = send(editor_client, "/review/events/bulk/", listed=f"[[{event.pk}, 1]]")
    assert response.status_code == 409
    assert not Decision.objects.exists()


def test_when_one_of_them_cannot_be_none_is(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = make_event(), make_event(title="The second")

    def check(target: Any, *, by: User) -> None:
        if target.pk == second.pk:
            raise NotAllowed("Not now.")

    monkeypatch.setattr(bulk, "CHECKS", {"accept": check})
    sealed = bulk.batch_of(EVENTS, EVENTS.waiting(), order="oldest").sealed
    with pytest.raises(NotAllowed, match=r"Nothing was done, because of “The second”: Not now\."):
        bulk.decide_all(EVENTS, sealed, "accept", by=editor, because="All read.")
    first.refresh_from_db()
    assert first.review_state == ReviewState.UNCHECKED


@pytest.mark.parametrize("shelf", [EVENTS, POSITIONS], ids=["events", "positions"])
@pytest.mark.parametrize("act", ["accept", "reject"])
def test_a_decision_in_bulk_is_the_decision_about_one(editor: User, shelf: Shelf, act: str) -> None:
    version = make_document()
    one, other = [make_event(version=version) if shelf is EVENTS else make_position(version) for _ in range(2)]
    single = {"accept": acts.accept, "reject": acts.reject}[act](one, by=editor, because="All read.")
    sealed = bulk.batch_of(shelf, shelf.waiting(), order="oldest").sealed
    assert bulk.decide_all(shelf, sealed, act, by=editor, because="All read.") == 1
    in_bulk = Decision.objects.get(**{shelf.one: other})
    for name in ("verb", "because", "details", "field", "before", "after", "by"):
        assert getattr(in_bulk, name) == getattr(single, name)
    one.refresh_from_db()
    other.refresh_from_db()
    assert one.review_state == other.review_state


def test_a_long_list_costs_few_queries_an_item(editor: User, django_assert_max_num_queries: Any) -> None:
    for _ in range(12):
        make_event()
    sealed = bulk.batch_of(EVENTS, EVENTS.waiting(), order="oldest").sealed
    with django_assert_max_num_queries(12 * 6 + 40):
        bulk.decide_all(EVENTS, sealed, "accept", by=editor, because="All read.")


def test_more_than_the_most_must_be_narrowed_first(editor_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "MOST", 1)
    make_event(), make_event()
    assert "narrow the list by the filter first" in page(editor_client, "/review/events/bulk/")
    response = send(editor_client, "/review/events/bulk/")
    assert "1 at once is the most" in response.content.decode()
    assert not Decision.objects.exists()


def test_a_filter_that_does_not_exist_offers_no_list(editor_client: Client) -> None:
    make_event()
    response = editor_client.get("/review/events/bulk/?side=mars")
    assert response.status_code == 422
    assert "mars" in response.content.decode()
    assert 'name="act" value="accept"' not in " ".join(response.content.decode().split())


def test_only_editors_decide_in_bulk(analyst_client: Client) -> None:
    make_event()
    assert analyst_client.get("/review/events/bulk/").status_code == 403
    assert analyst_client.post("/review/events/bulk/", {"act": "accept"}).status_code == 403


def test_the_preview_asks_no_query_a_row(editor_client: Client, django_assert_max_num_queries: Any) -> None:
    make_event()
    with django_assert_max_num_queries(40) as few:
        editor_client.get("/review/events/bulk/")
    for _ in range(4):
        make_event()
    with django_assert_max_num_queries(len(few)):
        editor_client.get("/review/events/bulk/")
