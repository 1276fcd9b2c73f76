"""The day on which a paper was signed is that of the act that it does; a lasting state has the day that it began."""

from datetime import date

import pytest

from tests.extraction.reading import events

PUBLISHED = date(2025, 11, 6)
TITLE = "US and China in trade war"


@pytest.mark.parametrize(
    "text",
    [
        "EO 14357, signed on Tuesday, reduces the fentanyl duty on products of China from 20% to 10%.",
        "In an order that was signed on Tuesday, the US president lowered the fentanyl tariff on China to 10%.",
        "Trump lowered the fentanyl tariff on China to 10% in an order signed on Tuesday.",
    ],
)
def test_the_day_of_signing_dates_what_the_paper_does(text: str) -> None:
    (told,) = events(text, published=PUBLISHED, title=TITLE)
    assert told.date == "2025-11-04"


def test_an_order_that_a_measure_rests_on_does_not_date_what_is_done_to_it() -> None:
    text = "China cancelled the tariff on US beans that it had raised in an order signed on Tuesday."
    lifted = next(e for e in events(text, published=PUBLISHED, title=TITLE) if e.action == "lift")
    assert lifted.date == ""


def test_what_has_stopped_since_a_month_is_dated_by_it_and_not_by_the_year_of_a_comparison() -> None:
    text = "China has stopped importing US coal since April, most of a 14% fall in US coal exports this year."
    told = next(e for e in events(text, published=PUBLISHED, title=TITLE) if e.kind == "purchase")
    assert told.date == "2025-04/.."


def test_a_rule_suspended_from_one_day_through_another_has_both() -> None:
    text = "The Bureau of Industry and Security suspended its Affiliates Rule from Nov. 10, 2025, through Nov. 9, 2026."
    told = next(e for e in events(text, published=PUBLISHED, title=TITLE) if e.kind == "export_control")
    assert (told.effective, told.ends) == ("2025-11-10", "2026-11-09")


def test_a_day_of_the_month_is_not_that_of_a_month_that_only_names_a_thing() -> None:
    text = "The six notices of October were suspended by China on the 3rd, until 10 November 2026."
    told = next(e for e in events(text, published=PUBLISHED, title=TITLE) if e.action == "suspend")
    assert told.date == "2025-11-03"


def test_what_is_being_lowered_as_of_a_weekday_is_lowered_on_the_next_one() -> None:
    text = "The United States is lowering the tariff on Chinese goods to 30%, as of Wednesday."
    (told,) = events(text, published=date(2025, 5, 13), title=TITLE)
    assert told.effective == "2025-05-14"


@pytest.mark.parametrize("verb", ["will kick in", "are to take effect", "will go into effect"])
def test_a_sentence_that_only_tells_when_duties_will_begin_is_no_second_act(verb: str) -> None:
    text = f"Trump on Wednesday imposed a 34% tariff on Chinese goods. The duties {verb} on April 9."
    (told,) = events(text, published=date(2025, 4, 3), title=TITLE)
    assert (told.status, told.date, told.effective) == ("occurred", "2025-04-02", "2025-04-09")
