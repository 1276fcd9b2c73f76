"""The values that would narrow a list further, each with the number of rows it would leave.

A facet's counts follow every other choice and ignore its own, so that a second value can be added to the first.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from tradewatch.records.filters import EventFilter
from tradewatch.records.models import Actor, Event, Issue, Mention, Publisher
from tradewatch.vocabulary import Action, Direction, Kind, ReviewState, Side, Status, Word

SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One value of a facet and the address that toggles it."""

    value: str
    label: str
    count: int
    checked: bool
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A key with its values; `hidden` values are left out until asked for."""

    key: str
    label: str
    options: list[Option]
    hidden: int = 0


_WORDS: dict[str, tuple[str, type[Word]]] = {
    "side": ("Side", Side),
    "kind": ("Kind", Kind),
    "direction": ("Direction", Direction),
    "action": ("Action", Action),
    "status": ("Status", Status),
    "review_state": ("Review", ReviewState),
}
_ORDER = ("side", "kind", "direction", "issue", "action", "actor", "status", "source", "review_state")


def facets(chosen: EventFilter, base: QuerySet[Event], *, whole: str = "") -> list[Facet]:
    """All facets of the list, one query each. `whole` names the facet that shows every value."""
    return [_facet(key, chosen, base, whole=whole) for key in _ORDER]


def _facet(key: str, chosen: EventFilter, base: QuerySet[Event], *, whole: str) -> Facet:
    rows = chosen.narrow(base, ignoring=key).order_by()
    counts = _counts(key, rows)
    if key in _WORDS:
        name, words = _WORDS[key]
        named = [(word.value, word.label) for word in words if word.value in counts or word.value in chosen.values(key)]
    else:
        name, named = _named(key, counts, chosen)
    options = [_option(key, value, label, counts.get(value, 0), chosen) for value, label in named]
    if whole == key or len(options) <= SHOWN:
        return Facet(key=key, label=name, options=options)
    shown = [option for at, option in enumerate(options) if at < SHOWN or option.checked]
    return Facet(key=key, label=name, options=shown, hidden=len(options) - len(shown))


def _counts(key: str, rows: QuerySet[Event]) -> dict[str, int]:
    if key in _WORDS:
        return dict(rows.values_list(key).annotate(found=Count("pk")).values_list(key, "found"))
    ids = rows.values("pk")
    tables: dict[str, tuple[Any, str, str]] = {
        "actor": (Event.actors.through, "event__in", "actor__slug"),
        "issue": (Event.issues.through, "event__in", "issue__slug"),
        "source": (Mention, "event__in", "document__publisher__slug"),
    }
    table, of, column = tables[key]
    found = table._default_manager.filter(**{of: ids}).order_by().values_list(column)
    return {slug: count for slug, count in found.annotate(found=Count("event", distinct=True)) if slug}


def _named(key: str, counts: dict[str, int], chosen: EventFilter) -> tuple[str, list[tuple[str, str]]]:
    label, model = {"actor": ("Actor", Actor), "issue": ("Issue", Issue), "source": ("Source", Publisher)}[key]
    wanted = {*counts, *chosen.values(key)}
    names = list(model._default_manager.filter(slug__in=wanted).values_list("slug", "name"))
    return label, sorted(names, key=lambda row: (-counts.get(row[0], 0), row[1]))


def _option(key: str, value: str, label: str, count: int, chosen: EventFilter) -> Option:
    checked = value in chosen.values(key)
    query = chosen.without(key, value) if checked else chosen.with_(key, value)
    return Option(value=value, label=label, count=count, checked=checked, href=chosen.href(query))
