"""Nothing that is typed at the desk is lost: not by a small button, not by a refusal, not by going elsewhere."""

from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import make_document, make_event, make_position
from tests.review.meanwhile import meanwhile
from tests.review.sheet import fields_in, sheet_of
from tradewatch.records.folding import check
from tradewatch.records.models import Annotation, Decision, Event
from tradewatch.review import acts, arrangement
from tradewatch.vocabulary import LinkType

pytestmark = pytest.mark.django_db

# What an editor left in the form: some of it can be saved, some of it cannot, and nothing of it was.
TYPED: dict[str, Any] = {
    "date": "soon",
    "title": "Beijing answers",
    "figures-0-low": "many",
    "issues": ["soybeans", "rare-earths"],
    "instruments": "EO 14257",
    "more_actors": "nobody known",
    "new_actor_name": "Ministry of Water",
    "because": "From the order.",
    "note-text": "Is it **so**?",
    "note-tags": "figure",
    "link-new-to": "yonder",
    "link-new-quote": "in answer",
    "words": "It will apply",
}


@pytest.fixture
def event(editor: User) -> Event:
    version = make_document("China raised its tariff. It will apply from Saturday, in answer.")
    event = make_event(version=version, quote="China raised its tariff.", accounts=[{}, {"date": "2025-04-12"}])
    arrangement.link(event, make_event(side="us"), LinkType.FOLLOWS, by=editor)
    acts.correct(event, "side", "both", by=editor, because="Both.")
    acts.annotate(event, "A note.", by=editor)
    acts.accept(make_event(side="us", date="2025-04-02"), by=editor)
    return event


def address_of(event: Event) -> str:
    return f"/review/events/{event.pk}/"


def other_of(event: Event) -> Event:
    return event.links.get().target


Button = Callable[[Event], tuple[str, dict[str, Any]]]
# Each small button: where it sends the form, what it adds, and by that the inputs that it uses up.
BUTTONS: dict[str, Button] = {
    "a note": lambda event: (f"{address_of(event)}notes/", {}),
    "an answer": lambda event: (f"{address_of(event)}notes/", {"reply": note(), f"reply-{note()}": "Yes."}),
    "resolve": lambda _event: (f"/review/notes/{note()}/resolve/", {}),
    "undo what was done last": lambda _event: (f"/review/decisions/{Decision.objects.latest('pk').pk}/undo/", {}),
    "undo the correction": lambda _event: (f"/review/decisions/{correction().pk}/undo/", {}),
    "revert a correction": lambda event: (f"{address_of(event)}revert/", {"decision": correction().pk}),
    "back to the machine": lambda event: (f"{address_of(event)}revert/", {"field": "side"}),
    "a link": lambda event: (
        f"{address_of(event)}links/",
        {"link": "new", "link-new-to": other_of(event).pk, "link-new-type": "responds_to", "link-new-quote": ""},
    ),
    "a link off": lambda event: (f"{address_of(event)}links/", {"off": f"follows-{other_of(event).pk}"}),
    "words": lambda event: (f"{address_of(event)}words/", {}),
    "a new event of words": lambda event: (f"{address_of(event)}words/", {"new": "event"}),
    "told apart": lambda event: (f"{address_of(event)}told-apart/", {"other": other_of(event).pk}),
    "leaving": lambda _event: ("/review/leave/", {}),
}
USED_UP = {
    "a note": {"note-text", "note-tags"},
    "a link": {"link-new-to", "link-new-quote"},
    "words": {"words"},
    "a new event of words": {"words"},
}


def note() -> int:
    return Annotation.objects.get(text="A note.").pk


def correction() -> Decision:
    return Decision.objects.get(verb="correct")


@pytest.mark.parametrize("name", BUTTONS)
def test_a_small_button_is_pressed_and_all_else_that_was_typed_is_there_again(
    editor_client: Client, event: Event, name: str
) -> None:
    before = Decision.objects.count()
    address, pressed = BUTTONS[name](event)
    sent = {**sheet_of(editor_client, address_of(event), **TYPED), **pressed}
    assert editor_client.post(address, sent).status_code in (204, 302)
    assert Decision.objects.count() == before + (name not in ("leaving", "a new event of words"))
    html = editor_client.get(address_of(event)).content.decode()
    again = fields_in(html)
    for field, value in TYPED.items():
        if field not in USED_UP.get(name, ()):
            assert sorted(again[field]) == sorted(value if isinstance(value, list) else [value]), field
    assert "What you typed is still here, and not saved yet." in html
    assert again["version"] == [str(Event.objects.get(pk=event.pk).version)]
    assert "not saved yet" not in editor_client.get(address_of(event)).content.decode()
    assert check() == []


def test_what_a_button_changes_is_not_taken_for_typed(editor_client: Client, event: Event) -> None:
    sent = sheet_of(editor_client, address_of(event), title="Beijing answers", because="Shorter.")
    editor_client.post(f"{address_of(event)}revert/", {**sent, "field": "side"})
    again = sheet_of(editor_client, address_of(event))
    assert (again["side"], again["title"]) == (["china"], ["Beijing answers"])
    assert editor_client.post(f"{address_of(event)}save/", again).status_code == 302
    assert [row.field for row in Decision.objects.order_by("-pk")[:2]] == ["title", "side"]


# Sent, and refused: the sentence stands above the form, and all of it is there.
REFUSED: dict[str, tuple[Button, int, str]] = {
    "a link": (lambda event: (f"{address_of(event)}links/", {"link": "new"}), 422, "“yonder” is neither the number"),
    "words": (
        lambda event: (f"{address_of(event)}words/", {"words": "It never will"}),
        422,
        "“It never will” does not stand in the article",
    ),
    "a note": (lambda event: (f"{address_of(event)}notes/", {"note-about": "field:colour"}), 422, "A note is on"),
    "an answer": (lambda event: (f"{address_of(event)}notes/", {"reply": note()}), 422, "Write the note first."),
    "a revert": (lambda event: (f"{address_of(event)}revert/", {"field": "action"}), 409, "has this value already"),
    "an undo": (lambda event: (f"/review/decisions/{undone(event)}/undo/", {}), 409, "This was undone already."),
}


def undone(event: Event) -> int:
    decision = acts.annotate(event, "Never mind.", by=User.objects.get()).decisions.get()
    acts.undo(decision, by=User.objects.get())
    return decision.pk


@pytest.mark.parametrize("name", REFUSED)
def test_a_small_button_that_is_refused_says_why_and_loses_nothing(
    editor_client: Client, event: Event, name: str
) -> None:
    button, status, said = REFUSED[name]
    address, pressed = button(event)
    typed = {**TYPED, **{field: value for field, value in pressed.items() if field in TYPED}}
    sent = {**sheet_of(editor_client, address_of(event), **TYPED), **pressed}
    response = editor_client.post(address, sent)
    assert response.status_code == status
    html = unescape(response.content.decode())
    assert said in html
    again = fields_in(response.content.decode())
    for field, value in typed.items():
        assert sorted(again[field]) == sorted(value if isinstance(value, list) else [value]), field


@pytest.mark.parametrize("name", ["a link", "a link off", "words", "back to the machine", "told apart"])
@pytest.mark.parametrize("readable", [True, False], ids=["that can be saved", "that cannot"])
def test_a_small_button_meets_what_somebody_else_changed_at_the_last_moment(
    editor_client: Client, second_editor: User, event: Event, name: str, *, readable: bool
) -> None:
    typed = {"title": "Beijing answers", "because": "Shorter.", **({} if readable else {"ends": "soon"})}
    address, pressed = BUTTONS[name](event)
    sent = {**sheet_of(editor_client, address_of(event), words="It will apply", **typed), **pressed}
    before = Decision.objects.count()
    with meanwhile(lambda: acts.correct(event, "date", "2025-04-09", by=second_editor, because="Read again.")):
        response = editor_client.post(address, sent)
    assert response.status_code == 409
    assert Decision.objects.count() == before + 1
    html = unescape(response.content.decode())
    assert ("Changed by okon" if readable else "Somebody else changed this while you were editing it.") in html
    again = fields_in(response.content.decode())
    for field, value in {**typed, "words": "It will apply"}.items():
        assert again[field] == [value]


def test_saving_saves_the_notes_and_links_that_were_typed_too(editor_client: Client, event: Event) -> None:
    other, key = other_of(event), f"follows-{other_of(event).pk}"
    typed: dict[str, Any] = {
        "note-text": "Is it so?", "note-about": "field:date", f"reply-{note()}": "Yes.",
        "link-new-type": "responds_to", "link-new-to": other.pk, f"link-{key}-quote": "in answer",
    }  # fmt: skip
    response = editor_client.post(f"{address_of(event)}accept/", sheet_of(editor_client, address_of(event), **typed))
    assert response.status_code == 302
    assert {*event.annotations.values_list("text", "field", "parent")} == {
        ("A note.", "", None), ("Is it so?", "date", None), ("Yes.", "", note()),
    }  # fmt: skip
    assert {*event.links.values_list("type", "quote")} == {("responds_to", ""), ("follows", "in answer")}
    assert Decision.objects.latest("pk").verb == "accept"


def test_a_link_that_cannot_be_lets_nothing_be_saved(editor_client: Client, event: Event) -> None:
    before = Decision.objects.count()
    typed = {"link-new-to": "yonder", "title": "Beijing answers", "because": "Shorter."}
    response = editor_client.post(f"{address_of(event)}save/", sheet_of(editor_client, address_of(event), **typed))
    assert response.status_code == 422
    assert "“yonder” is neither the number nor the address of an event." in unescape(response.content.decode())
    assert Decision.objects.count() == before


def test_what_was_left_while_somebody_else_decided_meets_it_when_it_is_saved(
    editor_client: Client, second_editor: User, event: Event
) -> None:
    sent = sheet_of(editor_client, address_of(event), title="Beijing answers", because="Shorter.")
    editor_client.post("/review/leave/", sent)
    acts.correct(event, "date", "2025-04-09", by=second_editor, because="Read again.")
    again = sheet_of(editor_client, address_of(event))
    response = editor_client.post(f"{address_of(event)}save/", again)
    assert response.status_code == 409
    assert fields_in(response.content.decode())["date"] == ["2025-04-09"]
    assert editor_client.post(f"{address_of(event)}save/", fields_in(response.content.decode())).status_code == 302
    event.refresh_from_db()
    assert (event.date, event.title) == ("2025-04-09", "Beijing answers")


def test_a_positions_form_is_kept_too(editor_client: Client) -> None:
    position = make_position()
    address = f"/review/positions/{position.pk}/"
    sent = sheet_of(editor_client, address, stance="threaten", date="soon", speaker="nobody known")
    editor_client.post(f"{address}notes/", {**sent, "note-text": "Who?"})
    again = sheet_of(editor_client, address)
    assert (again["stance"], again["date"], again["speaker"]) == (["threaten"], ["soon"], ["nobody known"])


def test_only_the_last_few_items_are_remembered(editor_client: Client) -> None:
    events = [make_event() for _ in range(12)]
    for event in events:
        sent = sheet_of(editor_client, address_of(event), title="Beijing answers")
        editor_client.post("/review/leave/", sent)
    assert sheet_of(editor_client, address_of(events[0]))["title"] != ["Beijing answers"]
    assert sheet_of(editor_client, address_of(events[-1]))["title"] == ["Beijing answers"]
