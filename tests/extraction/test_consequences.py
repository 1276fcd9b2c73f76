"""Acts told by what follows from them."""

from datetime import date

import pytest

from tests.extraction.reading import events

HEAD = "China and the United States quarrel over trade. "


def _told(text: str, published: date = date(2025, 10, 22)) -> list[tuple[str, str, str]]:
    found = events(HEAD + text, published=published)
    return [(event.status, event.date, event.effective) for event in found if event.kind == "export_control"]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Graphite for anodes will need a Chinese export licence from 8 November.", "2025-11-08"),
        ("Nine American contractors will get no more dual-use goods from China.", ""),
        ("The sixteen may receive no dual-use items from China.", ""),
    ],
)
def test_what_follows_from_a_rule_tells_that_it_is_made(text: str, begins: str) -> None:
    assert _told(text) == [("occurred", "", begins)]


def test_what_somebody_wants_is_no_rule() -> None:
    assert _told("Beijing may require licences for graphite from 8 November.")[0][0] == "expected"


def test_an_authorisation_that_ends_was_revoked_before() -> None:
    text = "The Validated End-User authorizations of the plants in China end on 31 December."
    assert [told[:2] for told in _told(text)] == [("occurred", "")]


def test_what_may_be_exported_only_with_a_licence_is_decided() -> None:
    text = (
        "On 10 October the ministry decided that the metals may be exported to the United States only with a licence."
    )
    assert _told(text) == [("occurred", "2025-10-10", "")]
