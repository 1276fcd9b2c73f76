"""Patterns that know what they need: a text that lacks a word for one is told from its words, and not searched.

Where a pattern begins with a word, it is tried at such words only, and not at every letter of the text.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from tradewatch.extraction.folding import folded, folded_pattern
from tradewatch.extraction.needed import BORDER, COMMON, PERCENT, SHORTEST, Need, needs_of, openings_of

WORDS, LONGEST, TEXTS = 20_000, 30, 512  # words that are kept, letters of one that is kept for long, and texts
SHORT, LONG = 60, 1500  # characters of a text that is searched faster than sifted: below the one, above the other
EVERYDAY = 1000  # patterns that a word of every other sentence counts for when it is chosen which word calls one
_WORD = re.compile(r"[a-z0-9]+")
_EVERYDAY = re.compile(
    rf"{COMMON.pattern}|it|he|they|no|about|said|more|china|chinese|beijing|us|american|america|washington|united|trump"
    r"|president|trade|tariffs?|duty|duties|goods|export|exports|ministry"
)
_Kept = TypeVar("_Kept")


class _Told(NamedTuple):
    """What a word tells: the bits of what it meets, the patterns to think of, and those that may begin at it."""

    bits: int
    called: tuple[int, ...]
    begun: frozenset[int]


class _Words(dict[str, _Told]):
    """What words tell, worked out for each when it is first asked."""

    def __init__(self, told: Callable[[str], _Told]) -> None:
        self._told = told

    def __missing__(self, word: str) -> _Told:
        told = self[word] = self._told(word)
        return told


class Sifting:
    """What one text may hold: the numbers of patterns, and where in its lower-case letters each of them may begin."""

    __slots__ = ("_places", "_words", "held", "lower")

    def __init__(self, lower: str, held: frozenset[int], words: _Words) -> None:
        self.lower = lower
        self.held = held
        self._words = words
        self._places: dict[int, list[int]] = {}

    def places(self, number: int) -> Sequence[int] | None:
        """Where a pattern that is held may begin, None where that is anywhere.

        What begins at some words has one of them here. Worked out for all when one is first asked for.
        """
        return (self._places or self._placed()).get(number)

    def _placed(self) -> dict[int, list[int]]:
        places, held, words = self._places, self.held, self._words
        for found in _WORD.finditer(self.lower):
            start = found.start()
            for number in words[found[0]].begun & held:
                if number in places:
                    places[number].append(start)
                else:
                    places[number] = [start]
        return places


class Sieve:
    """The needs of many patterns, asked of a text all at once.

    A pattern is thought of where the rarest of its needs is met; each other need is a bit of a number, and then it is
    asked whether these are met too. The words at which a pattern may begin are a need of it.
    """

    def __init__(self) -> None:
        self._numbers: dict[re.Pattern[str], int] = {}
        self._waiting: list[re.Pattern[str]] = []
        self._needs: list[Sequence[Need]] = []
        self._begun: dict[str, list[int]] = {}
        self._called: dict[str, list[int]] = {}
        self._uncalled: list[int] = []
        self._wants: list[int] = []  # by number, the bits of what a pattern needs besides what calls it
        self._met: dict[str, int] = {}
        self._all = 0
        self._longest = 0
        self._words = _Words(self._told)
        self._crowded = False
        self.sifted = lru_cache(maxsize=TEXTS)(self._sifted)

    def add(self, pattern: re.Pattern[str]) -> int:
        """The number of a pattern, taken in if it is new; what it needs is read when a text is next asked about."""
        if pattern not in self._numbers:
            self._numbers[pattern] = len(self._numbers)
            self._waiting.append(pattern)
            self.sifted.cache_clear()
        return self._numbers[pattern]

    def _read(self) -> None:
        """Reads what the patterns need that have been taken in since."""
        for number, pattern in enumerate(self._waiting, start=len(self._needs)):
            openings = openings_of(pattern)
            self._needs.append(tuple({*needs_of(pattern), openings} if openings else {*needs_of(pattern)}))
            for piece in openings:
                self._begun.setdefault(piece, []).append(number)
        self._waiting.clear()
        self._want(self._call())
        self._longest = max(map(len, {*self._met, *self._called, *self._begun}), default=0)
        self._forget()

    def _forget(self) -> None:
        """Forgets the words met so far, and with them the texts in which they stood."""
        self._words.clear()
        self.sifted.cache_clear()
        self._crowded = False

    def _call(self) -> list[Sequence[Need]]:
        """Lets each pattern be called by the need that the fewest others have: what they share, most texts meet.

        A word that stands in every other sentence calls in vain, whoever shares it. The other needs of each pattern.
        """
        shared = Counter(piece for needs in self._needs for piece in frozenset[str]().union(*needs))
        for piece in shared:
            shared[piece] += EVERYDAY if _EVERYDAY.fullmatch(piece.strip(BORDER)) else 0
        self._called.clear()
        self._uncalled = [number for number, needs in enumerate(self._needs) if not needs]
        others: list[Sequence[Need]] = []
        for number, needs in enumerate(self._needs):
            calling = min(needs, key=lambda need: sum(shared[piece] for piece in need), default=frozenset[str]())
            for piece in calling:
                self._called.setdefault(piece, []).append(number)
            others.append([need for need in needs if need != calling])
        return others

    def _want(self, others: Sequence[Sequence[Need]]) -> None:
        """Gives each need that calls nobody a bit; those of many patterns come first, so that numbers are short."""
        often = Counter(need for needs in others for need in needs)
        bits = {need: 1 << at for at, (need, _) in enumerate(often.most_common())}
        self._wants = [sum(bits[need] for need in needs) for needs in others]
        self._met.clear()
        for need, bit in bits.items():
            for piece in need:
                self._met[piece] = self._met.get(piece, 0) | bit
        self._all = (1 << len(bits)) - 1

    def _sifted(self, text: str) -> Sifting:
        if self._waiting:
            self._read()
        if self._crowded:
            self._forget()
        lower, words, wants = folded(text), self._words, self._wants
        written = set(_WORD.findall(lower))
        if "%" in lower:
            written.add(PERCENT)
        bits, called = 0, set(self._uncalled)
        for word in written:
            more, calls, _ = words[word]
            bits |= more
            called.update(calls)
        lacking = self._all ^ bits
        held = frozenset([number for number in called if not wants[number] & lacking])
        return Sifting(lower, held, words)

    def _told(self, word: str) -> _Told:
        self._crowded = self._crowded or len(self._words) >= WORDS or len(word) > LONGEST
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
        return self.number in self.sieve.sifted(text).held

    def search(self, text: str, begin: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in a text, from `begin` to `end`."""
        if len(text) <= SHORT or end - begin <= SHORT or len(text) > LONG:
            return self.seek(text, begin, end)
        sifting = self.sieve.sifted(text)
        return next(self._within(sifting, text, begin, end), None) if self.number in sifting.held else None

    def seek(self, text: str, begin: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in a text that is not worth sifting, such as a part of one that has been sifted."""
        may_be = self._folded is None or self._folded.search(folded(text), begin, end)
        return self.pattern.search(text, begin, end) if may_be else None

    def finditer(self, text: str, begin: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches in a text, from `begin` to `end`."""
        if len(text) > LONG:
            return self.pattern.finditer(text, begin, end)
        sifting = self.sieve.sifted(text)
        return self._within(sifting, text, begin, end) if self.number in sifting.held else iter(())

    def _within(self, sifting: Sifting, text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
        """The matches in a text that may hold some."""
        places = sifting.places(self.number)
        if places is not None:
            return self._at(places, text, sifting.lower, begin, end)
        may_be = self._folded is None or self._folded.search(sifting.lower, begin, end)
        return self.pattern.finditer(text, begin, end) if may_be else iter(())

    def _at(self, places: Sequence[int], text: str, lower: str, begin: int, end: int) -> Iterator[re.Match[str]]:
        match = self.pattern.match
        may, lower = (self._folded.match, lower) if self._folded else (match, text)
        for start in places:
            if begin <= start < end and may(lower, start, end) and (found := match(text, start, end)):
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
        self._numbers = frozenset(self._things)

    def for_text(self, text: str) -> list[_Kept]:
        """Those whose wording may be in a text."""
        if self._sieve is None:
            return []
        held = self._numbers & self._sieve.sifted(text).held
        if not held:
            return []
        things = self._things
        found = [one for number in held for one in things[number]]
        if len(found) > 1:
            found.sort(key=itemgetter(0))
        return [thing for _, thing in found]
