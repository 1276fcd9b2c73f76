"""Shares with 95 % intervals: the texts are drawn again, with replacement, and the share counted anew."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

DRAWS = 1_000
SEED = 2025  # the same gold and readings give the same interval
_OUTSIDE = 0.025  # on each side


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """`hits` of `of`; `value` is None where there is nothing to count. `low` and `high` bound 95 % of the draws;
    they are None where one text alone has anything to count, since drawing it again tells nothing.
    """

    hits: float
    of: float
    low: float | None
    high: float | None

    @property
    def value(self) -> float | None:
        return self.hits / self.of if self.of else None


class Bootstrap:
    """The draws of `texts` texts, made once, so that all figures of a report rest on the same ones."""

    def __init__(self, texts: int, *, draws: int = DRAWS, seed: int = SEED) -> None:
        chance = random.Random(seed)  # noqa: S311 - statistics, no secret
        everything = range(texts)
        self._draws = [
            tuple(Counter(chance.choices(everything, k=texts)).items()) for _ in range(draws if texts else 0)
        ]

    def share(self, hits: Sequence[float], of: Sequence[float]) -> Share:
        """The share of all `hits` in all `of`, both given by text, with its interval."""
        counting = [at for at, one in enumerate(of) if one]
        if len(counting) < 2:
            return Share(hits=sum(hits), of=sum(of), low=None, high=None)
        values = sorted(self._values(hits, of))
        return Share(hits=sum(hits), of=sum(of), low=_quantile(values, _OUTSIDE), high=_quantile(values, 1 - _OUTSIDE))

    def _values(self, hits: Sequence[float], of: Sequence[float]) -> list[float]:
        found = []
        for draw in self._draws:
            whole = sum(of[at] * times for at, times in draw)
            if whole:  # a draw without a case says nothing of the share
                found.append(sum(hits[at] * times for at, times in draw) / whole)
        return found


def _quantile(values: Sequence[float], at: float) -> float | None:
    """The value below which `at` of the sorted values lie, between two neighbours in proportion."""
    if not values:
        return None
    exact = at * (len(values) - 1)
    below = int(exact)
    above = min(below + 1, len(values) - 1)
    return values[below] + (values[above] - values[below]) * (exact - below)
