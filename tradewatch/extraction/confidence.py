"""How sure a reading is, from countable things: the rule's strength, who acts, the date, the wording, the genre."""

from tradewatch.extraction.datatypes import Sentence
from tradewatch.extraction.event_dates import EventDates
from tradewatch.extraction.scenes import Acting
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Genre, Status

_OF_VOICE = {
    "active": 1.0,
    "passive": 0.95,
    "pattern": 1.0,
    "nominal": 0.75,
    "reduced": 0.85,
    "relative": 0.85,
    "recital": 0.95,
}
_OF_STATUS = {Status.OCCURRED: 1.0, Status.PLANNED: 0.95, Status.EXPECTED: 0.85, Status.DENIED: 0.95}
_OF_GENRE = {Genre.OFFICIAL: 1.05, Genre.NEWS: 1.0, Genre.STATE_MEDIA: 1.0, Genre.ANALYSIS: 0.95, Genre.OPINION: 0.85}


def confidence_of(
    finding: Finding, acting: Acting, dates: EventDates, status: str, sentence: Sentence, genre: str
) -> float:
    """Between 0 and 0.99."""
    value = finding.rule.strength * _OF_VOICE[finding.voice] * (0.7 + 0.3 * acting.weight)
    value *= _OF_STATUS.get(Status(status), 1.0) * _OF_GENRE.get(Genre(genre), 1.0) if genre in set(Genre) else 1.0
    if dates.date.edtf:
        value *= 1.12 if dates.date.rule.startswith("nearest_explicit") else 1.05
    if sentence.is_heading:
        value *= 0.85
    return round(min(value, 0.99), 2)
