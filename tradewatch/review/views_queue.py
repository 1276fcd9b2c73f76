"""The queue, and the desk with one item on it."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from tradewatch.review.answers import KEYS_OFF, desk_with, go_to
from tradewatch.review.asked import asked_in
from tradewatch.review.desk import open_item
from tradewatch.review.doors import DeskRequest, editors_only
from tradewatch.review.new_actors import suggested
from tradewatch.review.queue import in_order
from tradewatch.review.shelves import Shelf
from tradewatch.review.unsaved import keep, open_item_of, taken_up, unsaved_in

_NAMING = ("more_actors", "actors", "speaker")
_LONGEST_TYPED = 300


@require_safe
@editors_only
def queue(request: DeskRequest, shelf: Shelf) -> HttpResponseBase:
    """On to the first item of the queue, or the news that nothing waits."""
    asked = asked_in(request.GET, shelf)
    first = in_order(asked.waiting, asked.order).values_list("pk", flat=True).first()
    if first is None:
        return desk_with(request, shelf, None)
    return go_to(request, shelf, first)


@require_safe
@editors_only
def item(request: DeskRequest, shelf: Shelf, number: int) -> HttpResponse:
    """The desk with this item on it, whatever its state: an editor may look at anything."""
    found = get_object_or_404(shelf.everything(), pk=number)
    document, wording = request.GET.get("document", ""), request.GET.get("wording", "")
    left = taken_up(request, found)
    opened = open_item(shelf, found, by=request.user, document=document, wording=wording, unsaved=left)
    return desk_with(request, shelf, opened)


@require_POST
@editors_only
def keys(request: DeskRequest) -> HttpResponse:
    """Remember whether single keys decide; a checkbox that is clear is not sent."""
    request.session[KEYS_OFF] = "keys" not in request.POST
    return HttpResponse(status=204)


@require_POST
@editors_only
def leave(request: DeskRequest) -> HttpResponse:
    """Keep what was typed at the open item, which the editor is leaving by a link."""
    here = open_item_of(request)
    if here:
        keep(request, here, unsaved_in(request, here), moved_on=False)
    return HttpResponse(status=204)


@require_safe
@editors_only
def actors(request: DeskRequest) -> HttpResponse:
    """Actors that complete what is typed, as the options of a list; aliases count."""
    typed = next((request.GET[name] for name in _NAMING if name in request.GET), "")
    return render(request, "review/suggested.html", {"suggested": suggested(typed[:_LONGEST_TYPED])})
