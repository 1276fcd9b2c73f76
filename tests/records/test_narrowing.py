"""What the census counts is what the database counts, under any filter and after any write."""

import itertools
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from django.db.models import Count
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.builders import add_mention, make_actor, make_document, make_event, make_issue, make_publisher
from tradewatch.records import census
from tradewatch.records.filters import EventFilter
from tradewatch.records.models import Document, Event, Mention
from tradewatch.records.narrowing import listed_in, narrowing_of, within
from tradewatch.records.querysets import ON_THE_TIMELINE

ACTORS, ISSUES, SOURCES = ("mofcom", "ustr", "bis"), ("soybeans", "rare-earths"), ("one-wire", "two-wire")
_ROLLS = itertools.count()

some = st.lists
days = st.sampled_from(
    ["2025-04-11", "2025-04", "2025-04-10/2025-04-12", "2025-04-11/..", "../2025-05-01", "", "2024-12-31"]
)
filters = st.fixed_dictionaries(
    {},
    optional={
        "kind": some(st.sampled_from(["tariff", "talks"]), max_size=2),
        "side": some(st.sampled_from(["us", "china"]), max_size=2),
        "direction": some(st.sampled_from(["escalates", "eases", "neither"]), max_size=2),
        "actor": some(st.sampled_from(ACTORS), max_size=2),
        "issue": some(st.sampled_from(ISSUES), max_size=2),
        "source": some(st.sampled_from(SOURCES), max_size=2),
        "from": st.sampled_from(["2025-04-11", "2025-04", "2025-05"]),
        "to": st.sampled_from(["2025-05-01", "2025-06", "2026"]),
        "q": st.sampled_from(["tariff", "soy*", '"raises its"', "nothing such"]),
    },
)
events = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["tariff", "talks"]),
        "side": st.sampled_from(["us", "china"]),
        "action": st.sampled_from(["raise", "lower", "hold"]),
        "date": days,
        "actors": some(st.sampled_from(ACTORS), max_size=3, unique=True),
        "issues": some(st.sampled_from(ISSUES), max_size=2, unique=True),
        "source": st.sampled_from(SOURCES),
    }
)
writes = st.lists(
    st.one_of(
        st.tuples(st.just("add"), events),
        st.tuples(st.just("tell"), events),
        st.tuples(st.sampled_from(["reject", "retitle", "unlink", "moved", "publish", "delete"]), st.integers(0, 9)),
    ),
    min_size=1,
    max_size=3,
)


def write(act: str, with_what: Any) -> None:
    """One of the ways in which the record changes."""
    if act == "add":
        add(with_what)
        return
    event = Event.objects.order_by("pk").last() if act == "tell" else nth(with_what)
    if event and act == "tell":
        add_mention(event, make_document(publisher=make_publisher(with_what["source"])), with_what)
    elif event:
        change(event, act)


def change(event: Event, act: str) -> None:
    """Something about one event is another than it was, written past the fold."""
    if act == "reject":
        Event.objects.filter(pk=event.pk).update(review_state="rejected")
    elif act == "retitle":
        Event.objects.filter(pk=event.pk).update(direction="neither", earliest=date(2025, 5, 1), latest=None)
    elif act == "unlink":
        event.actors.clear()
    elif act == "moved":
        Mention.objects.filter(event=event).update(event=None)
    elif act == "publish":
        Document.objects.filter(mentions__event=event).update(publisher=make_publisher(SOURCES[0]))
    else:
        Mention.objects.filter(event=event).update(event=None)
        event.groupings.all().delete()
        event.delete()


def add(values: Mapping[str, Any]) -> Event:
    return make_event(version=make_document(publisher=make_publisher(values["source"])), **values)


def nth(number: int) -> Event | None:
    rows = list(Event.objects.order_by("pk"))
    return rows[number % len(rows)] if rows else None


def in_sql(chosen: EventFilter, key: str) -> dict[str, int]:
    """The counts of a facet as the database makes them."""
    seen = Event.objects.filter(review_state__in=ON_THE_TIMELINE)
    kept = Event.objects.filter(pk__in=chosen.narrow(seen, ignoring=key).values("pk"))
    column = {"actor": "actors__slug", "issue": "issues__slug", "source": "mentions__document__publisher__slug"}
    found = kept.order_by().values_list(column.get(key, key)).annotate(count=Count("pk", distinct=True))
    return {value: count for value, count in found if value}


class TestCounting(TestCase):
    """The facets' counts, the totals, what a window leaves out."""

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(first=st.lists(events, max_size=4), written=writes, chosen=st.lists(filters, min_size=1, max_size=4))
    def test_the_census_counts_as_the_database_does(
        self, first: list[dict[str, Any]], written: list[tuple[str, Any]], chosen: list[dict[str, Any]]
    ) -> None:
        for slug in ACTORS:
            make_actor(slug)
        for slug in ISSUES:
            make_issue(slug)
        for slug in SOURCES:
            make_publisher(slug)
        for values in first:
            add(values)
        self.compare(chosen)
        for act, with_what in written:
            write(act, with_what)
            self.compare(chosen)

    def compare(self, queries: list[dict[str, Any]]) -> None:
        seen = Event.objects.filter(review_state__in=ON_THE_TIMELINE)
        for query in ({}, *queries):
            chosen = EventFilter.from_query(query)
            kept = narrowing_of(chosen, ON_THE_TIMELINE)
            assert set(census.numbers_of(kept.bits)) == set(chosen.narrow(seen).values_list("pk", flat=True))
            assert kept.total == chosen.narrow(seen).count()
            assert kept.everything == seen.count()
            assert kept.undated_left_out == chosen.undated_left_out(seen)
            for key in (*census.WORDS, *census.NAMES):
                assert kept.counts(key) == in_sql(chosen, key), key


@pytest.mark.django_db
def test_a_window_of_days_holds_what_certainly_was_in_it_and_meets_what_may_have_been() -> None:
    dates = ("2025-04-11", "2025-04", "2025-04-10/2025-04-12", "2025-04-11/..", "../2025-04-11", "", "2025-05-02")
    numbers = {value: make_event(date=value).pk for value in dates}
    now = census.census_now()
    april = date(2025, 4, 10), date(2025, 4, 12)
    held = set(census.numbers_of(within(now, *april)))
    assert held == {numbers["2025-04-11"], numbers["2025-04-10/2025-04-12"]}
    kept = narrowing_of(EventFilter.from_query(QueryDict("from=2025-04-10&to=2025-04-12")), ON_THE_TIMELINE)
    assert set(census.numbers_of(kept.bits)) == set(numbers.values()) - {numbers[""], numbers["2025-05-02"]}
    may = set(census.numbers_of(listed_in(now, date(2025, 5, 1), date(2025, 5, 31))))
    assert may == {numbers["2025-05-02"]}


@pytest.mark.django_db
def test_only_what_was_written_since_is_read_again(django_assert_num_queries: Any) -> None:
    events = [make_event() for _ in range(3)]
    census.forget()
    census.census_now()
    with django_assert_num_queries(1):
        assert census.census_now().every.bit_count() == 3
    Event.objects.filter(pk=events[0].pk).update(kind="talks")
    # The version, the changes; the events, their links, and the names of both.
    with django_assert_num_queries(9):
        assert census.census_now().having["kind"]["talks"] == 1 << events[0].pk
