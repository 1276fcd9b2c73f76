"""Merging two events: which one keeps its number, which values are chosen, and where the links of the other one go."""

from collections.abc import Collection, Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from tradewatch.records.accounts import EVENT_FIELDS, same
from tradewatch.records.models import Decision, Event, EventLink
from tradewatch.records.rows import values_of
from tradewatch.review import acts, arrangement, policies
from tradewatch.review.holding import Conflict, both_locked
from tradewatch.vocabulary import LinkType, ReviewState

WHY_CHOSEN = "Chosen when the two events were merged."


def survivor_and_loser(one: Event, other: Event) -> tuple[Event, Event]:
    """The event that keeps its number first: one that an editor accepted before one that nobody did, else the older."""
    first, second = sorted((one, other), key=lambda event: (event.review_state != ReviewState.ACCEPTED, event.pk))
    return first, second


@transaction.atomic
def merge_with_choices(
    loser: Event,
    *,
    into: Event,
    chosen: Mapping[str, Any],
    versions: Collection[int],
    by: User,
    because: str = "",
) -> Decision:
    """Merge, carry the loser's links over, and correct what the merger alone would not make `chosen` ({field: value}).

    All of it in one batch, undone together. Raises Conflict where one of the two is not at one of `versions` any more.
    """
    loser, into = both_locked(loser, into)
    policies.check_can_merge(loser, into=into, by=by)
    for event, version in zip((loser, into), versions, strict=True):
        if event.version != version:
            raise Conflict(event)
    batch = acts.next_batch()
    merger = arrangement.merge(loser, into=into, by=by, because=acts.reason_given(because), batch=batch)
    _carry_links(loser, into, by=by, batch=batch)
    made = values_of(Event.objects.get(pk=into.pk))
    for field in EVENT_FIELDS:
        if field in chosen and not same(chosen[field], made[field]):
            acts.correct(into, field, chosen[field], by=by, because=because or WHY_CHOSEN, batch=batch)
    return merger


def _carry_links(loser: Event, into: Event, *, by: User, batch: int) -> None:
    """What the loser was linked to, and what was linked to it, is linked with the survivor."""
    for found in EventLink.objects.filter(source=loser).select_related("target").order_by("pk"):
        _link(into, found.target, found, by=by, batch=batch)
    for found in EventLink.objects.filter(target=loser).select_related("source").order_by("pk"):
        _link(found.source, into, found, by=by, batch=batch)


def _link(source: Event, target: Event, like: EventLink, *, by: User, batch: int) -> None:
    standing = EventLink.objects.filter(source=source, target=target, type=like.type).exists()
    if source.pk == target.pk or standing or ReviewState.REJECTED in (source.review_state, target.review_state):
        return
    if ReviewState.MERGED in (source.review_state, target.review_state):
        return
    arrangement.link(source, target, LinkType(like.type), by=by, quote=like.quote, batch=batch)
