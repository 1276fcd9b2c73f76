"""Whose blow an answer names."""

from datetime import date

import pytest

from tests.extraction.reading import article


@pytest.mark.parametrize(
    ("text", "side", "day"),
    [
        (
            "In response to the American tariff of 1 October, China raised its tariff on US goods to 20% on 3 October.",
            "us",
            "2025-10-01",
        ),
        ("China retaliated for the tariff of 1 October with a duty on coal.", "us", "2025-10-01"),
        ("The duty of 34% is China's answer to the tariffs of April 2.", "us", "2025-04-02"),
        (
            "After the US tariffs of April 2, Beijing imposed a duty of 34% on all American goods on April 4.",
            "us",
            "2025-04-02",
        ),
        ("Trump hit back at the duties of 4 February 2025 with a tariff of 20%.", "china", "2025-02-04"),
    ],
)
def test_what_is_answered_was_done_by_the_other_side(text: str, side: str, day: str) -> None:
    events = article(text, published=date(2025, 12, 20)).events
    assert {event.side for event in events if event.date == day} == {side}


def test_a_measure_that_is_only_named_is_its_subjects() -> None:
    events = article("China will lift the tariffs of 4 February.", published=date(2025, 12, 20)).events
    assert {event.side for event in events} == {"china"}
