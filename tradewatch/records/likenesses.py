"""Which events may be one with which, as reasons for whoever reviews them."""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q

from tradewatch.records.models import Decision, EventLikeness
from tradewatch.vocabulary import ReviewState, Verb

# Off the timeline, an event is like no other.
GONE = (ReviewState.MERGED.value, ReviewState.REJECTED.value, ReviewState.WITHDRAWN.value)


def likenesses_of(
    events: Sequence[int], decisions: Mapping[int, Sequence[Decision]]
) -> dict[int, list[dict[str, str]]]:
    """For each event a reason to review it for each other that it may be one with: {code, said, of}, `of` being the
    other's number. None that an editor told apart. One query."""
    found: dict[int, list[dict[str, str]]] = {event: [] for event in events}
    rows = EventLikeness.objects.filter(Q(one__in=events) | Q(other__in=events))
    there = rows.filter(one__merged_into=None, other__merged_into=None)
    for row in there.exclude(one__review_state__in=GONE).exclude(other__review_state__in=GONE):
        for event, other in ((row.one_id, row.other_id), (row.other_id, row.one_id)):
            if event in found and not _told_apart(other, decisions.get(event, ())):
                said = f"It may be one with event {other}: {row.because}."
                found[event].append({"code": "duplicate", "said": said, "of": str(other)})
    return found


def likened_to(events: Iterable[int]) -> set[int]:
    """The events that any of these may be one with. One query."""
    numbers = list(events)
    if not numbers:
        return set()
    rows = EventLikeness.objects.filter(Q(one__in=numbers) | Q(other__in=numbers))
    return {number for pair in rows.values_list("one", "other") for number in pair} - set(numbers)


def _told_apart(other: int, decisions: Sequence[Decision]) -> bool:
    return any(
        decision.verb == Verb.NOT_DUPLICATE and other in (decision.event_id, decision.other_id)
        for decision in decisions
    )
