"""The counts beside a facet's values."""

from typing import Any

import pytest
from django.http import QueryDict

from tests.builders import make_actor, make_event
from tradewatch.records.facets import facets
from tradewatch.records.filters import EventFilter
from tradewatch.records.models import Event
from tradewatch.records.narrowing import narrowing_of
from tradewatch.records.querysets import ON_THE_TIMELINE

pytestmark = pytest.mark.django_db


def counts(query: str, key: str) -> dict[str, int]:
    chosen = EventFilter.from_query(QueryDict(query))
    facet = next(facet for facet in facets(chosen, narrowing_of(chosen, ON_THE_TIMELINE)) if facet.key == key)
    return {option.value: option.count for option in facet.options}


def test_a_facets_counts_follow_the_other_choices_and_ignore_its_own() -> None:
    make_event()
    make_event(side="us")
    make_event(side="us", kind="talks", action="hold", title="They meet")
    assert counts("side=us", "side") == {"us": 2, "china": 1}
    assert counts("side=us", "kind") == {"talks": 1, "tariff": 1}
    assert counts("kind=talks", "side") == {"us": 1}


def test_every_actor_counts_not_only_the_chosen_one() -> None:
    make_event(actors=["china", "united-states"])
    make_event(actors=["united-states"])
    assert counts("actor=china", "actor") == {"china": 1, "united-states": 2}


def test_a_count_is_what_the_value_would_leave() -> None:
    make_event(accounts=[{}, {}], issues=["soybeans", "agriculture"])
    everything = EventFilter.from_query({})
    for facet in facets(everything, narrowing_of(everything, ON_THE_TIMELINE)):
        for option in facet.options:
            chosen = EventFilter.from_query({facet.key: option.value})
            assert chosen.apply(Event.objects.all()).count() == option.count, (facet.key, option.value)


def test_facets_stand_in_their_order_and_what_is_chosen_is_checked() -> None:
    make_event()
    chosen = EventFilter.from_query(QueryDict("side=china&after=2025-01-01~0~1"))
    found = facets(chosen, narrowing_of(chosen, ON_THE_TIMELINE))
    assert [facet.key for facet in found] == (
        ["side", "kind", "direction", "issue", "action", "actor", "status", "source", "review_state"]
    )
    assert [(option.value, option.checked) for option in found[0].options] == [("china", True)]
    assert [(option.value, option.checked) for option in found[1].options] == [("tariff", False)]


def test_a_chosen_value_that_matches_nothing_stays_to_be_unticked() -> None:
    make_event()
    assert counts("kind=talks", "kind") == {"talks": 0, "tariff": 1}


def test_of_many_actors_the_most_frequent_and_the_chosen_are_shown() -> None:
    names = [f"firm-{number:02d}" for number in range(15)]
    for at, name in enumerate(names):
        make_event(actors=["china", *names[: at + 1]], date=f"2025-04-{at + 1:02d}")
        make_actor(name)
    assert names[14] not in counts("", "actor")
    assert len(counts("", "actor")) == 12
    assert len(counts(f"actor={names[14]}", "actor")) == 13
    chosen = EventFilter.from_query({})
    (whole,) = (
        facet for facet in facets(chosen, narrowing_of(chosen, ON_THE_TIMELINE), whole="actor") if facet.key == "actor"
    )
    assert (len(whole.options), whole.hidden) == (16, 0)


def test_facets_ask_nothing_while_nothing_is_written(django_assert_num_queries: Any) -> None:
    make_event()
    chosen = EventFilter.from_query(QueryDict("actor=china&source=news-house"))
    facets(chosen, narrowing_of(chosen, ON_THE_TIMELINE))
    with django_assert_num_queries(1):  # the version
        facets(chosen, narrowing_of(chosen, ON_THE_TIMELINE))
