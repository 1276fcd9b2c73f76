"""Twenty events reviewed at the desk without a mouse: keys alone, from the first look to the empty queue."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PASSWORD, Opens, settled
from tests.builders import make_document, make_event, make_user
from tradewatch.records.folding import check
from tradewatch.records.models import Decision, Event

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

EVENTS = 20


class Hands:
    """An editor at the keyboard; there is no mouse. Each look waits for what the key before it led to."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def sees_title(self, number: int) -> None:
        expect(self.page.locator("#id_title")).to_have_value(f"Act number {number:02}")
        settled(self.page)

    def sees(self, number: int) -> None:
        self.sees_title(number)
        expect(self.page.locator(".desk-form h2")).to_be_focused()

    def tab_to(self, place: str, *, back: bool = False) -> None:
        """Press Tab until the element has the focus."""
        for _ in range(120):
            if self.page.evaluate("place => document.activeElement.matches(place)", place):
                return
            self.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"no Tab leads to {place}")

    def types(self, text: str) -> None:
        """Put a text in the place of what stands in the field."""
        self.press("Control+a")
        self.page.keyboard.type(text)


@pytest.fixture
def hands(opens: Opens) -> Hands:
    """At the first of twenty events, logged in by keys."""
    for number in range(1, EVENTS + 1):
        day = f"2025-04-{number:02}"
        version = make_document(f"China acted on {day}. Talks are to follow.")
        make_event(
            version=version, quote=f"China acted on {day}.", date=day, title=f"Act number {number:02}", measures=[]
        )
    make_user("mira")
    page = opens("/login/?next=/review/%3Forder%3Doldest")
    hands = Hands(page)
    hands.tab_to("input[name=username]")
    page.keyboard.type("mira")
    hands.tab_to("input[name=password]")
    page.keyboard.type(PASSWORD)
    hands.press("Enter")
    page.wait_for_url("**/review/**")
    hands.sees_title(1)
    return hands


def event(number: int) -> Event:
    return Event.objects.get(title=f"Act number {number:02}")


def test_twenty_events_are_reviewed_without_a_mouse(hands: Hands) -> None:
    for number in range(1, 11):  # read and right: one key each
        hands.sees_title(number)
        hands.press("a")
    _looks_back_and_corrects_a_field(hands)
    _rejects_with_a_reason_and_takes_an_acceptance_back(hands)
    _merges_two_and_looks_at_a_split(hands)
    _switches_the_keys_off_and_asks_for_help(hands)
    for number in range(15, EVENTS + 1):
        hands.sees_title(number)
        hands.press("a")
    hands.sees(13)  # the one that stayed of the merger waits still
    hands.press("a")
    expect(hands.page.locator(".desk-article")).to_contain_text("Nothing waits.")
    states = list(Event.objects.order_by("pk").values_list("review_state", flat=True))
    assert states == [*["accepted"] * 11, "rejected", "accepted", "merged", *["accepted"] * 6]
    assert (event(11).date, event(12).state_reason) == ("2025-10-25/2025-10-26", "A rumour.")
    assert check() == []


def _looks_back_and_corrects_a_field(hands: Hands) -> None:
    page = hands.page
    hands.sees(11)
    hands.press("j")
    hands.sees(12)
    hands.press("k")
    hands.sees(11)
    hands.press("e")
    expect(page.locator("#id_title")).to_be_focused()
    hands.tab_to("#id_date")
    hands.types("25-26 Oct 2025")
    hands.tab_to("#id_because")
    hands.types("jkaremsu? says the ministry")  # no letter typed in a field is a key
    assert Decision.objects.count() == 10
    hands.press("Enter")
    expect(page.locator(".ff-edited", has=page.locator("#id_date"))).to_contain_text("Recorded: 25–26 October 2025")
    hands.sees(11)
    hands.press("a")


def _rejects_with_a_reason_and_takes_an_acceptance_back(hands: Hands) -> None:
    hands.sees(12)
    hands.press("r")
    expect(hands.page.locator("#id_because")).to_be_focused()
    hands.types("A rumour.")
    hands.tab_to("button[data-key=r]")
    hands.press("Enter")
    hands.sees(13)
    hands.press("a")
    hands.sees(14)
    hands.press("u")
    hands.sees(13)
    assert event(13).review_state == "unchecked"


def _merges_two_and_looks_at_a_split(hands: Hands) -> None:
    page = hands.page
    hands.press("m")
    expect(page.get_by_role("heading", name="Merge with which event?")).to_be_focused()
    hands.tab_to("#with")
    hands.types(str(event(14).pk))
    hands.press("Enter")
    expect(page.get_by_role("heading", name="Merge preview")).to_be_visible()
    hands.tab_to("#because")
    hands.types("One act.")
    hands.press("Enter")
    hands.sees(15)
    hands.press("s")
    expect(page.get_by_role("heading", name="Split: choose the accounts that leave")).to_be_focused()
    hands.press("Escape")
    hands.sees(15)


def _switches_the_keys_off_and_asks_for_help(hands: Hands) -> None:
    page = hands.page
    hands.tab_to("#keys-on")
    with page.expect_response("**/review/keys/"):
        hands.press("Space")
    hands.press("a", "r", "j", "u")
    hands.sees_title(15)
    with page.expect_response("**/review/keys/"):
        hands.press("Space")
    hands.press("?")
    expect(page.locator("#keys-help")).to_be_visible()
    hands.press("Escape")
    expect(page.locator("#keys-help")).not_to_be_visible()
