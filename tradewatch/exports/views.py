"""The list on screen as a file: the same filter, the same rights, every page of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from tradewatch.exports.writing import FORMATS
from tradewatch.records.columns import EVENT_COLUMNS, POSITION_COLUMNS, event_rows, position_rows
from tradewatch.records.filters import BadFilter, EventFilter, PositionFilter
from tradewatch.records.models import Event, Position


@require_GET
def events(request: HttpRequest, form: str) -> HttpResponseBase:
    """The filtered events as `form`, csv or json."""
    try:
        chosen = EventFilter.from_query(request.GET).unpaged()
    except BadFilter as bad:
        return _refused(bad)
    rows = event_rows(chosen.apply(Event.objects.visible_to(request.user)))
    return _file(request, rows, EVENT_COLUMNS, form, name="events")


@require_GET
def positions(request: HttpRequest, form: str) -> HttpResponseBase:
    """The filtered positions as `form`, csv or json."""
    try:
        chosen = PositionFilter.from_query(request.GET).unpaged()
    except BadFilter as bad:
        return _refused(bad)
    rows = position_rows(chosen.apply(Position.objects.visible_to(request.user)))
    return _file(request, rows, POSITION_COLUMNS, form, name="positions")


def _file(request: HttpRequest, rows: Any, columns: Any, form: str, *, name: str) -> StreamingHttpResponse:
    write, content_type = FORMATS[form]
    site = request.build_absolute_uri("/").rstrip("/")
    response = StreamingHttpResponse(write(rows, columns, site=site), content_type=content_type)
    # The day, not the filter: a file name is read by people, and the filter can be long.
    response["Content-Disposition"] = f'attachment; filename="tradewatch-{name}-{timezone.now():%Y-%m-%d}.{form}"'
    return response


def _refused(bad: BadFilter) -> HttpResponse:
    lines = ["The list was not exported: the filter cannot be read.", ""]
    lines += [problem.said for problem in bad.problems]
    return HttpResponse("\n".join(lines) + "\n", status=422, content_type="text/plain; charset=utf-8")
