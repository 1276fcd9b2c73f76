"""Links of an event at the desk, fields set back, and new readings taken: acts with a button beside the form."""

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from tradewatch.records.models import Decision, EventLink
from tradewatch.review import acts, arrangement
from tradewatch.review.beside import LINK, NEW, link_form, put_link
from tradewatch.review.doors import DeskRequest, editors_only
from tradewatch.review.shelves import EVENTS, Item, Shelf
from tradewatch.review.small_acts import answered, refused
from tradewatch.vocabulary import LinkType


@require_POST
@editors_only
def link(request: DeskRequest, number: int) -> HttpResponseBase:
    """Make a link (`link`: new), change the one that is named ("responds_to-412"), or take it off (`off`)."""
    event = get_object_or_404(EVENTS.everything(), pk=number)
    key = request.POST.get("off") or request.POST.get("link", NEW)
    old = _named(event.pk, key)
    if key != NEW and old is None:
        return refused(request, event, "There is no such link any more.", 409)
    if old and "off" in request.POST:
        how = LinkType(old.type)
        return answered(
            request,
            event,
            lambda: arrangement.unlink(event, old.target, how, by=request.user),
            done=[f"{LINK}{key}-"],
        )
    form = link_form(request.POST, key)
    if not form.is_valid():
        said = " ".join(str(error) for errors in form.errors.values() for error in errors)
        return refused(request, event, said, 422)
    return answered(request, event, lambda: put_link(event, old, form, by=request.user), done=[f"{LINK}{key}-"])


def _named(event: int, key: str) -> EventLink | None:
    how, _, target = key.partition("-")
    if not target.isdecimal():
        return None
    return (
        EventLink.objects.filter(source=event, type=how, target=int(target)).select_related("source", "target").first()
    )


@require_POST
@editors_only
def revert(request: DeskRequest, shelf: Shelf, number: int) -> HttpResponseBase:
    """A field as it was before a correction (`decision`), or as the machine reads it."""
    item = get_object_or_404(shelf.everything(), pk=number)
    correction = _correction(item, request.POST.get("decision", ""))
    if request.POST.get("decision") and correction is None:
        return refused(request, item, "This correction is none of this item's.", 422)
    field = correction.field if correction else request.POST.get("field", "")
    return answered(request, item, lambda: acts.revert(item, field, by=request.user, to=correction), done=[field])


def _correction(item: Item, number: str) -> Decision | None:
    return item.decisions.filter(pk=number, verb="correct").first() if number.isdecimal() else None


@require_POST
@editors_only
def take(request: DeskRequest, shelf: Shelf, number: int) -> HttpResponseBase:
    """The machine's new reading counts."""
    item = get_object_or_404(shelf.everything(), pk=number)
    done = list(shelf.fold_of(item).news)
    return answered(request, item, lambda: acts.take_reading(item, by=request.user), done=done)
