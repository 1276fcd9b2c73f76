"""Events that may be the same as one: what a merger is chosen from, each with what they share in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet

from tradewatch.records.models import Event
from tradewatch.records.querysets import ON_THE_TIMELINE
from tradewatch.records.search import search
from tradewatch.review.wording import figure_in_words, said

_DAYS = timedelta(days=3)
_LOOKED_AT = 200
SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookalike:
    """Another event, what it shares with this one, and in what it differs."""

    event: Event
    shared: Sequence[str]
    differs: Sequence[str]


def near(event: Event) -> list[Lookalike]:
    """Events of about the same day, those that share most first. Three queries."""
    around = _others(event).filter(
        Q(listed_on__range=(event.listed_on - _DAYS, event.listed_on + _DAYS)) | Q(undated=True, kind=event.kind)
    )
    alike = [likeness(event, other) for other in around.order_by("-sources", "pk")[:_LOOKED_AT]]
    return sorted(alike, key=lambda one: (-len(one.shared), one.event.pk))[:SHOWN]


def likely(event: Event) -> list[Lookalike]:
    """The events that it may be one with, as the reasons for its review have it. Three queries, or none."""
    wanted = [int(reason["of"]) for reason in event.queue_reasons if reason.get("of", "").isdecimal()]
    if not wanted:
        return []
    return [likeness(event, other) for other in _others(event).filter(pk__in=wanted).order_by("pk")]


def found_by(event: Event, words: str) -> list[Lookalike]:
    """Events whose words hold what was typed. Three queries."""
    return [likeness(event, other) for other in search(_others(event), words).order_by("listed_on", "pk")[:SHOWN]]


def likeness(one: Event, other: Event) -> Lookalike:
    """What the two share and in what they differ, in words."""
    pairs = list(_compared(one, other))
    return Lookalike(
        event=other,
        shared=[name for name, same in pairs if same],
        differs=[name for name, same in pairs if not same],
    )


def _others(event: Event) -> QuerySet[Event]:
    standing = Event.objects.filter(review_state__in=ON_THE_TIMELINE).exclude(pk=event.pk)
    return standing.prefetch_related("measures", "actors")


def _compared(one: Event, other: Event) -> Iterator[tuple[str, bool]]:
    """(in words, True if the same) of each part that tells two events apart."""
    if one.date and other.date:
        yield "day", one.date == other.date
    for name in ("side", "kind", "action", "status"):
        same = getattr(one, name) == getattr(other, name)
        yield f"{name} ({said(name, getattr(one, name))})" if same else name, same
    mine, theirs = ({figure_in_words(row) for row in _figures(event)} for event in (one, other))
    if mine or theirs:
        both = sorted(mine & theirs)
        yield both[0] if both else "figures", bool(both)


def _figures(event: Event) -> list[dict[str, object]]:
    return [
        {"low": row.low, "high": row.high, "unit": row.unit, "kind": row.kind, "object": ""}
        for row in event.measures.all()
    ]
