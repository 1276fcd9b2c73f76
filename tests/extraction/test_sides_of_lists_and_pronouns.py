"""Whose act it is where a list, an office or a pronoun says so."""

import pytest

from tests.extraction.reading import events

TITLE = "US and China in trade war"


@pytest.mark.parametrize(
    ("text", "kind", "side"),
    [
        ("PVH and Illumina of the US were put on the unreliable entity list.", "export_control", "china"),
        ("The measures against the 16 US entities listed on 4 April are suspended again.", "export_control", "china"),
        (
            "The Office of the US Trade Representative imposed fees on Chinese ships on 17 April.",
            "port_fee",
            "us",
        ),
        (
            "The United States ended duty-free entry for small parcels from China, which China called a breach. "
            "The duty was tripled to 90% on 8 April.",
            "tariff",
            "us",
        ),
    ],
)
def test_the_side_is_that_of_the_list_the_office_or_the_measure(text: str, kind: str, side: str) -> None:
    told = [event for event in events(text, title=TITLE) if event.kind == kind]
    assert told
    assert {event.side for event in told} == {side}
