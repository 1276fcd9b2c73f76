"""What was decided about an item, newest first, in words; and the notes that people left on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

from django.db.models import Prefetch, Q

from tradewatch.records.accounts import same
from tradewatch.records.models import Annotation, Decision, Event
from tradewatch.records.standing import history_of, standing
from tradewatch.review.beside import ANSWER
from tradewatch.review.sentences import from_and_to, what_was_done, who_decided
from tradewatch.review.shelves import Item, shelf_of
from tradewatch.review.wording import LABELS
from tradewatch.vocabulary import Verb


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
    words: str  # that it rests on; "" where it names none
    passage: int | None  # in which they stand
    field: str
    counts: bool
    can_be_undone: bool
    can_be_reverted: bool  # the field has another value now than before this correction


@dataclass(slots=True, kw_only=True)
class Note:
    """An annotation with who left it, when, and its replies."""

    annotation: Annotation
    who: str
    at: datetime | None
    about: str = ""
    elsewhere: int | None = None  # the merged event on which it was left
    reply: str = ""  # an answer that was typed and not sent yet
    replies: list["Note"] = field(default_factory=list)


def entries_of(item: Item) -> list[Entry]:
    """The history. One query."""
    decisions = history_of(item)
    counting = {decision.pk for decision in standing(decisions)}
    undone = {decision.undoes_id for decision in decisions}
    seen_from = item.pk if isinstance(item, Event) else None
    values = shelf_of(item).values_of(item)
    return [
        _entry(decision, values, seen_from, counts=decision.pk in counting, undone=decision.pk in undone)
        for decision in decisions
    ]


def _entry(
    decision: Decision, values: Mapping[str, Any], seen_from: int | None, *, counts: bool, undone: bool
) -> Entry:
    stands = counts or (decision.verb == Verb.UNDO and not undone)
    before, after = from_and_to(decision)
    rests_on = decision.details.get("rests_on", {})
    is_correction = decision.verb == Verb.CORRECT
    return Entry(
        number=decision.pk,
        at=decision.at,
        who=who_decided(decision),
        what=what_was_done(decision, seen_from),
        before=before,
        after=after,
        because=decision.because,
        words=rests_on.get("quote", ""),
        passage=rests_on.get("passage"),
        field=decision.field,
        counts=stands,
        can_be_undone=stands,
        can_be_reverted=is_correction and not same(decision.before, values.get(decision.field)),
    )


def threads_on(item: Item, typed: Mapping[str, str] = MappingProxyType({})) -> list[Note]:
    """The notes with their replies, in the order in which they were left; withdrawn ones are left out. Those on an
    event that was merged into this one are among them. `typed`: answers in the making. Two queries."""
    made = Decision.objects.filter(verb=Verb.ANNOTATE).select_related("by", "run")
    mine = Q(event=item) | Q(event__merged_into=item) if isinstance(item, Event) else Q(position=item)
    rows = Annotation.objects.filter(mine, withdrawn=False).select_related("passage").order_by("pk")
    rows = rows.prefetch_related(Prefetch("decisions", queryset=made, to_attr="made"))
    notes = {row.pk: _note(row, row.made, item, typed.get(f"{ANSWER}{row.pk}", "")) for row in rows}
    roots: list[Note] = []
    for note in notes.values():
        above = notes.get(note.annotation.parent_id or 0)
        (above.replies if above else roots).append(note)
    return roots


def _note(annotation: Annotation, made: Sequence[Decision], item: Item, reply: str) -> Note:
    decision = made[0] if made else None
    elsewhere = annotation.event_id if isinstance(item, Event) and annotation.event_id != item.pk else None
    return Note(
        annotation=annotation,
        who=who_decided(decision) if decision else "",
        at=decision.at if decision else None,
        about=_about(annotation),
        elsewhere=elsewhere,
        reply=reply,
    )


def _about(annotation: Annotation) -> str:
    """ "the date", "the words “…”"; "" where the note is on the whole."""
    if annotation.passage:
        return f"the words “{annotation.passage.quote}”"
    return f"the {LABELS[annotation.field].lower()}" if annotation.field in LABELS else annotation.field
