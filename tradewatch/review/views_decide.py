"""Deciding about one item: save corrections, accept, reject, restore, keep what was decided."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from tradewatch.review import acts, policies
from tradewatch.review.answers import go_to, next_after
from tradewatch.review.doors import DeskRequest, editors_only
from tradewatch.review.entry import Entry
from tradewatch.review.shelves import Shelf

_GOES_ON = ("accept", "reject", "dismiss")  # what is done with an item lets the next one open


@require_POST
@editors_only
def decide(request: DeskRequest, shelf: Shelf, number: int, act: str) -> HttpResponse:
    """Take the decision and go on to the next item, or show the item again with what stands in the way."""
    item = get_object_or_404(shelf.everything(), pk=number)
    onward = next_after(request, shelf, number)
    entry = Entry(request, shelf, item, act)
    if not entry.is_valid():
        return entry.shown_again(422)
    try:
        entry.take()
    except acts.Conflict:
        return entry.collided()
    except acts.BadValue as refusal:
        entry.refuse(refusal.field, refusal.said)
        return entry.shown_again(422)
    except policies.NotAllowed as refusal:
        return entry.shown_again(409, refusal=str(refusal))
    if act in _GOES_ON:
        return go_to(request, shelf, onward)
    return go_to(request, shelf, number, document=request.GET.get("document", ""))
