"""Which date an act gets that its own sentence does not tell, or tells by other words than a day."""

from datetime import date

import pytest

from tests.extraction.reading import LEXICON, events, gazetteer
from tradewatch.extraction.datatypes import EventReading, Page
from tradewatch.extraction.pipeline import read


def told(text: str, published: date, genre: str = "news") -> list[tuple[str, str, str, str]]:
    """The acts as (kind, action, status, date), in order."""
    found = events(text, published=published, genre=genre, title="US and China in trade dispute")
    return [(e.kind, e.action, e.status, e.date) for e in found]


def answered(text: str) -> tuple[EventReading, ...]:
    """What a Chinese ministry's answers of 5 March tell."""
    page = Page(
        path="page.txt",
        text=text,
        published=date(2025, 3, 5),
        genre="official",
        title="Answers on China and the US",
        publisher="Ministry Answers Desk",
    )
    return read(page, LEXICON, gazetteer())[0].events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What the leaders are still to do is done on a day of its own.
        (
            "Chinese and US negotiators have agreed on the outline of a deal for their leaders to sign on Friday, "
            "officials said on Monday.",
            [("agreement", "agree", "occurred", "2025-03-03")],
        ),
        # A sentence that tells nothing but when a side answered puts what follows at that day.
        (
            "Beijing hit back on Tuesday, to nobody's surprise. It put 12 American firms on its export control list.",
            [("export_control", "impose", "occurred", "2025-03-04")],
        ),
        (
            "The rest of Tuesday's package is soon told. China put 12 American firms on its export control list.",
            [("export_control", "impose", "occurred", "2025-03-04")],
        ),
        (
            "This was decided by a commission on 4 March. The duties of 10% on US cotton are no longer levied by China.",
            [("tariff", "lift", "occurred", "2025-03-04")],
        ),
        # A market's day is nobody's deed.
        ("Soybeans closed lower on Tuesday. China put 12 American firms on its export control list.", None),
        # "The day before" counts from the deed, not from the day for which it was threatened.
        (
            "On January 21 Trump threatened a 10% tariff on Chinese goods, for February 1. "
            "The day before, he had directed his trade representative to review the Phase One deal with China.",
            [("tariff", "threaten", "occurred", "2025-01-21"), ("investigation", "announce", "occurred", "2025-01-20")],
        ),
    ],
)
def test_what_follows_has_the_day_that_the_sentence_before_tells(
    text: str, expected: list[tuple[str, str, str, str]] | None
) -> None:
    found = told(text, date(2025, 3, 6))
    assert found == expected if expected is not None else found[0][-1] == ""


def test_an_end_that_is_told_by_to_is_no_day_of_the_act() -> None:
    text = "By an order signed on Friday, Donald Trump gave TikTok another 75 days, to 16 December."
    (event,) = events(text, published=date(2025, 10, 4), title="US and China")
    assert (event.action, event.status, event.date, event.ends) == ("extend", "occurred", "2025-10-03", "2025-12-16")


def test_a_fee_that_begins_at_so_much_on_a_day_begins_then() -> None:
    text = (
        "On Friday, hours before the call, China's Transport Ministry published a scale of charges for American ships, "
        "starting at 400 yuan a ton on 14 October."
    )
    (event,) = events(text, published=date(2025, 10, 11))
    assert (event.status, event.date, event.effective) == ("occurred", "2025-10-10", "2025-10-14")


def test_a_licence_that_will_be_needed_from_a_day_begins_then() -> None:
    text = "Lithium batteries will need a Chinese export licence from 8 November."
    (event,) = events(text, published=date(2025, 10, 22))
    assert (event.status, event.date, event.effective) == ("occurred", "", "2025-11-08")  # the rule is made


def test_what_ends_next_week_did_not_end_a_week_ago() -> None:
    text = "The American waivers of Samsung's chip plants in China end next Wednesday."
    assert {when for *_, when in told(text, date(2025, 12, 24))} <= {"2025-12-31", ""}


def test_an_entry_of_several_days_leaves_the_day_open() -> None:
    text = (
        "3 March. A first duty.\n\n5 April. A second one.\n\n9–10 October. China puts batteries under export licence.\n\n"
        "27 June – 3 July. China puts tungsten under export licence."
    )
    found = [when for *_, when in told(text, date(2026, 1, 5), genre="analysis")]
    assert found == ["2025-10-09/2025-10-10", "2025-06-27/2025-07-03"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Since mid-May Chinese airlines have been taking Boeing jets again.", "2025-05"),
        ("Also since 10 November, China's measures against five American shipping firms are suspended.", "2025-11-10"),
    ],
)
def test_a_state_that_lasts_since_a_day_began_then(text: str, when: str) -> None:
    assert [found for *_, found in told(text, date(2025, 11, 20))] == [when]


def test_an_authority_that_has_done_something_tells_of_what_is_new() -> None:
    text = (
        "The Tariff Commission announced on Tuesday that cotton from the United States will bear an additional 15%.\n\n"
        "This Ministry has included 12 US entities in its export control list."
    )
    assert [event.date for event in answered(text)] == ["2025-03-04", "2025-03-04"]
    assert answered(text.replace("on Tuesday", "on 3 February"))[-1].date == ""


def test_the_day_of_a_paper_that_is_suspended_is_not_that_of_the_suspension() -> None:
    text = (
        "On the 9th followed another notice. It suspends, to 27 November 2026, "
        "China's Announcement No. 46 of last year, its ban on exports of gallium."
    )
    found = events(text, published=date(2025, 11, 11), genre="official", title="China's Ministry of Commerce answers")
    assert [(event.action, event.date, event.ends) for event in found] == [("suspend", "2025-11-09", "2026-11-27")]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # Counted from talks told before.
        (
            "Trump and Xi spoke by phone on 24 November. Two days after the call Washington prolonged 178 exemptions "
            "from the Section 301 tariffs on China.",
            "2025-11-26",
        ),
        (
            "The envoys met in Kuala Lumpur on 25 and 26 October. The day after the talks China lifted its ban on logs "
            "from the US.",
            "2025-10-27",
        ),
        # A colon spells out what was issued.
        (
            "The rules were issued in Beijing on Thursday: foreign makers will need a Chinese licence for goods with "
            "rare earths.",
            "2025-11-27",
        ),
        # "Then" is the time told before.
        (
            "It goes back to the finding of January. USTR concluded then that China's shipbuilding drive was "
            "unreasonable.",
            "2025-01",
        ),
        # A newspaper's report.
        (
            "According to a report in a newspaper on Wednesday, China has told firms to stop buying Nvidia chips.",
            "2025-11-26",
        ),
    ],
)
def test_a_day_told_by_other_words_is_the_acts(text: str, when: str) -> None:
    assert told(text, date(2025, 11, 28))[-1][-1] == when


def test_talks_of_an_unknown_day_give_none() -> None:
    text = "The envoys met in October. Two days after the talks China lifted its ban on logs from the US."
    assert told(text, date(2025, 11, 28))[-1][-1] == ""


def test_an_order_signed_with_another_is_of_its_day_and_another_orders_is_not() -> None:
    text = (
        "Under Executive Order 14257, issued Wednesday, Chinese goods will be charged 34 percent. "
        "Executive Order 14256, signed together with it, ends duty-free entry for small parcels from China."
    )
    found = told(text, date(2025, 4, 4), genre="analysis")
    assert [when for kind, action, _, when in found if (kind, action) == ("tariff", "impose")][-1] == "2025-04-02"
    other = text.replace(", signed together with it, ends", " ended")
    assert told(other, date(2025, 4, 4), genre="analysis")[-1][-1] == ""


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # What was told right before counts more than what was told first.
        (
            "China lifted its ban on US logs on Tuesday.\n\nOn Wednesday the Ministry of Commerce in China turned to its "
            "lists.\n\nThe ban on exports of gallium to the United States is suspended for 90 days.",
            "2025-05-14",
        ),
        # The day on which it comes back is not that of the pause.
        (
            "The US Affiliates Rule for Chinese firms is suspended from 13 May through 9 November, and comes back on "
            "the day after.",
            "2025-05-13",
        ),
        ("The February order had already ended the exemption for small parcels from China.", "2025-02"),
    ],
)
def test_what_stands_closest_in_the_story_dates_the_act(text: str, when: str) -> None:
    assert told(text, date(2025, 5, 16))[-1][-1] == when


def test_a_day_after_one_that_is_to_come_is_not_known() -> None:
    text = (
        "The duty on small parcels from China becomes $50 on June 1.\n\nThe US Postal Service stopped taking parcels from "
        "China and changed its mind the next morning."
    )
    assert not [when for *_, when in told(text, date(2025, 4, 3)) if when.startswith("2025-06-02")]


def test_what_came_later_is_not_of_the_day_of_the_list() -> None:
    told = events("On 8 October Washington made another list, from which two Chinese units were soon taken off.")
    assert [one.date for one in told if one.action == "lift"] in ([], [""])


def test_a_day_of_what_there_was_not_dates_nothing() -> None:
    (met,) = events("Trump and Xi met in Busan and showed that they had nothing which they didn't have in April.")
    assert met.date == ""


def test_how_long_a_duty_has_stood_is_no_act_where_it_goes_on() -> None:
    assert events("The 50% duty on Chinese chips that has applied since January 1 continues.") == ()
    (raised,) = events("The 20% duty that the US has charged since March 4 on Chinese goods is too much, it said.")
    assert raised.date == "2025-03-04"


@pytest.mark.parametrize("by", ["by phone on Friday", "on Friday by video", "by telephone on Friday"])
def test_how_they_spoke_parts_no_act_from_its_day(by: str) -> None:
    text = f"Trump talked with Xi Jinping {by} in a push to seal a deal on the app."
    assert told(text, date(2025, 9, 19))[0][3] == "2025-09-19"


def test_the_day_of_what_is_answered_is_not_that_of_the_answer() -> None:
    text = (
        "China halted imports of US logs on Tuesday. The suspension of US logs was a response to Trump's move on March 1 "
        "to order an inquiry into Chinese lumber."
    )
    halted = [one for one in told(text, date(2025, 3, 5)) if one[0] == "purchase"]
    assert [when for *_, when in halted] == ["2025-03-04"]


@pytest.mark.parametrize(
    "opening", ["Earlier in the day, China also", "Later on the same day China", "Later in the day Beijing"]
)
def test_a_time_of_the_day_counts_on_the_day_told_before(opening: str) -> None:
    text = (
        f"China listed 15 US firms as unreliable entities on Tuesday.\n\n{opening} imposed duties of 15% on US chicken."
    )
    assert told(text, date(2025, 3, 5))[-1][-1] == "2025-03-04"


def test_the_day_on_which_figures_came_out_is_not_that_of_what_they_tell() -> None:
    (halt,) = events("Figures that customs put out on Monday show that China bought no US soybeans at all.")
    assert (halt.kind, halt.action, halt.date) == ("purchase", "suspend", "")
