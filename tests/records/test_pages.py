"""Keyset pages: nothing twice, nothing lost, whatever the order."""

from typing import Any

import pytest
from django.db import connection
from hypothesis import example, given
from hypothesis import strategies as st

from tests.builders import make_document, make_event, make_position
from tradewatch.records.models import Event, Position
from tradewatch.records.pages import page_after
from tradewatch.records.sorting import BEST, EVENT_SORTS, POSITION_SORTS, Sort

pytestmark = pytest.mark.django_db

# The order of a search is of no table: tests/records/test_in_order.py
OF_TABLES = {name: sort for name, sort in EVENT_SORTS.items() if name != BEST}
DATES = ["2025-04-11", "2025-04-11", "2025-04", "", "2025-05-01", "../2025-04-11", "2025-04-30"]


@pytest.mark.parametrize("name", list(OF_TABLES))
@pytest.mark.parametrize("size", [1, 2, 3, 7, 50])
def test_pages_hold_every_row_once_in_the_order_of_the_list(name: str, size: int) -> None:
    for number, value in enumerate(DATES):
        make_event(date=value, confidence=0.5 + number % 3 / 10)
    order = EVENT_SORTS[name]
    seen: list[int] = []
    after = ""
    for _ in range(len(DATES) + 1):
        page = page_after(Event.objects.all(), order, after, size=size)
        seen += [event.pk for event in page.rows]
        after = page.next_after
        if not after:
            break
    assert seen == [event.pk for event in order.apply(Event.objects.all())]


def test_an_undated_event_stands_after_the_dated_ones_of_its_month() -> None:
    undated = make_event(date="")
    last = make_event(date="2025-04-30")
    assert list(EVENT_SORTS["date"].apply(Event.objects.all())) == [last, undated]


def test_newest_first_is_the_mirror_of_oldest_first() -> None:
    for value in DATES:
        make_event(date=value)
    forwards, backwards = (list(EVENT_SORTS[name].apply(Event.objects.all())) for name in ("date", "-date"))
    assert backwards == forwards[::-1]


@pytest.mark.parametrize("name", list(POSITION_SORTS))
def test_pages_of_positions_hold_every_row_once(name: str) -> None:
    for number, value in enumerate(["2025-04-08", "2025-04-08", "", "2025-03"]):
        make_position(make_document(f"“We will fight,” the ministry said, {number}."), date=value)
    order = POSITION_SORTS[name]
    first = page_after(Position.objects.all(), order, size=3)
    second = page_after(Position.objects.all(), order, first.next_after, size=3)
    assert [*first.rows, *second.rows] == list(order.apply(Position.objects.all()))
    assert second.next_after == ""


def test_a_row_that_comes_in_between_two_pages_moves_no_other() -> None:
    make_event(date="2025-02-01")
    late = make_event(date="2025-06-01")
    first = page_after(Event.objects.all(), EVENT_SORTS["date"], size=1)
    make_event(date="2025-01-01")
    second = page_after(Event.objects.all(), EVENT_SORTS["date"], first.next_after, size=5)
    assert second.rows == [late]


def test_a_page_is_one_question_and_enters_the_index_at_its_mark(django_assert_num_queries: Any) -> None:
    make_event(date="2025-06-01")
    order = EVENT_SORTS["date"]
    with django_assert_num_queries(1) as asked:
        page_after(Event.objects.all(), order, "2025-04-01~0~5", size=10)
    assert "OFFSET" not in asked.captured_queries[0]["sql"]
    if connection.vendor == "sqlite":
        plan = order.beyond(order.apply(Event.objects.all()), "2025-04-01~0~5")[:10].explain()
        assert "SEARCH records_event USING INDEX events_in_order" in plan
        assert "TEMP B-TREE" not in plan


def test_named_tuples_page_like_rows() -> None:
    made = [make_event(date=f"2025-04-{day:02d}").pk for day in (1, 2, 3)]
    rows: Any = Event.objects.values_list("id", "listed_on", "undated", named=True)
    first = page_after(rows, EVENT_SORTS["date"], size=2)
    second = page_after(rows, EVENT_SORTS["date"], first.next_after, size=2)
    assert [row.id for row in (*first.rows, *second.rows)] == made


@given(st.text(max_size=40), st.sampled_from([*OF_TABLES.values(), *POSITION_SORTS.values()]))
@example("nan~1", EVENT_SORTS["confidence"])
@example("1e999~1", EVENT_SORTS["confidence"])
@example("2025-W01-1~0~1", EVENT_SORTS["date"])
@example("0000-01-01~0~1", EVENT_SORTS["date"])
def test_any_text_is_a_mark_that_can_be_followed_or_is_refused(text: str, order: Sort) -> None:
    rows: Any = Event.objects.all() if order in EVENT_SORTS.values() else Position.objects.all()
    if order.reads(text):
        list(order.beyond(rows, text))
        return
    with pytest.raises(ValueError, match="marks no place"):
        order.beyond(rows, text)


def test_a_mark_past_the_end_gives_an_empty_page_that_says_so() -> None:
    make_event()
    page = page_after(Event.objects.all(), EVENT_SORTS["date"], "2030-01-01~0~1", size=5)
    assert (page.rows, page.is_past_end) == ([], True)


def test_a_mark_of_another_order_is_refused() -> None:
    with pytest.raises(ValueError, match="2025"):
        page_after(Event.objects.all(), EVENT_SORTS["confidence"], "2025-01-01~0~1", size=5)
