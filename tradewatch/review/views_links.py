"""Links of an event at the desk, and fields set back: small forms beside the big one."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from tradewatch.records.models import Decision, EventLink
from tradewatch.review import acts, arrangement, policies
from tradewatch.review.answers import desk_with, go_to
from tradewatch.review.desk import open_item
from tradewatch.review.doors import DeskRequest, editors_only
from tradewatch.review.links import LinkForm, change_link, make_link
from tradewatch.review.shelves import EVENTS, Item, Shelf
from tradewatch.vocabulary import LinkType


@require_POST
@editors_only
def link(request: DeskRequest, number: int) -> HttpResponse:
    """Make a link, change the one that is named (`old`: its type and target), or take it off (`off`)."""
    event = get_object_or_404(EVENTS.everything(), pk=number)
    old = _named(event.pk, request.POST.get("old", ""))
    if request.POST.get("old") and old is None:
        return _refused(request, EVENTS, event, "There is no such link any more.", 409)
    if old and "off" in request.POST:
        how, because = LinkType(old.type), request.POST.get("because", "")
        return _answered(
            request, EVENTS, event, lambda: arrangement.unlink(event, old.target, how, by=request.user, because=because)
        )
    form = LinkForm(request.POST)
    if not form.is_valid():
        said = " ".join(str(error) for errors in form.errors.values() for error in errors)
        return _refused(request, EVENTS, event, said, 422)
    to, how = form.cleaned_data["to"], LinkType(form.cleaned_data["type"])
    words = {name: form.cleaned_data[name] for name in ("quote", "because")}
    if old:
        return _answered(request, EVENTS, event, lambda: change_link(old, to, how, by=request.user, **words))
    return _answered(request, EVENTS, event, lambda: make_link(event, to, how, by=request.user, **words))


def _named(event: int, old: str) -> EventLink | None:
    """The link that "responds_to 412" names; its row's number would change with every fold."""
    how, _, target = old.partition(" ")
    if not target.isdecimal():
        return None
    return (
        EventLink.objects.filter(source=event, type=how, target=int(target)).select_related("source", "target").first()
    )


@require_POST
@editors_only
def revert(request: DeskRequest, shelf: Shelf, number: int) -> HttpResponse:
    """A field as it was before a correction (`decision`), or as the machine reads it."""
    item = get_object_or_404(shelf.everything(), pk=number)
    correction = _correction(item, request.POST.get("decision", ""))
    if request.POST.get("decision") and correction is None:
        return _refused(request, shelf, item, "This correction is none of this item's.", 422)
    field = correction.field if correction else request.POST.get("field", "")
    because = request.POST.get("because", "")
    return _answered(
        request, shelf, item, lambda: acts.revert(item, field, by=request.user, to=correction, because=because)
    )


def _correction(item: Item, number: str) -> Decision | None:
    return item.decisions.filter(pk=number, verb="correct").first() if number.isdecimal() else None


@require_POST
@editors_only
def take(request: DeskRequest, shelf: Shelf, number: int) -> HttpResponse:
    """The machine's new reading counts."""
    item = get_object_or_404(shelf.everything(), pk=number)
    because = request.POST.get("because", "")
    return _answered(request, shelf, item, lambda: acts.take_reading(item, by=request.user, because=because))


def _answered(request: DeskRequest, shelf: Shelf, item: Item, act: Callable[[], object]) -> HttpResponse:
    """Back to the item once the act is done, or the sentence that says why it is not."""
    try:
        act()
    except acts.BadValue as refusal:
        return _refused(request, shelf, item, refusal.said, 422)
    except policies.NotAllowed as refusal:
        return _refused(request, shelf, item, str(refusal), 409)
    return go_to(request, shelf, item.pk, document=request.GET.get("document", ""))


def _refused(request: DeskRequest, shelf: Shelf, item: Item, said: str, status: int) -> HttpResponse:
    document = request.GET.get("document", "")
    sent = {name: request.POST.get(name, "") for name in ("old", "type", "to", "quote")}
    opened = open_item(shelf, item, by=request.user, document=document, refusal=said, typed=sent)
    return desk_with(request, shelf, opened, status=status)
