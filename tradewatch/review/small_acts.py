"""How an act with a button of its own beside the form is done and answered, so that the form around it is not lost."""

from collections.abc import Callable, Collection, Mapping

from django.db import transaction
from django.http import HttpResponse, HttpResponseBase

from tradewatch.review import acts, policies
from tradewatch.review.answers import desk_with, go_to
from tradewatch.review.beside import typed_beside
from tradewatch.review.desk import open_item
from tradewatch.review.doors import DeskRequest
from tradewatch.review.entry import Entry
from tradewatch.review.holding import Conflict, locked
from tradewatch.review.shelves import Item, shelf_of
from tradewatch.review.unsaved import keep, unsaved_in


def answered(
    request: DeskRequest,
    item: Item,
    act: Callable[[], object],
    *,
    done: Collection[str] = (),
    meets_others: bool = True,
    on_to: Callable[[], HttpResponse] | None = None,
) -> HttpResponseBase:
    """Do the act and go back to the item, or say what stands in the way. What else was typed goes along.

    `done` as for `unsaved_in`; `meets_others`: the act is not done where the item is not as the form showed it.
    """
    shelf, sent = shelf_of(item), request.POST.get("version", "")
    try:
        with transaction.atomic():
            held = locked(item, version=int(sent) if meets_others and sent.isdecimal() else None)
            act()
            keep(request, item, unsaved_in(request, item, done=done), moved_on=sent == str(held.version))
    except Conflict:
        return _collided(request, item)
    except acts.BadValue as refusal:
        return refused(request, item, refusal.said, 422)
    except policies.NotAllowed as refusal:
        return refused(request, item, str(refusal), 409)
    return on_to() if on_to else go_to(request, shelf, item.pk, document=request.GET.get("document", ""))


def refused(
    request: DeskRequest, item: Item, said: str, status: int, *, typed: Mapping[str, str] | None = None
) -> HttpResponse:
    """The desk with the item, all that was typed, and the sentence that says why not."""
    shelf = shelf_of(item)
    found = shelf.everything().get(pk=item.pk)
    document, wording = request.GET.get("document", ""), request.GET.get("wording", "")
    opened = open_item(
        shelf,
        found,
        by=request.user,
        document=document,
        wording=wording,
        refusal=said,
        unsaved=unsaved_in(request, found),
        typed=typed or typed_beside(request.POST),
    )
    return desk_with(request, shelf, opened, status=status)


def _collided(request: DeskRequest, item: Item) -> HttpResponse:
    """The three columns where the form can be read, else the form with the news that somebody changed the item."""
    now = shelf_of(item).everything().get(pk=item.pk)
    entry = Entry(request, shelf_of(item), now, "save")
    return entry.collided() if entry.is_read() else refused(request, now, str(Conflict(now)), 409)
