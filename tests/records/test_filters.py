"""The filter language: what it takes, refuses, keeps, and how it says and links itself."""

from typing import Any

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import make_document, make_event, make_position, make_publisher
from tradewatch.records.filters import BadFilter, EventFilter, PositionFilter
from tradewatch.records.models import Event, Position
from tradewatch.vocabulary import Kind, Side, Status

pytestmark = pytest.mark.django_db


def kept(query: str) -> set[int]:
    return {event.pk for event in EventFilter.from_query(QueryDict(query)).apply(Event.objects.all())}


@pytest.mark.parametrize(
    ("query", "keeps"),
    [
        ("", "ab"),
        ("kind=tariff", "a"),
        ("kind=tariff&kind=talks", "ab"),
        ("kind=tariff&side=us", ""),
        ("action=hold", "b"),
        ("status=planned", "b"),
        ("side=both", "b"),
        ("issue=soybeans", "b"),
        ("actor=china&actor=united-states", "ab"),
        ("direction=escalates", "a"),
        ("source=news-house", "a"),
        ("from=2025-10", "b"),
        ("to=2025-04-11", "a"),
        ("from=2025-04-11&to=2025-04-11", "a"),
        ("q=american", "a"),
        ("q=%22summit+in+Busan%22", "b"),
        ("q=busan*", "b"),
        ("q=zebra", ""),
    ],
)
def test_a_repeated_key_is_or_and_different_keys_are_and(query: str, keeps: str) -> None:
    one = make_event(version=make_document("American goods pay 125%."))
    other = make_event(
        version=make_document("A summit in Busan is planned.", genre="official"),
        kind="talks",
        action="hold",
        status="planned",
        side="both",
        date="2025-10-30",
        issues=["soybeans"],
        title="US and China are to meet",
    )
    assert kept(query) == {event.pk for name, event in (("a", one), ("b", other)) if name in keeps}


@pytest.mark.parametrize(
    ("query", "key", "said"),
    [
        ("side=mars", "side", "“mars” is not a side"),
        ("from=2025-13-40", "from", "2025-13-40"),
        ("to=2025-02-30", "to", "2025-02-30"),
        ("from=2025-05&to=2025-04", "from", "later than"),
        ("kind=tariff&kind=war", "kind", "“war”"),
        ("actor=chna", "actor", "“chna”"),
        ("sort=colour", "sort", "cannot be sorted"),
        ("after=soon", "after", "marks no place"),
        ("after=2025-01-01~0~9999999999999999999999", "after", "marks no place"),
        ("event=x", "event", "no event's number"),
        ("colour=red", "colour", "no filter"),
        ("q=a&q=b", "q", "given once"),
        ("q=%00", "q", "NUL"),
        ("q=" + "x" * 201, "q", "201 characters"),
    ],
)
def test_a_value_that_means_nothing_is_named(query: str, key: str, said: str) -> None:
    with pytest.raises(BadFilter) as bad:
        EventFilter.from_query(QueryDict(query))
    assert [problem.key for problem in bad.value.problems] == [key]
    assert said in bad.value.problems[0].said


def test_every_problem_of_a_query_is_named_at_once() -> None:
    with pytest.raises(BadFilter) as bad:
        EventFilter.from_query(QueryDict("side=mars&from=soon&kind=war"))
    assert {problem.key for problem in bad.value.problems} == {"side", "from", "kind"}


def test_a_word_that_is_near_a_name_is_offered() -> None:
    make_event()
    with pytest.raises(BadFilter) as bad:
        EventFilter.from_query({"actor": "chna"})
    assert ("china", "China") in bad.value.problems[0].choices


def test_what_trackers_add_to_an_address_is_no_filter() -> None:
    assert not EventFilter.from_query(QueryDict("utm_source=mail")).active


words = st.lists(st.sampled_from([kind.value for kind in Kind]), max_size=3)
sides = st.lists(st.sampled_from([side.value for side in Side]), max_size=3)
states = st.lists(st.sampled_from([status.value for status in Status]), max_size=2)
days = st.sampled_from(["", "2025-04", "2025-04-11", "2025"])
texts = st.sampled_from(["", "rare earth", '"a phrase"', "soy*", "é"])


@given(kind=words, side=sides, status=states, start=days, text=texts)
def test_the_canonical_query_means_the_same_filter(
    kind: list[str], side: list[str], status: list[str], start: str, text: str
) -> None:
    chosen = EventFilter.from_query({"kind": kind, "side": side, "status": status, "from": start, "q": text})
    again = EventFilter.from_query(QueryDict(chosen.query()))
    assert again.query() == chosen.query()
    assert {key: set(values) for key, values in again.chosen.items()} == {
        key: set(values) for key, values in chosen.chosen.items()
    }


@given(kind=words.filter(bool), side=sides)
def test_taking_a_value_out_and_putting_it_back_changes_nothing(kind: list[str], side: list[str]) -> None:
    chosen = EventFilter.from_query({"kind": kind, "side": side})
    without = EventFilter.from_query(QueryDict(chosen.without("kind", kind[0])))
    assert kind[0] not in without.values("kind")
    assert without.with_("kind", kind[0]) == chosen.query()


def test_a_chip_leads_to_the_list_without_it_and_to_the_first_page() -> None:
    chosen = EventFilter.from_query(QueryDict("kind=tariff&side=us&after=2025-01-01~0~4"))
    assert [(chip.label, chip.href) for chip in chosen.chips] == [
        ("Tariff", "/?side=us"),
        ("United States", "/?kind=tariff"),
    ]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "all events"),
        (
            "kind=tariff&side=us&from=2025-04-01&to=2025-05-31",
            "tariff events by United States between 1 April 2025 and 31 May 2025",
        ),
        ("kind=talks&kind=tariff&q=soy", "talks or tariff events with “soy”"),
        ("direction=eases&to=2025-06", "events whose direction is “eases” until June 2025"),
    ],
)
def test_a_filter_says_itself(query: str, said: str) -> None:
    assert EventFilter.from_query(QueryDict(query)).said == said


def test_a_window_says_how_many_undated_rows_it_leaves_out() -> None:
    make_event(date="")
    make_event()
    chosen = EventFilter.from_query(QueryDict("from=2025-04"))
    assert chosen.undated_left_out(Event.objects.all()) == 1
    assert EventFilter.from_query({}).undated_left_out(Event.objects.all()) == 0


@pytest.mark.parametrize(
    "query", ['"', "AND OR NOT", "a*b", "NEAR(", "💬", "-", "col:val", "'; DROP TABLE x", "(((", "^a"]
)
def test_no_search_text_breaks_the_search(query: str) -> None:
    make_event()
    list(EventFilter.from_query({"q": query}).apply(Event.objects.all()))
    list(PositionFilter.from_query({"q": query}).apply(Position.objects.all()))


def test_positions_are_filtered_by_speaker_side_issue_stance_and_date() -> None:
    position = make_position()
    make_position(
        make_document("We oppose the fees."),
        speaker="ustr",
        side="us",
        stance="support",
        issue="port-fees",
        date="2025-10-01",
    )
    for query in ("speaker=mofcom", "side=china", "issue=reciprocal-tariffs", "stance=oppose", "to=2025-05", "q=fight"):
        assert set(PositionFilter.from_query(QueryDict(query)).apply(Position.objects.all())) == {position}, query


def test_a_filter_asks_one_question_however_many_values_it_has(django_assert_num_queries: Any) -> None:
    make_event(version=make_document(publisher=make_publisher()))
    with django_assert_num_queries(4):  # actors, issues, sources looked up once each, then the list
        list(
            EventFilter.from_query(
                QueryDict("actor=china&actor=united-states&issue=reciprocal-tariffs&source=northgate-wire")
            ).apply(Event.objects.all())
        )
