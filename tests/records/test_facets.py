"""The counts beside a facet's values."""

import pytest
from django.http import QueryDict

from tests.builders import make_event
from tradewatch.records.facets import facets
from tradewatch.records.filters import EventFilter
from tradewatch.records.models import Event

pytestmark = pytest.mark.django_db


def counts(query: str, key: str) -> dict[str, int]:
    chosen = EventFilter.from_query(QueryDict(query))
    facet = next(facet for facet in facets(chosen, Event.objects.all()) if facet.key == key)
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
    for facet in facets(EventFilter.from_query({}), Event.objects.all()):
        for option in facet.options:
            chosen = EventFilter.from_query(QueryDict(option.href.partition("?")[2]))
            assert chosen.apply(Event.objects.all()).count() == option.count, (facet.key, option.value)
