"""The words that stand as evidence: the sentence, or of a long one the part around the trigger."""

import re

from tradewatch.extraction.datatypes import Sentence, Span

MOST_WORDS = 75
_BREAK = re.compile(r"[;:,—](?=\s)|\s(?=\([ivx\d]{1,3}\)\s)")
PLACE = re.compile(
    r"\b(?:in|at)\s(?:the\s)?(?:[a-z]+ (?:city|capital|town) of )?(Geneva|London|Stockholm"
    r"|Madrid|Kuala Lumpur|Busan|Beijing|Washington|Paris|Seoul|Gyeongju|Mar-a-Lago|Munich"
    r"|Switzerland|Malaysia|South Korea|Spain|Sweden|Shanghai)\b"
)


_DATELINE = re.compile(r"(GENEVA|LONDON|STOCKHOLM|MADRID|KUALA LUMPUR|BUSAN|PARIS|SEOUL)(?:, [A-Z][a-z]+\.? \d|[,/ ])")


def quote_of(sentence: Sentence, start: int, end: int) -> Span:
    """The evidence for a trigger at `start` to `end` of the sentence: at most about MOST_WORDS words, in one run."""
    first, last = 0, len(sentence.text)
    if len(sentence.text.split()) > MOST_WORDS:
        first, last = _around(sentence.text, start, end)
    text = sentence.text[first:last]
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    begin = sentence.start + first + lead
    return Span(start=begin, end=begin + len(text), text=text)


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Grown from the trigger to the breaks around it, to the right first, while it stays short enough."""
    breaks = [0, *(found.end() for found in _BREAK.finditer(text)), len(text)]
    first = max(b for b in breaks if b <= start)
    last = min((b for b in breaks if b >= end), default=len(text))
    for b in breaks:
        if b > last and len(text[first:b].split()) <= MOST_WORDS - 20:
            last = b
    for b in reversed(breaks):
        if b < first and len(text[b:last].split()) <= MOST_WORDS:
            first = b
    if len(text[first:last].split()) > MOST_WORDS:
        first, last = max(first, start - 220), min(last, end + 220)
        first = text.find(" ", first, start) + 1 if first else 0
        cut = text.rfind(" ", end, last) if last < len(text) else -1
        last = cut if cut > 0 else last
    return first, last


def place_in(text: str) -> str:
    """The place of a meeting, "" where none is named: "in Kuala Lumpur", or the dateline of who reports from it."""
    found = PLACE.search(text)
    if found:
        return found[1]
    dateline = _DATELINE.match(text)
    return dateline[1].title() if dateline else ""
