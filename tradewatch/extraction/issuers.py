"""Whose voice a document speaks in outside any quotation, and whose turn it is in a transcript."""

import re
from collections.abc import Sequence

from tradewatch.extraction.actors import actors_in
from tradewatch.extraction.clauses import plain
from tradewatch.extraction.datatypes import ActorMention
from tradewatch.extraction.known_actors import Known
from tradewatch.extraction.offices import body_meant
from tradewatch.extraction.parsing import Reading
from tradewatch.vocabulary import Genre

_TURN = re.compile(r"\s*[A-Z][\w'. -]{0,60}:\s")
_ASKED = re.compile(
    r"\s*(?:Q\d?|Question|Reporter|Journalist|Moderator|[A-Z]{2,8}|[A-Z][a-z]+ (?:News|Daily|Times|TV|Radio))\s?:"
)
_ANSWERED = re.compile(r"\s*(?:A|Answer|Reply|Spokes(?:person|man|woman))\s?:")
_TITLE = re.compile(
    r"(.{3,120}?)\b(?:remarks|statement|answers|comments|responds|Q ?& ?A|press (?:conference|briefing))\b", re.I
)
_MINISTRY = re.compile(r"\b(?:ministry|spokes(?:person|man|woman))\b", re.I)
COUNTRY = {"us": "united-states", "china": "china"}
# The ministries whose spokespersons speak for China on trade; the first where a paper doesn't name its own.
_MINISTRIES = ("mofcom", "china-mfa")
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
    titled = _titled(article.title, reading, known)
    if titled or reading.speaker not in COUNTRY:
        return titled
    if not _MINISTRY.search(f"{article.title} {article.publisher} {article.url}"):
        return COUNTRY[reading.speaker]
    named = [mention.slug for mention in reading.mentions if mention.slug in _MINISTRIES]
    return next(iter(named), _MINISTRIES[0] if reading.speaker == "china" else COUNTRY[reading.speaker])


def _titled(title: str, reading: Reading, known: Known) -> str:
    """The authority whose words a title announces: "MOFCOM Spokesperson's Remarks on …"."""
    found = _TITLE.match(plain(title))
    if not found:
        return ""
    named = [m.slug for m in actors_in(found[1], reading.gazetteer, reading.lexicon)]
    bodies = [slug for slug in named if known.kind(slug) == "government_body"]
    return bodies[0] if bodies else body_meant(found[1], (), known.bodies, known.actors)
