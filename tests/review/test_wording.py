"""How the desk says the value of a field."""

from typing import Any

import pytest

from tradewatch.review.wording import figure_in_words, said

RATE = {"kind": "rate", "low": 125.0, "high": 125.0, "previous": 84.0, "unit": "percent", "object": "US goods"}


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("kind", "port_fee", "Port fee"),
        ("kind", "", "nothing"),
        ("date", "2025-04-11", "11 April 2025"),
        ("date", "2025-10-25/2025-10-26", "25–26 October 2025"),
        ("ends", "", "not known"),
        ("effective", "no date at all", "no date at all"),
        ("actors", ["mofcom", "china"], "mofcom, china"),
        ("actors", [], "nothing"),
        ("issues", ["rare-earths", "chips"], "Rare earths, Chips"),
        ("instruments", [{"scheme": "EO", "number": "14257"}], "EO 14257"),
        ("measures", [], "nothing"),
        ("measures", [RATE], "84% → 125%, US goods"),
        ("title", None, "nothing"),
        ("title", "China raises it", "China raises it"),
        ("stance", "oppose", "oppose"),
    ],
)
def test_a_value_is_said_in_words(field: str, value: Any, words: str) -> None:
    assert said(field, value) == words


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"previous": None}, "125%, US goods"),
        ({"high": None}, "84% → at least 125%, US goods"),
        ({"low": None}, "84% → up to 125%, US goods"),
        ({"basis": "added"}, "84% → 125%, US goods, added"),
        ({"effective": "2025-04-12"}, "84% → 125%, US goods, from 12 April 2025"),
        ({"object": ""}, "84% → 125%, rate"),
    ],
)
def test_a_figure_is_said_with_all_that_it_tells(change: dict[str, Any], words: str) -> None:
    assert figure_in_words({**RATE, **change}) == words
