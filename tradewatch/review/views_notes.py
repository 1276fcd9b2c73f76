"""Notes on an item, and undoing what was decided about it."""

from collections.abc import Callable

from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from tradewatch.records.models import Annotation, Decision, Event
from tradewatch.review import acts
from tradewatch.review.answers import go_to
from tradewatch.review.beside import ANSWER, NOTE, answer_form, leave
from tradewatch.review.doors import DeskRequest, editors_only
from tradewatch.review.forms import NoteForm
from tradewatch.review.shelves import Item, Shelf, item_of, shelf_of
from tradewatch.review.small_acts import answered, refused
from tradewatch.review.unsaved import open_item_of

AT_THE_DESK = "desk"  # the value of `from` in a form that stands at the desk


@require_POST
@editors_only
def annotate(request: DeskRequest, shelf: Shelf, number: int) -> HttpResponseBase:
    """Leave a note, or an answer to one (`reply`), and go back to where it was written."""
    item = get_object_or_404(shelf.everything(), pk=number)
    at_the_desk, answers = request.POST.get("from") == AT_THE_DESK, request.POST.get("reply", "")
    form = NoteForm(request.POST, prefix=NOTE if at_the_desk else None)
    form = answer_form(request.POST, answers) if answers else form
    done = f"{ANSWER}{answers}" if answers else NOTE
    if not form.is_valid():
        said = " ".join(str(error) for errors in form.errors.values() for error in errors)
        typed = {f"{NOTE}-{name}": request.POST.get(name, "") for name in form.fields}
        return refused(request, item, said, 422, **({} if at_the_desk else {"typed": typed}))
    return answered(
        request,
        item,
        lambda: leave(item, form, by=request.user),
        done=[done],
        meets_others=False,
        on_to=_back(request, item, "notes"),
    )


@require_POST
@editors_only
def resolve(request: DeskRequest, number: int) -> HttpResponseBase:
    """A note is dealt with."""
    note = get_object_or_404(Annotation.objects.select_related("event", "position"), pk=number)
    item = item_of(note)
    here = open_item_of(request) or item
    return answered(
        request,
        here,
        lambda: acts.resolve(note, by=request.user),
        meets_others=False,
        on_to=_back(request, here, "notes"),
    )


@require_POST
@editors_only
def undo(request: DeskRequest, number: int) -> HttpResponseBase:
    """An earlier decision no longer counts; the item that it was about opens."""
    decision = get_object_or_404(Decision.objects.select_related("event", "position", "other", "undoes"), pk=number)
    item, here = item_of(decision), open_item_of(request)
    because = "" if here else request.POST.get("because", "")  # at the desk the reason is that of the form
    return answered(
        request,
        here or item,
        lambda: acts.undo(decision, by=request.user, because=because),
        meets_others=False,
        on_to=_back(request, item, "history"),
    )


def _back(request: DeskRequest, item: Item, part: str) -> Callable[[], HttpResponse]:
    """To the part of the page that the form stood on; positions have no page but the desk."""
    if isinstance(item, Event) and request.POST.get("from") != AT_THE_DESK:
        return lambda: HttpResponseRedirect(f"{item.get_absolute_url()}#{part}")
    return lambda: go_to(request, shelf_of(item), item.pk)
