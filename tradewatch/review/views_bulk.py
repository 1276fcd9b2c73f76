"""A filtered list accepted or rejected at once, after a preview with its count."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from tradewatch.review import acts, policies
from tradewatch.review.answers import screen_with
from tradewatch.review.asked import asked_in
from tradewatch.review.bulk import DONE, ListChanged, batch_of, decide_all
from tradewatch.review.doors import DeskRequest, editors_only
from tradewatch.review.shelves import Shelf

_SCREEN = "review/bulk.html"
CHANGED = "The list was changed meanwhile, so nothing was done. This is the list now."


class BulkForm(forms.Form):
    """What is done with the list, why, and the list that the preview showed."""

    act = forms.ChoiceField(choices=list(DONE.items()), error_messages={"required": "Choose: accept or reject."})
    listed = forms.CharField()
    because = forms.CharField(
        max_length=acts.LONGEST_REASON, error_messages={"required": "Say why: it is kept with each of them."}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@editors_only
def bulk(request: DeskRequest, shelf: Shelf) -> HttpResponse:
    """The preview; then the decision about exactly what it showed."""
    if request.method != "POST":
        return _preview(request, shelf, BulkForm())
    form = BulkForm(request.POST)
    if not form.is_valid():
        return _preview(request, shelf, form, status=422)
    act, listed, because = (form.cleaned_data[name] for name in ("act", "listed", "because"))
    try:
        count = decide_all(shelf, listed, act, by=request.user, because=because)
    except ListChanged:
        return _preview(request, shelf, form, status=409, refusal=CHANGED)
    except (policies.NotAllowed, acts.BadValue) as refusal:
        return _preview(request, shelf, form, status=409, refusal=str(refusal))
    messages.success(request, f"{count} {shelf.name if count > 1 else shelf.one} {DONE[act]}. U takes all of it back.")
    return HttpResponseRedirect(f"{shelf.address}{asked_in(request.GET, shelf).kept}")


def _preview(
    request: DeskRequest, shelf: Shelf, form: BulkForm, *, status: int = 200, refusal: str = ""
) -> HttpResponse:
    asked = asked_in(request.GET, shelf)
    shown: dict[str, Any] = {
        "batch": batch_of(shelf, asked.waiting, order=asked.order),
        "form": form,
        "refusal": refusal,
    }
    return screen_with(request, shelf, _SCREEN, status=422 if asked.problems else status, **shown)
