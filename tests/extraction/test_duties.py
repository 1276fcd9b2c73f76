"""Duties told by their rate alone, duties that are the subject of what befalls them, and what a rate is changed to."""

from datetime import date

import pytest

from tests.extraction.reading import acts, events

ABOUT = "The tariff war goes on between China and the United States, tariff after tariff. "
PUBLISHED = date(2025, 4, 14)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("China answered on Friday with 34% of its own.", "tariff impose occurred china 2025-04-11"),
        ("Washington's 34%, which was announced on April 2, came first.", "tariff impose occurred us 2025-04-02"),
        ("On April 9 the 84% was raised by the president to 125%.", "tariff raise occurred us 2025-04-09"),
        ("On Tuesday the White House took the 34% that was to start next day and made it 84%.", "tariff raise us"),
    ],
)
def test_a_rate_alone_is_a_duty_in_an_article_about_tariffs(text: str, told: str) -> None:
    (event,) = events(ABOUT + text, published=PUBLISHED)
    found = f"{event.kind} {event.action} {event.status} {event.side} {event.date}"
    assert set(told.split()) <= set(found.split())


def test_a_rate_alone_is_nothing_where_the_article_is_about_something_else() -> None:
    assert acts("China answered on Friday with 34% of its own.", published=PUBLISHED) == []


def test_a_share_is_no_duty() -> None:
    assert acts(ABOUT + "China imposed quotas on 34% of the farms.", published=PUBLISHED) == []


def test_the_rate_that_is_changed_is_what_it_was_before() -> None:
    (event,) = events(ABOUT + "Beijing cut the 34% to 10%.", published=date(2025, 5, 14))
    assert [(one.low, one.previous) for one in event.measures] == [(10, 34)]


def test_what_a_rate_will_come_down_to_is_not_the_rate_itself() -> None:
    (event,) = events(ABOUT + "Trump said that the 145% would drop a great deal.", published=date(2025, 4, 23))
    assert (event.action, event.status, event.measures) == ("lower", "planned", ())


def test_points_that_are_left_of_others_are_the_rate_and_these_the_one_before() -> None:
    (event,) = events(ABOUT + "Beijing left only ten of the thirty-four points in place.", published=date(2025, 5, 14))
    assert (event.action, [(one.low, one.previous) for one in event.measures]) == ("suspend", [(10, 34)])


def test_a_duty_on_parcels_that_goes_up_is_the_american_one() -> None:
    text = "China protested. The duty on postal items from China was tripled on Tuesday and then went to 120%."
    assert {one.side for one in events(text, published=PUBLISHED)} == {"us"}


def test_a_duty_that_goes_up_is_of_the_side_that_it_does_not_fall_upon() -> None:
    text = ABOUT + "America protested. The rate on goods from the US, announced on Friday, went to 125%."
    assert {one.side for one in events(text, published=PUBLISHED)} == {"china"}


def test_a_step_that_is_to_come_does_not_date_the_act() -> None:
    text = "On April 2 the White House ended duty-free entry for parcels: they will pay $25, to become $50 on June 1."
    assert all(one.date != "2025-06-01" for one in events(text, published=date(2025, 4, 3)))


def test_what_a_person_says_last_that_goods_will_pay_is_a_threat_of_that_day() -> None:
    text = "Chinese goods are to be charged another 100% from 1 November, President Donald Trump said on Friday."
    (event,) = events(text, published=date(2025, 10, 11))
    assert (event.action, event.status, event.date) == ("threaten", "occurred", "2025-10-10")


def test_how_a_thing_came_to_be_is_not_the_time_of_the_story() -> None:
    text = ABOUT + "Of the 34 percent that was set by Trump in April, he suspended 24 points."
    told = [one for one in events(text, published=date(2025, 5, 12)) if one.action == "suspend"]
    assert [one.date for one in told] != ["2025-04"]


def test_what_is_doubted_is_no_event() -> None:
    text = "She doubted that the American tariff would ever be imposed on China."
    assert acts(text, published=date(2025, 10, 11)) == []


def test_an_earlier_rise_in_a_ministrys_words_is_of_the_side_whose_duty_was_told() -> None:
    text = (
        "On 3 March the United States raised its tariff on Chinese goods to 20%. "
        "The first increase, ordered on 1 February, broke the rules of tariff law."
    )
    told = events(text, published=date(2025, 3, 5), genre="official", title="China's ministry on US tariffs")
    assert {one.side for one in told if one.date == "2025-02-01"} == {"us"}


def test_it_that_was_changed_is_the_duty_told_just_before() -> None:
    text = "On February 1 Trump imposed a 10% tariff on Chinese goods. It was doubled on March 3."
    told = [(one.action, one.side, one.date) for one in events(text, published=date(2025, 3, 5))]
    assert ("raise", "us", "2025-03-03") in told


def test_the_paper_of_a_day_does_what_its_clause_tells() -> None:
    text = "Washington has its exceptions, since the memorandum of 11 April that freed phones from the reciprocal rate."
    assert [(one.action, one.date) for one in events(text, published=date(2025, 4, 28))] == [("suspend", "2025-04-11")]


def test_two_steps_of_one_duty_are_two_acts() -> None:
    text = (
        ABOUT + "The charge on postal parcels was stepped up: to 90 percent on April 8 and to 120 percent on April 9."
    )
    told = [(one.action, one.side, one.date) for one in events(text, published=date(2025, 5, 1))]
    assert told == [("raise", "us", "2025-04-08"), ("raise", "us", "2025-04-09")]


def test_what_an_order_allows_is_not_done() -> None:
    text = "The order imposes a 10% tariff on Chinese goods. It allows the President to increase the duties."
    assert "tariff raise occurred us" not in acts(text, published=date(2025, 4, 3))


@pytest.mark.parametrize(
    "text",
    [
        "The tariffs that China imposed on American soybeans on March 4 hurt.",
        "The 15% that China levied on American coal on March 4 stays.",
        "On March 4 Beijing added 10% to whatever American soybeans already paid.",
    ],
)
def test_what_a_relative_clause_levies_is_the_duty_and_not_the_goods(text: str) -> None:
    told = [(one.kind, one.action, one.side, one.date) for one in events(ABOUT + text, published=date(2025, 4, 1))]
    assert told == [("tariff", "impose", "china", "2025-03-04")]


def test_a_duty_of_so_much_is_imposed_whatever_was_told_before() -> None:
    text = "China imposed a tariff on US coal on February 4. A tariff of 20% was imposed by China on US gas on March 4."
    assert "2025-03-04" in [one.date for one in events(text, published=date(2025, 4, 1))]


def test_what_a_service_let_be_known_was_decided_on_the_day_gone_by() -> None:
    text = "On Tuesday evening the US Postal Service let it be known that it would take no more packages from China."
    (event,) = events(text, published=date(2025, 2, 6))
    assert (event.kind, event.status, event.date) == ("tariff", "occurred", "2025-02-04")


def test_a_deed_was_not_done_on_the_morning_after_a_day_that_is_to_come() -> None:
    text = (
        "Parcels from China will pay $50 from June 1. "
        "For a day the Postal Service took no packages from China, and thought better of it the next morning."
    )
    told = [(one.status, one.date) for one in events(text, published=date(2025, 4, 3)) if one.action == "impose"]
    assert ("planned", "2025-06-02") not in told
