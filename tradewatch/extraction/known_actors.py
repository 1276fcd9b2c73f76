"""The gazetteer as speakers are looked up in it: actors by slug, by the words of their names, by office and body."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tradewatch.extraction.datatypes import Gazetteer, KnownActor
from tradewatch.extraction.offices import Described, bodies_by_words, offices_by_words, words_of

BODIES = frozenset({"government_body", "organisation", "company"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The gazetteer as speakers are looked up in it."""

    actors: Mapping[str, KnownActor]
    words: Mapping[str, tuple[frozenset[str], ...]]  # the words of each name of an actor
    bearers: Mapping[str, tuple[str, ...]]  # the actors, in their order, in whose names a word stands
    bodies: Described = ()  # ("commerce", "ministry") → mofcom, the most words first
    offices: Described = ()  # ("treasury", "secretary") → scott-bessent

    def speaks_for_a_body(self, slug: str) -> bool:
        """True for a body, and for a person whose office is to speak for one."""
        if self.kind(slug) != "person":
            return self.kind(slug) in BODIES
        return any("spokes" in name or "Press Secretary" in name for name in self.actors[slug].aliases)

    def kind(self, slug: str) -> str:
        return self.actors[slug].kind if slug in self.actors else ""

    def side(self, slug: str) -> str:
        return self.actors[slug].side if slug in self.actors else ""


@lru_cache(maxsize=8)
def known_from(gazetteer: Gazetteer) -> Known:
    """The gazetteer by slug, and the words of all names."""
    actors = {actor.slug: actor for actor in gazetteer.actors}
    words = {
        slug: tuple(frozenset(words_of(name)) for name in (actor.name, *actor.aliases))
        for slug, actor in actors.items()
    }
    bearers: dict[str, dict[str, None]] = {}
    for slug, names in words.items():
        for word in frozenset[str]().union(*names):
            bearers.setdefault(word, {})[slug] = None
    borne = {word: tuple(slugs) for word, slugs in bearers.items()}
    return Known(
        actors=actors, words=words, bearers=borne, bodies=bodies_by_words(actors), offices=offices_by_words(actors)
    )
