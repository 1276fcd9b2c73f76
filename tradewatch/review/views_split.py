"""Taking accounts out of an event: into an event of their own, or to another event."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from tradewatch.records.models import Event, Mention
from tradewatch.review import acts, arrangement, policies
from tradewatch.review.accounts_told import accounts_told
from tradewatch.review.answers import go_to, screen_with
from tradewatch.review.doors import DeskRequest, editors_only
from tradewatch.review.events_typed import EventTyped
from tradewatch.review.holding import Conflict, locked
from tradewatch.review.shelves import EVENTS

_SCREEN = "review/split.html"
OWN, ANOTHER = "own", "another"
CHANGED_MEANWHILE = "Somebody else changed the event while you looked at it. This is how it stands now."


class SplitForm(forms.Form):
    """Which accounts leave, where they go, and why."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    where = forms.ChoiceField(choices=[(OWN, "to an event of their own"), (ANOTHER, "to another event")])
    to = EventTyped(required=False)
    because = forms.CharField(required=False, max_length=acts.LONGEST_REASON)

    def clean(self) -> dict[str, Any]:
        """Another event must be named where the accounts go to one."""
        if self.cleaned_data.get("where") == ANOTHER and not self.cleaned_data.get("to") and "to" not in self.errors:
            self.add_error("to", "Say which event they go to.")
        return self.cleaned_data


@require_http_methods(["GET", "HEAD", "POST"])
@editors_only
def split(request: DeskRequest, number: int) -> HttpResponse:
    """The accounts to choose from; then the event that the chosen ones went to."""
    event = get_object_or_404(EVENTS.everything(), pk=number)
    if request.method != "POST":
        form = SplitForm(initial={"version": event.version, "where": OWN})
        return _shown(request, event, form, refusal=_refusal_for(event, request))
    form = SplitForm(request.POST)
    if not form.is_valid():
        return _shown(request, event, form, status=422)
    try:
        opened = _taken_out(request, event, form)
    except Conflict:
        now = EVENTS.everything().get(pk=number)
        return _shown(request, now, form, status=409, refusal=CHANGED_MEANWHILE)
    except (policies.NotAllowed, acts.BadValue) as refusal:
        return _shown(request, event, form, status=409, refusal=str(refusal))
    return go_to(request, EVENTS, opened.pk)


@transaction.atomic
def _taken_out(request: DeskRequest, event: Event, form: SplitForm) -> Event:
    """The event that the chosen accounts went to. Raises Conflict where the event is not as the screen showed it."""
    event = locked(event, version=form.cleaned_data["version"])
    chosen = _chosen(request, event)
    to, because = form.cleaned_data["to"], acts.reason_given(form.cleaned_data["because"])
    if form.cleaned_data["where"] == OWN:
        return arrangement.split(event, chosen, by=request.user, because=because)
    if not chosen:
        raise policies.NotAllowed("Choose at least one account of this event.")
    batch = acts.next_batch() if len(chosen) > 1 else None
    for mention in chosen:
        arrangement.move(mention, to=to, by=request.user, because=because, batch=batch)
    return Event.objects.get(pk=to.pk)


def _chosen(request: DeskRequest, event: Event) -> Sequence[Mention]:
    numbers = [int(text) for text in request.POST.getlist("account") if text.isdecimal()]
    return list(event.mentions.select_related("event").filter(pk__in=numbers).order_by("pk"))


def _refusal_for(event: Event, request: DeskRequest) -> str:
    """Why nothing can be taken out of it; "" where something can."""
    try:
        policies.check_can_give_away(event, by=request.user)
    except policies.NotAllowed as refusal:
        return str(refusal)
    return ""


def _shown(
    request: DeskRequest, event: Event, form: SplitForm, *, status: int = 200, refusal: str = ""
) -> HttpResponse:
    accounts = accounts_told(event)
    ticked = [int(text) for text in request.POST.getlist("account") if text.isdecimal()]
    shown = {"event": event, "form": form, "accounts": accounts, "ticked": ticked, "refusal": refusal}
    return screen_with(request, EVENTS, _SCREEN, here=event.pk, status=status, **shown)
