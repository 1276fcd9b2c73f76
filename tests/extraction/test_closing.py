"""Where what follows a verb can no longer be what it acts upon."""

import pytest

from tests.extraction.reading import acts


@pytest.mark.parametrize(
    "told",
    [
        "China freezes likewise, frees US farm goods and waits.",
        "Beijing paused too, then taxed US soybeans.",
        "China halted again, spared US beef and waited.",
    ],
)
def test_what_is_done_as_told_before_is_done_to_nothing_beyond_the_comma(told: str) -> None:
    assert "purchase suspend occurred china" not in acts(told)


def test_an_aside_of_time_closes_nothing() -> None:
    assert "tariff suspend occurred china" in acts("China suspended again, for a year, its tariff on US goods.")
