"""Which date an act gets."""

from datetime import date

import pytest

from tests.extraction.reading import events


@pytest.mark.parametrize(
    ("sentence", "when", "effective", "ends"),
    [
        ("China raised its tariff on US goods on April 9, 2025.", "2025-04-09", "", ""),
        (
            "On April 4, 2025, China imposed a 34% tariff on US goods, effective April 10, 2025.",
            "2025-04-04",
            "2025-04-10",
            "",
        ),
        ("The US suspended its port fees on Chinese ships until November 9, 2026.", "", "", "2026-11-09"),
        ("China will suspend its tariff on US goods from November 10, 2025.", "2025-11-10", "2025-11-10", ""),
        ("China raised its tariff on US goods.", "", "", ""),
        ("China raised its tariffs on US goods in April 2025.", "2025-04", "", ""),
    ],
)
def test_the_nearest_date_is_the_acts_and_terms_have_days_of_their_own(
    sentence: str, when: str, effective: str, ends: str
) -> None:
    (event,) = events(sentence)
    assert (event.date, event.effective, event.ends) == (when, effective, ends)


def test_a_date_of_another_act_is_not_borrowed() -> None:
    one, other = events(
        "China suspended its port fees on US ships; Washington raised its tariff on China on April 9, 2025."
    )
    assert (one.date, other.date) == ("", "2025-04-09")


def test_a_dateline_dates_no_act() -> None:
    (event,) = events("BEIJING, Oct. 28 (Wire) -- China has raised its tariff on US goods.")
    assert event.date == ""


def test_a_document_that_is_itself_the_act_gives_its_own_date() -> None:
    (event,) = events(
        "I hereby suspend the additional duties on articles of China.", published=date(2025, 5, 12), genre="official"
    )
    assert event.date == "2025-05-12"


def test_a_sentence_that_adds_the_terms_is_a_further_account() -> None:
    (event,) = events(
        "China raised its tariff on US goods on Friday. The new rate applies from Saturday, November 1, 2025."
    )
    assert event.effective == "2025-11-01"
    assert len(event.accounts) == 2


def test_an_act_after_the_articles_day_is_planned() -> None:
    (event,) = events("The tariff on Chinese goods takes effect on November 1, 2025.")
    assert (event.status, event.date) == ("planned", "2025-11-01")


def test_the_day_of_what_came_ahead_of_a_meeting_is_not_that_of_the_meeting() -> None:
    text = "President Trump accused China on Tuesday, ahead of a planned meeting with Chinese President Xi Jinping.\n"
    told = [event for event in events(text, title="US and China in trade war") if event.kind == "talks"]
    assert [(event.status, event.date) for event in told] == [("planned", "")]
