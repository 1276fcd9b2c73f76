"""Coded sentences, for `learn`: of coded articles, of a list of sentences, and the examples of the rules.

Lessons are the quoted accounts of the year's articles, but for those set aside, and of the sample articles; the lines
of `fixtures/expected/sentences.txt`; and what every rule of the lexicon must and must not read. Held-out texts: never.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tradewatch.extraction.actors import actors_in
from tradewatch.extraction.clauses import plain, tokens_in
from tradewatch.extraction.cues import cues_of, words_of
from tradewatch.extraction.datatypes import ActorMention, Article, Gazetteer, Page, Sentence
from tradewatch.extraction.pages import articles_in
from tradewatch.extraction.parsing import within
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.sentences import sentences_in
from tradewatch.ingestion import inputs
from tradewatch.ingestion.envelopes import pages_of
from tradewatch.vocabulary import Action, Kind, Side

FIXTURES = Path("fixtures")
_OF_RULES = 0.5  # what a rule's example weighs beside a sentence of an article, which was not written for one word
_SPACE = re.compile(r"\s+")
_LINE = re.compile(r"(?P<acts>-|\w+/\w+/\w*(?:; ?\w+/\w+/\w*)*) \| (?P<text>.+)")
_KNOWN = ({*map(str, Kind)}, {*map(str, Action)}, {"", *map(str, Side)})  # what the three words of an act may be


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a sentence tells, in the codebook's words; "" is not said."""

    kind: str
    action: str
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A sentence's cues and its acts; `asked` are the kinds that it says anything of, all where it is empty."""

    cues: tuple[str, ...]
    acts: tuple[Act, ...]
    asked: frozenset[str] = frozenset()
    counts: float = 1.0


class Unfit(ValueError):
    """A lesson that cannot be used; the message names the file and the line."""


def lessons_from(fixtures: Path, lexicon: Lexicon, gazetteer: Gazetteer) -> Iterator[Lesson]:
    """All lessons of a folder of fixtures and of the lexicon. Raises Unfit."""
    teacher = _Teacher(lexicon, gazetteer)
    for path, told in _coded_articles(fixtures):
        for article in _articles(path, gazetteer):
            yield from teacher.of_article(article, told)
    for passage in _passages(fixtures / "expected" / "sentences.txt"):
        yield from teacher.of_passage(passage)
    for rule in lexicon.rules:
        for text in rule.examples:
            yield from teacher.of_words(text, (Act(kind=rule.kind, action=rule.action, side=rule.side),))
        for text in rule.counterexamples:
            yield from teacher.of_words(text, (), frozenset({rule.kind}))


class _Teacher:
    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self.lexicon, self.gazetteer = lexicon, gazetteer

    def of_article(self, article: Article, told: Sequence[tuple[str, Act]]) -> Iterator[Lesson]:
        """A lesson for each sentence of an article that is no heading."""
        squashed = _squashed(article.text)
        spans = [(at, at + len(words), act) for words, act in told if (at := squashed.find(words)) >= 0]
        names = self._names(article.text)
        past, before, paragraph = 0, "", -10
        for sentence in sentences_in(article.text):
            words = _squashed(sentence.text)
            begin = squashed.find(words, past)
            past = begin + len(words)
            acts = tuple(dict.fromkeys(act for first, last, act in spans if first < past and begin < last))
            if not sentence.is_heading:
                near = sentence.paragraph - paragraph <= 1
                yield Lesson(cues=self._cues(article.text, sentence, names, before if near else ""), acts=acts)
            if acts:
                before, paragraph = acts[-1].kind, sentence.paragraph

    def of_passage(self, passage: Sequence[tuple[str, tuple[Act, ...]]]) -> Iterator[Lesson]:
        """A lesson for each of some sentences that follow each other."""
        before = ""
        for text, acts in passage:
            yield from (Lesson(cues=cues, acts=acts) for cues in self._each(text, before))
            before = acts[-1].kind if acts else before

    def of_words(self, text: str, acts: tuple[Act, ...], asked: frozenset[str] = frozenset()) -> Iterator[Lesson]:
        """A lesson for each sentence of a rule's example."""
        for cues in self._each(text, ""):
            yield Lesson(cues=cues, acts=acts, asked=asked, counts=_OF_RULES)

    def _each(self, text: str, before: str) -> Iterator[tuple[str, ...]]:
        names = self._names(text)
        return (self._cues(text, sentence, names, before) for sentence in sentences_in(text))

    def _names(self, text: str) -> Sequence[ActorMention]:
        return actors_in(plain(text), self.gazetteer, self.lexicon)

    def _cues(self, text: str, sentence: Sentence, names: Sequence[ActorMention], before: str) -> tuple[str, ...]:
        tokens = tokens_in(plain(text[sentence.start : sentence.end]))
        words = words_of(tokens, tuple(within(names, sentence)), self.gazetteer.kinds)
        return tuple(cues_of([word for word, _ in words], before))


def _squashed(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _articles(path: Path, gazetteer: Gazetteer) -> Iterator[Article]:
    for page in pages_of(inputs.read(path)):
        if isinstance(page, Page):
            yield from articles_in(page, publishers=gazetteer.publishers)


def _coded_articles(fixtures: Path) -> Iterator[tuple[Path, list[tuple[str, Act]]]]:
    """Articles with the quotes that tell an act, squashed."""
    expected = fixtures / "expected"
    events = {event["id"]: event for event in _read(expected / "chronology.json")}
    aside = set((expected / "year" / "SET_ASIDE").read_text(encoding="utf-8").split())
    for path in sorted((expected / "year").glob("*.json")):
        if path.stem not in aside:
            coded = _read(path)
            unknown = next((one["event"] for one in coded["events"] if one["event"] not in events), "")
            if unknown:
                raise Unfit(f"{path}: the chronology has no event “{unknown}”.")
            told = [(_squashed(one["quote"]), _act(events[one["event"]])) for one in coded["events"]]
            yield fixtures / "articles" / "year" / coded["article"], told
    for text in _read(expected / "articles.json")["texts"]:
        coded_events = [event for article in text["articles"] for event in article["events"]]
        told = [(_squashed(quote), _act(event)) for event in coded_events for quote in event["quotes"]]
        yield fixtures / "articles" / text["file"], told


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise Unfit(f"{path}: {error}") from error


def _act(event: Mapping[str, str]) -> Act:
    return Act(kind=event["kind"], action=event["action"], side=event["side"])


def _passages(path: Path) -> Iterator[list[tuple[str, tuple[Act, ...]]]]:
    """Passages parted by empty lines; a line is "kind/action/side; … | sentence", "-" where it tells no act."""
    passage: list[tuple[str, tuple[Act, ...]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        if not line.strip():
            yield passage
            passage = []
            continue
        found = _LINE.fullmatch(line)
        if not found:
            raise Unfit(f"{path}, line {number}: it is not “kind/action/side | sentence”.")
        acts = [] if found["acts"] == "-" else [one.strip().split("/") for one in found["acts"].split(";")]
        unknown = next(
            (word for one in acts for word, known in zip(one, _KNOWN, strict=True) if word not in known), None
        )
        if unknown is not None:
            raise Unfit(f"{path}, line {number}: “{unknown}” is no word of the codebook there.")
        passage.append((found["text"], tuple(Act(kind=k, action=a, side=s) for k, a, s in acts)))
    yield passage
