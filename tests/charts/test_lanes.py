"""The lanes of the chart."""

from tradewatch.charts.lanes import LANE_OF, Lane, lanes_for
from tradewatch.vocabulary import Side


def test_the_united_states_stand_above_china_below_and_everybody_else_between() -> None:
    assert {side for side, lane in LANE_OF.items() if lane == Lane.ABOVE} == {Side.US}
    assert {side for side, lane in LANE_OF.items() if lane == Lane.BELOW} == {Side.CHINA}
    assert set(LANE_OF) == set(Side)


def test_stacks_grow_away_from_the_axis() -> None:
    lanes = lanes_for({Lane.ABOVE: 3, Lane.BELOW: 3})
    assert lanes.row(Lane.ABOVE, 1) < lanes.row(Lane.ABOVE, 0) < lanes.upper
    assert lanes.lower < lanes.row(Lane.BELOW, 0) < lanes.row(Lane.BELOW, 1)


def test_a_lane_is_as_high_as_its_stack_and_no_lower_than_that_of_a_quiet_chart() -> None:
    quiet = lanes_for({})
    assert lanes_for({Lane.ABOVE: 2}) == quiet
    full = lanes_for(dict.fromkeys(Lane, 12))
    assert full.upper > quiet.upper
    assert full.band > quiet.band
    assert full.height - full.lower > quiet.height - quiet.lower


def test_the_names_of_days_have_a_place_below_the_lowest_stack() -> None:
    plain, named = lanes_for({Lane.BELOW: 9}), lanes_for({Lane.BELOW: 9}, foot=14)
    assert named.height - plain.height == 14
    assert named.row(Lane.BELOW, 8) == plain.row(Lane.BELOW, 8)
