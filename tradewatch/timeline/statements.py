"""What the list of positions shows for a filter: the statements, and the facets that would narrow them."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse

from tradewatch.records.facets import SHOWN, Facet, Option
from tradewatch.records.filters import Filter, PositionFilter, Problem
from tradewatch.records.models import Position
from tradewatch.records.pages import page_after
from tradewatch.records.querysets import PositionQuerySet
from tradewatch.timeline.listing import files_of
from tradewatch.timeline.rail import citation_of, rail_of, readable_part, removals_of
from tradewatch.timeline.spoken import columns_of, statements_of
from tradewatch.vocabulary import ReviewState, Side, Stance, Word

PER_PAGE = 100
_WORDS: dict[str, tuple[str, type[Word]]] = {
    "side": ("Side", Side),
    "stance": ("Stance", Stance),
    "review_state": ("Review", ReviewState),
}
_NAMES = {"speaker": ("Speaker", "speaker__slug", "speaker__name"), "issue": ("Issue", "issue__slug", "issue__name")}
_ORDER = ("side", "speaker", "issue", "stance", "review_state")


def shown_for(request: HttpRequest, chosen: PositionFilter, *, whole: str = "") -> dict[str, Any]:
    """Everything that the page of a filter shows; the number of queries does not depend on the number of positions."""
    base = Position.objects.visible_to(request.user)
    page = page_after(columns_of(chosen.narrow(base)), chosen.order, chosen.after, size=PER_PAGE)
    everything = base.count()
    total = chosen.narrow(base).count() if chosen.active else everything
    return {
        **rail_of(request, chosen, facets(chosen, base, whole=whole)),
        "everything": everything,
        "total": total,
        "statements": statements_of(page.rows),
        "past_the_end": page.is_past_end,
        "next_page": chosen.href(chosen.query(after=page.next_after)) if page.next_after else "",
        "undated_left_out": chosen.undated_left_out(base),
        "removals": [] if page.rows or page.is_past_end else removals_of(chosen, lambda wider: _count(wider, request)),
        "matrix_href": f"{reverse('matrix')}?{chosen.unpaged().query()}".rstrip("?"),
        "files": files_of("export-positions", chosen),
        "citation": citation_of(request, chosen, total),
    }


def shown_for_mistakes(request: HttpRequest, problems: Sequence[Problem], *, whole: str = "") -> dict[str, Any]:
    """What the page shows instead of a list when a filter could not be read; the readable rest is kept."""
    kept = readable_part(PositionFilter, request.GET, problems)
    base = Position.objects.visible_to(request.user)
    return {
        **rail_of(request, kept, facets(kept, base, whole=whole), problems),
        "readable": kept.href(kept.query()),
    }


def _count(chosen: Filter, request: HttpRequest) -> int:
    return chosen.narrow(Position.objects.visible_to(request.user)).count()


def facets(chosen: PositionFilter, base: PositionQuerySet, *, whole: str = "") -> list[Facet]:
    """The facets of positions; each counts under every choice but its own. A query a facet."""
    return [_facet(key, chosen, base, whole=whole) for key in _ORDER]


def _facet(key: str, chosen: PositionFilter, base: PositionQuerySet, *, whole: str) -> Facet:
    columns = _NAMES[key][1:] if key in _NAMES else (key,)
    rows = chosen.narrow(base, ignoring=key).order_by().values_list(*columns).annotate(found=Count("pk"))
    found = [row for row in rows if row[0]]
    counts = {row[0]: row[-1] for row in found}
    label, named = _named(key, found, chosen)
    picked = chosen.values(key)
    options = [
        Option(value=value, label=name, count=counts.get(value, 0), checked=value in picked) for value, name in named
    ]
    if whole == key or len(options) <= SHOWN:
        return Facet(key=key, label=label, options=options)
    shown = [option for at, option in enumerate(options) if at < SHOWN or option.checked]
    return Facet(key=key, label=label, options=shown, hidden=len(options) - len(shown))


def _named(key: str, found: Sequence[Any], chosen: PositionFilter) -> tuple[str, list[tuple[str, str]]]:
    """What the facet is called, and its values with their names: those found, and those chosen that found nothing."""
    picked = {value: chosen.labels[key, value] for value in chosen.values(key)}
    if key in _WORDS:
        label, words = _WORDS[key]
        wanted = {row[0] for row in found} | set(picked)
        return label, [(word.value, word.label) for word in words if word.value in wanted]
    names = {**picked, **{row[0]: row[1] for row in found}}
    counts = {row[0]: row[-1] for row in found}
    return _NAMES[key][0], sorted(names.items(), key=lambda row: (-counts.get(row[0], 0), row[1]))
