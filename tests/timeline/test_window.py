"""The strip of whole years on which the window of dates is moved."""

from datetime import date

import pytest

from tradewatch.records.filters import EventFilter
from tradewatch.timeline.window import strip_of


@pytest.mark.parametrize(
    ("query", "years", "days"),
    [
        ({}, "2025", (date(2025, 1, 1), date(2025, 12, 31))),
        ({"from": "2025-04", "to": "2025-06-15"}, "2025", (date(2025, 4, 1), date(2025, 6, 15))),
        ({"from": "2025-11"}, "2025", (date(2025, 11, 1), date(2025, 12, 31))),
        ({"to": "2026-02-10"}, "2025–2026", (date(2025, 1, 1), date(2026, 2, 10))),
        ({"from": "2018-03-22", "to": "2018"}, "2018–2025", (date(2018, 3, 22), date(2018, 12, 31))),
    ],
)
def test_the_strip_is_of_whole_years_around_the_window(
    query: dict[str, str], years: str, days: tuple[date, date]
) -> None:
    strip = strip_of(EventFilter.from_query({key: [value] for key, value in query.items()}))
    assert (strip.name, strip.days) == (years, days)
    assert 0 <= strip.start <= strip.end <= strip.most
