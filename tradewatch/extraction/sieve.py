"""Patterns that know what they need: a text that lacks a word for one is told from its words, and not searched.

Where a pattern begins with a word, it is tried at such words only, and not at every letter of the text.
"""

import re
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from tradewatch.extraction.folding import folded, folded_pattern
from tradewatch.extraction.needed import BORDER, COMMON, PERCENT, SHORTEST, Need, needs_of, openings_of

WORDS, LONGEST, TEXTS = 20_000, 30, 512  # words whose answers are kept, their letters at most, and texts
SHORT, LONG = 60, 1500  # characters of a text that is searched faster than sifted: below the one, above the other
EVERYDAY = 1000  # patterns that a word of every other sentence counts for when it is chosen which word calls one
_WORD = re.compile(r"[a-z0-9]+")
_EVERYDAY = re.compile(
    rf"{COMMON.pattern}|it|he|they|no|about|said|more|china|chinese|beijing|us|american|america|washington|united|trump"
    r"|president|trade|tariffs?|duty|duties|goods|export|exports|ministry"
)
_Kept = TypeVar("_Kept")
# The patterns that a text may hold, by number, with the places at which one may begin: None where that is anywhere.
Places = Mapping[int, Sequence[int] | None]


class _Told(NamedTuple):
    """What a word tells: the bits of what it meets, the patterns to think of, and those that it may begin."""

    bits: int
    called: tuple[int, ...]
    begun: frozenset[int]


class _Words(dict[str, _Told]):
    """What words tell, worked out for each when it is first asked, and kept for so many."""

    def __init__(self, told: Callable[[str], _Told]) -> None:
        self._told = told

    def __missing__(self, word: str) -> _Told:
        told = self._told(word)
        if len(word) <= LONGEST:
            if len(self) >= WORDS:
                self.clear()
            self[word] = told
        return told


class Sieve:
    """The needs of many patterns, asked of a text all at once.

    Each need is a bit of a number; the words at which a pattern may begin are a need of it too. A pattern is thought of
    where the rarest of its needs is met, and then it is asked whether the others are.
    """

    def __init__(self) -> None:
        self._numbers: dict[re.Pattern[str], int] = {}
        self._waiting: list[re.Pattern[str]] = []
        self._needs: list[Sequence[Need]] = []
        self._wants: list[int] = []
        self._bits: dict[Need, int] = {}
        self._met: dict[str, int] = {}
        self._called: dict[str, list[int]] = {}
        self._begun: dict[str, list[int]] = {}
        self._uncalled: list[int] = []
        self._longest = 0
        self._words = _Words(self._told)
        self.places = lru_cache(maxsize=TEXTS)(self._places)

    def add(self, pattern: re.Pattern[str]) -> int:
        """The number of a pattern, taken in if it is new; what it needs is read when a text is next asked about."""
        if pattern not in self._numbers:
            self._numbers[pattern] = len(self._numbers)
            self._waiting.append(pattern)
            self.places.cache_clear()
        return self._numbers[pattern]

    def _read(self) -> None:
        """Reads what the patterns need that have been taken in since."""
        for number, pattern in enumerate(self._waiting, start=len(self._needs)):
            openings = openings_of(pattern)
            needs = (*needs_of(pattern), openings) if openings else needs_of(pattern)
            self._needs.append(needs)
            self._wants.append(sum(map(self._bit_of, set(needs))))
            for piece in openings:
                self._begun.setdefault(piece, []).append(number)
        self._waiting.clear()
        self._call()
        self._longest = max(map(len, self._met), default=0)
        self._words.clear()

    def _bit_of(self, need: Need) -> int:
        bit = self._bits.setdefault(need, 1 << len(self._bits))
        for piece in need:
            self._met[piece] = self._met.get(piece, 0) | bit
        return bit

    def _call(self) -> None:
        """Lets each pattern be called by the need that the fewest others have: what they share, most texts meet.

        A word that stands in every other sentence calls in vain, whoever shares it.
        """
        shared = Counter(piece for needs in self._needs for piece in frozenset[str]().union(*needs))
        for piece in shared:
            shared[piece] += EVERYDAY if _EVERYDAY.fullmatch(piece.strip(BORDER)) else 0
        self._called.clear()
        self._uncalled = [number for number, needs in enumerate(self._needs) if not needs]
        for number, needs in enumerate(self._needs):
            for piece in min(needs, key=lambda need: sum(shared[piece] for piece in need), default=()):
                self._called.setdefault(piece, []).append(number)

    def _places(self, text: str) -> Places:
        if self._waiting:
            self._read()
        text, words, wants = folded(text), self._words, self._wants
        written = set(_WORD.findall(text))
        if "%" in text:
            written.add(PERCENT)
        told = [(word, words[word]) for word in written]
        bits, called = 0, set(self._uncalled)
        for _, (more, calls, _) in told:
            bits |= more
            called.update(calls)
        lacking = ~bits
        held = {number for number in called if not wants[number] & lacking}
        begun = {word: numbers for word, (_, _, begins) in told if begins and (numbers := held & begins)}
        places: dict[int, list[int]] = {number: [] for numbers in begun.values() for number in numbers}
        for found in _WORD.finditer(text) if begun else ():
            for number in begun.get(found[0], ()):
                places[number].append(found.start())
        return dict.fromkeys(held) | places

    def _told(self, word: str) -> _Told:
        bordered = BORDER + word + BORDER
        bits, called, begun = 0, set[int](), set[int]()
        for first in range(len(bordered)):
            for last in range(first + (SHORTEST if first else 1), min(first + self._longest, len(bordered)) + 1):
                piece = bordered[first:last]
                bits |= self._met.get(piece, 0)
                called.update(self._called.get(piece, ()))
                if not first:
                    begun.update(self._begun.get(piece, ()))
        return _Told(bits, tuple(called), frozenset(begun))


class Wording:
    """A pattern that is searched at next to no cost where a text lacks a word that it needs.

    A pattern that ignores case is slow: it is tried in lower case first, and only where that matches is it tried too.
    """

    def __init__(self, pattern: re.Pattern[str], sieve: Sieve) -> None:
        self.pattern = pattern
        self.sieve = sieve
        self.number = sieve.add(pattern)
        self.match, self.fullmatch = pattern.match, pattern.fullmatch
        self.split, self.sub = pattern.split, pattern.sub

    @cached_property
    def _folded(self) -> re.Pattern[str] | None:
        """Compiled when it is first asked for: most runs meet the words of few patterns."""
        return folded_pattern(self.pattern)

    def may_be_in(self, text: str) -> bool:
        """False where a text lacks a word without which the pattern cannot match."""
        return self.number in self.sieve.places(text)

    def search(self, text: str, begin: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in a text, from `begin` to `end`."""
        if len(text) <= SHORT or end - begin <= SHORT or len(text) > LONG:
            return self.seek(text, begin, end)
        return next(self.finditer(text, begin, end), None)

    def seek(self, text: str, begin: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in a text that is not worth sifting, such as a part of one that has been sifted."""
        may_be = self._folded is None or self._folded.search(folded(text), begin, end)
        return self.pattern.search(text, begin, end) if may_be else None

    def finditer(self, text: str, begin: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches in a text, from `begin` to `end`."""
        places = None if len(text) > LONG else self.sieve.places(text).get(self.number, ())
        if places is None:
            return self.pattern.finditer(text, begin, end)
        return self._at(places, text, begin, end) if places else iter(())

    def _at(self, places: Sequence[int], text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
        match = self.pattern.match
        may, lower = (self._folded.match, folded(text)) if self._folded else (match, text)
        for start in places[bisect_left(places, begin) :] if begin else places:
            if start >= end:
                return
            if start >= begin and may(lower, start, end) and (found := match(text, start, end)):
                yield found
                begin = found.end()

    def findall(self, text: str) -> list[str]:
        """The words of the matches in a text."""
        return [found[0] for found in self.finditer(text)]


SIEVE = Sieve()  # of the lexicon, and of patterns that every sentence is asked for


def wording(source: str, flags: re.RegexFlag = re.NOFLAG) -> Wording:
    """A pattern of the program, sifted together with those of the lexicon."""
    return Wording(re.compile(source, flags), SIEVE)


class Sifted(Generic[_Kept]):
    """Things that have wordings, in order, from which those are picked whose words a text may hold."""

    def __init__(self, things: Iterable[tuple[Wording, _Kept]]) -> None:
        self._sieve: Sieve | None = None
        self._things: dict[int, list[tuple[int, _Kept]]] = {}
        for at, (wording, thing) in enumerate(things):
            self._sieve = wording.sieve
            self._things.setdefault(wording.number, []).append((at, thing))

    def for_text(self, text: str) -> list[_Kept]:
        """Those whose wording may be in a text."""
        if self._sieve is None:
            return []
        numbers = self._things.keys() & self._sieve.places(text).keys()
        found = [one for number in numbers for one in self._things[number]]
        return [thing for _, thing in sorted(found, key=itemgetter(0))]
