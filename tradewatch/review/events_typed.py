"""Another event as an editor names it: its number, or the address of its page."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from tradewatch.records.models import Event

# "412", "#412", "/events/412/", "https://trade.example.org/review/events/412/?side=us"
_NUMBER = re.compile(r"#?(\d{1,9})|\S*/events/(\d{1,9})/?(?:[?#]\S*)?")


class EventTyped(forms.CharField):
    """Gives the event; one that was merged stands for what it has become."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=300, **kwargs)
        self.widget.attrs.setdefault("inputmode", "numeric")

    def clean(self, value: Any) -> Event | None:
        text = str(super().clean(value) or "")
        return event_meant(text) if text else None


def event_meant(text: str) -> Event:
    """The event that a number or an address names. Raises ValidationError."""
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        raise ValidationError(f"“{text}” is neither the number nor the address of an event.")
    number = int(found[1] or found[2])
    event = Event.objects.filter(pk=number).first()
    seen: set[int] = set()
    while event and event.merged_into_id and event.pk not in seen:
        seen.add(event.pk)
        event = event.merged_into
    if event is None:
        raise ValidationError(f"There is no event {number}.")
    return event
