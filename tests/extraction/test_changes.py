"""Links that an act states by itself."""

from datetime import date

from tests.extraction.reading import article
from tradewatch.extraction.linked import Described


def earlier(text: str, published: date = date(2025, 12, 1)) -> list[tuple[str, Described]]:
    return [
        (str(link.type), link.about)
        for event in article(text, published=published).events
        for link in event.links
        if link.about
    ]


def test_what_is_lifted_was_imposed_before() -> None:
    ((how, about),) = earlier("China's market regulator closed its antitrust inquiry into Qualcomm on 3 November 2025.")
    assert (how, about.kind, about.side, about.thing) == (
        "withdraws", "investigation", "china", "an antitrust inquiry into Qualcomm",
    )  # fmt: skip


def test_a_raised_duty_replaces_the_one_of_its_former_rate() -> None:
    found = earlier("China raised its tariff on US goods from 34% to 84% on 9 April 2025.")
    ((how, about),) = [link for link in found if link[0] == "replaces"]
    assert (how, about.figure, about.several) == ("replaces", 34.0, "last")


def test_the_day_that_the_words_name_is_that_of_what_is_suspended() -> None:
    text = "On 7 November 2025 China suspended the export controls announced on 9 October 2025."
    assert [about.day for _, about in earlier(text)] == ["2025-10-09"]


def test_a_prediction_does_nothing_to_an_earlier_act() -> None:
    assert earlier("Analysts think that China may suspend its port fees on US ships.") == []


def test_the_month_that_the_words_name_is_that_of_what_is_lifted() -> None:
    text = "On 5 November 2025 China lifted the export controls of March on 15 US entities."
    assert [about.day for _, about in earlier(text)] == ["2025-03"]


def test_notices_of_a_day_are_all_of_that_day() -> None:
    text = "On 7 November 2025 China suspended the six export-control notices of 9 October 2025."
    ((how, about),) = earlier(text)
    assert (how, about.day, about.several) == ("suspends", "2025-10-09", "all")


def test_what_another_act_is_done_to_is_not_this_one_s() -> None:
    text = (
        "On 5 November 2025 China removed from the Export Control List the 15 entities that were added on 4 March, and "
        "puts off for one more year its measures against the 16 of 4 April."
    )
    lifted = [about.day for how, about in earlier(text) if how == "withdraws"]
    assert lifted == ["2025-03-04"]


def test_what_is_prolonged_is_not_of_the_day_on_which_it_was_imposed() -> None:
    text = (
        "On 12 August 2025 China extended for 90 days its suspension of the Export Control List measures of 4 April on 16 "
        "US entities."
    )
    ((how, about),) = earlier(text)
    assert (how, about.day, about.figure, about.several) == ("extends", "", 16.0, "last")


def test_goods_are_taken_out_of_the_duty_on_all() -> None:
    text = "On 11 April 2025 the United States exempted smartphones, computers and chips from its reciprocal tariff."
    found = [about for how, about in earlier(text) if how == "suspends"]
    assert [(about.thing, about.issues, about.several) for about in found] == [("", ("reciprocal-tariffs",), "last")]


def test_a_number_under_which_a_duty_was_laid_names_it() -> None:
    text = "On 5 November 2025 China lifted the additional duties under its Announcement No. 2 of 2025."
    found = [about.instruments for how, about in earlier(text) if how == "withdraws"]
    assert [number for ((_, number),) in found if number] == ["2 of 2025"]


def test_who_rules_on_appeal_follows_the_court_below() -> None:
    text = "On 29 August 2025 a US appeals court ruled that the IEEPA tariffs are unlawful."
    assert [about.thing for how, about in earlier(text) if how == "follows"] == ["trade court"]


def test_a_duty_that_was_lowered_for_a_time_can_be_the_respite_that_is_prolonged() -> None:
    ((how, about),) = earlier("China extended the suspension of its tariff on US goods on 12 August 2025 for 90 days.")
    assert (how, about.actions, about.several) == ("extends", ("suspend", "extend", "lower"), "last")
