"""Flat headings: "Third: China will resume purchases." whose status the sentence under them decides."""

import re
from collections.abc import Sequence

from tradewatch.extraction.datatypes import Candidate, Sentence

_COUNTED = re.compile(
    r"\s*(?:First|Second|Third|Fourth|Fifth|Sixth|Firstly|Secondly|Thirdly|Finally|\d{1,2}[.)]|[(]?[a-z][)])\s*[:—-]",
    re.I,
)


def flat_headings(candidates: Sequence[Candidate], sentences: Sequence[Sentence]) -> frozenset[int]:
    """The triggers of candidates that stand in a counted heading or a heading line."""
    flat = [s for s in sentences if s.is_heading or _COUNTED.match(s.text)]
    return frozenset(
        candidate.trigger for candidate in candidates for s in flat if s.start <= candidate.trigger < s.end
    )
