"""Bodies and people who are meant by a description: "a commerce ministry official", "the Treasury secretary"."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from tradewatch.extraction.datatypes import KnownActor

Described = tuple[tuple[frozenset[str], str], ...]  # the words of a description, and whom they mean; most words first

_WORD = re.compile(r"[A-Za-z][\w.&-]*")
_BRACKETS = re.compile(r"\([^)]*\)")
_EMPTY = frozenset(
    {"the", "of", "for", "and", "a", "an", "to", "us", "u.s", "american", "united", "states", "china", "chinese"}
)
_NO_OFFICE = frozenset({"office", "former", "outgoing", "then", "spokesman", "spokeswoman", "spokesperson"})
_ONE_WORD = frozenset({"president", "leader", "vice-premier"})  # offices that one word tells, where the side is told
_AT_MOST = 5
# What the press calls an officer whose title is longer: "the Nvidia boss", "the trade envoy", "the Treasury chief".
_INFORMALLY = {
    "boss": ("ceo",),
    "founder": ("ceo",),
    "chief": ("ceo", "secretary", "minister"),
    "head": ("ceo", "secretary", "minister"),
    "envoy": ("representative",),
    "czar": ("secretary",),
}
_YEAR_BEGINS = date(2025, 2, 1)


def words_of(phrase: str) -> list[str]:
    """The words of a phrase in lower case, without a full stop or a possessive at their end."""
    return [word.lower().removesuffix(".") for word in _WORD.findall(phrase.replace("'s", ""))]


def bodies_by_words(actors: Mapping[str, KnownActor]) -> Described:
    """The government bodies by the words of each of their names that has two or more telling ones."""
    found = {
        (telling, slug): None
        for slug, actor in actors.items()
        if actor.kind == "government_body"
        for name in (actor.name, *actor.aliases)
        if len(telling := _telling(name)) > 1
    }
    return tuple(sorted(found, key=lambda row: (-len(row[0]), row[1])))


def offices_by_words(actors: Mapping[str, KnownActor]) -> Described:
    """The people by the words of each office that they hold: their titles, and their names without the name."""
    found = {
        (telling, slug): None
        for slug, actor in actors.items()
        if actor.kind == "person"
        for title in _titles(actor)
        if _tells_an_office(telling := _telling(title))
    }
    return tuple(sorted(found, key=lambda row: (-len(row[0]), row[1])))


def body_meant(phrase: str, sides: Collection[str], bodies: Described, actors: Mapping[str, KnownActor]) -> str:
    """The body whose name a phrase holds in any order, of one of `sides` where any is told; "" for none or two."""
    return _meant(frozenset(words_of(phrase)), sides, bodies, actors)


def holder_meant(phrase: str, sides: Collection[str], offices: Described, actors: Mapping[str, KnownActor]) -> str:
    """Who holds the office that a phrase ends with: "Trump's Treasury secretary"; "the president" is the American."""
    words = words_of(phrase)
    if not words or _NO_OFFICE.intersection(words):
        return ""
    if words[-1] == "president" and not sides:
        sides = ("us",)
    for office in (words[-1], *(more for word in words for more in _INFORMALLY.get(word, ()))):
        fitting = tuple(row for row in offices if office in row[0])
        holder = _meant(frozenset((*words, office)), sides, fitting, actors)
        if holder:
            return holder
    return ""


def _meant(words: frozenset[str], sides: Collection[str], known: Described, actors: Mapping[str, KnownActor]) -> str:
    fitting = [row for row in known if row[0] <= words and (not sides or actors[row[1]].side in sides)]
    longest = {slug for telling, slug in fitting if len(telling) == len(fitting[0][0])}
    return longest.pop() if len(longest) == 1 else ""


def _titles(actor: KnownActor) -> Iterator[str]:
    own = set(words_of(actor.name))
    for alias in actor.aliases:
        yield " ".join(word for word in words_of(alias) if word not in own)
    for title, _, until in actor.roles:
        if until is None or until > _YEAR_BEGINS:
            yield _BRACKETS.sub("", title)


def _tells_an_office(telling: frozenset[str]) -> bool:
    if telling & _NO_OFFICE or len(telling) > _AT_MOST:
        return False
    return len(telling) > 1 or bool(telling & _ONE_WORD)


def _telling(name: str) -> frozenset[str]:
    return frozenset(words_of(name)) - _EMPTY
