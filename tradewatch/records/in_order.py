"""Pages of what a filter keeps, in the order of the list, from the census: no table is searched for them.

A database that walks its days for a rare kind reads the whole list for one page, and one that sorts reads every row
that matches. The census knows the next fifty by a few operations on bitsets, whatever the filter.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from tradewatch.records.filters import EventFilter
from tradewatch.records.models import Event
from tradewatch.records.narrowing import Narrowed
from tradewatch.records.pages import Page
from tradewatch.records.querysets import EventQuerySet

_BACKWARDS = {"date": False, "-date": True}
_CHUNK = 500


def page_kept(chosen: EventFilter, kept: Narrowed, seen: EventQuerySet, *columns: str, size: int) -> Page[Any]:
    """The page that the filter names, as named tuples of these columns, which have the order's among them. One query,
    two where the order is not of days. `seen` are the events that the reader may see."""
    place = chosen.order.place(chosen.after) if chosen.after else None
    backwards = _BACKWARDS.get(chosen.sort)
    every = _walked(chosen, kept) if backwards is None else _by_day(kept, place, backwards=backwards)
    numbers = list(islice(every, size + 1))
    at = {number: at for at, number in enumerate(numbers[:size])}
    found = seen.filter(pk__in=list(at)).order_by().values_list(*columns, named=True)
    rows = sorted(found, key=lambda row: at[row.id])
    return Page(
        rows=rows,
        next_after=chosen.order.cursor(rows[-1]) if rows and len(numbers) > size else "",
        is_past_end=bool(chosen.after) and not rows,
    )


def _walked(chosen: EventFilter, kept: Narrowed) -> Iterator[int]:
    """The kept events after the filter's place, picked from the index of its order."""
    rows = chosen.order.apply(Event.objects.all())
    if chosen.after:
        rows = chosen.order.beyond(rows, chosen.after)
    bits = kept.bits.to_bytes((kept.bits.bit_length() + 7) // 8, "little")
    for number in rows.values_list("pk", flat=True).iterator(chunk_size=_CHUNK):
        if number >> 3 < len(bits) and bits[number >> 3] >> (number & 7) & 1:
            yield number


def _by_day(kept: Narrowed, place: Sequence[Any] | None, *, backwards: bool) -> Iterator[int]:
    """The kept events after a place in the order of days; those without a day end their month."""
    days, undated = kept.census.days["listed_on"], kept.census.undated
    left = _beyond(kept, *place, backwards=backwards) if place else kept.bits
    while left:
        _, here = days.greatest(left) if backwards else days.least(left)
        parts = (here & ~undated, here & undated)
        for part in reversed(parts) if backwards else parts:
            yield from _downwards(part) if backwards else _upwards(part)
        left &= ~here


def _beyond(kept: Narrowed, day: date, without: bool, number: int, *, backwards: bool) -> int:
    """The kept events that stand after that number among those of that day, with or without a day of their own."""
    days, undated = kept.census.days["listed_on"], kept.census.undated
    until, before = days.up_to(day.toordinal()), days.up_to(day.toordinal() - 1)
    here = kept.bits & until & ~before
    same = here & undated if without else here & ~undated
    if backwards:
        return kept.bits & before | (here & ~undated if without else 0) | same & ((1 << number) - 1)
    return kept.bits & ~until | (0 if without else here & undated) | same >> number + 1 << number + 1


def _upwards(bits: int) -> Iterator[int]:
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


def _downwards(bits: int) -> Iterator[int]:
    while bits:
        number = bits.bit_length() - 1
        yield number
        bits ^= 1 << number
