"""Patterns that know what they need: a text that lacks a word for one is told from its words, and not searched."""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from tradewatch.extraction.needed import SHORTEST, Need, needs_of

WORDS, LONGEST, TEXTS = 20_000, 30, 128  # words whose answers are kept, their letters at most, and texts
SHORT = 60  # characters that are searched faster than sifted
_WORD = re.compile(r"[a-z0-9]+")
# Letters that `re.IGNORECASE` takes for plain ones though they do not become so in lower case.
_ODD = str.maketrans({"ſ": "s", "ı": "i", "İ": "i"})
_Kept = TypeVar("_Kept")


class Sieve:
    """The needs of many patterns, asked of a text all at once.

    Each need is a bit of a number; a word tells which needs it meets, and a text meets those of its words.
    """

    def __init__(self) -> None:
        self._waiting: list[re.Pattern[str]] = []
        self._wanted: dict[re.Pattern[str], int] = {}
        self._bits: dict[Need, int] = {}
        self._pieces: dict[str, int] = {}
        self._longest = 0
        self._of_word = lru_cache(maxsize=WORDS)(self._met_by)
        self.met = lru_cache(maxsize=TEXTS)(self._met)

    def add(self, pattern: re.Pattern[str]) -> None:
        """Takes in a pattern; what it needs is read when that of any is first asked."""
        self._waiting.append(pattern)

    def wanted(self, pattern: re.Pattern[str]) -> int:
        """The bits that a text must have for a pattern of the sieve to match it."""
        if self._waiting:
            for waiting in self._waiting:
                self._wanted[waiting] = sum(self._bit(need) for need in needs_of(waiting))
            self._waiting.clear()
            self._longest = max(map(len, self._pieces), default=0)
            self._of_word.cache_clear()
            self.met.cache_clear()
        return self._wanted[pattern]

    def _bit(self, need: Need) -> int:
        bit = self._bits.setdefault(need, 1 << len(self._bits))
        for piece in need:
            self._pieces[piece] = self._pieces.get(piece, 0) | bit
        return bit

    def _met(self, text: str) -> int:
        lower = text.lower() if text.isascii() else text.translate(_ODD).lower()
        met = 0
        for word in set(_WORD.findall(lower)):
            met |= self._of_word(word) if len(word) <= LONGEST else self._met_by(word)
        return met

    def _met_by(self, word: str) -> int:
        bordered = f" {word} "
        met, end = 0, len(bordered)
        for first in range(end - SHORTEST + 1):
            for last in range(first + SHORTEST, min(first + self._longest, end) + 1):
                met |= self._pieces.get(bordered[first:last], 0)
        return met


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
        return self.sieve.wanted(self.pattern)

    def may_be_in(self, text: str) -> bool:
        """False where a text lacks a word without which the pattern cannot match."""
        wanted = self.wanted
        return self.sieve.met(text) & wanted == wanted

    def search(self, text: str, begin: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in a text, from `begin` to `end`."""
        return self.pattern.search(text, begin, end) if len(text) <= SHORT or self.may_be_in(text) else None

    def finditer(self, text: str, begin: int = 0) -> Iterator[re.Match[str]]:
        """The matches in a text, from `begin`."""
        return self.pattern.finditer(text, begin) if self.may_be_in(text) else iter(())

    def findall(self, text: str) -> list[str]:
        """The words of the matches in a text."""
        return self.pattern.findall(text) if self.may_be_in(text) else []


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
