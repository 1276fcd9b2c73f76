"""Rounds of talks that follow one another, and deals that came out of talks."""

from datetime import date

import pytest

from tests.extraction.reading import article
from tradewatch.extraction.linked import Described


def talks_before(text: str) -> list[Described]:
    found = [link for event in article(text, published=date(2025, 10, 1)).events for link in event.links]
    return [link.about for link in found if link.type == "follows" and link.about and link.about.kind == "talks"]


@pytest.mark.parametrize(
    "text",
    [
        "Negotiators of China and the United States held a third round of talks in Stockholm on 28 July 2025.",
        "US and Chinese negotiators met again in London on 9 June 2025.",
        "US and Chinese negotiators held another round of trade talks in London on 9 June 2025.",
    ],
)
def test_a_further_round_follows_the_last(text: str) -> None:
    abouts = talks_before(text)
    assert abouts
    assert {(about.side, about.several) for about in abouts} == {("both", "last")}


@pytest.mark.parametrize(
    "text",
    [
        "Negotiators of China and the United States held a first round of talks in Geneva on 10 May 2025.",
        "Trump and Xi spoke by phone again on 19 September 2025.",
        "The United States and China agreed on a framework.",
    ],
)
def test_what_is_no_further_round_follows_none(text: str) -> None:
    assert talks_before(text) == []


def test_a_deal_follows_the_talks_at_its_place_or_of_its_days() -> None:
    (at_place,) = talks_before("The United States and China agreed on a truce in Geneva on 12 May 2025.")
    assert at_place.place == "Geneva"
    text = "After two days of talks the United States and China reached a framework on 15 September 2025."
    assert "2025-09-12/2025-09-15" in [about.day for about in talks_before(text)]


def test_who_speaks_again_takes_up_what_was_agreed_or_spoken_of_days_before() -> None:
    events = article("Trump and Xi spoke by phone on 19 September 2025.", published=date(2025, 10, 1)).events
    ((link, about),) = [(link, link.about) for event in events for link in event.links]
    assert about
    assert (link.type, link.is_surmised, about.kind, about.also, about.within) == (
        "follows", True, "agreement", "talks", 14,
    )  # fmt: skip
