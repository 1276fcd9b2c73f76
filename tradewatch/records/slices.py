"""Numbers of many rows as a few bitsets, so that "which are at most so much" needs no look at any row.

The n-th slice has the bit of each row whose number has its n-th binary digit set.
"""

from collections.abc import Mapping
from dataclasses import dataclass

_DIGITS = 22  # of the ordinal of any date


@dataclass(frozen=True, slots=True)
class Slices:
    """`known`: the rows that have a number at all."""

    known: int
    digits: tuple[int, ...]

    def up_to(self, number: int) -> int:
        """The rows whose number is at most this."""
        below, level = 0, self.known
        for at in reversed(range(_DIGITS)):
            high = level & self.digits[at]
            if number >> at & 1:
                below |= level ^ high
                level = high
            else:
                level ^= high
        return below | level

    def least(self, among: int) -> tuple[int, int]:
        """The lowest number of any of these rows, which all have one, and the rows that have it."""
        number = 0
        for at in reversed(range(_DIGITS)):
            low = among & ~self.digits[at]
            number |= (not low) << at
            among = low or among
        return number, among

    def greatest(self, among: int) -> tuple[int, int]:
        """The highest number of any of these rows, which all have one, and the rows that have it."""
        number = 0
        for at in reversed(range(_DIGITS)):
            high = among & self.digits[at]
            number |= bool(high) << at
            among = high or among
        return number, among

    def without(self, rows: int) -> "Slices":
        """The same but for these rows, which have no number then."""
        return Slices(self.known & ~rows, tuple(digit & ~rows for digit in self.digits))

    def with_(self, rows_by_number: Mapping[int, int]) -> "Slices":
        """With the rows that have these numbers; they must have had none."""
        known, digits = self.known, list(self.digits)
        for number, rows in rows_by_number.items():
            known |= rows
            for at in range(_DIGITS):
                if number >> at & 1:
                    digits[at] |= rows
        return Slices(known, tuple(digits))


NOTHING = Slices(0, (0,) * _DIGITS)
