"""Whose act it is to which one side reacts, and when it was done."""

from datetime import date

import pytest

from tests.extraction.reading import events

TITLE = "US and China in trade dispute"
DAY = date(2025, 3, 5)


def told(text: str) -> list[tuple[str, str, str]]:
    return [(e.kind, e.side, e.date) for e in events(text, published=DAY, title=TITLE)]


@pytest.mark.parametrize(
    "text",
    [
        "Beijing on Tuesday condemned Trump's threat to raise tariffs on Chinese goods to 50%.",
        "On Tuesday China's commerce ministry blasted Trump's threat to raise tariffs on Chinese goods to 50%.",
        "China hit out on Tuesday at Trump's threat to raise tariffs on Chinese goods to 50%.",
        "China protested on Tuesday against Trump's threat to raise tariffs on Chinese goods to 50%.",
    ],
)
def test_the_day_of_a_reaction_is_not_that_of_the_act(text: str) -> None:
    assert ("tariff", "us", "") in told(text)


def test_what_the_one_that_reacts_did_is_of_the_day() -> None:
    found = told("Beijing on Tuesday condemned the new tariffs and imposed port fees on American ships.")
    assert ("port_fee", "china", "2025-03-04") in found


@pytest.mark.parametrize(
    "text",
    [
        "In a statement China's finance ministry denounced the U.S. tariff increases of Tuesday.",
        "Beijing's envoy criticised Washington's latest tariff increase on Tuesday.",
        "China's commerce ministry lamented the US tariff increases on Tuesday.",
    ],
)
def test_whose_act_a_noun_names_is_said_right_before_it(text: str) -> None:
    assert not [one for one in told(text) if one[1] != "us"]
