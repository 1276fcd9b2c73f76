"""Whose act it is, by what it falls upon."""

from datetime import date

import pytest

from tests.extraction.reading import events


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Washington protested. The export licence requirement for gallium was imposed on 3 October 2025.", "china"),
        ("Washington protested. On 10 October 2025 an antitrust inquiry into Qualcomm was opened.", "china"),
        ("Beijing protested. The export licence requirement for ethane was lifted on 2 July 2025.", "us"),
    ],
)
def test_where_nobody_is_said_to_act_the_thing_tells_whose_act_it_is(text: str, side: str) -> None:
    found = events(f"China and the United States quarrel over trade. {text}")
    assert {event.side for event in found if event.kind in ("export_control", "investigation")} == {side}


def test_who_is_said_to_act_acts_whatever_the_thing() -> None:
    found = events("The United States imposed export controls on gallium for China on 3 October 2025.")
    assert {event.side for event in found} == {"us"}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Illumina may sell its sequencers in China again.", "china"),
        ("The prohibition on importing Illumina's sequencers has been revoked.", "china"),
        ("Nvidia may sell its H20 chips in China again.", "us"),
    ],
)
def test_a_firm_that_may_sell_again_is_let_by_who_barred_it(text: str, side: str) -> None:
    found = events(f"China and the United States quarrel over trade. {text}")
    assert {event.side for event in found if event.kind == "corporate"} == {side}


def test_parcels_are_taxed_by_the_united_states_alone() -> None:
    text = "Beijing raised its voice. It was tripled to 90 percent on April 8, the duty on postal items."
    told = [e for e in events(text, published=date(2025, 7, 31), title="US and China") if e.kind == "tariff"]
    assert {e.side for e in told} <= {"us"}
