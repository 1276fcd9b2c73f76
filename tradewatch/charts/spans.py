"""Spans of days: the window of a chart, and the days, weeks, months or years that divide it."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

MOST_PERIODS = 14
# In months: months, quarters, years, decades, centuries, millennia.
_STEPS = (1, 3, 12, 120, 1200, 12000)
_A_FORTNIGHT = 14
_FOUR_WEEKS = 28
_A_QUARTER = 92
_TWO_YEARS = 731


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From the first to the last day, both within it."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def years(self) -> str:
        """The year or years that it lies in: "2025", "2024–2026"."""
        return str(self.first.year) if self.first.year == self.last.year else f"{self.first.year}–{self.last.year}"

    def place(self, day: date) -> float:
        """Where the middle of a day stands, in percent of the width."""
        return round(100 * ((day - self.first).days + 0.5) / self.days, 3)

    def start_of(self, part: "Span") -> float:
        """Where a part of it begins, in percent."""
        return round(100 * (part.first - self.first).days / self.days, 3)

    def share_of(self, part: "Span") -> float:
        """How much of its width a part takes, in percent."""
        return round(100 * part.days / self.days, 3)

    def meets(self, earliest: date | None, latest: date | None) -> bool:
        """True when days known so far may lie in it; None is an open end, and two open ends lie nowhere."""
        if earliest is None and latest is None:
            return False
        return not (earliest and earliest > self.last) and not (latest and latest < self.first)

    def holds(self, earliest: date | None, latest: date | None) -> bool:
        """True when they lie in it whatever the day was."""
        return bool(earliest and latest and self.first <= earliest and latest <= self.last)

    def cut(self, earliest: date | None, latest: date | None) -> "Span":
        """The part of those days that lies in it."""
        first, last = max(earliest or self.first, self.first), min(latest or self.last, self.last)
        return Span(first=first, last=last)


def periods_of(window: Span) -> list[Span]:
    """The months of a window, or where they are many its quarters, years, decades …; cut to the window."""
    for step in _STEPS:
        periods = list(_every(step, window))
        if len(periods) <= MOST_PERIODS:
            break
    return periods


def weeks_of(window: Span) -> list[Span]:
    """The weeks of a window, from Monday to Sunday, the first and last cut to it."""
    monday = window.first.toordinal() - window.first.weekday()
    return [_between(at, at + 6, window) for at in range(monday, window.last.toordinal() + 1, 7)]


def columns_of(window: Span) -> list[Span]:
    """What a bar stands for: a week; a day where the window has few weeks, a period where it has very many."""
    if window.days <= _FOUR_WEEKS:
        days = (window.first + timedelta(days=at) for at in range(window.days))
        return [Span(first=day, last=day) for day in days]
    return weeks_of(window) if window.days <= _TWO_YEARS else periods_of(window)


def ticks_of(window: Span) -> list[date]:
    """The days that a short window names on its axis: every one in a fortnight, Mondays in a quarter, else none."""
    if window.days > _A_QUARTER:
        return []
    if window.days > _A_FORTNIGHT:
        return [week.first for week in weeks_of(window) if week.first.weekday() == 0]
    return [day.first for day in columns_of(window)]


def _every(step: int, window: Span) -> Iterator[Span]:
    """Spans of `step` months that a calendar would begin alike, cut to the window; no more than show that they are
    too many."""
    at = _month_number(window.first) // step * step
    end = _month_number(window.last)
    for count, month in enumerate(range(at, end + 1, step)):
        if count > MOST_PERIODS:
            return
        yield window.cut(_first_day(month), _last_day(month + step - 1))


def _between(first: int, last: int, window: Span) -> Span:
    low, high = max(first, window.first.toordinal()), min(last, window.last.toordinal())
    return Span(first=date.fromordinal(low), last=date.fromordinal(high))


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1) if month >= 12 else date.min


def _last_day(month: int) -> date:
    year, index = divmod(month, 12)
    return date.max if year > MAXYEAR else date(year, index + 1, calendar.monthrange(year, index + 1)[1])
