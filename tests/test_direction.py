"""The codebook's rule for direction, as a table."""

import pytest

from tradewatch.direction import direction_of


@pytest.mark.parametrize(
    ("kind", "action", "status", "side", "direction"),
    [
        ("tariff", "raise", "denied", "us", "neither"),
        ("legal", "impose", "occurred", "us", "neither"),
        ("tariff", "impose", "occurred", "other", "neither"),
        ("talks", "hold", "occurred", "both", "neither"),
        ("talks", "suspend", "occurred", "china", "escalates"),
        ("talks", "extend", "occurred", "both", "eases"),
        ("agreement", "agree", "occurred", "both", "eases"),
        ("agreement", "reject", "occurred", "china", "escalates"),
        ("purchase", "suspend", "occurred", "china", "escalates"),
        ("purchase", "resume", "occurred", "china", "eases"),
        ("corporate", "approve", "occurred", "china", "eases"),
        ("corporate", "impose", "occurred", "china", "escalates"),
        ("investigation", "announce", "occurred", "china", "escalates"),
        ("investigation", "suspend", "occurred", "china", "eases"),
        ("investigation", "agree", "occurred", "china", "neither"),
        ("tariff", "announce", "occurred", "us", "escalates"),
        ("export_control", "propose", "occurred", "us", "escalates"),
        ("tariff", "threaten", "occurred", "us", "escalates"),
        ("tariff", "suspend", "planned", "us", "eases"),
        ("tariff", "extend", "occurred", "us", "eases"),
        ("port_fee", "withdraw", "occurred", "us", "eases"),
        ("tariff", "hold", "occurred", "us", "neither"),
    ],
)
def test_direction_follows_the_published_rule(kind: str, action: str, status: str, side: str, direction: str) -> None:
    assert direction_of(kind=kind, action=action, status=status, side=side) == direction


def test_an_announced_figure_below_the_one_before_eases() -> None:
    known = {"kind": "tariff", "action": "announce", "status": "occurred", "side": "us"}
    assert direction_of(**known, rate=10, previous=20) == "eases"  # type: ignore[arg-type]
    assert direction_of(**known, rate=20, previous=10) == "escalates"  # type: ignore[arg-type]


def test_a_prolonged_measure_escalates() -> None:
    assert (
        direction_of(kind="tariff", action="extend", status="occurred", side="us", prolongs_relief=False) == "escalates"
    )
