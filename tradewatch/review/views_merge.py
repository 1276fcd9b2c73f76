"""Merging two events at the desk: choosing the other one, the preview, the merger; and telling two apart."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from tradewatch.records.models import Event
from tradewatch.review import acts, arrangement, policies
from tradewatch.review.answers import go_to, next_after, screen_with
from tradewatch.review.doors import DeskRequest, editors_only
from tradewatch.review.events_typed import EventTyped, event_meant
from tradewatch.review.lookalikes import found_by, near
from tradewatch.review.mergers import merge_with_choices, survivor_and_loser
from tradewatch.review.preview import chosen_values, preview_of
from tradewatch.review.shelves import EVENTS
from tradewatch.review.small_acts import answered
from tradewatch.review.unsaved import open_item_of

_CHOOSING, _PREVIEW = "review/merge_choice.html", "review/merge.html"
CHANGED_MEANWHILE = "Somebody else changed one of the two while you looked at them. This is how they stand now."


class MergerForm(forms.Form):
    """Which event goes into which, at the versions that the preview showed, and why."""

    loser = EventTyped()
    stays = EventTyped()
    loser_version = forms.IntegerField()
    stays_version = forms.IntegerField()
    because = forms.CharField(required=False, max_length=acts.LONGEST_REASON)


@require_http_methods(["GET", "HEAD", "POST"])
@editors_only
def merge(request: DeskRequest, number: int) -> HttpResponse:
    """Choose the other event, see what a merger makes, merge."""
    event = get_object_or_404(EVENTS.everything(), pk=number)
    if request.method == "POST":
        return _merged(request, event)
    typed = request.GET.get("with", "").strip()
    if not typed:
        return _choice(request, event)
    try:
        return _previewed(request, event, event_meant(typed))
    except ValidationError as problem:
        return _choice(request, event, problem=str(problem.message), status=422)


def _choice(request: DeskRequest, event: Event, *, problem: str = "", status: int = 200) -> HttpResponse:
    sought = request.GET.get("seek", "").strip()[:200]
    found = found_by(event, sought) if sought else near(event)
    shown = {"event": event, "found": found, "sought": sought, "problem": problem}
    return screen_with(request, EVENTS, _CHOOSING, here=event.pk, status=status, **shown)


def _previewed(
    request: DeskRequest, event: Event, other: Event, *, refusal: str = "", status: int = 200, because: str = ""
) -> HttpResponse:
    """The two side by side; which one stays is asked for in the address, else taken by the rule."""
    stays, loser = survivor_and_loser(event, other)
    if request.GET.get("stays") == str(loser.pk):
        stays, loser = loser, stays
    try:
        policies.check_can_merge(loser, into=stays, by=request.user)
    except policies.NotAllowed as wrong:
        return _choice(request, event, problem=refusal or str(wrong), status=409)
    shown = {"event": event, "other": other, "preview": preview_of(loser, stays), "refusal": refusal}
    return screen_with(request, EVENTS, _PREVIEW, here=event.pk, status=status, because=because, **shown)


def _merged(request: DeskRequest, event: Event) -> HttpResponse:
    form = MergerForm(request.POST)
    if not form.is_valid():
        said = " ".join(str(error) for errors in form.errors.values() for error in errors)
        return _choice(request, event, problem=said, status=422)
    loser, stays, because = (form.cleaned_data[name] for name in ("loser", "stays", "because"))
    onward = next_after(request, EVENTS, loser.pk)
    choices = {name.removeprefix("choice-"): str(value) for name, value in request.POST.items()}
    try:
        merge_with_choices(
            loser,
            into=stays,
            chosen=chosen_values(loser, stays, choices),
            versions=(form.cleaned_data["loser_version"], form.cleaned_data["stays_version"]),
            by=request.user,
            because=because,
        )
    except acts.Conflict:
        other = stays if loser.pk == event.pk else loser
        return _previewed(request, event, other, refusal=CHANGED_MEANWHILE, status=409, because=because)
    except (policies.NotAllowed, acts.BadValue) as refusal:
        return _choice(request, event, problem=str(refusal), status=409)
    return go_to(request, EVENTS, onward or stays.pk)


@require_POST
@editors_only
def told_apart(request: DeskRequest, number: int) -> HttpResponseBase:
    """The two are two; back to the one on the desk."""
    event = get_object_or_404(EVENTS.everything(), pk=number)
    try:
        other = event_meant(request.POST.get("other", ""))
    except ValidationError as problem:
        return _choice(request, event, problem=str(problem.message), status=422)
    if open_item_of(request):  # the button stood beside the event's form, not on the screen of a merger
        return answered(request, event, lambda: arrangement.not_duplicate(event, other, by=request.user))
    try:
        because = acts.reason_given(request.POST.get("because", ""))
        arrangement.not_duplicate(event, other, by=request.user, because=because)
    except acts.BadValue as refusal:
        return _choice(request, event, problem=refusal.said, status=422)
    except policies.NotAllowed as refusal:
        return _choice(request, event, problem=str(refusal), status=409)
    return go_to(request, EVENTS, event.pk)
