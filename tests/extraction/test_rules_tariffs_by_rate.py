"""Duties told by their rate alone, threats and what became of them, what goes on, and whose duties they are."""

from datetime import date

import pytest

from tests.extraction.reading import events

TITLE = "US and China in trade war"


def told(text: str, published: date = date(2026, 1, 3)) -> set[str]:
    found = events(text, title=TITLE, published=published)
    return {f"{e.kind} {e.action} {e.status} {e.side} {e.date}".rstrip() for e in found}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("In July Chinese graphite was hit with a preliminary 93.5%.", "tariff impose occurred us 2025-07"),
        (
            "From 1 January beef beyond a quota pays an extra 55%, China said on 31 December.",
            "tariff impose occurred china 2025-12-31",
        ),
        ("Since September American fibre pays a dumping duty of 37.9%.", "tariff impose occurred china 2025-09"),
        ("Cranes made in China get 100% as well.", "tariff impose occurred us"),
        ("On 10 October Trump said he would add 100% to what China pays.", "tariff threaten occurred us 2025-10-10"),
        (
            "Chinese goods are to be charged another 100% from 1 November, Donald Trump said on 10 October.",
            "tariff threaten occurred us 2025-10-10",
        ),
        (
            "On 13 September Trump wrote to Nato, proposing that its members hit China with 50% to 100%.",
            "tariff propose occurred us 2025-09-13",
        ),
        (
            "The additional 100% that was to begin on November 1 is not being imposed, Greer said on October 26.",
            "tariff withdraw occurred us 2025-10-26",
        ),
        (
            "On 3 September Beijing extended its anti-dumping duties to another kind of American fibre.",
            "tariff impose occurred china 2025-09-03",
        ),
    ],
)
def test_a_rate_alone_may_be_a_duty(text: str, act: str) -> None:
    assert act in told(text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The crane duty was suspended on 9 November.", "tariff suspend occurred us 2025-11-09"),
        ("The farm duties of last March came off on 10 November.", "tariff lift occurred china 2025-11-10"),
        ("The tariff for fentanyl was halved on 4 November.", "tariff lower occurred us 2025-11-04"),
        (
            "The tariffs that Beijing had put on US farm goods were lifted on 10 November.",
            "tariff lift occurred china 2025-11-10",
        ),
        (
            "The retaliatory tariffs that China announced, among them those on chicken and wheat, will be suspended.",
            "tariff suspend planned china",
        ),
        (
            "On 9 November the 100% duty on cranes out of China went into the drawer.",
            "tariff suspend occurred us 2025-11-09",
        ),
    ],
)
def test_whose_duties_are_changed_is_told_by_who_made_them_or_by_what_they_are_on(text: str, act: str) -> None:
    assert act in told(text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("On 11 August Trump extended the truce by 90 days.", "tariff extend occurred us 2025-08-11"),
        (
            "The White House let the truce run for three more months on 11 August.",
            "tariff extend occurred us 2025-08-11",
        ),
        ("In August both governments renewed the truce.", "agreement extend occurred both 2025-08"),
        (
            "On 12 August China kept 24 points of its duty suspended for 90 days.",
            "tariff extend occurred china 2025-08-12",
        ),
        (
            "The 178 exclusions that would have lapsed in November were prolonged by a notice of November 26.",
            "tariff extend occurred us 2025-11-26",
        ),
    ],
)
def test_what_one_side_prolongs_is_its_own_suspension(text: str, act: str) -> None:
    assert act in told(text)


def test_points_taken_off_a_tariff_lower_it() -> None:
    assert "tariff lower occurred us 2025-11-04" in told("On 4 November Washington took ten points off its tariff.")


def test_what_both_raise_are_two_acts() -> None:
    acts = told("In April 2025 both went to 125%, and China called the duties a joke.")
    assert {"tariff raise occurred us 2025-04", "tariff raise occurred china 2025-04"} <= acts


@pytest.mark.parametrize(
    "text",
    [
        "Brazil, whose goods bore another 40%, protested in Washington.",
        "Imports of China fell, and parcels get 10% of the traffic.",
    ],
)
def test_a_state_or_another_country_is_no_act(text: str) -> None:
    assert not {act for act in told(text) if act.startswith("tariff impose")}
