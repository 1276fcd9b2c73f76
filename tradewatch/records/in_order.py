"""Pages of what a filter keeps, in the order of the list, from the census: no table is searched for them.

A database that walks its days for a rare kind reads the whole list for one page, and one that sorts reads every row
that matches. The census knows the next fifty by a few operations on bitsets, whatever the filter.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from tradewatch.records.census import each_of
from tradewatch.records.filters import EventFilter
from tradewatch.records.models import Event
from tradewatch.records.narrowing import Narrowed, ranking_in
from tradewatch.records.pages import Page
from tradewatch.records.querysets import EventQuerySet
from tradewatch.records.sorting import BEST

_BACKWARDS = {"date": False, "-date": True}
_CHUNK = 500


def page_kept(chosen: EventFilter, kept: Narrowed, seen: EventQuerySet, *columns: str, size: int) -> Page[Any]:
    """The page that the filter names, as named tuples of these columns, `id` among them. One query, two where the
    order is neither of days nor of a search. `seen` are the events that the reader may see."""
    places = list(islice(_places(chosen, kept), size + 1))
    at = {place[-1]: at for at, place in enumerate(places[:size])}
    found = seen.filter(pk__in=list(at)).order_by().values_list(*columns, named=True)
    return Page(
        rows=sorted(found, key=lambda row: at[row.id]),
        next_after=chosen.order.mark(places[size - 1]) if len(places) > size else "",
        is_past_end=bool(chosen.after) and not places,
    )


def _places(chosen: EventFilter, kept: Narrowed) -> Iterator[tuple[Any, ...]]:
    """Where the kept events stand in the filter's order, from its place on: the values of its columns."""
    after = chosen.order.place(chosen.after) if chosen.after else None
    if chosen.sort in _BACKWARDS:
        return _by_day(kept, after, backwards=_BACKWARDS[chosen.sort])
    places = _by_match(chosen, kept, after) if chosen.sort == BEST else _by_table(chosen)
    return _among(kept.bits, places)


def _by_match(chosen: EventFilter, kept: Narrowed, after: Sequence[Any] | None) -> Iterable[tuple[Any, ...]]:
    ranking = ranking_in(kept.census, chosen.search)
    return islice(ranking, bisect_right(ranking, tuple(after)) if after else 0, None)


def _by_table(chosen: EventFilter) -> Iterator[tuple[Any, ...]]:
    """All events after the filter's place, from the index of its order."""
    rows = chosen.order.apply(Event.objects.all())
    if chosen.after:
        rows = chosen.order.beyond(rows, chosen.after)
    return rows.values_list(*(column.name for column in chosen.order.columns)).iterator(chunk_size=_CHUNK)


def _among(kept: int, places: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """The places of the kept events."""
    bits = kept.to_bytes((kept.bit_length() + 7) // 8, "little")
    for place in places:
        number = place[-1]
        if number >> 3 < len(bits) and bits[number >> 3] >> (number & 7) & 1:
            yield place


def _by_day(kept: Narrowed, after: Sequence[Any] | None, *, backwards: bool) -> Iterator[tuple[Any, ...]]:
    """In the order of days; those without a day end their month."""
    days, undated = kept.census.days["listed_on"], kept.census.undated
    left = _beyond(kept, *after, backwards=backwards) if after else kept.bits
    while left:
        ordinal, here = days.greatest(left) if backwards else days.least(left)
        day = date.fromordinal(ordinal)
        parts = ((False, here & ~undated), (True, here & undated))
        for without, part in reversed(parts) if backwards else parts:
            for number in _downwards(part) if backwards else each_of(part):
                yield day, without, number
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


def _downwards(bits: int) -> Iterator[int]:
    while bits:
        number = bits.bit_length() - 1
        yield number
        bits ^= 1 << number
