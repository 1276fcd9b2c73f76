"""How a decision is taken: one row, in the transaction that folds again whatever it touches."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from tradewatch.records.folding import place_mention, refold
from tradewatch.records.folding_positions import refold_positions
from tradewatch.records.models import Annotation, Decision, Event, IngestionRun, Mention, Position
from tradewatch.records.standing import standing
from tradewatch.vocabulary import Verb


@transaction.atomic
def decide(  # noqa: PLR0913 - one row, each column of it named
    verb: Verb,
    *,
    by: User | None = None,
    run: IngestionRun | None = None,
    event: Event | None = None,
    position: Position | None = None,
    other: Event | None = None,
    annotation: Annotation | None = None,
    mentions: Sequence[Mention] = (),
    field: str = "",
    before: Any = None,
    after: Any = None,
    because: str = "",
    details: dict[str, Any] | None = None,
    undoes: Decision | None = None,
    batch: int | None = None,
) -> Decision:
    """Append the decision and bring the record up to date with it.

    `event` or `position` is its subject; `other` the second event: of a merge the one that disappears, of a split or
    move the one that the mentions go to, of a link its target. `by` is a person; `run` decides in the machine's name.
    Details that the fold reads: `fields` (accept, create), `machine` (what the machine said then), `type` and `quote`
    (links), `passage`.
    """
    decision = Decision.objects.create(
        at=timezone.now(),
        by=by,
        run=run,
        verb=verb.value,
        event=event,
        position=position,
        other=other,
        annotation=annotation,
        field=field,
        before=before,
        after=after,
        because=because,
        details=details or {},
        undoes=undoes,
        batch=batch,
    )
    decision.mentions.set(mentions)
    apply(decision)
    return decision


def apply(decision: Decision) -> None:
    """Fold again whatever a decision touches: its events, the events that its mentions leave or join, its notes."""
    source = decision.undoes or decision
    while source.undoes:
        source = source.undoes
    touched = {number for number in (source.event_id, source.other_id) if number}
    for mention in _mentions_moved_by(source):
        touched |= place_mention(mention)
    refold(touched)
    if source.position_id:
        refold_positions([source.position_id])
    if source.annotation_id:
        _refresh_note(source.annotation_id)


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
