"""How the events that a filter keeps spread over spans of days and over months; counted, without a look at a row."""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tradewatch.charts.bars import Column
from tradewatch.charts.lanes import LANE_OF, Lane
from tradewatch.charts.spans import Span
from tradewatch.records.census import Census
from tradewatch.records.narrowing import Narrowed, listed_in, meeting, within
from tradewatch.vocabulary import Direction, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many events of the whole filtered list stand in a month."""

    total: int = 0
    escalate: int = 0
    ease: int = 0

    @property
    def neither(self) -> int:
        return self.total - self.escalate - self.ease


def tally_of(kept: Narrowed) -> Tally:
    """All of the list's events taken together."""
    return _tally(kept, kept.bits)


def tallies_of(kept: Narrowed) -> dict[date, Tally]:
    """{first day of a month: how many events stand in it, and how many sharpen or ease the dispute}."""
    return {first: _tally(kept, bits & kept.bits) for first, bits in _months_of(kept.census) if bits & kept.bits}


def _tally(kept: Narrowed, bits: int) -> Tally:
    return Tally(
        total=bits.bit_count(),
        escalate=(bits & kept.having("direction", Direction.ESCALATES)).bit_count(),
        ease=(bits & kept.having("direction", Direction.EASES)).bit_count(),
    )


def _months_of(census: Census) -> list[tuple[date, int]]:
    """Each month under which events stand, with them."""
    found: list[tuple[date, int]] | None = census.kept.get("months")
    if found is not None:
        return found
    found, days = [], census.days["listed_on"]
    left = days.known
    while left:
        first = date.fromordinal(days.least(left)[0]).replace(day=1)
        month = listed_in(census, first, first.replace(day=calendar.monthrange(first.year, first.month)[1]))
        found.append((first, month))
        left &= ~month
    months: list[tuple[date, int]] = census.keep("months", found)
    return months


def months_of_the_year(census: Census, year: int) -> list[int]:
    """For each month of a year the events that stand under it."""
    found = {first: events for first, events in _months_of(census) if first.year == year}
    return [found.get(date(year, month, 1), 0) for month in range(1, 13)]


def columns_of_kept(kept: Narrowed, spans: Iterable[Span]) -> list[Column]:
    """For each span the events that certainly lie in it, by lane and direction."""
    lanes = _by_lane_and_direction(kept)
    columns = []
    for span in spans:
        there = within(kept.census, span.first, span.last) & kept.bits
        numbers = {key: (bits & there).bit_count() for key, bits in lanes.items()} if there else {}
        columns.append(Column(span=span, numbers={key: number for key, number in numbers.items() if number}))
    return columns


def _by_lane_and_direction(kept: Narrowed) -> dict[tuple[Lane, Direction], int]:
    found: dict[tuple[Lane, Direction], int] = {}
    for side in Side:
        for direction in Direction:
            key = LANE_OF[side], direction
            found[key] = found.get(key, 0) | kept.having("side", side) & kept.having("direction", direction)
    return found


def numbers_meeting(kept: Narrowed, spans: Sequence[Span]) -> list[int]:
    """For each span how many events may lie in it: what its list will show."""
    return [drawn_in(kept, span).bit_count() for span in spans]


def drawn_in(kept: Narrowed, span: Span) -> int:
    """The events that may lie in a span."""
    return meeting(kept.census, span.first, span.last) & kept.bits
