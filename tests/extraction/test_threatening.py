"""Who utters a threat threatens."""

from datetime import date

from tests.extraction.reading import events

TITLE = "US and China trade dispute goes on"


def test_who_says_it_threatens_though_another_is_named_first() -> None:
    text = "Beijing had until noon today to back down; otherwise, he posted on Monday, duties would go up by 50 points."
    (told,) = events(text, published=date(2025, 4, 8), title=TITLE)
    assert (told.action, told.side, told.date) == ("threaten", "us", "2025-04-07")


def test_a_threat_is_of_the_day_on_which_it_was_uttered() -> None:
    text = "A new 100% charge on Chinese imports would come in on 1 November, Trump declared on Friday."
    (told,) = events(text, published=date(2025, 10, 12), title=TITLE)
    assert (told.action, told.side, told.date, told.effective) == ("threaten", "us", "2025-10-10", "2025-11-01")


def test_what_is_no_threat_keeps_its_side() -> None:
    text = "China raised its tariff on American goods on Friday, he said."
    told = next(one for one in events(text, published=date(2025, 4, 12), title=TITLE) if one.kind == "tariff")
    assert told.side == "china"
