"""Two lists of parties under one verb are two acts."""

from datetime import date

import pytest

from tests.extraction.reading import events

HEAD = "China and the United States quarrel over trade. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On 14 May the ministry suspended its measures against the 28 entities on the control list and the 17 companies on the unreliable entity list.",
         [(28, "Export Control List"), (17, "Unreliable Entity List")]),
        ("On 12 August China freed 12 entities and nine companies, respectively, from the export control list and the unreliable entity list.",
         [(12, "Export Control List"), (9, "Unreliable Entity List")]),
        ("China suspended the listing of the 16 entities on 4 April, along with that of the 11 companies.", [(16, ""), (11, "")]),
        ("On 14 May China suspended its measures against 28 entities, namely the 16 firms of 4 April and the 12 entities of 9 April.",
         [(28, "")]),
        ("On 14 May China suspended its measures against 16 companies and 12 companies.", [(16, "")]),
    ],
)  # fmt: skip
def test_each_list_that_is_counted_is_an_act(text: str, told: list[tuple[int, str]]) -> None:
    found = events(f"{HEAD}China acted. {text}", published=date(2025, 8, 13))
    acts = [event for event in found if event.kind == "export_control" and event.action in ("suspend", "lift")]
    assert [(event.measures[0].low, event.object) for event in acts] == told
