"""Who takes part: the register of actors, and the page of one."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from tradewatch.records.filters import EventFilter
from tradewatch.records.in_order import page_kept
from tradewatch.records.models import Actor, Event, Position
from tradewatch.records.narrowing import narrowed
from tradewatch.records.querysets import states_visible_to
from tradewatch.timeline.around import in_full
from tradewatch.timeline.counting import bars_of, latest_of, months_by
from tradewatch.timeline.rows import Listed, months_of
from tradewatch.timeline.spread import tallies_of

SHOWN = 100


@require_safe
def actors(request: HttpRequest) -> HttpResponse:
    """Everybody who takes part in an event or holds a position, the most frequent first. Five queries."""
    events = Event.objects.visible_to(request.user)
    shown = list(states_visible_to(request.user))
    found = list(
        Actor.objects.annotate(
            acts=Count("events", filter=Q(events__review_state__in=shown), distinct=True),
            statements=Count("positions", filter=Q(positions__review_state__in=shown), distinct=True),
            latest=latest_of(events, "actors"),
        )
        .filter(Q(acts__gt=0) | Q(statements__gt=0))
        .prefetch_related("roles")
        .order_by("-acts", "-statements", "name")
    )
    months = months_by(events, "actors")
    latest = events.in_bulk([actor.latest for actor in found if actor.latest])
    rows = [
        {
            "actor": actor,
            "office": next((role.title for role in reversed(actor.roles.all())), actor.get_kind_display()),
            "bars": bars_of(months.get(actor.pk, [0] * 12)),
            "latest": latest.get(actor.latest),
        }
        for actor in found
    ]
    return render(request, "timeline/actors.html", {"rows": rows})


@require_safe
def actor(request: HttpRequest, slug: str) -> HttpResponse:
    """One actor: offices, names, what they did by month, what they said."""
    found = get_object_or_404(Actor.objects.prefetch_related("roles", "aliases"), slug=slug)
    chosen = EventFilter.from_query({"actor": slug})
    kept = narrowed(chosen, request.user)
    page = page_kept(chosen, kept, Event.objects.visible_to(request.user), *Listed._fields, size=SHOWN)
    positions = in_full(Position.objects.visible_to(request.user).filter(speaker=found))
    context = {
        "actor": found,
        "months": months_of(page.rows, tallies_of(kept), request.user),
        "total": kept.total,
        "shown": SHOWN,
        "positions": positions[:SHOWN],
        "positions_total": positions.count(),
    }
    return render(request, "timeline/actor.html", context)
