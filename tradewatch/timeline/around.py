"""What stands around one event: what it answers and what answered it, who spoke about it, and people's notes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Q

from tradewatch import edtf
from tradewatch.records.models import Annotation, Decision, Event, EventLink, Position
from tradewatch.records.querysets import states_visible_to
from tradewatch.timeline.named import Named
from tradewatch.timeline.spoken import Statement, columns_of, statements_of
from tradewatch.vocabulary import LinkType, Verb

_DAYS_AROUND = timedelta(days=14)
_SHOWN = 8
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


def positions_around(event: Event, named: Named, reader: User | AnonymousUser) -> list[Statement]:
    """What was said on the event's issues, or by its actors, within 14 days of it; the first eight. Two queries."""
    days = [day for day in (event.earliest, event.latest) if day]
    if not days:
        return []
    actors, issues = [slug for slug, _ in named.actors], [slug for slug, _ in named.issues]
    found = (
        Position.objects.visible_to(reader)
        .between(min(days) - _DAYS_AROUND, max(days) + _DAYS_AROUND)
        .filter(Q(issue__slug__in=issues) | Q(speaker__slug__in=actors))
        .order_by("earliest", "pk")
    )
    return statements_of(columns_of(found)[:_SHOWN])


@dataclass(slots=True, kw_only=True)
class Thread:
    """A note, who left it and when, and what was answered."""

    note: Annotation
    who: str
    at: datetime | None
    elsewhere: int | None = None  # the event on which it was left, which has become part of this one
    replies: list["Thread"] = field(default_factory=list)


def threads_of(event: Event, history: Iterable[Decision]) -> list[Thread]:
    """The notes on an event and on those that became part of it, withdrawn ones left out, answers under what they
    answer; who left them is in the event's history, and in those of the others. One query, two where there are such."""
    notes = list(
        Annotation.objects.filter(Q(event=event) | Q(event__merged_into=event), withdrawn=False).order_by("pk")
    )
    elsewhere = [note.pk for note in notes if note.event_id != event.pk]
    others = Decision.objects.filter(annotation__in=elsewhere).select_related("by") if elsewhere else ()
    made = {row.annotation_id: row for row in (*history, *others) if row.verb == Verb.ANNOTATE}
    threads = {note.pk: _thread(note, made.get(note.pk), event) for note in notes}
    for thread in threads.values():
        parent = thread.note.parent_id
        if parent in threads:
            threads[parent].replies.append(thread)
    return [thread for thread in threads.values() if thread.note.parent_id not in threads]


def _thread(note: Annotation, made: Decision | None, event: Event) -> Thread:
    by = made.by.get_username() if made and made.by else "Somebody"
    elsewhere = note.event_id if note.event_id != event.pk else None
    return Thread(note=note, who=by, at=made.at if made else None, elsewhere=elsewhere)
