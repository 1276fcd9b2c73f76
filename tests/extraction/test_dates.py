"""What time expressions mean to a reader on the day they were said. Here that is Tuesday, 28 October 2025."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tradewatch.edtf import is_valid
from tradewatch.extraction.datatypes import TimeExpression
from tradewatch.extraction.dates import time_expressions

SAID_ON = date(2025, 10, 28)


def read(text: str, said_on: date = SAID_ON) -> list[TimeExpression]:
    return list(time_expressions(text, said_on=said_on))


def meanings(text: str, said_on: date = SAID_ON) -> list[tuple[str, str]]:
    return [(found.text, found.edtf) for found in read(text, said_on)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("signed on Nov. 10, 2025, in Seoul", "Nov. 10, 2025", "2025-11-10"),
        ("signed on 30 October 2025", "30 October 2025", "2025-10-30"),
        ("the order of 2025-04-02", "2025-04-02", "2025-04-02"),
        ("filed 04/09/2025 in court", "04/09/2025", "2025-04-09"),
        ("on the 14th of May, 2025", "the 14th of May, 2025", "2025-05-14"),
        ("in September 2024", "September 2024", "2024-09"),
        ("since 2018", "2018", "2018"),
        ("in the 1990s", "the 1990s", "1990/1999"),
        ("on October 9", "October 9", "2025-10-09"),
        ("will end on January 2", "January 2", "2026-01-02"),
        ("On Monday of last week it spoke", "Monday of last week", "2025-10-20"),
        ("on Friday of next week", "Friday of next week", "2025-11-07"),
        ("on the Thursday before last, it was told", "the Thursday before last", "2025-10-16"),
        ("it revoked the waiver, effective 10 April", "10 April", "2026-04-10"),
        ("9-Oct-25", "9-Oct-25", "2025-10-09"),
        ("since 09.10.2025", "09.10.2025", "2025-10-09"),
        ("on the twelfth of May", "the twelfth of May", "2025-05-12"),
        ("on the Fourth of July", "the Fourth of July", "2025-07-04"),
        ("in the first half of October", "the first half of October", "2025-10-01/2025-10-15"),
        ("they will act on the day after Christmas", "the day after Christmas", "2025-12-26"),
        ("they will meet on 20 May", "20 May", "2026-05-20"),
        ("it will charge Chinese-built ships a fee from 14 May", "14 May", "2026-05-14"),
        ("the fee applies from 14 February", "14 February", "2026-02-14"),
        ("the fee that applies from 14 October", "14 October", "2025-10-14"),
        ("On August 11 both agreed to extend the truce", "August 11", "2025-08-11"),
        ("duties rose in March", "March", "2025-03"),
        ("duties will rise in March", "March", "2026-03"),
        ("the first duties began to be collected in March", "March", "2025-03"),
        ("nitazenes were scheduled as a class in February", "February", "2025-02"),
        ("jets that China was said to be buying in August", "August", "2025-08"),
        ("the last two months of 2025", "the last two months of 2025", "2025-11/2025-12"),
        ("the first three months of next year", "the first three months of next year", "2026-01/2026-03"),
        ("in each of the next three years", "each of the next three years", "2026/2028"),
        ("a year for the next two years", "a year for the next two years", "2026/2027"),
        ("In March this year, duties rose", "March this year", "2025-03"),
        ("in July last year", "July last year", "2024-07"),
        ("the talks of last November", "last November", "2024-11"),
        ("in mid-October", "mid-October", "2025-10"),
        ("by the end of 2026", "the end of 2026", "2026"),
        ("in mid-2027", "mid-2027", "2027"),
        ("On the last day of July the regulator spoke", "the last day of July", "2025-07-31"),
        ("It was signed on Inauguration Day", "Inauguration Day", "2025-01-20"),
        ("sellers will need a licence from December", "December", "2025-12"),
    ],
)
def test_a_named_time_keeps_its_precision(text: str, words: str, edtf: str) -> None:
    assert meanings(text) == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On his first day back, Trump signed a memorandum.", "2025-01-20"),
        ("It was granted on the evening of the inauguration.", "2025-01-20"),
        ("The first order came on inauguration day.", "2025-01-20"),
        ("Since the day he took office duties have risen.", "2025-01-20"),
        ("the duties announced on Liberation Day", "2025-04-02"),
        ("It was called in on the last day of July.", "2025-07-31"),
    ],
)
def test_a_day_may_go_by_what_happened_on_it(text: str, edtf: str) -> None:
    assert [found.edtf for found in read(text)] == [edtf]


def test_other_first_days_and_liberations_are_no_days_of_the_dispute() -> None:
    assert [
        found.edtf for found in read("On her first day in the office she met France. Italy's Liberation Day is old.")
    ] == []


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Officials met in Lisbon on October 25-26.", "October 25-26", "2025-10-25/2025-10-26"),
        ("They met on June 9 and 10, 2025.", "June 9 and 10, 2025", "2025-06-09/2025-06-10"),
        ("They met on 25–26 October 2025.", "25–26 October 2025", "2025-10-25/2025-10-26"),
        ("in the third quarter of 2025", "the third quarter of 2025", "2025-07/2025-09"),
        ("in Q1 2026", "Q1 2026", "2026-01/2026-03"),
        ("in the second half of 2025", "the second half of 2025", "2025-07/2025-12"),
        ("in the 2025/26 marketing year", "the 2025/26 marketing year", "2025/2026"),
        ("in the spring of 2025", "the spring of 2025", "2025-03/2025-05"),
        ("this week", "this week", "2025-10-27/2025-11-02"),
        ("in the second week of April", "the second week of April", "2025-04-08/2025-04-14"),
        ("On the 9th and the 10th, they sat", "the 9th and the 10th", "2025-10-09/2025-10-10"),
        ("It is two weeks since the ministry spoke", "two weeks since", "2025-10-13/2025-10-19"),
        ("a few days ago", "a few days ago", "2025-10-15/2025-10-27"),
        ("in the week of October 20", "the week of October 20", "2025-10-20/2025-10-26"),
    ],
)
def test_a_stretch_of_days_or_months_is_an_interval(text: str, words: str, edtf: str) -> None:
    assert meanings(text) == [(words, edtf)]


def test_the_entries_of_a_chronology_are_over_and_what_was_to_come_after_them_came_soon() -> None:
    text = "Jan. 21: A threat.\n\nFeb. 4: Beijing answers with a levy, beginning February 10.\n\nOct. 9: Controls."
    expected = [("Jan. 21", "2025-01-21"), ("Feb. 4", "2025-02-04"), ("February 10", "2025-02-10")]
    assert meanings(text, date(2025, 12, 28)) == [*expected, ("Oct. 9", "2025-10-09")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "from Nov. 10, 2025, until Nov. 10, 2026",
            [("Nov. 10, 2025", "2025-11-10"), ("Nov. 10, 2026", "2026-11-10")],
        ),
        ("on April 2 and 9, 2025", [("April 2", "2025-04-02"), ("9, 2025", "2025-04-09")]),
        ("on 4 and 9 April", [("4", "2025-04-04"), ("9 April", "2025-04-09")]),
        ("for December and January", [("December", "2025-12"), ("January", "2026-01")]),
        ("between March and May 2024", [("March", "2024-03"), ("May 2024", "2024-05")]),
        ("from 2018-2020", [("2018", "2018"), ("2020", "2020")]),
    ],
)
def test_two_ends_with_words_between_are_two_expressions(text: str, expected: list[tuple[str, str]]) -> None:
    assert meanings(text)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The ministry said today", "2025-10-28"),
        ("It was signed yesterday.", "2025-10-27"),
        ("They meet tomorrow.", "2025-10-29"),
        ("He said on Friday that it was over.", "2025-10-24"),
        ("They will meet on Friday.", "2025-10-31"),
        ("On Thursday, the two will meet.", "2025-10-30"),
        ("this Thursday", "2025-10-30"),
        ("last Friday", "2025-10-24"),
        ("last Monday", "2025-10-20"),
        ("next Monday", "2025-11-03"),
        ("last month", "2025-09"),
        ("next year", "2026"),
        ("two weeks ago", "2025-10-13/2025-10-19"),
        ("ten days ago", "2025-10-18"),
        ("three months ago", "2025-07"),
        ("two years ago", "2023"),
    ],
)
def test_a_relative_time_counts_from_the_day_it_was_said_on(text: str, edtf: str) -> None:
    assert [value for _, value in meanings(text)] == [edtf]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The list came out on May 13, 2025. A day earlier, the envoys had left.", ("A day earlier", "2025-05-12")),
        ("The list came out on May 13, 2025. Days later, it grew.", ("Days later", "2025-05-14/2025-05-26")),
        ("It came on May 13. In the following weeks buyers left.", ("the following weeks", "2025-05-14/2025-07-14")),
        ("It came on Wednesday, May 14, 2025. That Friday, it grew.", ("That Friday", "2025-05-16")),
        ("It came on May 14, 2025. The Friday before, it had grown.", ("The Friday before", "2025-05-09")),
        (
            "It holds from 5 May through 9 November of next year and ends the day after.",
            ("the day after", "2026-11-10"),
        ),
        ("The list came out on May 13, 2025. The following day, it took effect.", ("The following day", "2025-05-14")),
        ("The list came out on May 13, 2025. Later that day came a second one.", ("Later that day", "2025-05-13")),
        ("The rule came in 2019. The following year, it was repealed.", ("The following year", "2020")),
        ("Sales rose in the third quarter from a year earlier.", ("a year earlier", "2024-07/2024-09")),
        ("They met on October 24, 2025, and will meet again on the 31st.", ("the 31st", "2025-10-31")),
    ],
)
def test_some_times_count_from_the_one_named_last(text: str, last: tuple[str, str]) -> None:
    assert meanings(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "words", "timex"),
    [
        (
            "at 12:01 a.m. eastern daylight time on May 14, 2025",
            "12:01 a.m. eastern daylight time on May 14, 2025",
            "2025-05-14T00:01",
        ),
        ("on May 14, 2025, at 12:01 a.m. EDT", "May 14, 2025, at 12:01 a.m. EDT", "2025-05-14T00:01"),
        ("on 11 April 2025, 18:40 GMT", "11 April 2025, 18:40 GMT", "2025-04-11T18:40"),
        ("at 00:01 on 10 November", "00:01 on 10 November", "2025-11-10T00:01"),
        ("on Tuesday night", "Tuesday night", "2025-10-28TNI"),
    ],
)
def test_a_time_of_day_belongs_to_its_day(text: str, words: str, timex: str) -> None:
    assert [(found.text, found.timex, found.edtf) for found in read(text)] == [(words, timex, timex[:10])]


def test_a_time_of_day_alone_dates_nothing() -> None:
    assert [(found.text, found.edtf) for found in read("The rule applies at 12:01 a.m. to all.")] == [
        ("12:01 a.m.", "")
    ]


@pytest.mark.parametrize(
    "text", ["the meeting this Thursday (October 30)", "on Thursday, Oct. 30", "on Thursday, 30 October"]
)
def test_a_weekday_with_its_date_is_one_expression(text: str) -> None:
    assert [found.edtf for found in read(text)] == ["2025-10-30"]


@pytest.mark.parametrize(
    ("text", "words", "timex", "source"),
    [
        ("a pause of 90 days", "90 days", "P90D", "duration"),
        ("for one year", "one year", "P1Y", "duration"),
        ("over the past two months", "the past two months", "P2M", "duration"),
        ("for several weeks", "several weeks", "PXW", "duration"),
        ("half an hour", "half an hour", "PT0.5H", "duration"),
        ("25 million tonnes a year", "a year", "P1Y", "set"),
        ("every Monday", "every Monday", "XXXX-WXX-1", "set"),
    ],
)
def test_durations_and_sets_have_no_day(text: str, words: str, timex: str, source: str) -> None:
    assert [(found.text, found.edtf, found.timex, found.source) for found in read(text)] == [(words, "", timex, source)]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on.",
        "May we ask who pays?",
        "The second round came to nothing.",
        "Prices fall when tariffs rise.",
        "A duty of 25% on 2,025 lines worth $2025",
        "Order No. 2025 names 301 firms.",
        "the plan Made in China 2025",
        "Resolution 1701 stands.",
        "2000 workers lost their jobs.",
        "Jan Novak flew to Brno.",
        "It ran on the programme This Week.",
        "February 30, 2025",
        "under section 1702(a) of the act",
        "H200 chips and A100 chips",
        "heading 9903.01.25 of the schedule",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert [found for found in read(text) if found.edtf] == []


def test_in_a_history_a_date_without_a_year_has_that_of_the_date_before() -> None:
    text = (
        "In June 1950 the border was crossed. On 28 June the capital fell. In September 1950 came the landing. "
        "By 25 October 1950 the river was reached. On 24 November an offensive began. In January 1951 it was over."
    )
    assert [edtf for _, edtf in meanings(text)] == [
        "1950-06", "1950-06-28", "1950-09", "1950-10-25", "1950-11-24", "1951-01",
    ]  # fmt: skip


def test_in_a_report_one_paragraph_may_tell_of_another_year() -> None:
    text = (
        "The ministry said on Monday that talks go on.\n\n"
        "In 2018, the first duties were imposed. In March, steel was hit. On July 6, cars followed.\n\n"
        "In March, a new round began."
    )
    assert [edtf for _, edtf in meanings(text)] == ["2025-10-27", "2018", "2018-03", "2018-07-06", "2025-03"]


def test_a_heading_with_a_year_dates_the_lines_below_it() -> None:
    text = "Timeline\n\n2024\n\nApril 9: duties are raised to a tenth of the value.\n\nMay 2: parcels lose their exemption."
    assert [edtf for _, edtf in meanings(text)] == ["2024", "2024-04-09", "2024-05-02"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The ban came into force on 19 January.", "2025-01-19"),
        ("On 19 January, the ban came into force.", "2025-01-19"),
        ("The ban will take effect on 19 January.", "2026-01-19"),
        ("The ban is due from January.", "2026-01"),
        ("The ban had been due to end on 19 January.", "2025-01-19"),
    ],
)
def test_the_verb_says_which_year_a_date_without_one_is_in(text: str, edtf: str) -> None:
    assert [value for _, value in meanings(text, date(2025, 12, 19))] == [edtf]


@pytest.mark.parametrize("text", ["since May 2025", "by May 2025", "until May 2025", "from May 2025", "In May 2025"])
def test_the_preposition_stays_outside(text: str) -> None:
    assert meanings(text) == [("May 2025", "2025-05")]


PIECES = st.sampled_from(
    [
        "the",
        "2025",
        "May",
        "March",
        "Oct.",
        "30",
        "last",
        "next",
        "year",
        "years",
        "ago",
        "a",
        "day",
        "quarter",
        "first",
        "12:01",
        "a.m.",
        "EDT",
        "on",
        ",",
        ".",
        "(",
        ")",
        "-",
        "–",
        "Thursday",
        "this",
        "early",
        "mid",
        "of",
        "second",
        "half",
        "31",
        "February",
        "29",
        "1990s",
        "'80s",
        "’s",
        "nineteen",
        "ninety-six",
        "week",
        "Q3",
        "H2",
        "in",
        "by",
        "9999",
        "10/30/2025",
        "2025-02-30",
        "decades",
        "later",
        "earlier",
        "following",
        "before",
        "that",
        "\n\n",
        "é",
        "²",
        "٣",
    ]
)


@settings(deadline=None)  # a busy machine takes longer now and then
@given(
    st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200),
    st.dates() | st.sampled_from([date.min, date.max, date(2024, 2, 29)]),
)
def test_any_text_gives_true_offsets_and_valid_values(text: str, said_on: date) -> None:
    end = 0
    for found in time_expressions(text, said_on=said_on):
        assert text[found.start : found.end] == found.text
        assert end <= found.start < found.end
        assert is_valid(found.edtf)
        end = found.end


@pytest.mark.parametrize(
    ("text", "said_on", "found"),
    [
        ("It began on 13 January. On the 2nd, it had moved.", date(2025, 1, 22), ("the 2nd", "2025-01-02")),
        (
            "They met on 9 October, and on the 25th and 26th.",
            date(2025, 10, 31),
            ("the 25th and 26th", "2025-10-25/2025-10-26"),
        ),
        (
            "A statement of 11 August keeps it until 10 November; China followed on the 12th, as agreed.",
            date(2025, 9, 16),
            ("the 12th", "2025-08-12"),
        ),
        (
            "They met on 14 and 15 September. The next day he signed.",
            date(2025, 12, 19),
            ("The next day", "2025-09-16"),
        ),
        (
            "On 13 January it ruled. Three days later the office agreed.",
            date(2025, 1, 22),
            ("Three days later", "2025-01-16"),
        ),
        ("from November 10 until November 9, 2026", date(2025, 11, 12), ("November 10", "2025-11-10")),
        ("June 9 and 10, 2025", date(2025, 11, 12), ("June 9 and 10, 2025", "2025-06-09/2025-06-10")),
        ("A probe was opened a year ago tomorrow.", date(2025, 12, 22), ("a year ago tomorrow", "2024-12-23")),
        ("It was signed two weeks ago today.", date(2025, 12, 22), ("two weeks ago today", "2025-12-08")),
        # what dates a thing, or a time before, dates what the same sentence counts on from it
        (
            "Between the order of 27 June and the listings of 3 July stood the vote, on the 2nd.",
            date(2025, 9, 14),
            ("the 2nd", "2025-07-02"),
        ),
        (
            "Madrid had settled it in September; Kuala Lumpur, a month later, was for the rest.",
            date(2025, 12, 19),
            ("a month later", "2025-10"),
        ),
    ],
)
def test_days_that_count_on_from_what_was_named(text: str, said_on: date, found: tuple[str, str]) -> None:
    assert found in meanings(text, said_on)


def test_a_day_of_the_month_is_of_the_month_that_the_paragraph_tells_of() -> None:
    told = "Beijing warned in May.\n\nThe software came back on the 2nd."
    assert ("the 2nd", "2025-10-02") in meanings(told)
    assert ("the 2nd", "2025-05-02") in meanings("Beijing warned in May. The software came back on the 2nd.")
    ended = "The notices of October were suspended on the 7th, until 10 November 2026. They were to start on the 8th."
    assert ("the 8th", "2025-11-08") in meanings(ended, date(2025, 11, 14))
    far = "It came on 30 May.\n\nNobody spoke.\n\nThe software came back on the 2nd."
    assert [words for words, _ in meanings(far)] == ["30 May"]


def test_no_day_is_made_up_beside_a_month() -> None:
    assert meanings("In late May a court struck it down. Another upheld it the next day.") == [("late May", "2025-05")]
    assert meanings("On the same day in November, he wrote, it would begin.") == [("November", "2025-11")]


@pytest.mark.parametrize("text", ["on the 9th floor", "on the 2nd ballot", "The inauguration was cold"])
def test_what_only_looks_like_a_day_is_none(text: str) -> None:
    assert meanings(text) == []


def test_the_end_of_the_month_lies_behind_where_it_is_told_as_past() -> None:
    text = "The envoys met on 15 September. At the end of the month Washington brought out a rule."
    assert ("the end of the month", "2025-09") in meanings(text, date(2025, 10, 13))
    assert ("the end of the month", "2025-10") in meanings(text.replace("brought", "will bring"), date(2025, 10, 13))


def test_what_somebody_let_it_be_known_has_been() -> None:
    text = "On Tuesday evening the post office let it be known that it would take no more parcels."
    assert meanings(text, date(2025, 2, 6)) == [("Tuesday evening", "2025-02-04")]


def test_a_day_in_a_row_is_of_the_month_of_the_day_before_it() -> None:
    text = "The story runs from the rule of 29 September by way of the listings of 8 October to the threat on the 10th."
    assert ("the 10th", "2025-10-10") in meanings(text, date(2025, 11, 14))
    text = "On 12 May it spared the firms of 4 April, and on the 14th it freed the others."
    assert ("the 14th", "2025-05-14") in meanings(text, date(2025, 5, 20))


def test_a_month_later_counts_from_what_had_been_before() -> None:
    text = "Lisbon had brought the truce in May; Porto, a month afterwards, had to mend it."
    assert ("a month afterwards", "2025-06") in meanings(text, date(2025, 7, 30))


def test_before_the_week_is_out_is_in_it() -> None:
    assert meanings("They will speak before the week is out.") == [("before the week is out", "2025-10-27/2025-11-02")]
    assert meanings("They had spoken before the week was out.") == []
