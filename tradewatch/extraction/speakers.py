"""Who is meant by the noun phrase before or after a verb of saying: a name, a body's official, "the ministry", "he"."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tradewatch.extraction.datatypes import ActorMention
from tradewatch.extraction.known_actors import BODIES, Known
from tradewatch.extraction.offices import body_meant, holder_meant, words_of
from tradewatch.extraction.rulebook import Lexicon

NEAR = 2  # paragraphs over which a pronoun still means the speaker before
SOMEBODY = "?"  # a speaker whom the gazetteer does not know
_WORD = re.compile(r"[A-Za-z][\w.&]*")
_OWN_MAN = re.compile(r"'s(?: [A-Z][\w-]+){1,3}")  # "the ministry's Lin Jian"
_MET = re.compile(r"\b(?:meet|see|call|thank|ask|tell|press|face|join|host) (?:with )?(?:President |Mr\.? )?$")
_ANYBODY = re.compile(r"(?:An?|One|Another) [a-z]")  # "A lobbyist compared it to an engagement: …, he said"
_TITLES = frozenset({"president", "leader"})
_FIRMS = frozenset({"company", "organisation"})
_LONGEST_DESCRIPTION = 6  # words that tell
# "its chief executive", "the group's president": of the body named before
_OF_BODY_BEFORE = re.compile(
    r"(?:its|their|the (?:group|association|council|company|firm|chamber|union|body|federation|lobby|committee)'s) ",
    re.I,
)
_NAMES = re.compile(r"(?:(?:Mr|Ms|Mrs|Dr|Rep|Sen)\.? )?((?:[A-Z][\w'-]+ ){0,2}[A-Z][\w'-]+)")


@dataclass(slots=True, kw_only=True)
class Floor:
    """Who has the floor: the last person and the last body that spoke or acted, and in which paragraph."""

    person: str = ""
    body: str = ""
    last: str = ""
    paragraph: int = -10
    turn: str = ""  # in a transcript a speaker keeps the floor until the next one is named
    quoted: bool = False  # the last words were a quotation
    voice: str = ""  # the last body that spoke, or the last person who speaks for one: "the spokesperson"
    men: dict[str, str] = field(
        default_factory=dict
    )  # names of people whom only their body tells: "ministry's Lin Jian"
    unnamed: tuple[str, int] = ("", -10)  # the body whose head or spokesman spoke without a name, and where
    times: Counter[str] = field(default_factory=Counter)  # how often each actor was named so far
    named: dict[str, int] = field(default_factory=dict)  # actors named so far, with the order of their last naming

    def heard(self, slug: str, kind: str, paragraph: int, *, by_a_man: bool = False) -> None:
        """Notes who acts or speaks; somebody unknown takes "he" away from the person before, a spokesman takes it."""
        self.last, self.paragraph = slug, paragraph
        if slug == SOMEBODY:
            self.person = ""
        elif kind == "person" or by_a_man:
            self.person = slug
        else:
            self.body = slug


def speaker_of_phrase(
    text: str, span: tuple[int, int], mentions: Sequence[ActorMention], floor: Floor, known: Known, lexicon: Lexicon
) -> str:
    """The slug of whom a noun phrase names, SOMEBODY for one who is unknown or no party, "" for what is no speaker."""
    phrase = text[span[0] : span[1]].removesuffix("'s")
    pronoun = _pronoun(phrase, lexicon)
    if pronoun in lexicon.words["he_or_she"]:
        if named := _bears_the_name(text, span[0], phrase, floor, known):
            return named
        before = _person_before(text, span[0], mentions, known, lexicon)
        return before or (not _ANYBODY.match(text) and floor.person) or SOMEBODY
    if pronoun:
        return floor.body or (floor.last if pronoun == "they" else "") or SOMEBODY
    inside = [m for m in mentions if span[0] <= m.start and m.end <= span[1]]
    if inside and phrase.strip() == inside[0].text:
        return inside[0].slug
    introduced = "" if inside else _introduced(phrase, floor) or _by_acronym(phrase, floor)
    if lexicon.terms["spokesperson_alone"].fullmatch(phrase.strip()):
        introduced = _body_before(span[0], mentions, known) or floor.voice or _its_body(floor, known) or SOMEBODY
    return introduced or _of_description(text, span, phrase, inside, floor, known, lexicon)


def _bears_the_name(text: str, at: int, phrase: str, floor: Floor, known: Known) -> str:
    """The official named He whom a capital letter within a sentence means: "the fees must go," He said."""
    if phrase.strip() != "He" or not text[:at].strip() or text[:at].rstrip().endswith((".", ': "')):
        return ""
    bearers = [slug for slug in floor.named if known.kind(slug) == "person" and known.actors[slug].name[:3] == "He "]
    return max(bearers, key=lambda slug: floor.named[slug], default="")


def _pronoun(phrase: str, lexicon: Lexicon) -> str:
    """The pronoun that a phrase is or ends with, "" for any other; "He" at the end is the vice premier."""
    lower = phrase.lower().strip()
    last = lower.rsplit(" ", 1)[-1]
    if last in ("he", "she", "it", "they") and not phrase.endswith("He"):
        return last
    return lower if lower in lexicon.words["he_or_she"] or lower in ("its", "their", "it", "they") else ""


def _of_description(
    text: str,
    span: tuple[int, int],
    phrase: str,
    inside: Sequence[ActorMention],
    floor: Floor,
    known: Known,
    lexicon: Lexicon,
) -> str:
    by_name = inside and inside[-1].end == span[0] + len(phrase) and known.kind(inside[-1].slug) == "person"
    if not by_name and (lexicon.terms["no_party"].search(phrase) or lexicon.terms["third_country"].search(phrase)):
        return SOMEBODY
    if len(inside) > 1 and text[: inside[-1].start].endswith((" in ", " in the ", " to ", " to the ")):
        inside = inside[:-1]  # "China's embassy in the United States"
    elif inside and inside[-1].role == "place":
        if len(inside) == 1:
            seat = lexicon.terms["officials_in"].search(text[span[0] : inside[0].start])
            seat = seat or lexicon.terms["in_the_capital"].fullmatch(phrase)
            return inside[0].slug if seat else SOMEBODY
        inside = inside[:-1]
    named = _named(text, span, inside, floor, known, lexicon)
    if known.kind(named) != "person":
        of_body = "" if named else _of_a_side(phrase, floor, lexicon)
        named = of_body or _by_office(phrase, inside, known, lexicon, named) or named
    named = named or _ministry_of(phrase, floor.last, known) or _of_a_side(phrase, floor, lexicon)
    named = named or _described(phrase, inside, floor, known, lexicon)
    return named or (SOMEBODY if _WORD.search(phrase) else "")


def _of_a_side(phrase: str, floor: Floor, lexicon: Lexicon) -> str:
    """Whom words mean that name no body: "administration officials", "the Chinese", "its chief executive"."""
    for side, slug in (("americans", "united-states"), ("chinese", "china")):
        if lexicon.terms[f"the_{side}"].fullmatch(phrase.strip()):
            return slug
    owned = _OF_BODY_BEFORE.match(phrase) and lexicon.terms["officer"].search(phrase)
    return floor.body if owned else ""


def is_a_name(phrase: str) -> bool:
    """True for nothing but a person's name: "Kramek", "Mr. Joe Kramek"."""
    return bool(_NAMES.fullmatch(phrase.strip()))


def introduce(phrase: str, slug: str, floor: Floor) -> None:
    """Remembers that whoever bears the name in `phrase` speaks for a body."""
    found = _NAMES.search(phrase)
    for word in found[1].split() if found else ():
        floor.men[word] = slug


def _introduced(phrase: str, floor: Floor) -> str:
    """The body of whom a name means that was given with it before: "Kramek" after "WSC's chief Joe Kramek"."""
    words = phrase.split()
    return floor.men.get(words[-1], "") if is_a_name(phrase) else ""


def _by_acronym(phrase: str, floor: Floor) -> str:
    """The body whose acronym was given with its name before: "an MOC spokesman"."""
    return next((floor.men[word] for word in phrase.split() if word.isupper() and word in floor.men), "")


def _by_office(phrase: str, inside: Sequence[ActorMention], known: Known, lexicon: Lexicon, named: str) -> str:
    """The holder of an office, else, where no name tells more than a country, the body that a phrase describes."""
    head = lexicon.terms["after_preposition_any"].split(phrase, maxsplit=1)[0]
    if known.kind(named) in _FIRMS and words_of(head)[-1:] and words_of(head)[-1] in _TITLES:
        return named  # "the Soybean Association's president" is not the country's
    sides = {m.side for m in inside if m.role == "adjective" or known.kind(m.slug) == "country"}
    holder = holder_meant(head, sides, known.offices, known.actors)
    if not holder and phrase.startswith(f"{head} of "):
        holder = holder_meant(phrase, sides, known.offices, known.actors)  # "the head of Nvidia"
    if holder or known.kind(named) in BODIES:
        return holder
    return body_meant(phrase, sides, known.bodies, known.actors)


def _person_before(text: str, at: int, mentions: Sequence[ActorMention], known: Known, lexicon: Lexicon) -> str:
    """The first person whom the sentence names as its subject before "he"."""
    for mention in mentions:
        aside = not text[mention.end : at].strip(" ,")  # "Greer, he added, had …" is about Greer
        subject = mention.end <= at and not aside and known.kind(mention.slug) == "person"
        before = text[max(0, mention.start - 40) : mention.start]
        if subject and not lexicon.terms["oblique"].search(before) and not _MET.search(before):
            return mention.slug
    return ""


def _named(
    text: str, span: tuple[int, int], inside: Sequence[ActorMention], floor: Floor, known: Known, lexicon: Lexicon
) -> str:
    """The name that stands next to the verb, else a body or country whose official speaks."""
    for mention in reversed(inside):
        tail = lexicon.terms["remark_of_time"].sub("", text[mention.end : span[1]])
        head = text[span[0] : mention.start]
        if not tail.strip(" '") and mention.role != "adjective":
            if lexicon.terms["after_preposition"].search(head) and not _is_of(head, known.kind(mention.slug), lexicon):
                return ""
            return mention.slug
        if tail.lower().startswith("'s ") and known.kind(mention.slug) == "person":
            return ""
        kind = known.kind(mention.slug)
        if kind == "government_body" and _OWN_MAN.fullmatch(tail):
            introduce(tail.removeprefix("'s"), mention.slug, floor)
            return mention.slug
        official = _official(tail, kind, lexicon)
        if official and kind != "country":
            introduce(tail[official.end() :], mention.slug, floor)
        if official:
            return mention.slug
    return ""


def _body_before(at: int, mentions: Sequence[ActorMention], known: Known) -> str:
    """The authority that a sentence names before "the spokesperson"."""
    before = [m.slug for m in mentions if m.end <= at and known.kind(m.slug) == "government_body"]
    return before[-1] if before else ""


def _its_body(floor: Floor, known: Known) -> str:
    """The authority that acted last, or the country whose embassy did: "The ministry would have none of it. …"."""
    return floor.body if known.kind(floor.body) in ("government_body", "country") else ""


def _is_of(head: str, kind: str, lexicon: Lexicon) -> bool:
    """True where a body's name is that of whom a man speaks for: "spokesman for", "president of"."""
    return bool(lexicon.terms["official"].search(head) or (kind in _FIRMS and lexicon.terms["officer"].search(head)))


def _official(tail: str, kind: str, lexicon: Lexicon) -> re.Match[str] | None:
    """The officials of a body in the words after its name: "officials", "spokesperson Lin Jian", "side"."""
    found = lexicon.terms["official"].search(tail)
    if not found and kind in _FIRMS:  # but "the American president" is a man with a name
        found = lexicon.terms["officer"].search(tail)
    return found if found and len(tail[: found.start()].split()) <= 3 else None


def _described(phrase: str, inside: Sequence[ActorMention], floor: Floor, known: Known, lexicon: Lexicon) -> str:
    """Whom a description without a name means: "the ministry", "the American president", "its customs office"."""
    sides = {mention.side for mention in inside if mention.role == "adjective" or known.kind(mention.slug) == "country"}
    head = lexicon.terms["after_preposition_any"].split(phrase, maxsplit=1)[0]
    wanted = [word for word in words_of(head) if word not in lexicon.words["no_description"]]
    if not wanted or len(wanted) > _LONGEST_DESCRIPTION:
        return ""
    if any(map(lexicon.terms["spokesperson"].fullmatch, wanted)):  # "ministry spokesperson Lin Jian"
        wanted = wanted[: next(i for i, word in enumerate(wanted) if lexicon.terms["spokesperson"].fullmatch(word))]
    if not wanted:
        return floor.voice
    if wanted[-1] in lexicon.words["firms"]:
        return _last_firm(floor, known)
    fitting = [
        slug
        for slug in known.bearers.get(wanted[0], ())
        if (not sides or known.side(slug) in sides) and any(name.issuperset(wanted) for name in known.words[slug])
    ]
    recent = [slug for slug in fitting if slug in floor.named]
    if recent:
        latest = max(recent, key=lambda slug: floor.named[slug])
        official = lexicon.terms["official"].search(phrase)
        introduce(phrase[official.end() :] if official else "", latest, floor)
        return latest
    if head == head.lower():  # "products", "the exchange": common words are no firm's name
        fitting = [slug for slug in fitting if known.kind(slug) not in _FIRMS]
    exact = [slug for slug in fitting if frozenset(wanted) in known.words[slug]]
    if set(wanted) <= _TITLES or len(exact) == 1:
        fitting = exact or fitting
        return fitting[0] if fitting else ""
    return fitting[0] if len(fitting) == 1 else ""


def _ministry_of(phrase: str, slug: str, known: Known) -> str:
    """The ministry of the minister who has just spoken: "…, said Wang Wentao. The ministry called on …"."""
    if phrase.strip().lower() != "the ministry" or known.kind(slug) != "person":
        return ""
    titles = [title for title, _, _ in known.actors[slug].roles]
    bodies = (
        body_meant(title.replace("Minister", "Ministry"), {known.side(slug)}, known.bodies, known.actors)
        for title in titles
    )
    return next(filter(None, bodies), "")


def _last_firm(floor: Floor, known: Known) -> str:
    firms = [slug for slug in floor.named if known.kind(slug) in _FIRMS]
    return max(firms, key=lambda slug: (floor.times[slug], floor.named[slug]), default="")
