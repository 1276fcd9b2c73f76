"""The list of events: what each filter keeps, how the page says it, and its states."""

from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from tests.builders import TARIFF, add_mention, make_document, make_event, make_publisher
from tradewatch.records.decisions import decide
from tradewatch.records.filters import EventFilter
from tradewatch.timeline import listing
from tradewatch.vocabulary import Verb

pytestmark = pytest.mark.django_db
BY_THE_US = EventFilter.from_query({"side": ["us"]}).said


class Titles(HTMLParser):
    """The titles of the events of a list, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._heading = self._link = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser's signature
        self._heading = self._heading or tag == "h4"
        if tag == "a" and self._heading:
            self._link = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "h4":
            self._heading = False
        if tag == "a":
            self._link = False

    def handle_data(self, data: str) -> None:
        if self._link:
            self.found[-1] = f"{self.found[-1]}{data}".strip()


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def titles(response: Any) -> list[str]:
    return Titles(response.content.decode()).found


def htmx(client: Client, address: str, *, target: str = "results", trigger: str = "filters") -> Any:
    headers = {"HX-Request": "true", "HX-Target": target, "HX-Trigger": trigger}
    return client.get(address, headers=headers)


@pytest.fixture
def two_events(db: None) -> None:
    """One event of each side that differ in everything a filter can ask for."""
    make_event(title="Ours", version=make_document("Ours it is.", publisher=make_publisher("harbour-wire")))
    make_event(
        title="Theirs",
        kind="export_control",
        action="lift",
        status="planned",
        side="us",
        date="2025-11-10",
        effective="",
        actors=["donald-trump"],
        issues=["rare-earths"],
        measures=[],
        confidence=0.2,
        version=make_document("Theirs it is.", publisher=make_publisher("canal-wire")),
    )


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("side=us", ["Theirs"]),
        ("side=us&side=china", ["Ours", "Theirs"]),
        ("kind=tariff", ["Ours"]),
        ("action=lift", ["Theirs"]),
        ("status=planned", ["Theirs"]),
        ("actor=donald-trump", ["Theirs"]),
        ("issue=reciprocal-tariffs", ["Ours"]),
        ("direction=escalates", ["Ours"]),
        ("review_state=doubted", ["Theirs"]),
        ("source=harbour-wire", ["Ours"]),
        ("from=2025-05-01", ["Theirs"]),
        ("to=2025-05-01", ["Ours"]),
        ("q=Theirs", ["Theirs"]),
        ("sort=-date", ["Theirs", "Ours"]),
        ("sort=confidence", ["Theirs", "Ours"]),
        ("side=us&kind=tariff", []),
    ],
)
def test_each_filter_keeps_what_it_names(query: str, kept: list[str], client: Client, two_events: None) -> None:
    assert titles(client.get(f"/?{query}")) == kept


def test_the_list_says_its_filter_its_count_and_of_how_many(client: Client, two_events: None) -> None:
    page = text_of(client.get("/?side=us"))
    assert f"{BY_THE_US[0].upper()}{BY_THE_US[1:]}: 1 in all, 0 escalate, 1 eases, 0 do neither." in page
    assert "1 event <small> of 2 </small>" in page


def test_each_active_filter_is_a_link_that_removes_it_alone(client: Client, two_events: None) -> None:
    page = client.get("/?side=us&kind=export_control&from=2025-01-01").content.decode()
    assert 'href="/?side=us&amp;from=2025-01-01"' in page
    assert 'href="/?kind=export_control&amp;from=2025-01-01"' in page
    assert 'href="/?kind=export_control&amp;side=us"' in page


def test_chosen_values_are_checked_and_every_value_shows_its_count(client: Client, two_events: None) -> None:
    page = text_of(client.get("/?side=us"))
    box = page.partition('id="f-side-us"')[2].partition("</label>")[0]
    assert " checked>" in box
    assert '<span class="n">1</span>' in box
    assert " checked>" not in page.partition('id="f-side-china"')[2].partition("</label>")[0]


def test_search_window_and_sort_belong_to_the_form_of_filters(client: Client, two_events: None) -> None:
    page = text_of(client.get("/?side=us&q=Theirs"))
    for name in ("q", "from", "to", "sort"):
        field = page.partition(f'name="{name}"')[2].partition(">")[0]
        assert 'form="filters"' in field
    assert 'value="Theirs"' in page


def test_the_export_menu_leads_to_exactly_this_list(client: Client, two_events: None) -> None:
    page = client.get("/?side=us&sort=-date&after=").content.decode()
    assert 'href="/events.csv?side=us&amp;sort=-date"' in page


def test_the_citation_names_the_filter_the_count_and_the_address(client: Client, two_events: None) -> None:
    assert f"Tradewatch, {BY_THE_US} (1), as of" in text_of(client.get("/?side=us"))


def test_events_stand_under_their_month_with_its_tally(client: Client) -> None:
    make_event(date="2025-04-02")
    make_event(date="2025-04-09", action="lower")
    make_event(date="2025-05-12")
    page = text_of(client.get("/"))
    april = page.partition('id="m-2025-04"')[2].partition("</h3>")[0]
    assert "April" in april
    assert "2 events: 1 escalate, 1 ease" in april
    assert page.index('id="m-2025-04"') < page.index('id="m-2025-05"')


def test_an_event_without_a_day_stands_at_the_end_of_the_month_of_its_first_source(client: Client) -> None:
    make_event(title="Undated", date="", effective="", version=make_document(published=date(2025, 4, 3)))
    make_event(title="Late", date="2025-04-28")
    make_event(title="In May", date="2025-05-01")
    response = client.get("/")
    assert titles(response) == ["Late", "Undated", "In May"]
    assert "Day not known; first reported in April" in text_of(response)


def test_newest_first_says_where_days_are_known_again(client: Client) -> None:
    make_event(title="Undated", date="", effective="", version=make_document(published=date(2025, 4, 3)))
    make_event(title="Early", date="2025-04-02")
    page = text_of(client.get("/?sort=-date"))
    assert page.index("Day not known") < page.index("Undated</a>") < page.index("Day known") < page.index("Early</a>")


def test_a_window_of_dates_says_how_many_undated_events_it_leaves_out(client: Client) -> None:
    make_event(date="", effective="")
    make_event(date="2025-04-11")
    assert "1 event whose date is not known is left out" in text_of(client.get("/?from=2025-04-01&to=2025-04-30"))
    assert "left out" not in text_of(client.get("/"))


@pytest.mark.parametrize(
    ("value", "rail"),
    [
        ("2025-04-11", '<time datetime="2025-04-11">11 Apr<small>Fri</small></time>'),
        ("2025-05-10/2025-05-11", "<span>10–11 May<small>2 days</small></span>"),
        ("2025-10", '<time datetime="2025-10">Oct<small>day not known</small></time>'),
        ("2025-10-10/..", "<span>10 Oct<small>or later</small></span>"),
        ("../2025-05-14", "<span>14 May<small>or earlier</small></span>"),
    ],
)
def test_the_rail_is_never_finer_than_the_evidence(value: str, rail: str, client: Client) -> None:
    make_event(date=value, effective="")
    assert rail in client.get("/").content.decode()


def test_a_row_shows_a_sources_voice_until_an_editor_writes_a_summary(client: Client, editor: User) -> None:
    event = make_event(version=make_document("The wire says so.", genre="news"))
    add_mention(event, make_document("The gazette says so.", genre="official"), TARIFF)
    assert "<q>The gazette says so.</q>" in client.get("/").content.decode()
    decide(Verb.CORRECT, by=editor, event=event, field="summary", before="", after="Our own words.")
    page = client.get("/").content.decode()
    assert "Our own words." in page
    assert "<q>" not in page


def test_a_row_tells_a_figure_with_the_one_before_it(client: Client) -> None:
    make_event()
    figure = text_of(client.get("/")).partition('class="figs"')[2].partition("</div>")[0]
    assert "84%" in figure
    assert "125%" in figure
    assert "US goods, added" in figure


def test_a_threat_is_not_shown_as_a_deed(client: Client) -> None:
    make_event(action="threaten", title="A threat")
    page = client.get("/").content.decode()
    assert "is-threat" in page.partition('class="ev-axis"')[2].partition("</svg>")[0]
    assert "threat, not in force" in page


def test_accounts_that_differ_and_events_that_nobody_checked_are_marked(client: Client) -> None:
    event = make_event()
    assert "not checked yet" in client.get("/").content.decode()
    add_mention(event, make_document("Another day."), {**TARIFF, "date": "2025-04-20"})
    page = client.get("/").content.decode()
    assert "accounts differ" in page
    assert "in doubt" in page


def test_an_event_that_rests_on_opinion_alone_says_so(client: Client) -> None:
    event = make_event(version=make_document("A columnist says so.", genre="opinion"))
    assert "opinion only" in client.get("/").content.decode()
    assert "rests on opinion alone" in client.get(event.get_absolute_url()).content.decode()


def test_rejected_and_merged_events_are_not_in_the_list(client: Client, editor: User) -> None:
    kept, merged, rejected = (make_event(title=name) for name in ("Kept", "Merged", "Rejected"))
    decide(Verb.MERGE, by=editor, event=kept, other=merged)
    decide(Verb.REJECT, by=editor, event=rejected, because="No.")
    assert titles(client.get("/")) == ["Kept"]


def test_where_unchecked_events_are_hidden_readers_see_accepted_ones_alone(
    client: Client, analyst_client: Client, editor: User, settings: Settings
) -> None:
    settings.TRADEWATCH_SHOW_UNCHECKED = False
    make_event(title="Unchecked")
    decide(Verb.ACCEPT, by=editor, event=make_event(title="Accepted"))
    assert titles(client.get("/")) == ["Accepted"]
    assert sorted(titles(analyst_client.get("/"))) == ["Accepted", "Unchecked"]


# --- pages


@pytest.fixture
def three_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "PER_PAGE", 3)
    for day in range(1, 9):
        make_event(title=f"Day {day}", date=f"2025-04-0{day}")


def next_address(response: Any) -> str:
    html: str = response.content.decode().partition('id="more"')[2]
    return html.partition('href="')[2].partition('"')[0].replace("&amp;", "&")


def test_pages_follow_each_other_without_gap_or_repetition(client: Client, three_a_page: None) -> None:
    found, address = [], "/?side=china"
    while address:
        response = client.get(address)
        found += titles(response)
        address = next_address(response)
        assert not address or parse_qs(urlsplit(address).query)["side"] == ["china"]
    assert found == [f"Day {day}" for day in range(1, 9)]


def test_a_month_that_goes_on_over_a_page_says_so(client: Client, three_a_page: None) -> None:
    second = client.get(next_address(client.get("/")))
    assert "continued, 8 events" in text_of(second)


def test_htmx_appends_the_next_rows_alone_and_repeats_no_heading(client: Client, three_a_page: None) -> None:
    response = htmx(client, next_address(client.get("/")), target="more", trigger="")
    page = response.content.decode()
    assert titles(response) == ["Day 4", "Day 5", "Day 6"]
    assert "<html" not in page
    assert "month-h" not in page
    assert "HX-Push-Url" not in response


def test_a_place_past_the_end_is_an_empty_page_with_a_way_back(client: Client, two_events: None) -> None:
    response = client.get("/?side=us&after=2026-12-31~0~999999")
    assert response.status_code == 200
    assert titles(response) == []
    assert 'href="/?side=us"' in response.content.decode().partition("No events after this place")[2]


# --- states


def test_an_empty_list_names_the_filters_and_what_each_one_costs(client: Client, two_events: None) -> None:
    page = text_of(client.get("/?side=us&kind=tariff"))
    empty = page.partition('class="empty"')[2]
    assert "No event matches all 2 filters" in empty
    assert '<a href="/?side=us">Remove kind: Tariff</a> <b>1</b> event' in empty
    assert '<a href="/?kind=tariff">Remove side: United States</a> <b>1</b> event' in empty


def test_an_empty_record_says_how_events_come_in(client: Client) -> None:
    assert "Nothing is on the timeline yet" in text_of(client.get("/"))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("side=mars", "“mars” is not a side that the timeline knows."),
        ("from=2025-13-40", "“2025-13-40”"),
        ("kind=tarif", "“tarif” is not a kind that the timeline knows."),
        ("colour=red", "There is no filter “colour”."),
        ("after=yesterday", "“yesterday” marks no place in the list."),
        ("sort=beauty", "The list cannot be sorted by “beauty”."),
        ("actor=nobody", "“nobody” is not an actor"),
        ("from=2025-05-01&to=2025-04-01", "“from” is later than “to”"),
        ("q=%00", "NUL"),
    ],
)
def test_a_filter_that_means_nothing_is_answered_422_with_what_and_where(
    query: str, said: str, client: Client, two_events: None
) -> None:
    response = client.get(f"/?{query}")
    assert response.status_code == 422
    assert said in text_of(response)
    assert titles(response) == []


def test_a_list_that_could_not_be_read_is_neither_exported_nor_cited(client: Client, two_events: None) -> None:
    page = client.get("/?side=mars").content.decode()
    assert "/events.csv" not in page
    assert page.count('aria-disabled="true"') == 2


def test_a_mistake_says_what_was_meant_and_keeps_what_could_be_read(client: Client, two_events: None) -> None:
    page = text_of(client.get("/?side=us&kind=tarif&from=2025-13-40"))
    assert 'Did you mean <a href="/?kind=tariff&amp;side=us">Tariff</a>?' in page
    assert f'href="/?side=us">show {BY_THE_US}</a>' in page
    assert 'value="2025-13-40"' in page.partition('id="from"')[2].partition(">")[0]


# --- htmx


def test_htmx_gets_the_list_and_what_changes_with_it_and_the_canonical_address(
    client: Client, two_events: None
) -> None:
    response = htmx(client, "/?sort=date&side=us&q=&from=&to=")
    page = text_of(response)
    assert response["HX-Push-Url"] == "/?side=us"
    assert "<html" not in page
    assert 'id="results"' in page
    assert 'id="said" hx-swap-oob="true"' in page
    assert f"<title> {BY_THE_US[0].upper()}{BY_THE_US[1:]} · Tradewatch</title>" in page
    assert 'id="fl-kind" hx-swap-oob="true"' in page


def test_a_field_that_is_being_typed_into_is_not_sent_anew(client: Client, two_events: None) -> None:
    assert 'id="from"' not in htmx(client, "/?side=us").content.decode()
    assert 'id="from"' in htmx(client, "/?side=us", trigger="").content.decode()


def test_a_bad_filter_is_answered_to_htmx_with_422_and_the_part(client: Client, two_events: None) -> None:
    response = htmx(client, "/?side=mars")
    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()
    assert "<html" not in response.content.decode()


def test_caches_keep_pages_and_parts_apart(client: Client, two_events: None) -> None:
    for response in (client.get("/"), htmx(client, "/"), client.get("/?side=mars")):
        assert {"HX-Request", "HX-Target"} <= {name.strip() for name in response["Vary"].split(",")}


def test_a_facet_with_many_values_shows_the_rest_when_asked(client: Client) -> None:
    for number in range(15):
        make_event(actors=[f"firm-{number:02}"])
    page = client.get("/").content.decode()
    assert "f-actor-firm-14" not in page
    assert "f-actor-firm-14" in client.get("/?all=actor").content.decode()
    part = htmx(client, "/?all=actor", target="fl-actor", trigger="").content.decode()
    assert "f-actor-firm-14" in part
    assert "fl-kind" not in part


@pytest.mark.parametrize("query", ["", "?side=china&kind=tariff&from=2025-01-01", "?sort=confidence", "?side=mars"])
def test_the_number_of_questions_does_not_grow_with_the_list(
    query: str, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    def ask(limit: int) -> int:
        with django_assert_max_num_queries(limit) as asked:
            client.get(f"/{query}")
        return len(asked)

    grow(5, make_event)
    few = ask(30)
    grow(45, make_event)
    assert ask(few) <= few


def grow(number: int, make: Callable[..., object]) -> None:
    for at in range(number):
        make(actors=["china", "mofcom"], date=f"2025-04-{at % 28 + 1:02}")
