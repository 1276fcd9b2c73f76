"""Every act of the review desk in a real browser, with scripts and without: what is clicked is done, and undone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opens, log_in
from tests.builders import TARIFF, make_actor, make_document, make_event, make_issue, make_position, make_run, make_user
from tradewatch.records.folding import check, refold
from tradewatch.records.folding_positions import check_positions
from tradewatch.records.models import Actor, Decision, Event, EventLink, Mention, Passage, Position, Reading
from tradewatch.review import acts

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"]),
]

TEXT = (
    "China raised its tariff on American goods to 125% on Friday.\n\n"
    "It answered 🇺🇸 the American increase, and will apply from Saturday. “We will fight to the end,” the ministry said."
)
RAISED = "China raised its tariff on American goods to 125% on Friday."


@pytest.fixture(autouse=True)
def _true_record() -> object:
    """Whatever was clicked, the record is what its evidence and decisions make of it."""
    yield
    assert check() == []
    assert check_positions() == []


def at_the_desk(opens: Opens, address: str, *, scripts: bool) -> Page:
    make_user("mira")
    page = opens("/login/", scripts=scripts)
    log_in(page)
    page.goto(address)
    return page


def told() -> Event:
    return make_event(version=make_document(TEXT), quote=RAISED)


def quotes_of(event: Event) -> list[str]:
    return list(
        Passage.objects.filter(mention__event=event, shown=True).order_by("start").values_list("quote", flat=True)
    )


def undo_last(page: Page) -> None:
    page.locator(".last").get_by_role("button", name="Undo").click()
    expect(page.locator("#history tr.is-undone").first).to_be_visible()


def test_two_events_are_compared_merged_and_taken_apart(opens: Opens, *, scripts: bool) -> None:
    one, other = make_event(), make_event(date="2025-04-12")
    page = at_the_desk(opens, f"/review/events/{other.pk}/", scripts=scripts)
    page.get_by_role("group", name="Decide").get_by_role("link", name="Merge").click()
    expect(page.get_by_role("heading", name="Merge with which event?")).to_be_visible()
    page.get_by_role("link", name="Compare side by side").first.click()
    expect(page.get_by_role("heading", name="Merge preview")).to_be_visible()
    expect(page.locator("tr.is-diff", has_text="Date")).to_contain_text("12 April 2025")
    page.get_by_label("12 April 2025").check()
    page.get_by_label("Reason").fill("One act, told twice.")
    page.get_by_role("button", name="Merge and next").click()
    expect(page.locator(".last")).to_contain_text("merged event")
    assert Event.objects.get(pk=other.pk).merged_into == one
    assert Event.objects.get(pk=one.pk).date == "2025-04-12"
    page.goto(f"/events/{other.pk}/")
    assert page.url.endswith(f"/events/{one.pk}/")
    page.goto(f"/review/events/{one.pk}/")
    undo_last(page)
    assert Event.objects.get(pk=other.pk).merged_into is None
    assert Event.objects.get(pk=one.pk).date == "2025-04-11"


def test_two_events_are_told_apart(opens: Opens, *, scripts: bool) -> None:
    one, other = make_event(), make_event()
    page = at_the_desk(opens, f"/review/events/{other.pk}/merge/?with={one.pk}", scripts=scripts)
    page.get_by_role("button", name="Not the same event").click()
    expect(page.locator("#history")).to_contain_text(f"Told apart from event {one.pk}")


def test_an_account_is_split_off_and_put_back(opens: Opens, *, scripts: bool) -> None:
    event = make_event(accounts=[{}, {"date": "2025-04-12", "title": "China's tariff takes effect"}])
    page = at_the_desk(opens, f"/review/events/{event.pk}/", scripts=scripts)
    page.get_by_role("group", name="Decide").get_by_role("link", name="Split").click()
    page.locator("input[name=account]").nth(1).check()
    page.get_by_role("button", name="Split", exact=True).click()
    expect(page.locator("#history")).to_contain_text(f"Split off from event {event.pk}")
    assert Event.objects.exclude(pk=event.pk).get().date == "2025-04-12"
    undo_last(page)
    assert Event.objects.get(pk=event.pk).sources == 2


def test_an_account_moves_to_another_event(opens: Opens, *, scripts: bool) -> None:
    event, other = make_event(accounts=[{}, {}]), make_event(side="us")
    page = at_the_desk(opens, f"/review/events/{event.pk}/split/", scripts=scripts)
    page.locator("input[name=account]").nth(1).check()
    page.get_by_label("to another event").check()
    page.get_by_label("its number or address").fill(str(other.pk))
    page.get_by_role("button", name="Split", exact=True).click()
    expect(page.locator("#history")).to_contain_text(f"Moved an account here from event {event.pk}")
    assert Mention.objects.filter(event=other).count() == 2


def choose(page: Page, words: str, *, scripts: bool) -> None:
    """Select words in the article with the mouse; without scripts type them into the form."""
    if not scripts:
        page.locator("#words > summary").click()
        page.locator("#words-words").fill(words)
        return
    ends = page.locator(".text").evaluate(
        """(text, words) => {
            const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            for (let node; (node = walker.nextNode());) {
                const at = node.textContent.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(node, at); range.setEnd(node, at + words.length);
                node.parentElement.scrollIntoView({block: "center"});
                const lines = [...range.getClientRects()];
                const last = lines[lines.length - 1];
                return [lines[0].left + 1, lines[0].top + lines[0].height / 2, last.right - 1, last.top + last.height / 2];
            }
        }""",
        words,
    )
    page.mouse.move(ends[0], ends[1])
    page.mouse.down()
    page.mouse.move(ends[2], ends[3], steps=6)
    page.mouse.up()
    expect(page.locator("#words-words")).to_have_value(words)


def test_words_of_the_article_become_a_quote_take_its_place_and_go(opens: Opens, *, scripts: bool) -> None:
    event = told()
    page = at_the_desk(opens, f"/review/events/{event.pk}/", scripts=scripts)
    choose(page, "the American increase", scripts=scripts)
    page.get_by_role("button", name="Make it a quote").click()
    expect(page.locator(".span.is-here[data-mark]")).to_have_count(2)
    assert quotes_of(event) == [RAISED, "the American increase"]
    choose(page, "will apply from Saturday", scripts=scripts)
    page.locator("#words-instead").select_option(index=1)
    page.get_by_role("button", name="Make it a quote").click()
    expect(page.locator(".span.is-here[data-mark]").last).to_have_text("will apply from Saturday")
    assert quotes_of(event) == ["the American increase", "will apply from Saturday"]
    page.locator("#words > summary").click()
    page.get_by_role("button", name="Take away").first.click()
    expect(page.locator(".span.is-here[data-mark]")).to_have_count(1)
    undo_last(page)
    assert quotes_of(event) == ["the American increase", "will apply from Saturday"]


def test_part_of_a_marked_passage_can_be_selected_and_a_click_opens_it(opens: Opens, *, scripts: bool) -> None:
    event = told()
    page = at_the_desk(opens, f"/review/events/{event.pk}/", scripts=scripts)
    choose(page, "raised its tariff", scripts=scripts)
    assert page.url.endswith(f"/review/events/{event.pk}/")
    position = make_position(make_document("“We will wait,” it said."), quote="We will wait")
    page.goto(f"/review/positions/{position.pk}/")
    page.locator("a.span.is-here").click()
    page.wait_for_url(re.compile(rf"/review/positions/{position.pk}/\?document="))


def test_a_new_event_and_a_new_position_from_words(opens: Opens, *, scripts: bool) -> None:
    event = told()
    page = at_the_desk(opens, f"/review/events/{event.pk}/", scripts=scripts)
    choose(page, "will apply from Saturday", scripts=scripts)
    page.get_by_role("button", name="New event").click()
    expect(page.get_by_label("Words of the article")).to_have_value("will apply from Saturday")
    for label, value in {"Kind": "tariff", "Action": "raise", "Side": "china"}.items():
        page.get_by_label(label, exact=True).select_option(value)
    page.get_by_label("Date", exact=True).fill("12 Apr")
    page.get_by_role("button", name="Make the event").click()
    expect(page.locator("#history")).to_contain_text("Made from words of an article")
    made = Event.objects.exclude(pk=event.pk).get()
    assert (made.date, quotes_of(made)) == ("2025-04-12", ["will apply from Saturday"])
    choose(page, "We will fight to the end", scripts=scripts)
    page.get_by_role("button", name="New position").click()
    expect(page.get_by_role("heading", name="New position")).to_be_visible()
    page.get_by_label("Side", exact=True).select_option("china")
    page.get_by_label("Stance", exact=True).select_option("threaten")
    page.get_by_role("button", name="Make the position").click()
    expect(page.locator("#history")).to_contain_text("Made from words of an article")
    assert Position.objects.get().quote == "We will fight to the end"
    undo_last(page)
    assert Position.objects.get().review_state == "withdrawn"


def test_a_link_is_made_quoted_and_taken_off(opens: Opens, *, scripts: bool) -> None:
    event, other = told(), make_event(side="us", date="2025-04-09", title="US raises its tariff")
    page = at_the_desk(opens, f"/review/events/{event.pk}/", scripts=scripts)
    links = page.locator(".links")
    links.locator("summary", has_text="Link it to another event").click()
    links.get_by_label("event number or address").fill(f"/events/{other.pk}/")
    links.get_by_role("button", name="Make the link").click()
    expect(links.locator(".tag")).to_have_text("inferred")
    links.locator("summary", has_text="Change or take off").click()
    links.get_by_label("in the words").first.fill("It answered 🇺🇸 the American increase")
    links.get_by_role("button", name="Change the link").click()
    expect(links).to_contain_text("“It answered 🇺🇸 the American increase”")
    assert not EventLink.objects.get().inferred
    links.locator("summary", has_text="Change or take off").click()
    links.get_by_role("button", name="Take it off").click()
    expect(links.locator("summary", has_text="Change or take off")).to_have_count(0)
    assert not EventLink.objects.exists()


def test_a_field_is_corrected_marked_and_set_back(opens: Opens, *, scripts: bool) -> None:
    event = told()
    page = at_the_desk(opens, f"/review/events/{event.pk}/", scripts=scripts)
    page.locator("#id_date").fill("25-26 Oct 2025")
    page.locator("#id_because").fill("The ministry says so.")
    page.get_by_role("button", name="Save corrections").last.click()
    field = page.locator(".ff-edited", has=page.locator("#id_date"))
    expect(field).to_contain_text("Recorded: 25–26 October 2025")
    expect(field).to_contain_text("Machine read 11 April 2025")
    field.get_by_role("button", name="back to it").click()
    expect(page.locator("#id_date")).to_have_value("2025-04-11")
    page.locator("#history").get_by_role("button", name="Revert").first.click()
    expect(page.locator("#id_date")).to_have_value("2025-10-25/2025-10-26")


def test_an_actor_is_named_by_an_alias_and_a_new_one_is_made(opens: Opens, *, scripts: bool) -> None:
    event = told()
    make_actor("mofcom", name="Ministry of Commerce").aliases.create(text="the Beijing ministry")
    page = at_the_desk(opens, f"/review/events/{event.pk}/", scripts=scripts)
    page.locator("#id_because").fill("Both are named.")
    page.locator("#id_more_actors").press_sequentially("the beijing ministry", delay=10)
    if scripts:
        expect(page.locator("#actor-names option", has_text="also “the Beijing ministry”")).to_have_count(1)
    page.locator("summary", has_text="Make a new actor").click()
    page.get_by_label("New actor’s name").fill("Ministry of Water")
    page.locator("#id_new_actor_kind").select_option("government_body")
    page.locator("#id_new_actor_side").select_option("china")
    page.get_by_role("button", name="Save corrections").last.click()
    expect(page.locator("#id_actors")).to_have_value(re.compile("mofcom"))
    assert {"mofcom", "ministry-of-water"} <= {actor.slug for actor in event.actors.all()}
    assert Actor.objects.get(slug="ministry-of-water").side == "china"


def test_a_note_on_a_quote_is_kept_with_its_tags_and_resolved(opens: Opens, *, scripts: bool) -> None:
    event = told()
    page = at_the_desk(opens, f"/review/events/{event.pk}/", scripts=scripts)
    page.get_by_label("Add an annotation").fill("Is it **125%** in all?")
    page.locator("select[name=note-about]").select_option(index=15)
    page.get_by_label("Tags").fill("figure, ask")
    page.get_by_role("button", name="Add annotation").click()
    note = page.locator("article.note")
    expect(note.locator("strong")).to_have_text("125%")
    expect(note.locator(".tag")).to_have_text(["figure", "ask"])
    expect(note).to_contain_text("on the words “China raised")
    note.get_by_role("button", name="Resolve").click()
    expect(page.locator("article.note.is-resolved")).to_be_visible()


def test_a_list_is_accepted_in_bulk_and_taken_back(opens: Opens, *, scripts: bool) -> None:
    make_event(), make_event(side="us"), make_event(side="us")
    page = at_the_desk(opens, "/review/?side=us", scripts=scripts)
    page.get_by_role("link", name="Decide about all 2 of this list").click()
    page.get_by_label("accept", exact=True).check()
    page.get_by_label("Reason").fill("All read.")
    page.get_by_role("button", name="Decide about 2").click()
    expect(page.locator("#toast")).to_contain_text("2 events accepted.")
    assert Event.objects.filter(review_state="accepted").count() == 2
    page.goto("/review/")
    expect(page.locator(".last")).to_contain_text("and 1 more together")
    undo_last(page)
    assert not Event.objects.filter(review_state="accepted").exists()


def read_again(event: Event) -> None:
    mention = event.mentions.get()
    version = mention.passages.get().version
    values = {**TARIFF, "date": "2025-04-10"}
    Reading.objects.create(mention=mention, run=make_run(), version=version, values=values, confidence=0.9)
    refold([event.pk])


def test_a_new_reading_of_a_decided_event_is_dismissed_or_taken(opens: Opens, *, scripts: bool) -> None:
    first, second = told(), told()
    editor = make_user("okon")
    for event in (first, second):
        acts.accept(event, by=editor)
        read_again(event)
    page = at_the_desk(opens, "/review/?reason=new_reading", scripts=scripts)
    expect(page.locator(".desk-form")).to_contain_text("The machine now reads the date as 10 April 2025")
    page.get_by_role("button", name="Keep what was decided").click()
    page.wait_for_url(re.compile(rf"/review/events/{second.pk}/"))
    page.get_by_role("button", name="Take the new reading").click()
    expect(page.locator("#id_date")).to_have_value("2025-04-10")
    assert Event.objects.get(pk=first.pk).date == "2025-04-11"
    assert not Event.objects.waiting().exists()


def test_a_rejection_needs_its_reason_and_is_taken_back(opens: Opens, *, scripts: bool) -> None:
    event = told()
    page = at_the_desk(opens, f"/review/events/{event.pk}/", scripts=scripts)
    decide = page.get_by_role("group", name="Decide")
    decide.get_by_role("button", name="Reject").click()
    expect(page.locator("#id_because_error")).to_contain_text("Say why")
    page.locator("#id_because").fill("A rumour.")
    decide.get_by_role("button", name="Reject").click()
    expect(page.locator(".desk-article")).to_contain_text("Nothing waits.")
    page.goto(f"/review/events/{event.pk}/")
    decide.get_by_role("button", name="Restore").click()
    expect(decide.get_by_role("button", name="Accept")).to_be_visible()
    assert Event.objects.get(pk=event.pk).review_state == "unchecked"


def test_a_position_is_corrected_accepted_and_undone(opens: Opens, *, scripts: bool) -> None:
    make_issue("soybeans")
    position = make_position()
    page = at_the_desk(opens, f"/review/positions/{position.pk}/", scripts=scripts)
    page.locator("#id_stance").select_option("threaten")
    page.locator("#id_because").fill("It is a threat.")
    page.get_by_role("group", name="Decide").get_by_role("button", name="Accept").click()
    expect(page.locator(".desk-article")).to_contain_text("Nothing waits.")
    position.refresh_from_db()
    assert (position.stance, position.review_state) == ("threaten", "accepted")
    undo_last(page)
    undo_last(page)
    expect(page.locator("#history tr.is-undone")).to_have_count(2)
    position.refresh_from_db()
    assert (position.stance, position.review_state) == ("oppose", "unchecked")


def test_two_editors_meet_and_nothing_typed_is_lost(opens: Opens, *, scripts: bool) -> None:
    event, okon = told(), make_user("okon")
    page = at_the_desk(opens, f"/review/events/{event.pk}/", scripts=scripts)
    page.locator("#id_date").fill("8 Apr")
    page.locator("#id_because").fill("From the order.")
    acts.correct(event, "date", "2025-04-09", by=okon, because="Read again.")
    page.get_by_role("button", name="Save corrections").last.click()
    conflict = page.locator("#conflict")
    for shown in ("Changed by okon", "11 April 2025", "8 April 2025", "9 April 2025"):
        expect(conflict).to_contain_text(shown)
    expect(page.locator("#id_because")).to_have_value("From the order.")
    conflict.get_by_role("button", name="Save my choice").click()
    expect(conflict).to_have_count(0)
    expect(page.locator("#id_date")).to_have_value("2025-04-08")
    assert Decision.objects.filter(field="date").count() == 2


def test_what_later_decisions_rest_on_says_so(opens: Opens, *, scripts: bool) -> None:
    event = make_event(accounts=[{}, {}])
    page = at_the_desk(opens, f"/review/events/{event.pk}/split/", scripts=scripts)
    page.locator("input[name=account]").nth(1).check()
    page.get_by_role("button", name="Split", exact=True).click()
    expect(page.locator("#history")).to_contain_text("Split off")
    new = Event.objects.exclude(pk=event.pk).get()
    acts.accept(new, by=make_user("okon"))
    page.goto(f"/review/events/{new.pk}/")
    row = page.locator("#history tr", has_text="Split off")
    row.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("alert")).to_contain_text("Undo what rests on it first: okon accepted it on")


def test_what_is_typed_in_the_form_outlives_every_small_button(opens: Opens, *, scripts: bool) -> None:
    event, other = told(), make_event(side="us", date="2025-04-09", title="US raises its tariff")
    page = at_the_desk(opens, f"/review/events/{event.pk}/", scripts=scripts)
    page.locator("#id_date").fill("8 Apr, or so")
    page.locator("#id_because").fill("From the order.")
    page.get_by_label("Add an annotation").fill("Is it **125%** in all?")
    links = page.locator(".links")
    links.locator("summary", has_text="Link it to another event").click()
    links.get_by_label("event number or address").fill(str(other.pk))
    links.get_by_role("button", name="Make the link").click()
    expect(links.locator(".tag")).to_have_text("inferred")
    expect(page.get_by_label("Add an annotation")).to_have_value("Is it **125%** in all?")
    page.get_by_role("button", name="Add annotation").click()
    expect(page.locator("article.note strong")).to_have_text("125%")
    expect(page.get_by_label("Add an annotation")).to_have_value("")
    choose(page, "the American increase", scripts=scripts)
    page.get_by_role("button", name="Make it a quote").click()
    expect(page.locator(".span.is-here[data-mark]")).to_have_count(2)
    page.locator("#history").get_by_role("button", name="Undo").first.click()
    expect(page.locator(".span.is-here[data-mark]")).to_have_count(1)
    expect(page.locator("#id_date")).to_have_value("8 Apr, or so")
    expect(page.locator("#id_because")).to_have_value("From the order.")
    expect(page.locator(".desk-form")).to_contain_text("What you typed is still here, and not saved yet.")
    page.locator("#id_date").fill("8 Apr")
    page.locator("#id_date").press("Enter")
    expect(page.locator("#id_date")).to_have_value("2025-04-08")
    assert Decision.objects.get(field="date").because == "From the order."
