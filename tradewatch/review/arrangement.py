"""Acts upon which words belong to which event, and how events stand to each other."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from tradewatch.records.accounts import EVENT_FIELDS, LAST_DAY_OF_THE_DISPUTE, POSITION_FIELDS
from tradewatch.records.decisions import decide
from tradewatch.records.folding import new_event, refold
from tradewatch.records.folding_positions import refold_positions
from tradewatch.records.models import Decision, DocumentVersion, Event, Mention, Passage, Position, Reading
from tradewatch.records.rows import values_of
from tradewatch.review import policies
from tradewatch.review.holding import both_locked, locked
from tradewatch.review.policies import NotAllowed
from tradewatch.review.values import BadValue, checked
from tradewatch.vocabulary import LinkType, Verb

_NEEDED = ("kind", "action", "status", "side")


@transaction.atomic
def merge(loser: Event, *, into: Event, by: User, because: str = "", batch: int | None = None) -> Decision:
    """Two events are one: `loser`'s mentions go to `into`, and its address leads there."""
    loser, into = both_locked(loser, into)
    policies.check_can_merge(loser, into=into, by=by)
    mentions = list(loser.mentions.all())
    return decide(Verb.MERGE, event=into, other=loser, mentions=mentions, by=by, because=because, batch=batch)


@transaction.atomic
def split(event: Event, mentions: Sequence[Mention], *, by: User, because: str = "") -> Event:
    """Some mentions make an event of their own; the new event, with a number of its own."""
    event = locked(event)
    policies.check_can_split(event, by=by)
    own = set(event.mentions.values_list("pk", flat=True))
    chosen = {mention.pk for mention in mentions}
    if not chosen or not chosen <= own:
        raise NotAllowed("Choose at least one account of this event.")
    if chosen == own:
        raise NotAllowed("Leave at least one account with the event: no words would report it otherwise.")
    fields, fresh = _said_where_nothing_reads(event, mentions), new_event()
    details = {"fields": fields} if fields else {}
    decide(Verb.SPLIT, event=event, other=fresh, mentions=mentions, by=by, because=because, details=details)
    fresh.refresh_from_db()
    return fresh


def _said_where_nothing_reads(event: Event, mentions: Sequence[Mention]) -> dict[str, Any]:
    """What accounts without any reading say: the fields that an editor made them with, else those of the event that
    they leave. Empty where one of them is read."""
    if Reading.objects.filter(mention__in=mentions, ended=False).exists():
        return {}
    made = Decision.objects.filter(verb=Verb.CREATE, mentions__in=mentions).order_by("pk").first()
    return dict(made.details["fields"]) if made else values_of(event)


@transaction.atomic
def move(mention: Mention, *, to: Event, by: User, because: str = "", batch: int | None = None) -> Decision:
    """A mention belongs to another event."""
    mention.refresh_from_db()
    if mention.event is None or mention.event_id == to.pk:
        raise NotAllowed("The account belongs to that event already.")
    left, to = both_locked(mention.event, to)
    policies.check_can_give_away(left, by=by)
    policies.check_can_receive(to, by=by)
    return decide(Verb.MOVE, event=left, other=to, mentions=[mention], by=by, because=because, batch=batch)


@transaction.atomic
def create(
    version: DocumentVersion, start: int, end: int, values: dict[str, Any], *, by: User, because: str = ""
) -> Event:
    """A new event from the words `start` to `end` of a document; kind, action, status and side must be given."""
    policies.check_can_decide(by)
    for name in _NEEDED:
        if not values.get(name):
            raise BadValue(name, f"A new event needs its {name}.")
    fields = {name: checked(name, values[name]) for name in EVENT_FIELDS if name in values}
    quote = _quote(version, start, end)
    event = new_event()
    last = Mention.objects.filter(first_version=version, trigger=start).order_by("-ordinal").first()
    mention = Mention.objects.create(
        document=version.document, first_version=version, trigger=start, ordinal=last.ordinal + 1 if last else 0
    )
    decision = decide(Verb.CREATE, event=event, mentions=[mention], by=by, because=because, details={"fields": fields})
    Passage.objects.create(
        mention=mention, version=version, start=start, end=end, quote=quote, trigger=start, decision=decision
    )
    refold([event.pk])
    event.refresh_from_db()
    return event


@transaction.atomic
def create_position(
    version: DocumentVersion, start: int, end: int, values: dict[str, Any], *, by: User, because: str = ""
) -> Position:
    """A new position from the words `start` to `end` of a document; side and stance must be given."""
    policies.check_can_decide(by)
    for name in ("side", "stance"):
        if not values.get(name):
            raise BadValue(name, f"A new position needs its {name}.")
    quote = _quote(version, start, end)
    given = {"speaker": "", "issue": "", "date": "", **values, "quote": quote}
    fields = {name: checked(name, given[name]) for name in POSITION_FIELDS if given[name] or name != "issue"}
    last = Position.objects.filter(first_version=version, start=start).order_by("-ordinal").first()
    position = Position.objects.create(
        document=version.document,
        first_version=version,
        start=start,
        ordinal=last.ordinal + 1 if last else 0,
        side=fields["side"],
        stance=fields["stance"],
        quote=quote,
        listed_on=LAST_DAY_OF_THE_DISPUTE,
    )
    decision = decide(Verb.CREATE, position=position, by=by, because=because, details={"fields": fields})
    Passage.objects.create(position=position, version=version, start=start, end=end, quote=quote, decision=decision)
    refold_positions([position.pk])
    position.refresh_from_db()
    return position


@transaction.atomic
def add_passage(
    mention: Mention,
    version: DocumentVersion,
    start: int,
    end: int,
    *,
    by: User,
    because: str = "",
    batch: int | None = None,
) -> Decision:
    """More words of the article report the event."""
    event = _event_of(mention)
    policies.check_can_correct(event, by=by)
    quote = _quote(version, start, end)
    place = {"version": version.pk, "start": start, "end": end, "quote": quote}
    decision = decide(
        Verb.ADD_PASSAGE, event=event, mentions=[mention], by=by, because=because, after=place, batch=batch
    )
    Passage.objects.create(mention=mention, version=version, start=start, end=end, quote=quote, decision=decision)
    refold([event.pk])
    return decision


@transaction.atomic
def remove_passage(passage: Passage, *, by: User, because: str = "", batch: int | None = None) -> Decision:
    """These words do not report the event; they stay in the table and are shown no more."""
    if passage.mention is None:
        raise NotAllowed("The words of a position are corrected with the position.")
    event = _event_of(passage.mention)
    policies.check_can_correct(event, by=by)
    return decide(
        Verb.REMOVE_PASSAGE,
        event=event,
        mentions=[passage.mention],
        by=by,
        because=because,
        before={"quote": passage.quote},
        details={"passage": passage.pk},
        batch=batch,
    )


@transaction.atomic
def link(
    source: Event,
    target: Event,
    how: LinkType,
    *,
    by: User,
    quote: str = "",
    because: str = "",
    batch: int | None = None,
) -> Decision:
    """A later event stands to an earlier one in a stated way; without a quote it is the editor's inference."""
    source, target = both_locked(source, target)
    policies.check_can_link(source, target, by=by)
    if source.links.filter(target=target, type=how, quote=quote).exists():
        raise NotAllowed("This link stands already.")
    details = {"type": how.value, "quote": quote}
    return decide(Verb.LINK, event=source, other=target, by=by, because=because, details=details, batch=batch)


@transaction.atomic
def unlink(
    source: Event, target: Event, how: LinkType, *, by: User, because: str = "", batch: int | None = None
) -> Decision:
    """It does not."""
    source, target = both_locked(source, target)
    policies.check_can_correct(source, by=by)
    if not source.links.filter(target=target, type=how).exists():
        raise NotAllowed("There is no such link any more.")
    details = {"type": how.value}
    return decide(Verb.UNLINK, event=source, other=target, by=by, because=because, details=details, batch=batch)


@transaction.atomic
def not_duplicate(one: Event, other: Event, *, by: User, because: str = "") -> Decision:
    """Two events that look alike are two."""
    one, other = both_locked(one, other)
    policies.check_can_tell_apart(one, other, by=by)
    return decide(Verb.NOT_DUPLICATE, event=one, other=other, by=by, because=because)


def _event_of(mention: Mention) -> Event:
    """The event that the account belongs to now, held."""
    mention.refresh_from_db()
    if mention.event is None:
        raise NotAllowed("The account belongs to no event.")
    return locked(mention.event)


def _quote(version: DocumentVersion, start: int, end: int) -> str:
    if not 0 <= start < end <= len(version.text):
        raise BadValue("passage", f"The text has {len(version.text)} characters; {start} to {end} is no passage of it.")
    return version.text[start:end]
