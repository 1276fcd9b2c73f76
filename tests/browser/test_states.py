"""Slow answers, failed requests, and what is said of them."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Opens, settled
from tests.browser.spring import make_spring

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LIST = re.compile(r"[?&]side=us")


def once(page: Page, fail: Callable[[Route], None]) -> None:
    """The next request for the list fails in this way; those after it reach the server."""
    page.route(LIST, fail, times=1)


def test_a_slow_answer_shows_that_it_is_coming(opens: Opens) -> None:
    make_spring(10)
    page = opens("/")
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route(LIST, hold)
    expect(page.locator("#busy")).not_to_be_visible()
    page.locator('input[name="side"][value="us"]').check()
    expect(page.locator("#busy")).to_be_visible()
    expect(page.locator("#results")).to_have_css("opacity", "0.55")
    waiting[0].continue_()
    expect(page.locator("#busy")).not_to_be_visible()
    expect(page.locator("#results h2")).to_contain_text("5 events")
    expect(page.locator("#results")).to_have_css("opacity", "1")


def test_a_server_that_cannot_be_reached_is_said_and_asked_again(opens: Opens) -> None:
    make_spring(10)
    page = opens("/", failing=True)
    once(page, lambda route: route.abort())
    page.locator('input[name="side"][value="us"]').check()
    expect(page.locator("#toast")).to_contain_text("cannot be reached")
    assert page.url.endswith("/")
    page.get_by_role("button", name="Retry").click()
    page.wait_for_url("**/?side=us")
    expect(page.locator("#results h2")).to_contain_text("5 events")
    expect(page.locator("#toast")).to_be_empty()


def test_a_fault_of_the_server_is_said_in_its_words_and_can_be_repeated(opens: Opens) -> None:
    make_spring(10)
    page = opens("/", failing=True)
    fault = '<div class="notice notice-error"><h1>Something went wrong on this server</h1></div>'
    once(page, lambda route: route.fulfill(status=500, content_type="text/html", body=fault))
    page.locator('input[name="side"][value="us"]').check()
    expect(page.locator("#toast")).to_contain_text("Something went wrong")
    expect(page.locator("#results .ev")).to_have_count(10)
    page.get_by_role("button", name="Retry").click()
    page.wait_for_url("**/?side=us")
    expect(page.locator("#results h2")).to_contain_text("5 events")


def test_a_mark_that_could_not_be_opened_can_be_opened_again(opens: Opens) -> None:
    events = make_spring(10)
    page = opens("/", failing=True)
    page.route(re.compile(r"event=\d+$"), lambda route: route.abort(), times=1)
    page.locator(f'.ov-ev[href$="event={events[4].pk}"] > svg > .mk').click()
    expect(page.locator("#toast")).to_contain_text("cannot be reached")
    page.get_by_role("button", name="Retry").click()
    expect(page.locator("#panel h2")).to_have_text(events[4].title)


def test_a_failure_is_seen_where_the_reader_is(opens: Opens) -> None:
    events = make_spring(40)
    page = opens("/", failing=True)
    page.route(re.compile(r"event=\d+$"), lambda route: route.abort(), times=1)
    page.locator(f"#e-{events[39].pk} h4 a").click()
    expect(page.locator("#toast .notice")).to_be_in_viewport()


def test_a_filter_that_cannot_be_read_shows_no_list_and_names_the_right_ones(opens: Opens) -> None:
    make_spring(10)
    for scripts in (True, False):
        page = opens("/?side=mars&kind=tariff", scripts=scripts)
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text("“mars” is not a side")
        expect(page.locator("#results .ev")).to_have_count(0)
        expect(page.locator(".bar").get_by_text("Export")).to_be_disabled()
        alert.get_by_role("link", name="China").click()
        expect(page.locator("#results .ev").first).to_be_visible()
        assert "side=china" in page.url
        assert "kind=tariff" in page.url


def test_an_empty_list_says_what_each_filter_costs(opens: Opens) -> None:
    make_spring(12)
    for scripts in (True, False):
        page = opens("/?side=us&q=zebra", scripts=scripts)
        expect(page.locator(".empty h2")).to_have_text("No event matches all 2 filters")
        page.locator(".empty").get_by_role("link", name="text").click()
        expect(page.locator("#results h2")).to_contain_text("6 events")
        settled(page)
        assert page.url.endswith("/?side=us")
