"""Remarks between a verb and what it acts upon: "suspends until November the controls", "impose, if lawful, duties"."""

from collections.abc import Sequence

from tradewatch.extraction.clauses import Token
from tradewatch.extraction.rulebook import Lexicon

_NUMBERS = frozenset({"a", "half", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"})
_SPANS = frozenset({"year", "month", "week", "day"})


def past_aside(tokens: Sequence[Token], after: int) -> int:
    """Past a remark between commas: "impose, consistent with law, tariffs"."""
    if after < len(tokens) and tokens[after].lower == ",":
        for at in range(after + 1, min(after + 9, len(tokens))):
            if tokens[at].lower == ",":
                return at + 1
    return after


def past_time(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Past a remark of time: "suspends until November 10, 2026 the controls", "suspend for one year the fees"."""
    if tokens[at].lower not in {"until", "till", "from", "on", "in", "for", "through"} or at + 1 >= len(tokens):
        return at
    word = tokens[at + 1].lower
    if not (word[0].isdigit() or word in lexicon.words["of_time"]):
        return at
    end = at + 2 if word in {"a", "an", "the"} else at + 1
    while end < min(len(tokens), at + 7) and _is_of_time(tokens[end].lower, lexicon):
        end += 1
    bare = word in {"a", "an", "the"} and not (at + 2 < len(tokens) and tokens[at + 2].lower in _SPANS)
    return end if end > at + 1 and not bare else at


def _is_of_time(word: str, lexicon: Lexicon) -> bool:
    units = {"year", "years", "month", "months", "days", "day", ",", "week", "weeks", "period"}
    return word[0].isdigit() or word in units or (word in lexicon.words["of_time"] and word not in {"the", "a", "an"})


def is_amount(tokens: Sequence[Token], at: int) -> bool:
    """True in "at least ten", "more than a million", "over 100": words of an amount, not of another phrase."""
    follows = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if tokens[at].lower == "by":
        return follows in {"half", "two-thirds", "about", "another"} or follows[:1].isdigit()
    if tokens[at].lower == "at":
        return follows in {"least", "most", "around", "about"}
    return tokens[at].lower in {"over", "than", "under"} and (follows[:1].isdigit() or follows in _NUMBERS)
