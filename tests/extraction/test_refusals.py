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
