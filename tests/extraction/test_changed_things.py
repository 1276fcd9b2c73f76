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
