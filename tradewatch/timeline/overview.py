"""The overview above the list: every dated act of the filter in its window, a mark each (two queries) or bars."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from tradewatch import edtf
from tradewatch.charts.bars import Block, Column, blocks_of, unit_of
from tradewatch.charts.lanes import LANE_OF, Lane, Lanes, lanes_for
from tradewatch.charts.marks import MOST_MARKS, MOST_ROWS, Act, Mark, marks_of, rows_of
from tradewatch.charts.spans import Span, columns_of, periods_of, ticks_of
from tradewatch.records.census import numbers_of
from tradewatch.records.filters import EventFilter
from tradewatch.records.narrowing import Narrowed
from tradewatch.records.querysets import EventQuerySet
from tradewatch.timeline.arcs import Arc, arcs_among
from tradewatch.timeline.spread import columns_of_kept, drawn_in, numbers_meeting
from tradewatch.timeline.window import span_of
from tradewatch.vocabulary import Side

_SMALL = Lanes(upper=56, lower=86, height=142)
_SHOWN = ("pk", "kind", "action", "status", "direction", "side", "date", "earliest", "latest", "title")
_TICK = 14  # the height of a line with the names of days
_LENGTHS = ((1, "day"), (7, "week"), (31, "month"), (92, "quarter"), (366, "year"))
_NAMES = {Lane.ABOVE: "US", Lane.BELOW: "China", Lane.BETWEEN: "both sides and others"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnMark:
    """A mark with what it is drawn for, and where."""

    number: int
    title: str
    kind: str
    action: str
    status: str
    direction: str
    x: float
    y: float
    line: tuple[float, float] | None
    arcs: tuple[Arc, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A column that can be opened: the list of its days."""

    address: str
    title: str
    blocks: list[Block]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A month, or a longer stretch of a long window, with the number of events that its list holds."""

    start: float
    width: float
    name: str
    words: str
    number: int
    address: str
    is_whole: bool  # there is no other: the list is already narrowed to it

    @property
    def letter(self) -> str:
        """The name where there is no room for it: a month's first letter, a year's last two figures."""
        return self.name[-2:] if self.name[0] in "Q12" else self.name[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the page draws: marks or bars, and for narrow screens bars by month. `notes` say what is not drawn."""

    window: Span
    lanes: Lanes
    marks: list[DrawnMark]
    bars: list[Bar]
    small_lanes: Lanes
    small_bars: list[Bar]
    in_no_small_bar: int
    periods: list[Period]
    ticks: list[tuple[float, date]]
    notes: list[str]
    notes_on_bars: list[str]


def overview_of(chosen: EventFilter, kept: Narrowed, seen: EventQuerySet) -> Overview:
    """The chart of what the filter keeps of the events that the reader may see."""
    window = span_of(chosen)
    drawn = drawn_in(kept, window)
    number = drawn.bit_count()
    marks, lanes = None, _lanes({}, window)
    if number <= MOST_MARKS:
        marks, lanes = _marks(seen.filter(pk__in=numbers_of(drawn)), window)
    columns = columns_of_kept(kept, columns_of(window)) if marks is None else []
    spans, opened = periods_of(window), _addresses(chosen)
    small = columns_of_kept(kept, spans)
    return Overview(
        window=window,
        lanes=lanes,
        marks=_joined(marks) if marks else [],
        bars=_bars(columns, window, lanes, opened),
        small_lanes=_SMALL,
        small_bars=_bars(small, window, _SMALL, opened),
        in_no_small_bar=number - _barred(small),
        periods=_periods(spans, numbers_meeting(kept, spans), window, opened),
        ticks=[(window.place(day), day) for day in ticks_of(window)],
        notes=_notes(kept, number, window),
        notes_on_bars=_notes_on_bars(number, columns),
    )


def _marks(events: EventQuerySet, window: Span) -> tuple[list[DrawnMark] | None, Lanes]:
    """The marks with the lanes that hold them; None where some day is so full that its stack would be a tower."""
    found = {row.pk: row for row in events.order_by().values_list(*_SHOWN, named=True)}
    acts = [
        Act(key=row.pk, lane=LANE_OF[Side(row.side)], earliest=row.earliest, latest=row.latest)
        for row in found.values()
    ]
    marks = marks_of(acts, window)
    needed = rows_of(marks)
    if max(needed.values()) > MOST_ROWS:
        return None, _lanes({}, window)
    lanes = _lanes(needed, window)
    return [_drawn(mark, found[mark.key], lanes) for mark in marks], lanes


def _joined(marks: Sequence[DrawnMark]) -> list[DrawnMark]:
    """The marks with the lines to what they answer and to what answered them."""
    arcs = arcs_among(marks)
    return [replace(mark, arcs=tuple(arcs[mark.number])) if mark.number in arcs else mark for mark in marks]


def _lanes(rows: Mapping[Lane, int], window: Span) -> Lanes:
    return lanes_for(rows, foot=_TICK if ticks_of(window) else 0)


def _drawn(mark: Mark, row: Any, lanes: Lanes) -> DrawnMark:
    name = row.title or f"event {row.pk}"
    return DrawnMark(
        number=row.pk,
        title=f"{edtf.wording(row.date)}, {Side(row.side).label}: {name}",
        kind=row.kind,
        action=row.action,
        status=row.status,
        direction=row.direction,
        x=mark.x,
        y=lanes.row(mark.lane, mark.row),
        line=mark.line,
    )


def _bars(columns: Sequence[Column], window: Span, lanes: Lanes, opened: Callable[[Span], str]) -> list[Bar]:
    unit = unit_of(columns, lanes)
    return [
        Bar(
            address=opened(column.span),
            title=f"{_words(column.span)}: {_totals(column)}",
            blocks=blocks_of(column, window, lanes, unit),
        )
        for column in columns
        if column.numbers
    ]


def _totals(column: Column) -> str:
    return ", ".join(f"{name} {column.total(lane)}" for lane, name in _NAMES.items() if lane in column.totals)


def _periods(
    spans: Sequence[Span], numbers: Sequence[int], window: Span, opened: Callable[[Span], str]
) -> list[Period]:
    return [
        Period(
            start=window.start_of(span),
            width=window.share_of(span),
            name=name_of(span, window),
            words=_words(span),
            number=number,
            address=opened(span),
            is_whole=len(spans) == 1,
        )
        for span, number in zip(spans, numbers, strict=True)
    ]


def name_of(span: Span, window: Span) -> str:
    """A period as the axis has it: "Apr", with its year where there are several, "Q2 2025", "2025", "2020–2029"."""
    if span.first.year != span.last.year:
        return span.years
    months = span.last.month - span.first.month + 1
    year = "" if window.first.year == window.last.year else f" {span.first.year}"
    if months == 1:
        return f"{span.first:%b}{year}"
    return f"Q{(span.first.month + 2) // 3}{year}" if months <= 3 else str(span.first.year)


def _addresses(chosen: EventFilter) -> Callable[[Span], str]:
    """What makes the address of a span's list: the filter is written once for all bars, not for each."""
    before, after = chosen.href(chosen.query(from_="first", to="last", event=None)).split("from=first&to=last")
    return lambda span: f"{before}from={span.first.isoformat()}&to={span.last.isoformat()}{after}"


@lru_cache(maxsize=4096)
def _words(span: Span) -> str:
    month = span.first.isoformat()[:7]
    if edtf.bounds_of(month) == edtf.Bounds(earliest=span.first, latest=span.last):
        return edtf.wording(month)
    return edtf.wording(edtf.interval(span.first, span.last))


def _notes(kept: Narrowed, drawn: int, window: Span) -> list[str]:
    """What the chart leaves out, whichever way it is drawn."""
    notes = []
    outside = kept.total - drawn - kept.undated
    if kept.undated:
        notes.append(f"{kept.undated} without a date {_are(kept.undated)} not drawn")
    if outside:
        notes.append(f"{outside} outside {window.years} {_are(outside)} not drawn")
    return notes


def _notes_on_bars(drawn: int, columns: Sequence[Column]) -> list[str]:
    """What a bar is, and what stands in none."""
    if not columns:
        return []
    notes = [f"a bar is a {_length(columns)}, too full for single marks"]
    unbarred = drawn - _barred(columns)
    if unbarred:
        notes.append(f"{unbarred} known only to a longer span {_are(unbarred)} in no bar")
    return notes


def _length(columns: Sequence[Column]) -> str:
    days = max(column.span.days for column in columns)
    return next((name for most, name in _LENGTHS if days <= most), "span of years")


def _barred(columns: Iterable[Column]) -> int:
    return sum(sum(column.totals.values()) for column in columns)


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
