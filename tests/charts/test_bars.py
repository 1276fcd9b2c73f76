"""Bars of many acts."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.charts.counting import Count, columns_for, meeting
from tradewatch.charts.bars import blocks_of, unit_of
from tradewatch.charts.lanes import Lane, lanes_for
from tradewatch.charts.spans import Span, periods_of, weeks_of
from tradewatch.vocabulary import Direction

YEAR = Span(first=date(2025, 1, 1), last=date(2025, 12, 31))
LANES = lanes_for({})

days = st.integers(min_value=-40, max_value=400).map(lambda at: YEAR.first + timedelta(days=at))
spans = st.one_of(
    days.map(lambda day: (day, day)),
    st.tuples(days, st.integers(0, 60)).map(lambda drawn: (drawn[0], drawn[0] + timedelta(days=drawn[1]))),
    days.map(lambda day: (day, None)),
    days.map(lambda day: (None, day)),
    st.just((None, None)),
)
counts_drawn = st.lists(
    st.builds(
        lambda when, lane, direction, number: Count(
            earliest=when[0], latest=when[1], lane=lane, direction=direction, number=number
        ),
        spans,
        st.sampled_from(list(Lane)),
        st.sampled_from(list(Direction)),
        st.integers(1, 400),
    ),
    max_size=40,
)


def count(
    earliest: date | None,
    latest: date | None,
    number: int = 1,
    *,
    lane: Lane = Lane.ABOVE,
    direction: Direction = Direction.EASES,
) -> Count:
    return Count(earliest=earliest, latest=latest, lane=lane, direction=direction, number=number)


@settings(max_examples=60, deadline=None)
@given(counts_drawn)
def test_the_bars_of_a_lane_sum_to_the_acts_that_certainly_lie_in_one_week(counts: list[Count]) -> None:
    weeks = weeks_of(YEAR)
    columns = columns_for(counts, weeks)
    for lane in Lane:
        sure = sum(
            one.number
            for one in counts
            if one.lane == lane and any(week.holds(one.earliest, one.latest) for week in weeks)
        )
        assert sum(column.total(lane) for column in columns) == sure


@settings(max_examples=60, deadline=None)
@given(counts_drawn)
def test_a_months_figure_is_the_number_of_acts_that_may_lie_in_it(counts: list[Count]) -> None:
    months = periods_of(YEAR)
    assert meeting(counts, months) == [
        sum(one.number for one in counts if month.meets(one.earliest, one.latest)) for month in months
    ]


@settings(max_examples=60, deadline=None)
@given(counts_drawn)
def test_bars_stay_in_their_lane_and_are_as_high_as_their_numbers_say(counts: list[Count]) -> None:
    columns = columns_for(counts, weeks_of(YEAR))
    unit = unit_of(columns, LANES)
    for column in columns:
        blocks = blocks_of(column, YEAR, LANES, unit)
        total = sum(column.total(lane) for lane in Lane)
        assert abs(sum(block.height for block in blocks) - total * unit) < 0.1
        assert all(block.y >= -0.1 and block.y + block.height <= LANES.height + 0.1 for block in blocks)
        assert all(block.x >= 0 and block.x + block.width <= 100.01 for block in blocks)


def test_what_is_known_only_to_a_month_is_in_no_bar_of_a_week() -> None:
    columns = columns_for([count(date(2025, 4, 1), date(2025, 4, 30))], weeks_of(YEAR))
    assert all(not column.numbers for column in columns)


def test_acts_of_the_united_states_go_up_and_those_of_china_down() -> None:
    day = date(2025, 4, 9)
    columns = columns_for([count(day, day), count(day, day, lane=Lane.BELOW)], weeks_of(YEAR))
    (column,) = [column for column in columns if column.numbers]
    up, down = blocks_of(column, YEAR, LANES, 8)
    assert up.y + up.height == LANES.upper
    assert down.y == LANES.lower


def test_a_bar_stacks_what_escalates_next_to_the_axis() -> None:
    day = date(2025, 4, 9)
    counts = [count(day, day, 2, direction=direction) for direction in Direction]
    (column,) = [column for column in columns_for(counts, weeks_of(YEAR)) if column.numbers]
    blocks = blocks_of(column, YEAR, LANES, 4)
    assert [block.direction for block in blocks] == [Direction.ESCALATES, Direction.NEITHER, Direction.EASES]
    assert [block.y for block in blocks] == [LANES.upper - 8, LANES.upper - 16, LANES.upper - 24]
