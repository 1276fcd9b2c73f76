"""Notes on an item, and undoing what was decided about it."""

from django.db.models import Q
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from tradewatch.records.models import Annotation, Decision, Event, Passage
from tradewatch.review import acts, policies
from tradewatch.review.answers import desk_with, go_to
from tradewatch.review.desk import open_item
from tradewatch.review.doors import DeskRequest, editors_only
from tradewatch.review.forms import NoteForm
from tradewatch.review.shelves import Item, Shelf, item_of, shelf_of

AT_THE_DESK = "desk"  # the value of `from` in a form that stands at the desk


@require_POST
@editors_only
def annotate(request: DeskRequest, shelf: Shelf, number: int) -> HttpResponse:
    """Leave a note and go back to where it was written."""
    item = get_object_or_404(shelf.everything(), pk=number)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _note_again(request, item, form)
    parent = _parent(item, form.cleaned_data["parent"])
    field, passage = form.cleaned_data["about"]
    try:
        acts.annotate(
            item,
            form.cleaned_data["text"],
            by=request.user,
            tags=form.cleaned_data["tags"],
            field=field,
            passage=_passage(item, passage),
            parent=parent,
        )
    except acts.BadValue as refusal:
        form.add_error("text", refusal.said)
        return _note_again(request, item, form)
    return _back(request, item, "notes")


def _parent(item: Item, number: int | None) -> Annotation | None:
    """The note that is answered; None where the number is no note of this item."""
    return item.annotations.filter(pk=number).first() if number else None


def _passage(item: Item, number: int | None) -> Passage | None:
    """The words that the note is on; None where the number is no quote of this item."""
    carrying = Q(mention__event=item) if isinstance(item, Event) else Q(position=item)
    return Passage.objects.filter(carrying, pk=number).first() if number else None


def _note_again(request: DeskRequest, item: Item, form: NoteForm) -> HttpResponse:
    shelf = shelf_of(item)
    return desk_with(request, shelf, open_item(shelf, item, by=request.user, note_form=form), status=422)


@require_POST
@editors_only
def resolve(request: DeskRequest, number: int) -> HttpResponse:
    """A note is dealt with."""
    note = get_object_or_404(Annotation.objects.select_related("event", "position"), pk=number)
    try:
        acts.resolve(note, by=request.user)
    except policies.NotAllowed as refusal:
        return _refused(request, item_of(note), str(refusal))
    return _back(request, item_of(note), "notes")


@require_POST
@editors_only
def undo(request: DeskRequest, number: int) -> HttpResponse:
    """An earlier decision no longer counts; the item that it was about opens."""
    decision = get_object_or_404(Decision.objects.select_related("event", "position", "other", "undoes"), pk=number)
    try:
        acts.undo(decision, by=request.user, because=request.POST.get("because", ""))
    except acts.BadValue as refusal:
        return _refused(request, item_of(decision), refusal.said, status=422)
    except policies.NotAllowed as refusal:
        return _refused(request, item_of(decision), str(refusal))
    return _back(request, item_of(decision), "history")


def _refused(request: DeskRequest, item: Item, said: str, *, status: int = 409) -> HttpResponse:
    """The desk with the item and the sentence that says why not."""
    shelf = shelf_of(item)
    found = shelf.everything().get(pk=item.pk)
    return desk_with(request, shelf, open_item(shelf, found, by=request.user, refusal=said), status=status)


def _back(request: DeskRequest, item: Item, part: str) -> HttpResponseRedirect:
    """To the part of the page that the form stood on; positions have no page but the desk."""
    if isinstance(item, Event) and request.POST.get("from") != AT_THE_DESK:
        return HttpResponseRedirect(f"{item.get_absolute_url()}#{part}")
    return go_to(request, shelf_of(item), item.pk)
