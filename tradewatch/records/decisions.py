"""How a decision is taken: one row, in the transaction that folds again whatever it touches."""

from collections.abc import Iterable, Sequence
from typing import Any, TypedDict, Unpack

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from tradewatch.records.folding import place_mention, refold
from tradewatch.records.folding_positions import refold_positions
from tradewatch.records.models import Annotation, Decision, Event, IngestionRun, Mention, Position
from tradewatch.records.standing import standing
from tradewatch.vocabulary import Verb


class Columns(TypedDict, total=False):
    """What a decision says beside its verb.

    `event` or `position` is its subject; `other` the second event: of a merge the one that disappears, of a split or
    move the one that the mentions go to, of a link its target. `by` is a person; `run` decides in the machine's name.
    Details that the fold reads: `fields` (accept, create, a split of what nothing reads), `machine` (what the machine
    said then), `type` and `quote` (links), `passage`; `rests_on` names the words of which an editor made it.
    """

    by: User | None
    run: IngestionRun | None
    event: Event | None
    position: Position | None
    other: Event | None
    annotation: Annotation | None
    mentions: Sequence[Mention]
    field: str
    before: Any
    after: Any
    because: str
    details: dict[str, Any]
    undoes: Decision | None
    batch: int | None


def decide(verb: Verb, **columns: Unpack[Columns]) -> Decision:
    """Append a decision and bring the record up to date with it, in one transaction."""
    with transaction.atomic():
        decision = record(verb, **columns)
        apply([decision])
    return decision


def record(verb: Verb, **columns: Unpack[Columns]) -> Decision:
    """Append the decision's row alone: whoever calls this applies it in the same transaction."""
    mentions = columns.pop("mentions", ())
    decision = Decision.objects.create(at=timezone.now(), verb=verb.value, **columns)
    if mentions:
        decision.mentions.set(mentions)
    return decision


def apply(decisions: Iterable[Decision]) -> None:
    """Fold again whatever these touch: their events, the events that their mentions leave or join, their notes."""
    events, positions, notes = set[int](), set[int](), set[int]()
    for source in map(_first_undone, decisions):
        events |= {number for number in (source.event_id, source.other_id) if number}
        if source.verb == Verb.MERGE:
            # Whatever one of the two took in before leads on to where the other leads now.
            events |= set(Event.objects.filter(merged_into__in=events).values_list("pk", flat=True))
        for mention in _mentions_moved_by(source):
            events |= place_mention(mention)
        positions |= {source.position_id} if source.position_id else set()
        notes |= {source.annotation_id} if source.annotation_id else set()
    refold(events)
    refold_positions(positions)
    for note in sorted(notes):
        _refresh_note(note)


def _first_undone(decision: Decision) -> Decision:
    """The decision that an undo, or an undo of an undo, is about in the end; any other one itself."""
    while decision.undoes:
        decision = decision.undoes
    return decision


def _mentions_moved_by(decision: Decision) -> list[Mention]:
    named = list(decision.mentions.all())
    if decision.verb == Verb.MERGE and decision.other_id:
        named += Mention.objects.filter(groupings__event=decision.other_id).exclude(
            pk__in=[mention.pk for mention in named]
        )
    return named


def _refresh_note(number: int) -> None:
    """A note is withdrawn while the decision that made it is undone, and resolved while a `resolve` counts."""
    on_it = Decision.objects.filter(annotation=number)
    undos = Decision.objects.filter(undoes__annotation=number)
    counting = {
        decision.verb
        for decision in standing({*on_it, *undos, *Decision.objects.filter(undoes__undoes__annotation=number)})
    }
    Annotation.objects.filter(pk=number).update(
        resolved=Verb.RESOLVE in counting, withdrawn=Verb.ANNOTATE not in counting
    )
