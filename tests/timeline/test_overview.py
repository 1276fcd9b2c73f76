"""The chart above the list: what it draws of a filter, and what it says that it does not."""

import re
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from tests.builders import make_event
from tradewatch.charts.marks import MOST_MARKS
from tradewatch.charts.spans import Span
from tradewatch.records.census import census_now
from tradewatch.records.decisions import decide
from tradewatch.records.filters import EventFilter
from tradewatch.records.models import Event
from tradewatch.records.narrowing import narrowed
from tradewatch.timeline.overview import Overview, name_of, overview_of
from tradewatch.vocabulary import Verb

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _public(settings: Settings) -> None:
    settings.TRADEWATCH_PUBLIC = True


def chart(**query: list[str]) -> Overview:
    named = {key.rstrip("_"): values for key, values in query.items()}
    chosen = EventFilter.from_query(named)
    return overview_of(chosen, narrowed(chosen, AnonymousUser()), Event.objects.visible_to(AnonymousUser()))


def page(client: Client, address: str = "/", **headers: str) -> str:
    return client.get(address, headers=headers or None).content.decode()


def drawn(html: str) -> set[str]:
    """The addresses of the marks."""
    return set(re.findall(r'<a class="ov-ev[^"]*"\s+href="([^"]+)"', html))


def make_copies(number: int, **values: Any) -> None:
    """Many events alike, straight into the record: the chart reads nothing else."""
    first = make_event(**values)
    kept = {
        field.attname: getattr(first, field.attname) for field in Event._meta.concrete_fields if not field.primary_key
    }
    Event.objects.bulk_create(Event(**kept) for _ in range(number - 1))


def spread_over_the_year(number: int) -> None:
    make_copies(number)
    events = list(Event.objects.order_by("pk"))
    for at, event in enumerate(events):
        day = date.fromordinal(date(2025, 1, 1).toordinal() + at * 364 // number)
        event.date, event.earliest, event.latest, event.listed_on = day.isoformat(), day, day, day
        event.side = ("us", "china", "both")[at % 3]
    Event.objects.bulk_update(events, ["date", "earliest", "latest", "listed_on", "side"])


def test_every_mark_links_to_an_event_of_the_list_and_names_it(client: Client) -> None:
    ours = make_event(title="A tariff & more", side="us", date="2025-04-09")
    theirs = make_event(side="china", date="2025-04-11")
    html = page(client)
    assert drawn(html) == {f"/?event={ours.pk}", f"/?event={theirs.pk}"}
    assert "<title>9 April 2025, United States: A tariff &amp; more</title>" in html
    listed = html[html.index('id="results"') :]
    assert all(f'hx-get="{address}"' in listed for address in drawn(html))


def test_the_marks_are_for_the_mouse_alone(client: Client) -> None:
    make_event()
    html = page(client)
    plot = html[html.index('class="ov-plot"') : html.index('class="ov-months"')]
    assert plot.count("<a ") == plot.count('tabindex="-1"') == 1
    assert len(re.findall(r'<svg class="ov-svg[^>]*aria-hidden="true"', plot)) == 2


def test_shape_is_the_kind_and_fill_the_direction(client: Client) -> None:
    make_event(kind="export_control", action="impose", date="2025-04-09")
    make_event(kind="tariff", action="threaten", date="2025-04-10")
    make_event(kind="tariff", action="suspend", status="planned", date="2025-04-11")
    make_event(kind="talks", action="hold", status="denied", date="2025-04-12")
    html = page(client)
    marks = re.findall(r'<a class="ov-ev ([^"]*)".*?href="#(k-\w+)"(.*?)</a>', html, flags=re.S)
    assert [(fill, shape) for fill, shape, _ in marks] == [
        ("is-esc", "k-export_control"),
        ("is-esc is-threat", "k-tariff"),
        ("is-ease", "k-tariff"),
        ("is-neu", "k-talks"),
    ]
    assert ["halo" in rest for *_, rest in marks] == [False, False, True, False]
    assert ["strike" in rest for *_, rest in marks] == [False, False, False, True]


def test_a_day_that_is_not_known_is_a_line(client: Client) -> None:
    make_event(date="2025-04")
    assert page(client).count('class="ov-stem"') == 1


def test_the_chart_follows_the_filter_beyond_the_page_of_the_list(client: Client) -> None:
    spread_over_the_year(MOST_MARKS)
    assert len(drawn(page(client))) == MOST_MARKS
    chinese = {f"/?side=china&amp;event={event.pk}" for event in Event.objects.filter(side="china")}
    assert drawn(page(client, "/?side=china")) == chinese


def test_what_a_reader_may_not_see_is_not_drawn(client: Client, editor: User, settings: Settings) -> None:
    gone = make_event()
    make_event()
    decide(Verb.REJECT, by=editor, event=gone, because="No.")
    assert len(drawn(page(client))) == 1
    settings.TRADEWATCH_SHOW_UNCHECKED = False
    assert drawn(page(client)) == set()


def test_the_year_of_the_dispute_is_the_window_where_the_filter_names_none() -> None:
    make_event(date="2024-12-31")
    make_event(date="2025-12-31")
    make_event(date="")
    found = chart()
    assert [period.name for period in found.periods][::11] == ["Jan", "Dec"]
    assert len(found.marks) == 1
    assert found.notes == ["1 without a date is not drawn", "1 outside 2025 is not drawn"]


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ({"from_": ["2025-04-10"], "to": ["2025-06"]}, "Apr", "Jun"),
        ({"from_": ["2025-11"]}, "Nov", "Dec"),
        ({"to": ["2025-02"]}, "Jan", "Feb"),
        ({"from_": ["2026-03"]}, "Mar", "Dec"),
        ({"to": ["2024-03"]}, "Jan", "Mar"),
        ({"from_": ["2024-11"], "to": ["2025-01"]}, "Nov 2024", "Jan 2025"),
        ({"from_": ["0001"], "to": ["9999"]}, "1–999", "9000–9999"),
    ],
)
def test_the_filters_dates_are_the_window(query: dict[str, list[str]], first: str, last: str) -> None:
    periods = chart(**query).periods
    assert (periods[0].name, periods[-1].name) == (first, last)


def test_a_month_says_how_many_events_its_list_holds_and_opens_it(client: Client) -> None:
    make_event(date="2025-04-09", side="us")
    make_event(date="2025-04", side="us")
    make_event(date="2025-03-30/2025-04-02", side="us")
    make_event(date="2025-04-10", side="china")
    html = page(client, "/?side=us")
    nav = html[html.index('class="ov-months"') : html.index("</nav>", html.index('class="ov-months"'))]
    (address,) = re.findall(r'id="ov-apr"\s+href="([^"]+)"', nav)
    assert parse_qs(urlsplit(address.replace("&amp;", "&")).query) == {
        "side": ["us"],
        "from": ["2025-04-01"],
        "to": ["2025-04-30"],
    }
    assert "Apr <b>3</b>" in nav
    assert "3 events" in page(client, address.replace("&amp;", "&"))


def test_more_marks_than_an_eye_can_tell_become_weekly_bars_that_open_their_week() -> None:
    spread_over_the_year(MOST_MARKS + 1)
    found = chart(sort=["-date"])
    assert found.marks == []
    assert len(found.bars) == 52
    query = parse_qs(urlsplit(found.bars[1].address).query)
    assert (query["from"], query["to"]) == (["2025-01-06"], ["2025-01-12"])
    assert found.bars[1].title.startswith("6–12 January 2025: US ")
    assert (
        sum(int(number) for bar in found.bars for number in re.findall(r" (\d+)(?:,|$)", bar.title)) == MOST_MARKS + 1
    )
    assert found.notes_on_bars == ["a bar is a week, too full for single marks"]


def test_bars_say_how_many_events_are_in_none_of_them() -> None:
    make_copies(MOST_MARKS)
    make_event(date="2025-04")
    assert chart().notes_on_bars[-1] == "1 known only to a longer span is in no bar"


def test_a_day_too_full_for_a_stack_turns_the_chart_into_bars() -> None:
    make_copies(40)
    assert chart().marks == []
    assert chart().bars
    assert len(chart(from_=["2025-04-11"], to=["2025-04-11"]).marks) == 40


@pytest.mark.parametrize(
    ("start", "end", "length"),
    [
        ("2025-04-11", "2025-04-20", "day"),
        ("2025", "2025", "week"),
        ("2024", "2026", "quarter"),
        ("2015", "2025", "year"),
        ("1990", "2029", "span of years"),
    ],
)
def test_the_chart_says_what_a_bar_is(start: str, end: str, length: str) -> None:
    make_copies(MOST_MARKS + 1)
    assert chart(from_=[start], to=[end]).notes_on_bars[0] == f"a bar is a {length}, too full for single marks"


def test_narrow_screens_have_bars_by_month() -> None:
    make_event(date="2025-04-09")
    make_event(date="2025-04")
    make_event(date="2025")
    found = chart()
    assert [bar.title for bar in found.small_bars] == ["April 2025: China 2"]
    assert found.in_no_small_bar == 1


def test_an_event_that_a_filter_finds_twice_is_drawn_once() -> None:
    make_event(actors=["china", "mofcom"])
    found = chart(actor=["china", "mofcom"])
    assert len(found.marks) == 1
    assert sum(period.number for period in found.periods) == 1


def test_htmx_gets_the_chart_with_the_list(client: Client) -> None:
    make_event()
    html = page(client, **{"HX-Request": "true", "HX-Target": "results", "HX-Trigger": "filters"})
    assert re.search(r'id="overview"\s+hx-swap-oob="true"', html)
    assert len(drawn(html)) == 1


def test_the_next_page_of_the_list_asks_nothing_for_the_chart(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_event()
    census_now()
    with django_assert_max_num_queries(40) as whole:
        page(client)
    with django_assert_max_num_queries(40) as more:
        page(client, **{"HX-Request": "true", "HX-Target": "more"})
    assert len(whole) - len(more) == 3  # the marks and their links; the third is the foot's last run


def test_where_a_filter_cannot_be_read_no_chart_stands(client: Client) -> None:
    make_event()
    headers = {"HX-Request": "true", "HX-Target": "results"}
    for html in (page(client, "/?side=mars"), page(client, "/?side=mars", **headers)):
        assert 'id="overview"' in html
        assert 'class="ov-plot"' not in html


@pytest.mark.parametrize("number", [3, 100])
def test_the_chart_costs_three_questions_however_many_events_it_draws(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    spread_over_the_year(number)
    census_now()
    with django_assert_num_queries(3):  # the version, the marks, the links among them
        assert len(chart().marks) == number


def test_bars_cost_no_question_but_the_version(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    spread_over_the_year(MOST_MARKS + 1)
    census_now()
    with django_assert_num_queries(1):
        chart()


def test_each_mark_weighs_300_bytes_at_most(client: Client) -> None:
    spread_over_the_year(MOST_MARKS)
    for query in ("/", "/?kind=tariff&side=us&side=china&from=2025-01-01&to=2025-12-31"):
        marks = re.findall(r'<a class="ov-ev.*?</a>', page(client, query), flags=re.S)
        assert len(marks) > 90
        assert max(len(mark.encode()) for mark in marks) <= 300


def test_the_chart_has_no_style_of_its_own(client: Client) -> None:
    spread_over_the_year(20)
    html = page(client)
    assert " style=" not in html[html.index('id="overview"') : html.index('class="legend"')]


@pytest.mark.parametrize(
    ("first", "last", "window", "name"),
    [
        (date(2025, 4, 1), date(2025, 4, 30), 2025, "Apr"),
        (date(2025, 4, 1), date(2025, 4, 30), 2024, "Apr 2025"),
        (date(2025, 4, 1), date(2025, 6, 30), 2024, "Q2 2025"),
        (date(2025, 1, 1), date(2025, 12, 31), 2015, "2025"),
        (date(2020, 1, 1), date(2029, 12, 31), 1950, "2020–2029"),
    ],
)
def test_a_period_is_named_as_short_as_it_is_clear(first: date, last: date, window: int, name: str) -> None:
    assert (
        name_of(
            Span(first=first, last=last),
            Span(first=date(window, 1, 1), last=date(2029, 12, 31) if window != 2025 else last),
        )
        == name
    )
