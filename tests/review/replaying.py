"""Decisions carried from one ingestion of some articles to another one, by what they are known by there.

A mention is known by its document, offset and ordinal; an event by the first mention that was grouped into it, or by
the decision that made it; a decision by its place in the order.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User

from tradewatch.records.models import Annotation, Decision, DocumentVersion, Event, Grouping, Mention, Passage, Position
from tradewatch.review import acts, arrangement, quotes
from tradewatch.vocabulary import LinkType, Verb

Name = str


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Numbers of one database and the names that the same things have in any."""

    versions: dict[int, Name] = field(default_factory=dict)
    mentions: dict[int, Name] = field(default_factory=dict)
    events: dict[int, Name] = field(default_factory=dict)
    positions: dict[int, Name] = field(default_factory=dict)
    passages: dict[int, Name] = field(default_factory=dict)
    decisions: dict[int, Name] = field(default_factory=dict)
    notes: dict[int, Name] = field(default_factory=dict)


def names_now() -> Names:
    """The names of everything that there is."""
    names = Names()
    for version in DocumentVersion.objects.select_related("document"):
        names.versions[version.pk] = f"{version.document.address}#{version.document.place}@{version.number}"
    for decision in Decision.objects.order_by("pk"):
        names.decisions[decision.pk] = f"decision {len(names.decisions)}"
        made = decision.other_id if decision.verb == Verb.SPLIT else decision.event_id
        if decision.verb in (Verb.SPLIT, Verb.CREATE) and made:
            names.events[made] = f"event of {names.decisions[decision.pk]}"
    _name_accounts(names)
    for note in Annotation.objects.order_by("pk"):
        names.notes[note.pk] = f"note {len(names.notes)}"
    return names


def _name_accounts(names: Names) -> None:
    """Mentions, the events that a run made of them, positions, and the words of all of these."""
    for mention in Mention.objects.order_by("pk"):
        names.mentions[mention.pk] = f"{names.versions[mention.first_version_id]}:{mention.trigger}.{mention.ordinal}"
    for row in Grouping.objects.order_by("pk"):
        names.events.setdefault(row.event_id, f"event of {names.mentions[row.mention_id]}")
    for position in Position.objects.order_by("pk"):
        place = f"{position.start}.{position.ordinal}"
        names.positions[position.pk] = f"{names.versions[position.first_version_id or 0]}:{place}"
    for passage in Passage.objects.order_by("pk"):
        bearer = names.mentions.get(passage.mention_id or 0) or names.positions.get(passage.position_id or 0)
        place = f"{passage.start}-{passage.end}"
        by = names.decisions.get(passage.decision_id or 0, "the machine")
        names.passages[passage.pk] = f"{names.versions[passage.version_id]}:{place} for {bearer} by {by}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One decision in names alone."""

    verb: str
    by_run: bool
    event: Name
    position: Name
    other: Name
    mentions: tuple[Name, ...]
    note: Name
    field: str
    before: Any
    after: Any
    because: str
    details: dict[str, Any]
    undoes: Name
    batch: int | None
    # Of the note that an `annotate` left, and of the words that a decision added or took away.
    text: str = ""
    tags: tuple[str, ...] = ()
    about: Name = ""
    parent: Name = ""


def decisions_told() -> list[Told]:
    """Every decision, in the order in which they were taken."""
    names = names_now()
    rows = Decision.objects.order_by("pk").select_related("annotation").prefetch_related("mentions")
    return [_told(row, names) for row in rows]


def _told(row: Decision, names: Names) -> Told:
    note = row.annotation if row.verb == Verb.ANNOTATE else None
    details: dict[str, Any] = dict(row.details)
    after: Any = row.after
    about = names.passages.get(details.pop("passage", 0), "")
    if "place" in details:
        version, start, end = details.pop("place")
        about = f"{names.versions[version]}:{start}-{end}"
    if row.verb == Verb.ADD_PASSAGE:
        about, after = f"{names.versions[after['version']]}:{after['start']}-{after['end']}", after["quote"]
    if row.verb == Verb.CREATE:
        made = Passage.objects.get(decision=row)
        about = f"{names.versions[made.version_id]}:{made.start}-{made.end}"
    return Told(
        verb=row.verb,
        by_run=row.by_id is None,
        event=names.events.get(row.event_id or 0, ""),
        position=names.positions.get(row.position_id or 0, ""),
        other=names.events.get(row.other_id or 0, ""),
        mentions=tuple(sorted(names.mentions[mention.pk] for mention in row.mentions.all())),
        note=names.notes.get(row.annotation_id or 0, ""),
        field=note.field if note else row.field,
        before=_placed(row.before, names),
        after=_placed(after, names),
        because=row.because,
        details=details,
        undoes=names.decisions.get(row.undoes_id or 0, ""),
        batch=row.batch,
        text=note.text if note else "",
        tags=tuple(note.tags) if note else (),
        about=names.passages.get(note.passage_id or 0, "") if note else about,
        parent=names.notes.get(note.parent_id or 0, "") if note else "",
    )


def _placed(value: Any, names: Names) -> Any:
    """A value that is the place of words, as an undo of their addition keeps it, with its version's name."""
    if isinstance(value, dict) and "version" in value:
        return {**value, "version": names.versions[value["version"]]}
    return value


def replay(decisions: list[Told], *, by: User) -> None:
    """Take the same decisions here, through the acts of the desk. A run takes its own; what was undone together is
    undone by its first."""
    undone: set[int | None] = {None}
    for told in decisions:
        if told.by_run or (told.verb == Verb.UNDO and told.batch in undone - {None}):
            continue
        undone |= {told.batch} if told.verb == Verb.UNDO else set()
        before = Decision.objects.count()
        _Here(by).take(told)
        assert Decision.objects.count() > before, told


class _Here:
    """What the names mean in this database now."""

    def __init__(self, by: User) -> None:
        names = names_now()
        self.by = by
        self.number = {
            name: {known: number for number, known in getattr(names, name).items()}
            for name in ("versions", "mentions", "events", "positions", "passages", "decisions", "notes")
        }

    def event(self, name: Name) -> Event:
        return Event.objects.get(pk=self.number["events"][name])

    def mention(self, name: Name) -> Mention:
        return Mention.objects.select_related("event").get(pk=self.number["mentions"][name])

    def passage(self, name: Name) -> Passage:
        return Passage.objects.select_related("mention__event").get(pk=self.number["passages"][name])

    def place(self, name: Name) -> tuple[DocumentVersion, int, int]:
        version, _, offsets = name.rpartition(":")
        start, end = offsets.split("-")
        return DocumentVersion.objects.get(pk=self.number["versions"][version]), int(start), int(end)

    def take(self, told: Told) -> None:
        target = self._target(told)
        how: dict[str, Any] = {"by": self.by, "because": told.because}
        together = {**how, "batch": told.batch}
        ways: dict[str, Callable[[], object]] = {
            Verb.ACCEPT: lambda: acts.accept(target, **together),
            Verb.CORRECT: lambda: self._correct(target, told, together),
            Verb.REJECT: lambda: acts.reject(target, **together),
            Verb.RESTORE: lambda: acts.restore(target, **how),
            Verb.DISMISS_READING: lambda: acts.dismiss_reading(target, **how),
            Verb.MERGE: lambda: arrangement.merge(self.event(told.other), into=self.event(told.event), **together),
            Verb.SPLIT: lambda: arrangement.split(self.event(told.event), self._mentions(told), **how),
            Verb.MOVE: lambda: arrangement.move(self._mentions(told)[0], to=self.event(told.other), **together),
            Verb.CREATE: lambda: self._create(told, how),
            Verb.ADD_PASSAGE: lambda: arrangement.add_passage(
                self._mentions(told)[0], *self.place(told.about), **together
            ),
            Verb.REMOVE_PASSAGE: lambda: arrangement.remove_passage(self.passage(told.about), **together),
            Verb.LINK: lambda: arrangement.link(
                self.event(told.event), self.event(told.other), LinkType(told.details["type"]),
                quote=told.details["quote"], **together,
            ),
            Verb.UNLINK: lambda: arrangement.unlink(
                self.event(told.event), self.event(told.other), LinkType(told.details["type"]), **together
            ),
            Verb.NOT_DUPLICATE: lambda: arrangement.not_duplicate(
                self.event(told.event), self.event(told.other), **how
            ),
            Verb.ANNOTATE: lambda: self._annotate(target, told),
            Verb.RESOLVE: lambda: acts.resolve(self._note(told.note), by=self.by),
            Verb.UNDO: lambda: acts.undo(Decision.objects.get(pk=self.number["decisions"][told.undoes]), **how),
        }  # fmt: skip
        ways[told.verb]()

    def _target(self, told: Told) -> Event | Position:
        if told.verb == Verb.CREATE:  # it is made by the act
            return Event()
        if told.event:
            return self.event(told.event)
        return Position.objects.get(pk=self.number["positions"][told.position])

    def _mentions(self, told: Told) -> list[Mention]:
        return [self.mention(name) for name in told.mentions]

    def _note(self, name: Name) -> Annotation:
        return Annotation.objects.get(pk=self.number["notes"][name])

    def _correct(self, target: Event | Position, told: Told, how: dict[str, Any]) -> None:
        if told.about and isinstance(target, Position):
            quotes.move_words(target, *self.place(told.about), by=self.by, because=told.because)
        else:
            acts.correct(target, told.field, told.after, **how)

    def _create(self, told: Told, how: dict[str, Any]) -> None:
        make = arrangement.create if told.event else arrangement.create_position
        make(*self.place(told.about), told.details["fields"], **how)

    def _annotate(self, target: Event | Position, told: Told) -> None:
        acts.annotate(
            target, told.text, by=self.by, tags=told.tags, field=told.field,
            passage=self.passage(told.about) if told.about else None,
            parent=self._note(told.parent) if told.parent else None,
        )  # fmt: skip


def record_told() -> list[str]:
    """The whole record in names: a line for each event, position, note, passage and account as it stands."""
    names = names_now()
    return [*_events_told(names), *_positions_told(names), *_words_told(names)]


def _columns(row: Any, *without: str) -> dict[str, Any]:
    """The row's own columns; its number and the numbers of others are told by name."""
    return {
        column.name: getattr(row, column.name)
        for column in row._meta.concrete_fields
        if not column.is_relation and column.name not in ("id", *without)
    }


def _events_told(names: Names) -> list[str]:
    rows = Event.objects.prefetch_related("actors", "issues", "measures", "links", "mentions")
    return sorted(
        f"{names.events[row.pk]}: {_columns(row, 'queue_reasons', 'conflicts')} "
        f"accounts differ in {_differing(row)} "
        f"{sorted(reason['code'] for reason in row.queue_reasons)} "
        f"actors {sorted(actor.slug for actor in row.actors.all())} issues {sorted(i.slug for i in row.issues.all())} "
        f"measures {[_columns(measure) for measure in row.measures.all()]} "
        f"links {sorted((names.events[link.target_id], str(_columns(link))) for link in row.links.all())} "
        f"accounts {sorted(names.mentions[mention.pk] for mention in row.mentions.all())} "
        f"goes to {names.events.get(row.merged_into_id or 0)}"
        for row in rows
    )


def _differing(row: Event) -> list[str]:
    """The fields in which accounts differ, with each value and how many documents say it: those go by numbers."""
    return sorted(
        f"{name}: {said['value']} in {len(said['documents'])}"
        for name, sayings in row.conflicts.items()
        for said in sayings
    )


def _positions_told(names: Names) -> list[str]:
    rows = Position.objects.select_related("speaker", "issue")
    return sorted(f"{names.positions[row.pk]}: {_columns(row)} {row.speaker} {row.issue}" for row in rows)


def _words_told(names: Names) -> list[str]:
    passages = [f"{names.passages[row.pk]}: {_columns(row)}" for row in Passage.objects.all()]
    notes = [f"{names.notes[row.pk]}: {_columns(row)}" for row in Annotation.objects.all()]
    return sorted(passages) + sorted(notes)
