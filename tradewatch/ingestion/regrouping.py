"""All accounts grouped from nothing: what would change (`rebuild --diff`), and, at the end of a run, the change itself.

While documents are read one by one, each account joins the event that is nearest to it then. A later article may show
that two numbered events are one, or that an account stands nearer to another: `regroup` sets that right, so that the
order of reading leaves no trace. What an editor decided stays where it is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q

from tradewatch.extraction.grouping import Likeness, partition
from tradewatch.extraction.groups import Account
from tradewatch.ingestion.linking import links_that_change, relink
from tradewatch.ingestion.reconciling import latest_tellings
from tradewatch.records.decisions import apply, record
from tradewatch.records.folding import Changes, new_event, place_mention, refold
from tradewatch.records.models import Decision, Event, EventLikeness, Grouping, IngestionRun, Mention, Reading
from tradewatch.records.standing import standing
from tradewatch.vocabulary import Verb

# What an editor says beside an event, and not of what it is.
_ASIDE = (Verb.ANNOTATE, Verb.RESOLVE, Verb.LINK, Verb.UNLINK, Verb.NOT_DUPLICATE, Verb.UNDO)


@dataclass(slots=True, kw_only=True)
class Regrouped:
    """What regrouping did: events folded again, (survivor, merged one) for every two that became one, and
    those whose accounts state other links than before."""

    changes: Changes = field(default_factory=Changes)
    merged: list[tuple[int, int]] = field(default_factory=list)
    linked: set[int] = field(default_factory=set)


def differences() -> list[str]:
    """A line for each event that grouping from nothing would split or join, or link otherwise."""
    groups, _ = partition(_accounts(), _kept_apart())
    return [*_joined(groups), *_split(groups), *links_that_change()]


@transaction.atomic
def regroup(run: IngestionRun) -> Regrouped:
    """Give every account the event that grouping from nothing gives it, and keep the likenesses for the reviewer.

    The lower of two numbers survives, by a decision in the run's name; a group that leaves an event gets a number of
    its own. Numbers are never used again.
    """
    groups, alike = partition(_accounts(), _kept_apart())
    numbers = _numbers(groups)
    done, into = Regrouped(), dict[int, int]()
    for group, number in zip(groups, numbers, strict=True):
        for loser in _losers(group, number, numbers):
            into.setdefault(loser, number)
    done.merged = [(number, loser) for loser, number in into.items()]
    # Together, so that an event is folded once, however many it takes in.
    apply([_merger(loser, number, run) for number, loser in done.merged])
    touched = _moved(groups, numbers, run)
    done.changes = refold(touched | _keep_likenesses(alike, numbers, run))
    # Which event a link means is settled by events as they stand when all accounts have theirs.
    done.linked = relink(run)
    linked = refold(done.linked)
    done.changes.changed |= linked.changed
    return done


def _accounts() -> list[Account]:
    ended = _ended()
    tellings = latest_tellings(Reading.objects.filter(mention__event__isnull=False))
    pinned = _decided()
    mentions = Mention.objects.filter(event__isnull=False).select_related("document")
    return [
        Account(
            key=(mention.document.address, mention.document.place, mention.trigger, mention.ordinal),
            document=mention.document_id,
            telling=tellings[mention.pk],
            mention=mention.pk,
            event=mention.event_id,
            pinned=mention.event_id in pinned,
        )
        for mention in mentions
        if mention.pk in tellings and mention.pk not in ended
    ]


def _ended() -> set[int]:
    """Mentions that the last reading no longer found."""
    last = dict(Reading.objects.filter(mention__isnull=False).order_by("pk").values_list("mention", "ended"))
    return {mention for mention, ended in last.items() if ended}


def _decided() -> set[int]:
    """Events that an editor said something of: their accounts stay with them."""
    by_people = Decision.objects.filter(Q(by__isnull=False) | Q(verb=Verb.UNDO))
    found: set[int] = set()
    for decision in standing(by_people):
        if decision.verb not in _ASIDE:
            found |= {number for number in (decision.event_id, decision.other_id) if number}
    return found


def _kept_apart() -> set[frozenset[int]]:
    """Events that are two: an editor told them apart, or took back that they were made one."""
    asked = list(Decision.objects.filter(verb__in=[Verb.NOT_DUPLICATE, Verb.MERGE, Verb.UNDO]))
    counting = {decision.pk for decision in standing(asked)}
    return {
        frozenset((decision.event_id, decision.other_id))
        for decision in asked
        if decision.event_id and decision.other_id
        if (decision.verb == Verb.NOT_DUPLICATE) == (decision.pk in counting) and decision.verb != Verb.UNDO
    }


def _numbers(groups: Sequence[Sequence[Account]]) -> list[int]:
    """The event number of each group: a pinned one, else the lowest of those that it holds the most accounts of."""
    heirs: dict[int, int] = {}
    shares = _shares(groups)
    for number, by_group in shares.items():
        heirs[number] = max(by_group, key=lambda at: (by_group[at], -at))
    inherits: dict[int, list[int]] = defaultdict(list)
    for number, at in heirs.items():
        inherits[at].append(number)
    numbers = []
    for at, group in enumerate(groups):
        pins = {account.event for account in group if account.pinned and account.event}
        own = pins or inherits[at]
        numbers.append(min(own) if own else new_event().pk)
    return numbers


def _shares(groups: Sequence[Sequence[Account]]) -> dict[int, Counter[int]]:
    """Of each event, how many of its accounts stand in which group; pinned accounts outweigh all others."""
    shares: dict[int, Counter[int]] = defaultdict(Counter)
    for at, group in enumerate(groups):
        for account in group:
            if account.event is not None:
                shares[account.event][at] += 1000 if account.pinned else 1
    return shares


def _losers(group: Sequence[Account], number: int, numbers: Sequence[int]) -> list[int]:
    """Events of the group's accounts that no group goes by any more: they are merged into the group's own."""
    kept = set(numbers)
    return sorted({account.event for account in group if account.event and account.event not in kept} - {number})


def _merger(loser: int, into: int, run: IngestionRun) -> Decision:
    survivor, merged = Event.objects.get(pk=into), Event.objects.get(pk=loser)
    because = "Another article tells of both as one event."
    mentions = list(merged.mentions.all())
    return record(Verb.MERGE, event=survivor, other=merged, mentions=mentions, run=run, because=because)


def _moved(groups: Sequence[Sequence[Account]], numbers: Sequence[int], run: IngestionRun) -> set[int]:
    """Events to fold again after the accounts of each group stand under its number."""
    touched: set[int] = set()
    now = dict(Mention.objects.values_list("pk", "event"))
    for group, number in zip(groups, numbers, strict=True):
        astray = [account.mention for account in group if account.mention and now[account.mention] != number]
        for mention in Mention.objects.filter(pk__in=astray) if astray else ():
            because = "It stands nearer to the other accounts of this event."
            Grouping.objects.create(mention=mention, event_id=number, run=run, because=because)
            touched |= place_mention(mention)
    return touched


def _keep_likenesses(alike: Iterable[Likeness], numbers: Sequence[int], run: IngestionRun) -> set[int]:
    """Keep the likenesses of this grouping instead of the last one's; the events whose likenesses changed."""
    rows: dict[tuple[int, int], Likeness] = {}
    for likeness in alike:
        pair = sorted((numbers[likeness.one], numbers[likeness.other]))
        if pair[0] != pair[1]:
            rows.setdefault((pair[0], pair[1]), likeness)
    before = {(row.one_id, row.other_id): row.because for row in EventLikeness.objects.all()}
    now = {pair: likeness.because for pair, likeness in rows.items()}
    if before == now:
        return set()
    EventLikeness.objects.all().delete()
    EventLikeness.objects.bulk_create(
        EventLikeness(one_id=one, other_id=other, weight=likeness.weight, because=likeness.because, run=run)
        for (one, other), likeness in sorted(rows.items())
    )
    return {number for pair, _ in before.items() ^ now.items() for number in pair}


def _joined(groups: Sequence[Sequence[Account]]) -> list[str]:
    lines = []
    for group in groups:
        events = sorted({account.event for account in group if account.event})
        if len(events) > 1:
            lines.append(f"events {', '.join(map(str, events))} would be one")
    return lines


def _split(groups: Sequence[Sequence[Account]]) -> list[str]:
    parts = Counter(event for group in groups for event in {account.event for account in group if account.event})
    return [f"event {event} would be {count} events" for event, count in sorted(parts.items()) if count > 1]
