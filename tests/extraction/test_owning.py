"""Whose measure has come into force."""

import pytest

from tests.extraction.reading import acts


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        (
            "China promised a reply after US tariffs totalling 104 percent came into effect.",
            "tariff impose occurred us",
        ),
        ("Beijing was silent when Trump's sweeping new tariffs took effect.", "tariff impose occurred us"),
        ("Washington was silent when duties on American coal kicked in.", "tariff impose occurred china"),
    ],
)
def test_what_takes_effect_is_its_owners_or_of_the_side_that_it_is_not_on(sentence: str, act: str) -> None:
    assert act in acts(sentence)


def test_fees_that_begin_on_both_sides_are_two_acts() -> None:
    told = acts("On Tuesday, steep new port fees for ships took effect in both countries, the US and China.")
    assert {"port_fee impose occurred us", "port_fee impose occurred china"} <= set(told)


def test_what_a_deal_would_do_is_done_by_whoever_owns_the_measure() -> None:
    told = acts("Chinese President Xi and Trump are to weigh a deal that would pause America's new tariffs on goods.")
    assert "tariff suspend expected us" in told


def test_what_one_side_wins_the_other_side_does() -> None:
    told = acts("Xi secured a 10% reduction in Trump's recently imposed 30% tariffs on Chinese goods.")
    assert told == ["tariff lower occurred us"]
    assert acts("Beijing won a suspension of the port fees on Chinese ships.") == ["port_fee suspend occurred us"]


def test_who_is_named_after_with_does_what_the_participle_tells() -> None:
    told = acts("Bessent and He will talk, with President Trump warning of setting high tariffs on Chinese goods.")
    assert "tariff threaten occurred us" in told


def test_a_pledge_of_one_side_is_not_the_deal_of_both() -> None:
    told = acts("Trump and Xi reached a truce on Thursday. It also saw a pledge by China to crack down on fentanyl.")
    assert {"agreement agree occurred both", "agreement agree planned china"} <= set(told)


def test_who_says_i_is_who_is_told_to_have_written_it() -> None:
    told = acts('"I am raising the tariff charged to China by the United States to 125%," Trump wrote.')
    assert "tariff raise occurred us" in told
