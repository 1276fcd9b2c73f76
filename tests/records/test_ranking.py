"""The best match comes first, and what is sought by its number is found."""

import pytest
from django.http import QueryDict

from tests.builders import make_actor, make_document, make_event
from tradewatch.records.filters import BadFilter, EventFilter
from tradewatch.records.models import Event
from tradewatch.records.ranking import best_first, ranking_of

pytestmark = pytest.mark.django_db


def found(text: str) -> list[int]:
    return [number for _, number in ranking_of(text)]


def asked(query: str) -> EventFilter:
    return EventFilter.from_query(QueryDict(query))


def test_what_a_title_says_comes_before_what_a_name_and_what_a_quotation_says() -> None:
    make_actor("zebra-board", name="Zebra Board")
    quoted = make_event(version=make_document("A tariff was raised, and zebras were not spared."), title="A tariff")
    quoted_again = make_event(version=make_document("A zebra is no horse, said the ministry."), title="A duty")
    named = make_event(title="A levy", actors=["zebra-board"], version=make_document("A levy was raised."))
    titled = make_event(title="China controls zebra exports", version=make_document("A list was published."))
    assert found("zebra") == [titled.pk, named.pk, quoted_again.pk]
    assert found("zebra*")[0] == titled.pk
    assert quoted.pk in found("zebra*")


def test_an_act_that_bears_a_number_comes_before_those_that_mention_it() -> None:
    numbers = [{"scheme": "MOFCOM", "number": "61 of 2025"}]
    make_event(title="A talk", version=make_document("Talks turned on MOFCOM notice 61, out of 2025 pages."))
    act = make_event(title="Licences", instruments=numbers, version=make_document("Licences are required."))
    make_event(title="Another", instruments=[{"scheme": "MOFCOM", "number": "62 of 2025"}])
    assert found("MOFCOM 61")[0] == act.pk
    assert found("61 of 2025")[0] == act.pk
    assert found('"61 of 2025"') == [act.pk]


@pytest.mark.parametrize("text", ["EO 14257", "eo 14257", '"EO 14257"', "14257", "14257 EO", "EO-14257", "1425*"])
def test_an_order_is_found_by_its_number(text: str) -> None:
    order = make_event(title="The duty", instruments=[{"scheme": "EO", "number": "14257"}])
    make_event(title="The other duty", instruments=[{"scheme": "EO", "number": "14266"}])
    assert found(text) == [order.pk]


def test_equal_matches_stand_in_the_order_of_their_numbers() -> None:
    events = [make_event(title="Zebras", version=make_document("The same words.")) for _ in range(3)]
    assert found("zebras") == [event.pk for event in events]


@pytest.mark.parametrize("text", ["", "***", "zebra", '" ('])
def test_what_is_not_there_has_no_rank(text: str) -> None:
    make_event()
    assert ranking_of(text) == []
    assert list(best_first(Event.objects.all(), text)) == []


def test_the_ranking_is_the_order_of_the_exported_list() -> None:
    make_event(title="A duty", version=make_document("Tariffs, a tariff and a tariff."))
    make_event(title="Tariff on tariff", version=make_document("A list."))
    make_event(title="Quotas", side="us", version=make_document("A tariff."))
    assert [event.pk for event in best_first(Event.objects.all(), "tariff")] == found("tariff")
    ours = asked("q=tariff&side=china").apply(Event.objects.all())
    theirs = set(Event.objects.filter(side="us").values_list("pk", flat=True))
    assert [event.pk for event in ours] == [number for number in found("tariff") if number not in theirs]


@pytest.mark.parametrize(
    ("query", "sort", "canonical"),
    [
        ("q=tariff", "best", "q=tariff"),
        ("q=tariff&sort=best", "best", "q=tariff"),
        ("q=tariff&sort=date", "date", "q=tariff&sort=date"),
        ("sort=best", "date", ""),
        ("q=&sort=best&side=us", "date", "side=us"),
        ("sort=date", "date", ""),
    ],
)
def test_a_search_has_the_best_match_first_unless_another_order_is_chosen(
    query: str, sort: str, canonical: str
) -> None:
    chosen = asked(query)
    assert (chosen.sort, chosen.query()) == (sort, canonical)
    assert asked(chosen.query()) == chosen


def test_an_order_by_day_that_a_search_was_given_is_the_usual_one_without_it() -> None:
    assert asked("q=tariff&sort=date").without("q") == ""
    assert asked("q=tariff").without("q") == ""
    assert asked("").with_("q", "tariff") == "q=tariff"


def test_the_orders_that_are_offered_begin_with_the_usual_one() -> None:
    assert list(asked("").sorts_offered) == ["", "-date", "confidence"]
    assert list(asked("q=tariff").sorts_offered) == ["", "date", "-date", "confidence"]
    assert asked("q=tariff").sorts_offered[""].label == "Best match"


@pytest.mark.parametrize("query", ["q=tariff&after=2025-04-11~0~3", "q=tariff&after=inf~3", "q=tariff&after=nan~3"])
def test_a_mark_of_another_order_is_refused(query: str) -> None:
    with pytest.raises(BadFilter, match="marks no place"):
        asked(query)
