"""A person's word is a threat, an authority's word is its decision, and a dateline acts for nobody."""

from datetime import date

import pytest

from tests.extraction.reading import article, events


@pytest.mark.parametrize(
    ("text", "action", "status", "side"),
    [
        ("US President Donald Trump said on Friday that he would impose a further 100% tariff on goods from China.", "threaten", "occurred", "us"),
        ("From December, he wrote, Washington would put controls on exports of software to China.", "threaten", "occurred", "us"),
        ("The United States, he warned on Friday, would raise its tariff on Chinese goods to 130%.", "threaten", "occurred", "us"),
        ("WASHINGTON/BEIJING, Oct. 10 (Sample Wire) — US President Donald Trump said on Friday that he would put a further 100% tariff on goods from China.", "threaten", "occurred", "us"),
        ("The State Council's tariff commission said on Friday that it would raise its tariff on US goods to 125%.", "raise", "occurred", "china"),
        ("BEIJING, April 11 (Sample Wire) — The United States raised its tariff on Chinese goods to 125% on Wednesday.", "raise", "occurred", "us"),
    ],
    ids=["a person", "he wrote", "he warned", "a person after a dateline", "an authority", "a deed told from the other capital"],
)  # fmt: skip
def test_who_says_it_decides_whether_it_is_a_threat_or_a_decision(
    text: str, action: str, status: str, side: str
) -> None:
    event = article(text).events[0]
    assert (event.action, event.status, event.side) == (action, status, side)


def test_a_firms_leave_to_sell_is_given_by_saying_so() -> None:
    (event,) = events(
        "The United States will allow Nvidia to export its H200 chips to China, President Donald Trump said on Monday.",
        published=date(2025, 12, 9),
    )
    assert (event.kind, event.action, event.status, event.date) == ("corporate", "approve", "occurred", "2025-12-08")


def test_one_rate_in_the_place_of_another_is_decided_and_a_new_one_threatened() -> None:
    told = [
        article(f"Trump said he would raise the tariff on Chinese imports {rate}.", published=date(2025, 4, 9)).events[
            0
        ]
        for rate in ("to 125% from 104%", "to 200% some day")
    ]
    assert [one.action for one in told] == ["raise", "threaten"]


def test_a_deadline_put_off_prolongs_the_pause_and_a_meeting_behind_us_was_held() -> None:
    told = article(
        "Trump signed an order delaying the deadline for the United States to implement higher tariffs on Chinese goods. "
        "It was agreed ahead of a meeting between Bessent and He Lifeng on July 28.",
        published=date(2025, 8, 11),
    ).events
    assert [(one.kind, one.action, one.status) for one in told if one.kind != "agreement"] == [
        ("tariff", "extend", "occurred"),
        ("talks", "hold", "occurred"),
    ]


def test_what_a_side_that_hit_back_will_do_is_decided() -> None:
    text = "China hit back on Friday. All American goods will bear an extra 34% from 10 April."
    found = events(text, published=date(2025, 4, 5), title="US and China in trade dispute")
    assert [(one.status, one.date, one.effective) for one in found] == [("occurred", "2025-04-04", "2025-04-10")]


def test_what_comes_after_any_other_day_is_still_to_come() -> None:
    text = "China rested on Friday. All American goods will bear an extra 34% from 10 April."
    found = events(text, published=date(2025, 4, 5), title="US and China in trade dispute")
    assert [one.status for one in found] == ["planned"]


def test_a_rate_that_adds_to_the_one_before_is_a_rise() -> None:
    text = "An additional 10% tariff on Chinese goods went into effect on Tuesday, taking the total to 20%."
    told = next(e for e in events(text, published=date(2025, 3, 4)) if e.kind == "tariff")
    assert told.action == "raise"


def test_a_suspension_for_a_further_time_prolongs_the_first() -> None:
    text = "Mr Trump put off the higher tariff rates on China by another 90 days on Monday."
    told = next(e for e in events(text, published=date(2025, 8, 12)) if e.kind == "tariff")
    assert (told.action, told.side) == ("extend", "us")
