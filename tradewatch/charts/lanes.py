"""The three lanes of a chart of acts: the United States above, China below, both sides and others between."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tradewatch.vocabulary import Side

ROW = 14  # from the middle of one mark to that of the next in a stack
_HALF = 9  # from the axis to the middle of the first mark; a halo reaches as far
_BAND = 54
_FEWEST = 5  # rows above and below: a chart with few marks is as high as one with some


class Lane(StrEnum):
    """Where an act stands."""

    ABOVE = "above"
    BETWEEN = "between"
    BELOW = "below"


LANE_OF = {Side.US: Lane.ABOVE, Side.CHINA: Lane.BELOW, Side.BOTH: Lane.BETWEEN, Side.OTHER: Lane.BETWEEN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """The two axes, which bound the lane between, and the height of it all, in pixels from the top.

    `foot` is what the names of days take of the lane below.
    """

    upper: int
    lower: int
    height: int
    foot: int = 0

    @property
    def band(self) -> int:
        return self.lower - self.upper

    def row(self, lane: Lane, number: int) -> float:
        """The middle of a row: outwards from the axis; between the axes from the middle, below and above in turn."""
        if lane == Lane.ABOVE:
            return self.upper - _HALF - ROW * number
        if lane == Lane.BELOW:
            return self.lower + _HALF + ROW * number
        step = (number + 1) // 2
        return (self.upper + self.lower) // 2 + ROW * (step if number % 2 else -step)


def lanes_for(rows: Mapping[Lane, int], *, foot: int = 0) -> Lanes:
    """Lanes that are high enough for so many rows of marks."""
    upper = _HALF + ROW * max(_FEWEST, rows.get(Lane.ABOVE, 0))
    lower = upper + max(_BAND, ROW * (rows.get(Lane.BETWEEN, 0) + 1))
    below = _HALF + ROW * max(_FEWEST, rows.get(Lane.BELOW, 0)) + foot
    return Lanes(upper=upper, lower=lower, height=lower + below, foot=foot)
