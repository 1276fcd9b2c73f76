"""The window of dates in a real browser: typed, dragged over the overview, moved by keys; bars and months open."""

import re

import pytest
from playwright.sync_api import FloatRect, Page, expect

from tests.browser.conftest import Opens, settled
from tests.browser.spring import make_spring

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def stage_of(page: Page) -> FloatRect:
    box = page.locator(".ov-stage").bounding_box()
    assert box is not None
    return box


def test_two_dates_narrow_the_list_and_the_overview(opens: Opens) -> None:
    make_spring()
    page = opens("/")
    page.locator("#from").fill("2025-04-01")
    page.wait_for_url("**/?from=2025-04-01")
    page.locator("#to").fill("2025-04-10")
    page.wait_for_url("**/?from=2025-04-01&to=2025-04-10")
    expect(page.locator("#results h2")).to_contain_text("5 events")
    expect(page.locator(".ov-ev")).to_have_count(5)
    assert page.locator("#first-day").get_attribute("aria-valuetext") == "1 April 2025"
    page.locator("#from").fill("2025-05-01")
    expect(page.locator("#results")).to_contain_text("“from” is later than “to”")


def test_a_drag_over_the_overview_is_a_window(opens: Opens) -> None:
    make_spring()
    page = opens("/?side=china&from=2025-03-01&to=2025-05-31")
    box = stage_of(page)
    day = box["width"] / 92
    page.mouse.move(box["x"] + 10.5 * day, box["y"] + 6)
    page.mouse.down()
    page.mouse.move(box["x"] + 15 * day, box["y"] + 8, steps=3)
    expect(page.locator(".ov-drag")).to_have_count(1)
    page.mouse.move(box["x"] + 20.5 * day, box["y"] + 8, steps=3)
    page.mouse.up()
    page.wait_for_url("**/?side=china&from=2025-03-11&to=2025-03-21")
    expect(page.locator("#from")).to_have_value("2025-03-11")
    expect(page.locator("#results h2")).to_contain_text("3 events")
    expect(page.locator(".ov-drag")).to_have_count(0)
    page.go_back()
    page.wait_for_url("**/?side=china&from=2025-03-01&to=2025-05-31")
    expect(page.locator("#from")).to_have_value("2025-03-01")
    expect(page.locator("#first-day")).to_have_value("59")


def test_a_drag_that_ends_on_a_mark_does_not_open_it(opens: Opens) -> None:
    make_spring(10)
    page = opens("/?from=2025-03-01&to=2025-03-31")
    box = stage_of(page)
    mark = page.locator(".ov-ev > svg > .mk").nth(4).bounding_box()
    assert mark is not None
    page.mouse.move(mark["x"] + 8, mark["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, mark["y"] + 8, steps=3)
    page.mouse.move(mark["x"] + 40, mark["y"] + 8, steps=3)
    page.mouse.up()
    page.wait_for_url(re.compile("from=2025-03"))
    settled(page)
    assert "event=" not in page.url


def test_the_arrow_keys_move_the_window(opens: Opens) -> None:
    make_spring()
    page = opens("/?from=2025-04-01&to=2025-04-10")
    page.locator("#last-day").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/?from=2025-04-01&to=2025-04-12")
    assert page.locator("#last-day").get_attribute("aria-valuetext") == "12 April 2025"
    assert page.evaluate("document.activeElement.id") == "last-day"
    page.keyboard.press("End")
    page.wait_for_url("**/?from=2025-04-01")
    page.locator("#first-day").focus()
    page.keyboard.press("Home")
    page.wait_for_url(lambda url: url.endswith("/"))
    expect(page.locator("#results h2")).to_contain_text("40 events")


def test_the_ends_of_the_window_do_not_pass_each_other(opens: Opens) -> None:
    make_spring(10)
    page = opens("/?from=2025-04-01&to=2025-04-02")
    page.locator("#first-day").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_url("**/?from=2025-04-04&to=2025-04-04")


def test_a_bar_opens_its_week(opens: Opens) -> None:
    make_spring(160)
    page = opens("/?q=act")
    expect(page.locator(".ov-ev")).to_have_count(0)
    page.locator(".ov-stage .ov-bar .mk").nth(2).click()
    page.wait_for_url(re.compile(r"from=2025-\d\d-\d\d&to=2025-\d\d-\d\d&q=act"))
    expect(page.locator("#results h2")).to_contain_text(re.compile(r"\d events?"))
    expect(page.locator(".ov-ev").first).to_be_visible()
    expect(page.locator("#q")).to_have_value("act")


def test_without_scripts_the_dates_are_typed_and_a_bar_is_a_link(opens: Opens) -> None:
    make_spring(160)
    page = opens("/", scripts=False)
    expect(page.locator("#strip")).to_be_hidden()
    href = page.locator(".ov-stage .ov-bar").first.get_attribute("href")
    assert href is not None
    page.goto(href)
    expect(page.locator("#results h2")).to_contain_text(re.compile(r"\d events?"))
    page.locator("#from").fill("2025-04-01")
    page.locator("#to").fill("2025-04-03")
    page.get_by_role("button", name="Apply filters").click()
    expect(page.locator("#results h2")).to_contain_text("1 event")
    assert "from=2025-04-01&to=2025-04-03" in page.url


def test_a_mark_says_what_it_is_and_shows_what_it_answers(opens: Opens) -> None:
    events = make_spring()
    page = opens("/")
    mark = page.locator(f'.ov-ev[href$="event={events[10].pk}"]')
    arc = mark.locator(".ov-link")
    expect(arc).to_be_hidden()
    mark.locator("> svg > .mk").hover()
    expect(arc).to_be_visible()
    expect(page.locator(".ov-tip")).to_contain_text(events[10].title)
    mark.locator("> svg > .mk").click()
    expect(page.locator("#panel h2")).to_have_text(events[10].title)
    page.locator("h1").hover()
    expect(arc).to_be_visible()
    expect(page.locator(".ov-tip")).to_contain_text(events[10].title)
    other = page.locator(f'.ov-ev[href$="event={events[9].pk}"] .ov-link')
    expect(other).to_be_hidden()
