"""A made-up record of any size, for measuring alone: rows as ingestion and the fold leave them, spread like real ones.

Nothing in it happened. The same size and seed make the same record. Needs the reference data.
"""

import calendar
import hashlib
import random
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import transaction

from tradewatch import edtf
from tradewatch.direction import direction_of
from tradewatch.records.models import (
    Actor,
    Document,
    DocumentVersion,
    Event,
    EventLink,
    Grouping,
    IngestionRun,
    Issue,
    Measure,
    Mention,
    Passage,
    Position,
    Publisher,
    Reading,
)
from tradewatch.records.search import index_events
from tradewatch.titles import title_of
from tradewatch.vocabulary import Action, Kind, LinkType, ReviewState, Side, Stance, Status

MENTIONS_AN_EVENT = 3
_READ = ("kind", "action", "status", "side", "date", "effective", "ends", "instruments", "title")
_BATCH = 500
_KINDS = dict(zip(Kind, (14, 34, 14, 9, 8, 6, 4, 6, 5), strict=True))
_ACTIONS = dict(zip(Action, (10, 9, 6, 15, 18, 9, 7, 7, 3, 3, 2, 2, 3, 2, 4), strict=True))
_STATES = {ReviewState.UNCHECKED: 70, ReviewState.DOUBTED: 8, ReviewState.ACCEPTED: 20, ReviewState.REJECTED: 2}
_SIDES = dict(zip(Side, (45, 36, 12, 7), strict=True))
_STATUSES = dict(zip(Status, (78, 12, 8, 2), strict=True))
_TOLD = """
tariff duty levy goods imports exports rare earths magnets soybeans chips licence control list port
fee vessel talks delegation Geneva London Stockholm Madrid truce pause retaliation ministry
statement order percent effect Monday Friday officials said would agreed trade dispute economy firms
supply buyers cargo tonnes aircraft deal
"""
_WORDS = _TOLD.split()


@transaction.atomic
def make_up(events: int, *, seed: int = 2025) -> None:
    """Add so many events, each with three mentions, and a third as many positions."""
    chance = random.Random(seed)  # noqa: S311 - a spread, no secret
    run = IngestionRun.objects.create(
        started=datetime(2026, 1, 2, tzinfo=UTC), finished=datetime(2026, 1, 2, 1, tzinfo=UTC), rules="made up"
    )
    known = _Known()
    made = 0
    while made < events:
        number = min(_BATCH, events - made)
        versions = _articles(number, made, chance, known, run)
        _events(number, chance, known, versions, run)
        _positions(number // 3, chance, known, versions)
        made += number


class _Known:
    """The names that events are spread over, the first of each far more often than the last."""

    def __init__(self) -> None:
        self.actors = list(Actor.objects.order_by("pk"))
        self.issues = list(Issue.objects.order_by("pk"))
        self.publishers = list(Publisher.objects.order_by("pk"))


def _one(weights: dict[Any, int], chance: random.Random) -> Any:
    return chance.choices(list(weights), list(weights.values()))[0]


def _some(rows: Sequence[Any], most: int, chance: random.Random) -> list[Any]:
    """One to `most` different rows; the n-th is chosen 1/n as often as the first."""
    weights = [1 / (at + 1) for at in range(len(rows))]
    return list(dict.fromkeys(chance.choices(rows, weights, k=chance.randint(1, most))))


def _day(chance: random.Random) -> date:
    """A day of 2025, the spring and the autumn fuller; one in forty of another year."""
    if chance.random() < 0.025:
        return date(chance.choice((2018, 2019, 2020, 2023, 2024, 2026)), chance.randint(1, 12), chance.randint(1, 28))
    month = chance.choices(range(1, 13), (5, 8, 9, 18, 13, 8, 7, 8, 7, 14, 9, 4))[0]
    return date(2025, month, chance.randint(1, calendar.monthrange(2025, month)[1]))


def _date_of(day: date, chance: random.Random) -> str:
    """The day as a text would let it be known: mostly to the day, sometimes to the month, a span, an end, or not."""
    forms = (
        day.isoformat(),
        f"{day:%Y-%m}",
        f"{day}/{day + timedelta(days=chance.randint(1, 3))}",
        f"{day}/..",
        "",
    )
    return chance.choices(forms, (90, 5, 2, 1, 2))[0]


def _sentence(chance: random.Random, *, words: int = 22) -> str:
    return " ".join(chance.choices(_WORDS, k=words)).capitalize() + "."


def _articles(
    number: int, first: int, chance: random.Random, known: _Known, run: IngestionRun
) -> list[tuple[DocumentVersion, list[str]]]:
    """Articles with their sentences, one an event on average."""
    publishers = _many(known.publishers, number, chance)
    documents = Document.objects.bulk_create(
        Document(address=f"made-up/{first + at}.txt", publisher=publisher, origin=publisher.slug)
        for at, publisher in enumerate(publishers)
    )
    told = [[_sentence(chance) for _ in range(12)] for _ in documents]
    versions = DocumentVersion.objects.bulk_create(
        DocumentVersion(
            document=document,
            number=1,
            digest=hashlib.sha256(f"{document.address}".encode()).hexdigest(),
            text=" ".join(sentences),
            title=sentences[0][:70],
            lead=sentences[0][:80],
            genre=publisher.genre,
            published=_day(chance),
            in_scope=True,
            first_run=run,
        )
        for document, publisher, sentences in zip(documents, publishers, told, strict=True)
    )
    for document, version in zip(documents, versions, strict=True):
        document.current = version
    Document.objects.bulk_update(documents, ["current"])
    return list(zip(versions, told, strict=True))


def _many(rows: Sequence[Any], number: int, chance: random.Random) -> list[Any]:
    return chance.choices(rows, [1 / (at + 1) for at in range(len(rows))], k=number)


def _event(chance: random.Random, issues: Sequence[Issue]) -> tuple[Event, list[dict[str, Any]]]:
    kind, action = _one(_KINDS, chance), _one(_ACTIONS, chance)
    status, side = _one(_STATUSES, chance), _one(_SIDES, chance)
    day = _day(chance)
    value = _date_of(day, chance)
    bounds = edtf.bounds_of(value)
    measures: list[dict[str, Any]] = []
    if kind == Kind.TARIFF:
        rates = chance.sample((10.0, 20.0, 25.0, 34.0, 50.0, 84.0, 100.0, 125.0, 145.0), chance.randint(1, 2))
        measures = [{"kind": "rate", "low": rate, "high": rate, "unit": "percent", "basis": "added"} for rate in rates]
    listed = bounds.earliest or bounds.latest or day.replace(day=calendar.monthrange(day.year, day.month)[1])
    event = Event(
        kind=kind,
        action=action,
        status=status,
        side=side,
        direction=direction_of(kind=kind, action=action, status=status, side=side),
        title=title_of(
            kind=kind,
            action=action,
            status=status,
            side=side,
            measures=measures,
            issues=[issue.slug for issue in issues],
        ),
        date=value,
        earliest=bounds.earliest,
        latest=bounds.latest,
        listed_on=listed,
        undated=not value,
        instruments=[{"scheme": "EO", "number": str(chance.randint(14000, 14400))}] if chance.random() < 0.1 else [],
        confidence=round(chance.uniform(0.4, 0.98), 2),
        sources=MENTIONS_AN_EVENT,
        origins=chance.randint(1, MENTIONS_AN_EVENT),
        conflicts={"date": [{"value": value, "documents": []}]} if chance.random() < 0.03 else {},
        review_state=_one(_STATES, chance),
        version=1,
    )
    return event, measures


def _events(
    number: int,
    chance: random.Random,
    known: _Known,
    versions: Sequence[tuple[DocumentVersion, list[str]]],
    run: IngestionRun,
) -> None:
    issues = [_some(known.issues, 3, chance) for _ in range(number)]
    made = [_event(chance, about) for about in issues]
    events = Event.objects.bulk_create(event for event, _ in made)
    Event.actors.through._default_manager.bulk_create(
        Event.actors.through(event=event, actor=actor) for event in events for actor in _some(known.actors, 4, chance)
    )
    Event.issues.through._default_manager.bulk_create(
        Event.issues.through(event=event, issue=issue)
        for event, about in zip(events, issues, strict=True)
        for issue in about
    )
    Measure.objects.bulk_create(
        Measure(event=event, ordinal=at, object="goods", **row)
        for event, (_, measures) in zip(events, made, strict=True)
        for at, row in enumerate(measures)
    )
    EventLink.objects.bulk_create(
        EventLink(source=later, target=earlier, type=chance.choice(list(LinkType)))
        for earlier, later in zip(events, events[7:], strict=False)
        if chance.random() < 0.3
    )
    _tell([event for event in events for _ in range(MENTIONS_AN_EVENT)], chance, versions, run)
    index_events(event.pk for event in events)


def _tell(
    events: Iterable[Event],
    chance: random.Random,
    versions: Sequence[tuple[DocumentVersion, list[str]]],
    run: IngestionRun,
) -> None:
    """A mention for each event given, in a sentence of some article."""
    places = chance.sample([(at, line) for at in range(len(versions)) for line in range(12)], len(versions) * 3)
    told = [(event, *versions[at], line) for event, (at, line) in zip(events, places, strict=True)]
    mentions = Mention.objects.bulk_create(
        Mention(document_id=version.document_id, first_version=version, trigger=_start(sentences, line), event=event)
        for event, version, sentences, line in told
    )
    Passage.objects.bulk_create(
        Passage(
            mention=mention,
            version=version,
            start=_start(sentences, line),
            end=_start(sentences, line) + len(sentences[line]),
            quote=sentences[line],
            run=run,
        )
        for mention, (_, version, sentences, line) in zip(mentions, told, strict=True)
    )
    Reading.objects.bulk_create(
        Reading(
            mention=mention,
            run=run,
            version=version,
            values={name: getattr(event, name) for name in _READ},
            confidence=event.confidence,
            explanation=[{"field": "kind", "rule": "made-up", "words": "", "said": "It is made up."}],
        )
        for mention, (event, version, _, _) in zip(mentions, told, strict=True)
    )
    Grouping.objects.bulk_create(
        Grouping(mention=mention, event=event, run=run) for mention, (event, *_) in zip(mentions, told, strict=True)
    )


def _start(sentences: Sequence[str], line: int) -> int:
    return sum(len(sentence) + 1 for sentence in sentences[:line])


def _positions(
    number: int, chance: random.Random, known: _Known, versions: Sequence[tuple[DocumentVersion, list[str]]]
) -> None:
    speakers = _many(known.actors, number, chance)
    issues = _many(known.issues, number, chance)
    days = [_day(chance) for _ in range(number)]
    Position.objects.bulk_create(
        Position(
            document_id=version.document_id,
            first_version=version,
            speaker=speaker,
            side=speaker.side,
            issue=issue,
            stance=chance.choice(list(Stance)),
            quote=sentences[0],
            date=day.isoformat(),
            earliest=day,
            latest=day,
            listed_on=day,
            confidence=0.8,
            version=1,
        )
        for speaker, issue, day, (version, sentences) in zip(speakers, issues, days, versions, strict=False)
    )
