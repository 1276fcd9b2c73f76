"""How one act of an article stands to an earlier one, with the words that say so."""

from dataclasses import dataclass
from enum import StrEnum

Place = tuple[int, int]  # offset of an act's trigger, ordinal


class Several(StrEnum):
    """Which of several acts that fit a description is meant.

    None, as nobody can tell; or the last, the first, all; or whatever was done on the last day.
    """

    NONE = ""
    LAST = "last"
    FIRST = "first"
    ALL = "all"
    LAST_DAY = "last day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What the words say of an earlier act that they name without telling it; "" and () is nothing said.

    `actions` are those that the earlier act can have; `day` is the day or the days in which it began.
    `unless` are actions by which the earlier act has been undone where one of them came in between; `within` is how
    many days before the later act it may lie; `listed_on` is the day on which the parties were listed whose respite
    the earlier act gave; `also` is a second kind that is meant where it came last; what `is_general` falls on all
    goods.
    """

    kind: str
    side: str = ""
    actions: tuple[str, ...] = ()
    day: str = ""
    thing: str = ""
    place: str = ""
    issues: tuple[str, ...] = ()
    instruments: tuple[tuple[str, str], ...] = ()
    figure: float | None = None  # a rate, or how many are listed
    unless: tuple[str, ...] = ()
    within: int | None = None
    listed_on: str = ""
    also: str = ""
    is_general: bool = False
    several: Several = Several.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link from the act that carries it to the act told at `to`, or to one that is only described.

    `start`, `end` and `quote` are the words of the article; `rule` is what read them, `said` a line for the reviewer.
    Where it `is_surmised`, the words tell the act and not the link, which follows from what the two acts are: it is
    marked as inferred, and there need not have been an earlier act: without one that fits, nothing is left open.
    """

    type: str
    start: int
    end: int
    quote: str
    rule: str
    said: str
    to: Place | None = None
    about: Described | None = None
    is_surmised: bool = False
