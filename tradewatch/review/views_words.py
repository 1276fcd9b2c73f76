"""The words of an article at the desk: quotes added, moved and taken away."""

from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from tradewatch.records.models import DocumentVersion, Event, Passage
from tradewatch.review import arrangement, policies, quotes
from tradewatch.review.beside import WORDS
from tradewatch.review.doors import DeskRequest, editors_only
from tradewatch.review.shelves import Item, Shelf
from tradewatch.review.small_acts import answered
from tradewatch.review.unsaved import keep, unsaved_in
from tradewatch.review.values import BadValue
from tradewatch.review.words import WordsForm, place_of

ADD = "add"
_NEW = {"event": "review-new-event", "position": "review-new-position"}


@require_POST
@editors_only
def words(request: DeskRequest, shelf: Shelf, number: int) -> HttpResponseBase:
    """Add the words as a quote, put them in a quote's place (`instead`), take a quote away (`away`), or go on to the
    form that makes something `new` of them."""
    item = get_object_or_404(shelf.everything(), pk=number)
    if request.POST.get("new") in _NEW:
        keep(request, item, unsaved_in(request, item, done=WORDS), moved_on=False)
        return _to_new(request)
    away = bool(request.POST.get("away"))
    return answered(
        request,
        item,
        lambda: (_take_away if away else _put)(request, item),
        done=() if away else WORDS,
    )


def _to_new(request: DeskRequest) -> HttpResponse:
    """The form for a new event or position, with the words in its address: nothing else that was sent goes there."""
    number = request.POST.get("words_version", "")
    version = get_object_or_404(DocumentVersion, pk=int(number) if number.isdecimal() else 0)
    given = {name: request.POST.get(name, "") for name in ("words", "start", "end") if request.POST.get(name)}
    address = reverse(_NEW[request.POST["new"]], args=[version.pk])
    return HttpResponseRedirect(f"{address}?{urlencode(given)}")


def _put(request: DeskRequest, item: Item) -> None:
    form = WordsForm(request.POST)
    if not form.is_valid():
        raise BadValue("words", " ".join(str(error) for errors in form.errors.values() for error in errors))
    given = form.cleaned_data
    version = get_object_or_404(DocumentVersion, pk=given["words_version"])
    place = place_of(version, start=given["start"], end=given["end"], words=given["words"])
    if not isinstance(item, Event):
        quotes.move_words(item, version, *place, by=request.user)
        return
    instead = request.POST.get("instead", ADD)
    if instead == ADD:
        quotes.add_quote(item, version, *place, by=request.user)
    else:
        quotes.move_quote(_own(item, instead), version, *place, by=request.user)


def _take_away(request: DeskRequest, item: Item) -> None:
    if not isinstance(item, Event):
        raise policies.NotAllowed("A position has its words: choose others for it, or reject it.")
    arrangement.remove_passage(_own(item, request.POST["away"]), by=request.user)


def _own(event: Event, number: str) -> Passage:
    """A quote of this event. Raises NotAllowed for any other number."""
    found = Passage.objects.filter(mention__event=event, shown=True, pk=int(number) if number.isdecimal() else 0)
    passage = found.select_related("mention__event").first()
    if passage is None:
        raise policies.NotAllowed("These words are no quote of this event any more.")
    return passage
