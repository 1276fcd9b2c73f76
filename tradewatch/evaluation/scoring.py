"""From judged texts to the figures of a report: shares of all texts together and of their parts."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tradewatch.evaluation.bootstrap import Bootstrap, Share
from tradewatch.evaluation.judging import Found, JudgedArticle, JudgedText
from tradewatch.evaluation.told import FIELDS, LATER, LISTS, STATED

NOT_NAMED = "(not named)"
ATTRIBUTES = (*FIELDS, *LATER, *LISTS, "measures")


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """Precision, recall and F1 of one way to count a hit."""

    precision: Share
    recall: Share
    f1: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some of the events (those of one kind, publisher, voice, gold file), and how well they were read."""

    name: str
    wanted: int
    given: int
    found: Level
    right: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """All figures of a report but the calibration."""

    articles: int
    scope: Share
    whole: Part
    attributes: dict[str, Share]
    positions: Level
    statements: Level  # positions whose words were read, whatever was made of them
    stated: dict[str, Share]  # how often speaker, issue and stance of those agree
    mistaken: dict[str, Counter[tuple[str, str]]]  # for each of those fields: (gold, read), and how often
    by_kind: tuple[Part, ...]
    by_publisher: tuple[Part, ...]
    by_voice: tuple[Part, ...]
    by_gold: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counts:
    """What of one text belongs to a part."""

    wanted: int = 0
    given: int = 0
    found: int = 0
    right: int = 0


def scored(texts: Sequence[JudgedText], bootstrap: Bootstrap) -> Score:
    """The figures of all texts together; `bootstrap` must be made for as many texts."""
    articles = [text.articles for text in texts]
    return Score(
        articles=sum(map(len, articles)),
        scope=bootstrap.share([sum(one.scope_right for one in part) for part in articles], [len(p) for p in articles]),
        whole=_part("all", [_counts(part) for part in articles], bootstrap),
        attributes={name: _attribute(name, texts, bootstrap) for name in ATTRIBUTES},
        positions=_level(
            [sum(one.positions_met for one in part) for part in articles],
            [sum(one.positions_wanted for one in part) for part in articles],
            [sum(one.positions_given for one in part) for part in articles],
            bootstrap,
        ),
        statements=_level(
            [sum(len(one.statements) for one in part) for part in articles],
            [sum(one.positions_wanted for one in part) for part in articles],
            [sum(one.positions_given for one in part) for part in articles],
            bootstrap,
        ),
        stated={name: _stated(name, texts, bootstrap) for name in STATED},
        mistaken={name: _mistaken(name, articles) for name in STATED},
        by_kind=_by_kind(texts, bootstrap),
        by_publisher=_by_article(texts, lambda _, article: article.publisher or NOT_NAMED, bootstrap),
        by_voice=_by_article(texts, lambda text, _: text.voice or NOT_NAMED, bootstrap),
        by_gold=_by_article(texts, lambda text, _: text.gold, bootstrap),
    )


def agreed(found: Found, name: str) -> float | None:
    """How far a found event agrees in one field, 0 to 1; None where the field says nothing of the reading."""
    if name in LISTS:
        return _set_f1(found.gold.lists[name], found.read.lists[name])
    if name == "measures":
        return _set_f1(found.gold.figures, found.read.figures) if found.gold.figures else None
    if name in LATER and not (found.gold.words[name] or found.read.words[name]):
        return None  # both silent: no merit in it
    return float(found.gold.accepts(found.read, name))


def _set_f1(gold: frozenset[Any], read: frozenset[Any]) -> float:
    return 2 * len(gold & read) / (len(gold) + len(read)) if gold or read else 1.0


def _attribute(name: str, texts: Sequence[JudgedText], bootstrap: Bootstrap) -> Share:
    by_text = [[agreed(one, name) for article in text.articles for one in article.found] for text in texts]
    known = [[value for value in values if value is not None] for values in by_text]
    return bootstrap.share([sum(values) for values in known], [len(values) for values in known])


def _stated(name: str, texts: Sequence[JudgedText], bootstrap: Bootstrap) -> Share:
    by_text = [[pair for article in text.articles for pair in article.statements] for text in texts]
    agreeing = [sum(name not in gold.differs(read) for gold, read in pairs) for pairs in by_text]
    return bootstrap.share(agreeing, [len(pairs) for pairs in by_text])


def _mistaken(name: str, articles: Iterable[Sequence[JudgedArticle]]) -> Counter[tuple[str, str]]:
    pairs = [pair for part in articles for one in part for pair in one.statements]
    return Counter((getattr(gold, name), getattr(read, name)) for gold, read in pairs if name in gold.differs(read))


def _by_article(
    texts: Sequence[JudgedText], name_of: Callable[[JudgedText, JudgedArticle], str], bootstrap: Bootstrap
) -> tuple[Part, ...]:
    names = sorted({name_of(text, article) for text in texts for article in text.articles})
    return tuple(
        _part(
            name,
            [_counts(one for one in text.articles if name_of(text, one) == name) for text in texts],
            bootstrap,
        )
        for name in names
    )


def _by_kind(texts: Sequence[JudgedText], bootstrap: Bootstrap) -> tuple[Part, ...]:
    """By the gold's kind where a read event was found in it, else by the kind that was read."""
    told = [event for text in texts for one in text.articles for event in (*one.missed, *one.extra)]
    kinds = {event.kind for event in told}
    kinds |= {pair.gold.kind for text in texts for one in text.articles for pair in one.found}
    return tuple(
        _part(kind, [_counts_of_kind(kind, text.articles) for text in texts], bootstrap) for kind in sorted(kinds)
    )


def _counts(articles: Iterable[JudgedArticle]) -> _Counts:
    chosen = list(articles)
    return _Counts(
        wanted=sum(one.wanted for one in chosen),
        given=sum(one.given for one in chosen),
        found=sum(len(one.found) for one in chosen),
        right=sum(len(one.right) for one in chosen),
    )


def _counts_of_kind(kind: str, articles: Sequence[JudgedArticle]) -> _Counts:
    found = [pair for one in articles for pair in one.found if pair.gold.kind == kind]
    missed = sum(event.kind == kind for one in articles for event in one.missed)
    extra = sum(event.kind == kind for one in articles for event in one.extra)
    right = sum(not pair.wrong for pair in found)
    return _Counts(wanted=len(found) + missed, given=len(found) + extra, found=len(found), right=right)


def _part(name: str, counts: Sequence[_Counts], bootstrap: Bootstrap) -> Part:
    wanted, given = [one.wanted for one in counts], [one.given for one in counts]
    return Part(
        name=name,
        wanted=sum(wanted),
        given=sum(given),
        found=_level([one.found for one in counts], wanted, given, bootstrap),
        right=_level([one.right for one in counts], wanted, given, bootstrap),
    )


def _level(hits: Sequence[int], wanted: Sequence[int], given: Sequence[int], bootstrap: Bootstrap) -> Level:
    twice = [2 * one for one in hits]
    both = [one + other for one, other in zip(wanted, given, strict=True)]
    return Level(
        precision=bootstrap.share(hits, given),
        recall=bootstrap.share(hits, wanted),
        f1=bootstrap.share(twice, both),
    )
