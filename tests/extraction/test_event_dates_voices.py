"""Which date an act gets, in the voices of the wire, the ministry, the law firm, the shipping press and the institute."""

from datetime import date

import pytest

from tests.extraction.reading import article, events

DAY = date(2025, 11, 12)  # a Wednesday


def told(text: str, *, published: date = DAY, genre: str = "news") -> list[tuple[str, str, str]]:
    """The acts as (kind, action, date), in order."""
    return [(e.kind, e.action, e.date) for e in events(text, published=published, genre=genre)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        # The wire: the day of the lead is the day of what the story goes on to report of that side.
        (
            "BEIJING, Nov 12 (Wire) - China on Wednesday raised its tariffs on U.S. beef to 20%.\n\n"
            "Analysts were surprised.\n\n"
            "The Commerce Ministry added 12 American firms to its unreliable entity list.",
            ["2025-11-12", "2025-11-12"],
        ),
        # A day told, and the same side's next deed.
        (
            "On November 5 China suspended its 24% tariff on US goods. It also lifted its ban on US logs.",
            ["2025-11-05", "2025-11-05"],
        ),
        (
            "On November 5 China suspended its 24% tariff on US goods. The next day it lifted its ban on US logs.",
            ["2025-11-05", "2025-11-06"],
        ),
        (
            "On November 5 China suspended its 24% tariff on US goods. Two days later it lifted its ban on US logs.",
            ["2025-11-05", "2025-11-07"],
        ),
        # The other side's deed and what happened later have days of their own, which nobody told.
        (
            "On November 5 China suspended its 24% tariff on US goods. It later lifted its ban on US logs.",
            ["2025-11-05", ""],
        ),
        (
            "On November 5 China suspended its 24% tariff on US goods. It had imposed port fees on US ships.",
            ["2025-11-05", ""],
        ),
    ],
)
def test_a_storys_time_goes_on_to_the_same_sides_next_deed(text: str, dates: list[str]) -> None:
    assert [when for *_, when in told(text)] == dates


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("China suspended the tariffs that it had imposed on US farm goods in March.", ""),
        ("By its order of 4 April, China imposed export controls on seven rare earths.", "2025-04-04"),
        ("China suspended its 9 October export controls on rare earths.", ""),
        ("On Monday China suspended its 9 October export controls on rare earths.", "2025-11-10"),
        ("On 10 November China lifted the port fees introduced in October.", "2025-11-10"),
        ("Announcement No. 70 of 7 November suspends the export controls on rare earths.", "2025-11-07"),
        ("China raised its tariff on US goods on November 5.", "2025-11-05"),
        ("Late on Tuesday, the United States lowered its tariff on Chinese goods to 10%.", "2025-11-11"),
        ("Last month the United States raised its tariff on Chinese goods.", "2025-10"),
    ],
)
def test_a_clause_a_participle_and_a_noun_keep_their_dates(sentence: str, when: str) -> None:
    assert when in [e.date for e in events(sentence, published=DAY)]


def test_a_date_within_a_things_own_clause_is_that_of_the_thing() -> None:
    dates = {e.date for e in events("China suspended the tariffs that it imposed on US goods in March.", published=DAY)}
    assert dates == {"", "2025-03"}


def test_a_day_counted_from_another_acts_day() -> None:
    text = (
        "On 11 April, two days after the United States raised its tariff to 125%, China raised its own tariff to 125%."
    )
    assert {e.side: e.date for e in events(text, published=date(2025, 4, 12))} == {
        "us": "2025-04-09",
        "china": "2025-04-11",
    }


def test_two_rates_with_a_day_each_are_two_acts() -> None:
    text = "China raised its tariff on US goods to 84% and 125% on April 9 and April 11."
    found = [(e.date, [m.low for m in e.measures]) for e in events(text, published=DAY)]
    assert found == [("2025-04-09", [84.0]), ("2025-04-11", [125.0])]


def test_a_paper_whose_day_was_told_dates_what_it_does() -> None:
    text = (
        "Two orders were signed on November 4.\n\nExecutive Order 14999 lowers the fentanyl tariff on China to 10%, "
        "effective November 10."
    )
    (event,) = events(text, published=DAY, genre="analysis")
    assert (event.date, event.effective) == ("2025-11-04", "2025-11-10")


def test_what_an_authority_says_it_will_do_is_not_dated_by_its_beginning() -> None:
    text = "On Tuesday China's Ministry of Transport said that it would impose port fees on US ships from December 1."
    (event,) = events(text, published=DAY)
    assert (event.status, event.date, event.effective) == ("occurred", "2025-11-11", "2025-12-01")


@pytest.mark.parametrize(
    ("sentence", "ends"),
    [
        ("On 16 September Trump extended the truce with China by 90 days, to 16 December.", "2025-12-16"),
        ("China suspended its port fees on US ships from November 10, until November 9, 2026.", "2026-11-09"),
        ("The United States suspended its port fees on Chinese ships through November 9, 2026.", "2026-11-09"),
    ],
)
def test_the_day_to_which_a_pause_runs_is_its_end(sentence: str, ends: str) -> None:
    (event,) = events(sentence, published=DAY)
    assert event.ends == ends


def test_a_span_across_the_turn_of_a_year_begins_in_the_year_before() -> None:
    (event,) = events(
        "China suspended its port fees on US ships from November 10 until November 9, 2026.", published=DAY
    )
    assert event.effective == "2025-11-10"


def test_an_act_wholly_before_the_year_is_none_and_says_why() -> None:
    found = article("On 6 July 2018 the United States imposed a 25% tariff on Chinese goods.", published=DAY)
    assert not found.events
    assert any("before 2025" in unread.why for unread in found.unread)


@pytest.mark.parametrize("when", ["on November 20", "on November 20, 2025", "in December 2025"])
def test_what_lies_after_the_articles_day_is_not_done(when: str) -> None:
    (event,) = events(f"China suspended its port fees on US ships {when}.", published=DAY)
    assert event.status == "planned"


def test_a_month_and_day_of_the_articles_own_month_are_of_its_year() -> None:
    (event,) = events("China lifted its port fees on US ships on November 5.", published=DAY)
    assert event.date == "2025-11-05"


def test_a_dates_reason_shows_the_texts_own_words() -> None:
    (event,) = events("On Tuesday China raised its tariff on US goods to 20%.", published=DAY)
    (reason,) = [r for r in event.accounts[0].reasons if r.field == "date"]
    assert reason.words == "Tuesday"


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        (
            "The General Administration of Customs announced Tuesday that it has suspended imports of US logs.",
            "2025-11-11",
        ),
        (
            "China has suspended its export controls on rare earths, the ministry said in a statement on Friday.",
            "2025-11-07",
        ),
        ("The White House said on Monday that China will suspend its export controls on rare earths.", ""),
        ("The White House fact sheet of November 1 says China will lift its export controls on rare earths.", ""),
    ],
)
def test_an_authoritys_word_dates_its_own_act_and_no_others(sentence: str, when: str) -> None:
    (event,) = events(sentence, published=DAY)
    assert event.date == when


def test_a_date_that_heads_a_section_dates_what_it_tells() -> None:
    text = "A short history of the year follows.\n\nApril 9\n\nThe United States raises its tariff on Chinese goods to 125%."
    assert [e.date for e in events(text, published=DAY, genre="analysis")] == ["2025-04-09"]


def test_the_same_day_is_that_of_the_deed_and_not_of_its_terms() -> None:
    text = (
        "The State Council Tariff Commission on Friday announced that China will impose an additional 34 percent tariff "
        "on US goods starting from April 10. The Ministry of Commerce on the same day added 11 U.S. firms to the "
        "unreliable entity list."
    )
    assert [when for *_, when in told(text, published=date(2025, 4, 4))] == ["2025-04-04", "2025-04-04"]


def test_terms_by_weekday_begin_after_the_act() -> None:
    text = "China will cut the tariff on US goods to 10%, the finance ministry said on Tuesday, effective on Wednesday."
    (event,) = events(text, published=date(2025, 5, 13))
    assert event.effective == "2025-05-14"


def test_what_took_effect_before_the_act_is_no_beginning_of_it() -> None:
    text = "China suspended its port fees on US ships on Monday. The fees, which took effect on 14 October, had cost little."
    event, begun = events(text, published=DAY)
    assert (event.date, event.effective) == ("2025-11-10", "")
    assert (begun.action, begun.date) == ("impose", "2025-10-14")


def test_what_followed_an_act_does_not_date_it() -> None:
    found = events("Shares rose on Thursday after China suspended its port fees on US ships.", published=DAY)
    assert [e.date for e in found] == [""]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Bessent and He Lifeng wrapped up two days of talks in Stockholm on Tuesday.", ["2025-07-28/2025-07-29"]),
        ("Bessent and He Lifeng opened two days of talks in Stockholm on Monday.", ["2025-07-28/2025-07-29"]),
        ("Bessent and He Lifeng held talks in Stockholm on Monday.", ["2025-07-28"]),
    ],
)
def test_talks_of_days_whose_end_or_beginning_is_told_are_a_span(text: str, dates: list[str]) -> None:
    assert [when for *_, when in told(text, published=date(2025, 7, 29))] == dates


def test_what_talks_reach_is_dated_by_their_last_day() -> None:
    text = "Following talks in London on June 9 and 10, China and the US agreed on a framework."
    assert ("agreement", "2025-06-10") in {(e.kind, e.date) for e in events(text, published=date(2025, 6, 30))}


def test_the_end_that_is_put_off_is_not_the_new_one() -> None:
    text = "On Monday Trump extended the truce with China, which expires on November 10, until November 10, 2026."
    assert [e.ends for e in events(text, published=date(2025, 11, 4)) if e.action == "extend"] == ["2026-11-10"]


def test_the_date_of_an_opening_clause_is_not_that_of_what_was_said_after_it() -> None:
    text = "After talks in Busan on Oct. 30, the White House said that China would buy 12 million tons of US soybeans."
    assert [e.date for e in events(text, published=DAY) if e.kind == "purchase"] == [""]


def test_a_story_that_turns_to_an_earlier_year_brings_none_of_it_to_the_day_of_its_news() -> None:
    text = (
        "China's regulator opened an investigation into Qualcomm on Friday.\n\n"
        "China imposed curbs on gallium exports in 2023. Beijing restricted exports of graphite."
    )
    assert [when for *_, when in told(text, published=date(2025, 10, 11))] == ["2025-10-10"]


def test_talks_of_two_days_end_on_the_day_on_which_their_outcome_is_told() -> None:
    told = events(
        "Following two days of high-level talks in London, US and Chinese officials announced a framework on June 10.",
        published=date(2025, 6, 11),
    )
    assert [one.date for one in told if one.kind == "talks"] == ["2025-06-09/2025-06-10"]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Trump imposed a 10% tariff on Chinese goods on Feb. 4.", "2025-02-04"),
        ("Beijing announced that a tariff on American goods would start on Jan. 5.", "2026-01-05"),
    ],
)
def test_in_november_a_deed_of_february_is_over_and_what_would_start_in_january_is_not(sentence: str, day: str) -> None:
    (event,) = events(sentence, published=date(2025, 11, 12))
    assert event.date == day


def test_what_came_minutes_before_came_on_the_day_named() -> None:
    told = events(
        "Beijing unveiled curbs on Tuesday, minutes after U.S. tariffs of 10% on Chinese goods took effect.",
        published=date(2025, 2, 4),
    )
    assert [one.date for one in told if one.kind == "tariff"] == ["2025-02-04"]


def test_remarks_of_an_office_on_the_news_of_the_day_before_are_dated_by_it() -> None:
    text = (
        "China's Tariff Commission announced on Tuesday an additional tariff of 15% on US corn.\n\n"
        "Ten US companies were placed on the Unreliable Entity List."
    )
    found = events(text, title="US and China", genre="official", published=date(2025, 3, 5))
    assert {e.kind: e.date for e in found}["export_control"] == "2025-03-04"


def test_a_demand_is_of_the_day_on_which_it_is_made_and_not_of_the_day_that_it_sets() -> None:
    text = "On 4 October Trump asked China to double its soybean purchases by 10 November 2025."
    assert [one.date for one in events(text) if one.action == "propose"] == ["2025-10-04"]
    text = "Bessent said on 4 October that the soybean deadline had slipped to 28 February 2026."
    assert [(one.date, one.ends) for one in events(text)] == [("2025-10-04", "")]


def test_a_chronologys_entry_of_some_days_dates_what_it_tells_by_all_of_them() -> None:
    text = "US and China\n\n7–9 September. China lifted its ban on US logs."
    assert [one.date for one in events(text)] == ["2025-09-07/2025-09-09"]


def test_a_list_of_terms_that_is_published_leaves_its_day_to_what_stands_in_it() -> None:
    text = "Yesterday the White House published its list of terms. The US lifted its port fees on Chinese ships."
    assert [(e.kind, e.date) for e in events(text, title="US and China in trade war")] == [
        ("agreement", "2025-10-27"),
        ("port_fee", "2025-10-27"),
    ]
