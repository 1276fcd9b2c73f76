"""Acts that came right after another, were done to one more, or grew out of one."""

from datetime import date

import pytest

from tests.extraction.reading import article

LISTED = "Washington put 23 Chinese entities on its Entity List"
INQUIRY = "China opens an anti-dumping inquiry into US analog chips"


def links(text: str) -> set[tuple[str, str, str, bool]]:
    events = article(text, published=date(2025, 12, 20)).events
    places = {(one.accounts[0].trigger, one.accounts[0].ordinal): one.title for one in events}
    return {
        (event.title, str(link.type), places[link.to], link.is_surmised)
        for event in events
        for link in event.links
        if link.to
    }


@pytest.mark.parametrize("words", ["a day after", "just one day after", "only two days after"])
def test_what_is_done_within_days_of_a_blow_is_held_to_answer_it(words: str) -> None:
    text = f"China opened an anti-dumping inquiry into US analog chips on 13 September 2025, {words} {LISTED}"
    day = "11" if "two" in words else "12"
    found = links(f"{text} on {day} September.")
    assert (INQUIRY, "responds_to", "US puts 23 Chinese entities on its Entity List", True) in found


def test_what_comes_weeks_later_is_not() -> None:
    text = f"China opened an anti-dumping inquiry into US analog chips on 13 September 2025, a day after {LISTED}"
    assert links(f"{text} on 12 August.") == set()


def test_what_is_done_to_one_more_comes_upon_what_was_done_to_others() -> None:
    text = (
        "On 29 August 2025 the United States revoked the chip-tool waivers of Samsung plants in China. "
        "TSMC's Nanjing site is to be treated the same way, the company said on 2 September."
    )
    ((later, how, earlier, surmised),) = [link for link in links(text) if link[1] == "follows"]
    assert ("TSMC" in later, how, "waivers" in earlier, surmised) == (True, "follows", True, False)


def test_talks_grow_out_of_a_call() -> None:
    text = (
        "US and Chinese negotiators met in London on 9 June 2025, talks that had been arranged in a phone call that "
        "Trump and Xi held on 5 June."
    )
    talks = "US and China hold trade talks in London"
    assert (talks, "follows", "Trump and Xi speak by phone", False) in links(text)


@pytest.mark.parametrize(
    "text",
    [
        "Angered by China's export controls on rare earths of 9 October 2025, Trump threatened a 100% tariff on 10 October.",
        "Trump threatened a 100% tariff on Chinese goods on 10 October 2025, a reaction to the export controls on rare "
        "earths that Beijing had announced on 9 October.",
    ],
)
def test_anger_and_reaction_are_answers(text: str) -> None:
    events = article(text, published=date(2025, 12, 20)).events
    said = [link for event in events for link in event.links if link.type == "responds_to" and not link.is_surmised]
    assert len(said) == 1


@pytest.mark.parametrize(
    "words",
    ["In keeping with the deal reached in Busan", "Implementing the truce reached in Busan", "Delivering on a pledge made in Busan"],
)  # fmt: skip
def test_what_keeps_a_promise_carries_the_deal_out(words: str) -> None:
    text = f"{words}, the United States lowered its fentanyl tariff to 10% on 4 November 2025."
    events = article(text, published=date(2025, 12, 20)).events
    about = [link.about for event in events for link in event.links if link.type == "implements"]
    assert [one.place for one in about if one] == ["Busan"]
