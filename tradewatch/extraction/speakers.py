"""Who is meant by the noun phrase before or after a verb of saying: a name, a body's official, "the ministry", "he"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tradewatch.extraction.datatypes import ActorMention, Gazetteer, KnownActor
from tradewatch.extraction.rulebook import Lexicon

NEAR = 2  # paragraphs over which a pronoun still means the speaker before
SOMEBODY = "?"  # a speaker whom the gazetteer does not know
_WORD = re.compile(r"[A-Za-z][\w.&]*")
_OWN_MAN = re.compile(r"'s(?: [A-Z][\w-]+){1,3}")  # "the ministry's Lin Jian"
_TITLES = frozenset({"president", "leader"})


@dataclass(slots=True, kw_only=True)
class Floor:
    """Who has the floor: the last person and the last body that spoke or acted, and in which paragraph."""

    person: str = ""
    body: str = ""
    last: str = ""
    paragraph: int = -10
    turn: str = ""  # in a transcript a speaker keeps the floor until the next one is named
    quoted: bool = False  # the last words were a quotation
    named: dict[str, int] = field(default_factory=dict)  # actors named so far, with the order of their last naming

    def heard(self, slug: str, kind: str, paragraph: int) -> None:
        """Notes a speaker; an unknown one takes "he" away from the person before."""
        self.last, self.paragraph = slug, paragraph
        if slug == SOMEBODY:
            self.person = ""
        elif kind == "person":
            self.person = slug
        else:
            self.body = slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The gazetteer as speakers are looked up in it."""

    actors: Mapping[str, KnownActor]
    words: Mapping[str, tuple[frozenset[str], ...]]  # the words of each name of an actor

    def kind(self, slug: str) -> str:
        return self.actors[slug].kind if slug in self.actors else ""

    def side(self, slug: str) -> str:
        return self.actors[slug].side if slug in self.actors else ""


@lru_cache(maxsize=8)
def known_from(gazetteer: Gazetteer) -> Known:
    """The gazetteer by slug, and the words of all names."""
    actors = {actor.slug: actor for actor in gazetteer.actors}
    words = {
        slug: tuple(frozenset(_words(name)) for name in (actor.name, *actor.aliases)) for slug, actor in actors.items()
    }
    return Known(actors=actors, words=words)


def _words(name: str) -> list[str]:
    return [word.lower().removesuffix(".") for word in _WORD.findall(name)]


def speaker_of_phrase(
    text: str, span: tuple[int, int], mentions: Sequence[ActorMention], floor: Floor, known: Known, lexicon: Lexicon
) -> str:
    """The slug of whom a noun phrase names, SOMEBODY for one who is unknown or no party, "" for what is no speaker."""
    phrase = text[span[0] : span[1]].removesuffix("'s")
    lower = phrase.lower().strip()
    if lower and lower.split()[-1] in ("he", "she", "it", "they") and not phrase.endswith("He"):
        lower = lower.split()[-1]
    if lower in lexicon.words["he_or_she"]:
        return _person_before(text, span[0], mentions, known, lexicon) or floor.person or SOMEBODY
    if lower in ("it", "they", "its", "their"):
        return floor.body or (floor.last if lower == "they" else "") or SOMEBODY
    inside = [m for m in mentions if span[0] <= m.start and m.end <= span[1]]
    if inside and phrase.strip() == inside[0].text:
        return inside[0].slug
    by_name = inside and inside[-1].end == span[0] + len(phrase) and known.kind(inside[-1].slug) == "person"
    if not by_name and lexicon.terms["no_party"].search(phrase):
        return SOMEBODY
    if inside and inside[-1].role == "place":
        if len(inside) == 1:
            seat = lexicon.terms["officials_in"].search(text[span[0] : inside[0].start])
            return inside[0].slug if seat else SOMEBODY
        inside = inside[:-1]
    named = _named(text, span, inside, known, lexicon)
    return named or _described(phrase, inside, floor, known, lexicon) or (SOMEBODY if _WORD.search(phrase) else "")


def _person_before(text: str, at: int, mentions: Sequence[ActorMention], known: Known, lexicon: Lexicon) -> str:
    """The first person whom the sentence names as its subject before "he"."""
    for mention in mentions:
        aside = not text[mention.end : at].strip(" ,")  # "Greer, he added, had …" is about Greer
        subject = mention.end <= at and not aside and known.kind(mention.slug) == "person"
        if subject and not lexicon.terms["oblique"].search(text[max(0, mention.start - 40) : mention.start]):
            return mention.slug
    return ""


def _named(text: str, span: tuple[int, int], inside: Sequence[ActorMention], known: Known, lexicon: Lexicon) -> str:
    """The name that stands next to the verb, else a body or country whose official speaks."""
    for mention in reversed(inside):
        tail = lexicon.terms["remark_of_time"].sub("", text[mention.end : span[1]])
        head = text[span[0] : mention.start]
        if not tail.strip(" '") and mention.role != "adjective":
            if lexicon.terms["after_preposition"].search(head) and not lexicon.terms["official"].search(head):
                return ""
            return mention.slug
        if tail.lower().startswith("'s ") and known.kind(mention.slug) == "person":
            return ""
        if known.kind(mention.slug) == "government_body" and _OWN_MAN.fullmatch(tail):
            return mention.slug
        if _speaks_for(tail, known.kind(mention.slug), lexicon):
            return mention.slug
    return ""


def _speaks_for(tail: str, kind: str, lexicon: Lexicon) -> bool:
    """True where the words after a body's name are its officials: "officials", "spokesperson Lin Jian", "side"."""
    found = lexicon.terms["official"].search(tail)
    if not found and kind in ("company", "organisation"):  # but "the American president" is a man with a name
        found = lexicon.terms["officer"].search(tail)
    if not found:
        return False
    between = tail[: found.start()].split()
    return len(between) <= 3


def _described(phrase: str, inside: Sequence[ActorMention], floor: Floor, known: Known, lexicon: Lexicon) -> str:
    """Whom a description without a name means: "the ministry", "the American president", "its customs office"."""
    sides = {mention.side for mention in inside if mention.role == "adjective" or known.kind(mention.slug) == "country"}
    head = lexicon.terms["after_preposition_any"].split(phrase, maxsplit=1)[0]
    wanted = [word for word in _words(head) if word not in lexicon.words["no_description"]]
    if not wanted or len(wanted) > 4:
        return ""
    if lexicon.terms["spokesperson"].fullmatch(wanted[-1]):
        wanted = wanted[:-1]
    if not wanted:
        return floor.person or floor.body
    if wanted[-1] in lexicon.words["firms"]:
        return _last_firm(floor, known)
    fitting = [
        slug
        for slug, names in known.words.items()
        if (not sides or known.side(slug) in sides) and any(name.issuperset(wanted) for name in names)
    ]
    recent = [slug for slug in fitting if slug in floor.named]
    if recent:
        return max(recent, key=lambda slug: floor.named[slug])
    exact = [slug for slug in fitting if frozenset(wanted) in known.words[slug]]
    if set(wanted) <= _TITLES or len(exact) == 1:
        fitting = exact or fitting
        return fitting[0] if fitting else ""
    return fitting[0] if len(fitting) == 1 else ""


def _last_firm(floor: Floor, known: Known) -> str:
    firms = [slug for slug in floor.named if known.kind(slug) in ("company", "organisation")]
    return max(firms, key=lambda slug: floor.named[slug], default="")
