"""Dates as the record holds them: what they may mean, how they read, and what people type."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradewatch import edtf


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2025-10-30", date(2025, 10, 30), date(2025, 10, 30)),
        ("2025-10", date(2025, 10, 1), date(2025, 10, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-10-25/2025-10-26", date(2025, 10, 25), date(2025, 10, 26)),
        ("2026/2028", date(2026, 1, 1), date(2028, 12, 31)),
        ("2025-10-10/..", date(2025, 10, 10), None),
        ("../2025-05-14", None, date(2025, 5, 14)),
        ("", None, None),
    ],
)
def test_a_value_is_bounded_by_the_days_that_it_may_mean(
    value: str, earliest: date | None, latest: date | None
) -> None:
    bounds = edtf.bounds_of(value)
    assert (bounds.earliest, bounds.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "value",
    ["2025-13", "2025-02-30", "2025-10-26/2025-10-25", "../..", "tomorrow", "2025-1-1", "25-10-2025", "2025-10-", "/"],
)
def test_what_is_no_date_is_refused_by_name(value: str) -> None:
    with pytest.raises(edtf.NotADate, match="“"):
        edtf.bounds_of(value)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-10-30", "30 October 2025"),
        ("2025-10", "October 2025"),
        ("2025", "2025"),
        ("2025-10-25/2025-10-26", "25–26 October 2025"),
        ("2025-09-29/2025-10-02", "29 September – 2 October 2025"),
        ("2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025"),
        ("2025-10-10/..", "from 10 October 2025"),
        ("../2025-05-14", "by 14 May 2025"),
        ("2025-04~", "about April 2025"),
        ("", "not known"),
    ],
)
def test_a_date_reads_with_no_more_precision_than_it_has(value: str, words: str) -> None:
    assert edtf.wording(value) == words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("25-26 Oct 2025", "2025-10-25/2025-10-26"),
        ("25 to 26 October", "2025-10-25/2025-10-26"),
        ("October 25–26, 2025", "2025-10-25/2025-10-26"),
        ("Oct 2025", "2025-10"),
        ("30 Oct", "2025-10-30"),
        ("Nov. 10, 2026", "2026-11-10"),
        ("by 10 Nov", "../2025-11-10"),
        ("from 1 November 2025", "2025-11-01/.."),
        ("2025-10-30", "2025-10-30"),
        ("  ", ""),
        ("unknown", ""),
    ],
)
def test_a_date_is_typed_as_an_editor_thinks(text: str, value: str) -> None:
    assert edtf.typed(text, year=2025) == value


@pytest.mark.parametrize("text", ["31 Feb 2025", "26-25 Oct", "soon", "by 1-2 May", "after", "32 May"])
def test_a_typed_text_that_means_no_date_is_refused(text: str) -> None:
    with pytest.raises(edtf.NotADate):
        edtf.typed(text, year=2025)


@given(st.text(max_size=30))
def test_no_typed_text_does_worse_than_be_refused(text: str) -> None:
    try:
        value = edtf.typed(text, year=2025)
    except edtf.NotADate:
        return
    assert edtf.is_valid(value)


@given(st.dates(date(1000, 1, 1), date(9999, 1, 1)), st.dates(date(1000, 1, 1), date(9999, 1, 1)))
def test_an_interval_has_the_bounds_that_it_was_made_of(one: date, other: date) -> None:
    start, end = sorted([one, other])
    bounds = edtf.bounds_of(edtf.interval(start, end))
    assert (bounds.earliest, bounds.latest) == (start, end)


@pytest.mark.parametrize(
    ("earlier", "later", "days"),
    [("2025-10-09", "2025-10-10", 1), ("2025-10", "2025-10-10", None), ("2025-10-09", "2025-10-10/..", None)],
)
def test_no_lag_is_counted_between_inexact_dates(earlier: str, later: str, days: int | None) -> None:
    assert edtf.days_between(earlier, later) == days


def test_of_two_values_the_more_precise_means_fewer_days() -> None:
    values = ["2025-10-30", "2025-10-25/2025-10-26", "2025-10", "2025-08-01/2025-10-01", "2025", "2025-10-10/.."]
    assert sorted(values, key=edtf.days_meant) == values
    assert edtf.days_meant("2025-10") == 31
