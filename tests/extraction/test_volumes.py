"""Volumes for different periods are acts apart; a total of what was told is none."""

from tests.extraction.reading import events

TITLE = "US and China in trade war"


def test_a_total_is_no_volume_of_its_own() -> None:
    text = "China bought 232,000 tonnes of US soybeans in October, bringing the total to almost one million tonnes."
    assert len(events(text, title=TITLE)) == 1


def test_volumes_for_two_periods_are_two_acts() -> None:
    text = "China agreed to buy 12 million tonnes of US soybeans this year and 25 million tonnes in 2026."
    assert len([event for event in events(text, title=TITLE) if event.kind == "purchase"]) == 2


def test_a_volume_of_each_of_some_years_goes_on_from_the_one_before() -> None:
    text = "China agreed to take 9 million tons of US soybeans this year and twenty-five million in each of the next two years."
    read = {(event.measures[0].low, event.date) for event in events(text, title=TITLE)}
    assert read == {(9e6, "2025"), (25e6, "2026/2027")}


def test_a_sum_that_is_pushed_up_is_no_volume_of_its_own() -> None:
    text = (
        "China bought 150,000 tonnes of US soybeans last week, pushing total recent bookings close to 2 million tonnes."
    )
    assert len(events(text, title=TITLE)) == 1
