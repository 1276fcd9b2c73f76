"""An editor's way through the site in a real browser: read, correct, read the articles again, take the list away."""

import csv
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from tests.browser.conftest import ARTICLES, Opens, log_in
from tradewatch.records.models import Event

pytestmark = pytest.mark.browser


def an_event() -> Event:
    """A tariff of China with a known day and one source at least."""
    event = Event.objects.filter(kind="tariff", side="china").exclude(date="").order_by("pk").first()
    assert event is not None
    return event


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_browse_correct_read_again_and_export(record: None, opens: Opens, tmp_path: Path, *, scripts: bool) -> None:
    page = opens("/", scripts=scripts)
    log_in(page)
    event = an_event()

    page.goto("/?kind=tariff&side=china")
    expect(page.locator("h1")).to_have_text("Timeline")
    page.goto(f"/events/{event.pk}/")
    expect(page.locator("h1")).to_contain_text(event.title)
    expect(page.locator("figure.quote mark").first).to_be_visible()

    page.goto(f"/review/events/{event.pk}/")
    page.locator("#id_date").fill("2 Apr 2025")
    page.locator("#id_because").fill("The announcement is of the second.")
    page.get_by_role("group", name="Decide").get_by_role("button", name="Save corrections").click()
    expect(page.locator("#id_date")).to_have_value("2025-04-02")
    expect(page.locator("#desk")).to_contain_text("The announcement is of the second.")

    call_command("ingest", str(ARTICLES))
    event.refresh_from_db()
    assert event.date == "2025-04-02"

    page.goto("/?kind=tariff&side=china&from=2025-04-02&to=2025-04-02")
    expect(page.locator("#results")).to_contain_text(event.title)
    page.locator("summary", has_text="Export").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    file = tmp_path / "list.csv"
    download.value.save_as(file)
    with file.open(newline="", encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    assert str(event.pk) in [row["id"] for row in rows]
    assert {row["kind"] for row in rows} == {"tariff"}


def test_a_facet_narrows_the_list_and_the_address_follows(record: None, opens: Opens) -> None:
    page = opens("/")
    others = page.locator("#results .ev:not(.side-china)")
    assert others.count() > 0
    page.locator('input[name="side"][value="china"]').check()
    page.wait_for_url("**/?side=china")
    expect(others).to_have_count(0)
    assert page.locator("#results .ev").count() > 0
    page.go_back()
    page.wait_for_url(lambda url: "side=" not in url)
    expect(page.locator('input[name="side"][value="china"]')).not_to_be_checked()


def test_without_scripts_a_form_narrows_the_list(record: None, opens: Opens) -> None:
    page = opens("/", scripts=False)
    page.locator('input[name="side"][value="us"]').check()
    page.locator("form#filters button[type=submit], form#filters button:not([type])").first.click()
    page.wait_for_url("**side=us**")
    assert page.locator("#results .ev").count() > 0
    assert page.locator("#results .ev:not(.side-us)").count() == 0


def test_one_key_accepts_and_opens_the_next(record: None, opens: Opens) -> None:
    page = opens("/")
    log_in(page)
    page.goto("/review/")
    first = page.locator(".q.is-here").get_attribute("href")
    page.keyboard.press("a")
    page.wait_for_function("first => document.querySelector('.q.is-here').getAttribute('href') !== first", arg=first)
    assert Event.objects.filter(review_state="accepted").count() == 1
    page.locator("#id_because").fill("a j r")
    assert Event.objects.filter(review_state="accepted").count() == 1
    page.locator("h2").first.click()
    page.keyboard.press("u")
    expect(page.locator(".last")).to_have_count(0)
    assert Event.objects.filter(review_state="accepted").count() == 0
