"""What a form of time expression is, and what is found of it in a text."""

import re
from collections.abc import Callable
from dataclasses import dataclass

Check = Callable[[re.Match[str]], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A form: the words it may begin with (lower case; "#" is any number), its pattern, and a check on the match."""

    name: str
    firsts: str
    pattern: str
    holds: Check | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A stretch of text that one rule matches, with what neighbours add to it."""

    rule: str
    start: int
    end: int
    match: re.Match[str]
    clock: re.Match[str] | None = None
    daypart: str = ""
    part: str = ""
    year: "Found | None" = None  # "last year" in "July last year"


MONTHS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
NUMBERS = (
    "# one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety a an half couple dozen several few many "
    "some about around roughly approximately nearly almost more less fewer at up over"
)
