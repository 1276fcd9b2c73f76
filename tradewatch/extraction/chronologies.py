"""Texts whose paragraphs begin with their dates: "January 21 – …", "Feb. 4: …"."""

import re
from collections.abc import Sequence

from tradewatch.extraction.datatypes import Sentence

FEWEST_ENTRIES = 3  # paragraphs that begin with a date, in a chronology
ENTRY = re.compile(
    r"(?:,? ?\d{4})?\)? ?(?:[–—:|]|-(?=\s)|\.(?=\s|\Z))"
)  # what parts the date of an entry from its words
_ENTRY = re.compile(
    r"\W{0,4}(?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:(?:Early|Mid|Late)[ -])?"
    r"(?:\d{1,2}(?:-\d{1,2}| [A-Z][a-z]+ ?- ?\d{1,2})? )?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)\b(?: \d{1,2}\b)?(?:(?: to |-)(?:[A-Z][a-z]+ )?\d{1,2})?"
    + ENTRY.pattern
)


def is_chronology(text: str, sentences: Sequence[Sentence]) -> bool:
    """True of a text three of whose paragraphs begin with a date: "January 21 – …", "Feb. 4: …"."""
    first = {one.paragraph: one for one in reversed(sentences)}.values()
    return sum(_ENTRY.match(text, one.start, one.end) is not None for one in first) >= FEWEST_ENTRIES
