"""What words speak for, as learnt: the tables of `lexicon/weights.json` and the sums over a sentence's cues."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "lexicon" / "weights.json"
FARTHEST = 30.0  # beyond it a chance is 0 or 1 to thirteen places


@dataclass(frozen=True, slots=True)
class Weights:
    """For a question its answers, their starting weights and, by cue, what the cue adds to each."""

    answers: tuple[str, ...]
    bias: tuple[float, ...]
    cues: Mapping[str, Mapping[int, float]]

    def sums(self, cues: Sequence[str]) -> list[float]:
        """The weight of each answer for a sentence with these cues."""
        found = list(self.bias)
        rows = self.cues
        for cue in cues:
            if row := rows.get(cue):  # most pairs of words speak for nothing
                for at, weight in row.items():
                    found[at] += weight
        return found

    def spoken_for(self, cues: Sequence[str], answer: int, most: int) -> list[str]:
        """The cues that speak most for an answer, the weightiest first, `most` of them."""
        told = {cue: self.cues.get(cue, {}).get(answer, 0.0) for cue in cues}
        return [cue for cue in sorted(told, key=lambda cue: -told[cue])[:most] if told[cue] > 0]


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, Weights]:
    """The weights by question: "kind", and "action <kind>" and "side <kind>" for each kind."""
    return {name: table_of(table) for name, table in json.loads(FILE.read_text(encoding="utf-8")).items()}


def table_of(table: Mapping[str, Any]) -> Weights:
    """The weights that a table of `weights.json` holds."""
    return Weights(
        answers=tuple(table["answers"]),
        bias=tuple(table["bias"]),
        cues={cue: {int(at): weight for at, weight in row.items()} for cue, row in table["cues"].items()},
    )


def chance(weight: float) -> float:
    """How likely (0 to 1) an answer is that is asked for by itself."""
    return 1 / (1 + math.exp(-max(-FARTHEST, min(FARTHEST, weight))))


def chances(sums: Sequence[float]) -> list[float]:
    """How likely each of several answers is, of which one is right."""
    most = max(sums)
    shares = [math.exp(one - most) for one in sums]
    return [one / sum(shares) for one in shares]
