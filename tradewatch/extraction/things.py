"""Things that may be acted upon: tariffs, controls, fees, talks … where they stand in a sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tradewatch.extraction.clauses import Token, is_border, token_at
from tradewatch.extraction.rulebook import Lexicon

LONGEST_GAP, NEAR = 18, 10  # tokens between two things that "and" joins
_OWNERS = {
    **dict.fromkeys(("china", "chinese", "beijing"), "china"),
    **dict.fromkeys(("us", "u.s", "american", "america", "washington"), "us"),
}
FARTHEST = 30  # tokens between a thing and the pronoun that stands for it
_AFTER_OWN = frozenset({".", ",", ";", "on", "in", "a", "by", "for", "until", "with", "and", "at", "from", "the"})
_OBJECTS = frozenset({"it", "them"})
OFTEN = 3  # times that an article names what it is about


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing that may be acted upon: its class, its place in the sentence and its first and last tokens."""

    sort: str
    side: str
    start: int
    end: int
    first: int
    last: int
    points: bool = False  # it only points back at the measure told before


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands around a sentence: the words its article is about, and the sort of the measure told before."""

    words: frozenset[str] = frozenset()
    told: str = ""


NOTHING = Around()


def things_in(text: str, tokens: Sequence[Token], lexicon: Lexicon, around: Around = NOTHING) -> list[Thing]:
    """The things of the lexicon's classes in a plain sentence, in order, none overlapping another."""
    taken: list[Thing] = []
    for sort in lexicon.sifted_objects.for_text(text):
        may_be = not sort.article or sort.article in around.words
        named = around.told if sort.points else sort.sort or sort.id
        for found in sort.pattern.finditer(text) if may_be and named else ():
            start, end = found.span()
            if any(thing.start < end and start < thing.end for thing in taken):
                continue
            first, last = token_at(tokens, start), token_at(tokens, max(start, end - 1))
            taken.append(
                Thing(sort=named, side=sort.side, start=start, end=end, first=first, last=last, points=sort.points)
            )
    taken.sort(key=lambda thing: thing.start)
    return sorted([*taken, *_meant_by_pronouns(tokens, taken, lexicon)], key=lambda thing: thing.start)


def _meant_by_pronouns(tokens: Sequence[Token], things: Sequence[Thing], lexicon: Lexicon) -> Iterator[Thing]:
    """What "it" and "them" after a verb stand for: "ended the exemption but paused it a week later"."""
    for at in range(1, len(tokens) if things else 0):
        first = at - 1 if _is_own(tokens, at, lexicon) else at
        if first == at and (tokens[at].lower not in _OBJECTS or tokens[at - 1].lower not in lexicon.verb_forms):
            continue
        meant = next((one for one in reversed(things) if one.last < at - 1 and one.sort != "de_minimis"), None)
        if meant is not None and at - meant.last <= FARTHEST:
            start, end = tokens[first].start, tokens[at].end
            yield replace(meant, start=start, end=end, first=first, last=at, points=True)


def _is_own(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """True of "own" in "Washington stood down its own a day before": the like thing of the other side."""
    if tokens[at].lower != "own" or tokens[at - 1].lower not in ("its", "their"):
        return False
    verb = any(tokens[i].lower in lexicon.verb_forms for i in range(max(0, at - 3), at - 1))
    follows = tokens[at + 1].lower if at + 1 < len(tokens) else "."
    return verb and follows in _AFTER_OWN


def words_about(text: str, lexicon: Lexicon, title: str = "") -> frozenset[str]:
    """Those words that rules ask an article for which this one names time and again, or in its title.

    A word that is asked for alone must stand three times, a phrase or one of several words ("tariff|duty") twice.
    """
    lower, head = text.lower(), title.lower()
    return frozenset(
        words
        for words in lexicon.article_words
        if _count(words, head) or _count(words, lower) >= OFTEN - bool({" ", "|"} & set(words))
    )


def _count(words: str, text: str) -> int:
    """How often a text names one of the words that "|" parts."""
    return sum(text.count(word) for word in words.split("|"))


def _joins(words: Sequence[str]) -> bool:
    """True where "and", "or", "as well as", "along with" or "plus" stands among the words."""
    pairs = {f"{one} {other}" for one, other in pairwise(words)}
    return bool({"and", "or", "plus"} & set(words) or {"as well", "along with", "together with"} & pairs)


def _without_joining(words: Sequence[str]) -> set[str]:
    return {word for at, word in enumerate(words) if not (word == "with" and words[at - 1] in ("along", "together"))}


def _owner(tokens: Sequence[Token], thing: Thing) -> str | None:
    """Whose the thing is by the word before it or its first: "China's tariffs"; None where none tells."""
    near = [tokens[at].lower.removesuffix("'s").rstrip(".") for at in range(max(0, thing.first - 2), thing.last + 1)]
    return next((_OWNERS[word] for word in near if word in _OWNERS), None)


def joined(
    tokens: Sequence[Token], thing: Thing, things: Sequence[Thing], lexicon: Lexicon, *, step: int
) -> Iterator[Thing]:
    """Things of another sort that "and" or "or" joins to `thing`, on the side away from the verb."""
    for other in things:
        first, second = (thing, other) if step > 0 else (other, thing)
        gap = tokens[first.last + 1 : second.first]
        owners = _owner(tokens, first), _owner(tokens, second)
        if other.sort == thing.sort and (None in owners or owners[0] == owners[1]):
            continue
        if second.first <= first.last or not 1 <= len(gap) <= LONGEST_GAP:
            continue
        if any(first.last < third.first and third.last < second.first for third in things):
            continue
        words = [token.lower for token in gap]
        another = any(word in lexicon.verb_forms or word in lexicon.words["finite"] for word in words)
        near = len(gap) <= NEAR and not lexicon.words["stops"] & _without_joining(words)
        if _joins(words if near else words[-3:]) and not another and not any(map(is_border, gap)):
            yield other
