"""The values that would narrow a list further, each with the number of rows it would leave.

A facet's counts follow every other choice and ignore its own, so that a second value can be added to the first.
"""

from dataclasses import dataclass

from tradewatch.records.filters import EventFilter
from tradewatch.records.narrowing import Narrowed
from tradewatch.vocabulary import Action, Direction, Kind, ReviewState, Side, Status, Word

SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One value of a facet; `checked`: it is chosen."""

    value: str
    label: str
    count: int
    checked: bool


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
_NAMES = {"actor": "Actor", "issue": "Issue", "source": "Source"}
_ORDER = ("side", "kind", "direction", "issue", "action", "actor", "status", "source", "review_state")


def facets(chosen: EventFilter, kept: Narrowed, *, whole: str = "") -> list[Facet]:
    """All facets of the list, without a query. `whole` names the facet that shows every value."""
    return [_facet(key, chosen, kept, whole=whole) for key in _ORDER]


def _facet(key: str, chosen: EventFilter, kept: Narrowed, *, whole: str) -> Facet:
    counts = kept.counts(key)
    picked = chosen.values(key)
    if key in _WORDS:
        name, words = _WORDS[key]
        named = [(word.value, word.label) for word in words if word.value in counts or word.value in picked]
    else:
        name, names = _NAMES[key], kept.census.names[key]
        named = [(slug, names[slug]) for slug in {*counts, *picked} if slug in names]
        named.sort(key=lambda row: (-counts.get(row[0], 0), row[1]))
    shown = named
    if whole != key and len(named) > SHOWN:
        shown = [row for at, row in enumerate(named) if at < SHOWN or row[0] in picked]
    options = [
        Option(value=value, label=label, count=counts.get(value, 0), checked=value in picked) for value, label in shown
    ]
    return Facet(key=key, label=name, options=options, hidden=len(named) - len(shown))
