"""Which mentions belong to one event. Groupings are appended here alone; a mention that has one keeps it."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from django.db.models import Q, QuerySet

from tradewatch import edtf
from tradewatch.extraction.resemblance import reasons, score
from tradewatch.extraction.tellings import VETO, Telling, telling_of
from tradewatch.records.folding import new_events, place_mention
from tradewatch.records.models import Decision, Event, Grouping, IngestionRun, Mention, Reading
from tradewatch.vocabulary import Verb

JOINS = 0.6
_BATCH = 400  # SQLite takes 999 variables in a statement
# How far apart the days of two accounts of one act may be: see `same_date`.
_SLACK = timedelta(days=1)


def reconcile(mentions: Sequence[Mention], run: IngestionRun) -> tuple[set[int], set[int]]:
    """Give every mention its event; (events that must be folded again, events that a new mention joined)."""
    grouped = set(Grouping.objects.filter(mention__in=mentions).values_list("mention", flat=True))
    decided = set(
        Mention.objects.filter(pk__in=[one.pk for one in mentions], decisions__isnull=False).values_list(
            "pk", flat=True
        )
    )
    settled = grouped | decided
    touched = {event for mention in mentions if mention.pk in settled for event in place_mention(mention)}
    fresh = [mention for mention in mentions if mention.pk not in settled]
    joined = _grouped(fresh, run) if fresh else set()
    return touched | {mention.event_id for mention in fresh if mention.event_id}, joined


def _grouped(mentions: Sequence[Mention], run: IngestionRun) -> set[int]:
    """Give the new mentions of one article their events; the numbers of those that were there before."""
    own = set(
        Mention.objects.filter(document=mentions[0].document, event__isnull=False).values_list("event", flat=True)
    )
    # Where an editor corrected the field that events are found by, the texts still say what this one says.
    corrections = Decision.objects.filter(verb=Verb.CORRECT, field__in=["kind", "side", "date"])
    corrected = list(corrections.values_list("event", flat=True))
    told = latest_tellings(Reading.objects.filter(mention__in=mentions))
    homes: list[tuple[int | None, str]] = []
    for mention in mentions:
        home, because = _home_for(told[mention.pk], own, corrected) if mention.pk in told else (None, "")
        homes.append((home, because))
        own |= {home} if home is not None else set()
    joined = {home for home, _ in homes if home is not None}
    new = iter(new_events(sum(home is None for home, _ in homes)))
    groupings: list[Grouping] = []
    for mention, (home, because) in zip(mentions, homes, strict=True):
        event = home if home is not None else next(new).pk
        mention.event_id = event
        groupings.append(Grouping(mention=mention, event_id=event, run=run, because=because))
    Grouping.objects.bulk_create(groupings)
    Mention.objects.bulk_update(mentions, ["event"], batch_size=_BATCH)
    return joined


def _home_for(telling: Telling, own: Iterable[int], corrected: Sequence[int | None]) -> tuple[int | None, str]:
    """The event that this is another account of, and why; None where it is the first to tell it.

    `own` are the events of the same article, which tells none of them twice.
    """
    near = list(_near(telling, own, corrected))
    accounts = _accounts_of(near)
    best: tuple[float, int, str] | None = None
    for event in near:
        weight, said = _likeness(telling, accounts.get(event, ()))
        if weight >= JOINS and (best is None or (weight, -event) > best[:2]):
            best = (weight, -event, said)
    return (-best[1], best[2]) if best else (None, "")


def _accounts_of(events: Sequence[int]) -> dict[int, list[Telling]]:
    """What the accounts of these events were last read as. One query for every few hundred events."""
    latest: dict[int, tuple[int, Telling]] = {}
    for at in range(0, len(events), _BATCH):
        read = Reading.objects.filter(mention__event__in=events[at : at + _BATCH], ended=False).order_by("pk")
        for mention, event, values, day in read.values_list(
            "mention", "mention__event", "values", "version__published"
        ):
            if mention is not None and event is not None:
                latest[mention] = (event, telling_of(values, day))
    found: dict[int, list[Telling]] = {}
    for event, telling in latest.values():
        found.setdefault(event, []).append(telling)
    return found


def _near(telling: Telling, own: Iterable[int], corrected: Sequence[int | None]) -> QuerySet[Event, int]:
    """The events that may be meant: one kind and side, days that can meet, and none of the article's own."""
    alike = Q(_days_that_meet(telling), kind=telling.kind, side=telling.side)
    if corrected:
        alike |= Q(pk__in=corrected)
    near = Event.objects.filter(alike, merged_into=None).order_by("pk").values_list("pk", flat=True)
    return near.exclude(pk__in=own) if own else near


def _days_that_meet(telling: Telling) -> Q:
    """Events whose days can be those of the account, and those without a day; all of them for an undated account."""
    bounds = edtf.bounds_of(telling.date)
    meets = Q()
    if bounds.latest:
        meets &= Q(earliest__lte=bounds.latest + _SLACK) | Q(earliest=None)
    if bounds.earliest:
        meets &= Q(latest__gte=bounds.earliest - _SLACK) | Q(latest=None)
    return meets


def _likeness(telling: Telling, accounts: Iterable[Telling]) -> tuple[float, str]:
    """The best score among an event's accounts, with its reasons; no account of it may be impossible to join."""
    best, said = VETO, ""
    for other in accounts:
        found = reasons(telling, other)
        weight = score(found)
        if weight == VETO:
            return VETO, ""
        if weight > best:
            best, said = weight, "; ".join(reason.said for reason in found)
    return best, said


def latest_tellings(readings: QuerySet[Reading]) -> dict[int, Telling]:
    """What each mention was last read as, by its number; readings that say that it ended are passed over."""
    told = readings.filter(mention__isnull=False, ended=False).order_by("pk")
    latest = {
        mention: (values, published)
        for mention, values, published in told.values_list("mention", "values", "version__published")
    }
    return {mention: telling_of(*read) for mention, read in latest.items() if mention is not None}
