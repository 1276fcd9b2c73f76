"""When two quotes are the same evidence, and when a quote is evidence at all."""

import html
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

LONGEST_QUOTE = 90  # words: a whole page quoted would overlap with every event of it
_FEWEST_SHARED = 3  # words, unless the shorter quote has fewer
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_LINK_TARGET = re.compile(r"\]\([^()\s]{1,500}\)")  # of markdown: [words](where they lead)
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


def squashed(text: str) -> str:
    """Letters and digits in lower case, one space between words: what a quote keeps through any cleaning."""
    return _NOT_A_WORD.sub(" ", text.lower()).strip()


def overlap(one: str, other: str) -> bool:
    """The two share, in one run, at least half of the shorter one's words."""
    short, long_ = sorted((squashed(one).split(), squashed(other).split()), key=len)
    if not short:
        return False
    run = min(len(short), max(_FEWEST_SHARED, (len(short) + 1) // 2))
    return not set(_runs(short, run)).isdisjoint(_runs(long_, run))


def _runs(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def evidence(quotes: Sequence[str], text: str | None) -> list[str]:
    """The quotes that count: short enough, and standing in the squashed text. None: the text is not known."""
    short = [quote for quote in quotes if len(squashed(quote).split()) <= LONGEST_QUOTE]
    return short if text is None else [quote for quote in short if squashed(quote) and squashed(quote) in text]


def squashed_file(path: Path) -> str:
    """A text as quotes are looked for in it: of HTML and links what a reader sees, which is what a quote repeats."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix.lower() in (".html", ".htm"):
        text = html.unescape(_TAG.sub(" ", text))
    return squashed(_LINK_TARGET.sub("] ", text))
