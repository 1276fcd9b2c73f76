"""Flat headings: "Third: China will resume purchases." whose status the sentence under them decides."""

import re
from collections.abc import Sequence

from tradewatch.extraction.datatypes import Candidate, Sentence

_COUNTED = re.compile(
    r"\s*(?:First|Second|Third|Fourth|Fifth|Sixth|Firstly|Secondly|Thirdly|Finally|\d{1,2}[.)]|[(]?[a-z][)])\s*[:—-]",
    re.I,
)

LONGEST_CAPTION = 9  # words


def flat_headings(candidates: Sequence[Candidate], sentences: Sequence[Sentence]) -> frozenset[int]:
    """The triggers of candidates that stand in a counted heading or a heading line."""
    flat = [s for s in sentences if s.is_heading or _COUNTED.match(s.text)]
    return frozenset(
        candidate.trigger for candidate in candidates for s in flat if s.start <= candidate.trigger < s.end
    )


def is_caption(text: str) -> bool:
    """A heading that runs into its paragraph: "De Minimis Tariff Increase." """
    words = text.split()
    capitals = sum(word[0].isupper() for word in words)
    return len(words) <= LONGEST_CAPTION and text.endswith(".") and capitals > len(words) / 2
