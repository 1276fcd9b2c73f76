"""Bars where marks would be too many: each stands for the acts of a week or another span, by lane and direction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tradewatch.charts.lanes import Lane, Lanes
from tradewatch.charts.spans import Span
from tradewatch.vocabulary import Direction

_ORDER = (Direction.ESCALATES, Direction.NEITHER, Direction.EASES)
_HIGHEST = 8.0  # of one act, in pixels: a lone act is no tower
_GAP = 0.16  # of a column's width


@dataclass(frozen=True, kw_only=True)
class Column:
    """The acts that certainly lie in a span."""

    span: Span
    numbers: Mapping[tuple[Lane, Direction], int]

    @cached_property
    def totals(self) -> Mapping[Lane, int]:
        """The acts of each lane that has any."""
        found: dict[Lane, int] = {}
        for (lane, _), number in self.numbers.items():
            found[lane] = found.get(lane, 0) + number
        return found

    def total(self, lane: Lane) -> int:
        return self.totals.get(lane, 0)


class Block(NamedTuple):
    """One direction's part of a bar: across in percent, down in pixels."""

    direction: Direction
    x: float
    width: float
    y: float
    height: float


def unit_of(columns: Sequence[Column], lanes: Lanes) -> float:
    """The height of one act, the same in all lanes, so that the highest bar of each just fits."""
    room = {Lane.ABOVE: lanes.upper, Lane.BETWEEN: lanes.band, Lane.BELOW: lanes.height - lanes.foot - lanes.lower}
    highest = {lane: max((column.total(lane) for column in columns), default=0) for lane in Lane}
    return min([_HIGHEST, *((room[lane] - 4) / highest[lane] for lane in Lane if highest[lane])])


def blocks_of(column: Column, window: Span, lanes: Lanes, unit: float) -> list[Block]:
    """The bars of a column: up from the upper axis, down from the lower one, and between them up from the lower."""
    start, width = window.start_of(column.span), window.share_of(column.span)
    x, narrow = round(start + width * _GAP / 2, 3), round(width * (1 - _GAP), 3)
    blocks = []
    for lane, base in ((Lane.ABOVE, lanes.upper), (Lane.BETWEEN, lanes.lower), (Lane.BELOW, lanes.lower)):
        if lane not in column.totals:
            continue
        reached = 0.0
        for direction in _ORDER:
            tall = column.numbers.get((lane, direction), 0) * unit
            y = base + reached if lane == Lane.BELOW else base - reached - tall
            reached += tall
            if tall:
                blocks.append(Block(direction=direction, x=x, width=narrow, y=round(y, 2), height=round(tall, 2)))
    return blocks
