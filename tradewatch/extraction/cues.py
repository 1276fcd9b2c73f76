"""The words of a sentence as cues of what it may tell: stems, their neighbours, and the sorts of names and figures.

What a weight is learnt for must be alike in texts that differ in names: "Trump", "the White House" and "Washington"
are all an American office, "Intel" and "Nvidia" a firm, "34%" and "84 percent" a rate, "Tuesday" a day of the week.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from tradewatch.extraction.clauses import Token
from tradewatch.extraction.datatypes import ActorMention

_ENDINGS = (
    *("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion"),
    *("ies", "ied", "ers", "ed", "er", "es", "s"),
)
KEPT = 8192  # words whose stems are kept
SHORTEST = 4  # letters that a stem keeps
_SORTS = {
    **dict.fromkeys(("%", "percent", "per cent", "pct"), "<pct>"),
    **dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), "<weekday>"),
    **dict.fromkeys(
        ("january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
         "december", "jan", "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec"),
        "<month>",
    ),
    **dict.fromkeys(("american", "america", "u.s.", "u.s", "americans", "washington", "usa"), "<us>"),
    **dict.fromkeys(("china", "chinese", "beijing"), "<china>"),
}  # fmt: skip
_NUMBER = re.compile(r"\d")
_NUMBERS = frozenset(
    {
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen"),
        *("sixteen", "twenty", "thirty", "forty", "fifty", "sixty", "ninety", "hundred", "thousand"),
        *("million", "billion", "dozen"),
    }
)
_PERSONS = {"person": "person", "company": "firm"}


def stem(word: str) -> str:
    """The word without its ending: "suspending", "suspended" and "suspends" are one; a crude cut that needs no list."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e") if len(word) > SHORTEST else word


def words_of(
    tokens: Sequence[Token], mentions: Sequence[ActorMention], kinds: Mapping[str, str]
) -> list[tuple[str, int]]:
    """The words of a sentence in order, each name, figure and day by its sort, with its token; marks are left out."""
    named = {one.start: one for one in mentions}
    words: list[tuple[str, int]] = []
    past = 0
    for index, token in enumerate(tokens):
        if token.start < past:
            continue
        if one := named.get(token.start):
            past = one.end
            sort = _PERSONS.get(kinds.get(one.slug, ""), "")
            words.append((f"<{one.side}{' ' if sort else ''}{sort}>", index))
        elif word := _word_of(token.text):
            words.append((word, index))
    return words


@lru_cache(maxsize=KEPT)
def _word_of(text: str) -> str:
    word = text.lower().removesuffix("'s")
    if word in _SORTS:
        return _SORTS[word]
    if text == "US":
        return "<us>"
    if _NUMBER.search(word) or word in _NUMBERS:
        return "<n>"
    return stem(word) if word[0].isalpha() else {"$": "<money>", ":": ":", ";": ";"}.get(word, "")


def cues_of(words: Sequence[str], before: str = "") -> Iterator[str]:
    """Once each: the words, the pairs of neighbours, the pairs with a word between, the kind of the act `before`."""
    yield from dict.fromkeys(words)
    yield from dict.fromkeys(f"{one} {other}" for one, other in pairwise(words))
    yield from dict.fromkeys(f"{one} _ {other}" for one, other in zip(words, words[2:], strict=False))
    if before:
        yield f"after {before}"
