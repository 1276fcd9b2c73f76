"""Questions to the record, worded as English; `visible_to` is the public side's only door."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from tradewatch.vocabulary import ReviewState

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from tradewatch.records.models import Actor, Event, Issue, Position  # noqa: F401 - named in quotes below

ON_THE_TIMELINE = (ReviewState.UNCHECKED, ReviewState.DOUBTED, ReviewState.ACCEPTED)


def states_visible_to(user: User | AnonymousUser) -> tuple[str, ...]:
    """The review states of what a person may read; empty where reading needs a login that is missing."""
    if user.is_authenticated:
        return ON_THE_TIMELINE
    if not settings.TRADEWATCH_PUBLIC:
        return ()
    return ON_THE_TIMELINE if settings.TRADEWATCH_SHOW_UNCHECKED else (ReviewState.ACCEPTED,)


def _overlaps(start: date | None, end: date | None) -> Q:
    """Rows whose known days reach into the window; an open end reaches for ever, a row without a day does not."""
    window = Q(earliest__isnull=False) | Q(latest__isnull=False)
    if start:
        window &= Q(latest__gte=start) | Q(latest__isnull=True)
    if end:
        window &= Q(earliest__lte=end) | Q(earliest__isnull=True)
    return window


class EventQuerySet(models.QuerySet["Event"]):
    def visible_to(self, user: User | AnonymousUser) -> Self:
        """What a person may see on the timeline: nothing rejected, withdrawn or merged."""
        # Nearly all events are in a state that is shown: said as what is not, since databases would otherwise take
        # the index of states for the best way to any of them.
        return self.exclude(review_state__in=set(ReviewState) - set(states_visible_to(user)))

    def involving(self, actor: Actor) -> Self:
        return self.filter(actors=actor)

    def on_issue(self, issue: Issue) -> Self:
        return self.filter(issues=issue)

    def between(self, start: date | None, end: date | None) -> Self:
        """Events whose date overlaps the window; those without any date are left out."""
        return self.filter(_overlaps(start, end)) if start or end else self

    def without_a_date(self) -> Self:
        return self.filter(undated=True)

    def waiting(self) -> Self:
        """What an editor has to look at: unchecked or doubted, or decided with something new to see."""
        return self.filter(
            Q(review_state__in=[ReviewState.UNCHECKED, ReviewState.DOUBTED])
            | (Q(review_state=ReviewState.ACCEPTED) & ~Q(queue_reasons=[]))
        )


class PositionQuerySet(models.QuerySet["Position"]):
    def visible_to(self, user: User | AnonymousUser) -> Self:
        return self.filter(review_state__in=states_visible_to(user))

    def between(self, start: date | None, end: date | None) -> Self:
        return self.filter(_overlaps(start, end)) if start or end else self

    def waiting(self) -> Self:
        return self.filter(
            Q(review_state__in=[ReviewState.UNCHECKED, ReviewState.DOUBTED])
            | (Q(review_state=ReviewState.ACCEPTED) & ~Q(queue_reasons=[]))
        )
