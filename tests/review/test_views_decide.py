"""Deciding through the forms of the desk: what is saved, refused, met by somebody else's change, and undone."""

from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import make_actor, make_document, make_event, make_position
from tests.review.sheet import fields_in, sheet_of
from tradewatch.records.folding import check
from tradewatch.records.models import Annotation, Decision, Event, Position
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


def test_undo_takes_the_last_act_back(editor_client: Client) -> None:
    event = make_event()
    send(editor_client, f"/review/events/{event.pk}/", act="accept")
    decision = Decision.objects.get(verb=Verb.ACCEPT)
    response = editor_client.post(f"/review/decisions/{decision.pk}/undo/", {"from": "desk"})
    assert response.status_code == 302
    event.refresh_from_db()
    assert event.review_state != ReviewState.ACCEPTED
    assert editor_client.post(f"/review/decisions/{decision.pk}/undo/", {"from": "desk"}).status_code == 409


def test_a_note_is_left_shown_as_text_and_resolved(editor_client: Client) -> None:
    event = make_event()
    response = editor_client.post(
        f"/review/events/{event.pk}/notes/",
        {"text": "Is it **125**? <script>alert(1)</script>", "tags": "figure, Date"},
    )
    assert response.headers["Location"].endswith("#notes")
    html = editor_client.get(f"/events/{event.pk}/").content.decode()
    assert "<strong>125</strong>" in html
    assert "<script>alert" not in html
    note = Annotation.objects.get()
    assert note.tags == ["figure", "date"]
    editor_client.post(f"/review/notes/{note.pk}/resolve/")
    note.refresh_from_db()
    assert note.resolved
    assert editor_client.post(f"/review/events/{event.pk}/notes/", {"text": " "}).status_code == 422


def test_a_position_is_decided_like_an_event(editor_client: Client) -> None:
    position = make_position()
    address = f"/review/positions/{position.pk}/"
    assert send(editor_client, address, stance="threaten", because="It is a threat.").status_code == 302
    position.refresh_from_db()
    assert position.stance == "threaten"
    assert send(editor_client, address, act="reject", because="No statement.").status_code == 302
    position.refresh_from_db()
    assert position.review_state == ReviewState.REJECTED


ACTS = ["save", "accept", "reject", "restore", "dismiss", "notes"]


@pytest.mark.parametrize("act", ACTS)
def test_nobody_but_editors_decides(client: Client, analyst_client: Client, act: str) -> None:
    event = make_event()
    address = f"/review/events/{event.pk}/{act}/"
    assert client.post(address, {"version": 1, "because": "x", "text": "x"}).status_code == 302
    assert analyst_client.post(address, {"version": 1, "because": "x", "text": "x"}).status_code == 403
    assert not Decision.objects.exists()


@pytest.mark.parametrize("act", ACTS)
def test_a_form_without_a_token_is_refused(editor: User, act: str) -> None:
    event = make_event()
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    response = client.post(f"/review/events/{event.pk}/{act}/", {"version": 1, "because": "x"})
    assert response.status_code == 403
    assert b"Traceback" not in response.content
    assert not Decision.objects.exists()


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
