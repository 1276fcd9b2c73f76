"""A report as one JSON object: figures under the names that the shared scorer uses, intervals beside them."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from tradewatch.evaluation.bootstrap import Share
from tradewatch.evaluation.calibration import Bin
from tradewatch.evaluation.cases import Case
from tradewatch.evaluation.judging import JudgedText
from tradewatch.evaluation.scoring import Level, Part, Score

PLACES = 3


def score_values(
    score: Score, bins: Sequence[Bin], texts: Sequence[JudgedText], cases: Sequence[Case]
) -> dict[str, Any]:
    """`*_95` holds [low, high] of the share named before it; null where there is nothing to count."""
    return {
        "articles": score.articles,
        "scope_accuracy": _rounded(score.scope.value),
        "scope_accuracy_95": _bounds(score.scope),
        "gold_events": score.whole.wanted,
        "given_events": score.whole.given,
        "found": _level(score.whole.found),
        "right": _level(score.whole.right),
        "attributes_of_found": {name: _rounded(share.value) for name, share in score.attributes.items()},
        "attributes_of_found_95": {name: _bounds(share) for name, share in score.attributes.items()},
        "positions": _level(score.positions),
        "statements": _level(score.statements),
        "attributes_of_statements": {name: _rounded(share.value) for name, share in score.stated.items()},
        "attributes_of_statements_95": {name: _bounds(share) for name, share in score.stated.items()},
        "by_kind": _parts(score.by_kind),
        "by_publisher": _parts(score.by_publisher),
        "by_voice": _parts(score.by_voice),
        "by_gold": _parts(score.by_gold),
        "calibration": [_bin(one) for one in bins],
        "per_text": [row for text in texts for row in _by_article(text)],
        "cases": [asdict(case) for case in cases],
    }


def _parts(parts: Sequence[Part]) -> dict[str, Any]:
    return {
        part.name: {
            "gold_events": part.wanted,
            "given_events": part.given,
            "found": _level(part.found),
            "right": _level(part.right),
        }
        for part in parts
    }


def _level(level: Level) -> dict[str, Any]:
    """Nothing given is precision 0 here, as in the shared scorer; the interval is null then."""
    shares = {"precision": level.precision, "recall": level.recall, "f1": level.f1}
    points = {name: _rounded(share.value or 0.0) for name, share in shares.items()}
    return {**points, **{f"{name}_95": _bounds(share) for name, share in shares.items()}}


def _bin(one: Bin) -> dict[str, Any]:
    return {
        "from": one.low,
        "to": one.high,
        "given": one.given,
        "mean_confidence": _rounded(one.mean),
        "found": _rounded(one.found.value),
        "found_95": _bounds(one.found),
        "right": _rounded(one.right.value),
        "right_95": _bounds(one.right),
    }


def _by_article(text: JudgedText) -> list[dict[str, Any]]:
    return [
        {
            "file": text.file,
            "lead": article.lead[:60],
            "gold": article.wanted,
            "given": article.given + article.tolerated,
            "found": len(article.found),
            "right": len(article.right),
        }
        for article in text.articles
        if article.is_there
    ]


def _bounds(share: Share) -> list[float] | None:
    if share.low is None or share.high is None:
        return None
    return [round(share.low, PLACES), round(share.high, PLACES)]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, PLACES)
