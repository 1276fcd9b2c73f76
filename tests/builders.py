"""Small records for tests, built as ingestion builds them: documents, mentions, readings, groupings, the fold."""

import hashlib
import itertools
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from django.contrib.auth.models import Group, User

from tradewatch.records.accounts import LAST_DAY_OF_THE_DISPUTE
from tradewatch.records.folding import new_event, place_mention, refold
from tradewatch.records.folding_positions import refold_positions
from tradewatch.records.models import (
    Actor,
    Document,
    DocumentVersion,
    Event,
    Grouping,
    IngestionRun,
    Issue,
    Mention,
    Passage,
    Position,
    Publisher,
    Reading,
)
from tradewatch.records.rights import make_groups
from tradewatch.vocabulary import Topic

_COUNTER = itertools.count(1)

TARIFF = {
    "kind": "tariff",
    "action": "raise",
    "status": "occurred",
    "side": "china",
    "date": "2025-04-11",
    "effective": "2025-04-12",
    "ends": "",
    "actors": ["china", "united-states"],
    "issues": ["reciprocal-tariffs"],
    "instruments": [],
    "measures": [
        {
            "kind": "rate",
            "low": 125,
            "high": 125,
            "previous": 84,
            "unit": "percent",
            "object": "US goods",
            "basis": "added",
        }
    ],
    "object": "US goods",
    "title": "China raises its tariff on US goods to 125%",
}


def make_user(name: str, group: str = "editors") -> User:
    """A user in a group; the groups have their rights."""
    make_groups()
    user = User.objects.create_user(name, password="a long sentence as password")
    user.groups.add(Group.objects.get(name=group))
    return user


def make_run() -> IngestionRun:
    return IngestionRun.objects.create(started=datetime(2026, 1, 2, tzinfo=UTC), rules="rules-1", gazetteer="names-1")


def make_actor(slug: str, side: str = "other", name: str = "") -> Actor:
    actor, _ = Actor.objects.get_or_create(
        slug=slug, defaults={"name": name or slug.replace("-", " ").title(), "side": side, "kind": "organisation"}
    )
    return actor


def make_issue(slug: str) -> Issue:
    issue, _ = Issue.objects.get_or_create(
        slug=slug,
        defaults={"name": Topic(slug).label, "meaning": Topic(slug).meaning, "order": list(Topic).index(Topic(slug))},
    )
    return issue


def make_publisher(slug: str = "northgate-wire", genre: str = "news") -> Publisher:
    publisher, _ = Publisher.objects.get_or_create(
        slug=slug,
        defaults={
            "name": f"{slug.replace('-', ' ').title()} (sample)",
            "genre": genre,
            "side": "other",
            "sample": True,
        },
    )
    return publisher


def make_document(
    text: str = "",
    *,
    publisher: Publisher | None = None,
    genre: str = "news",
    published: date | None = date(2025, 4, 12),
    title: str = "A report",
    run: IngestionRun | None = None,
) -> DocumentVersion:
    """The first version of a document of its own."""
    number = next(_COUNTER)
    text = (
        text or f"China will raise its tariff on American goods to 125% from Saturday, report {number} said on Friday."
    )
    publisher = publisher or make_publisher(genre=genre, slug=f"{genre.replace('_', '-')}-house")
    document = Document.objects.create(address=f"texts/{number}.txt", publisher=publisher, origin=publisher.slug)
    version = DocumentVersion.objects.create(
        document=document,
        number=1,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        title=title,
        lead=text[:80],
        genre=genre,
        published=published,
        in_scope=True,
        first_run=run or make_run(),
    )
    document.current = version
    document.save()
    return version


def add_mention(
    event: Event | None,
    version: DocumentVersion,
    values: Mapping[str, Any],
    *,
    quote: str = "",
    confidence: float = 0.9,
    run: IngestionRun | None = None,
) -> Mention:
    """One more account of an event (None: not grouped), in the words `quote` of `version`, folded in."""
    run = run or make_run()
    for slug in values.get("actors", []):
        make_actor(slug)
    for slug in values.get("issues", []):
        make_issue(slug)
    quote = quote or version.text
    start = version.text.index(quote)
    taken = Mention.objects.filter(first_version=version, trigger=start).count()
    mention = Mention.objects.create(document=version.document, first_version=version, trigger=start, ordinal=taken)
    Passage.objects.create(
        mention=mention, version=version, start=start, end=start + len(quote), quote=quote, trigger=start, run=run
    )
    reason = {
        "field": "date",
        "rule": "nearest",
        "words": quote[:20],
        "said": "It is the nearest date in the sentence.",
    }
    Reading.objects.create(
        mention=mention, run=run, version=version, values=dict(values), confidence=confidence, explanation=[reason]
    )
    if event is not None:
        Grouping.objects.create(mention=mention, event=event, run=run)
        refold(place_mention(mention))
    return mention


def make_event(
    *,
    version: DocumentVersion | None = None,
    quote: str = "",
    confidence: float = 0.9,
    accounts: Sequence[Mapping[str, Any]] = (),
    **values: Any,
) -> Event:
    """A folded event with one account (or one a mapping of `accounts`); `values` change the tariff of 11 April."""
    event = new_event()
    for account in accounts or [{}]:
        read = {**TARIFF, **values, **account}
        if "title" not in {**values, **account} and read["kind"] != "tariff":
            read["title"] = ""
        add_mention(event, version or make_document(), read, quote=quote, confidence=confidence)
    event.refresh_from_db()
    return event


def make_position(
    version: DocumentVersion | None = None, *, quote: str = "", confidence: float = 0.8, **values: Any
) -> Position:
    """A folded position with one reading."""
    version = version or make_document("“We will fight to the end,” the ministry said on Tuesday.")
    quote = quote or version.text
    read = {
        "speaker": "mofcom",
        "side": "china",
        "issue": "reciprocal-tariffs",
        "stance": "oppose",
        "date": "2025-04-08",
        **values,
    }
    make_actor(read["speaker"], side="china")
    make_issue(read["issue"])
    run, start = make_run(), version.text.index(quote)
    taken = Position.objects.filter(first_version=version, start=start).count()
    position = Position.objects.create(
        document=version.document,
        first_version=version,
        start=start,
        ordinal=taken,
        side=read["side"],
        stance=read["stance"],
        quote=quote,
        listed_on=LAST_DAY_OF_THE_DISPUTE,
    )
    Passage.objects.create(
        position=position, version=version, start=start, end=start + len(quote), quote=quote, trigger=start, run=run
    )
    Reading.objects.create(
        position=position, run=run, version=version, values={**read, "quote": quote}, confidence=confidence
    )
    refold_positions([position.pk])
    position.refresh_from_db()
    return position
