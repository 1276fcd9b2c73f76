"""Several papers that put goods under licence are several acts."""

from datetime import date

import pytest

from tests.extraction.reading import events

HEAD = "China and the United States quarrel over trade. "


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("On 9 October three notices put gallium, lithium batteries and superhard materials under licence.", 3),
        ("On 9 October China put gallium, under No. 5, and lithium batteries, under No. 6, under export licence.", 2),
        ("On 9 October China put gallium and lithium batteries under export licence.", 1),
        ("On 9 October three notices put gallium under licence.", 1),
    ],
)
def test_each_paper_that_bears_on_goods_of_its_own_is_an_act(text: str, many: int) -> None:
    found = events(f"{HEAD}China acted. {text}", published=date(2025, 10, 11))
    assert len([event for event in found if event.kind == "export_control"]) == many


def test_goods_that_need_a_licence_from_days_of_their_own_are_under_two_rules() -> None:
    text = (
        "China acted. Superhard materials will need a Chinese export licence from 8 November, "
        "while every motor on earth with its rare earths needs one from 1 December."
    )
    found = events(HEAD + text, published=date(2025, 10, 11))
    assert [(event.object, event.effective) for event in found if event.kind == "export_control"] == [
        ("export licences for superhard materials", "2025-11-08"),
        ("export licences for foreign goods with Chinese rare earths", "2025-12-01"),
    ]


def test_what_it_announces_of_a_rule_is_decided() -> None:
    text = (
        "On Tuesday the Bureau of Industry and Security published guidance on Huawei's Ascend chips. "
        "It announced as well that the AI diffusion rule will be rescinded."
    )
    found = events(HEAD + text, published=date(2025, 5, 16))
    assert [(event.status, event.date) for event in found if event.action == "lift"] == [("occurred", "2025-05-13")]
