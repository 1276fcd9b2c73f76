"""Whose voice a document speaks in outside any quotation, and whose turn it is in a transcript."""

import re
from collections.abc import Sequence

from tradewatch.extraction.datatypes import ActorMention
from tradewatch.extraction.parsing import Reading
from tradewatch.extraction.speakers import Known
from tradewatch.vocabulary import Genre

_TURN = re.compile(r"\s*[A-Z][\w'. -]{1,60}:\s")
_ASKED = re.compile(
    r"\s*(?:Q\d?|Question|Reporter|Journalist|Moderator|[A-Z]{2,8}|[A-Z][a-z]+ (?:News|Daily|Times|TV|Radio))\s?:"
)
_ANSWERED = re.compile(r"\s*(?:A|Answer|Reply|Spokes(?:person|man|woman))\s?:")
_MINISTRY = re.compile(r"\b(?:ministry|spokes(?:person|man|woman))\b", re.I)
COUNTRY = {"us": "united-states", "china": "china"}
_OPENING = 3000  # characters in which a document tells who issues it
NOBODY = "nobody"


def turn_in(text: str, mentions: Sequence[ActorMention]) -> str | None:
    """Whose turn a paragraph opens: an actor, "" for the document's own voice, NOBODY for whoever asks."""
    turn = _TURN.match(text)
    if not turn:
        return None
    if _ANSWERED.match(text):
        return ""
    named = next((m.slug for m in mentions if m.role == "mention" and text[m.end : turn.end()].strip() == ":"), None)
    if named:
        return named
    return NOBODY if _ASKED.match(text) else None


def issuer_of(reading: Reading, known: Known) -> str:
    """The actor in whose name an official document speaks: its signer, publisher or the ministry that answers."""
    article = reading.article
    if article.genre != Genre.OFFICIAL:
        return ""
    if reading.author or article.publisher in known.actors:
        return reading.author or article.publisher
    if reading.speaker not in COUNTRY:
        return ""
    bodies = [
        mention.slug
        for mention in reading.mentions
        if mention.start < _OPENING and _is_ministry(mention, reading.speaker, known)
    ]
    speaks = _MINISTRY.search(f"{article.title} {article.publisher} {article.url}")
    return bodies[0] if bodies and speaks else COUNTRY[reading.speaker]


def _is_ministry(mention: ActorMention, side: str, known: Known) -> bool:
    return mention.side == side and known.kind(mention.slug) == "government_body" and "inistry" in mention.text
