"""Accounts that speak of one subject, and such that do not."""

from datetime import date

from tests.extraction.reading import acts, events


def test_an_anti_dumping_and_an_anti_discrimination_inquiry_are_two() -> None:
    told = acts(
        "China announced an anti-dumping probe into American analog chips. "
        "At the same time Beijing began an anti-discrimination investigation into US restrictions on chips."
    )
    assert told == ["investigation announce occurred china"] * 2


def test_controls_on_metals_are_no_list_of_firms() -> None:
    told = acts(
        "China announced new export controls on several metals. It also added two US firms to its unreliable list."
    )
    assert told == ["export_control impose occurred china"] * 2


def test_what_an_act_comes_weeks_after_is_another_act() -> None:
    told = acts(
        "Beijing told its biggest firms to stop buying Nvidia's chips. "
        "The ban comes weeks after firms in China were told to stop ordering H20 chips."
    )
    assert told == ["corporate suspend occurred china"] * 2


def test_what_falls_on_parcels_is_no_account_of_a_duty_on_all_goods() -> None:
    told = events(
        "On Saturday the President signed an order that puts a duty of 10% on all goods from China. "
        "The order also ends the de minimis exemption for China: packages will no longer enter free of duty.",
        published=date(2025, 2, 3),
    )
    assert [event.title for event in told] == [
        "US imposes a 10% fentanyl tariff on Chinese goods",
        "US ends the de minimis exemption for small parcels from China",
    ]
