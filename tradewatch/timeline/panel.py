"""What lies open beside the list: one event with its facts, its chain and its best words."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import Case, F, IntegerField, Value, When
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from tradewatch.records.filters import EventFilter
from tradewatch.records.models import Event, Passage
from tradewatch.timeline.around import Hop, chain_of
from tradewatch.timeline.named import Named, named_by
from tradewatch.timeline.quotations import Quotation, quotations_from
from tradewatch.vocabulary import Genre

_SHOWN = 3
_TRUST = Case(
    *(When(version__genre=genre.value, then=Value(at)) for at, genre in enumerate(Genre)),
    default=Value(len(Genre)),
    output_field=IntegerField(),
)
_BEST_FIRST = ("trust", F("version__published").asc(nulls_last=True), "version_id", "start")


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The event that the address names; `event` is None where the reader may see none of that number."""

    number: int
    event: Event | None = None
    named: Named | None = None
    chain: tuple[Hop, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    quotes: int = 0


def panel_of(request: HttpRequest, chosen: EventFilter) -> dict[str, Any]:
    """The panel of the selected event, None without one; and what its links and those of the list need. Five queries.

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
    event = visible.prefetch_related("measures").filter(pk=number).first()
    if event is None:
        return Panel(number=number)
    passages = Passage.objects.filter(mention__event=event, shown=True).annotate(trust=_TRUST)
    quotations = quotations_from(passages.order_by(*_BEST_FIRST))
    return Panel(
        number=number,
        event=event,
        chain=tuple(chain_of(event, request.user)),
        named=named_by(number),
        quotations=tuple(quotations[:_SHOWN]),
        quotes=len(quotations),
    )
