"""A duty that a sentence tells by what bears it."""

from datetime import date

import pytest

from tests.extraction.reading import events

TITLE = "US and China trade dispute goes on"


@pytest.mark.parametrize(
    ("text", "published", "action", "side", "day"),
    [
        (
            "Effective 4 February, articles that are products of China became dutiable at an additional 10 percent.",
            "2025-02-07", "impose", "us", "2025-02-04",
        ),
        ("As of one minute past midnight on Tuesday, goods from China bear 20 per cent instead of 10.", "2025-03-05", "raise", "us", "2025-03-04"),
        ("Growers in Kansas woke up on Monday to a 10% Chinese penalty on their crop.", "2025-03-11", "impose", "china", "2025-03-10"),
    ],
)  # fmt: skip
def test_what_bears_it_tells_whose_duty_it_is(text: str, published: str, action: str, side: str, day: str) -> None:
    told = next(
        one for one in events(text, published=date.fromisoformat(published), title=TITLE) if one.kind == "tariff"
    )
    assert (told.action, told.side, told.date) == (action, side, day)


@pytest.mark.parametrize(
    "text",
    [
        "Since April, goods from China still bear an additional 20 per cent.",
        "A survey of Monday finds goods of China liable to an additional 20 per cent.",
        "On Monday goods of Brazil bore another 40% under an order.",
    ],
)
def test_a_state_of_things_is_no_act(text: str) -> None:
    assert [one for one in events(text, published=date(2025, 5, 7), title=TITLE) if one.kind == "tariff"] == []
