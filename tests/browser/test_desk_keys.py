"""The single keys of the desk: each does what the strip says, none while somebody types, none where the box is clear."""

import re

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.conftest import Opens, log_in, settled
from tests.builders import make_document, make_event, make_user
from tradewatch.records.models import Decision, Event

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(opens: Opens) -> Page:
    """The desk with the first of three events on it."""
    for day in ("11", "12", "13"):
        make_event(date=f"2025-04-{day}", title=f"Raised on the {day}th")
    make_user("mira")
    page = opens("/login/")
    log_in(page)
    page.goto("/review/?order=oldest")
    expect(page.locator("#id_title")).to_have_value("Raised on the 11th")
    return page


def shows(page: Page, title: str) -> None:
    expect(page.locator("#id_title")).to_have_value(title)


def test_the_keys_go_through_the_queue_and_decide(desk: Page) -> None:
    desk.keyboard.press("j")
    shows(desk, "Raised on the 12th")
    desk.keyboard.press("k")
    shows(desk, "Raised on the 11th")
    desk.keyboard.press("a")
    shows(desk, "Raised on the 12th")
    assert Event.objects.get(title="Raised on the 11th").review_state == "accepted"
    assert "order=oldest" in desk.url
    desk.keyboard.press("u")
    shows(desk, "Raised on the 11th")
    assert not Event.objects.filter(review_state="accepted").exists()
    desk.keyboard.press("r")
    expect(desk.locator("#id_because_error")).to_contain_text("Say why")
    desk.locator("#id_because").fill("A rumour.")
    desk.locator(".desk-form h2").click()
    desk.keyboard.press("r")
    shows(desk, "Raised on the 12th")
    assert Event.objects.get(title="Raised on the 11th").review_state == "rejected"


def test_e_goes_into_a_field_and_no_key_acts_while_one_types(desk: Page) -> None:
    desk.keyboard.press("e")
    expect(desk.locator("#id_title")).to_be_focused()
    desk.keyboard.press("End")
    desk.keyboard.type(" jkaermsu?/")
    for field in ("#id_because", "#id_summary", "#words-start", ".note-form textarea"):
        place = desk.locator(field).first
        if field == "#words-start":
            desk.locator("#words > summary").click()
        place.focus()
        desk.keyboard.type("jkarmsu")
    desk.locator("#id_kind").focus()
    desk.keyboard.press("a")
    expect(desk.locator("#id_title")).to_have_value("Raised on the 11th jkaermsu?/")
    expect(desk.locator("#id_because")).to_have_value("jkarmsu")
    expect(desk.locator("#keys-help")).not_to_be_visible()
    assert not Decision.objects.exists()


def test_m_and_s_open_their_screens_enter_does_it_and_escape_goes_back(desk: Page) -> None:
    desk.keyboard.press("s")
    expect(desk.get_by_role("heading", name="Split: choose the accounts that leave")).to_be_focused()
    desk.keyboard.press("Escape")
    shows(desk, "Raised on the 11th")
    desk.keyboard.press("m")
    expect(desk.get_by_role("heading", name="Merge with which event?")).to_be_focused()
    desk.get_by_role("link", name="Compare side by side").first.focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name="Merge preview")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.locator(".last")).to_contain_text("merged event")
    assert Event.objects.filter(review_state="merged").count() == 1


def test_enter_on_a_button_presses_that_button_and_nothing_else(desk: Page) -> None:
    desk.goto(re.sub(r"/\?.*|/#.*", "/merge/", desk.url))
    desk.get_by_role("link", name="Compare side by side").first.click()
    expect(desk.get_by_role("heading", name="Merge preview")).to_be_focused()
    back = desk.get_by_role("link", name="Back")
    back.focus()
    desk.keyboard.press("Enter")
    shows(desk, "Raised on the 11th")
    assert not Decision.objects.exists()


def test_the_question_mark_shows_the_keys(desk: Page) -> None:
    desk.keyboard.press("?")
    helped = desk.locator("#keys-help")
    expect(helped).to_be_visible()
    for key in "JKAERMSU":
        expect(helped.locator("kbd", has_text=re.compile(f"^{key}$"))).to_have_count(1)
        expect(desk.locator("form.keys kbd", has_text=re.compile(f"^{key}$"))).to_have_count(1)
    helped.get_by_role("button", name="Close").click()
    expect(helped).not_to_be_visible()


def test_one_box_switches_the_keys_off_and_it_stays_off(desk: Page) -> None:
    box = desk.get_by_label("single-key shortcuts")
    with desk.expect_response("**/review/keys/"):
        box.uncheck()
    for key in "jarmsu?":
        desk.keyboard.press(key)
    shows(desk, "Raised on the 11th")
    expect(desk.locator("#keys-help")).not_to_be_visible()
    desk.reload()
    expect(box).not_to_be_checked()
    desk.keyboard.press("a")
    desk.keyboard.press("/")
    expect(desk.locator("#q")).to_be_focused()
    assert not Decision.objects.exists()


def test_words_are_selected_by_keyboard_too(desk: Page) -> None:
    event = make_event(version=make_document("It rose to 125%. It ends soon."), quote="It rose to 125%.", title="Told")
    desk.goto(f"/review/events/{event.pk}/")
    desk.evaluate(
        """() => {
            const words = document.querySelector(".text p").lastChild;
            document.getSelection().setBaseAndExtent(words, 1, words, words.length);
        }"""
    )
    desk.keyboard.press("Shift")
    expect(desk.locator("#words-words")).to_have_value("It ends soon.")
    expect(desk.locator("#words-start")).to_have_value("17")


def test_what_is_typed_is_there_again_after_going_elsewhere_by_a_key(desk: Page) -> None:
    desk.locator("#id_date").fill("by 10 Nov")
    desk.locator(".desk-form h2").click()
    with desk.expect_response("**/review/leave/"):
        desk.keyboard.press("j")
    shows(desk, "Raised on the 12th")
    desk.keyboard.press("k")
    shows(desk, "Raised on the 11th")
    expect(desk.locator("#id_date")).to_have_value("by 10 Nov")
    expect(desk.locator(".desk-form")).to_contain_text("What you typed is still here, and not saved yet.")


def test_a_new_event_that_is_being_typed_is_not_left_without_asking(desk: Page) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    desk.on("dialog", stay)
    version = Event.objects.earliest("pk").mentions.get().first_version_id
    desk.goto(f"/review/articles/{version}/new-event/")
    desk.keyboard.press("Escape")  # nothing is typed yet: there is nothing to ask
    expect(desk.get_by_role("heading", name="New event")).to_have_count(0)
    desk.goto(f"/review/articles/{version}/new-event/")
    desk.locator("#id_title").fill("What the ministry did")
    desk.keyboard.press("Escape")
    desk.locator("ol.qs a").first.click()
    desk.get_by_role("button", name="Make the event").click()  # refused: words of the article are missing
    settled(desk)
    desk.keyboard.press("Escape")
    expect(desk.locator("#id_title")).to_have_value("What the ministry did")
    assert asked == ["beforeunload", "confirm", "beforeunload"]
