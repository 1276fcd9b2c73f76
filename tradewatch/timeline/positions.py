"""Who said what on which issue."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tradewatch.records.filters import BadFilter, PositionFilter
from tradewatch.records.models import Position
from tradewatch.timeline.matrix import matrix_of
from tradewatch.timeline.partials import page_or_partial
from tradewatch.timeline.rail import parts_of
from tradewatch.timeline.statements import shown_for, shown_for_mistakes

_LIST = "timeline/positions.html"


@require_safe
def positions(request: HttpRequest) -> HttpResponse:
    """The statements that the address asks for; 422 with what could not be read where a filter means nothing."""
    query = request.GET.copy()
    whole = query.pop("all", [""])[-1]
    try:
        chosen = PositionFilter.from_query(query)
    except BadFilter as bad:
        shown = shown_for_mistakes(request, bad.problems, whole=whole)
        return page_or_partial(request, _LIST, shown, partials=parts_of(request, shown["shelves"]), status=422)
    shown = shown_for(request, chosen, whole=whole)
    address = chosen.href(chosen.query()) if request.headers.get("HX-Target") == "results" else ""
    return page_or_partial(request, _LIST, shown, partials=parts_of(request, shown["shelves"]), address=address)


@require_safe
def matrix(request: HttpRequest) -> HttpResponse:
    """Actors by issues for the same filter; a cell leads to the words."""
    try:
        chosen = PositionFilter.from_query(request.GET)
    except BadFilter as bad:
        return render(request, "timeline/matrix.html", shown_for_mistakes(request, bad.problems), status=422)
    positions = chosen.narrow(Position.objects.visible_to(request.user))
    shown = {"matrix": matrix_of(positions), "chips": chosen.chips, "clear": chosen.path}
    return render(request, "timeline/matrix.html", shown)
