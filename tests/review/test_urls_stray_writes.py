"""Nothing but decisions changes an event, a reading, a position, a link or a note: every form of the desk is sent."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import URLPattern, reverse

from tests.builders import make_document, make_event, make_position, make_run
from tests.review.sheet import fields_in, sheet_of
from tests.review.watch import KEPT, watched
from tradewatch.records.folding import refold
from tradewatch.records.folding_positions import refold_positions
from tradewatch.records.models import Annotation, Decision, DocumentVersion, Event, Position, Reading
from tradewatch.review import acts
from tradewatch.review.urls import urlpatterns

PROGRAM = Path(__file__).resolve().parents[2] / "tradewatch"
READ_ONLY = {"review", "review-events", "review-positions", "review-event", "review-position", "review-actors"}
DECIDES_NOTHING = {"review-keys", "review-leave"}
Sent = tuple[str, dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A record in which every form has something to do."""

    client: Client
    editor: User
    version: DocumentVersion
    items: dict[str, Event | Position]
    other: Event
    note: Annotation
    correction: Decision


@pytest.fixture
def scene(editor: User, editor_client: Client) -> Scene:
    version = make_document("China raised its tariff. “We will fight,” it said. It will apply from Saturday.")
    event = make_event(version=version, quote="China raised its tariff.", accounts=[{}, {"date": "2025-04-12"}])
    position, other = make_position(version, quote="“We will fight,” it said."), make_event(date="2025-04-13")
    return Scene(
        client=editor_client,
        editor=editor,
        version=version,
        items={"event": event, "position": position},
        other=other,
        note=acts.annotate(event, "Is it so?", by=editor),
        correction=acts.correct(other, "date", "2025-04-14", by=editor, because="Read again."),
    )


def desk_of(scene: Scene, one: str) -> str:
    return reverse(f"review-{one}", args=[scene.items[one].pk])


def sheet(scene: Scene, one: str, **typed: Any) -> dict[str, Any]:
    return sheet_of(scene.client, desk_of(scene, one), because="So it says.", **typed)


def read_again(scene: Scene, one: str) -> None:
    """A decided field is read otherwise by a later run."""
    item = scene.items[one]
    acts.accept(item, by=scene.editor)
    reading = Reading.objects.filter(**({"mention__event": item} if one == "event" else {"position": item}))[0]
    values = {**reading.values, "date": "2025-04-02"}
    Reading.objects.create(
        mention=reading.mention, position=reading.position, run=make_run(), version=reading.version,
        values=values, confidence=0.9,
    )  # fmt: skip
    (refold if one == "event" else refold_positions)([item.pk])


def sends_rejected(scene: Scene, one: str) -> dict[str, Any]:
    acts.reject(scene.items[one], by=scene.editor, because="A rumour.")
    return {"version": type(scene.items[one]).objects.get(pk=scene.items[one].pk).version}


def dismissing(scene: Scene, one: str) -> dict[str, Any]:
    read_again(scene, one)
    return sheet(scene, one)


def taking(scene: Scene, one: str) -> dict[str, Any]:
    read_again(scene, one)
    return {}


def reverting(scene: Scene, one: str) -> dict[str, Any]:
    acts.correct(scene.items[one], "date", "2025-04-03", by=scene.editor, because="")
    return {"field": "date"}


def with_words(scene: Scene, one: str) -> dict[str, Any]:
    words = {"words": "It will apply"} if one == "event" else {"words": "“We will fight,”"}
    return sheet_of(scene.client, desk_of(scene, one), **words)


def a_list(scene: Scene, one: str) -> dict[str, Any]:
    page = scene.client.get(reverse(f"review-{one}s-bulk")).content.decode()
    return {**fields_in(page, "bulk-form"), "act": "accept", "because": "All read."}


def a_new_one(scene: Scene, one: str) -> dict[str, Any]:
    address = reverse(f"review-new-{one}", args=[scene.version.pk])
    typed = {"kind": "talks", "action": "hold", "status": "occurred", "side": "both", "date": "14 Sep 2025"}
    typed = typed if one == "event" else {"side": "china", "stance": "oppose", "speaker": "mofcom"}
    fields = fields_in(scene.client.get(f"{address}?words=It+will+apply").content.decode(), "new-form")
    assert fields
    return {**fields, **typed, "because": "Missed."}


ON_EITHER: dict[str, Callable[[Scene, str], dict[str, Any]]] = {
    "review-{}-save": lambda scene, one: sheet(scene, one, date="2 Apr 2025"),
    "review-{}-accept": sheet,
    "review-{}-reject": sheet,
    "review-{}-restore": sends_rejected,
    "review-{}-dismiss": dismissing,
    "review-{}-take": taking,
    "review-{}-revert": reverting,
    "review-{}-words": with_words,
    "review-{}-notes": lambda _scene, _one: {"text": "Check the day."},
    "review-{}s-bulk": a_list,
    "review-new-{}": a_new_one,
}


def merging(scene: Scene) -> dict[str, Any]:
    address = reverse("review-event-merge", args=[scene.items["event"].pk])
    page = scene.client.get(f"{address}?with={scene.other.pk}").content.decode()
    return fields_in(page, "merge-form")


def splitting(scene: Scene) -> dict[str, Any]:
    event = scene.items["event"]
    assert isinstance(event, Event)
    account = event.mentions.order_by("-pk")[0].pk
    return {"version": event.version, "where": "own", "account": account}


ON_ONE: dict[str, tuple[Callable[[Scene], int], Callable[[Scene], dict[str, Any]]]] = {
    "review-event-merge": (lambda scene: scene.items["event"].pk, merging),
    "review-event-told-apart": (lambda scene: scene.items["event"].pk, lambda scene: {"other": scene.other.pk}),
    "review-event-split": (lambda scene: scene.items["event"].pk, splitting),
    "review-event-links": (
        lambda scene: scene.items["event"].pk,
        lambda scene: {"link": "new", "link-new-type": "follows", "link-new-to": scene.other.pk},
    ),
    "review-note-resolve": (lambda scene: scene.note.pk, lambda _scene: {}),
    "review-decision-undo": (lambda scene: scene.correction.pk, lambda _scene: {}),
}


def sent_by(scene: Scene, name: str) -> Sent:
    """The address of a form of the desk, and what is sent there so that it is done."""
    if name in ON_ONE:
        number, makes = ON_ONE[name]
        return reverse(name, args=[number(scene)]), makes(scene)
    one = "position" if "position" in name else "event"
    pattern = name.replace(one, "{}", 1)
    fields = ON_EITHER[pattern](scene, one)
    numbers = [] if pattern.endswith("bulk") else [scene.items[one].pk]
    return reverse(name, args=[scene.version.pk] if "new" in name else numbers), fields


def forms_of_the_desk() -> list[str]:
    names = {pattern.name for pattern in urlpatterns if isinstance(pattern, URLPattern)}
    return sorted(str(name) for name in names - READ_ONLY - DECIDES_NOTHING)


@pytest.mark.django_db
@pytest.mark.parametrize("name", forms_of_the_desk())
def test_every_form_of_the_desk_writes_with_a_decision_in_the_same_transaction(scene: Scene, name: str) -> None:
    address, fields = sent_by(scene, name)
    before = Decision.objects.count()
    with watched() as watch:
        response = scene.client.post(address, fields)
    assert response.status_code == 302, response.content.decode()[-3000:]
    assert Decision.objects.count() > before
    assert watch.stray() == []
    assert watch.written() & KEPT or name in ("review-event-told-apart",)


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(READ_ONLY))
def test_what_is_only_looked_at_takes_no_form(scene: Scene, name: str) -> None:
    one = name.removeprefix("review-")
    address = reverse(name, args=[scene.items[one].pk] if one in scene.items else [])
    assert scene.client.post(address).status_code == 405


@pytest.mark.django_db
def test_looking_at_the_desk_writes_nothing(scene: Scene) -> None:
    with watched() as watch:
        for one in scene.items:
            assert scene.client.get(desk_of(scene, one)).status_code == 200
            assert scene.client.get(reverse(f"review-{one}s-bulk")).status_code == 200
        scene.client.post(reverse("review-keys"))
        scene.client.post(reverse("review-leave"), sheet(scene, "event", date="2 Apr 2025"))
    assert (watch.outside, watch.written()) == ([], set())


@pytest.mark.django_db
def test_the_watch_sees_a_stray_write(scene: Scene) -> None:
    with watched() as watch:
        Event.objects.filter(pk=scene.other.pk).update(date="2025-01-01")
        Annotation.objects.filter(pk=scene.note.pk).update(resolved=True)
    assert watch.stray() == [
        "UPDATE records_event outside a transaction",
        "UPDATE records_annotation outside a transaction",
    ]


# Which module writes which part of the record, and why it may.
WRITERS = {
    "records/decisions.py": {
        "Decision",
        "decision",
        "Annotation",
    },  # what a decision is; a note's state follows from decisions
    "records/folding.py": {"Event", "Passage", "mention"},  # the fold, and the empty row that it fills
    "records/rows.py": {"event", "Measure", "EventLink"},  # the fold's result
    "records/folding_positions.py": {"position", "Passage"},
    "review/acts.py": {"Annotation"},  # with the decision that leaves it
    "review/arrangement.py": {"Mention", "Passage", "Position"},  # with the decision that makes them
    "review/quotes.py": {"Passage"},  # with the decision that chooses the words
    # A run brings evidence; what it makes of the record, the fold makes.
    "ingestion/mentions.py": {"Mention", "Passage", "Reading"},
    "ingestion/moving.py": {"passage"},
    "ingestion/reconciling.py": {"Grouping", "Mention"},  # new mentions get their event with their grouping
    "ingestion/regrouping.py": {"Grouping"},
    "ingestion/statements.py": {"Position", "Passage"},
    # A record for measuring alone, in a database of its own.
    "ingestion/made_up.py": {
        "Event",
        "EventLink",
        "Grouping",
        "Measure",
        "Mention",
        "Passage",
        "Position",
        "Reading",
    },
}
_MODELS = {
    "Event", "Measure", "EventLink", "Position", "Reading", "Annotation", "Passage", "Mention", "Grouping", "Decision",
}  # fmt: skip
_ROWS = {name.lower() for name in _MODELS} | {"note", "link", "item", "target", "loser", "survivor", "one", "other"}
_ALWAYS = {"save", "delete", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
_ON_RELATED = {"update", "set", "add", "remove", "clear"}


def writes_in(code: str) -> Iterator[str]:
    """What each call that writes begins with: "Event" of `Event.objects.filter(…).update(…)`, "event" of `event.save()`."""
    for call in (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)):
        if not isinstance(call.func, ast.Attribute):
            continue
        chain: list[str] = []
        here: ast.expr = call.func
        while isinstance(here, ast.Attribute | ast.Call | ast.Subscript):
            if isinstance(here, ast.Attribute):
                chain.append(here.attr)
            here = here.func if isinstance(here, ast.Call) else here.value
        if not isinstance(here, ast.Name) or here.id not in _MODELS | _ROWS:
            continue
        if chain[0] in _ALWAYS or (chain[0] in _ON_RELATED and len(chain) > 1):
            yield here.id


def test_only_the_fold_and_those_who_decide_or_bring_evidence_write_to_the_record() -> None:
    found: dict[str, set[str]] = {}
    for path in PROGRAM.rglob("*.py"):
        written = set() if "migrations" in path.parts else set(writes_in(path.read_text()))
        if written:
            found[path.relative_to(PROGRAM).as_posix()] = written
    assert found == WRITERS


@pytest.mark.parametrize(
    "code",
    [
        "Event.objects.filter(pk=1).update(date='')",
        "event.links.all().delete()",
        "event.actors.set([])",
        "note.save()",
        "Reading.objects.bulk_create([])",
    ],
)
def test_a_stray_write_in_the_code_is_seen(code: str) -> None:
    assert list(writes_in(code))
