"""Who takes part: the register of actors, and the page of one."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from tradewatch.records.census import Census
from tradewatch.records.filters import EventFilter
from tradewatch.records.in_order import page_kept
from tradewatch.records.models import Actor, Event, Position
from tradewatch.records.narrowing import narrowed
from tradewatch.timeline.counting import Spread, statements_by
from tradewatch.timeline.rows import Listed, months_of
from tradewatch.timeline.spoken import columns_of, statements_of
from tradewatch.timeline.spread import tallies_of

SHOWN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An actor in the register; `latest` is the event of theirs that is listed last."""

    actor: Actor
    office: str
    acts: int
    statements: int
    months: SafeString
    latest: Any


@require_safe
def actors(request: HttpRequest) -> HttpResponse:
    """Everybody who takes part in an event or holds a position, the most frequent first. Five queries."""
    kept = narrowed(EventFilter.from_query({}), request.user)
    acts = {slug: found for slug, events in kept.census.having["actor"].items() if (found := events & kept.bits)}
    statements = statements_by(Position.objects.visible_to(request.user), "speaker")
    everybody = Actor.objects.filter(Q(slug__in=list(acts)) | Q(pk__in=list(statements))).prefetch_related("roles")
    last = {slug: _last_of(events, kept.census) for slug, events in acts.items()}
    visible = Event.objects.visible_to(request.user).filter(pk__in=set(last.values())).order_by()
    latest = {row.pk: row for row in visible.values_list("pk", "title", "date", named=True)}
    spread = Spread(kept)
    entries = [
        Entry(
            actor=actor,
            office=next((role.title for role in reversed(actor.roles.all())), actor.get_kind_display()),
            acts=acts.get(actor.slug, 0).bit_count(),
            statements=statements.get(actor.pk, 0),
            months=spread.columns(acts.get(actor.slug, 0)),
            latest=latest.get(last.get(actor.slug, 0)),
        )
        for actor in everybody
    ]
    entries.sort(key=lambda entry: (-entry.acts, -entry.statements, entry.actor.name))
    return render(request, "timeline/actors.html", {"entries": entries})


def _last_of(events: int, census: Census) -> int:
    """The number of that event which the list has last."""
    _, on_that_day = census.days["listed_on"].greatest(events)
    return on_that_day.bit_length() - 1


@require_safe
def actor(request: HttpRequest, slug: str) -> HttpResponse:
    """One actor: offices, names, what they did by month, what they said."""
    found = get_object_or_404(Actor.objects.prefetch_related("roles", "aliases"), slug=slug)
    chosen = EventFilter.from_query({"actor": slug})
    kept = narrowed(chosen, request.user)
    page = page_kept(chosen, kept, Event.objects.visible_to(request.user), *Listed._fields, size=SHOWN)
    positions = Position.objects.visible_to(request.user).filter(speaker=found)
    statements = statements_of(columns_of(positions)[:SHOWN])
    context = {
        "actor": found,
        "months": months_of(page.rows, tallies_of(kept), kept.census, request.user),
        "total": kept.total,
        "shown": SHOWN,
        "statements": statements,
        "positions_total": len(statements) if len(statements) < SHOWN else positions.count(),
    }
    return render(request, "timeline/actor.html", context)
