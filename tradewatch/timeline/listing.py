"""What the list of events shows for a filter: the page's rows by month, and what stands around them."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from tradewatch.records.facets import facets
from tradewatch.records.filters import EventFilter, Filter, Problem
from tradewatch.records.in_order import page_kept
from tradewatch.records.models import Event
from tradewatch.records.narrowing import Narrowed, narrowed
from tradewatch.timeline.overview import overview_of
from tradewatch.timeline.panel import panel_of
from tradewatch.timeline.rail import citation_of, rail_of, readable_part, removals_of
from tradewatch.timeline.rows import Listed, Month, months_of, rows_of
from tradewatch.timeline.spread import Tally, tallies_of, tally_of
from tradewatch.timeline.window import strip_of
from tradewatch.vocabulary import Kind

PER_PAGE = 50
_FILES = {"csv": "for spreadsheets; several values joined by ;", "json": "for programs, with the passages"}
_BY_TIME = ("date", "-date")


def shown_for(request: HttpRequest, chosen: EventFilter, *, whole: str = "") -> dict[str, Any]:
    """Everything that the page of a filter shows; the number of queries does not depend on the number of events."""
    kept = narrowed(chosen, request.user)
    seen = Event.objects.visible_to(request.user)
    tally = tally_of(kept)
    page = page_kept(chosen, kept, seen, *Listed._fields, size=PER_PAGE)
    return {
        **rail_of(request, chosen, facets(chosen, kept, whole=whole)),
        **panel_of(request, chosen),
        "strip": strip_of(chosen),
        "kinds": list(Kind),
        "everything": kept.everything,
        "tally": tally,
        "total": tally.total,
        # Called by the template alone: an answer without the chart asks nothing for it.
        "overview": partial(overview_of, chosen, kept, seen),
        "months": _months(page.rows, chosen, kept, request),
        "past_the_end": page.is_past_end,
        "next_page": chosen.href(chosen.query(after=page.next_after)) if page.next_after else "",
        "undated_left_out": kept.undated_left_out,
        "removals": [] if page.rows or page.is_past_end else removals_of(chosen, partial(_count, request)),
        "files": files_of("export-events", chosen),
        "citation": citation_of(request, chosen, tally.total),
    }


def shown_for_mistakes(request: HttpRequest, problems: Sequence[Problem], *, whole: str = "") -> dict[str, Any]:
    """What the page shows instead of a list when a filter could not be read; the readable rest is kept."""
    kept = readable_part(EventFilter, request.GET, problems)
    rail = rail_of(request, kept, facets(kept, narrowed(kept, request.user), whole=whole), problems)
    return {**rail, "strip": strip_of(kept), "kinds": list(Kind), "readable": kept.href(kept.query())}


def files_of(name: str, chosen: Filter) -> list[dict[str, str]]:
    """The files that hold exactly this list, in this order: what each is called, what it is, and its address."""
    query = chosen.unpaged().query()
    addresses = {form: reverse(name, kwargs={"form": form}) for form in _FILES}
    return [
        {"name": form.upper(), "said": said, "href": f"{addresses[form]}?{query}" if query else addresses[form]}
        for form, said in _FILES.items()
    ]


def _count(request: HttpRequest, chosen: EventFilter) -> int:
    return narrowed(chosen, request.user).total


def _months(rows: Sequence[Any], chosen: EventFilter, kept: Narrowed, request: HttpRequest) -> list[Month]:
    if chosen.sort in _BY_TIME:
        after = date.fromisoformat(chosen.after.partition("~")[0]) if chosen.after else None
        return months_of(rows, tallies_of(kept), kept.census, request.user, after=after, sought=chosen.search)
    found = rows_of(rows, kept.census, request.user, sought=chosen.search)
    return [Month(first=None, tally=Tally(), rows=tuple(found))] if found else []
