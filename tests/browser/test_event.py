"""The pages around an event in a real browser: its evidence, the article at the passage, its citation, who took part."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens, log_in, settled
from tests.browser.spring import make_spring
from tests.builders import TARIFF, add_mention, make_document, make_position, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BOTH_WAYS = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
LONG = "\n\n".join(["A paragraph before it all."] * 60)


@BOTH_WAYS
def test_the_article_opens_at_the_passage_and_leads_back(opens: Opens, *, scripts: bool) -> None:
    event = make_spring(3)[1]
    words = "China raised its tariff to 125% on Friday."
    add_mention(event, make_document(f"{LONG}\n\n{words}\n\n{LONG}"), TARIFF, quote=words)
    page = opens(event.get_absolute_url(), scripts=scripts)
    quote = page.locator("figure.quote", has_text=words)
    expect(quote.locator("mark")).to_have_text(words)
    quote.get_by_role("link", name="Open at the passage").click()
    page.wait_for_url(re.compile(r"/sources/\d+/#p-\d+$"))
    passage = page.locator(".source-text mark", has_text=words)
    expect(passage).to_be_in_viewport()
    expect(passage).to_have_css("border-bottom-width", "3px")
    page.locator(".source-text sup a").first.click()
    expect(page.locator("h1")).to_have_text(event.title)


@BOTH_WAYS
def test_the_way_from_the_list_to_the_full_page_and_along_the_chain(opens: Opens, *, scripts: bool) -> None:
    events = make_spring(12)
    page = opens("/?side=china", scripts=scripts)
    page.locator(f"#e-{events[5].pk} h4 a").click()
    page.locator("#panel").get_by_role("link", name="Full page").click()
    expect(page.locator("h1")).to_have_text(events[5].title)
    page.locator("#chain a", has_text=events[4].title).click()
    expect(page.locator("h1")).to_have_text(events[4].title)
    page.go_back()
    page.go_back()
    expect(page.locator("#panel h2")).to_have_text(events[5].title)
    assert "side=china" in page.url


def test_a_citation_is_taken_along(opens: Opens, tmp_path: Path) -> None:
    event = make_spring(2)[1]
    page = opens(event.get_absolute_url())
    expect(page.locator(".cite-text")).to_contain_text(f"event {event.pk}")
    with page.expect_download() as download:
        page.get_by_role("link", name="BibTeX").click()
    file = tmp_path / "event.bib"
    download.value.save_as(file)
    assert event.title in file.read_text()


@BOTH_WAYS
def test_an_actor_and_an_issue_show_what_was_done_and_said(opens: Opens, *, scripts: bool) -> None:
    events = make_spring(6)
    make_position(quote="We will fight to the end")
    page = opens(events[1].get_absolute_url(), scripts=scripts)
    page.locator(".facts .actor", has_text="Mofcom").click()
    expect(page.locator("h1")).to_have_text("Mofcom")
    expect(page.locator(".results .ev")).to_have_count(3)
    expect(page.locator(".poslist")).to_contain_text("We will fight to the end")
    page.get_by_role("link", name="as a list to filter, export and cite").click()
    page.wait_for_url("**/?actor=mofcom")
    page.goto("/issues/")
    page.locator("main").get_by_role("link", name="Reciprocal tariffs").click()
    expect(page.locator(".results .ev")).to_have_count(6)
    expect(page.locator(".poslist")).to_contain_text("We will fight to the end")


def test_typing_narrows_the_positions_too(opens: Opens) -> None:
    make_position(quote="We will fight to the end")
    make_position(make_document("“Let us sit down and talk,” the ministry said."))
    page = opens("/positions/")
    page.locator("#q").press_sequentially("fight", delay=20)
    page.wait_for_url("**/positions/?q=fight")
    expect(page.locator(".poslist li")).to_have_count(1)


def test_who_signs_out_leaves_no_pages_behind(opens: Opens) -> None:
    event = make_spring(2)[0]
    make_user("mira")
    page = opens("/")
    log_in(page)
    page.goto("/")
    page.locator(f"#e-{event.pk} h4 a").click()
    expect(page.locator("#panel h2")).to_have_text(event.title)
    settled(page)
    assert page.evaluate("() => sessionStorage.getItem('htmx-history-cache')")
    page.get_by_role("button", name="Sign out").first.click()
    page.wait_for_load_state()
    assert page.evaluate("() => sessionStorage.getItem('htmx-history-cache')") is None
