"""Whose measure has come into force."""

import pytest

from tests.extraction.reading import acts, events


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


def test_a_measure_on_china_is_not_chinas() -> None:
    told = events(
        "Chinese ships pay from Oct. 14, the day on which US port fees on China start.", title="Fees on ships"
    )
    assert [(one.kind, one.side) for one in told] == [("port_fee", "us")]


def test_an_act_in_the_title_of_a_paper_is_none() -> None:
    text = 'Under the "Announcement on Measures for the Implementation of Tariffs on US Goods" China raised its duty to 84%.'
    assert acts(text) == ["tariff raise occurred china"]


def test_firms_that_buy_each_other_make_no_deal_of_the_two_sides() -> None:
    text = "Qualcomm took control of the maker in June, two years after the deal was announced."
    assert acts(text, title="China opens an inquiry into a US chipmaker") == []


def test_what_is_expected_is_not_what_comes_after_as() -> None:
    text = "The step is expected to move markets, as China imposes port fees on American vessels."
    assert acts(text) == ["port_fee impose occurred china"]


def test_what_was_done_after_a_deal_of_both_is_the_owners() -> None:
    told = acts("After the US and China reached a deal last week, the restrictions on ethane exports were revoked.")
    assert "export_control lift occurred us" in told
