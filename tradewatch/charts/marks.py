"""One mark an act: where each stands, and the line of an act whose day is not known.

A mark of a day stands at that day. What is only known to lie in a month or a span is a line over it with the mark in
its middle; where one end is open the line runs to the edge, from the mark at the end that is known. Marks that would
cover each other stand in rows; in wide days they stand side by side.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tradewatch.charts.lanes import Lane
from tradewatch.charts.spans import Span

# In percent: a mark with its gap, 15 pixels, on the narrowest plot that shows marks, 850 pixels.
WIDTH = 1.765
MOST_MARKS = 150
MOST_ROWS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a mark is drawn for; `key` is how the caller knows it again."""

    key: int
    lane: Lane
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Its middle across in percent, its row counted from the axis, and the ends of its line if it has one."""

    key: int
    lane: Lane
    x: float
    row: int
    line: tuple[float, float] | None = None

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where it takes up its row."""
        ends = (self.x - WIDTH / 2, self.x + WIDTH / 2)
        return (min(ends[0], self.line[0]), max(ends[1], self.line[1])) if self.line else ends


def marks_of(acts: Sequence[Act], window: Span) -> list[Mark]:
    """A mark for each act that meets the window, none over another; the best known first, then by time."""
    taken: dict[Lane, list[list[tuple[float, float]]]] = {lane: [] for lane in Lane}
    marks = []
    for act in sorted((act for act in acts if window.meets(act.earliest, act.latest)), key=_order):
        mark = _first_free(act, _wishes(act, window), taken[act.lane])
        rows = taken[act.lane]
        if mark.row == len(rows):
            rows.append([])
        rows[mark.row].append(mark.reach)
        marks.append(mark)
    return marks


def rows_of(marks: Iterable[Mark]) -> dict[Lane, int]:
    """How many rows each lane needs."""
    rows = dict.fromkeys(Lane, 0)
    for mark in marks:
        rows[mark.lane] = max(rows[mark.lane], mark.row + 1)
    return rows


def _order(act: Act) -> tuple[int, date, int]:
    """Days lie next to the axis; the less is known of a day, the further out it lies."""
    first, last = act.earliest or date.min, act.latest or date.max
    return (last - first).days, first, act.key


def _wishes(act: Act, window: Span) -> list[tuple[float, tuple[float, float] | None]]:
    """Where an act may stand, the best first."""
    if act.earliest == act.latest and act.earliest is not None:
        return [(x, None) for x in _within_the_day(window.place(act.earliest), window)]
    part = window.cut(act.earliest, act.latest)
    start = 0.0 if act.earliest is None or act.earliest < window.first else window.place(part.first)
    end = 100.0 if act.latest is None or act.latest > window.last else window.place(part.last)
    middle = round((start + end) / 2, 3)
    if act.latest is None and start > 0:
        middle = start
    if act.earliest is None and end < 100:
        middle = end
    return [(middle, (start, end))]


def _within_the_day(middle: float, window: Span) -> Iterator[float]:
    """The middle of a day, then to its right and left as far as the day has room: hours are not known."""
    yield middle
    beside = int((100 / window.days - WIDTH) / 2 / WIDTH)
    for step in range(1, beside + 1):
        yield round(middle + step * WIDTH, 3)
        yield round(middle - step * WIDTH, 3)


def _first_free(
    act: Act, wishes: list[tuple[float, tuple[float, float] | None]], rows: list[list[tuple[float, float]]]
) -> Mark:
    for number, row in enumerate([*rows, []]):
        for x, line in wishes:
            mark = Mark(key=act.key, lane=act.lane, x=x, row=number, line=line)
            if all(_apart(mark.reach, other) for other in row):
                return mark
    raise AssertionError  # the last row is empty


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    # Places are rounded to a thousandth of a percent, a hundredth of a pixel.
    return one[1] <= other[0] + 0.002 or other[1] <= one[0] + 0.002
