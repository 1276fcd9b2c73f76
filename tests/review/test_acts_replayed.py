"""An hour's work of two hundred decisions, taken again over a fresh ingestion of the same articles, gives the same record."""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Count

from tests.builders import make_user
from tests.review.replaying import Told, decisions_told, record_told, replay
from tradewatch.ingestion.reference import load_reference
from tradewatch.records.folding import check
from tradewatch.records.folding_positions import check_positions
from tradewatch.records.models import Annotation, Decision, DocumentVersion, Event, EventLink, Passage, Position
from tradewatch.review import acts, arrangement, bulk, links, quotes
from tradewatch.review.mergers import merge_with_choices
from tradewatch.review.policies import NotAllowed
from tradewatch.review.shelves import EVENTS, POSITIONS
from tradewatch.review.values import BadValue
from tradewatch.vocabulary import LinkType, Verb

pytestmark = pytest.mark.django_db

ARTICLES = Path(__file__).resolve().parents[2] / "fixtures" / "articles"
TOLD = ("2025-04-11", "2025-10-10")  # the days of two articles that report much the same kind of act
DECISIONS = 200
SEED = 20251030
CORRECTIONS: dict[str, list[Any]] = {
    "date": ["2025-04-10", "2025-10", ""],
    "status": ["occurred", "planned"],
    "side": ["us", "china", "both"],
    "title": ["Another title", "A third title"],
    "summary": ["In short.", ""],
    "measures": [[], [{"kind": "rate", "low": 10, "high": 10, "previous": None, "unit": "percent"}]],
    "actors": [["china"], ["united-states", "china"]],
}


class Hour:
    """Decisions drawn at random, as an editor could take them; what the desk refuses is drawn again."""

    def __init__(self, by: User, seed: int) -> None:
        self.by = by
        self.random = random.Random(seed)  # noqa: S311
        self.acts: list[Callable[[], object]] = [
            self.accept, self.accept, self.correct, self.correct, self.save, self.reject, self.restore, self.merge,
            self.split, self.move, self.link, self.unlink, self.annotate, self.resolve, self.undo, self.undo,
            self.create, self.create_position, self.add_words, self.take_words, self.move_quote, self.choose_words,
            self.tell_apart, self.dismiss, self.merge_choosing, self.take, self.take, self.revert, self.change_link,
            self.bulk,
        ]  # fmt: skip
        self.done: Counter[str] = Counter()

    def work(self) -> None:
        while Decision.objects.count() < DECISIONS:
            act = self.random.choice(self.acts)
            try:
                with transaction.atomic():
                    act()
            except (NotAllowed, BadValue, LookupError):
                continue
            self.done[act.__name__] += 1

    def one_of(self, rows: Any) -> Any:
        """A row at random; the same one wherever the rows are the same. Raises LookupError where there is none."""
        return self.random.choice(list(rows.order_by("pk")))

    def event(self) -> Event:
        found: Event = self.one_of(Event.objects.all())
        return found

    def target(self) -> Event | Position:
        rows = self.random.choice([Event.objects.all(), Event.objects.all(), Position.objects.all()])
        found: Event | Position = self.one_of(rows)
        return found

    def place(self, version: DocumentVersion) -> tuple[DocumentVersion, int, int]:
        start = self.random.randrange(len(version.text) - 80)
        return version, start, start + self.random.randrange(20, 80)

    def accept(self) -> None:
        acts.accept(self.target(), by=self.by)

    def correct(self) -> None:
        event, name = self.event(), self.random.choice(sorted(CORRECTIONS))
        acts.correct(event, name, self.random.choice(CORRECTIONS[name]), by=self.by, because="Read again.")

    def save(self) -> None:
        event, changes = self.event(), {"kind": "talks", "action": "hold"}
        acts.save(event, changes, version=event.version, by=self.by, because="It was a meeting.")

    def reject(self) -> None:
        acts.reject(self.target(), by=self.by, because="A rumour.")

    def restore(self) -> None:
        rows = self.random.choice([Event.objects.all(), Position.objects.all()])
        acts.restore(self.one_of(rows.filter(review_state="rejected")), by=self.by)

    def merge(self) -> None:
        arrangement.merge(self.event(), into=self.event(), by=self.by, because="One act.")

    def split(self) -> None:
        event = self.one_of(Event.objects.annotate(told=Count("mentions")).filter(told__gt=1))
        arrangement.split(event, [self.one_of(event.mentions.all())], by=self.by)

    def move(self) -> None:
        arrangement.move(self.one_of(self.event().mentions.select_related("event")), to=self.event(), by=self.by)

    def link(self) -> None:
        how = self.random.choice([LinkType.FOLLOWS, LinkType.RESPONDS_TO])
        arrangement.link(self.event(), self.event(), how, by=self.by, quote=self.random.choice(["", "in response"]))

    def unlink(self) -> None:
        event: Event = self.one_of(Event.objects.filter(links__isnull=False).distinct())
        link = self.one_of(event.links.all())
        arrangement.unlink(event, link.target, LinkType(link.type), by=self.by)

    def annotate(self) -> None:
        parent = self.random.choice([None, *Annotation.objects.filter(event__isnull=False).order_by("pk")])
        target = parent.event if parent and parent.event else self.target()
        acts.annotate(target, "Is it so?", by=self.by, tags=["day"], field="date", parent=parent)

    def resolve(self) -> None:
        acts.resolve(self.one_of(Annotation.objects.filter(resolved=False)), by=self.by)

    def undo(self) -> None:
        acts.undo(self.one_of(Decision.objects.all()), by=self.by, because="After all not.")

    def create(self) -> None:
        values = {"kind": "talks", "action": "hold", "status": "occurred", "side": "both", "date": "2025-09-14"}
        arrangement.create(*self.place(self.one_of(DocumentVersion.objects.all())), values, by=self.by)

    def create_position(self) -> None:
        values = {"side": "china", "stance": "oppose", "speaker": "mofcom"}
        arrangement.create_position(*self.place(self.one_of(DocumentVersion.objects.all())), values, by=self.by)

    def add_words(self) -> None:
        event = self.event()
        version = self.one_of(event.mentions.all()).first_version
        quotes.add_quote(event, *self.place(version), by=self.by)

    def words(self) -> Passage:
        shown = Passage.objects.filter(shown=True, mention__isnull=False).select_related("mention__event", "version")
        found: Passage = self.one_of(shown)
        return found

    def take_words(self) -> None:
        arrangement.remove_passage(self.words(), by=self.by)

    def move_quote(self) -> None:
        passage = self.words()
        quotes.move_quote(passage, *self.place(passage.version), by=self.by)

    def choose_words(self) -> None:
        position: Position = self.one_of(Position.objects.filter(first_version__isnull=False))
        assert position.first_version
        quotes.move_words(position, *self.place(position.first_version), by=self.by)

    def tell_apart(self) -> None:
        arrangement.not_duplicate(self.event(), self.event(), by=self.by)

    def dismiss(self) -> None:
        acts.dismiss_reading(self.target(), by=self.by)

    def merge_choosing(self) -> None:
        stays, loser = self.event(), self.event()
        chosen = {"date": loser.date, "title": loser.title}
        merge_with_choices(loser, into=stays, chosen=chosen, versions=(loser.version, stays.version), by=self.by)

    def take(self) -> None:
        """Accounts that came to an event that somebody had accepted are read otherwise than it."""
        acts.take_reading(self.one_of(Event.objects.filter(queue_reasons__icontains="new_reading")), by=self.by)

    def revert(self) -> None:
        correction = self.one_of(Decision.objects.filter(verb=Verb.CORRECT, event__isnull=False))
        acts.revert(correction.event, correction.field, by=self.by, to=self.random.choice([correction, None]))

    def change_link(self) -> None:
        links.change_link(self.one_of(EventLink.objects.all()), self.event(), LinkType.RESPONDS_TO, by=self.by)

    def bulk(self) -> None:
        shelf = self.random.choice([EVENTS, POSITIONS])
        some = [self.one_of(shelf.waiting()).pk for _ in range(3)]
        sealed = bulk.batch_of(shelf, shelf.waiting().filter(pk__in=some), order="oldest").sealed
        bulk.decide_all(shelf, sealed, self.random.choice(["accept", "reject"]), by=self.by, because="All read.")


def ingested(*, numbers_from: int = 0) -> User:
    """A fresh ingestion of some sample articles, and an editor; every row's number is greater than `numbers_from`."""
    if numbers_from:
        with connection.cursor() as cursor:
            for table in connection.introspection.table_names(cursor):
                if table.startswith("records_") and not table.startswith("records_event_text"):
                    cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
                    cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, numbers_from])
    call_command("ingest", *(str(file) for day in TOLD for file in sorted(ARTICLES.glob(f"{day}-*.txt"))))
    return make_user("mira")


def lines_of(decisions: list[Told]) -> list[str]:
    return [str(told) for told in decisions]


def test_two_hundred_decisions_taken_again_over_a_fresh_ingestion_give_the_same_record() -> None:
    load_reference()
    with transaction.atomic():
        hour = Hour(ingested(), SEED)
        hour.work()
        assert set(hour.done) == {act.__name__ for act in hour.acts}, "an act that was never done is not proven"
        decisions, record = decisions_told(), record_told()
        numbers = set(Event.objects.values_list("pk", flat=True))
        assert (check(), check_positions()) == ([], [])
        transaction.set_rollback(True)
    taken = Counter(told.verb for told in decisions)
    assert set(taken) >= {verb.value for verb in Verb}, taken
    replay(decisions, by=ingested(numbers_from=5000))
    assert not numbers & set(Event.objects.values_list("pk", flat=True))
    assert lines_of(decisions_told()) == lines_of(decisions)
    assert [line for line in record_told() if line not in record] == []
    assert record_told() == record
    assert (check(), check_positions()) == ([], [])
