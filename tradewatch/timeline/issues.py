"""What the dispute is about: the list of issues, and the page of one."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from tradewatch.records.filters import EventFilter
from tradewatch.records.in_order import page_kept
from tradewatch.records.models import Event, Issue, Position
from tradewatch.records.narrowing import narrowed
from tradewatch.records.querysets import states_visible_to
from tradewatch.timeline.around import in_full
from tradewatch.timeline.counting import bars_of, months_by
from tradewatch.timeline.rows import Listed, months_of
from tradewatch.timeline.spread import tallies_of

SHOWN = 100


@require_safe
def issues(request: HttpRequest) -> HttpResponse:
    """All issues of the codebook with how much is recorded on each. Two queries."""
    shown = list(states_visible_to(request.user))
    found = Issue.objects.annotate(
        acts=Count("events", filter=Q(events__review_state__in=shown), distinct=True),
        statements=Count("positions", filter=Q(positions__review_state__in=shown), distinct=True),
    )
    months = months_by(Event.objects.visible_to(request.user), "issues")
    rows = [{"issue": issue, "bars": bars_of(months.get(issue.pk, [0] * 12))} for issue in found]
    return render(request, "timeline/issues.html", {"rows": rows})


@require_safe
def issue(request: HttpRequest, slug: str) -> HttpResponse:
    """One issue: what it covers, its events by month, and who said what on it."""
    found = get_object_or_404(Issue, slug=slug)
    chosen = EventFilter.from_query({"issue": slug})
    kept = narrowed(chosen, request.user)
    page = page_kept(chosen, kept, Event.objects.visible_to(request.user), *Listed._fields, size=SHOWN)
    positions = in_full(Position.objects.visible_to(request.user).filter(issue=found))
    context = {
        "issue": found,
        "months": months_of(page.rows, tallies_of(kept), request.user),
        "total": kept.total,
        "shown": SHOWN,
        "positions": positions[:SHOWN],
        "positions_total": positions.count(),
    }
    return render(request, "timeline/issue.html", context)
