"""A new event or position from words of an article that the machine did not read, or read otherwise."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from tradewatch.records.models import Actor, DocumentVersion
from tradewatch.review import acts, arrangement
from tradewatch.review.answers import go_to, screen_with
from tradewatch.review.doors import DeskRequest, editors_only
from tradewatch.review.evidence import YEAR_OF_THE_DISPUTE
from tradewatch.review.forms import NewEventForm, NewPositionForm
from tradewatch.review.new_actors import make_actor
from tradewatch.review.shelves import EVENTS, Item, Shelf
from tradewatch.review.values import BadValue
from tradewatch.review.words import LONGEST, place_of

_SCREEN = "review/new.html"


@require_http_methods(["GET", "HEAD", "POST"])
@editors_only
def new(request: DeskRequest, shelf: Shelf, number: int) -> HttpResponse:
    """The form beside the words; then the new event or position on the desk."""
    version = get_object_or_404(DocumentVersion.objects.select_related("document__publisher"), pk=number)
    make = NewEventForm if shelf is EVENTS else NewPositionForm
    year = version.published.year if version.published else YEAR_OF_THE_DISPUTE
    if request.method != "POST":
        given = _asked_for(request, version)
        return _shown(request, shelf, version, make(initial=given, year=year))
    form = make(request.POST, year=year)
    if not form.is_valid():
        return _shown(request, shelf, version, form, status=422)
    try:
        made = _made(request, shelf, version, form)
    except BadValue as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.said)
        return _shown(request, shelf, version, form, status=422)
    return go_to(request, shelf, made.pk)


def _asked_for(request: DeskRequest, version: DocumentVersion) -> dict[str, str]:
    """The words that the address names; from two offsets alone, what stands between them."""
    given = {name: request.GET.get(name, "")[:LONGEST] for name in ("start", "end", "words")}
    start, end = given["start"], given["end"]
    if not given["words"] and start.isdecimal() and end.isdecimal():
        given["words"] = version.text[int(start) : int(end)][:LONGEST]
    return given


@transaction.atomic
def _made(request: DeskRequest, shelf: Shelf, version: DocumentVersion, form: NewEventForm | NewPositionForm) -> Item:
    given = form.cleaned_data
    place = place_of(version, start=given["start"], end=given["end"], words=given["words"])
    because = acts.reason_given(given["because"])
    values, new = form.typed(), form.new_actor()
    if new:
        make_actor(new, by=request.user)
    if shelf is EVENTS:
        return arrangement.create(version, *place, values, by=request.user, because=because)
    return arrangement.create_position(version, *place, values, by=request.user, because=because)


def _shown(
    request: DeskRequest, shelf: Shelf, version: DocumentVersion, form: forms.Form, *, status: int = 200
) -> HttpResponse:
    shown: dict[str, Any] = {
        "version": version,
        "form": form,
        "lines": _lines(version.text),
        "is_pair": True,  # article and form side by side
        "names": list(Actor.objects.values_list("slug", "name")),
    }
    return screen_with(request, shelf, _SCREEN, status=status, **shown)


def _lines(text: str) -> list[tuple[int, str]]:
    """(where it starts, its words) of each paragraph."""
    lines: list[tuple[int, str]] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((start, line))
        start += len(line) + 1
    return lines
