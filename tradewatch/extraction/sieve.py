"""Patterns that know what they need: a text that lacks a word for one is told from its words, and not searched.

Where a pattern begins with a word, it is tried at such words only, and not at every letter of the text.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from tradewatch.extraction.needed import BORDER, SHORTEST, Need, needs_of, openings_of

WORDS, LONGEST, TEXTS = 20_000, 30, 128  # words whose answers are kept, their letters at most, and texts
SHORT, SENTENCE = 60, 1000  # characters that are searched faster than sifted; of a text whose words are kept
_WORD = re.compile(r"[a-z0-9]+")
# Letters that `re.IGNORECASE` takes for plain ones though they do not become so in lower case.
_ODD = str.maketrans({"ſ": "s", "ı": "i", "İ": "i"})
_ODD_DIGIT = re.compile(r"(?![0-9])\d")
_Kept = TypeVar("_Kept")


class Sieve:
    """The needs of many patterns, asked of a text all at once.

    Each need is a bit of a number; a word tells which needs it meets, and a text meets those of its words.
    """

    def __init__(self) -> None:
        self._waiting: list[re.Pattern[str]] = []
        self._wants: dict[re.Pattern[str], tuple[int, int]] = {}
        self._bits: dict[Need, int] = {}
        self._pieces: dict[str, int] = {}
        self._openings: dict[str, int] = {}
        self._longest = 0
        self._met_by = lru_cache(maxsize=WORDS)(self._needs_met_by)
        self._opened_by = lru_cache(maxsize=WORDS)(self._patterns_opened_by)
        self.met = lru_cache(maxsize=TEXTS)(self._met)
        self.openers = lru_cache(maxsize=TEXTS)(self._openers)

    def add(self, pattern: re.Pattern[str]) -> None:
        """Takes in a pattern; what it needs is read when that of any is first asked."""
        self._waiting.append(pattern)

    def wants(self, pattern: re.Pattern[str]) -> tuple[int, int]:
        """The bits of `met` without which a pattern of the sieve matches no text; its bit of `openers`, else 0."""
        if self._waiting:
            for waiting in self._waiting:
                self._wants[waiting] = sum(map(self._bit_of, needs_of(waiting))), self._opener_of(waiting)
            self._waiting.clear()
            self._longest = max(map(len, (*self._pieces, *self._openings)), default=0)
            for cache in (self._met_by, self._opened_by, self.met, self.openers):
                cache.cache_clear()
        return self._wants[pattern]

    def _bit_of(self, need: Need) -> int:
        bit = self._bits.setdefault(need, 1 << len(self._bits))
        for piece in need:
            self._pieces[piece] = self._pieces.get(piece, 0) | bit
        return bit

    def _opener_of(self, pattern: re.Pattern[str]) -> int:
        openings = openings_of(pattern)
        bit = 1 << len(self._wants) if openings else 0
        for opening in openings:
            self._openings[opening] = self._openings.get(opening, 0) | bit
        return bit

    def _met(self, text: str) -> int:
        """The needs that the words of a text meet."""
        met = 0
        for word in set(_WORD.findall(_folded(text))):
            met |= self._met_by(word) if len(word) <= LONGEST else self._needs_met_by(word)
        return met

    def _openers(self, text: str) -> list[tuple[int, int]]:
        """Where words stand at which patterns may begin, and the bits of these."""
        opened_by, longest = self._opened_by, self._longest
        words = _WORD.finditer(_folded(text))
        return [(found.start(), bits) for found in words if (bits := opened_by(found[0][:longest]))]

    def _needs_met_by(self, word: str) -> int:
        bordered = BORDER + word + BORDER
        met, end = 0, len(bordered)
        for first in range(end - SHORTEST + 1):
            for last in range(first + SHORTEST, min(first + self._longest, end) + 1):
                met |= self._pieces.get(bordered[first:last], 0)
        return met

    def _patterns_opened_by(self, word: str) -> int:
        bordered = BORDER + word + BORDER
        opened = 0
        for last in range(1, min(self._longest, len(bordered)) + 1):
            opened |= self._openings.get(bordered[:last], 0)
        return opened


def _folded(text: str) -> str:
    """A text in lower case, with those letters and digits plain that patterns take for plain ones; no place shifts."""
    # "İ" is the one letter that two stand for in lower case.
    return text.lower() if text.isascii() else _ODD_DIGIT.sub("0", text.translate(_ODD)).lower()


class Wording:
    """A pattern of the lexicon. Searching costs next to nothing where the text lacks a word that the pattern needs."""

    def __init__(self, pattern: re.Pattern[str], sieve: Sieve) -> None:
        self.pattern = pattern
        self.sieve = sieve
        sieve.add(pattern)
        self.match, self.fullmatch = pattern.match, pattern.fullmatch
        self.split, self.sub = pattern.split, pattern.sub

    @cached_property
    def wanted(self) -> int:
        """The bits of the sieve that a text must have for the pattern to match it."""
        return self.sieve.wants(self.pattern)[0]

    @cached_property
    def opener(self) -> int:
        """The bit of the sieve that words have at which the pattern may begin; 0 where it may begin anywhere."""
        return self.sieve.wants(self.pattern)[1]

    def may_be_in(self, text: str) -> bool:
        """False where a text lacks a word without which the pattern cannot match."""
        wanted = self.wanted
        return self.sieve.met(text) & wanted == wanted

    def search(self, text: str, begin: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in a text, from `begin` to `end`."""
        if len(text) <= SHORT or end - begin <= SHORT:
            return self.pattern.search(text, begin, end)
        if len(text) > SENTENCE:  # what is looked for once in a long text is mostly found early
            return self.pattern.search(text, begin, end) if self.may_be_in(text) else None
        return next(self.finditer(text, begin, end), None)

    def finditer(self, text: str, begin: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches in a text, from `begin` to `end`."""
        if not self.may_be_in(text):
            return iter(())
        return self._at_words(text, begin, end) if self.opener else self.pattern.finditer(text, begin, end)

    def _at_words(self, text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
        match, opener = self.pattern.match, self.opener
        for start in [start for start, bits in self.sieve.openers(text) if bits & opener]:
            if start >= begin and (found := match(text, start, end)):
                yield found
                begin = found.end()

    def findall(self, text: str) -> list[str]:
        """The words of the matches in a text."""
        return [found[0] for found in self.finditer(text)]


class Sifted(Generic[_Kept]):
    """Things that have wordings, in order, from which those are picked whose words a text may hold."""

    def __init__(self, things: Iterable[tuple[Wording, _Kept]]) -> None:
        self._things = tuple(things)

    @cached_property
    def _wanted(self) -> list[tuple[int, _Kept]]:
        return [(wording.wanted, thing) for wording, thing in self._things]

    def for_text(self, text: str) -> list[_Kept]:
        """Those whose wording may be in a text."""
        wanted = self._wanted
        met = self._things[0][0].sieve.met(text) if wanted else 0
        return [thing for needed, thing in wanted if met & needed == needed]
