"""The day of the paper by which an act is done."""

from datetime import date

from tests.extraction.reading import events

TITLE = "US and China trade dispute goes on"


def test_an_act_is_of_the_day_on_which_its_paper_was_signed() -> None:
    text = (
        "Cranes made in China become subject to a 100% duty on 9 November under the notice that USTR filed last Friday."
    )
    (told,) = events(text, published=date(2025, 10, 13), title=TITLE)
    assert (told.date, told.effective, told.status) == ("2025-10-10", "2025-11-09", "occurred")


def test_a_paper_that_opens_the_sentence_dates_what_it_does() -> None:
    text = "The ministry's notice of 4 March names products, chicken among them, on which an extra 15% falls due from the 10th."
    (told,) = events(text, published=date(2025, 3, 7), title=TITLE)
    assert told.date == "2025-03-04"


def test_a_paper_that_was_amended_dates_nothing() -> None:
    text = "On Wednesday Washington raised the duty on Chinese goods, as set by the order signed on 2 April, to 125%."
    told = next(one for one in events(text, published=date(2025, 4, 11), title=TITLE) if one.action == "raise")
    assert told.date == "2025-04-09"
