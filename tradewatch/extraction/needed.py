"""The letters that a pattern cannot match without, read off the pattern itself.

"\\blicen[cs]es? (?:is|are) required\\b" needs one of " licence" and " license", one of " is " and " are ", and
" required "; a space stands where a word begins or ends.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from re import _constants as ops  # type: ignore[attr-defined]  # the standard library's own reader of patterns
from re import _parser as patterns  # type: ignore[attr-defined]
from typing import Any

MOST = 64  # spellings that are followed letter by letter: "licen[cs]e[sd]?" has six
SHORTEST = 3  # characters that are worth asking for
BORDER = " "  # what is no letter, or the place between a letter and what is none
PERCENT = "percent"  # the word that "%" counts as
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_REPEATS = frozenset({ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT})
_LOOKS = frozenset({ops.ASSERT, ops.ASSERT_NOT})
_NO_WIDTH = _LOOKS | {ops.AT}
_BORDERS = frozenset({ops.AT_BOUNDARY, ops.AT_BEGINNING, ops.AT_BEGINNING_STRING, ops.AT_END, ops.AT_END_STRING})

Need = frozenset[str]  # pieces of words, one of which a text must hold
Part = tuple[Any, Any]  # an operation of a pattern, and what it works on
Spellings = frozenset[str] | None  # all that a part can be, in lower-case letters and borders; None where that is open
# Words that nearly every sentence holds; a need of one of them sifts nothing.
COMMON = re.compile(
    r"a|all|an|and|any|are|as|at|be|been|by|for|from|had|has|have|her|his|in|into|is|its?|not|of|on|or|other|over"
    r"|that|the|their|this|to|under|was|were|which|who|will|with|would"
)
_NOTHING: frozenset[str] = frozenset({""})
_BETWEEN: frozenset[str] = frozenset({BORDER})
_DIGITS = frozenset("0123456789")
_CATEGORIES: Mapping[Any, frozenset[str]] = {
    ops.CATEGORY_SPACE: _BETWEEN,
    ops.CATEGORY_NOT_WORD: _BETWEEN,
    ops.CATEGORY_DIGIT: _DIGITS,
}


def needs_of(pattern: re.Pattern[str]) -> tuple[Need, ...]:
    """What a text must hold for a pattern to match it: one piece of a word of each set."""
    return tuple(dict.fromkeys(_needs(_tree(pattern))))


@lru_cache(maxsize=1)  # of the pattern that is being read: its needs and its openings are asked for in turn
def _tree(pattern: re.Pattern[str]) -> "Parts":
    return Parts(_plain(patterns.parse(pattern.pattern, pattern.flags).data))


class Parts(tuple[Part, ...]):
    """A sequence of parts, known by itself alone, so that what was made of it is found again at once."""

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__


def _plain(sequence: Sequence[Part]) -> Iterator[Part]:
    """The parts of a pattern, letters in a row as one: they are most of it, and each would be followed by itself."""
    run: str | None = None
    for op, value in sequence:
        letter = _letter(chr(value)) if op is ops.LITERAL else None
        if letter is not None:
            run = letter if run is None else (run + letter).replace(BORDER * 2, BORDER)
            continue
        if run is not None:
            yield ops.LITERAL, frozenset({run})
            run = None
        yield op, _within_plain(op, value)
    if run is not None:
        yield ops.LITERAL, frozenset({run})


def _within_plain(op: Any, value: Any) -> Any:
    if op is ops.LITERAL:
        return None  # it is open
    if op is ops.IN:
        return tuple(_plain_character(*one) for one in value)
    if op is ops.BRANCH:
        return None, [Parts(_plain(alternative.data)) for alternative in value[1]]
    if op is ops.ATOMIC_GROUP:
        return Parts(_plain(value.data))
    if op is ops.SUBPATTERN or op in _REPEATS or op in _LOOKS:
        return *value[:-1], Parts(_plain(value[-1].data))
    return value


def _plain_character(op: Any, value: Any) -> Part:
    letter = _letter(chr(value)) if op is ops.LITERAL else None
    return op, (value if op is not ops.LITERAL else None if letter is None else frozenset({letter}))


def openings_of(pattern: re.Pattern[str]) -> frozenset[str]:
    """How the words begin at which a pattern can match; empty where it may match elsewhere than at a word's start."""
    openings = _word_openings(list(_tree(pattern))) or _NOTHING
    if not all(opening and opening[0] != BORDER for opening in openings):
        return frozenset()
    return frozenset(BORDER + opening.split(BORDER)[0] + BORDER * (BORDER in opening) for opening in openings)


def _word_openings(sequence: Sequence[Part]) -> Spellings:
    """How what a sequence matches may begin, where it says that this is at a border of a word; else None."""
    at = next((at for at, (op, _) in enumerate(sequence) if op not in _LOOKS), len(sequence))
    for op, value in sequence[at : at + 1]:
        if (op, value) == (ops.AT, ops.AT_BOUNDARY):
            return _openings(sequence[at + 1 :])
        if op is ops.SUBPATTERN:
            return _word_openings([*value[3], *sequence[at + 1 :]])
        if op is ops.BRANCH:
            return _all_of([_word_openings([*alternative, *sequence[at + 1 :]]) for alternative in value[1]])
    return None


def _openings(sequence: Sequence[Part]) -> Spellings:
    """How what a sequence matches may begin, "" among them where it may be nothing; None where that is open."""
    run = _NOTHING
    for at, (op, value) in enumerate(sequence):
        if run == _NOTHING and op in _NO_WIDTH:
            continue
        if run == _NOTHING and op in (ops.SUBPATTERN, ops.BRANCH):
            return _inner_openings(op, value, sequence[at + 1 :])
        if all(BORDER in one for one in run):
            return run  # more than a word of each is told
        longer = _joined(run, _spelt(op, value))
        if longer is None:
            if "" not in run:
                return run
            inner = _inner_openings(op, value, sequence[at + 1 :])
            return None if inner is None else (run - _NOTHING) | inner
        run = longer
    return run


def _inner_openings(op: Any, value: Any, rest: Sequence[Part]) -> Spellings:
    """How a part of many spellings and what follows it may begin."""
    if op is ops.SUBPATTERN:
        return _openings([*value[3], *rest])
    if op is ops.BRANCH:
        return _all_of([_openings([*alternative, *rest]) for alternative in value[1]])
    if op in _REPEATS:
        once = _openings(value[2])
        return _all_of([once, _openings(rest)]) if not value[0] or once is None or "" in once else once
    spelt = _spelt(op, value)
    return None if spelt is None or "" in spelt else spelt


def _all_of(parts: Sequence[Spellings]) -> Spellings:
    known = [part for part in parts if part is not None]
    return frozenset[str]().union(*known) if len(known) == len(parts) else None


def _needs(sequence: Sequence[Part]) -> list[Need]:
    found: list[Need] = []
    run = _NOTHING
    for op, value in sequence:
        spellings = _spelt(op, value)
        longer = _joined(run, spellings)
        if longer is None:
            found += _worth(run)
            run = spellings or _NOTHING
        else:
            run = longer
        if spellings is None or op is ops.ASSERT:
            found += _within(op, value)
    return found + _worth(run)


def _worth(run: frozenset[str]) -> list[Need]:
    pieces = frozenset(max(_pieces(spelling), key=_rarity) for spelling in run)
    return [pieces] if min(map(len, pieces)) >= SHORTEST else []


@lru_cache(maxsize=4096)  # patterns share most of their words
def _rarity(piece: str) -> tuple[bool, int]:
    return len(piece) >= SHORTEST and not COMMON.fullmatch(piece.strip(BORDER)), len(piece)


def _pieces(spelling: str) -> list[str]:
    """The words of a spelling, each with its borders: " a levy" gives " a " and " levy"."""
    words = spelling.split(BORDER)
    last = len(words) - 1
    return [BORDER * (at > 0) + word + BORDER * (at < last) if word else "" for at, word in enumerate(words)]


def _joined(first: frozenset[str], second: Spellings) -> Spellings:
    """Each spelling of one part with each of the next, None where they are open or too many."""
    if second is None or len(first) * len(second) > MOST:
        return None
    if second == _NOTHING:
        return first
    return frozenset((one + other).replace(BORDER * 2, BORDER) for one in first for other in second)


def _spelt(op: Any, value: Any) -> Spellings:
    """All spellings of one part of a pattern, None where there are too many or where they are open."""
    read = _SPELLINGS.get(op)
    return read(value) if read else None


@lru_cache(maxsize=256)
def _letter(letter: str) -> str | None:
    if not letter.isascii():
        return None  # `re.IGNORECASE` takes some of them for plain letters
    if letter == "%":
        return BORDER + PERCENT + BORDER
    return letter.lower() if letter.lower() in _LETTERS else BORDER


def _repeated(least: Any, most: Any, what: Sequence[Part]) -> Spellings:
    once = _all_spelt(what)
    if once == _BETWEEN or (least, most) in ((0, 1), (1, 1)):
        return once if least else _united([_NOTHING, once])
    return None


@lru_cache(maxsize=512)  # of parts within parts of one pattern, each asked for by all that hold it
def _all_spelt(sequence: Sequence[Part]) -> Spellings:
    run: Spellings = _NOTHING
    for op, value in sequence:
        run = None if run is None else _joined(run, _spelt(op, value))
    return run


def _united(parts: Sequence[Spellings]) -> Spellings:
    united = _all_of(parts)
    return united if united is not None and len(united) <= MOST else None


def _within(op: Any, value: Any) -> list[Need]:
    """What a part of a pattern needs that has too many spellings to follow."""
    if op is ops.SUBPATTERN:
        return _needs(value[3])
    if op is ops.ATOMIC_GROUP:
        return _needs(value)
    if op in _REPEATS and value[0] > 0:
        return _needs(value[2])
    if op is ops.ASSERT:
        return _needs(value[1])
    if op is ops.BRANCH:
        # One alternative is enough, so that only one need of each can be told, and only where all have one.
        best = [max(_needs(alternative), key=_narrowness, default=frozenset[str]()) for alternative in value[1]]
        return [frozenset[str]().union(*best)] if all(best) else []
    return []


def _narrowness(need: Need) -> tuple[tuple[bool, int], int]:
    return min(map(_rarity, need)), -len(need)


_SPELLINGS: Mapping[Any, Callable[[Any], Spellings]] = {
    ops.LITERAL: lambda spelt: spelt,
    ops.AT: lambda place: _BETWEEN if place in _BORDERS else _NOTHING,
    ops.ASSERT: lambda _: _NOTHING,
    ops.ASSERT_NOT: lambda _: _NOTHING,
    ops.CATEGORY: _CATEGORIES.get,
    ops.SUBPATTERN: lambda group: _all_spelt(group[3]),
    ops.BRANCH: lambda branch: _united([_all_spelt(alternative) for alternative in branch[1]]),
    ops.IN: lambda characters: _united([_spelt(*one) for one in characters]),
    **{repeat: lambda counted: _repeated(*counted) for repeat in _REPEATS},
}
