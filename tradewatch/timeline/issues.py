"""What the dispute is about: the list of issues, and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from tradewatch.records.filters import EventFilter
from tradewatch.records.in_order import page_kept
from tradewatch.records.models import Event, Issue, Position
from tradewatch.records.narrowing import narrowed
from tradewatch.timeline.counting import Spread, statements_by
from tradewatch.timeline.rows import Listed, months_of
from tradewatch.timeline.spoken import columns_of, statements_of
from tradewatch.timeline.spread import tallies_of

SHOWN = 100


@require_safe
def issues(request: HttpRequest) -> HttpResponse:
    """All issues of the codebook with how much is recorded on each. Three queries."""
    kept = narrowed(EventFilter.from_query({}), request.user)
    statements, spread = statements_by(Position.objects.visible_to(request.user), "issue"), Spread(kept)
    rows = [
        {
            "issue": issue,
            "acts": kept.having("issue", issue.slug).bit_count(),
            "months": spread.columns(kept.having("issue", issue.slug)),
            "statements": statements.get(issue.pk, 0),
        }
        for issue in Issue.objects.all()
    ]
    return render(request, "timeline/issues.html", {"rows": rows})


@require_safe
def issue(request: HttpRequest, slug: str) -> HttpResponse:
    """One issue: what it covers, its events by month, and who said what on it."""
    found = get_object_or_404(Issue, slug=slug)
    chosen = EventFilter.from_query({"issue": slug})
    kept = narrowed(chosen, request.user)
    page = page_kept(chosen, kept, Event.objects.visible_to(request.user), *Listed._fields, size=SHOWN)
    positions = Position.objects.visible_to(request.user).filter(issue=found)
    statements = statements_of(columns_of(positions)[:SHOWN])
    context = {
        "issue": found,
        "months": months_of(page.rows, tallies_of(kept), kept.census, request.user),
        "total": kept.total,
        "shown": SHOWN,
        "statements": statements,
        "positions_total": len(statements) if len(statements) < SHOWN else positions.count(),
    }
    return render(request, "timeline/issue.html", context)
