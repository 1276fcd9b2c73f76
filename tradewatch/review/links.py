"""How an event stands to another one: links made, changed in place and taken off, with words or as an inference."""

import re

from django import forms
from django.contrib.auth.models import User
from django.db import transaction

from tradewatch.records.models import Decision, DocumentVersion, Event, EventLink
from tradewatch.review import acts, arrangement
from tradewatch.review.events_typed import EventTyped
from tradewatch.review.policies import NotAllowed
from tradewatch.review.values import LONGEST, BadValue
from tradewatch.vocabulary import LinkType


class LinkForm(forms.Form):
    """A link as an editor types it: how, to which event, and in which words; without words it is an inference."""

    type = forms.ChoiceField(choices=LinkType.choices())
    to = EventTyped(error_messages={"required": "Say which event it is linked to."})
    quote = forms.CharField(required=False, max_length=LONGEST["quote"])


@transaction.atomic
def make_link(
    source: Event,
    target: Event,
    how: LinkType,
    *,
    by: User,
    quote: str = "",
    because: str = "",
    batch: int | None = None,
) -> Decision:
    """Link the two. Raises BadValue where the quote stands in no article that reports one of them."""
    quote = " ".join(quote.split())
    if quote and not _stands(quote, source, target):
        raise BadValue("quote", f"“{quote}” stands in no article that reports either event.")
    return arrangement.link(source, target, how, by=by, quote=quote, because=acts.reason_given(because), batch=batch)


@transaction.atomic
def change_link(
    link: EventLink, target: Event, how: LinkType, *, by: User, quote: str = "", because: str = ""
) -> Decision:
    """The link otherwise: taken off and made anew, undone together."""
    source, old = link.source, (link.target_id, link.type, link.quote)
    if old == (target.pk, how.value, " ".join(quote.split())):
        raise NotAllowed("Nothing differs from the link that stands.")
    batch = acts.next_batch()
    arrangement.unlink(source, link.target, LinkType(link.type), by=by, because=because, batch=batch)
    return make_link(source, target, how, by=by, quote=quote, because=because, batch=batch)


def _stands(quote: str, *events: Event) -> bool:
    words = re.compile(r"\s+".join(re.escape(word) for word in quote.split()))
    texts = (
        DocumentVersion.objects.filter(document__mentions__event__in=events).distinct().values_list("text", flat=True)
    )
    return any(words.search(text) for text in texts)
