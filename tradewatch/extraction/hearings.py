"""Who speaks in each sentence of an article, as the article goes by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tradewatch.extraction.attributions import Attribution, attributions_in
from tradewatch.extraction.clauses import Token
from tradewatch.extraction.datatypes import ActorMention, Sentence
from tradewatch.extraction.issuers import COUNTRY, NOBODY, turn_in
from tradewatch.extraction.known_actors import Known
from tradewatch.extraction.offices import body_meant
from tradewatch.extraction.parsing import Reading
from tradewatch.extraction.speakers import (
    NEAR,
    SOMEBODY,
    Floor,
    introduce,
    is_a_name,
    speaker_of_phrase,
)
from tradewatch.extraction.stated_issues import Subject
from tradewatch.extraction.viewpoints import viewpoints_in

_LONGEST_BODY = 5  # words of a body's name before "ministry"
_PERSON = re.compile(
    r"\b(?:president|head|chief|executive|spokes(?:man|woman|person)|secretary|director|chairman)"
    r" (?-i:[A-Z])[a-z]+ (?-i:[A-Z])",
    re.I,
)


@dataclass(slots=True, kw_only=True)
class Hearing:
    """An article as its statements are heard, sentence by sentence."""

    reading: Reading
    known: Known
    subject: Subject
    issuer: str = ""
    floor: Floor = field(default_factory=Floor)
    order: int = 0
    paragraph: int = -1
    trades: dict[str, str] = field(default_factory=dict)  # the issue that each speaker heard so far has by trade
    inside: bool = False  # the sentence at hand begins inside a quotation


def take_turn(sentence: Sentence, text: str, mentions: Sequence[ActorMention], hearing: Hearing) -> str:
    """Whose turn it is in a transcript, "" in any other text; a question has its paragraph only."""
    floor = hearing.floor
    if hearing.paragraph == sentence.paragraph:
        return floor.turn
    hearing.paragraph = sentence.paragraph
    turn = turn_in(text, mentions)
    if turn is not None:
        floor.turn, floor.paragraph = turn, sentence.paragraph
    elif floor.turn == NOBODY or sentence.paragraph - floor.paragraph > NEAR:
        floor.turn = ""
    return floor.turn


def with_speakers(
    text: str, tokens: Sequence[Token], mentions: Sequence[ActorMention], hearing: Hearing
) -> list[tuple[Attribution, str]]:
    """The attributions of a sentence whose speaker could be told, each with its speaker."""
    found: list[tuple[Attribution, str]] = []
    speaker = ""
    lexicon = hearing.reading.lexicon
    said = attributions_in(text, tokens, lexicon, inside=hearing.inside)
    for one in (*said, *viewpoints_in(text, tokens, lexicon, alone=not said)):
        speaker = _speaker(_with_whole_names(one, mentions), text, mentions, hearing, before=speaker)
        if speaker:
            found += [(one, slug) for slug in (*_beside(one, speaker, text, mentions, hearing.known), speaker)]
    return found


def _with_whole_names(one: Attribution, mentions: Sequence[ActorMention]) -> Attribution:
    """With the whole of a name that a stretch begins inside: "Security" in "Bureau of Industry and Security"."""
    whole = [
        (min((m.start for m in mentions if m.start < start < m.end <= end), default=start), end)
        for start, end in one.names
    ]
    return replace(one, names=tuple(whole))


def _beside(
    one: Attribution, speaker: str, text: str, mentions: Sequence[ActorMention], known: Known
) -> tuple[str, ...]:
    """Whoever is named with the speaker as saying the same: "Jamieson Greer and Scott Bessent condemned …"."""
    start = one.names[0][0] if one.names else 0
    if not text[:start].endswith(" and "):
        return ()
    return tuple(
        mention.slug
        for mention in mentions
        if mention.end == start - len(" and ") and known.kind(mention.slug) == known.kind(speaker) == "person"
    )


def is_reported(one: Attribution, speaker: str, said: Sequence[tuple[Attribution, str]], known: Known) -> bool:
    """True for words that a speaker of the same side reports: "China opposes the move, the ministry said"."""
    side = known.side(speaker)
    return any(
        other.start > one.start and other.content[0] <= one.start < other.content[1] and known.side(slug) == side
        for other, slug in said
    )


def _speaker(one: Attribution, text: str, mentions: Sequence[ActorMention], hearing: Hearing, *, before: str) -> str:
    """Who speaks: the first noun phrase that tells; for a verb without a subject of its own, whoever spoke or acts."""
    if one.shared and not one.names:
        slug = before or _leading(text, one, mentions, hearing) or _subject(text, one.start, mentions, hearing)
    else:
        found = [
            _same(before, text[span[0] : span[1]].lower(), hearing.known)
            or speaker_of_phrase(text, span, mentions, hearing.floor, hearing.known, hearing.reading.lexicon)
            for span in one.names
        ]
        slug = _told_by_name(one, found, mentions, hearing.known) or next(
            (slug for slug in found if slug and slug != SOMEBODY), SOMEBODY if SOMEBODY in found else ""
        )
        slug = _named_at_last(one, slug, text, hearing)
        _introduced_beside(one, found, slug, text, hearing)
    voice = before if before != SOMEBODY else ""  # "China, the ministry said, is ready to answer"
    voice = voice or hearing.floor.turn or hearing.issuer or spokesman(hearing)
    # "China opposes …" in a ministry's paper, or right after its spokesman has spoken, are the ministry's words
    return voice if voice and slug == COUNTRY.get(hearing.known.side(voice)) else slug


def _same(before: str, pronoun: str, known: Known) -> str:
    """Whoever has just spoken in the sentence, where a pronoun means him or it: "the chamber wrote; it begged …"."""
    person = known.kind(before) == "person"
    fits = pronoun == "they" or (pronoun in ("he", "she") if person else pronoun == "it")
    return before if fits and before != SOMEBODY else ""


def spokesman(hearing: Hearing) -> str:
    """Who has spoken for a body of one side in this paragraph, "" for nobody or anybody else."""
    floor = hearing.floor
    speaks = floor.paragraph == hearing.paragraph and hearing.known.speaks_for_a_body(floor.last)
    return floor.last if speaks and floor.last not in COUNTRY.values() else ""


def _told_by_name(one: Attribution, found: Sequence[str], mentions: Sequence[ActorMention], known: Known) -> str:
    """Who bears the name beside an office: "the Dutch minister, Vincent Karremans, stood by …"."""
    named = [
        slug
        for (start, end), slug in zip(one.names, found, strict=True)
        if any(mention.slug == slug and start <= mention.start < end for mention in mentions)
    ]
    return next((slug for slug in named if known.kind(slug) == "person"), next(iter(named), ""))


def _named_at_last(one: Attribution, slug: str, text: str, hearing: Hearing) -> str:
    """The body for whom "Ann Li says" after "The head of the association says …": she is given a name only then."""
    floor, lexicon = hearing.floor, hearing.reading.lexicon
    start, end = one.names[0] if one.names else (0, 0)
    body, paragraph = floor.unnamed
    if slug == SOMEBODY and body and is_a_name(text[start:end]) and hearing.paragraph - paragraph <= 1:
        introduce(text[start:end], body, floor)
        return body
    officer = lexicon.terms["officer"].search(text, start, end) or lexicon.terms["official"].search(text, start, end)
    if officer and hearing.known.kind(slug) in ("organisation", "company") and not _PERSON.search(text, start, end):
        floor.unnamed = slug, hearing.paragraph
    return slug


def _introduced_beside(one: Attribution, found: Sequence[str], slug: str, text: str, hearing: Hearing) -> None:
    """A name beside its bearer's office speaks for the office's body from now on: "Joe Kramek, head of the council"."""
    if slug == SOMEBODY or hearing.known.kind(slug) == "person" or SOMEBODY not in found:
        return
    for (start, end), who in zip(one.names, found, strict=True):
        if who == SOMEBODY and is_a_name(text[start:end]):
            introduce(text[start:end], slug, hearing.floor)


def _subject(text: str, end: int, mentions: Sequence[ActorMention], hearing: Hearing) -> str:
    """Who acts in the clause before an offset: the first name that no preposition governs, or a side's officials."""
    first = text.rfind(";", 0, end) + 1
    official = hearing.reading.lexicon.terms["official"]
    for mention in mentions:
        if not first <= mention.start < end or mention.role == "place" or is_oblique(text, mention, hearing):
            continue
        if mention.role != "adjective" or official.match(text, mention.end + 1):
            return (
                _spokesman_named(text, mention, mentions, hearing)
                or _body_named(text[mention.start : end], mention, hearing)
                or mention.slug
            )
    return ""


def _spokesman_named(text: str, body: ActorMention, mentions: Sequence[ActorMention], hearing: Hearing) -> str:
    """The person named right after his office: "Foreign Ministry spokesman Lin Jian issued a warning: …"."""
    spokesman = hearing.reading.lexicon.terms["spokesperson"]
    for one in mentions:
        if one.start >= body.end and hearing.known.kind(one.slug) == "person":
            office = text[body.end : one.start].strip() or one.text.split()[0]  # an alias may hold the office
            return one.slug if spokesman.fullmatch(office) else ""
    return ""


def _body_named(phrase: str, country: ActorMention, hearing: Hearing) -> str:
    """The ministry in "China's finance ministry hit back, deriding …", whose name tells no more than its country."""
    known = hearing.known
    if known.kind(country.slug) != "country":
        return ""
    official = hearing.reading.lexicon.terms["official"].search(phrase)
    if not official or len(phrase[: official.start()].split()) > _LONGEST_BODY:
        return ""
    return body_meant(phrase[: official.end()], {country.side}, known.bodies, known.actors)


def _leading(text: str, one: Attribution, mentions: Sequence[ActorMention], hearing: Hearing) -> str:
    """The body that opens a sentence by description: "The customs administration, for its part, …, saying …"."""
    comma = text.find(",", 0, one.start)
    if comma < 0 or not text.startswith("The "):
        return ""
    found = speaker_of_phrase(text, (0, comma), mentions, hearing.floor, hearing.known, hearing.reading.lexicon)
    return "" if found == SOMEBODY else found


def is_oblique(text: str, mention: ActorMention, hearing: Hearing) -> bool:
    return bool(hearing.reading.lexicon.terms["oblique"].search(text[max(0, mention.start - 40) : mention.start]))
