"""What a confidence is worth: of the events given with it, how many were found and how many are right."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tradewatch.evaluation.bootstrap import Bootstrap, Share
from tradewatch.evaluation.judging import JudgedText

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Events whose confidence is at least `low` and below `high` (the last one holds 1.0 too). `mean` is theirs."""

    low: float
    high: float
    given: int
    mean: float | None
    found: Share
    right: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """An event that a reading gave, with how it fared. Those that tell an optional gold event are not among them."""

    confidence: float
    found: bool
    right: bool


def calibration(texts: Sequence[JudgedText], bootstrap: Bootstrap) -> tuple[Bin, ...]:
    """A bin for each step of confidence; events that were given without one are left out."""
    given = [_given(text) for text in texts]
    return tuple(_bin(low, high, given, bootstrap) for low, high in pairwise(EDGES))


def _given(text: JudgedText) -> list[_Given]:
    outcomes = [(one.read, True, not one.wrong) for article in text.articles for one in article.found]
    outcomes += [(event, False, False) for article in text.articles for event in article.extra]
    return [
        _Given(confidence=event.confidence, found=found, right=right)
        for event, found, right in outcomes
        if event.confidence is not None
    ]


def _bin(low: float, high: float, given: Sequence[Sequence[_Given]], bootstrap: Bootstrap) -> Bin:
    inside = [
        [one for one in events if low <= one.confidence < high or one.confidence == high == EDGES[-1]]
        for events in given
    ]
    sizes = [len(events) for events in inside]
    every = sum(sizes)
    return Bin(
        low=low,
        high=high,
        given=every,
        mean=sum(one.confidence for events in inside for one in events) / every if every else None,
        found=bootstrap.share([sum(one.found for one in events) for events in inside], sizes),
        right=bootstrap.share([sum(one.right for one in events) for events in inside], sizes),
    )
