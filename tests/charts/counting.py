"""Columns counted from rows, one by one: what the bars of tests are made of, and what the record's own counting must equal."""

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from tradewatch.charts.bars import Column
from tradewatch.charts.lanes import Lane
from tradewatch.charts.spans import Span
from tradewatch.vocabulary import Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many acts share these days, lane and direction."""

    earliest: date | None
    latest: date | None
    lane: Lane
    direction: Direction
    number: int


def columns_for(counts: Iterable[Count], spans: Sequence[Span]) -> list[Column]:
    """A column for each span, which follow each other. What may lie in more than one of them is in none."""
    starts = [span.first for span in spans]
    numbers: list[dict[tuple[Lane, Direction], int]] = [{} for _ in spans]
    for count in counts:
        at = bisect.bisect_right(starts, count.earliest) - 1 if count.earliest else -1
        if at < 0 or not spans[at].holds(count.earliest, count.latest):
            continue
        key = count.lane, count.direction
        numbers[at][key] = numbers[at].get(key, 0) + count.number
    return [Column(span=span, numbers=found) for span, found in zip(spans, numbers, strict=True)]


def meeting(counts: Iterable[Count], spans: Sequence[Span]) -> list[int]:
    """For each of the spans, which follow each other, how many acts may lie in it: what its list will show."""
    starts = [span.first for span in spans]
    whole = Span(first=spans[0].first, last=spans[-1].last)
    changes = [0] * (len(spans) + 1)
    for count in counts:
        if not whole.meets(count.earliest, count.latest):
            continue
        first = max(bisect.bisect_right(starts, count.earliest) - 1, 0) if count.earliest else 0
        last = bisect.bisect_right(starts, count.latest) if count.latest else len(spans)
        changes[first] += count.number
        changes[last] -= count.number
    return list(accumulate(changes[:-1]))
