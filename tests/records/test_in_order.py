"""Pages from the census are those of the database, whatever the filter and the order."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import QueryDict

from tests.builders import make_event
from tradewatch.records.census import census_now
from tradewatch.records.filters import EventFilter
from tradewatch.records.in_order import page_kept
from tradewatch.records.models import Event
from tradewatch.records.narrowing import narrowed
from tradewatch.records.search import index_events

pytestmark = pytest.mark.django_db

COLUMNS = ("id", "listed_on", "undated", "confidence")
DATES = ["2025-04-11", "2025-04-11", "2025-04", "", "2025-05-01", "../2025-04-11", "2025-04-30", "", "2024-12-31"]


@pytest.fixture
def spring(settings: Any) -> None:
    settings.TRADEWATCH_PUBLIC = True
    for number, value in enumerate(DATES):
        side = "us" if number % 2 else "china"
        make_event(date=value, effective="", side=side, confidence=0.5 + number % 3 / 10)


def page(query: str, *, size: int) -> Any:
    chosen = EventFilter.from_query(QueryDict(query))
    seen = Event.objects.visible_to(AnonymousUser())
    return page_kept(chosen, narrowed(chosen, AnonymousUser()), seen, *COLUMNS, size=size)


def by_pages(query: str, *, size: int) -> list[int]:
    """The list, page by page."""
    found, after = [], ""
    while True:
        now = page(f"{query}&after={after}", size=size)
        found += [row.id for row in now.rows]
        after = now.next_after
        if not after:
            return found


@pytest.mark.parametrize("query", ["", "side=us", "q=tariff", "from=2025-04-11&to=2025-04-11"])
@pytest.mark.parametrize("sort", ["date", "-date", "confidence", "best"])
@pytest.mark.parametrize("size", [1, 2, 5, 50])
def test_pages_hold_what_the_database_keeps_in_its_order(query: str, sort: str, size: int, spring: None) -> None:
    asked = f"{query}&sort={sort}"
    chosen = EventFilter.from_query(QueryDict(asked))
    assert by_pages(asked, size=size) == [event.pk for event in chosen.apply(Event.objects.all())]


@pytest.mark.parametrize("sort", ["date", "-date", "confidence"])
def test_a_mark_need_not_be_of_a_row_that_is_still_there(sort: str, spring: None) -> None:
    whole = by_pages(f"sort={sort}", size=50)
    for at in range(len(whole) - 1):
        after = page(f"sort={sort}", size=at + 1).next_after
        rest = [row.id for row in page(f"side=us&sort={sort}&after={after}", size=50).rows]
        assert rest == [number for number in whole[at + 1 :] if Event.objects.get(pk=number).side == "us"]


@pytest.mark.parametrize("sort", ["date", "-date", "best", "confidence"])
def test_the_words_are_sought_once_however_many_events_hold_them(
    sort: str, spring: None, django_assert_max_num_queries: Any
) -> None:
    first = Event.objects.order_by("pk")[0]
    kept = {field.attname: getattr(first, field.attname) for field in Event._meta.concrete_fields}
    made = Event.objects.bulk_create(Event(**{**kept, "id": None, "title": "Zebras"}) for _ in range(1_100))
    index_events(event.pk for event in made)
    with django_assert_max_num_queries(20) as asked:
        found = page(f"q=zebras&sort={sort}", size=50)
        page(f"q=zebras&sort={sort}&after={found.next_after}", size=50)
    assert len(found.rows) == 50
    words = "MATCH" if connection.vendor == "sqlite" else "to_tsquery"
    assert sum(words in query["sql"] for query in asked.captured_queries) == 1


def test_a_place_past_the_end_is_an_empty_page_that_says_so(spring: None) -> None:
    found = page("after=2030-01-01~0~1", size=5)
    assert (found.rows, found.next_after, found.is_past_end) == ([], "", True)


def test_a_page_is_one_question_beside_the_version(spring: None, django_assert_num_queries: Any) -> None:
    census_now()
    with django_assert_num_queries(2) as asked:
        page("side=us&after=2025-04-11~0~1", size=2)
    assert "ORDER BY" not in asked.captured_queries[1]["sql"]
