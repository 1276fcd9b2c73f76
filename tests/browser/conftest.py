"""Headless Chromium over a served site. Where none is installed the journeys are skipped, saying so; in CI that is a failure."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.builders import make_user
from tradewatch.ingestion.reference import load_reference

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
ARTICLES = Path(__file__).resolve().parents[2] / "fixtures" / "articles"
PASSWORD = "a long sentence as password"

# Playwright keeps an event loop in this thread, in which Django would refuse to ask the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("No chromium is installed, and in CI the journeys must run.")
        pytest.skip("no chromium is installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


Opens = Callable[..., Page]


@pytest.fixture
def opens(browser: Browser, live_server: LiveServer) -> Iterator[Opens]:
    """A page at an address of the served site; every complaint of the browser's console fails the test.

    A page opened with `failing` is one whose requests are meant to fail, which htmx tells the console.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(
        address: str = "/", *, scripts: bool = True, width: int = 1440, dark: bool = False, failing: bool = False
    ) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            java_script_enabled=scripts,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            accept_downloads=True,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        if not failing:
            page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.set_offline(True)  # what a page sends as it is closed would come when the test is over
        context.close()
    # The browser tells of every answer of 400 and above; those are asked for on purpose.
    assert [said for said in complaints if "Failed to load resource" not in said] == []


@pytest.fixture(scope="session")
def read_once() -> Iterator[sqlite3.Connection]:
    """Empty at first; the first test that needs the record leaves a copy of the whole database here for the others."""
    kept = sqlite3.connect(":memory:")
    yield kept
    kept.close()


@pytest.fixture
def record(transactional_db: None, read_once: sqlite3.Connection) -> None:
    """The sample articles, read in, and an editor called mira. On SQLite they are read once a run and copied after."""
    if read_once.execute("SELECT 1 FROM sqlite_master").fetchone():
        read_once.backup(connection.connection)
        return
    load_reference()
    call_command("ingest", str(ARTICLES))
    make_user("mira")
    if connection.vendor == "sqlite":
        connection.connection.backup(read_once)


def log_in(page: Page) -> None:
    page.goto("/login/")
    page.get_by_label("Name").or_(page.get_by_label("Username")).first.fill("mira")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main button[type=submit], main button.btn-go").first.click()
    page.wait_for_url(lambda url: "/login" not in url)


def settled(page: Page) -> None:
    """Wait until no request is under way and what came in answers to clicks: htmx settles 20 ms after it swaps."""
    page.wait_for_function("() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')")
    page.wait_for_timeout(100)
