"""Applies the fold: gathers an event's accounts and decisions from the tables and keeps its row equal to the result."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Prefetch

from tradewatch.records.accounts import LAST_DAY_OF_THE_DISPUTE, Act, Folded
from tradewatch.records.fold import fold_event
from tradewatch.records.gathering import accounts_of
from tradewatch.records.likenesses import GONE, likened_to, likenesses_of
from tradewatch.records.linking import links_of, links_read, pointing_at
from tradewatch.records.models import Decision, Event, EventLink, Measure, Mention, Passage
from tradewatch.records.rows import Names, differences, values_of, write_event
from tradewatch.records.search import index_events
from tradewatch.records.standing import decisions_about, home_of, survivor_of
from tradewatch.vocabulary import Action, Direction, Kind, ReviewState, Side, Status, Verb

_BATCH = 400  # SQLite takes 999 variables in a statement
# What an event's row has besides; by number, as their own order would ask for the events' too.
_LISTS = (
    "actors",
    "issues",
    Prefetch("measures", queryset=Measure.objects.order_by("pk")),
    Prefetch("links", queryset=EventLink.objects.order_by("pk")),
)


@dataclass(slots=True, kw_only=True)
class Changes:
    """What refolding did, as sets of event numbers.

    `left_as_decided`: the machine reads something else there, or it was rejected; what an editor decided stands.
    """

    new: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    left_as_decided: set[int] = field(default_factory=set)


def new_event() -> Event:
    """A fresh number, with a row that says nothing yet; the fold fills it."""
    return new_events(1)[0]


def new_events(count: int) -> list[Event]:
    """So many fresh numbers, in order, with rows that say nothing yet."""
    nothing = {
        "kind": Kind.TALKS,
        "action": Action.ANNOUNCE,
        "status": Status.EXPECTED,
        "side": Side.OTHER,
        "direction": Direction.NEITHER,
        "listed_on": LAST_DAY_OF_THE_DISPUTE,
        "undated": True,
    }
    return Event.objects.bulk_create(Event(**nothing) for _ in range(count))


def place_mention(mention: Mention) -> set[int]:
    """Put a mention where groupings and decisions have it; the numbers of the events that must be folded again."""
    home = home_of(mention)
    if home == mention.event_id:
        return {home} if home else set()
    left = mention.event_id
    mention.event_id = home
    mention.save(update_fields=["event"])
    return {event for event in (left, home) if event}


@transaction.atomic
def refold(events: Iterable[int]) -> Changes:
    """Fold these events again and write what differs."""
    changes = Changes()
    numbers = _with_those_that_point(events)
    came_or_went: set[int] = set()
    for at in range(0, len(numbers), _BATCH):
        came_or_went |= _write(numbers[at : at + _BATCH], changes)
    # What was like an event is no longer like one that is off the timeline, and is again like one that is back.
    again = sorted(likened_to(came_or_went) | came_or_went) if came_or_went else []
    for at in range(0, len(again), _BATCH):
        _write(again[at : at + _BATCH], changes)
    return changes


def _with_those_that_point(events: Iterable[int]) -> list[int]:
    asked = sorted(set(events))
    pointing = (pointing_at(asked[at : at + _BATCH]) for at in range(0, len(asked), _BATCH))
    return sorted({*asked, *(number for found in pointing for number in found)})


def _write(batch: Sequence[int], changes: Changes) -> set[int]:
    """Fold a batch, write what differs, and tell it; the events that left the timeline, or came back to it."""
    came_or_went: set[int] = set()
    names = Names.known()
    for event, folded in _folded(batch, writing=True):
        if folded.overruled or (folded.review_state == ReviewState.REJECTED and folded.sources):
            changes.left_as_decided.add(event.pk)
        is_new, was_gone = event.version == 0, event.review_state in GONE
        if write_event(event, folded, names):
            (changes.new if is_new else changes.changed).add(event.pk)
        if (event.review_state in GONE) != was_gone:
            came_or_went.add(event.pk)
    # All of them: the words of the evidence may have changed where no field has.
    index_events(batch)
    return came_or_went


def check() -> list[str]:
    """Fold every event in memory; a line for each field in which its row differs. Empty: the record is true."""
    found: list[str] = []
    numbers = list(Event.objects.order_by("pk").values_list("pk", flat=True))
    names = Names.known()
    for at in range(0, len(numbers), _BATCH):
        for event, folded in _folded(numbers[at : at + _BATCH]):
            found += [f"event {event.pk}: {line}" for line in differences(event, folded, names)]
    for mention in Mention.objects.order_by("pk").iterator():
        home = home_of(mention)
        if home != mention.event_id:
            found.append(f"mention {mention.pk}: stands in event {mention.event_id}, belongs to {home}")
    return found


def fold_of(event: Event) -> Folded:
    """What the fold makes of one event now, given as its row stands: the machine's values beside the decided ones."""
    return next(folded for _, folded in _folded([event.pk], rows=[event]))


def folds_of(numbers: Iterable[int]) -> dict[int, Folded]:
    """What the fold makes of each of these events now. The queries grow with the hundreds of them."""
    wanted = sorted(set(numbers))
    return {
        event.pk: folded for at in range(0, len(wanted), _BATCH) for event, folded in _folded(wanted[at : at + _BATCH])
    }


def fold_together(survivor: Event, loser: Event) -> Folded:
    """What a merger of the two would make of the survivor, without making it: its decisions over both's accounts."""
    pair = [survivor.pk, loser.pk]
    decisions = decisions_about(pair)
    accounts, _ = accounts_of(pair)
    both = sorted(accounts[survivor.pk] + accounts[loser.pk], key=lambda account: account.mention)
    folded = fold_event(both, _acts_on(survivor.pk, decisions[survivor.pk]), last_said=values_of(survivor))
    folded.values["merged_into"] = None
    read = [link for links in links_read(pair).values() for link in links if link["to"] not in pair]
    folded.values["links"] = links_of(read, decisions[survivor.pk], survivor.pk)
    return folded


def _folded(
    numbers: Sequence[int], *, writing: bool = False, rows: Sequence[Event] | None = None
) -> Iterable[tuple[Event, Folded]]:
    decisions = decisions_about(numbers)
    accounts, evidence = accounts_of(numbers)
    alike, read = likenesses_of(numbers, decisions), links_read(numbers)
    if writing:
        _show(evidence)
    asked = Event.objects.filter(pk__in=numbers).prefetch_related(*_LISTS)
    for event in asked.order_by("pk") if rows is None else rows:
        acts = _acts_on(event.pk, decisions[event.pk])
        merged = survivor_of(event.pk) if _was_merged(event.pk, decisions[event.pk]) else event.pk
        last_said = values_of(event) if event.version else None
        folded = fold_event(
            accounts[event.pk], acts, merged=merged != event.pk, last_said=last_said, alike=alike[event.pk]
        )
        folded.values["merged_into"] = merged if merged != event.pk else None
        folded.values["links"] = links_of(read[event.pk], decisions[event.pk], event.pk)
        yield event, folded


def _was_merged(number: int, decisions: Sequence[Decision]) -> bool:
    return any(decision.verb == Verb.MERGE and decision.other_id == number for decision in decisions)


def _acts_on(number: int, decisions: Sequence[Decision]) -> list[Act]:
    own = [decision for decision in decisions if decision.event_id == number or decision.verb == Verb.SPLIT]
    return [act for act in (_act(decision, number) for decision in own) if act]


def _act(decision: Decision, number: int) -> Act | None:
    """The decision as the fold takes it; None where it says nothing about this event's fields."""
    if decision.verb == Verb.SPLIT and decision.event_id == number:
        return None
    details = decision.details
    return Act(
        verb=decision.verb,
        field=decision.field,
        after=decision.after,
        because=decision.because,
        fields=details.get("fields", {}),
        machine=details.get("machine", {}),
    )


def _show(mentions: Iterable[tuple[Mention, set[int]]]) -> None:
    """Keep `Passage.shown` equal to what stands."""
    for mention, standing in mentions:
        for passage in mention.passages.all():
            if passage.shown != (passage.pk in standing):
                Passage.objects.filter(pk=passage.pk).update(shown=passage.pk in standing)
