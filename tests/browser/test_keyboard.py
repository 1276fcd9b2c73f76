"""The timeline with the keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opens, settled
from tests.browser.spring import make_spring

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
_FOCUSED = "() => { const at = document.activeElement; return at.id || at.textContent.trim().replace(/\\s+/g, ' ') }"


def focused(page: Page) -> str:
    return str(page.evaluate(_FOCUSED))


def tab_to(page: Page, wanted: str, *, most: int = 60) -> list[str]:
    """Press Tab until the focus is on what has this id or begins with these words; what was passed on the way."""
    passed: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        at = focused(page)
        if at == wanted or at.startswith(wanted):
            return passed
        passed.append(at)
    pytest.fail(f"{wanted} was not reached: {passed}")


def test_everything_on_the_timeline_is_reached_and_worked_by_keys(opens: Opens) -> None:
    events = make_spring(6)
    page = opens("/")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to content"
    passed = tab_to(page, "f-side-us")
    for place in ("Timeline", "q", "from", "to", "ov-jan", "ov-dec", "first-day", "last-day"):
        assert any(at == place or at.startswith(place) for at in passed), place
    # The marks are for the mouse: the rows hold the same links.
    assert not any("act number" in at for at in passed)
    page.keyboard.press("Space")
    page.wait_for_url("**/?side=us")
    settled(page)
    assert focused(page) == "f-side-us"
    passed = tab_to(page, events[0].title)
    assert any(at.startswith("Remove filter") for at in passed)
    assert "sort" in passed
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(events[0].title)
    page.wait_for_function("() => document.activeElement.id === 'panel-h'")
    tab_to(page, "Open at the passage")
    tab_to(page, "Full page")
    settled(page)
    page.keyboard.press("Escape")
    page.wait_for_function("title => document.activeElement.textContent.trim() === title", arg=events[0].title)


def test_the_skip_link_leads_past_the_navigation(opens: Opens) -> None:
    make_spring(3)
    page = opens("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.keyboard.press("Tab")
    assert focused(page) == "from"


def test_the_focus_is_always_seen(opens: Opens) -> None:
    make_spring(3)
    page = opens("/")
    for _ in range(40):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
              const at = document.activeElement;
              if (at === document.body) return "";
              const box = at.getBoundingClientRect();
              const style = getComputedStyle(at);
              const thumb = at.type === "range";
              const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
              return box.width && box.height && (ring || thumb) ? "" : at.outerHTML.slice(0, 120);
            }"""
        )
        assert seen == ""


def test_escape_leaves_a_menu_before_it_closes_the_panel(opens: Opens) -> None:
    event = make_spring(3)[0]
    page = opens(f"/?event={event.pk}", width=390)
    page.goto("/")
    page.locator(f"#e-{event.pk} h4 a").click()
    expect(page.locator("#panel-h")).to_be_visible()
    page.evaluate("() => document.getElementById('facets').showPopover()")
    settled(page)
    page.keyboard.press("Escape")
    expect(page.locator("#facets")).to_be_hidden()
    expect(page.locator("#panel-h")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()


def test_a_filter_taken_off_leaves_the_focus_on_the_next_one(opens: Opens) -> None:
    make_spring(6)
    page = opens("/?kind=tariff&side=us&q=act")
    for chip in ("Kind: Tariff", "Side: United States"):
        page.get_by_role("link", name=f"Remove filter: {chip}").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("link", name=f"Remove filter: {chip}")).to_have_count(0)
        settled(page)
        assert focused(page).startswith("Remove filter:")
    page.keyboard.press("Enter")
    expect(page.locator("#results h2")).to_be_focused()
