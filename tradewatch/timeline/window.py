"""The window of dates: the span that the overview is drawn over, and the strip of whole years on which it is moved."""

from dataclasses import dataclass
from datetime import date

from tradewatch.charts.spans import Span
from tradewatch.records.filters import Filter

_YEAR = 2025  # of the dispute: the window where the filter names none


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Whole years around a window; `start` and `end` are the window's first and last day, counted from `first`."""

    first: date
    last: date
    start: int
    end: int

    @property
    def most(self) -> int:
        return (self.last - self.first).days

    @property
    def name(self) -> str:
        return str(self.first.year) if self.first.year == self.last.year else f"{self.first.year}–{self.last.year}"

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day of the window."""
        return date.fromordinal(self.first.toordinal() + self.start), date.fromordinal(
            self.first.toordinal() + self.end
        )


def span_of(chosen: Filter) -> Span:
    """The filter's window; an open end is that of the year of the dispute, or of the other end's own year."""
    first, last = chosen.window
    first = first or date(min(_YEAR, last.year) if last else _YEAR, 1, 1)
    last = last or date(max(_YEAR, first.year), 12, 31)
    return Span(first=first, last=max(first, last))


def strip_of(chosen: Filter) -> Strip:
    """The years that the window touches, and the year of the dispute, in whole."""
    span = span_of(chosen)
    first, last = date(min(_YEAR, span.first.year), 1, 1), date(max(_YEAR, span.last.year), 12, 31)
    return Strip(first=first, last=last, start=(span.first - first).days, end=(span.last - first).days)
