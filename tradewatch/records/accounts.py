"""What the fold takes and gives: accounts, acts, and the folded values. Field names are the export's."""

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tradewatch.vocabulary import Genre, ReviewState

WORDS = ("kind", "action", "status", "side")
DATES = ("date", "effective", "ends")
LISTS = ("actors", "issues", "instruments", "measures")
READ = (*WORDS, *DATES, *LISTS)
WRITTEN = ("title", "summary", "direction")
EVENT_FIELDS = (*READ, *WRITTEN)
POSITION_FIELDS = ("speaker", "side", "issue", "stance", "date", "quote")
TRUST = {genre.value: rank for rank, genre in enumerate(Genre)}
LAST_DAY_OF_THE_DISPUTE = date(2025, 12, 31)

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A mention (or a position) as it was last read, with what decides how far it is trusted."""

    mention: int
    document: int
    origin: str
    genre: str
    published: date | None
    values: Values
    confidence: float
    live: bool  # its words still stand, and the last run still read it


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A decision that counts (one that is not undone). `machine` is what the machine said when it was taken."""

    verb: str
    field: str = ""
    after: Any = None
    because: str = ""
    fields: Values = dataclasses.field(default_factory=dict)
    machine: Values = dataclasses.field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Folded:
    """What the fold makes of an event or a position; `values` by field, in the export's forms."""

    values: dict[str, Any]
    machine: dict[str, Any]
    decided: dict[str, Any]
    confidence: float = 0.0
    sources: int = 0
    origins: int = 0
    conflicts: dict[str, list[dict[str, Any]]] = dataclasses.field(default_factory=dict)
    review_state: str = ReviewState.UNCHECKED.value
    state_reason: str = ""
    queue_reasons: list[dict[str, str]] = dataclasses.field(default_factory=list)
    news: tuple[str, ...] = ()  # decided fields that the machine has read otherwise since
    listed_on: date = LAST_DAY_OF_THE_DISPUTE
    undated: bool = True

    @property
    def overruled(self) -> tuple[str, ...]:
        """The decided fields that the machine reads differently."""
        return tuple(
            name for name in self.decided if name in self.machine and not same(self.decided[name], self.machine[name])
        )


def same(one: Any, other: Any) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return sorted(map(_key, one)) == sorted(map(_key, other))
    return bool(one == other)


def _key(item: Any) -> str:
    return json.dumps(item, sort_keys=True)
