"""The day of a listing is not that of the act that ends or prolongs it."""

from datetime import date

import pytest

from tests.extraction.reading import events

HEAD = "China and the United States quarrel over trade. "


@pytest.mark.parametrize(
    "text",
    [
        "On 20 May Beijing acted on its lists. The measures against the 12 entities of 9 April are lifted.",
        "On 20 May Beijing acted on its lists. For the 11 firms included on 4 April the suspension goes on.",
        "On 20 May Beijing acted on its lists. Those against the nine companies added in April are stopped.",
        "On 20 May Beijing lifted its measures against the nine firms of 9 April.",
        "Beijing suspended the listings of 4 April on 20 May.",
    ],
)
def test_the_day_of_what_is_changed_is_not_that_of_the_change(text: str) -> None:
    found = events(HEAD + text, published=date(2025, 5, 22))
    assert [event.date for event in found if event.action in ("lift", "suspend", "extend")] == ["2025-05-20"]


def test_the_day_of_a_list_is_that_of_the_act_that_makes_it() -> None:
    found = events(
        HEAD + "Beijing put nine US firms on its export control list on 9 April.", published=date(2025, 5, 2)
    )
    assert [event.date for event in found] == ["2025-04-09"]


@pytest.mark.parametrize(
    ("text", "day", "action"),
    [
        ("The notices of October have been on hold since 7 November.", "2025-11-07", "suspend"),
        ("Also since 10 November, export controls on gallium are suspended.", "2025-11-10", "suspend"),
        ("What is left are the export licences for seven elements, in force since 4 April.", "2025-04-04", "impose"),
    ],
)
def test_a_state_is_of_the_day_on_which_it_began(text: str, day: str, action: str) -> None:
    found = events(HEAD + "China acted. " + text, published=date(2025, 12, 6))
    assert [(event.date, event.action) for event in found if event.action == action] == [(day, action)]


def test_what_a_bracket_tells_of_others_is_no_day_of_the_act() -> None:
    text = "On 2 July the US lifted its export curbs on chip-design software (most papers had it on Thursday)."
    assert [event.date for event in events(HEAD + text, published=date(2025, 7, 7))] == ["2025-07-02"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The denial of three cargoes of ethane by Washington, announced on 3 June, is history.", "2025-06-03"),
        ("The notices were issued on 9 October: foreign makers will need a Chinese licence for magnets.", "2025-10-09"),
    ],
)
def test_the_day_on_which_an_act_was_made_known_is_its_own(text: str, day: str) -> None:
    found = events(HEAD + text, published=date(2025, 10, 11))
    assert day in [event.date for event in found if event.kind == "export_control"]


def test_firms_put_on_a_list_are_no_act_on_goods_told_beside_it() -> None:
    text = "On 9 October China put nine US firms on its list. On 9 October China put gallium under export licence."
    found = events(HEAD + text, published=date(2025, 10, 11))
    assert len([event for event in found if event.kind == "export_control"]) == 2
