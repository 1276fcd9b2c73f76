"""The orders of a list, and the cursors that mark a place in one: readable, and stable while rows come and go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import isfinite
from typing import Any, TypeVar

from django.db.models import F, Q, QuerySet

Rows = TypeVar("Rows", bound=QuerySet[Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of an order and how its value is written in a cursor."""

    name: str
    read: Callable[[str], Any]
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """An order over columns that together tell any two rows apart."""

    label: str
    columns: tuple[Column, ...]

    def apply(self, rows: Rows) -> Rows:
        order = [F(column.name).desc() if column.descending else F(column.name).asc() for column in self.columns]
        return rows.order_by(*order)

    def cursor(self, row: Any) -> str:
        """The mark of a row: its columns' values, joined by "~"."""
        return self.mark(getattr(row, column.name) for column in self.columns)

    def mark(self, place: Iterable[Any]) -> str:
        """The mark of a place, given as the values of the columns."""
        return "~".join(_written(value) for value in place)

    def reads(self, cursor: str) -> bool:
        """True when the mark is one of this order."""
        return self.place(cursor) is not None

    def beyond(self, rows: Rows, cursor: str) -> Rows:
        """The rows after the mark. Raises ValueError for a mark of another order."""
        values = self.place(cursor)
        if values is None:
            message = f"“{cursor}” marks no place in this order."
            raise ValueError(message)
        later, same = Q(), Q()
        for column, value in zip(self.columns, values, strict=True):
            step = "lt" if column.descending else "gt"
            later |= same & Q(**{f"{column.name}__{step}": value})
            same &= Q(**{column.name: value})
        first = self.columns[0]
        # Follows from the rest; said apart, it lets the database enter the index at the mark.
        bound = Q(**{f"{first.name}__{'lte' if first.descending else 'gte'}": values[0]})
        return rows.filter(bound, later)

    def place(self, cursor: str) -> Sequence[Any] | None:
        """The values of the columns that a mark stands for; None where it is none of this order."""
        parts = cursor.split("~")
        if len(parts) != len(self.columns):
            return None
        try:
            return [column.read(part) for column, part in zip(self.columns, parts, strict=True)]
        except ValueError:
            return None


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return value.isoformat() if isinstance(value, date) else str(value)


def _flag(text: str) -> bool:
    if text not in ("0", "1"):
        raise ValueError(text)
    return text == "1"


def _number(text: str) -> int:
    # The largest key of a database; anything longer is no number of a row.
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise ValueError(text)
    return int(text)


def _share(text: str) -> float:
    share = float(text)
    if not 0 <= share <= 1:
        raise ValueError(text)
    return share


def _score(text: str) -> float:
    score = float(text)
    if not isfinite(score):
        raise ValueError(text)
    return score


_DAY = Column(name="listed_on", read=date.fromisoformat)
_UNDATED = Column(name="undated", read=_flag)
_ID = Column(name="id", read=_number)


def _backwards(*columns: Column) -> tuple[Column, ...]:
    """The exact mirror, so that one index serves both ways; rows without a date then open their month."""
    return tuple(replace(column, descending=True) for column in columns)


BEST = "best"  # of a search: there is no best match without words
EVENT_SORTS = {
    "date": Sort(label="Date, oldest first", columns=(_DAY, _UNDATED, _ID)),
    "-date": Sort(label="Date, newest first", columns=_backwards(_DAY, _UNDATED, _ID)),
    "confidence": Sort(label="Least certain first", columns=(Column(name="confidence", read=_share), _ID)),
    BEST: Sort(label="Best match", columns=(Column(name="score", read=_score), _ID)),
}
POSITION_SORTS = {
    "date": Sort(label="Date, oldest first", columns=(_DAY, _ID)),
    "-date": Sort(label="Date, newest first", columns=_backwards(_DAY, _ID)),
}
