"""What lies open beside the list: one event with its facts, its chain and its best words."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Value, When, Window
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from tradewatch.records.filters import EventFilter
from tradewatch.records.models import Event, Passage
from tradewatch.timeline.around import Hop, chain_of
from tradewatch.timeline.quotations import Quotation, quotation_of
from tradewatch.vocabulary import Genre

_SHOWN = 3
_TRUST = Case(
    *(When(version__genre=genre.value, then=Value(at)) for at, genre in enumerate(Genre)),
    default=Value(len(Genre)),
    output_field=IntegerField(),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The event that the address names; `event` is None where the reader may see none of that number."""

    number: int
    event: Event | None = None
    chain: tuple[Hop, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    quotes: int = 0


def panel_of(request: HttpRequest, chosen: EventFilter) -> dict[str, Any]:
    """The panel of the selected event, None without one; and what its links and those of the list need. Six queries.

    `opens` is the beginning of the address that opens an event in this list: its number completes it.
    """
    closed = chosen.href(chosen.query(event=None))
    return {
        "chosen": chosen,
        # Asked where it is shown: an answer with more rows alone asks nothing for it.
        "panel": SimpleLazyObject(partial(_panel, request, int(chosen.event))) if chosen.event else None,
        "selected": int(chosen.event) if chosen.event else None,
        "closes": closed,
        "opens": f"{closed}{'&' if '?' in closed else '?'}event=",
    }


def _panel(request: HttpRequest, number: int) -> Panel:
    visible = Event.objects.visible_to(request.user)
    event = visible.prefetch_related("actors", "issues", "measures").filter(pk=number).first()
    if event is None:
        return Panel(number=number)
    passages = list(_best_passages(event))
    return Panel(
        number=number,
        event=event,
        chain=tuple(chain_of(event, request.user)),
        quotations=tuple(quotation_of(passage) for passage in passages),
        quotes=passages[0].all_of_them if passages else 0,
    )


def _best_passages(event: Event) -> Any:
    """The first few passages that count, the most trusted source first, each told how many there are. One query."""
    return (
        Passage.objects.filter(mention__event=event, shown=True)
        .select_related("version__document__publisher")
        .annotate(all_of_them=Window(Count("pk")), trust=_TRUST)
        .order_by("trust", F("version__published").asc(nulls_last=True), "version_id", "start")[:_SHOWN]
    )
