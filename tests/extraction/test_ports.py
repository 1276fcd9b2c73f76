"""Fees are charged by the side in whose ports they are paid."""

import pytest

from tests.extraction.reading import acts, events


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("From October 14 a ship built in China pays to dock in America, and port fees are due.", "us"),
        ("Port fees were imposed on every vessel that calls at Chinese ports.", "china"),
    ],
)
def test_who_owns_the_port_charges_the_fee(sentence: str, side: str) -> None:
    assert any(act.startswith("port_fee impose") and act.endswith(side) for act in acts(sentence))


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("From October Chinese operators will pay $50 a net ton.", "us"),
        ("Ships that were built in China will owe $18 a ton from October.", "us"),
        ("From October American carriers will pay 400 yuan a net ton.", "china"),
        ("China charges American-owned vessels a special fee in port.", "china"),
        ("Washington charges Chinese-built ships a fee in port.", "us"),
    ],
)
def test_whose_ships_pay_tells_who_charges(text: str, side: str) -> None:
    told = events(f"US and China: fees on ships.\n\n{text}")
    assert [one.side for one in told if one.kind == "port_fee"] == [side]


@pytest.mark.parametrize(
    "text",
    [
        "Washington will unwind its Section 301 actions on ports, including steep fees for Chinese ships.",
        "Washington will drop its responsive measures against Chinese shipbuilding.",
    ],
)
def test_actions_on_ships_are_fees(text: str) -> None:
    assert acts(text) == ["port_fee lift planned us"]


def test_a_word_in_quotes_parts_no_fee_from_its_ships() -> None:
    told = acts('China\'s transport ministry imposed retaliatory fees on "US vessels" that call at Chinese ports.')
    assert told == ["port_fee impose occurred china"]
