"""The columns: their names and order are a promise, each cell holds what the record holds."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import make_document, make_event, make_position, make_publisher, make_run
from tradewatch.records.columns import (
    EVENT_COLUMNS,
    POSITION_COLUMNS,
    as_json,
    cells,
    event_rows,
    mapping,
    measure_words,
    position_rows,
)
from tradewatch.records.models import DocumentVersion, Event, EventLink, Measure, Position

pytestmark = pytest.mark.django_db

EVENT_HEAD = (
    "id url title summary kind action status direction date effective ends side actors issues instruments measures"
    " review_state confidence sources origins links"
)
POSITION_HEAD = "id url speaker side issue stance quote date document source review_state confidence"
# What neither database stores, no cell can hold.
STORED = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=60)
FORMULAS = st.builds(lambda start, rest: start + rest, st.sampled_from([*"=+-@\t\r\n＝＋－＠"]), STORED)
TEXTS = tuple(column for column in EVENT_COLUMNS if column.name in ("title", "summary", "confidence"))


def of_event(event: Event) -> dict[str, str]:
    (row,) = event_rows(Event.objects.filter(pk=event.pk), among=Event.objects.all())
    return dict(zip(EVENT_HEAD.split(), cells(row, EVENT_COLUMNS, site="https://trade.example"), strict=True))


def of_position(position: Position) -> dict[str, str]:
    (row,) = position_rows(Position.objects.filter(pk=position.pk))
    return dict(zip(POSITION_HEAD.split(), cells(row, POSITION_COLUMNS, site="https://trade.example"), strict=True))


@pytest.mark.parametrize(("columns", "head"), [(EVENT_COLUMNS, EVENT_HEAD), (POSITION_COLUMNS, POSITION_HEAD)])
def test_names_and_order_of_the_columns_are_a_promise(columns: tuple[Any, ...], head: str) -> None:
    assert [column.name for column in columns] == head.split()
    assert all(column.meaning for column in columns)


def test_an_events_cells_hold_what_the_record_holds() -> None:
    event = make_event(
        instruments=[{"scheme": "EO", "number": "14257"}, {"scheme": "FR", "number": "90 FR 15041"}],
        issues=["soybeans", "agriculture"],
        confidence=0.876,
    )
    assert of_event(event) == {
        "id": str(event.pk),
        "url": f"https://trade.example/events/{event.pk}/",
        "title": event.title,
        "summary": "",
        "kind": "tariff",
        "action": "raise",
        "status": "occurred",
        "direction": "escalates",
        "date": "2025-04-11",
        "effective": "2025-04-12",
        "ends": "",
        "side": "china",
        "actors": "china; united-states",
        "issues": "agriculture; soybeans",
        "instruments": "EO 14257; FR 90 FR 15041",
        "measures": "rate 125 percent (added) on US goods, before 84",
        "review_state": "unchecked",
        "confidence": "0.88",
        "sources": "1",
        "origins": "1",
        "links": "",
    }


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        ({"kind": "rate", "low": 34, "high": 34, "unit": "percent", "basis": "added", "object": "Chinese goods",
          "previous": 10}, "rate 34 percent (added) on Chinese goods, before 10"),
        ({"kind": "rate", "low": 10, "high": 15, "unit": "percent"}, "rate 10–15 percent"),
        ({"kind": "rate", "low": 0.1, "high": 0.1, "unit": "percentage points", "previous": 0},
         "rate 0.1 percentage points, before 0"),
        ({"kind": "threshold", "low": 50, "high": None, "unit": "percent of ownership"},
         "threshold at least 50 percent of ownership"),
        ({"kind": "quantity", "low": None, "high": 25_000_000, "unit": "tonnes", "object": "soybeans"},
         "quantity at most 25000000 tonnes on soybeans"),
        ({"kind": "rate", "low": 34, "high": 34, "unit": "percent", "effective": "2025-04-09"},
         "rate 34 percent, from 2025-04-09"),
        ({"kind": "rate", "low": 34, "high": 34, "unit": "percent", "conflicting": True},
         "rate 34 percent, accounts differ"),
    ],
)  # fmt: skip
def test_a_measure_is_said_in_words_that_stay_the_same(measure: dict[str, Any], words: str) -> None:
    assert measure_words(measure) == words


def test_figures_that_accounts_disagree_on_say_so() -> None:
    event = make_event()
    Measure.objects.filter(event=event).update(conflicting=True)
    assert of_event(event)["measures"].endswith(", accounts differ")


def test_a_link_names_its_type_its_target_and_whether_an_editor_inferred_it() -> None:
    later, answered, followed = make_event(), make_event(date="2025-04-02"), make_event(date="2025-04-03")
    EventLink.objects.create(source=later, target=answered, type="responds_to", quote="in response", inferred=False)
    EventLink.objects.create(source=later, target=followed, type="follows")
    assert of_event(later)["links"] == f"responds_to {answered.pk}; follows {followed.pk} (inferred)"


def test_a_link_to_an_event_that_the_reader_may_not_see_is_left_out() -> None:
    later, hidden = make_event(), make_event(date="2025-04-02")
    EventLink.objects.create(source=later, target=hidden, type="follows")
    (row,) = event_rows(Event.objects.filter(pk=later.pk), among=Event.objects.exclude(pk=hidden.pk))
    assert mapping(row, EVENT_COLUMNS, site="")["links"] == []


def test_json_has_lists_and_numbers_where_csv_has_words() -> None:
    event = make_event(instruments=[{"scheme": "EO", "number": "14257"}])
    (row,) = event_rows(Event.objects.filter(pk=event.pk), among=Event.objects.all())
    values = mapping(row, EVENT_COLUMNS, site="")
    assert list(values) == EVENT_HEAD.split()
    assert values["id"] == event.pk
    assert values["actors"] == ["china", "united-states"]
    assert values["instruments"] == [{"scheme": "EO", "number": "14257"}]
    assert values["measures"] == [
        {"kind": "rate", "low": 125, "high": 125, "previous": 84, "unit": "percent", "object": "US goods",
         "basis": "added", "effective": "", "conflicting": False}
    ]  # fmt: skip
    assert json.loads(as_json(row, EVENT_COLUMNS, site="")) == values


def test_a_positions_cells_lead_to_the_words() -> None:
    version = make_document("“We will fight to the end,” it said.", title="No retreat", publisher=make_publisher())
    position = make_position(version, quote="“We will fight to the end,”")
    passage = position.passages.get()
    assert of_position(position) == {
        "id": str(position.pk),
        "url": f"https://trade.example/sources/{version.document_id}/#p-{passage.pk}",
        "speaker": "mofcom",
        "side": "china",
        "issue": "reciprocal-tariffs",
        "stance": "oppose",
        "quote": "“We will fight to the end,”",
        "date": "2025-04-08",
        "document": "No retreat",
        "source": "northgate-wire",
        "review_state": "unchecked",
        "confidence": "0.80",
    }


def test_words_of_an_earlier_version_are_linked_in_that_version() -> None:
    position = make_position()
    document = position.document
    assert document is not None
    document.current = DocumentVersion.objects.create(
        document=document, number=2, digest="2", text="Other words.", genre="news", in_scope=True, first_run=make_run()
    )
    document.save()
    assert f"/sources/{document.pk}/?version=1#p-" in of_position(position)["url"]


def test_a_publisher_that_is_not_known_is_named_as_the_page_names_it() -> None:
    position = make_position()
    assert position.document is not None
    position.document.publisher = None
    position.document.publisher_name = "The Harbour Post"
    position.document.save()
    assert of_position(position)["source"] == "The Harbour Post"


def test_a_longer_list_asks_no_more_questions(django_assert_num_queries: Any) -> None:
    for day in range(1, 8):
        make_event(date=f"2025-04-{day:02d}")
        make_position(make_document(f"“We will fight,” it said on {day} April."), date=f"2025-04-{day:02d}")
    with django_assert_num_queries(5):
        for event in event_rows(Event.objects.all(), among=Event.objects.all()):
            cells(event, EVENT_COLUMNS, site="")
    with django_assert_num_queries(2):
        for position in position_rows(Position.objects.all()):
            cells(position, POSITION_COLUMNS, site="")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
@given(title=st.one_of(STORED, FORMULAS), summary=st.one_of(STORED, FORMULAS))
def test_any_text_survives_the_way_out_and_back_and_none_is_run_as_a_formula(title: str, summary: str) -> None:
    event = Event(pk=7, title=title, summary=summary, confidence=0.5)
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerow(cells(event, TEXTS, site=""))
    file.seek(0)
    (row,) = csv.reader(file)
    for told, text in zip(row, (title, summary), strict=False):
        assert told == (f"'{text}" if text.startswith(tuple("=+-@\t\r\n＝＋－＠")) else text)
    assert row[2] == "0.50"
