"""Searching and narrowing in a real browser: as one types, and neither drops the other."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens, settled
from tests.browser.spring import make_spring

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_typing_narrows_after_a_pause_and_the_address_follows(opens: Opens) -> None:
    make_spring(20)
    page = opens("/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "q=" in request.url else None)
    page.locator("#q").press_sequentially('"number 1"', delay=20)
    page.wait_for_url("**/?q=%22number+1%22")
    expect(page.locator("#results h2")).to_contain_text("1 event")
    assert len(asked) == 1
    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("#results h4 mark")).to_have_text("number 1")
    expect(page).to_have_title("Events that mention “number 1” · Tradewatch")
    steps = page.evaluate("history.length")
    page.locator("#q").press("Backspace")
    page.locator("#q").press_sequentially('2"', delay=20)
    page.wait_for_url("**/?q=%22number+12%22")
    assert page.evaluate("history.length") == steps
    page.locator("#q").fill("")
    page.wait_for_url(lambda url: url.endswith("/"))
    expect(page.locator("#results h2")).to_contain_text("20 events")


def test_search_and_filters_never_drop_each_other(opens: Opens) -> None:
    make_spring(20)
    page = opens("/")
    page.locator('input[name="side"][value="china"]').check()
    page.wait_for_url("**/?side=china")
    page.locator("#q").fill("number")
    page.locator("#q").press("Enter")
    page.wait_for_url("**/?side=china&q=number")
    page.locator('input[name="kind"][value="tariff"]').check()
    page.wait_for_url("**/?kind=tariff&side=china&q=number")
    page.locator("#sort").select_option("-date")
    page.wait_for_url("**/?kind=tariff&side=china&q=number&sort=-date")
    settled(page)
    page.get_by_role("link", name="Remove filter: Kind").click()
    page.wait_for_url("**/?side=china&q=number&sort=-date")
    expect(page.locator("#q")).to_have_value("number")
    expect(page.locator('input[name="side"][value="china"]')).to_be_checked()
    expect(page.locator('input[name="kind"][value="tariff"]')).not_to_be_checked()


def test_back_brings_back_what_was_typed_and_ticked(opens: Opens) -> None:
    make_spring(20)
    page = opens("/")
    page.locator("#q").fill("number")
    page.wait_for_url("**/?q=number")
    settled(page)
    page.locator('input[name="side"][value="china"]').check()
    page.wait_for_url("**/?side=china&q=number")
    settled(page)
    page.go_back()
    page.wait_for_url("**/?q=number")
    expect(page.locator("#q")).to_have_value("number")
    expect(page.locator('input[name="side"][value="china"]')).not_to_be_checked()
    page.go_back()
    page.wait_for_url(lambda url: url.endswith("/"))
    expect(page.locator("#q")).to_have_value("")
    page.go_forward()
    page.go_forward()
    page.wait_for_url("**/?side=china&q=number")
    expect(page.locator("#q")).to_have_value("number")
    expect(page.locator('input[name="side"][value="china"]')).to_be_checked()
    page.locator('input[name="kind"][value="tariff"]').check()
    page.wait_for_url("**/?kind=tariff&side=china&q=number")


def test_without_scripts_one_form_sends_words_dates_and_filters(opens: Opens) -> None:
    make_spring(20)
    page = opens("/?kind=tariff", scripts=False)
    page.locator('input[name="side"][value="china"]').check()
    page.locator("#q").fill("act")
    page.locator("#q").press("Enter")
    page.wait_for_url("**/?**")
    expect(page.locator("#results h2")).to_contain_text("events")
    expect(page.locator("#q")).to_have_value("act")
    expect(page.locator('input[name="kind"][value="tariff"]')).to_be_checked()
    expect(page.locator('input[name="side"][value="china"]')).to_be_checked()
    page.get_by_role("link", name="Remove filter: Text").click()
    expect(page.locator("#q")).to_have_value("")
    expect(page.locator('input[name="side"][value="china"]')).to_be_checked()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_long_facet_shows_the_rest(opens: Opens, *, scripts: bool) -> None:
    from tests.builders import make_event

    for number in range(15):
        make_event(actors=[f"firm-{number:02}"])
    page = opens("/?kind=tariff", scripts=scripts)
    page.locator("summary", has_text="Actor").click()
    expect(page.locator("#fl-actor input")).to_have_count(12)
    page.locator("#fl-actor .more").click()
    expect(page.locator("#fl-actor input")).to_have_count(15)
    if scripts:
        expect(page.locator("#fl-actor input").nth(12)).to_be_focused()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_list_goes_on_page_by_page(opens: Opens, *, scripts: bool) -> None:
    make_spring(80)
    page = opens("/?sort=-date", scripts=scripts)
    expect(page.locator("#results .ev")).to_have_count(50)
    if scripts:
        page.locator("#more").scroll_into_view_if_needed()
        expect(page.locator("#results .ev")).to_have_count(80)
        assert page.url.endswith("/?sort=-date")
    else:
        page.get_by_role("link", name="Next events").click()
        expect(page.locator("#results .ev")).to_have_count(30)
        assert "sort=-date&after=" in page.url
    expect(page.locator("#more")).to_have_count(0)


def test_the_key_slash_goes_to_the_search_box(opens: Opens) -> None:
    make_spring(3)
    page = opens("/")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("#q")).to_have_value("")
