"""Fees are charged by the side in whose ports they are paid."""

import pytest

from tests.extraction.reading import acts


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("From October 14 a ship built in China pays to dock in America, and port fees are due.", "us"),
        ("Port fees were imposed on every vessel that calls at Chinese ports.", "china"),
    ],
)
def test_who_owns_the_port_charges_the_fee(sentence: str, side: str) -> None:
    assert any(act.startswith("port_fee impose") and act.endswith(side) for act in acts(sentence))
