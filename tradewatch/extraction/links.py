"""Links between the acts of an article: by the words beside them, and by what an act does."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from tradewatch.extraction import answers, deals, succession
from tradewatch.extraction.changes import changes_of
from tradewatch.extraction.datatypes import EventReading, Sentence
from tradewatch.extraction.ladders import ladders_of
from tradewatch.extraction.linked import Link
from tradewatch.extraction.parsing import Reading
from tradewatch.extraction.rounds import rounds_of
from tradewatch.extraction.steps import steps_of
from tradewatch.extraction.told_acts import TOLD_REACH, Scene, Way, acts_of

_WAYS: dict[str, Way] = {**answers.WAYS, **deals.WAYS, **succession.WAYS}


def with_links(
    events: Sequence[EventReading], sentences: Sequence[Sentence], reading: Reading
) -> tuple[EventReading, ...]:
    """The events, each with its links to earlier acts, every one of a type once, by the first words that say it."""
    found: dict[int, dict[tuple[object, ...], Link]] = {at: {} for at in range(len(events))}
    stated = (*_by_words(events, sentences, reading), *deals.terms(events, reading), *_by_acts(events, reading))
    for event, link in stated:
        found[event].setdefault((link.type, link.to, link.about), link)
    return tuple(
        replace(event, links=_stated_first(found[at].values())) if found[at] else event
        for at, event in enumerate(events)
    )


def _stated_first(links: Collection[Link]) -> tuple[Link, ...]:
    """Where words say of an act in which way it stands to another, nothing of that way is surmised besides."""
    said = {link.type for link in links if not link.is_surmised}
    return tuple(link for link in links if not link.is_surmised or link.type not in said)


def _by_acts(events: Sequence[EventReading], reading: Reading) -> Iterator[tuple[int, Link]]:
    accounts = [(account, at) for at, event in enumerate(events) for account in event.accounts]
    for at, event in enumerate(events):
        others = [account for account, other in accounts if other != at]
        for link in (*changes_of(event, others, reading), *steps_of(event), *ladders_of(event), *rounds_of(event)):
            yield at, link


def _by_words(
    events: Sequence[EventReading], sentences: Sequence[Sentence], reading: Reading
) -> Iterator[tuple[int, Link]]:
    acts = acts_of(events, sentences)
    places = [act.at for act in acts]
    questions = [one.start for one in sentences if one.text.rstrip(' *"”').endswith("?")]
    for sentence in sentences if acts else ():
        text = reading.text[sentence.start : sentence.end]
        first, end = bisect_left(places, sentence.start), bisect_left(places, sentence.end)
        here, before = acts[first:end], acts[bisect_left(places, sentence.start - TOLD_REACH) : first]
        for cue in reading.lexicon.sifted_links.for_text(text):
            for words in cue.pattern.finditer(text):
                next_question = next((at for at in questions if at > sentence.start), len(reading.text))
                following = [act for act in acts if sentence.end <= act.at < next_question]
                yield from _WAYS[cue.way](cue, words, Scene(sentence, text, here, before, following, acts, reading))
        yield from answers.echoes(here, before, sentence)
