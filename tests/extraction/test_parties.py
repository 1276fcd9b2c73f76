"""Whose act on a list or a control it is, by the parties that are named."""

from datetime import date

import pytest

from tests.extraction.reading import events

HEAD = "China and the United States quarrel over trade. "


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Beijing was angry. The other side had entered thirty Chinese names on its list on 12 September.", "us"),
        ("Washington was angry. On 4 March nine American firms were put on the export control list.", "china"),
        ("Trump spoke of China's demand that factories abroad ask for a licence.", "china"),
        (
            "China heard that sanctions that were being readied against the Ministry of State Security were shelved.",
            "us",
        ),
    ],
)
def test_who_is_listed_or_whose_demand_it_is_tells_who_acts(text: str, side: str) -> None:
    found = events(HEAD + text, published=date(2025, 10, 28))
    assert {event.side for event in found if event.kind == "export_control"} == {side}


def test_who_acted_without_being_named_goes_on() -> None:
    found = events(
        HEAD
        + "Washington protested. Four notices put gallium and rare earths under licence. Nine names are blacklisted."
    )
    assert {event.side for event in found if event.kind == "export_control"} == {"china"}


def test_a_third_country_to_which_exports_go_does_not_act() -> None:
    text = "On 10 October the ministry decided that the drugs may be exported to the United States, Canada and Mexico only with a licence."
    found = events(HEAD + "China acted. " + text)
    assert [(event.side, event.date) for event in found if event.kind == "export_control"] == [("china", "2025-10-10")]


def test_where_goods_are_bound_for_does_not_act() -> None:
    found = events(HEAD + "Washington acted. On 29 May it became known that ethane bound for China requires a licence.")
    assert {event.side for event in found if event.kind == "export_control"} == {"us"}
