"""The states of the timeline that are reached by an act, by axe, light and dark, on a desk and on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opens, settled
from tests.browser.looking import faults_of
from tests.browser.spring import make_spring
from tests.builders import TARIFF, add_mention, make_document, make_position
from tradewatch.records.models import Event

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SCREENS = pytest.mark.parametrize(
    ("width", "dark"),
    [(1600, False), (1440, True), (1024, False), (390, False)],
    ids=["wide", "desk, dark", "small desk", "phone"],
)


def told_in_two_ways() -> Event:
    """An event of the spring on which accounts differ, with words spoken around it."""
    event = make_spring(60)[5]
    add_mention(event, make_document("China raised its tariff on Thursday."), {**TARIFF, "date": "2025-03-13"})
    make_position(date="2025-03-12")
    event.refresh_from_db()
    return event


def name_of(state: str, width: int, *, dark: bool) -> str:
    return f"{state} {width}{' dark' if dark else ''}"


@SCREENS
def test_no_state_of_the_timeline_shuts_anybody_out(opens: Opens, width: int, *, dark: bool) -> None:
    event = told_in_two_ways()
    page = opens("/", width=width, dark=dark, failing=True)
    found = faults_of(page, name_of("list", width, dark=dark))
    for state, reach in {"panel": open_panel, "menus": open_menus, "years": see_years, "failed": fail}.items():
        page.goto("/")
        reach(page, event)
        found += faults_of(page, name_of(state, width, dark=dark))
    for address in (f"/?event={event.pk}", "/?event=999", "/?side=mars", "/?q=zebra&side=us", "/?after=2026-01-01~0~1",
                    event.get_absolute_url(), "/positions/matrix/", "/issues/", "/sources/"):  # fmt: skip
        page.goto(address)
        found += faults_of(page, name_of(address, width, dark=dark))
    assert not found, "\n".join(found)


def open_panel(page: Page, event: Event) -> None:
    page.locator(f"#e-{event.pk} h4 a").click()
    expect(page.locator("#panel h2")).to_have_text(event.title)
    settled(page)
    # What the sticky heads cover half is no target of its own.
    page.evaluate("() => scrollTo(0, 0)")


def open_menus(page: Page, _event: Event) -> None:
    """What is folded away: the menus of the list, all facets; on small screens the rail itself."""
    filters = page.get_by_role("button", name="Filters")
    if filters.is_visible():
        filters.click()
    else:
        page.locator("summary", has_text="Cite this list").click()
    page.evaluate("() => document.querySelectorAll('#facets details').forEach(facet => { facet.open = true })")


def see_years(page: Page, _event: Event) -> None:
    """A window of three years, named by quarters."""
    page.goto("/?from=2024-01-01&to=2026-12-31")


def fail(page: Page, event: Event) -> None:
    page.route(re.compile(r"event=\d+$"), lambda route: route.abort(), times=1)
    page.locator(f"#e-{event.pk} h4 a").click()
    expect(page.get_by_role("button", name="Retry")).to_be_visible()


def test_on_paper_a_list_and_an_event_stand_in_full_without_controls(opens: Opens) -> None:
    event = told_in_two_ways()
    page = opens("/")
    page.emulate_media(media="print")
    for gone in ("#facets", ".search", ".bar .btn", "#strip", "#window", ".nav"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.locator("#results .ev").first).to_be_visible()
    assert not [fault for fault in faults_of(page, "list on paper") if "contrast" in fault]
    page.goto(f"/?event={event.pk}")
    expect(page.locator("#panel h2")).to_be_visible()
    expect(page.locator("#close")).to_be_hidden()
    page.goto(event.get_absolute_url())
    expect(page.locator("figure.quote").first).to_be_visible()
    expect(page.locator(".cite-text")).to_be_visible()
    assert not [fault for fault in faults_of(page, "event on paper") if "contrast" in fault]
