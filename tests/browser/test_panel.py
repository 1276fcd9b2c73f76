"""An event beside the list, in a real browser: the list keeps its place, the address follows, the keys work."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Opens, settled
from tests.browser.spring import make_spring
from tradewatch.records.models import Event

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def row_of(page: Page, event: Event) -> Locator:
    return page.locator(f"#e-{event.pk}")


def top_of(row: Locator) -> float:
    box = row.bounding_box()
    assert box is not None
    return box["y"]


def has_focus(page: Page, selector: str) -> None:
    page.wait_for_function("selector => document.activeElement.matches(selector)", arg=selector)


def test_a_row_opens_beside_the_list_and_keeps_its_place(opens: Opens) -> None:
    event = make_spring()[20]
    page = opens("/?sort=date")
    row = row_of(page, event)
    row.scroll_into_view_if_needed()
    before = top_of(row)
    row.locator("h4 a").click()
    expect(page.locator("#panel h2")).to_have_text(event.title)
    has_focus(page, "#panel-h")
    assert page.url.endswith(f"/?event={event.pk}")
    assert abs(top_of(row) - before) < 2
    expect(row).to_have_class(re.compile("is-sel"))
    expect(page.locator(".ov-ev.is-sel")).to_have_count(1)
    expect(page).to_have_title(f"{event.title} · Tradewatch")

    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    has_focus(page, f"#e-{event.pk} h4 a")
    assert page.url.endswith("/")
    assert abs(top_of(row) - before) < 2
    expect(page.locator(".is-sel")).to_have_count(0)


def test_back_and_forward_restore_the_panel_and_the_focus(opens: Opens) -> None:
    first, second, *_ = make_spring(10)
    page = opens("/")
    row_of(page, first).locator("h4 a").click()
    expect(page.locator("#panel h2")).to_have_text(first.title)
    row_of(page, second).locator("h4 a").click()
    expect(page.locator("#panel h2")).to_have_text(second.title)

    page.go_back()
    expect(page.locator("#panel h2")).to_have_text(first.title)
    has_focus(page, f"#e-{second.pk} h4 a")
    expect(row_of(page, first)).to_have_class(re.compile("is-sel"))
    page.go_back()
    expect(page.locator("#panel")).to_be_hidden()
    has_focus(page, f"#e-{first.pk} h4 a")
    page.go_forward()
    expect(page.locator("#panel h2")).to_have_text(first.title)
    page.reload()
    expect(page.locator("#panel h2")).to_have_text(first.title)


def test_a_mark_opens_its_event(opens: Opens) -> None:
    events = make_spring()
    page = opens("/?side=china")
    mark = page.locator(f'.ov-ev[href$="event={events[7].pk}"]')
    assert mark.locator("title").text_content()
    mark.locator("> svg > .mk").click()
    expect(page.locator("#panel h2")).to_have_text(events[7].title)
    assert page.url.endswith(f"/?side=china&event={events[7].pk}")
    has_focus(page, "#panel-h")


def test_a_hint_and_the_chain_open_what_they_name_in_the_same_list(opens: Opens) -> None:
    events = make_spring()
    page = opens("/?q=act")
    row_of(page, events[10]).locator(".hintlink", has_text=events[9].title).click()
    expect(page.locator("#panel h2")).to_have_text(events[9].title)
    page.locator("#panel .chain a", has_text=events[10].title).click()
    expect(page.locator("#panel h2")).to_have_text(events[10].title)
    assert page.url.endswith(f"/?q=act&event={events[10].pk}")


def test_a_filter_and_a_month_keep_the_panel_open(opens: Opens) -> None:
    events = make_spring()
    page = opens("/")
    row_of(page, events[1]).locator("h4 a").click()
    expect(page.locator("#panel h2")).to_have_text(events[1].title)
    page.locator('input[name="side"][value="us"]').check()
    page.wait_for_url(f"**/?side=us&event={events[1].pk}")
    expect(page.locator("#panel h2")).to_have_text(events[1].title)
    page.locator("#ov-apr").click()
    page.wait_for_url(f"**/?side=us&from=2025-04-01&to=2025-04-30&event={events[1].pk}")
    settled(page)
    page.keyboard.press("Escape")
    page.wait_for_url("**/?side=us&from=2025-04-01&to=2025-04-30")


def test_without_scripts_the_server_opens_the_panel(opens: Opens) -> None:
    event = make_spring()[3]
    page = opens("/?side=china", scripts=False)
    row_of(page, event).locator("h4 a").click()
    expect(page.locator("#panel h2")).to_have_text(event.title)
    expect(row_of(page, event)).to_have_class(re.compile("is-sel"))
    assert page.url.endswith(f"/?side=china&event={event.pk}#e-{event.pk}")
    page.locator("#panel").get_by_role("link", name="Close").click()
    expect(page.locator("#panel")).to_be_hidden()
    assert page.url.endswith(f"/?side=china#e-{event.pk}")


def test_with_control_a_row_opens_in_a_tab_of_its_own(opens: Opens) -> None:
    event = make_spring(5)[3]
    page = opens("/")
    with page.context.expect_page() as tab:
        row_of(page, event).locator("h4 a").click(modifiers=["Control"])
    tab.value.wait_for_load_state()
    assert f"event={event.pk}" in tab.value.url
    expect(page.locator("#panel")).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1024])
def test_on_a_small_screen_the_panel_lies_over_the_list_and_closes(opens: Opens, width: int) -> None:
    event = make_spring(8)[3]
    page = opens("/", width=width)
    row_of(page, event).locator("h4 a").click()
    expect(page.locator("#panel h2")).to_be_in_viewport()
    inert = page.evaluate("() => document.querySelectorAll('main [inert], .top[inert]').length")
    assert bool(inert) == (width == 390)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("#close").click()
    expect(page.locator("#panel")).to_be_hidden()
    has_focus(page, f"#e-{event.pk} h4 a")
    assert page.locator("[inert]").count() == 0


def test_a_row_far_down_keeps_its_place_and_its_page(opens: Opens) -> None:
    event = make_spring(80)[70]
    page = opens("/")
    page.locator("#more").scroll_into_view_if_needed()
    row = row_of(page, event)
    row.scroll_into_view_if_needed()
    settled(page)
    before = top_of(row)
    row.locator("h4 a").click()
    expect(page.locator("#panel h2")).to_have_text(event.title)
    assert abs(top_of(row) - before) < 2
    page.go_back()
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator("#results .ev")).to_have_count(80)
    expect(row).to_be_in_viewport()
    page.go_forward()
    expect(page.locator("#panel h2")).to_have_text(event.title)
    page.reload()
    expect(row).to_have_class(re.compile("is-sel"))


@pytest.mark.parametrize("width", [768, 860, 1024])
def test_on_a_narrow_screen_the_panel_covers_no_row(opens: Opens, width: int) -> None:
    event = make_spring(10)[3]
    page = opens(f"/?event={event.pk}", width=width)
    panel, row = page.locator("#panel").bounding_box(), row_of(page, event).bounding_box()
    assert panel is not None
    assert row is not None
    assert row["x"] + row["width"] <= panel["x"]
    assert row["width"] > 280
