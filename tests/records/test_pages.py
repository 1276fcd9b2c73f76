"""Keyset pages: nothing twice, nothing lost, whatever the order."""

import pytest

from tests.builders import make_event
from tradewatch.records.models import Event
from tradewatch.records.pages import page_after
from tradewatch.records.sorting import EVENT_SORTS

pytestmark = pytest.mark.django_db

DATES = ["2025-04-11", "2025-04-11", "2025-04", "", "2025-05-01", "../2025-04-11", "2025-04-30"]


@pytest.mark.parametrize("name", list(EVENT_SORTS))
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


def test_a_mark_past_the_end_gives_an_empty_page_that_says_so() -> None:
    make_event()
    page = page_after(Event.objects.all(), EVENT_SORTS["date"], "2030-01-01~0~1", size=5)
    assert (page.rows, page.is_past_end) == ([], True)


def test_a_mark_of_another_order_is_refused() -> None:
    with pytest.raises(ValueError, match="2025"):
        page_after(Event.objects.all(), EVENT_SORTS["confidence"], "2025-01-01~0~1", size=5)
