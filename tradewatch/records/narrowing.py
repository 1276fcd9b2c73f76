"""What a filter keeps of the census: the counts of a list, of its facets and of its days, without reading a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.contrib.auth.models import AnonymousUser, User

from tradewatch.records.census import Census, bits_of, census_now
from tradewatch.records.filters import EventFilter
from tradewatch.records.querysets import states_visible_to
from tradewatch.records.ranking import Ranking, ranking_of
from tradewatch.records.search import events_found
from tradewatch.records.sorting import BEST


@dataclass(frozen=True, kw_only=True)
class Narrowed:
    """The events that a reader may see, and the part of them that each choice of a filter leaves."""

    census: Census
    seen: int
    parts: Mapping[str, int]  # by key; "window" for the days and "q" for the words

    def without(self, *keys: str) -> int:
        """The events kept when the choices of these keys are passed over."""
        left = self.seen
        for key, part in self.parts.items():
            if key not in keys:
                left &= part
        return left

    @cached_property
    def bits(self) -> int:
        """The events that the filter keeps."""
        return self.without()

    @property
    def total(self) -> int:
        return self.bits.bit_count()

    @property
    def everything(self) -> int:
        """How many events the reader may see at all."""
        return self.seen.bit_count()

    @property
    def undated(self) -> int:
        """How many of them have no day."""
        return (self.bits & ~_dated(self.census)).bit_count()

    @property
    def undated_left_out(self) -> int:
        """How many events that match otherwise have no day, where a window of days leaves them out."""
        return (self.without("window") & ~_dated(self.census)).bit_count() if "window" in self.parts else 0

    def counts(self, key: str) -> dict[str, int]:
        """{value: how many events choosing it would leave}: of a facet, whose own choice does not count."""
        left = self.without(key)
        found = {value: (bits & left).bit_count() for value, bits in self.census.having[key].items()}
        return {value: count for value, count in found.items() if count}

    def having(self, key: str, value: str) -> int:
        """The kept events that have a value."""
        return self.bits & self.census.having[key].get(value, 0)


def narrowed(chosen: EventFilter, reader: User | AnonymousUser) -> Narrowed:
    """What the filter keeps of what the reader may see. One query, two with words to search."""
    return narrowing_of(chosen, states_visible_to(reader))


def narrowing_of(chosen: EventFilter, states: tuple[str, ...]) -> Narrowed:
    """What the filter keeps of the events in these states."""
    census = census_now()
    parts = {key: _any_of(census, key, chosen.values(key)) for key in chosen.terms if chosen.values(key)}
    if any(chosen.window):
        parts["window"] = meeting(census, *chosen.window)
    if chosen.search:
        parts["q"] = _holding(census, chosen)
    return Narrowed(census=census, seen=_any_of(census, "review_state", states), parts=parts)


def _any_of(census: Census, key: str, values: list[str] | tuple[str, ...]) -> int:
    found = 0
    for value in values:
        found |= census.having[key].get(value, 0)
    return found


def _holding(census: Census, chosen: EventFilter) -> int:
    key = ("q", chosen.search)
    found: int | None = census.kept.get(key)
    if found is not None:
        return found
    if chosen.sort == BEST:
        return census.keep(key, bits_of([number for _, number in ranking_in(census, chosen.search)]))
    return census.keep(key, bits_of(events_found(chosen.search)))


def ranking_in(census: Census, text: str) -> Ranking:
    """The events that hold what is sought, the best match first, as long as the census lasts. One query at most."""
    key = ("ranking", text)
    found: Ranking | None = census.kept.get(key)
    return census.keep(key, ranking_of(text)) if found is None else found


def _dated(census: Census) -> int:
    return census.days["earliest"].known | census.days["latest"].known


def meeting(census: Census, first: date | None, last: date | None) -> int:
    """The events that may have been on those days; None is an open end."""
    found = _dated(census)
    if first:
        found &= ~census.up_to("latest", first.toordinal() - 1)
    if last:
        begun = census.up_to("earliest", last.toordinal())
        found &= begun | ~census.days["earliest"].known
    return found


def within(census: Census, first: date, last: date) -> int:
    """The events that certainly were on those days."""
    begun = census.days["earliest"].known & ~census.up_to("earliest", first.toordinal() - 1)
    return begun & census.up_to("latest", last.toordinal())


def listed_in(census: Census, first: date, last: date) -> int:
    """The events that the list has on those days."""
    return census.up_to("listed_on", last.toordinal()) & ~census.up_to("listed_on", first.toordinal() - 1)
