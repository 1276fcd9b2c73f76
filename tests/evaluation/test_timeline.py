"""The record held against the year as it was."""

from datetime import UTC, datetime

import pytest

from tests.builders import make_event
from tradewatch.evaluation.chronology import Account, TrueEvent
from tradewatch.evaluation.timeline import Told, outcome_of, tells
from tradewatch.records.models import Event, IngestionRun, Input

pytestmark = pytest.mark.django_db


def true_event(name: str = "rise", **fields: str) -> TrueEvent:
    said = {
        "kind": "tariff",
        "action": "raise",
        "side": "china",
        "date": "2025-04-11",
        "title": "China raises its tariff to 125%",
        **fields,
    }
    return TrueEvent(name=name, instruments=frozenset(), links=frozenset(), **said)


def told(**fields: str) -> Told:
    said = {"kind": "tariff", "side": "china", "date": "2025-04-11", "title": "Beijing raises tariff on US goods"}
    return Told(number=1, instruments=frozenset(), **{**said, **fields})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, True),
        ({"date": "2025-04"}, True),
        ({"date": "2025-04-12"}, False),
        ({"date": ""}, False),
        ({"side": "us"}, False),
        ({"title": "Beijing answers"}, False),
        ({"title": "China announces tariffs that raise prices"}, True),
    ],
    ids=["alike", "the month holds the day", "another day", "no day", "another side", "nothing in common", "plural"],
)
def test_an_event_tells_a_true_one_by_kind_side_days_and_words(fields: dict[str, str], expected: bool) -> None:
    assert tells(told(**fields), true_event()) is expected


def _as_read_from(event: Event, stem: str) -> None:
    mention = event.mentions.get()
    run = IngestionRun.objects.create(started=datetime(2026, 1, 1, tzinfo=UTC), rules="r", gazetteer="g")
    Input.objects.create(
        path=f"texts/{stem}.txt", digest="d", rules="r", gazetteer="g", run=run,
        report={"documents": [mention.document_id]},
    )  # fmt: skip


def _account_of(event: Event, stem: str, name: str) -> Account:
    passage = event.mentions.get().passages.first()
    assert passage is not None
    return Account(article=stem, quote=passage.quote, event=name)


def test_one_act_told_as_two_events_is_split_and_counts_as_doubled() -> None:
    one, other = make_event(), make_event()
    for event, stem in ((one, "first"), (other, "second")):
        _as_read_from(event, stem)
    accounts = [_account_of(one, "first", "rise"), _account_of(other, "second", "rise")]
    outcome = outcome_of({"rise": true_event()}, accounts)
    assert (len(outcome.matched), outcome.exactly_one) == (1, 0)
    assert outcome.split == ["rise"]
    assert outcome.pairs_true == 1
    assert outcome.pairwise_f1 == 0


def test_only_what_the_articles_of_the_record_report_is_asked_for() -> None:
    event = make_event()
    _as_read_from(event, "first")
    chronology = {"rise": true_event(), "other": true_event("other", date="2025-10-09")}
    accounts = [_account_of(event, "first", "rise"), Account(article="never-read", quote="x", event="other")]
    outcome = outcome_of(chronology, accounts)
    assert [true.name for true in outcome.reported] == ["rise"]
    assert outcome.matched == {"rise": event.pk}
    assert outcome.exactly_one == 1
    assert not outcome.unmatched


def test_what_tells_no_true_event_is_listed_to_be_read() -> None:
    event = make_event()
    _as_read_from(event, "first")
    accounts = [_account_of(event, "first", "other")]
    outcome = outcome_of({"other": true_event("other", date="2025-10-09")}, accounts)
    assert [one.number for one in outcome.unmatched] == [event.pk]
    assert not outcome.matched


def test_an_event_that_holds_the_words_of_another_true_one_does_not_double_this_one() -> None:
    """It shares the days and two words of a title with both; its words tell only the other."""
    parcels, goods = make_event(), make_event(title="China raises its tariff on small parcels")
    for event, stem in ((parcels, "first"), (goods, "second")):
        _as_read_from(event, stem)
    chronology = {
        "rise": true_event(),
        "parcels": true_event("parcels", date="2025-06", title="China raises its tariff on parcels"),
    }
    accounts = [_account_of(parcels, "first", "rise"), _account_of(goods, "second", "parcels")]
    outcome = outcome_of(chronology, accounts)
    assert (outcome.exactly_one, outcome.doubled) == (1, {})
    assert [one.number for one in outcome.unmatched] == [goods.pk]
