"""The list on screen as a file: the same filter, the same rights, every page of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from tradewatch.exports.refusal import in_plain_text
from tradewatch.exports.writing import FORMATS
from tradewatch.records.columns import EVENT_COLUMNS, POSITION_COLUMNS, event_rows, position_rows
from tradewatch.records.filters import BadFilter, EventFilter, Filter, PositionFilter
from tradewatch.records.models import Event, Position


@require_safe
def events(request: HttpRequest, form: str) -> HttpResponseBase:
    """The filtered events as `form`, csv or json."""
    try:
        chosen = EventFilter.from_query(request.GET).unpaged()
    except BadFilter as bad:
        return _refused(bad)
    visible = Event.objects.visible_to(request.user)
    return _file(request, event_rows(chosen.apply(visible), among=visible), EVENT_COLUMNS, chosen, form)


@require_safe
def positions(request: HttpRequest, form: str) -> HttpResponseBase:
    """The filtered positions as `form`, csv or json."""
    try:
        chosen = PositionFilter.from_query(request.GET).unpaged()
    except BadFilter as bad:
        return _refused(bad)
    rows = position_rows(chosen.apply(Position.objects.visible_to(request.user)))
    return _file(request, rows, POSITION_COLUMNS, chosen, form)


def _file(request: HttpRequest, rows: Any, columns: Any, chosen: Filter, form: str) -> StreamingHttpResponse:
    write, content_type = FORMATS[form]
    site = request.build_absolute_uri("/").rstrip("/")
    response = StreamingHttpResponse(write(rows, columns, site=site), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{_name_of(chosen)}.{form}"'
    return response


def _name_of(chosen: Filter) -> str:
    """tradewatch-events-from-2025-04-to-2025-05-as-of-2026-01-31: the window, and the day on which the list was so."""
    window = [(key, value.rstrip("~?%")) for key in ("from", "to") for value in chosen.values(key)]
    parts = [*window, ("as-of", f"{timezone.localdate():%Y-%m-%d}")]
    return "-".join(["tradewatch", chosen.noun[1], *(f"{word}-{day}" for word, day in parts)])


def _refused(bad: BadFilter) -> HttpResponse:
    said = f"The list was not exported, because its filter cannot be read.\n\n{in_plain_text(bad)}\n"
    return HttpResponse(said, status=422, content_type="text/plain; charset=utf-8")
