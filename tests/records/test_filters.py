"""The filter language: what it takes, refuses, keeps, and how it says and links itself."""

from random import Random
from typing import Any
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import make_actor, make_document, make_event, make_position, make_publisher
from tradewatch.records.census import census_now
from tradewatch.records.filters import BadFilter, EventFilter, PositionFilter
from tradewatch.records.models import Event, Position
from tradewatch.vocabulary import Action, Direction, Kind, Side, Status, Word

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
        ("q=" + "x" * 10_000, "q", "10,000 characters"),
        ("kind=" + "x" * 10_000, "kind", "10,000 characters"),
        ("from=../2025-04", "from", "takes one"),
        ("to=2025-04-01/2025-04-09", "to", "takes one"),
        ("from=yesterday", "from", "yesterday"),
        ("from=%D9%A2%D9%A0%D9%A2%D9%A5", "from", "no day of the calendar"),
        ("review_state=rejected", "review_state", "“rejected”"),
        ("sort=-date&after=0.5~3", "after", "marks no place"),
        ("sort=confidence&after=nan~3", "after", "marks no place"),
        ("event=%D9%A2", "event", "no event's number"),
        ("sdie=us", "sdie", "no filter “sdie”"),
        ("from=2025&from=2024", "from", "“2025”, “2024”"),
    ],
)
def test_a_value_that_means_nothing_is_named(query: str, key: str, said: str) -> None:
    with pytest.raises(BadFilter) as bad:
        EventFilter.from_query(QueryDict(query))
    assert [problem.key for problem in bad.value.problems] == [key]
    assert said in bad.value.problems[0].said


def test_a_window_that_runs_backwards_names_both_its_ends() -> None:
    with pytest.raises(BadFilter, match="from 1 May 2025 back to 30 April 2025"):
        EventFilter.from_query(QueryDict("from=2025-05&to=2025-04"))


def test_half_a_character_is_no_text() -> None:
    with pytest.raises(BadFilter, match="no text has"):
        EventFilter.from_query({"q": "\udcff"})


def test_a_key_that_is_near_another_is_offered_that_one() -> None:
    with pytest.raises(BadFilter) as bad:
        EventFilter.from_query(QueryDict("sdie=us"))
    assert ("side", "side") in bad.value.problems[0].choices


@pytest.mark.parametrize("kind", [EventFilter, PositionFilter])
def test_hundreds_of_wrong_values_are_told_in_a_few_sentences_and_two_questions(
    kind: type[EventFilter], django_assert_max_num_queries: Any
) -> None:
    make_event()
    key = next(key for key in ("actor", "speaker") if key in kind.terms)
    census_now()
    with django_assert_max_num_queries(2), pytest.raises(BadFilter) as bad:
        kind.from_query({key: [f"nobody-{number}" for number in range(900)]})
    assert len(bad.value.problems) == 10


def test_every_problem_of_a_query_is_named_at_once() -> None:
    with pytest.raises(BadFilter) as bad:
        EventFilter.from_query(QueryDict("side=mars&from=soon&kind=war"))
    assert {problem.key for problem in bad.value.problems} == {"side", "from", "kind"}


def test_a_word_that_is_near_a_name_is_offered() -> None:
    make_event()
    with pytest.raises(BadFilter) as bad:
        EventFilter.from_query({"actor": "chna"})
    assert ("china", "China") in bad.value.problems[0].choices


@pytest.mark.parametrize(
    ("asked", "slug"),
    [("He Lifeng", "he-lifeng"), ("lifeng", "he-lifeng"), ("ministry", "mofcom"), ("MOFCOM", "mofcom")],
)
def test_a_name_in_place_of_a_slug_is_offered_its_slug(asked: str, slug: str) -> None:
    make_actor("he-lifeng", name="He Lifeng")
    make_actor("mofcom", name="Ministry of Commerce")
    with pytest.raises(BadFilter) as bad:
        EventFilter.from_query({"actor": asked})
    assert bad.value.problems[0].choices[0][0] == slug


@pytest.mark.parametrize("query", ["utm_source=mail", "fbclid=x", "gclid=x", "_=17", "org.htmx.cache-buster=results"])
def test_what_trackers_add_to_an_address_is_no_filter(query: str) -> None:
    assert EventFilter.from_query(QueryDict(query)) == EventFilter.from_query({})


def test_fields_of_a_form_that_were_left_empty_do_not_narrow() -> None:
    asked = "q=&from=&to=&sort=date&kind=&q=+"
    assert EventFilter.from_query(QueryDict(asked)) == EventFilter.from_query({})
    assert EventFilter.from_query({"kind": None}) == EventFilter.from_query({})


def some(words: type[Word]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from([word.value for word in words]), max_size=3)


def marked(query: dict[str, Any]) -> dict[str, Any]:
    """The query with a mark of its own order: of matches where words are sought and no order is chosen."""
    if query.get("after") and query.get("q", "").strip() and not query.get("sort"):
        return {**query, "after": "-1.25~7"}
    return query


queries = st.fixed_dictionaries(
    {},
    optional={
        "kind": some(Kind),
        "action": some(Action),
        "status": some(Status),
        "side": some(Side),
        "direction": some(Direction),
        "review_state": st.lists(st.sampled_from(["unchecked", "doubted", "accepted"]), max_size=3),
        "from": st.sampled_from(["", "2025-04", "2025-04-11", "2025", "2025-04~"]),
        "to": st.sampled_from(["", "2025-12", "2025-12-31"]),
        "q": st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20),
        "sort": st.sampled_from(["", "date", "-date"]),
        "after": st.sampled_from(["", "2025-04-11~0~7"]),
        "event": st.sampled_from(["", "12"]),
    },
).map(marked)


@given(queries)
def test_the_canonical_query_means_the_same_filter(query: dict[str, Any]) -> None:
    chosen = EventFilter.from_query(query)
    again = EventFilter.from_query(QueryDict(chosen.query()))
    assert again == chosen
    assert again.query() == chosen.query()


@given(queries, st.randoms(use_true_random=False))
def test_the_order_in_which_values_are_sent_means_nothing(query: dict[str, Any], chance: Random) -> None:
    pairs = [
        (key, value) for key, values in query.items() for value in ([values] if isinstance(values, str) else values)
    ]
    chosen = EventFilter.from_query(QueryDict(urlencode(pairs)))
    chance.shuffle(pairs)
    assert EventFilter.from_query(QueryDict(urlencode(pairs))).query() == chosen.query()


@given(queries, st.sampled_from(["kind", "side", "direction"]))
def test_taking_a_value_out_and_putting_it_back_changes_nothing_but_the_page(query: dict[str, Any], key: str) -> None:
    chosen = EventFilter.from_query(query)
    for value in chosen.values(key):
        without = EventFilter.from_query(QueryDict(chosen.without(key, value)))
        assert value not in without.values(key)
        assert without.with_(key, value) == chosen.query(after=None)
        assert chosen.with_(key, value) == chosen.query(after=None)


@given(queries)
def test_taking_every_chip_away_leaves_the_whole_list(query: dict[str, Any]) -> None:
    chosen = EventFilter.from_query(query)
    for chip in chosen.chips:
        chosen = EventFilter.from_query(QueryDict(chosen.without(chip.key, chip.value)))
    assert (chosen.active, chosen.chips, chosen.said) == (False, [], "all events")


@pytest.mark.parametrize(
    ("change", "query"),
    [
        ({"after": "2025-06-01~0~9"}, "kind=tariff&after=2025-06-01~0~9"),
        ({"event": "4"}, "kind=tariff&after=2025-04-11~0~7&event=4"),
        ({"side": "us"}, "kind=tariff&side=us"),
        ({"sort": "-date"}, "kind=tariff&sort=-date"),
        ({"sort": "date"}, "kind=tariff"),
        ({"from_": "2025-04", "q": "soy beans"}, "kind=tariff&from=2025-04&q=soy+beans"),
        ({"kind": ["talks", "legal", "talks"]}, "kind=legal&kind=talks"),
        ({"kind": None}, ""),
    ],
)
def test_a_changed_list_begins_at_its_first_page(change: dict[str, Any], query: str) -> None:
    chosen = EventFilter.from_query(QueryDict("kind=tariff&after=2025-04-11~0~7"))
    assert chosen.query(**change) == query
    EventFilter.from_query(QueryDict(chosen.query(**change)))


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
        ("sort=-date&after=2025-04-11~1~7", "all events"),
        (
            "kind=tariff&side=us&from=2025-04-01&to=2025-05-31&q=%22rare+earth%22",
            "tariff events by the United States between 1 April and 31 May 2025 that mention “rare earth”",
        ),
        ("kind=talks&kind=port_fee&q=soy", "port fee or talks events that mention “soy”"),
        ("direction=eases&to=2025-06", "events that ease until June 2025"),
        ("action=raise&direction=escalates&side=both", "events by both sides that raise and that escalate"),
        ("status=planned&review_state=accepted&from=2025-11", "accepted planned events since November 2025"),
        ("issue=tiktok&issue=port-fees", "events on port fees or TikTok"),
        ("actor=china", "events involving China"),
        ("from=2025-04-11&to=2025-04-11", "events on 11 April 2025"),
        ("from=2025-04&to=2025-04", "events in April 2025"),
        ("from=2025&to=2026-02", "events between 2025 and February 2026"),
        ('q="a+b"+c', 'events that mention “"a b" c”'),
    ],
)
def test_a_filter_says_itself(query: str, said: str) -> None:
    make_event(issues=["tiktok", "port-fees"])
    assert EventFilter.from_query(QueryDict(query)).said == said


def test_a_window_says_how_many_undated_rows_it_leaves_out() -> None:
    make_event(date="")
    make_event()
    chosen = EventFilter.from_query(QueryDict("from=2025-04"))
    assert chosen.undated_left_out(Event.objects.all()) == 1
    assert EventFilter.from_query({}).undated_left_out(Event.objects.all()) == 0


def test_an_event_without_a_known_day_is_in_every_window_that_it_may_lie_in() -> None:
    by_may, since_march = make_event(date="../2025-05-14"), make_event(date="2025-03-01/..")
    assert kept("from=2025-04-01&to=2025-04-30") == {by_may.pk, since_march.pk}
    assert kept("from=2025-06") == {since_march.pk}


def test_an_event_that_matches_twice_is_listed_once() -> None:
    event = make_event(accounts=[{}, {}], issues=["soybeans", "agriculture"])
    asked = "issue=soybeans&issue=agriculture&actor=china&actor=united-states&source=news-house"
    assert list(EventFilter.from_query(QueryDict(asked)).apply(Event.objects.all())) == [event]


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
    census_now()
    with django_assert_num_queries(4):  # the version for the names of actors, issues and sources each, then the list
        list(
            EventFilter.from_query(
                QueryDict("actor=china&actor=united-states&issue=reciprocal-tariffs&source=northgate-wire")
            ).apply(Event.objects.all())
        )
