"""Figures as texts write them."""

import pytest

from tradewatch.extraction.figures import figures_in
from tradewatch.vocabulary import Unit


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("10 to 15% tariffs", 10, 15, "percent"),
        ("34 percent", 34, 34, "percent"),
        ("145 per cent", 145, 145, "percent"),
        ("up to 93.5%", None, 93.5, "percent"),
        ("at least 12 million tonnes", 12_000_000, None, "tonnes"),
        ("25 million metric tons", 25_000_000, 25_000_000, "tonnes"),
        ("180,000 tons", 180_000, 180_000, "tonnes"),
        ("24 percentage points", 24, 24, "percentage points"),
        ("90 days", 90, 90, "days"),
        ("two weeks", 14, 14, "days"),
        ("one year", 12, 12, "months"),
        ("50% shareholding", 50, 50, "percent of ownership"),
        ("$50 a net ton", 50, 50, "USD per tonne"),
        ("400 yuan per net ton", 400, 400, "CNY per tonne"),
        ("$1.5 million", 1_500_000, 1_500_000, "USD"),
        ("500 Boeing jets", 500, 500, "aircraft"),
        ("15 American companies", 15, 15, "entities"),
    ],
)
def test_a_figure_is_read_with_its_unit_and_bounds(text: str, low: float | None, high: float | None, unit: str) -> None:
    (figure,) = figures_in(text)
    assert (figure.low, figure.high, figure.unit) == (low, high, unit)


def test_from_one_rate_to_another_keeps_the_previous_one() -> None:
    (figure,) = figures_in("from 84% to 125%")
    assert (figure.low, figure.previous) == (125, 84)


@pytest.mark.parametrize(
    "text",
    [
        "They met for the first time in six years.",
        "It came after two days of talks.",
        "They dropped the fee, which had been in force for all of three weeks.",
    ],
)
def test_a_span_that_is_no_term_of_an_act_is_no_figure(text: str) -> None:
    assert not [figure for figure in figures_in(text) if figure.unit in (Unit.DAYS, Unit.MONTHS)]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("It put twenty-three firms on its list.", 23),
        ("It put fourteen foreign entities on its list.", 14),
        ("It extends the pause for the eleven of April.", 11),
        ("The measures against ten have been stopped.", 10),
    ],
)
def test_parties_are_counted_in_words_too(text: str, many: int) -> None:
    assert [(figure.low, figure.unit) for figure in figures_in(text)] == [(many, "entities")]


def test_what_is_no_party_is_not_counted_as_one() -> None:
    assert not [figure for figure in figures_in("The case against two percent is weak.") if figure.unit == "entities"]


def test_days_spent_in_a_house_are_no_term() -> None:
    assert figures_in("Two days at Lancaster House") == ()
    assert len(figures_in("75 days in January")) == 1


def test_of_parties_the_whole_and_the_part_that_is_of_the_other_side_are_counted() -> None:
    def told(text: str) -> list[float | None]:
        return [figure.low for figure in figures_in(text)]

    assert told("They listed 40 more companies, 28 of them Chinese.") == [40, 28]
    assert told("They listed forty firms, a dozen of which are based in China.") == [40, 12]
    assert told("They listed 40 firms, three of them subsidiaries of one maker.") == [40]
    assert told("The fee has been suspended for three weeks.") == [21]
