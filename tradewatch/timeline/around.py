"""What stands around one event: what it answers and what answered it, who spoke about it, and people's notes."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Prefetch, Q

from tradewatch import edtf
from tradewatch.records.models import Annotation, Decision, Event, EventLink, Passage, Position
from tradewatch.records.querysets import PositionQuerySet, states_visible_to
from tradewatch.vocabulary import LinkType, Verb

_DAYS_AROUND = timedelta(days=14)
_SHOWN = 8
_PASSAGES = Prefetch(
    "passages",
    queryset=Passage.objects.select_related("version")
    .defer("version__text")
    .order_by("-shown", "-version_id", "start"),
)
_SEEN_FROM_THE_EARLIER = {
    LinkType.RESPONDS_TO: "answered by",
    LinkType.IMPLEMENTS: "carried out by",
    LinkType.SUSPENDS: "suspended by",
    LinkType.EXTENDS: "extended by",
    LinkType.WITHDRAWS: "withdrawn by",
    LinkType.REPLACES: "replaced by",
    LinkType.FOLLOWS: "followed by",
    LinkType.BREACHES: "broken by",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """A step of the chain: the event, and how it stands to the one above it (the first one has no words)."""

    event: Event
    words: str = ""
    lag: str = ""
    quote: str = ""
    inferred: bool = False
    is_here: bool = False


def chain_of(event: Event, reader: User | AnonymousUser) -> list[Hop]:
    """Earlier events that this one points to, itself, then later ones that point to it; or []. One query."""
    shown = states_visible_to(reader)
    links = list(EventLink.objects.filter(Q(source=event) | Q(target=event)).select_related("source", "target"))
    earlier = [link for link in links if link.source_id == event.pk and link.target.review_state in shown]
    later = [link for link in links if link.target_id == event.pk and link.source.review_state in shown]
    if not earlier and not later:
        return []
    earlier.sort(key=lambda link: (link.target.listed_on, link.target.pk))
    later.sort(key=lambda link: (link.source.listed_on, link.source.pk))
    hops: list[Hop] = []
    words: EventLink | None = None
    for link in earlier:
        hops.append(Hop(event=link.target) if words is None else _hop(words, link.target))
        words = link
    here = Hop(event=event, is_here=True) if words is None else _hop(words, event, is_here=True)
    return [*hops, here, *(_hop(link, link.source) for link in later)]


def _hop(link: EventLink, event: Event, *, is_here: bool = False) -> Hop:
    return Hop(
        event=event,
        words=_SEEN_FROM_THE_EARLIER[LinkType(link.type)],
        lag=_lag(link.target.date, link.source.date),
        quote=link.quote,
        inferred=link.inferred,
        is_here=is_here,
    )


def _lag(earlier: str, later: str) -> str:
    days = edtf.days_between(earlier, later)
    if days is None or days < 0:
        return ""
    return "the same day" if days == 0 else f"{days} day{'' if days == 1 else 's'} later"


def positions_around(event: Event, reader: User | AnonymousUser) -> list[Position]:
    """What was said on the event's issues, or by its actors, within 14 days of it; the first eight. Two queries."""
    days = [day for day in (event.earliest, event.latest) if day]
    if not days:
        return []
    found = in_full(
        Position.objects.visible_to(reader)
        .between(min(days) - _DAYS_AROUND, max(days) + _DAYS_AROUND)
        .filter(Q(issue__in=list(event.issues.all())) | Q(speaker__in=list(event.actors.all())))
        .order_by("earliest", "pk")
    )
    return list(found[:_SHOWN])


def in_full(positions: PositionQuerySet) -> PositionQuerySet:
    """The positions with what their rows show: speaker, issue, publisher, and where the words stand. Two queries."""
    return positions.select_related("speaker", "issue", "document__publisher").prefetch_related(_PASSAGES)


@dataclass(slots=True, kw_only=True)
class Thread:
    """A note, who left it and when, and what was answered."""

    note: Annotation
    who: str
    at: datetime | None
    replies: list["Thread"] = field(default_factory=list)


def threads_of(event: Event) -> list[Thread]:
    """The notes on an event, withdrawn ones left out, answers under what they answer. Two queries."""
    made = Prefetch("decisions", queryset=Decision.objects.filter(verb=Verb.ANNOTATE).select_related("by"))
    threads = {note.pk: _thread(note) for note in event.annotations.filter(withdrawn=False).prefetch_related(made)}
    for thread in threads.values():
        parent = thread.note.parent_id
        if parent in threads:
            threads[parent].replies.append(thread)
    return [thread for thread in threads.values() if thread.note.parent_id not in threads]


def _thread(note: Annotation) -> Thread:
    made = next(iter(note.decisions.all()), None)
    by = made.by.get_username() if made and made.by else "Somebody"
    return Thread(note=note, who=by, at=made.at if made else None)
