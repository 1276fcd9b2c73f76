"""Notes on events and positions, and taking decisions back."""

from html import unescape

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import make_event, make_position
from tradewatch.records.folding import check
from tradewatch.records.models import Annotation, Decision
from tradewatch.review import acts, arrangement
from tradewatch.vocabulary import ReviewState, Verb

pytestmark = pytest.mark.django_db


def desk(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_note_is_left_from_the_events_page_and_shown_there(editor_client: Client) -> None:
    event = make_event()
    response = editor_client.post(
        f"/review/events/{event.pk}/notes/",
        {"text": "Is it **125**? <script>alert(1)</script>", "tags": "figure, Date"},
    )
    assert response.headers["Location"] == f"/events/{event.pk}/#notes"
    html = desk(editor_client, f"/events/{event.pk}/")
    assert "<strong>125</strong>" in html
    assert "<script>alert" not in html
    assert Annotation.objects.get().tags == ["figure", "date"]


def test_a_note_left_at_the_desk_comes_back_to_the_desk(editor_client: Client) -> None:
    event, position = make_event(), make_position()
    response = editor_client.post(
        f"/review/events/{event.pk}/notes/", {"note-text": "Check the *day*.", "from": "desk"}
    )
    assert response.headers["Location"].startswith(f"/review/events/{event.pk}/")
    html = desk(editor_client, f"/review/events/{event.pk}/")
    assert "Check the <em>day</em>." in html
    assert "1 open" in html
    # A position has no page but the desk.
    response = editor_client.post(f"/review/positions/{position.pk}/notes/", {"text": "Who spoke?"})
    assert response.headers["Location"].startswith(f"/review/positions/{position.pk}/")
    assert "Who spoke?" in desk(editor_client, f"/review/positions/{position.pk}/")


def test_a_reply_stands_under_its_note_and_one_to_a_strangers_note_stands_alone(
    editor: User, editor_client: Client
) -> None:
    event, other = make_event(), make_event()
    note, elsewhere = acts.annotate(event, "One event?", by=editor), acts.annotate(other, "Two?", by=editor)
    for parent in (note.pk, elsewhere.pk):
        typed = {f"reply-{parent}": "Yes.", "reply": parent, "from": "desk"}
        editor_client.post(f"/review/events/{event.pk}/notes/", typed)
    assert list(event.annotations.exclude(pk=note.pk).values_list("parent", flat=True)) == [note.pk, None]
    assert desk(editor_client, f"/review/events/{event.pk}/").count("note note-reply") == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "Write the note first."), ("   ", "Write the note first."), ("z" * 10_001, "10000"), ("a\x00b", "Null")],
)
def test_a_note_that_cannot_be_kept_is_refused_and_stays_typed(editor_client: Client, text: str, said: str) -> None:
    event = make_event()
    response = editor_client.post(f"/review/events/{event.pk}/notes/", {"text": text, "tags": "figure"})
    assert response.status_code == 422
    html = response.content.decode()
    assert said in html
    assert 'value="figure"' in html
    assert not Annotation.objects.exists()


def test_a_note_is_resolved_once(editor: User, editor_client: Client) -> None:
    note = acts.annotate(make_event(), "Is it?", by=editor)
    first = editor_client.post(f"/review/notes/{note.pk}/resolve/")
    assert first.headers["Location"] == f"/events/{note.event_id}/#notes"
    note.refresh_from_db()
    assert note.resolved
    second = editor_client.post(f"/review/notes/{note.pk}/resolve/")
    assert second.status_code == 409
    assert "resolved already" in second.content.decode()


def test_a_note_that_is_taken_back_is_shown_no_more(editor: User, editor_client: Client) -> None:
    event = make_event()
    acts.annotate(event, "Never mind this.", by=editor)
    editor_client.post(f"/review/decisions/{Decision.objects.get().pk}/undo/", {"from": "desk"})
    assert "Never mind this." not in desk(editor_client, f"/review/events/{event.pk}/")


def test_a_decision_is_taken_back_and_its_item_opens(editor: User, editor_client: Client) -> None:
    event = make_event()
    decision = acts.accept(event, by=editor)
    response = editor_client.post(f"/review/decisions/{decision.pk}/undo/", {"from": "desk"})
    assert response.headers["Location"].startswith(f"/review/events/{event.pk}/")
    event.refresh_from_db()
    assert event.review_state != ReviewState.ACCEPTED
    again = editor_client.post(f"/review/decisions/{decision.pk}/undo/", {"from": "desk"})
    assert again.status_code == 409
    assert "undone already" in again.content.decode()


def test_taken_back_from_the_events_page_one_returns_to_its_history(editor: User, editor_client: Client) -> None:
    event = make_event()
    decision = acts.correct(event, "date", "2025-04-10", by=editor, because="The tenth.")
    response = editor_client.post(f"/review/decisions/{decision.pk}/undo/")
    assert response.headers["Location"] == f"/events/{event.pk}/#history"


def test_a_decision_in_the_middle_is_taken_back_and_the_later_one_stands(editor: User, editor_client: Client) -> None:
    event = make_event()
    first = acts.correct(event, "action", "impose", by=editor, because="x")
    event.refresh_from_db()
    acts.correct(event, "date", "2025-04-10", by=editor, because="x")
    editor_client.post(f"/review/decisions/{first.pk}/undo/", {"because": "It was raised."})
    event.refresh_from_db()
    assert (event.action, event.date) == ("raise", "2025-04-10")
    assert Decision.objects.get(verb=Verb.UNDO).because == "It was raised."
    assert check() == []


def test_the_history_tells_who_did_what_and_why_and_what_was_taken_back(editor: User, editor_client: Client) -> None:
    event = make_event()
    decision = acts.correct(event, "date", "2025-04-10", by=editor, because="The post is of the tenth.")
    address = f"/review/events/{event.pk}/"
    html = desk(editor_client, address)
    for shown in ("Corrected the date", "<del>11 April 2025</del>", "<ins>10 April 2025</ins>", "mira", "of the tenth"):
        assert shown in html
    acts.undo(decision, by=editor)
    html = desk(editor_client, address)
    assert "Undid: corrected the date" in html
    assert "taken back" in html


def test_a_reason_that_cannot_be_stored_undoes_nothing(editor: User, editor_client: Client) -> None:
    decision = acts.accept(make_event(), by=editor)
    response = editor_client.post(f"/review/decisions/{decision.pk}/undo/", {"because": "x" * 10_000})
    assert response.status_code == 422
    assert Decision.objects.count() == 1


def addresses(editor: User) -> list[str]:
    """Every address that this module's views take a POST at."""
    event, position = make_event(), make_position()
    note = acts.annotate(event, "A note.", by=editor)
    return [
        f"/review/events/{event.pk}/notes/",
        f"/review/positions/{position.pk}/notes/",
        f"/review/notes/{note.pk}/resolve/",
        f"/review/decisions/{Decision.objects.get().pk}/undo/",
        "/review/keys/",
    ]


def test_only_editors_may(editor: User, client: Client, analyst_client: Client) -> None:
    for address in addresses(editor):
        assert client.post(address, {"text": "x"}).headers["Location"] == "/login/?next=/review/"
        assert analyst_client.post(address, {"text": "x"}).status_code == 403
    assert Decision.objects.count() == 1


def test_nothing_is_done_without_a_token_or_by_a_link(editor: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    for address in addresses(editor):
        assert client.post(address, {"text": "x"}).status_code == 403
        assert client.get(address).status_code == 405
    assert Decision.objects.count() == 1


@pytest.mark.parametrize("address", ["notes/99999/resolve/", "decisions/99999/undo/", "events/99999/notes/"])
def test_what_is_not_there_is_a_404(editor_client: Client, address: str) -> None:
    assert editor_client.post(f"/review/{address}", {"text": "x"}).status_code == 404


def test_a_note_is_on_a_field_or_on_a_quote(editor_client: Client) -> None:
    event = make_event()
    passage = event.mentions.get().passages.get()
    for about in ("field:date", f"passage:{passage.pk}"):
        editor_client.post(
            f"/review/events/{event.pk}/notes/", {"note-text": "Sure?", "note-about": about, "from": "desk"}
        )
    assert list(event.annotations.values_list("field", "passage")) == [("date", None), ("", passage.pk)]
    html = desk(editor_client, f"/review/events/{event.pk}/")
    assert "on the date" in html
    assert f"on the words “{passage.quote}”" in unescape(html)
    assert '<a class="small" href="#notes">note</a>' in html


def test_a_note_on_nothing_that_there_is_is_refused(editor_client: Client) -> None:
    event = make_event()
    response = editor_client.post(f"/review/events/{event.pk}/notes/", {"text": "Sure?", "about": "field:colour"})
    assert response.status_code == 422
    assert "A note is on the whole, on a field, or on a quote." in response.content.decode()
    assert not event.annotations.exists()


def test_notes_on_a_merged_event_are_read_with_the_one_that_stays(editor: User, editor_client: Client) -> None:
    one, other = make_event(), make_event()
    acts.annotate(other, "Whose figure?", by=editor)
    arrangement.merge(other, into=one, by=editor)
    for address in (f"/review/events/{one.pk}/", f"/events/{one.pk}/"):
        html = desk(editor_client, address)
        assert "Whose figure?" in html
        assert f"left on event {other.pk}, merged since" in html
    note = other.annotations.get()
    typed = {f"reply-{note.pk}": "The ministry’s.", "reply": note.pk, "from": "desk"}
    editor_client.post(f"/review/events/{one.pk}/notes/", typed)
    assert one.annotations.get().parent == note
    assert "note note-reply" in desk(editor_client, f"/review/events/{one.pk}/")
