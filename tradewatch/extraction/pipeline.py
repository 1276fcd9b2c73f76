"""The order of the stages, and nothing else: a page in, its articles as read out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tradewatch.extraction.actors import actors_in
from tradewatch.extraction.candidates import candidates_from
from tradewatch.extraction.clauses import pieces_of, plain
from tradewatch.extraction.datatypes import (
    Article,
    ArticleReading,
    Candidate,
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
from tradewatch.extraction.pages import articles_in
from tradewatch.extraction.parsing import Reading
from tradewatch.extraction.positions import positions_in
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.scope import names_both, scope_of
from tradewatch.extraction.sentences import sentences_in
from tradewatch.extraction.story import is_chronology
from tradewatch.extraction.things import words_about
from tradewatch.extraction.voices import author_of, issues_at_heart, speaker_of

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
        mentions=actors_in(text, gazetteer, lexicon),
        times=_times(article, warnings),
        speaker=speaker_of(article, gazetteer),
        author=author_of(article, text),
        issues=issues_at_heart(article, lexicon),
        words=words_about(text, lexicon),
        is_chronology=is_chronology(text, sentences),
        between_the_two=names_both(f"{article.title}. {text[:600]}", lexicon),
    )
    found = list(_candidates(sentences, reading, warnings))
    candidates = [one for one in found if isinstance(one, Candidate)]
    events = events_of(candidates, flat_headings(candidates, sentences))
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


def _positions(sentences: Sequence[Sentence], reading: Reading, warnings: list[str]) -> list[Statement]:
    try:
        return list(positions_in(sentences, reading))
    except Exception as error:  # noqa: BLE001 - the article's events stand
        warnings.append(f"positions of the article could not be read: {error!r}")
        return []


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    for offset, text in pieces_of(sentence.text):
        yield replace(sentence, start=sentence.start + offset, end=sentence.start + offset + len(text), text=text)


def _times(article: Article, warnings: list[str]) -> Sequence[TimeExpression]:
    try:
        times = time_expressions(article.text, said_on=article.published or NO_DATE)
    except Exception as error:  # noqa: BLE001 - the rest of the article stands
        warnings.append(f"dates of the article could not be read: {error!r}")
        return ()
    if article.published:
        return times
    return [time for time in times if time.source not in ("deictic", "weekday")]


def _candidates(sentences: Sequence[Sentence], reading: Reading, warnings: list[str]) -> Iterator[Candidate | Unread]:
    for sentence in sentences:
        try:
            yield from candidates_from(sentence, reading)
        except Exception as error:  # noqa: BLE001 - one sentence never costs the article
            warnings.append(f"the sentence at {sentence.start} could not be read: {error!r}")
