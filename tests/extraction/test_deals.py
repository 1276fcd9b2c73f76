"""Acts that an article says to carry out a deal or to follow from one, and talks that led to others."""

from datetime import date

import pytest

from tests.extraction.reading import article
from tradewatch.extraction.linked import Described, Link

SUSPENDED = "China suspended its port fees on US ships on 10 November 2025"
FEES = "China suspends its port fees on US ships"


def links(text: str, published: date = date(2025, 11, 20), genre: str = "news") -> dict[str, list[Link]]:
    read = article(text, published=published, genre=genre).events
    return {event.title: [link for link in event.links if link.rule[-3:] != ".of"] for event in read}


def deals(text: str, published: date = date(2025, 11, 20)) -> list[tuple[str, str, Described]]:
    """(title, type, the deal) of every link to a deal that is described."""
    return [
        (title, str(link.type), link.about)
        for title, found in links(text, published).items()
        for link in found
        if link.about and link.about.kind == "agreement"
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{SUSPENDED} under the truce reached in Busan.",
        f"As agreed in Busan, {SUSPENDED}.",
        f"{SUSPENDED} to carry out what was settled in Busan.",
    ],
)
def test_what_is_done_as_agreed_carries_out_the_deal_of_that_place(text: str) -> None:
    ((title, how, about),) = deals(text)
    assert (title, how, about.place) == (FEES, "implements", "Busan")


def test_a_deal_is_known_by_what_it_is_and_by_the_time_in_which_it_stood() -> None:
    ((_, how, about),) = deals(f"{SUSPENDED} as part of the truce.")
    assert (how, about.thing, about.day) == ("implements", "truce", "2025-09-11/2025-11-10")


def test_a_promise_made_in_a_deal_follows_from_it() -> None:
    found = deals("As agreed in Busan, China will buy 12 million tonnes of US soybeans in 2025.")
    assert {(how, about.place) for _, how, about in found} == {("follows", "Busan")}


def test_who_keeps_its_word_carries_out_all_that_is_told_of_it_then() -> None:
    text = (
        "The two sides agreed on a truce in Geneva on 12 May 2025.\n\nChina kept its word. It lowered its tariff on US "
        "goods to 10% on 13 May 2025.\n\nOn 14 May 2025 the United States suspended its port fees on Chinese ships."
    )
    found = {(title, how) for title, how, _ in deals(text, date(2025, 5, 20))}
    assert found == {("China lowers its tariff on US goods to 10%", "implements")}


def test_what_was_done_long_ago_carries_out_no_deal_of_now() -> None:
    text = "The truce of Busan is in force.\n\nChina lowered its tariff on US goods to 10% on 13 May 2025."
    assert deals(text) == []


def test_an_official_text_that_tells_of_a_deal_lists_what_was_agreed() -> None:
    text = (
        "On 30 October 2025 the United States and China reached a trade agreement in Busan.\n\nChina will suspend its "
        "port fees on US ships.\n\nChina will buy 12 million tonnes of US soybeans in 2025."
    )
    read = links(text, date(2025, 11, 1), genre="official")
    said = {(title.split()[3], str(link.type)) for title, found in read.items() for link in found if link.to}
    assert said == {("suspend", "implements"), ("buy", "follows")}
    assert not [link for found in links(text, date(2025, 11, 1)).values() for link in found if link.rule == "terms"]


def test_talks_lead_to_talks() -> None:
    text = "Trump and Xi spoke by phone on 5 June 2025, a call that paved the way for trade talks in London on 9 June 2025."
    ((title, found),) = [(title, found) for title, found in links(text).items() if found]
    assert ("London" in title, [str(link.type) for link in found]) == (True, ["follows"])


def test_talks_that_came_some_days_later_follow_those_told_before() -> None:
    text = (
        "US and Chinese negotiators reached a framework on TikTok in Madrid on 15 September 2025. Four days later Trump "
        "and Xi spoke by phone."
    )
    assert [str(link.type) for link in links(text)["Trump and Xi speak by phone"]] == ["follows"]


def test_what_came_some_days_after_another_act_follows_no_talks() -> None:
    text = "China suspended imports of US logs on 4 March 2025. Four days later Trump and Xi spoke by phone."
    assert links(text)["Trump and Xi speak by phone"] == []
