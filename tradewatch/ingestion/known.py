"""What all accounts of an event say of it together: by that a text that names it can mean it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tradewatch.extraction.named_things import things_of
from tradewatch.records.models import Event, Mention
from tradewatch.vocabulary import Action, Kind, Topic, Unit

PARCELS = "small parcels"  # by which titles name the exemption of small shipments
_NO_ISSUE = frozenset({str(Topic.OTHER)})
_DUTIES = frozenset(map(str, (Topic.RECIPROCAL_TARIFFS, Topic.FENTANYL_TARIFFS, Topic.DE_MINIMIS)))


@dataclass(slots=True, kw_only=True)
class Known:
    """An event with what its accounts say of it; `mentions` in the order of their texts' addresses."""

    event: Event
    mentions: list[Mention] = field(default_factory=list)
    actions: set[str] = field(default_factory=set)
    issues: Counter[str] = field(default_factory=Counter)
    things: Counter[str] = field(default_factory=Counter)
    objects: set[str] = field(default_factory=set)
    instruments: set[tuple[str, str]] = field(default_factory=set)
    rates: Counter[float] = field(default_factory=Counter)
    counts: set[float] = field(default_factory=set)
    listed: set[tuple[float, str]] = field(default_factory=set)

    def add(self, mention: Mention, values: Mapping[str, Any]) -> None:
        """Take in what one account says."""
        self.mentions.append(mention)
        self.actions.add(values["action"])
        self.issues.update(set(values.get("issues") or []) - _NO_ISSUE)
        self.objects.add(values.get("object") or "")
        about_parcels = values.get("issues") == [Topic.DE_MINIMIS]  # which have no other name in a title either
        self.things.update(things_of(values.get("object") or (PARCELS if about_parcels else "")))
        self.instruments |= {(row["scheme"], row["number"]) for row in values.get("instruments") or []}
        for row in values.get("measures") or []:
            figures = {row.get("low"), row.get("high")} - {None}
            self.rates.update(figures if row["unit"] == Unit.PERCENT else ())
            self.counts |= figures if row["unit"] == Unit.ENTITIES else set()
        for link in values.get("links") or []:
            about = link.get("about") or {}
            listed_on = about.get("listed_on") or about.get("day")
            if about.get("figure") and listed_on and about["kind"] == Kind.EXPORT_CONTROL:
                self.listed.add((about["figure"], listed_on))

    @property
    def rate(self) -> float:
        """The highest of the rates that most accounts tell; 0 where none does."""
        most = max(self.rates.values(), default=0)
        return max((rate for rate, times in self.rates.items() if times == most), default=0)

    @property
    def is_narrow(self) -> bool:
        """True where at least half of the accounts name what it falls upon: it falls on no goods besides."""
        return max(self.things.values(), default=0) * 2 >= max(len(self.mentions), 1)

    @property
    def duty(self) -> frozenset[str]:
        """The names by which most accounts call a duty."""
        named = {name: times for name, times in self.issues.items() if name in _DUTIES}
        most = max(named.values(), default=0)
        return frozenset(name for name, times in named.items() if times == most)

    @property
    def day(self) -> date:
        return self.event.earliest or self.event.latest or date.min


class Catalogue:
    """All events of the record, at hand by kind and side."""

    def __init__(self, known: Iterable[Known]) -> None:
        """File the events; those that share a list keep their order."""
        self._by_kind: dict[tuple[str, str], list[Known]] = defaultdict(list)
        self._by_side: dict[str, list[Known]] = defaultdict(list)
        for one in known:
            self._by_side[one.event.side].append(one)
            for side in (one.event.side, ""):
                self._by_kind[one.event.kind, side].append(one)

    def of(self, kinds: Sequence[str], side: str) -> list[Known]:
        """The events of the kinds, of one side or, with "", of all."""
        return [one for kind in kinds if kind for one in self._by_kind.get((kind, side), ())]

    def of_side(self, side: str) -> list[Known]:
        """The events of one side."""
        return self._by_side.get(side, [])


def name_by_listing(known: Sequence[Known]) -> None:
    """Give the list's name to what is done "to the sixteen of 4 April": it is the list that so many came upon then."""
    listings = [one for one in known if one.counts and one.things and Action.IMPOSE in one.actions]
    for one in known:
        if one.things or not one.listed or one.event.kind != Kind.EXPORT_CONTROL:
            continue
        names = {
            name
            for count, day in one.listed
            for listing in listings
            if (listing.event.side, listing.event.date) == (one.event.side, day) and count in listing.counts
            for name in listing.things
        }
        one.things += Counter(names if len(names) == 1 else ())
