"""How often names occur: over the months of 2025, and in positions."""

from collections.abc import Sequence

from django.db.models import Count
from django.utils.safestring import SafeString, mark_safe

from tradewatch.records.narrowing import Narrowed
from tradewatch.records.querysets import PositionQuerySet
from tradewatch.timeline.spread import months_of_the_year

_HEIGHT = 16
_YEAR = 2025


class Spread:
    """The events that a reader sees, by month, for any part of them."""

    def __init__(self, kept: Narrowed) -> None:
        self._months = [kept.bits & month for month in months_of_the_year(kept.census, _YEAR)]

    def columns(self, events: int) -> SafeString:
        """A small chart of these events."""
        return columns_as_svg([(events & month).bit_count() for month in self._months])


def columns_as_svg(counts: Sequence[int]) -> SafeString:
    """A column a month, 8 pixels wide and at most 16 high, the highest one full; an empty month has a hairline."""
    top = max([*counts, 1])
    heights = [round(1 + (_HEIGHT - 1) * count / top, 1) for count in counts]
    columns = "".join(
        f'<rect class="mini-b" x="{at * 8}" y="{round(_HEIGHT + 1 - tall, 1)}" width="6" height="{tall}"/>'
        for at, tall in enumerate(heights)
    )
    return mark_safe(f'<svg class="mini" width="96" height="18" aria-hidden="true">{columns}</svg>')  # noqa: S308


def statements_by(positions: PositionQuerySet, name: str) -> dict[int, int]:
    """{row of the relation `name`: how many positions it has}. One query."""
    rows = positions.filter(**{f"{name}__isnull": False}).order_by().values_list(name)
    return dict(rows.annotate(count=Count("pk")))
