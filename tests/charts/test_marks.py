"""Where the marks of acts stand."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tradewatch.charts.lanes import Lane, lanes_for
from tradewatch.charts.marks import Act, Mark, marks_of, rows_of
from tradewatch.charts.spans import Span

YEAR = Span(first=date(2025, 1, 1), last=date(2025, 12, 31))
APRIL_9 = date(2025, 4, 9)


def act(earliest: date | None, latest: date | None, *, key: int = 1, lane: Lane = Lane.ABOVE) -> Act:
    return Act(key=key, lane=lane, earliest=earliest, latest=latest)


def only(earliest: date | None, latest: date | None, window: Span = YEAR) -> Mark:
    (mark,) = marks_of([act(earliest, latest)], window)
    return mark


def test_an_act_of_a_day_is_a_mark_at_that_day() -> None:
    mark = only(APRIL_9, APRIL_9)
    assert (mark.x, mark.row, mark.line) == (YEAR.place(APRIL_9), 0, None)


def test_a_month_is_a_line_across_it_with_the_mark_in_its_middle() -> None:
    mark = only(date(2025, 4, 1), date(2025, 4, 30))
    assert mark.line == (YEAR.place(date(2025, 4, 1)), YEAR.place(date(2025, 4, 30)))
    assert mark.x == pytest.approx((mark.line[0] + mark.line[1]) / 2, abs=0.001)


def test_an_open_date_is_a_line_to_the_edge_with_the_mark_at_the_end_that_is_known() -> None:
    at = YEAR.place(APRIL_9)
    since, until = only(APRIL_9, None), only(None, APRIL_9)
    assert (since.x, since.line) == (at, (at, 100.0))
    assert (until.x, until.line) == (at, (0.0, at))


def test_a_span_that_reaches_out_of_the_window_is_drawn_to_its_edge() -> None:
    mark = only(date(2024, 11, 1), date(2025, 1, 31))
    assert mark.line == (0.0, YEAR.place(date(2025, 1, 31)))
    assert only(date(2024, 1, 1), None).line == (0.0, 100.0)


def test_what_has_no_date_or_lies_outside_is_not_drawn() -> None:
    outside = date(2024, 12, 31)
    assert marks_of([act(None, None), act(outside, outside)], YEAR) == []


def test_acts_of_one_day_stack_in_the_order_of_their_keys() -> None:
    marks = marks_of([act(APRIL_9, APRIL_9, key=key) for key in (3, 1, 2)], YEAR)
    assert [(mark.key, mark.row) for mark in marks] == [(1, 0), (2, 1), (3, 2)]
    assert {mark.x for mark in marks} == {YEAR.place(APRIL_9)}


def test_the_less_is_known_of_a_day_the_further_out_the_mark() -> None:
    acts = [
        act(date(2025, 1, 1), None, key=1),
        act(date(2025, 4, 1), date(2025, 4, 30), key=2),
        act(APRIL_9, APRIL_9, key=3),
    ]
    assert [mark.key for mark in marks_of(acts, YEAR)] == [3, 2, 1]


def test_in_a_wide_day_marks_stand_side_by_side_within_it() -> None:
    window = Span(first=APRIL_9, last=APRIL_9 + timedelta(days=4))
    marks = marks_of([act(APRIL_9, APRIL_9, key=key) for key in range(7)], window)
    assert {mark.row for mark in marks} == {0}
    assert all(mark.reach[0] >= 0 and mark.reach[1] <= 20 for mark in marks)


days = st.integers(min_value=-40, max_value=400).map(lambda at: YEAR.first + timedelta(days=at))
spans = st.one_of(
    days.map(lambda day: (day, day)),
    st.tuples(days, st.integers(0, 60)).map(lambda drawn: (drawn[0], drawn[0] + timedelta(days=drawn[1]))),
    days.map(lambda day: (day, None)),
    days.map(lambda day: (None, day)),
)
windows = st.tuples(days, st.integers(0, 400)).map(
    lambda drawn: Span(first=drawn[0], last=drawn[0] + timedelta(days=drawn[1]))
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(spans, st.sampled_from(list(Lane))), max_size=40), windows)
def test_no_two_marks_of_a_lane_cover_each_other(
    drawn: list[tuple[tuple[date | None, date | None], Lane]], window: Span
) -> None:
    acts = [act(*when, key=key, lane=lane) for key, (when, lane) in enumerate(drawn)]
    marks = marks_of(acts, window)
    assert {mark.key for mark in marks} == {one.key for one in acts if window.meets(one.earliest, one.latest)}
    assert all(0 <= mark.x <= 100 for mark in marks)
    for one, other in combinations(marks, 2):
        if (one.lane, one.row) == (other.lane, other.row):
            assert one.reach[1] <= other.reach[0] + 0.01 or other.reach[1] <= one.reach[0] + 0.01


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(list(Lane)), max_size=60))
def test_every_row_has_a_place_of_its_own_in_its_lane(drawn: list[Lane]) -> None:
    marks = marks_of([act(APRIL_9, APRIL_9, key=key, lane=lane) for key, lane in enumerate(drawn)], YEAR)
    lanes = lanes_for(rows_of(marks))
    places = [lanes.row(mark.lane, mark.row) for mark in marks]
    assert len(set(places)) == len(places)
    bounds = {
        Lane.ABOVE: (0, lanes.upper),
        Lane.BETWEEN: (lanes.upper, lanes.lower),
        Lane.BELOW: (lanes.lower, lanes.height),
    }
    for mark, y in zip(marks, places, strict=True):
        low, high = bounds[mark.lane]
        assert low + 7 <= y <= high - 7
