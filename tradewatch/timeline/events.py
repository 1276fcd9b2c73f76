"""The list of events, and the page of one."""

import calendar
from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from tradewatch.records.filters import BadFilter, EventFilter
from tradewatch.records.linking import unsettled_of
from tradewatch.records.models import Event
from tradewatch.records.querysets import ON_THE_TIMELINE, states_visible_to
from tradewatch.records.rights import is_editor
from tradewatch.records.standing import history_of, standing
from tradewatch.timeline.around import chain_of, positions_around, threads_of
from tradewatch.timeline.citing import citation_of
from tradewatch.timeline.dating import clocks_of, disagreements_of
from tradewatch.timeline.history import arrivals_of, changes_of
from tradewatch.timeline.listing import shown_for, shown_for_mistakes
from tradewatch.timeline.named import named_by
from tradewatch.timeline.panel import panel_of
from tradewatch.timeline.partials import page_or_partial
from tradewatch.timeline.quotations import counted, quotations_of
from tradewatch.timeline.rail import parts_of
from tradewatch.vocabulary import Action, Kind, ReviewState, Side, Status

_LIST = "timeline/timeline.html"
_FIELDS = ("window", "strip", "search")
_PANEL = {"panel": ("panel", "title")}
_GONE = (ReviewState.REJECTED, ReviewState.WITHDRAWN)
_WORDS = {"kind": Kind, "action": Action, "status": Status, "side": Side}


@require_safe
def timeline(request: HttpRequest) -> HttpResponse:
    """The list that the address asks for; 422 with what could not be read where a filter means nothing."""
    query = request.GET.copy()
    whole = query.pop("all", [""])[-1]
    try:
        chosen = EventFilter.from_query(query)
    except BadFilter as bad:
        shown = shown_for_mistakes(request, bad.problems, whole=whole)
        partials = {**parts_of(request, shown["shelves"], "overview", "panel", fields=_FIELDS), "panel": ("refused",)}
        return page_or_partial(request, _LIST, shown, partials=partials, status=422)
    target = request.headers.get("HX-Target")
    address = chosen.href(chosen.query()) if target in ("results", "panel") else ""
    if target == "panel":
        return page_or_partial(request, _LIST, panel_of(request, chosen), partials=_PANEL, address=address)
    shown = shown_for(request, chosen, whole=whole)
    partials = parts_of(request, shown["shelves"], "overview", "panel", fields=_FIELDS)
    return page_or_partial(request, _LIST, shown, partials=partials, address=address)


@require_safe
def event(request: HttpRequest, number: int) -> HttpResponse:
    """One event with everything that it rests on; 302 to the survivor of a merger, 410 for what was taken off."""
    every = Event.objects.all()  # any state: one that is off the timeline answers with why
    found = get_object_or_404(every.prefetch_related("measures"), pk=number)
    if found.merged_into_id:
        return HttpResponseRedirect(survivor_address(found))
    if found.review_state in _GONE:
        return _gone(request, found)
    if found.review_state not in states_visible_to(request.user):
        return render(request, "404.html", status=404)
    return render(request, "timeline/event.html", event_page(request, found))


def survivor_address(event: Event) -> str:
    """The address of what a merged event has become, through as many mergers as there were."""
    seen = {event.pk}
    while event.merged_into and event.merged_into_id not in seen:
        event = event.merged_into
        seen.add(event.pk)
    return event.get_absolute_url()


def _gone(request: HttpRequest, event: Event) -> HttpResponse:
    """410 with the reason; an editor sees the event below it."""
    editor = is_editor(request.user)
    context = event_page(request, event) if editor else {"event": event}
    return render(request, "timeline/gone.html", context, status=410)


def event_page(request: HttpRequest, event: Event) -> dict[str, object]:
    """All that the page of an event shows."""
    decisions = history_of(event)
    counting = standing(decisions)
    quotations = quotations_of(event, counting)
    named = named_by(event.pk)
    return {
        "event": event,
        "on_the_timeline": event.review_state in ON_THE_TIMELINE,
        "named": named,
        "disagreements": disagreements_of(event, _WORDS),
        "clocks": clocks_of(event, counting, quotations),
        "quotations": quotations,
        "counted": counted(quotations),
        "chain": chain_of(event, request.user),
        "unsettled": unsettled_of(event.pk, {one.mention: one.links for one in quotations}),
        "statements": positions_around(event, named, request.user),
        "threads": threads_of(event, decisions),
        "changes": [*changes_of(decisions, states_visible_to(request.user)), *arrivals_of(event)],
        "checked_by": next((row.by for row in reversed(counting) if row.verb == "accept" and row.by), None),
        "citation": citation_of(event, request.build_absolute_uri(event.get_absolute_url())),
        "month_address": month_address(event.listed_on),
    }


def month_address(day: date) -> str:
    """The list of the month in which an event stands."""
    last = calendar.monthrange(day.year, day.month)[1]
    return f"{reverse('timeline')}?from={day:%Y-%m}-01&to={day:%Y-%m}-{last}"
