"""What was decided about an item, newest first, in words; and the notes that people left on it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Prefetch

from tradewatch.records.models import Annotation, Decision, Event
from tradewatch.records.standing import history_of, standing
from tradewatch.review.shelves import Item
from tradewatch.review.wording import LABELS, said
from tradewatch.vocabulary import Verb

_NOTES = (Verb.ANNOTATE, Verb.RESOLVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One decision: who did what and when; `counts` is False for what was undone since."""

    number: int
    at: datetime
    who: str
    what: str
    before: str
    after: str
    because: str
    counts: bool
    can_be_undone: bool


@dataclass(slots=True, kw_only=True)
class Note:
    """An annotation with who left it, when, and its replies."""

    annotation: Annotation
    who: str
    at: datetime | None
    replies: list["Note"] = field(default_factory=list)


def entries_of(item: Item) -> list[Entry]:
    """The history. One query."""
    decisions = history_of(item)
    counting = {decision.pk for decision in standing(decisions)}
    undone = {decision.undoes_id for decision in decisions}
    return [_entry(decision, counts=decision.pk in counting, undone=decision.pk in undone) for decision in decisions]


def _entry(decision: Decision, *, counts: bool, undone: bool) -> Entry:
    is_undo = decision.verb == Verb.UNDO
    shows_change = bool(decision.field)
    return Entry(
        number=decision.pk,
        at=decision.at,
        who=who_decided(decision),
        what=what_was_done(decision),
        before=said(decision.field, decision.before) if shows_change else "",
        after=said(decision.field, decision.after) if shows_change else "",
        because=decision.because,
        counts=counts or (is_undo and not undone),
        can_be_undone=counts or (is_undo and not undone),
    )


def who_decided(decision: Decision) -> str:
    """The editor's name, or the run that decided in the machine's own name."""
    if decision.by:
        return decision.by.get_full_name() or decision.by.get_username()
    return f"the machine, run {decision.run_id}"


def what_was_done(decision: Decision) -> str:
    """ "Corrected the date", "Accepted", "Undid: corrected the kind"."""
    verb = Verb(decision.verb)
    label = LABELS.get(decision.field, "").lower()
    if verb == Verb.UNDO and decision.undoes:
        undone = what_was_done(decision.undoes) if decision.undoes.verb != Verb.UNDO else "an undo"
        return f"Undid: {undone[0].lower()}{undone[1:]}"
    if verb in _NOTES:
        return "Left a note" if verb == Verb.ANNOTATE else "Resolved a note"
    if label:
        return f"Corrected the {label}"
    if verb == Verb.DISMISS_READING:
        return "Kept what was decided against a new reading"
    return verb.label[0].upper() + verb.label[1:]


def threads_on(item: Item) -> list[Note]:
    """The notes with their replies, in the order in which they were left; withdrawn ones are left out. Two queries."""
    made = Decision.objects.filter(verb=Verb.ANNOTATE).select_related("by", "run")
    mine = (
        Annotation.objects.filter(event=item) if isinstance(item, Event) else Annotation.objects.filter(position=item)
    )
    rows = mine.filter(withdrawn=False).prefetch_related(Prefetch("decisions", queryset=made, to_attr="made"))
    notes = {row.pk: _note(row, row.made) for row in rows}
    roots: list[Note] = []
    for note in notes.values():
        above = notes.get(note.annotation.parent_id or 0)
        (above.replies if above else roots).append(note)
    return roots


def _note(annotation: Annotation, made: Sequence[Decision]) -> Note:
    decision = made[0] if made else None
    return Note(
        annotation=annotation, who=who_decided(decision) if decision else "", at=decision.at if decision else None
    )
