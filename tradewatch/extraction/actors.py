"""Who is named in an article: the longest alias first, and whether a name is meant as a body or as a place.

Beijing said … (the government) but: talks in Beijing (a place); "He" after "He Lifeng" is the vice premier, at the
start of a sentence it is the pronoun; "Li" counts only where the article has given the full name before.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tradewatch.extraction.datatypes import ActorMention, Gazetteer, KnownActor
from tradewatch.extraction.rulebook import Lexicon

_FIRST = re.compile(r"[^\W\d_][\w.&-]*?(?=\b|['’])|@\w+")
_WORD = re.compile(r"(?<![\w@])(?:(?:[A-Za-z]\.){2,}|@?[^\W_][\w-]*)")
_EDGE = re.compile(r"[\w]")
_DATELINE = re.compile(r"\A[^a-z\n]{3,40}?(?:, [A-Z][a-z]+\.? \d{1,2})?(?: \([A-Z][\w ]+\))?\s*(?:--|-|—)")

Alias = tuple[str, KnownActor]


@dataclass(frozen=True, slots=True)
class Aliases:
    """The aliases that begin with one word, longest first, and how any of them begins: most texts go on otherwise."""

    known: tuple[Alias, ...]
    any: re.Pattern[str]


@lru_cache(maxsize=8)
def aliases_of(gazetteer: Gazetteer) -> Mapping[str, Aliases]:
    """The aliases by their first word in lower case, longest first; a body before a person of the same title."""
    found: dict[str, dict[str, KnownActor]] = {}
    order = {"country": 0, "government_body": 1}
    for actor in sorted(gazetteer.actors, key=lambda actor: order.get(actor.kind, 2)):
        for alias in (actor.name, *actor.aliases):
            first = _WORD.match(alias)
            if first:
                found.setdefault(first[0].lower(), {}).setdefault(alias, actor)
    return {first: _sorted(names) for first, names in found.items()}


def _sorted(names: Mapping[str, KnownActor]) -> Aliases:
    known = tuple(sorted(names.items(), key=lambda item: (-len(item[0]), item[0])))
    return Aliases(known, re.compile("|".join(_spelt(alias) for alias, _ in known)))


def _spelt(alias: str) -> str:
    """The pattern of an alias as it may be written: "the White House" begins a sentence with a capital."""
    first = alias[0]
    begun = f"[{first}{first.upper()}]" if first.islower() and first.upper().lower() == first else re.escape(first)
    return begun + re.escape(alias[1:])


def actors_in(text: str, gazetteer: Gazetteer, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The names in a plain text, in order, none inside another; `role` is "place" or "mention"."""
    aliases = aliases_of(gazetteer)
    named: set[str] = set()
    found: list[ActorMention] = []
    end = 0
    dateline = _DATELINE.match(text)
    for word in _WORD.finditer(text):
        known = aliases.get(word[0].lower())
        if known is None or word.start() < end:
            continue
        hit = _longest(text, word.start(), known.known, named, lexicon) if known.any.match(text, word.start()) else None
        if hit is None:
            continue
        alias, actor = hit
        named.add(actor.slug) if _is_full(alias, actor) else None
        end = word.start() + len(alias)
        role = _role(text, word.start(), alias, lexicon)
        if dateline and end <= dateline.end():
            role = "place"
        found.append(
            ActorMention(
                slug=actor.slug, side=actor.side, start=word.start(), end=end, text=text[word.start() : end], role=role
            )
        )
    return tuple(sorted([*found, *_adjectives(text, found, lexicon)], key=lambda mention: mention.start))


def _is_full(alias: str, actor: KnownActor) -> bool:
    return alias == actor.name or alias.endswith(actor.name) or len(alias.split()) > 1


def _longest(text: str, at: int, aliases: Sequence[Alias], named: set[str], lexicon: Lexicon) -> Alias | None:
    for alias, actor in aliases:
        if not text.startswith(alias, at) and not _is_begun_large(text, at, alias):
            continue
        after = text[at + len(alias) : at + len(alias) + 1]
        if _EDGE.match(after) and _EDGE.match(alias[-1]):
            continue
        if alias in lexicon.words["needs_full_name"] and not _may_stand_alone(text, at, alias, actor, named):
            continue
        return alias, actor
    return None


def _is_begun_large(text: str, at: int, alias: str) -> bool:
    """True of "The White House" for "the White House"."""
    first = alias[0]
    return first.islower() and text[at].lower() == first and text.startswith(alias[1:], at + 1)


def _may_stand_alone(text: str, at: int, alias: str, actor: KnownActor, named: set[str]) -> bool:
    if actor.slug not in named or (actor.kind != "person" and actor.slug not in named):
        return False
    if alias != "He":
        return True
    # "He" opens a sentence or a quotation: the pronoun. "…, He said" in mid-sentence is the vice premier.
    before = text[max(0, at - 2) : at].rstrip()
    return bool(before) and before[-1] not in '.!?"”“:;—-' and text[max(0, at - 2) : at] != "\n\n"


def _role(text: str, at: int, alias: str, lexicon: Lexicon) -> str:
    if alias not in lexicon.words["capitals"]:
        return "mention"
    before = text[max(0, at - 16) : at].split()
    return "place" if before and before[-1].lower() in lexicon.words["place_before"] else "mention"


def _adjectives(text: str, found: Sequence[ActorMention], lexicon: Lexicon) -> Iterator[ActorMention]:
    taken = {position for mention in found for position in (mention.start, mention.end - 1)}
    spans = [(mention.start, mention.end) for mention in found]
    for term, slug, side in (("china_adjective", "china", "china"), ("us_adjective", "united-states", "us")):
        for word in lexicon.terms[term].finditer(text):
            if word.start() not in taken and not any(
                start <= word.start() < end for start, end in _near(spans, word.start())
            ):
                yield ActorMention(
                    slug=slug, side=side, start=word.start(), end=word.end(), text=word[0], role="adjective"
                )


def _near(spans: Sequence[tuple[int, int]], at: int) -> Sequence[tuple[int, int]]:
    index = bisect_right(spans, (at, len(spans) + at))
    return spans[max(0, index - 1) : index + 1]
