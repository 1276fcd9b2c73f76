"""Whom and what an event names, and their names."""

from collections.abc import Sequence
from dataclasses import dataclass

from tradewatch.records.census import census_now

Name = tuple[str, str]  # slug and name


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The actors by name, the issues in the codebook's order."""

    actors: Sequence[Name]
    issues: Sequence[Name]


def named_by(event: int) -> Named:
    """Whom and what the event of that number names, as the census has it."""
    census, only = census_now(), 1 << event
    return Named(
        actors=census.named("actor", only).get(event, []),
        issues=census.named("issue", only).get(event, []),
    )
