"""Words that name an act and report none."""

from datetime import date

import pytest

from tests.extraction.reading import acts

DAY = date(2025, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday China sent a supplement to its request for consultations, which brings the tariff increase into the case.",
        "China filed a complaint against the latest increase of the US tariff on Tuesday.",
    ],
)
def test_what_a_case_is_about_is_not_done_by_it(text: str) -> None:
    assert not [act for act in acts(text, published=DAY) if act.startswith("tariff")]


def test_an_act_told_beside_a_case_stands() -> None:
    told = acts("China raised its tariff on US coal to 20% on Tuesday and filed a complaint at the WTO.", published=DAY)
    assert "tariff raise occurred china" in told


def test_a_case_that_is_accepted_is_a_courts_where_a_court_is_named_or_was_just_told() -> None:
    accepted = "The case was accepted in February on a fast track."
    assert acts(accepted, published=DAY) == []
    told = acts(
        f"The trade court ruled on 3 March that the emergency tariffs on China are unlawful. {accepted}", published=DAY
    )
    assert "legal approve occurred us" in told
    assert acts("Both tariff cases were taken by the Supreme Court on Tuesday.", published=DAY) == [
        "legal approve occurred us"
    ]
