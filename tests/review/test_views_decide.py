"""Deciding through the forms of the desk: what is saved, refused, met by somebody else's change, and undone."""

from datetime import date
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import TARIFF, add_mention, make_actor, make_document, make_event, make_position, make_run
from tests.review.sheet import fields_in, sheet_of
from tradewatch.records.folding import check, refold
from tradewatch.records.models import Decision, Event, Position, Reading
from tradewatch.review import acts
from tradewatch.vocabulary import ReviewState, Verb

pytestmark = pytest.mark.django_db


def send(client: Client, address: str, act: str = "save", **changes: Any) -> Any:
    return client.post(f"{address}{act}/", sheet_of(client, address, **changes))


def test_a_correction_is_saved_with_its_reason(editor_client: Client) -> None:
    event = make_event()
    response = send(
        editor_client,
        f"/review/events/{event.pk}/",
        date="10 Apr 2025",
        kind="agreement",
        because="The post is of the tenth.",
    )
    assert response.status_code == 302
    event.refresh_from_db()
    assert (event.date, event.kind) == ("2025-04-10", "agreement")
    assert {decision.field for decision in Decision.objects.all()} == {"date", "kind"}
    assert {decision.because for decision in Decision.objects.all()} == {"The post is of the tenth."}
    assert check() == []


def test_a_form_sent_back_as_it_was_decides_nothing(editor_client: Client) -> None:
    event = make_event()
    assert send(editor_client, f"/review/events/{event.pk}/").status_code == 422
    assert not Decision.objects.exists()


def test_a_correction_without_a_reason_is_asked_for_one_and_loses_nothing(editor_client: Client) -> None:
    event = make_event()
    response = send(editor_client, f"/review/events/{event.pk}/", date="12 May 2025")
    assert response.status_code == 422
    assert "Say why" in response.content.decode()
    assert "12 May 2025" in response.content.decode()
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"date": "31 Feb 2025"}, "no day of the calendar"),
        ({"date": "soon"}, "“soon”"),
        ({"kind": "war"}, "war"),
        ({"more_actors": "Nobody Known"}, "“Nobody Known”"),
        ({"figures-0-low": "many"}, "no number"),
        ({"figures-0-low": "200", "figures-0-high": "100"}, "below"),
        ({"instruments": "EO 14257"}, "no scheme and number"),
        ({"title": ""}, "required"),
        ({"summary": "x" * 5000}, "4000"),
        ({"because": "x" * 3000}, "2000"),
    ],
)
def test_a_value_that_cannot_be_saved_gets_its_message_and_stays_typed(
    editor_client: Client, change: dict[str, str], said: str
) -> None:
    event = make_event()
    response = send(editor_client, f"/review/events/{event.pk}/", **{"because": "A reason.", **change})
    assert response.status_code == 422
    assert said in unescape(response.content.decode())
    assert not Decision.objects.exists()


def test_accepting_opens_the_next_item(editor_client: Client) -> None:
    first, second = make_event(), make_event(date="2025-03-03")
    response = send(editor_client, f"/review/events/{first.pk}/", act="accept")
    assert response.status_code == 302
    assert response.headers["Location"].startswith(f"/review/events/{second.pk}/")
    first.refresh_from_db()
    assert first.review_state == ReviewState.ACCEPTED


def test_a_rejection_needs_a_reason(editor_client: Client) -> None:
    event = make_event()
    assert send(editor_client, f"/review/events/{event.pk}/", act="reject").status_code == 422
    assert send(editor_client, f"/review/events/{event.pk}/", act="reject", because="Told in error.").status_code == 302
    event.refresh_from_db()
    assert (event.review_state, event.state_reason) == ("rejected", "Told in error.")
    assert send(editor_client, f"/review/events/{event.pk}/", act="restore").status_code == 302
    event.refresh_from_db()
    assert event.review_state != ReviewState.REJECTED


def test_two_editors_on_one_event_lose_nothing(editor_client: Client, second_editor: User) -> None:
    event = make_event()
    address = f"/review/events/{event.pk}/"
    mine = sheet_of(editor_client, address)
    acts.correct(event, "date", "2025-04-09", by=second_editor, because="Read again.")
    response = editor_client.post(f"{address}save/", {**mine, "date": "8 Apr 2025", "because": "From the order."})
    assert response.status_code == 409
    html = response.content.decode()
    for shown in ("11 April 2025", "9 April 2025", "8 April 2025", "okon", "From the order."):
        assert shown in html
    event.refresh_from_db()
    assert event.date == "2025-04-09"


def test_after_a_conflict_the_choice_is_saved(editor_client: Client, second_editor: User) -> None:
    event = make_event()
    address = f"/review/events/{event.pk}/"
    acts.correct(event, "date", "2025-04-09", by=second_editor, because="Read again.")
    response = send(editor_client, address, date="8 Apr 2025", because="From the order.")
    assert response.status_code == 302
    event.refresh_from_db()
    assert event.date == "2025-04-08"


def test_a_position_is_decided_like_an_event(editor_client: Client) -> None:
    position = make_position()
    address = f"/review/positions/{position.pk}/"
    assert send(editor_client, address, stance="threaten", because="It is a threat.").status_code == 302
    position.refresh_from_db()
    assert position.stance == "threaten"
    assert send(editor_client, address, act="reject", because="No statement.").status_code == 302
    position.refresh_from_db()
    assert position.review_state == ReviewState.REJECTED


ACTS = ["save", "accept", "reject", "restore", "dismiss"]


@pytest.mark.parametrize("shelf", ["events", "positions"])
@pytest.mark.parametrize("act", ACTS)
def test_only_editors_decide(client: Client, analyst_client: Client, shelf: str, act: str) -> None:
    item = make_event() if shelf == "events" else make_position()
    address = f"/review/{shelf}/{item.pk}/{act}/"
    nobody = client.post(address, {"version": item.version, "because": "x"})
    assert (nobody.status_code, nobody.headers["Location"]) == (302, "/login/?next=/review/")
    reader = analyst_client.post(address, {"version": item.version, "because": "x"})
    assert reader.status_code == 403
    assert "Only editors can change the record." in reader.content.decode()
    assert not Decision.objects.exists()


@pytest.mark.parametrize("act", ACTS)
def test_a_form_without_a_token_is_refused(editor: User, act: str) -> None:
    event = make_event()
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    response = client.post(f"/review/events/{event.pk}/{act}/", {"version": event.version, "because": "x"})
    assert response.status_code == 403
    assert b"Traceback" not in response.content
    assert not Decision.objects.exists()


def test_a_form_with_its_token_is_taken(editor: User) -> None:
    event = make_event()
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    assert send(client, f"/review/events/{event.pk}/", act="accept").status_code == 302


@pytest.mark.parametrize("act", ACTS)
def test_deciding_is_never_a_link(editor_client: Client, act: str) -> None:
    event = make_event()
    assert editor_client.get(f"/review/events/{event.pk}/{act}/").status_code == 405


def test_hostile_text_is_kept_as_text(editor_client: Client) -> None:
    event = make_event()
    send(editor_client, f"/review/events/{event.pk}/", act="reject", because="<img src=x onerror=alert(1)>")
    html = editor_client.get(f"/review/events/{event.pk}/").content.decode()
    assert "<img src=x" not in html
    assert send(editor_client, f"/review/events/{event.pk}/", act="restore", because="a\x00b").status_code == 422


def test_the_record_keeps_nothing_of_a_refused_form(editor_client: Client) -> None:
    event, position = make_event(), make_position()
    versions = (Event.objects.get(pk=event.pk).version, Position.objects.get(pk=position.pk).version)
    send(editor_client, f"/review/events/{event.pk}/", act="accept", date="soon")
    send(editor_client, f"/review/positions/{position.pk}/", act="accept", speaker="nobody at all")
    assert (Event.objects.get(pk=event.pk).version, Position.objects.get(pk=position.pk).version) == versions


def test_accepting_saves_what_was_typed_too(editor_client: Client) -> None:
    event = make_event()
    response = send(editor_client, f"/review/events/{event.pk}/", act="accept", date="10 Apr", because="The tenth.")
    assert response.status_code == 302
    event.refresh_from_db()
    assert (event.date, event.review_state) == ("2025-04-10", ReviewState.ACCEPTED)


def test_neither_is_done_when_one_of_the_two_cannot_be(editor: User, editor_client: Client) -> None:
    event = make_event()
    mine = sheet_of(editor_client, f"/review/events/{event.pk}/", date="10 Apr", because="The tenth.")
    acts.reject(event, by=editor, because="Told twice.")
    event.refresh_from_db()
    response = editor_client.post(f"/review/events/{event.pk}/accept/", {**mine, "version": event.version})
    assert response.status_code == 409
    assert "Restore the rejected event before" in response.content.decode()
    assert not Decision.objects.filter(verb=Verb.CORRECT).exists()


def test_a_date_without_a_year_is_of_the_articles_year(editor_client: Client) -> None:
    event = make_event(version=make_document(published=date(2024, 12, 30)))
    send(editor_client, f"/review/events/{event.pk}/", date="31 Dec", because="Said on the eve.")
    event.refresh_from_db()
    assert event.date == "2024-12-31"


def test_figures_and_actors_are_corrected_by_what_people_type(editor_client: Client) -> None:
    event = make_event()
    make_actor("mofcom", name="Ministry of Commerce of China")
    response = send(
        editor_client,
        f"/review/events/{event.pk}/",
        **{"figures-0-low": "84", "figures-0-high": "84", "figures-0-previous": "34", "figures-1-low": "5,200"},
        more_actors="Ministry of Commerce of China",
        because="125 is of the next day.",
    )
    assert response.status_code == 302
    assert set(event.actors.values_list("slug", flat=True)) == {"china", "united-states", "mofcom"}
    rows = event.measures.values_list("low", "high", "previous")
    assert list(rows) == [(84, 84, 34), (5200, None, None)]
    assert check() == []


def test_a_figure_whose_row_is_emptied_goes(editor_client: Client) -> None:
    event = make_event()
    emptied = {f"figures-0-{name}": "" for name in ("low", "high", "previous")}
    send(editor_client, f"/review/events/{event.pk}/", **emptied, because="It is no rate.")
    assert not event.measures.exists()


def test_after_a_conflict_each_field_is_as_the_editor_chose(editor_client: Client, second_editor: User) -> None:
    event = make_event()
    address = f"/review/events/{event.pk}/"
    mine = sheet_of(editor_client, address, date="8 Apr", kind="agreement", ends="Dec 2025", because="From the order.")
    acts.correct(event, "date", "2025-04-09", by=second_editor, because="Read again.")
    event.refresh_from_db()
    acts.correct(event, "kind", "legal", by=second_editor, because="Read again.")
    met = editor_client.post(f"{address}save/", mine)
    again = fields_in(met.content.decode())
    assert (again["keep-date"], again["keep-kind"]) == (["mine"], ["mine"])
    assert "keep-ends" not in again
    chosen = editor_client.post(f"{address}save/", {**again, "keep-date": "theirs"})
    assert chosen.status_code == 302
    event.refresh_from_db()
    assert (event.date, event.kind, event.ends) == ("2025-04-09", "agreement", "2025-12")


def test_accepting_what_somebody_changed_meanwhile_shows_the_change_first(
    editor_client: Client, second_editor: User
) -> None:
    event = make_event()
    mine = sheet_of(editor_client, f"/review/events/{event.pk}/")
    acts.correct(event, "date", "2025-04-09", by=second_editor, because="Read again.")
    met = editor_client.post(f"/review/events/{event.pk}/accept/", mine)
    assert met.status_code == 409
    assert "Changed by okon" in met.content.decode()
    assert editor_client.post(f"/review/events/{event.pk}/accept/", fields_in(met.content.decode())).status_code == 302


def test_a_later_run_is_named_when_it_is_what_changed_the_event(editor_client: Client) -> None:
    event = make_event()
    mine = sheet_of(editor_client, f"/review/events/{event.pk}/")
    add_mention(event, make_document(genre="official"), {**TARIFF, "date": "2025-04-10"})
    met = editor_client.post(f"/review/events/{event.pk}/accept/", mine)
    assert met.status_code == 409
    assert "a new run of the machine" in met.content.decode()


@pytest.mark.parametrize("seen", ["", "forged", "eyJkYXRlIjoieCJ9:1:x"])
def test_a_form_whose_seal_is_broken_is_read_against_the_record(editor_client: Client, seen: str) -> None:
    event = make_event()
    response = send(editor_client, f"/review/events/{event.pk}/", seen=seen, date="10 Apr", because="The tenth.")
    assert response.status_code == 302
    assert Decision.objects.get().field == "date"


@pytest.mark.parametrize("version", ["", "x", "-1"])
def test_a_form_without_its_version_is_refused(editor_client: Client, version: str) -> None:
    event = make_event()
    assert send(editor_client, f"/review/events/{event.pk}/", act="accept", version=version).status_code == 422
    assert editor_client.post(f"/review/events/{event.pk}/restore/", {"version": version}).status_code == 422
    assert not Decision.objects.exists()


def test_a_new_reading_can_be_left_aside(editor: User, editor_client: Client) -> None:
    event = make_event()
    acts.accept(event, by=editor)
    reading = Reading.objects.get()
    values = {**reading.values, "date": "2025-04-13"}
    Reading.objects.create(
        mention=reading.mention, run=make_run(), version=reading.version, values=values, confidence=0.9
    )
    refold([event.pk])
    address = f"/review/events/{event.pk}/"
    html = editor_client.get(address).content.decode()
    assert "The machine now reads the date as 13 April 2025" in unescape(html)
    assert "Keep what was decided" in html
    assert send(editor_client, address, act="dismiss").status_code == 302
    event.refresh_from_db()
    assert (event.date, event.queue_reasons, event.review_state) == ("2025-04-11", [], ReviewState.ACCEPTED)


def test_the_filter_goes_along_to_the_next_item(editor_client: Client) -> None:
    first = make_event()
    make_event(kind="talks", action="hold", measures=[])
    third = make_event()
    response = editor_client.post(
        f"/review/events/{first.pk}/accept/?kind=tariff", sheet_of(editor_client, f"/review/events/{first.pk}/")
    )
    assert response.headers["Location"] == f"/review/events/{third.pk}/?kind=tariff#here"


def test_after_the_last_item_the_queue_opens_and_says_that_nothing_waits(editor_client: Client) -> None:
    event = make_event()
    sent = sheet_of(editor_client, f"/review/events/{event.pk}/")
    response = editor_client.post(f"/review/events/{event.pk}/accept/", sent, follow=True)
    assert "Nothing waits." in response.content.decode()
    assert "1 done today." in response.content.decode()


HTMX = {"HX-Request": "true", "HX-Target": "desk"}


def test_to_htmx_a_refused_form_comes_alone(editor_client: Client) -> None:
    event = make_event()
    sent = sheet_of(editor_client, f"/review/events/{event.pk}/", date="soon", because="x")
    response = editor_client.post(f"/review/events/{event.pk}/save/", sent, headers=HTMX)
    assert (response.status_code, response.headers["HX-Retarget"]) == (422, ".desk-form")
    assert response.content.decode().lstrip().startswith('<section class="desk-form"')


def test_to_htmx_a_conflict_comes_with_the_whole_desk(editor_client: Client, second_editor: User) -> None:
    event = make_event()
    sent = sheet_of(editor_client, f"/review/events/{event.pk}/", date="8 Apr", because="x")
    acts.correct(event, "date", "2025-04-09", by=second_editor, because="Read again.")
    response = editor_client.post(f"/review/events/{event.pk}/save/", sent, headers=HTMX)
    assert response.status_code == 409
    assert "<html" not in response.content.decode()
    assert 'id="conflict"' in response.content.decode()


def test_htmx_is_led_to_the_login_as_a_page(client: Client) -> None:
    response = client.post(f"/review/events/{make_event().pk}/accept/", headers=HTMX)
    assert response.headers["HX-Redirect"] == "/login/?next=%2Freview%2F"


@pytest.mark.parametrize("number", ["99999", "99999999999999999999999"])
def test_an_item_that_is_not_there_cannot_be_decided(editor_client: Client, number: str) -> None:
    assert editor_client.post(f"/review/events/{number}/accept/", {"version": 1}).status_code == 404


def test_a_reason_of_ten_thousand_letters_is_refused_and_kept_on_the_page(editor_client: Client) -> None:
    event = make_event()
    response = send(editor_client, f"/review/events/{event.pk}/", act="reject", because="y" * 10_000)
    assert response.status_code == 422
    assert "y" * 10_000 in response.content.decode()
    assert not Decision.objects.exists()


def test_a_correction_names_the_words_that_it_rests_on(editor_client: Client) -> None:
    version = make_document("China raised its tariff to 125%. It replaces the 84% of Wednesday.")
    event = make_event(version=version, quote="China raised its tariff to 125%.")
    other = make_event(version=version, quote="It replaces the 84% of Wednesday.", date="2025-04-09")
    words, address = other.mentions.get().passages.get(), f"/review/events/{event.pk}/"
    assert (
        send(editor_client, address, figures__0__previous="83", rests_on=words.pk, because="So it says.").status_code
        == 302
    )
    decision = Decision.objects.get()
    assert decision.details["rests_on"] == {"passage": words.pk, "quote": words.quote}
    html = " ".join(unescape(editor_client.get(address).content.decode()).split())
    assert 'Corrected from <a href="#s2">2</a>' in html
    assert f"<q>{words.quote}</q>" in html


@pytest.mark.parametrize("act", ["accept", "reject"])
def test_an_acceptance_and_a_rejection_name_words_too(editor_client: Client, act: str) -> None:
    event = make_event()
    words = event.mentions.get().passages.get()
    assert (
        send(editor_client, f"/review/events/{event.pk}/", act, rests_on=words.pk, because="So it says.").status_code
        == 302
    )
    assert Decision.objects.get().details["rests_on"]["quote"] == words.quote


def test_words_of_an_article_that_does_not_report_it_carry_no_decision(editor_client: Client) -> None:
    event, other = make_event(), make_event()
    words = other.mentions.get().passages.get()
    response = send(
        editor_client, f"/review/events/{event.pk}/", date="9 Apr", rests_on=words.pk, because="So it says."
    )
    assert response.status_code == 422
    assert "stand in no article that reports it" in response.content.decode()
    assert not Decision.objects.exists()
