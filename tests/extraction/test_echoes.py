"""Acts told by pointing at the one before are acts of the other side; what is only hoped for is none."""

from datetime import date

from tests.extraction.reading import acts, events

FEES = "Washington suspended its port fees on Chinese ships on 10 October 2025."


def test_doing_the_same_is_an_act_of_the_other_side() -> None:
    assert acts(f"{FEES} China did the same a day later.") == [
        "port_fee suspend occurred us",
        "port_fee suspend occurred china",
    ]


def test_the_echo_has_the_day_that_is_named_with_it() -> None:
    found = events(
        "Washington raised its tariff on China to 104% on 8 April 2025, and Beijing followed suit on 9 April."
    )
    assert [event.date for event in found] == ["2025-04-08", "2025-04-09"]


def test_what_is_planned_of_both_is_planned_of_the_second() -> None:
    text = "Washington will suspend the port fees for a year, with China doing likewise."
    assert "port_fee suspend planned china" in acts(text, published=date(2025, 10, 31))


def test_a_condition_echoes_nothing() -> None:
    assert acts(f"{FEES} China would do the same if the ministry agreed.") == ["port_fee suspend occurred us"]


def test_the_side_that_acted_does_not_echo_itself() -> None:
    assert acts(f"{FEES} Washington did the same a day later.") == ["port_fee suspend occurred us"]


def test_another_notice_told_next_is_an_act_of_its_own() -> None:
    text = (
        "On 9 October 2025 China's ministry issued a notice that requires licences for exports of rare earths. "
        "Another notice put smelting technology under licence."
    )
    assert acts(text) == ["export_control impose occurred china", "export_control impose occurred china"]


def test_a_demand_to_buy_is_not_what_the_other_side_does_likewise() -> None:
    text = "The US raised its tariff on Chinese goods to 30%. Trump wants China to double its soybean orders. China did likewise."
    assert "purchase propose occurred china" not in acts(text)
