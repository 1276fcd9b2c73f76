"""Volumes for different periods are acts apart: "12 million tonnes this year and 25 million a year until 2028"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tradewatch.extraction.parsing import Parsed
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Kind, Unit

_TOTAL = re.compile(
    r"\b(?:total(?:s|l?ing)?|sum|tally)(?: (?:recent|known|confirmed|announced))?"
    r"(?: (?:purchases|volumes?|sales|commitments|bookings|orders))?(?: so far| this year)?"
    r" (?:to |of |at |close to )?(?:about |almost |nearly |some |around |close to |more than |over |at least )?$",
    re.I,
)


def by_volume(finding: Finding, whole: Parsed, borders: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The parts of a sentence that tell of volumes for different periods: each is an act of its own.

    "12 million tonnes by the end of the year | and 25 million tonnes a year until 2028"
    """
    volumes = [f for f in whole.figures if f.unit == Unit.TONNES and finding.begin <= f.start < borders[1]]
    volumes = [f for f in volumes if not _TOTAL.search(whole.text, 0, f.start)]
    if finding.rule.kind != Kind.PURCHASE or len(volumes) < 2:
        yield borders
        return
    starts = [borders[0], *(volume.start for volume in volumes[1:]), borders[1]]
    yield from pairwise(starts)
