"""What was sought, marked where it stands: in titles and summaries, and in the part of a quote that holds it."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tradewatch.records.search import Sought, sought_in

_BEFORE = 60  # characters of a quote kept before the first word found, so that the word is seen on a line of its row
_AFTER = 240
_REST = r"[^\W_]*"  # of a word of which the beginning was sought


@dataclass(frozen=True, slots=True)
class Hits:
    """The words of a search. Without any, nothing is found and nothing is marked."""

    pattern: re.Pattern[str] | None

    @classmethod
    @lru_cache(maxsize=64)
    def of(cls, text: str) -> "Hits":
        """The hits of what a person typed, as search understands it: words, "phrases", beginnings*."""
        sought = [
            Sought(words=tuple(_folded(word) for word in one.words), is_open=one.is_open) for one in sought_in(text)
        ]
        # The longest first: of “tariff” and “tariff rate” the phrase is marked whole.
        patterns = sorted((one.pattern + _REST * one.is_open for one in sought), key=len, reverse=True)
        return cls(re.compile("|".join(patterns)) if patterns else None)

    def found_in(self, text: str) -> bool:
        return bool(self._spans(text))

    def marked(self, text: str) -> SafeString | str:
        """The text with every hit marked; as it is where there is none."""
        spans = self._spans(text)
        if not spans:
            return text
        edges = [0, *(edge for span in spans for edge in span), len(text)]
        pieces = ((text[low:high], at % 2) for at, (low, high) in enumerate(pairwise(edges)))
        return format_html_join("", "{}", ((_piece(words, hit=bool(hit)),) for words, hit in pieces))

    def snippet(self, text: str) -> SafeString | str:
        """The part of a text around its first hit, cut at words, with the hits marked."""
        spans = self._spans(text)
        if not spans:
            return text
        start, finish = max(spans[0][0] - _BEFORE, 0), min(spans[0][1] + _AFTER, len(text))
        before = text[start : spans[0][0]]
        if start:
            before = f"… {before.partition(' ')[2]}"
        after = text[spans[0][0] : finish]
        if finish < len(text):
            after = f"{after.rpartition(' ')[0]} …"
        return self.marked(before + after)

    def _spans(self, text: str) -> list[tuple[int, int]]:
        return [match.span() for match in self.pattern.finditer(_folded(text))] if self.pattern else []


class _Folding(dict[int, str]):
    """Each character without case and accents, one for one; learnt as texts bring them."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = (unicodedata.normalize("NFD", character)[:1].lower() or character)[:1]
        return self[code]


_FOLDING = _Folding()


def _folded(text: str) -> str:
    """The text without case and accents, character for character: offsets are those of the text."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def _piece(words: str, *, hit: bool) -> SafeString | str:
    return format_html("<mark>{}</mark>", words) if hit else words
