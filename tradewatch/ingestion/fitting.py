"""How well an event fits what a text says of the act that it means: higher is better, None contradicts."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from tradewatch.extraction.linked import Several
from tradewatch.extraction.named_things import may_be_same_thing, things_of
from tradewatch.ingestion.known import PARCELS, Catalogue, Known
from tradewatch.vocabulary import Action, Kind, Status, Topic

_AFTERMATH = timedelta(days=2)  # after talks, in which their deal is told
_MEETING = timedelta(days=7)  # talks that are dated no closer than this fix no deal's day
_NAME = re.compile(r"\b[A-Z][a-z]+\b")
_NO_FIRM = frozenset(
    (
        "List",
        "Section",
        "Export",
        "Control",
        "Unreliable",
        "Entity",
        "China",
        "Chinese",
        "American",
        "Rule",
        "Phase",
        "One",
    )
)
_FACE_TO_FACE = ("talks", "meeting", "summit")


def fit_of(one: Known, about: Mapping[str, Any], own: Known, known: Catalogue) -> tuple[int, ...] | None:
    """How well thing, place, issues and figure fit, in this order; None where one of them contradicts."""
    fits = (
        _fits_thing(one, about, own),
        _fits_place(one, about, known),
        _fits_issues(one, about),
        _fits_figure(one, about, own),
    )
    return None if any(fit is None for fit in fits) else tuple(fit or 0 for fit in fits)


def _fits_thing(one: Known, about: Mapping[str, Any], own: Known) -> int | None:
    if about["kind"] in (Kind.TALKS, Kind.AGREEMENT):
        return _fits_meeting(one, about)
    if about.get("several") == Several.ALL and any(name.endswith(" List") for name in one.objects):
        return None  # who lists parties on a day takes no measure of the sort that is spoken of
    wanted = things_of(about.get("thing") or "") or _own_things(about, own)
    if not wanted:
        return _fits_all_goods(one, about)
    if not one.things and about.get("day") == one.event.date:
        return 0  # the day tells it
    return _fits_name_of_thing(one, wanted)


def _own_things(about: Mapping[str, Any], own: Known) -> frozenset[str]:
    """What others say the later act falls upon, where the words tell of both acts no more than a list or a rate."""
    is_of_one_measure = (about["kind"], about.get("side")) == (own.event.kind, own.event.side)
    by_rate = about.get("figure") is not None and not about.get("issues") and own.is_narrow
    return frozenset(own.things) if about.get("listed_on") or (is_of_one_measure and by_rate) else frozenset()


def _fits_name_of_thing(one: Known, wanted: frozenset[str]) -> int | None:
    shared = max((one.things[name] for name in wanted), default=0)
    if shared:
        return 3 if shared == max(one.things.values()) else 2  # what most call it, or some
    if any(may_be_same_thing(a, b) for a in one.things for b in wanted):
        return 1
    return 0 if set(_firms(one.things)) & set(_firms(wanted)) else None


def _firms(things: Iterable[str]) -> Iterator[str]:
    for name in things:
        yield from (word for word in _NAME.findall(name) if word not in _NO_FIRM)


def _fits_meeting(one: Known, about: Mapping[str, Any]) -> int | None:
    if not about.get("thing"):
        return 0
    return _fits_name(one, _FACE_TO_FACE) if about["kind"] == Kind.TALKS else _fits_name(one, [about["thing"]]) or 0


def _fits_all_goods(one: Known, about: Mapping[str, Any]) -> int | None:
    if about.get("listed_on") or (about.get("is_general") and one.is_narrow):
        return None
    is_exemption = about.get("issues") == [Topic.DE_MINIMIS]
    if is_exemption and one.things and PARCELS not in one.things:
        return None  # what the post does with parcels is not the exemption
    is_broad = about.get("several") != Several.ALL and not is_exemption
    return int(is_broad and not one.is_narrow)


def _fits_name(one: Known, words: Sequence[str]) -> int | None:
    """The higher, the earlier the word stands among those that the event goes by; None for none of them."""
    found = [at for at, word in enumerate(words) if any(word in name for name in one.objects)]
    return len(words) - min(found) if found else None


def _fits_place(one: Known, about: Mapping[str, Any], known: Catalogue) -> int | None:
    """2 where it is told to have been held or agreed there, 1 for a deal of the days of talks there."""
    place = about.get("place")
    if not place:
        return 0
    if _is_told_at(one, place):
        return 2
    if one.event.kind != Kind.AGREEMENT or any(" in " in name for name in one.objects):
        return None
    begins = one.event.earliest
    for talks in known.of((str(Kind.TALKS),), ""):
        first, last = talks.event.earliest, talks.event.latest
        is_there = (
            talks.event.kind == Kind.TALKS and talks.event.status == Status.OCCURRED and _is_told_at(talks, place)
        )
        if is_there and begins and first and last and last - first <= _MEETING and first <= begins <= last + _AFTERMATH:
            return 1
    return None


def _is_told_at(one: Known, place: str) -> bool:
    return any(name.endswith(f" in {place}") for name in one.objects)


def _fits_issues(one: Known, about: Mapping[str, Any]) -> int | None:
    wanted = set(about.get("issues") or [])
    if not wanted:
        is_of_parcels = (
            about["kind"] == Kind.TARIFF and set(one.issues) == {Topic.DE_MINIMIS} and not about.get("thing")
        )
        return None if is_of_parcels else 0  # nobody calls that the tariff
    if not set(one.issues) & wanted or (about.get("is_general") and one.duty and not one.duty & wanted):
        return None
    # The first is told from what came upon it by what it is about alone, and so is what one order did besides.
    by_itself = about.get("several") == Several.FIRST or wanted == {Topic.DE_MINIMIS}
    return 2 if by_itself and set(one.issues) <= wanted else 1


def _fits_figure(one: Known, about: Mapping[str, Any], own: Known) -> int | None:
    """A rate must be the same; how many are listed too, unless the day tells which list is meant."""
    figure = about.get("figure")
    if figure is None:
        return 0
    return _fits_rate(one, figure) if about["kind"] == Kind.TARIFF else _fits_count(one, about, own, figure)


def _fits_rate(one: Known, figure: float) -> int | None:
    if figure not in one.rates:
        return None if one.rates else 0
    return 2 if one.rates[figure] == max(one.rates.values()) else 1


def _fits_count(one: Known, about: Mapping[str, Any], own: Known, figure: float) -> int | None:
    if figure in one.counts:
        return 2
    if not one.counts and about.get("day"):
        return 1  # more likely than what is told to have listed others
    if own.event.action == Action.EXTEND and any(figure < count for count in one.counts):
        return 0  # what goes on for some of those for whom it was begun
    is_list = str(about.get("thing", "")).endswith(" List")
    return 0 if about.get("day") or (not one.counts and not is_list) else None
