"""Whose the plan is that an infinitive tells."""

import pytest

from tradewatch.extraction.plans import whose_plan


@pytest.mark.parametrize(
    ("before", "side"),
    [
        ("China made clear what it thinks of the US threat to ", "us"),
        ("Washington condemned Beijing's decision of October to ", "china"),
        ("He spoke of the threat to ", ""),
        ("China opposes American goods, and decided to ", ""),
    ],
)
def test_the_owner_of_the_noun_plans_what_the_infinitive_tells(before: str, side: str) -> None:
    assert whose_plan(before + "impose tariffs", len(before))[0] == side
