"""Numbers that acts go by."""

import pytest

from tests.extraction.reading import events
from tradewatch.extraction.datatypes import Instrument
from tradewatch.extraction.instruments import conflict, instruments_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Executive Order 14257 of April 2, 2025", ["EO 14257"]),
        ("MOFCOM Announcement No. 61 of 2025", ["MOFCOM 61 of 2025"]),
        (
            "Announcement of the Customs Tariff Commission of the State Council No. 4 of 2025",
            ["State Council Tariff Commission 4 of 2025"],
        ),
        ("90 FR 15041", ["FR 90 FR 15041"]),
        ("The notices of 9 October are suspended: Nos. 70 and 72", ["MOFCOM 70 of 2025", "MOFCOM 72 of 2025"]),
        ("Seats Nos. 70 and 72 are taken", []),
        ("Announcements No. 55, 56 and 57", ["MOFCOM 55 of 2025", "MOFCOM 56 of 2025", "MOFCOM 57 of 2025"]),
    ],
)
def test_a_number_is_read_with_its_issuer_and_year(text: str, numbers: list[str]) -> None:
    assert [f"{n.instrument.scheme} {n.instrument.number}" for n in instruments_in(text, year=2025)] == numbers


def test_numbers_of_one_scheme_that_share_none_are_never_one_act() -> None:
    one, other = Instrument(scheme="EO", number="14257"), Instrument(scheme="EO", number="14259")
    assert conflict([one], [other])
    assert not conflict([one], [one, other])
    assert not conflict([one], [Instrument(scheme="MOFCOM", number="61 of 2025")])


def test_each_recited_order_is_an_act_of_its_own_with_its_own_date() -> None:
    found = events(
        "The notice removes the additional duties on Chinese goods imposed by Executive Order 14259 of April 8, 2025 "
        "and Executive Order 14266 of April 9, 2025."
    )
    recited = [(e.date, e.instruments[0].number) for e in found if e.action == "impose"]
    assert recited == [("2025-04-08", "14259"), ("2025-04-09", "14266")]
