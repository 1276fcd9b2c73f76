"""What answers what, as lines between marks of the overview."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tradewatch.records.models import EventLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """A line from the later act to the earlier one, as a mark at one of its ends shows it; `far` is the other end."""

    later: Any
    earlier: Any
    far: Any
    inferred: bool


def arcs_among(marks: Iterable[Any]) -> Mapping[int, list[Arc]]:
    """{number of a mark's event: its lines}, each line at both of its ends. One query."""
    drawn = {mark.number: mark for mark in marks}
    numbers = list(drawn)
    links = EventLink.objects.filter(source__in=numbers, target__in=numbers)
    arcs: dict[int, list[Arc]] = {}
    for source, target, inferred in links.order_by().values_list("source_id", "target_id", "inferred").distinct():
        later, earlier = drawn[source], drawn[target]
        arcs.setdefault(source, []).append(Arc(later=later, earlier=earlier, far=earlier, inferred=inferred))
        arcs.setdefault(target, []).append(Arc(later=later, earlier=earlier, far=later, inferred=inferred))
    return arcs
