"""Pages of a list, told by the row that the last one ended with: as quick at the end as at the start."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

from tradewatch.records.sorting import Sort

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Row]):
    """`rows` of one page; `next_after` marks where the next one starts, "" at the end of the list."""

    rows: list[Row]
    next_after: str
    is_past_end: bool  # a mark was given, and nothing comes after it


def page_after(rows: "QuerySet[Any, Row]", order: Sort, after: str = "", *, size: int) -> Page[Row]:
    """The page after the mark `after` ("" is the first). One query. Raises ValueError for a mark of another order."""
    ordered: Any = order.apply(rows)
    if after:
        ordered = order.beyond(ordered, after)
    found = list(ordered[: size + 1])
    shown = found[:size]
    more = len(found) > size
    return Page(rows=shown, next_after=order.cursor(shown[-1]) if more else "", is_past_end=bool(after) and not shown)
