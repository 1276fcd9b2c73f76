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


@pytest.mark.parametrize(
    ("sentence", "rates"),
    [
        (
            "China said that the 84% was dropped on 12 May, and the 34% that started it was cut to 10% for 90 days.",
            [(10, 34)],
        ),
        (
            "China gave notice on 13 May that 34 percent is adjusted to 10, with 24 points on hold for 90 days.",
            [(10, 34)],
        ),
    ],
)
def test_the_rate_of_a_clause_is_what_it_comes_down_to(sentence: str, rates: list[tuple[float, float]]) -> None:
    found = [one for one in events(sentence) if one.action in ("lower", "suspend")]
    assert [(m.low, m.previous) for one in found for m in one.measures if m.kind == "rate"] == rates


def test_a_rate_that_became_another_on_each_of_two_days() -> None:
    text = "The US tariff on China was 34% on 2 April; the tariff rate became 84 on April 8 and 125 on April 9."
    found = [one for one in events(text) if one.action == "raise"]
    assert [(one.date, one.measures[0].low) for one in found] == [("2025-04-08", 84), ("2025-04-09", 125)]


def test_those_whom_it_cost_something_are_nobody_listed() -> None:
    text = "In April the US put chips for China under a licence requirement, which cost the two companies billions."
    assert [one.measures for one in events(text) if one.kind == "export_control"] == [()]
