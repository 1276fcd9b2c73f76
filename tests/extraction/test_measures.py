"""Which figures of a sentence belong to its act."""

import pytest

from tests.extraction.reading import events


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("China raised its tariff on US goods from 84% to 125%.", [("rate", 125, 84, "added")]),
        (
            "The US suspended 24 percentage points of its tariff on China for 90 days.",
            [("rate", 24, None, "change"), ("duration", 90, None, "")],
        ),
        ("China imposed a 34% tariff on US goods as shares fell 5%.", [("rate", 34, None, "added")]),
        ("China put 15 US firms on its export control list.", [("quantity", 15, None, "")]),
    ],
)
def test_measures_have_kind_figure_previous_and_basis(
    sentence: str, measures: list[tuple[str, float, float | None, str]]
) -> None:
    (event,) = events(sentence)
    assert [(m.kind, m.low, m.previous, m.basis) for m in event.measures] == measures


def test_from_a_higher_rate_to_a_lower_one_is_lower_whatever_the_verb() -> None:
    (event,) = events("The US moved its tariff on Chinese goods from 57% to 47%.")
    assert event.action == "lower"


def test_volumes_for_different_periods_are_acts_of_their_own() -> None:
    found = events(
        "China agreed to buy 12 million tonnes of soybeans this year and 25 million tonnes of soybeans a year until 2028."
    )
    assert [[m.low for m in event.measures] for event in found] == [[12_000_000], [25_000_000]]
