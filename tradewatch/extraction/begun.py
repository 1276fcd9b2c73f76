"""Whose measure it is that has come into force: "US tariffs totalling 104% took effect", "levies on Chinese goods"."""

import re
from collections.abc import Sequence

from tradewatch.extraction.holders import Holder

REACH = 60  # characters before a measure in which its owner stands
_RIGHT_BEFORE = re.compile(
    r"(?:'s?)?(?: (?!(?:and|or|on|of|to|in|for|by|with|said|says|that|after|before|when|as|if|while|has|have|had|will"
    r"|would|is|are|was|were)\b)[\w.%-]+,?){0,5} ?"
)


def owner_of(text: str, start: int, holders: Sequence[Holder]) -> Holder | None:
    """Who is named right before the measure at `start` of a plain sentence: "Trump's sweeping [tariffs]"."""
    for holder in reversed(holders):
        if holder.end <= start and start - holder.end <= REACH:
            return holder if _RIGHT_BEFORE.fullmatch(text, holder.end, start) else None
    return None
