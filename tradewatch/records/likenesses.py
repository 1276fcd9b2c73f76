"""Which events may be one with which, as sentences for whoever reviews them."""

from collections.abc import Mapping, Sequence

from django.db.models import Q

from tradewatch.records.models import Decision, EventLikeness
from tradewatch.vocabulary import ReviewState, Verb

_GONE = (ReviewState.MERGED.value, ReviewState.REJECTED.value, ReviewState.WITHDRAWN.value)


def likenesses_of(events: Sequence[int], decisions: Mapping[int, Sequence[Decision]]) -> dict[int, list[str]]:
    """For each event a sentence for each other that it may be one with; none that an editor told apart. One query."""
    found: dict[int, list[str]] = {event: [] for event in events}
    rows = EventLikeness.objects.filter(Q(one__in=events) | Q(other__in=events))
    there = rows.filter(one__merged_into=None, other__merged_into=None)
    for row in there.exclude(one__review_state__in=_GONE).exclude(other__review_state__in=_GONE):
        for event, other in ((row.one_id, row.other_id), (row.other_id, row.one_id)):
            if event in found and not _told_apart(other, decisions.get(event, ())):
                found[event].append(f"It may be one with event {other}: {row.because}.")
    return found


def _told_apart(other: int, decisions: Sequence[Decision]) -> bool:
    return any(
        decision.verb == Verb.NOT_DUPLICATE and other in (decision.event_id, decision.other_id)
        for decision in decisions
    )
