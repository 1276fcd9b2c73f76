"""Weights of cues, learnt from examples: logistic regression by stochastic descent, the same from the same examples.

No library is asked: the sums are few, and one that has them weighs more than the rest of the program together. Each
cue's weight is held small by a penalty on its square, each time that it stands.
"""

import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tradewatch.extraction.weights import chance, chances

ROUNDS = 20  # times that every example is looked at
STEP = 0.5  # the first step of a weight, shortened by the steps that it has made
SETTLED = 0.02  # an example that is met this nearly teaches no more
SMALL = 5.0  # how much a weight is held small; of 2, 5 and 10 the one that found most and erred least in new texts
FEWEST = 3  # examples in which a cue must stand
SMALLEST = 0.25  # a weight below it is left out
SEED = 2025


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """What a sentence's cues are, and which answers hold of it, each 1.0 or 0.0; `counts` is how much it weighs."""

    cues: tuple[str, ...]
    holds: Mapping[str, float]
    counts: float = 1.0


def learnt(examples: Sequence[Example], answers: Sequence[str], *, one_of: bool) -> dict[str, object]:
    """A table of weights for some answers, as `weights.json` has them: "answers", "bias" and, by cue, "cues".

    `one_of` says that exactly one answer holds of each example; otherwise each is asked for by itself, of the examples
    that say whether it holds.
    """
    stands = Counter(cue for example in examples for cue in example.cues)
    known = {cue: count for cue, count in stands.items() if count >= FEWEST}
    rows = [([cue for cue in one.cues if cue in known], one.holds, one.counts) for one in examples]
    if one_of:
        columns, bias = _descend(rows, answers, known, one_of=True)
    else:
        pairs = [_alone(rows, answer, known) for answer in answers]
        columns, bias = [column for column, _ in pairs], [begin for _, begin in pairs]
    cues = {
        cue: kept
        for cue in sorted(known)
        if (kept := {str(at): round(w, 2) for at, one in enumerate(columns) if abs(w := one.get(cue, 0.0)) >= SMALLEST})
    }
    return {"answers": list(answers), "bias": [round(one, 3) for one in bias], "cues": cues}


_Row = tuple[list[str], Mapping[str, float], float]  # the cues of an example, what holds of it, what it counts


def _alone(rows: Sequence[_Row], answer: str, known: Mapping[str, int]) -> tuple[dict[str, float], float]:
    """The weights of one answer, by the examples that say whether it holds."""
    told = [(cues, {answer: holds[answer]}, counts) for cues, holds, counts in rows if answer in holds]
    columns, bias = _descend(told, [answer], known, one_of=False)
    return columns[0], bias[0]


def _descend(
    rows: Sequence[_Row], answers: Sequence[str], known: Mapping[str, int], *, one_of: bool
) -> tuple[list[dict[str, float]], list[float]]:
    columns: list[dict[str, float]] = [{} for _ in answers]
    made: list[dict[str, float]] = [{} for _ in answers]  # by cue, the sum of the squares of its slopes
    bias, bias_made = [0.0 for _ in answers], [0.0 for _ in answers]
    order = list(range(len(rows)))
    chance = random.Random(SEED)  # noqa: S311 -- an order, no secret
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for at in order:
            cues, holds, counts = rows[at]
            sums = [
                begin + sum([column.get(cue, 0.0) for cue in cues]) for begin, column in zip(bias, columns, strict=True)
            ]
            for number, share in enumerate(_shares(sums, one_of=one_of)):
                off = (share - holds.get(answers[number], 0.0)) * counts
                if abs(off) < SETTLED:
                    continue
                column, squares = columns[number], made[number]
                for cue in cues:
                    weight = column.get(cue, 0.0)
                    slope = off + SMALL * weight / known[cue]
                    squares[cue] = squared = squares.get(cue, 0.0) + slope * slope
                    column[cue] = weight - STEP * slope / math.sqrt(squared + 1e-6)
                bias_made[number] += off * off
                bias[number] -= STEP * off / math.sqrt(bias_made[number] + 1e-6)
    return columns, bias


def _shares(sums: Sequence[float], *, one_of: bool) -> list[float]:
    return chances(sums) if one_of else [chance(one) for one in sums]
