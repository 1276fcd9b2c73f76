"""The window of a chart and what divides it."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tradewatch.charts.spans import MOST_PERIODS, Span, columns_of, periods_of, ticks_of, weeks_of

YEAR = Span(first=date(2025, 1, 1), last=date(2025, 12, 31))
windows = st.builds(
    lambda first, days: Span(first=first, last=first + timedelta(days=days)),
    st.dates(min_value=date(2000, 1, 1), max_value=date(2040, 12, 31)),
    st.integers(min_value=0, max_value=1500),
)


def test_a_day_stands_in_its_middle() -> None:
    assert YEAR.place(date(2025, 1, 1)) == pytest.approx(100 * 0.5 / 365, abs=0.001)
    assert YEAR.place(date(2025, 12, 31)) == pytest.approx(100 * 364.5 / 365, abs=0.001)


def test_the_year_has_its_months() -> None:
    months = periods_of(YEAR)
    assert len(months) == 12
    assert months[1] == Span(first=date(2025, 2, 1), last=date(2025, 2, 28))
    assert YEAR.start_of(months[1]) == pytest.approx(8.493)
    assert YEAR.share_of(months[1]) == pytest.approx(100 * 28 / 365, abs=0.001)


def test_weeks_begin_on_mondays_and_the_first_is_cut_to_the_window() -> None:
    weeks = weeks_of(YEAR)
    assert (weeks[0].first, weeks[0].last) == (date(2025, 1, 1), date(2025, 1, 5))
    assert {week.first.weekday() for week in weeks[1:]} == {0}
    assert weeks[-1].last == YEAR.last


@settings(max_examples=60, deadline=None)
@given(windows)
def test_whatever_divides_a_window_covers_each_of_its_days_once(window: Span) -> None:
    for spans in (weeks_of(window), periods_of(window), columns_of(window)):
        assert (spans[0].first, spans[-1].last) == (window.first, window.last)
        assert all(after.first - before.last == timedelta(days=1) for before, after in itertools.pairwise(spans))


@pytest.mark.parametrize(
    "window", [YEAR, Span(first=date.min, last=date.max), Span(first=date(1, 1, 1), last=YEAR.last)]
)
def test_a_window_of_any_length_has_few_periods(window: Span) -> None:
    periods = periods_of(window)
    assert 1 <= len(periods) <= MOST_PERIODS
    assert (periods[0].first, periods[-1].last) == (window.first, window.last)


def test_a_short_window_has_bars_by_day_and_a_long_one_by_period() -> None:
    april = Span(first=date(2025, 4, 1), last=date(2025, 4, 14))
    assert {column.days for column in columns_of(april)} == {1}
    assert len(columns_of(Span(first=date(2015, 1, 1), last=date(2025, 12, 31)))) == 11


def test_a_short_window_names_days_on_its_axis() -> None:
    assert ticks_of(YEAR) == []
    assert ticks_of(Span(first=date(2025, 10, 1), last=date(2025, 10, 31)))[0] == date(2025, 10, 6)
    assert len(ticks_of(Span(first=date(2025, 10, 1), last=date(2025, 10, 3)))) == 3


@pytest.mark.parametrize(
    ("earliest", "latest", "meets", "holds"),
    [
        (date(2025, 4, 1), date(2025, 4, 30), True, True),
        (date(2024, 12, 1), date(2025, 1, 1), True, False),
        (date(2025, 12, 31), None, True, False),
        (None, date(2024, 12, 31), False, False),
        (date(2026, 1, 1), None, False, False),
        (None, None, False, False),
    ],
)
def test_an_open_end_reaches_for_ever_and_no_date_is_nowhere(
    earliest: date | None, latest: date | None, meets: bool, holds: bool
) -> None:
    assert (YEAR.meets(earliest, latest), YEAR.holds(earliest, latest)) == (meets, holds)
