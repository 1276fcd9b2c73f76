"""The days of talks: weekdays that are joined, stays, ends, and denials."""

from datetime import date

import pytest

from tests.extraction.reading import events

TITLE = "US and China hold trade talks"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Bessent said that he would meet He Lifeng in Oslo next Monday and Tuesday.", "2025-11-17/2025-11-18"),
        (
            "China's envoy travels to Oslo from Sunday until Wednesday to hold talks with the US.",
            "2025-11-16/2025-11-19",
        ),
        (
            "Trade talks between China and the US in Oslo came to an end on Tuesday after two days.",
            "2025-11-10/2025-11-11",
        ),
        ("Trade talks between China and the US in Oslo came to an end on Tuesday.", "2025-11-11"),
        ("China and the US are not holding any talks on tariffs, a spokesman said on Tuesday.", "2025-11-11"),
        ("Greer left for Oslo on Tuesday and will begin trade talks with He Lifeng on Friday.", "2025-11-14"),
    ],
)
def test_the_days_of_talks(text: str, when: str) -> None:
    assert {event.date for event in events(text, published=date(2025, 11, 12))} == {when}


def test_what_is_done_during_a_stay_is_of_its_days() -> None:
    text = (
        "He Lifeng will visit Norway from November 14 to 16, the ministry said. "
        "During the visit he will hold trade talks with the US side."
    )
    assert [event.date for event in events(text, published=date(2025, 11, 12))] == ["2025-11-14/2025-11-16"]


def test_the_first_time_is_no_second_act() -> None:
    text = (
        "Chinese buyers took no US soybeans in September, the first time since 2018 that imports of soybeans from "
        "the United States fell to zero, customs figures showed on Monday."
    )
    assert [event.date for event in events(text, published=date(2025, 11, 12))] == ["2025-09"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "Bessent and He Lifeng wrapped up the trade talks in Oslo on Sunday, the second of two days.",
            "2025-11-08/2025-11-09",
        ),
        ("Negotiators of China and the US met in Oslo for a second day on Tuesday.", "2025-11-10/2025-11-11"),
    ],
)
def test_the_last_of_two_days_tells_of_both(text: str, when: str) -> None:
    assert [event.date for event in events(text, published=date(2025, 11, 12))] == [when]


def test_a_call_is_of_the_weekday_whose_it_is() -> None:
    (call,) = events(
        "Monday's call, which Trump had asked for, lasted an hour.", published=date(2025, 11, 12), title=TITLE
    )
    assert (call.kind, call.date) == ("talks", "2025-11-10")


def test_talks_told_as_held_lie_behind_though_the_sentence_looks_ahead() -> None:
    text = "Li Chenggang is to travel to Washington for talks with US officials, following the Stockholm talks of late July."
    assert "2025-07" in {event.date for event in events(text, published=date(2025, 8, 27))}


def test_what_would_have_been_in_an_aside_hedges_nothing() -> None:
    text = "Chinese importers, who would have ordered a third by now, have not bought any US soybeans."
    assert [(event.kind, event.status) for event in events(text)] == [("purchase", "occurred")]


def test_purchases_of_other_countries_are_none_of_the_dispute() -> None:
    assert not events("Japan will also buy more corn and soybeans from American growers.")


def test_a_call_with_another_countrys_leader_is_none_of_the_dispute() -> None:
    assert not events("Putin and Trump spoke by phone on Monday.", title=TITLE)
