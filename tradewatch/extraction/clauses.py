"""A sentence as words, and the borders at which one clause ends and another begins.

Everything here keeps offsets: the plain text of a sentence has one character for each of the sentence's.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

LONGEST = 3000  # characters of a sentence that are read at once; longer ones are cut at a space
KEPT = 512  # sentences whose words are kept: acts and positions are read from the same ones

_SAME_LENGTH = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "‑": "-", "\u00a0": " ", "\n": " ", "\t": " ", "*": " "}
)
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[A-Za-z]+(?:['.-][A-Za-z]+)*|\d+(?:[.,]\d+)*|[^\sA-Za-z\d]")
_HARD = frozenset(";:—()") | {"but", "while", "whereas", "although", "though", "because", "unless"}


class Token(NamedTuple):
    """A word, number or mark of a sentence; `lower` is what rules compare."""

    start: int
    end: int
    text: str
    lower: str


_ENUMERATOR = re.compile(r"\\?\((?:[ivx]{1,4}|[a-z]|\d)\\?\)")


def plain(text: str) -> str:
    """`text` with plain quotes, hyphens and spaces, character for character, so that offsets stay.

    Enumerators such as "(ii)" are blanked: they are no borders of clauses.
    """
    return _ENUMERATOR.sub(lambda found: " " * len(found[0]), text.translate(_SAME_LENGTH))


@lru_cache(maxsize=KEPT)
def tokens_in(text: str) -> tuple[Token, ...]:
    """The words, numbers and marks of a plain text, in order."""
    made = tuple.__new__  # what `Token(…)` comes to, at half the cost: no other thing is made as often
    return tuple([made(Token, (*m.span(), word := m[0], word.lower())) for m in _WORD.finditer(text)])


def pieces_of(text: str) -> list[tuple[int, str]]:
    """(offset, piece) of at most LONGEST characters each, cut at a space where there is one."""
    pieces, start = [], 0
    while len(text) - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        end = cut if cut > start else start + LONGEST
        pieces.append((start, text[start:end]))
        start = end
    pieces.append((start, text[start:]))
    return pieces


def is_border(token: Token) -> bool:
    """True at a mark or word that no act reaches across: a semicolon, a dash, "but", "while" …"""
    return token.lower in _HARD


def clause_start(tokens: Sequence[Token], index: int) -> int:
    """The index of the first token of the clause of `index`; brackets within it are no border."""
    for i in range(index - 1, -1, -1):
        if tokens[i].lower in _HARD and tokens[i].lower not in "()":
            return i + 1
    return 0


def token_at(tokens: Sequence[Token], offset: int) -> int:
    """The index of the token that holds `offset`, else of the next one, else the last."""
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return min(low, max(len(tokens) - 1, 0))
