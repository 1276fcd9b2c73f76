"""What one time expression means, given what came before it: its TIMEX3 value and where that comes from."""

from collections.abc import Callable
from dataclasses import dataclass

from tradewatch.extraction.dates.context import Context
from tradewatch.extraction.dates.forms import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A TIMEX3 value; `edtf` only where it is not the value's own (intervals, a time of day without its day)."""

    timex: str
    source: str
    edtf: str | None = None


Reader = Callable[[Found, Context], Meaning | None]
