"""After a run, the accounts stand in the events that grouping from nothing gives them, and editors' work stands."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.builders import make_user
from tests.ingestion.plain_reading import plain_reading
from tradewatch.extraction.datatypes import ArticleReading, EventReading, Gazetteer, Lexicon, Page
from tradewatch.ingestion import runs
from tradewatch.ingestion.reference import load_reference
from tradewatch.records.decisions import decide
from tradewatch.records.models import Decision, Event, EventLikeness, Mention
from tradewatch.vocabulary import Verb

pytestmark = pytest.mark.django_db

# The first two have too little in common; the third has enough with either.
DUTIES = ("duties", "China raises its tariff to 125% on 2025-04-11.")
CONTROLS = ("controls", "China raises its tariff to 125% on 2025-04-11 (imposed, for fentanyl).")
BOTH = ("both", "China raises its tariff to 125% on 2025-04-11 (for both).")


def _reading(page: Page, lexicon: Lexicon, gazetteer: Gazetteer) -> list[ArticleReading]:
    """The plain reading without figures; the words in brackets give another action and other issues."""
    return [
        replace(article, events=tuple(_as_told(event, page.text) for event in article.events))
        for article in plain_reading(page, lexicon, gazetteer)
    ]


def _as_told(event: EventReading, text: str) -> EventReading:
    issues = event.issues
    if "for fentanyl" in text:
        issues = ("fentanyl-tariffs",)
    if "for both" in text:
        issues = ("fentanyl-tariffs", "reciprocal-tariffs")
    action = "impose" if "imposed" in text else event.action
    return replace(event, measures=(), issues=issues, action=action)


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    load_reference()
    monkeypatch.setattr(runs, "read_page", _reading)


def _ingest(folder: Path, texts: Sequence[tuple[str, str]]) -> None:
    """One run a text, so that each meets the record that the ones before it left."""
    for name, text in texts:
        (folder / f"{name}.txt").write_text(text)
        runs.ingest([str(folder / f"{name}.txt")])


def _groups() -> set[frozenset[str]]:
    groups: dict[int | None, set[str]] = {}
    for mention in Mention.objects.select_related("document"):
        groups.setdefault(mention.event_id, set()).add(Path(mention.document.address).stem)
    return {frozenset(group) for group in groups.values()}


def test_an_article_that_bridges_two_events_makes_them_one_under_the_lower_number(tmp_path: Path) -> None:
    _ingest(tmp_path, [DUTIES, CONTROLS])
    first, second = Event.objects.order_by("pk")
    _ingest(tmp_path, [BOTH])
    second.refresh_from_db()
    assert second.merged_into_id == first.pk
    assert first.mentions.count() == 3
    merger = Decision.objects.get(verb=Verb.MERGE)
    assert merger.by is None
    assert merger.run is not None
    call_command("rebuild", "--check")


@pytest.mark.parametrize("order", list(permutations([DUTIES, CONTROLS, BOTH])), ids=lambda _: "")
def test_the_order_in_which_articles_come_leaves_no_trace(order: Sequence[tuple[str, str]], tmp_path: Path) -> None:
    _ingest(tmp_path, order)
    assert _groups() == {frozenset({"duties", "controls", "both"})}


def test_a_merger_of_the_machine_that_an_editor_took_back_is_not_made_again(tmp_path: Path) -> None:
    _ingest(tmp_path, [DUTIES, CONTROLS, BOTH])
    merger = Decision.objects.get(verb=Verb.MERGE)
    assert merger.event is not None
    decide(Verb.UNDO, event=merger.event, other=merger.other, undoes=merger, by=make_user("ada"))
    _ingest(tmp_path, [("later", "China raises its tariff to 84% on 2025-04-09.")])
    assert frozenset({"controls"}) in _groups() or frozenset({"controls", "both"}) in _groups()
    assert Decision.objects.filter(verb=Verb.MERGE).count() == 1
    call_command("rebuild", "--check")


def test_two_events_of_which_an_editor_decided_one_each_are_suggested_and_left_alone(tmp_path: Path) -> None:
    _ingest(tmp_path, [DUTIES, CONTROLS])
    first, second = Event.objects.order_by("pk")
    ada = make_user("ada")
    for event in (first, second):
        decide(Verb.ACCEPT, event=event, by=ada, details={"fields": {}})
    _ingest(tmp_path, [BOTH])
    assert not Decision.objects.filter(verb=Verb.MERGE).exists()
    (likeness,) = EventLikeness.objects.all()
    assert (likeness.one, likeness.other) == (first, second)
    second.refresh_from_db()
    (reason,) = (reason for reason in second.queue_reasons if reason["code"] == "duplicate")
    assert f"event {first.pk}" in reason["said"]
    decide(Verb.NOT_DUPLICATE, event=first, other=second, by=ada)
    second.refresh_from_db()
    assert not [reason for reason in second.queue_reasons if reason["code"] == "duplicate"]
    call_command("rebuild", "--check")


def test_a_second_run_over_the_same_articles_changes_nothing(tmp_path: Path) -> None:
    _ingest(tmp_path, [DUTIES, CONTROLS, BOTH])
    before = list(Event.objects.order_by("pk").values_list("pk", "version", "merged_into"))
    report = runs.ingest([str(tmp_path)])
    assert report.says_no_change
    assert list(Event.objects.order_by("pk").values_list("pk", "version", "merged_into")) == before
