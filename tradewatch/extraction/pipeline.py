"""The order of the stages, and nothing else: a page in, its articles as read out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tradewatch.extraction.actors import actors_in
from tradewatch.extraction.candidates import candidates_from
from tradewatch.extraction.chronologies import is_chronology
from tradewatch.extraction.clauses import LONGEST, pieces_of, plain
from tradewatch.extraction.datatypes import (
    ActorMention,
    Article,
    ArticleReading,
    Candidate,
    EventReading,
    Gazetteer,
    Page,
    Sentence,
    Statement,
    TimeExpression,
    Unread,
)
from tradewatch.extraction.dates import time_expressions
from tradewatch.extraction.events import events_of
from tradewatch.extraction.headings import flat_headings
from tradewatch.extraction.links import with_links
from tradewatch.extraction.pages import articles_in
from tradewatch.extraction.parsing import Reading
from tradewatch.extraction.positions import positions_in
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.scope import Scope, head_of, names_both, scope_of
from tradewatch.extraction.sentences import sentences_in
from tradewatch.extraction.things import words_about
from tradewatch.extraction.voices import author_of, issues_at_heart, speaker_of
from tradewatch.extraction.warned import warned

OPENING = 600  # characters under its title in which an article of the dispute names both sides
NO_DATE = date(2025, 7, 1)  # relative words mean nothing without a date; a full date means the same with any


def read(page: Page, lexicon: Lexicon, gazetteer: Gazetteer) -> list[ArticleReading]:
    """The articles of a page with their events and positions; what fails on one sentence becomes a warning."""
    return [read_article(article, lexicon, gazetteer) for article in articles_in(page, publishers=gazetteer.publishers)]


def read_article(article: Article, lexicon: Lexicon, gazetteer: Gazetteer) -> ArticleReading:
    """One article as read."""
    warnings = list(article.warnings)
    text = plain(article.text)
    sentences = [piece for sentence in sentences_in(article.text) for piece in _pieces(sentence)]
    reading = Reading(
        article=article,
        text=text,
        lexicon=lexicon,
        gazetteer=gazetteer,
        mentions=_mentions(text, sentences, lexicon, gazetteer, warnings),
        times=_times(article, sentences, warnings),
        speaker=speaker_of(article, gazetteer, lexicon),
        author=author_of(article, text),
        issues=issues_at_heart(article, lexicon),
        words=words_about(text, lexicon, article.title),
        is_chronology=is_chronology(text, sentences),
        between_the_two=names_both(head_of(article, text, sentences, OPENING), lexicon),
    )
    found = list(_candidates(sentences, reading, warnings))
    candidates = [one for one in found if isinstance(one, Candidate)]
    events = _linked(_events(candidates, sentences, warnings), sentences, reading, warnings)
    scope = Scope(inside=bool(events), reason="whether it belongs to the dispute could not be read")
    with warned(warnings, "the scope of the article"):
        scope = scope_of(article, text, sentences, events, lexicon)
    return ArticleReading(
        article=article,
        in_scope=scope.inside,
        scope_reason=scope.reason,
        events=events,
        positions=tuple(_positions(sentences, reading, warnings)),
        unread=tuple(one for one in found if isinstance(one, Unread)),
        warnings=tuple(warnings),
    )


def _mentions(
    text: str, sentences: Sequence[Sentence], lexicon: Lexicon, gazetteer: Gazetteer, warnings: list[str]
) -> Sequence[ActorMention]:
    """The names in a text; where they cannot be read as a whole, those of the sentences that can."""
    try:
        return actors_in(text, gazetteer, lexicon)
    except Exception:  # noqa: BLE001 - the sentence that fails is found and told below
        found: list[ActorMention] = []
    for sentence in sentences:
        with warned(warnings, f"names of the sentence at {sentence.start}"):
            names = actors_in(text[sentence.start : sentence.end], gazetteer, lexicon)
            found += [replace(n, start=n.start + sentence.start, end=n.end + sentence.start) for n in names]
    return found


def _events(
    candidates: Sequence[Candidate], sentences: Sequence[Sentence], warnings: list[str]
) -> tuple[EventReading, ...]:
    """The events that candidates tell; where these cannot be compared, each that can be read is an event of its own."""
    with warned(warnings, "which acts of the article are one event"):
        return events_of(candidates, flat_headings(candidates, sentences))
    events: list[EventReading] = []
    for candidate in candidates:
        with warned(warnings, f"the act at {candidate.trigger}"):
            events += events_of([candidate], frozenset())
    return tuple(events)


def _linked(
    events: tuple[EventReading, ...], sentences: Sequence[Sentence], reading: Reading, warnings: list[str]
) -> tuple[EventReading, ...]:
    with warned(warnings, "how the acts of the article stand to each other"):
        return with_links(events, sentences, reading)
    return events


def _positions(sentences: Sequence[Sentence], reading: Reading, warnings: list[str]) -> list[Statement]:
    with warned(warnings, "positions of the article"):
        return list(positions_in(sentences, reading, warnings))
    return []


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    if len(sentence.text) <= LONGEST:
        yield sentence
        return
    for offset, text in pieces_of(sentence.text):
        yield replace(sentence, start=sentence.start + offset, end=sentence.start + offset + len(text), text=text)


def _times(article: Article, sentences: Sequence[Sentence], warnings: list[str]) -> Sequence[TimeExpression]:
    """The dates of a text; where they cannot be read as a whole, those of the sentences that can."""
    said_on = article.published or NO_DATE
    try:
        times = time_expressions(article.text, said_on=said_on)
    except Exception:  # noqa: BLE001 - the sentence that fails is found and told below
        times = tuple(_times_apart(sentences, said_on, warnings))
    if article.published:
        return times
    return [time for time in times if time.source not in ("deictic", "weekday")]


def _times_apart(sentences: Sequence[Sentence], said_on: date, warnings: list[str]) -> Iterator[TimeExpression]:
    for sentence in sentences:
        with warned(warnings, f"dates of the sentence at {sentence.start}"):
            for time in time_expressions(sentence.text, said_on=said_on):
                yield replace(time, start=time.start + sentence.start, end=time.end + sentence.start)


def _candidates(sentences: Sequence[Sentence], reading: Reading, warnings: list[str]) -> Iterator[Candidate | Unread]:
    for sentence in sentences:
        with warned(warnings, f"the sentence at {sentence.start}"):
            yield from candidates_from(sentence, reading)
