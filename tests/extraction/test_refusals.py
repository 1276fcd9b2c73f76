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


@pytest.mark.parametrize(
    ("told", "act"),
    [
        (
            "On Wednesday Mr Trump put 34% on all goods from China. Annex II carves out semiconductors.",
            "tariff suspend",
        ),
        (
            "Washington raised its tariff on Chinese goods to 54% on Monday. It exempts drugs and chips.",
            "tariff suspend",
        ),
        (
            "China put export controls on five metals on Monday. Relief work and donations are exempt from the licence rule.",
            "export_control suspend",
        ),
    ],
)
def test_what_a_measure_leaves_out_from_the_first_is_no_suspension(told: str, act: str) -> None:
    assert not [one for one in acts(told, published=DAY) if one.startswith(act)]


@pytest.mark.parametrize(
    "told",
    [
        "On Monday Mr Trump put 34% on all goods from China. On Tuesday customs exempted smartphones.",
        "Trump raised the tariff on Chinese goods to 54% in February. On Monday he spares phones and chips.",
    ],
)
def test_a_later_exemption_is(told: str) -> None:
    assert "tariff suspend occurred us" in acts(told, published=DAY)


@pytest.mark.parametrize(
    "told",
    [
        "At a dinner with donors Bessent called the dispute with China a stalemate.",
        "Mr Greer met lawmakers in Washington over the tariffs on China on Monday.",
        "In talks with farmers on Sunday Trump promised that Xi would buy.",
    ],
)
def test_those_who_are_no_side_hold_no_talks_of_the_dispute(told: str) -> None:
    assert not [one for one in acts(told, published=DAY) if one.startswith("talks")]


def test_others_beside_them_do() -> None:
    assert "talks hold occurred both" in acts(
        "Bessent met executives and He Lifeng in Geneva on Sunday.", published=DAY
    )


def test_who_had_prepared_a_meeting_held_none() -> None:
    assert acts("Officials on both sides who had prepared the summit were taken aback.", published=DAY) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Dow lost 400 points, or 1.2%, and the Nasdaq fell 2.5%.",
        "Soybean futures dropped to 10%, while shares of magnet makers rose by 8%.",
        "U.S. stocks were dear after a run of 20% from a low in January.",
    ],
)
def test_what_markets_do_is_no_duty(text: str) -> None:
    threat = "Trump threatened on Tuesday to raise tariffs on China. "
    assert acts(threat + text, published=DAY) == ["tariff threaten occurred us"]


def test_a_duty_that_moves_a_market_is_told_all_the_same() -> None:
    told = acts("Futures fell 2% after China raised its tariff on US goods to 84%.", published=DAY)
    assert told == ["tariff raise occurred china"]


def test_what_a_paper_does_is_told_by_its_verb() -> None:
    told = acts(
        "Notice No. 9 of February 26 suspends the ban on exports of gallium to the United States.", published=DAY
    )
    assert "export_control impose occurred china" not in told


def test_a_promise_of_the_phase_one_deal_is_none_of_this_year() -> None:
    told = acts(
        "He had the office find out whether China kept the Phase One deal, in which it agreed to buy US grain.",
        published=DAY,
    )
    assert not [act for act in told if act.startswith("purchase")]


def test_whoever_is_cut_off_pays_no_lower_rate() -> None:
    assert acts("Beijing says of its tariff on US goods that nobody is being cut off.", published=DAY) == []
