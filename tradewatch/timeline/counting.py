"""How events spread over months and names; every figure is one grouped query."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import TruncMonth

from tradewatch.records.querysets import EventQuerySet

_HEIGHT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One month's column of a small chart, 8 units wide and at most 16 high."""

    x: int
    y: float
    height: float


def bars_of(counts: Sequence[int]) -> list[Bar]:
    """Columns for the months, the highest one full; months with nothing have a hairline."""
    top = max([*counts, 1])
    heights = [1 + (_HEIGHT - 1) * count / top for count in counts]
    return [Bar(x=at * 8, y=round(_HEIGHT + 1 - tall, 1), height=round(tall, 1)) for at, tall in enumerate(heights)]


def months_by(events: EventQuerySet, name: str) -> dict[int, list[int]]:
    """{row of the relation `name`: its events in each of the twelve months of 2025}; what lies outside is left out."""
    rows = (
        events.filter(listed_on__year=2025)
        .order_by()
        .annotate(month=TruncMonth("listed_on"))
        .values_list(name, "month")
        .annotate(count=Count("pk", distinct=True))
    )
    found: dict[int, list[int]] = {}
    for number, month, count in rows:
        if number is not None:
            found.setdefault(number, [0] * 12)[month.month - 1] = count
    return found


def latest_of(events: EventQuerySet, name: str) -> Subquery:
    """For each row of another table, the number of its event that is listed last; `name` is the relation's."""
    return Subquery(events.filter(**{name: OuterRef("pk")}).order_by("-listed_on", "-pk").values("pk")[:1])
