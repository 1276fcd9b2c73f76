"""Acts that an article says to answer acts of the other side, in whichever words."""

import pytest

from tests.extraction.reading import article
from tradewatch.extraction.linked import Described

US = "On 1 October 2025 the White House imposed a 10% tariff on Chinese goods."
BLOW = "the 10% tariff that the White House imposed on Chinese goods on 1 October 2025"


def answers(text: str) -> set[tuple[str, str]]:
    """(the answer's title, the title of what it answers, or "" where that is only described)."""
    events = article(text).events
    places = {(one.accounts[0].trigger, one.accounts[0].ordinal): one.title for one in events}
    return {
        (event.title, places[link.to] if link.to else "")
        for event in events
        for link in event.links
        if link.type == "responds_to" and not link.is_surmised
    }


def described(text: str) -> list[Described]:
    links = [link for event in article(text).events for link in event.links if link.type == "responds_to"]
    return [link.about for link in links if link.about and not link.is_surmised]


RAISES = "China raises its tariff on US goods to 20%"
LISTS = "China puts ten US firms on its Unreliable Entity List"
LOGS = "China suspends purchases of US logs"
OPENS = "China opens an antitrust inquiry into Qualcomm"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{US} In retaliation, Beijing raised its tariff on US goods to 20% on 3 October 2025.", RAISES),
        (f"{US} Beijing raised its tariff on US goods to 20% on 3 October 2025 in response.", RAISES),
        (f"{US} The answer came two days later: China raised its tariff on US goods to 20%.", RAISES),
        (f"{US} Hours later, China opened an antitrust inquiry into Qualcomm.", OPENS),
        (f"{US} Beijing took less than a day. China opened an antitrust inquiry into Qualcomm on 2 October.", OPENS),
        (f"{US} China imposed retaliatory duties of 15% on US coal on 3 October 2025.", "China imposes a 15% tariff on US goods"),
        (f"China suspended imports of US logs on 3 October 2025. The move was a response to {BLOW}.", LOGS),
        (f"T{BLOW[1:]} prompted China to suspend imports of US logs on 3 October 2025.", LOGS),
        (f"T{BLOW[1:]} was met with an antitrust inquiry into Qualcomm, which China opened on 3 October 2025.", OPENS),
        (f"China opened an antitrust inquiry into Qualcomm on 2 October 2025, within hours of {BLOW}.", OPENS),
    ],
)  # fmt: skip
def test_words_of_answering_link_an_act_to_the_blow_before_it(text: str, title: str) -> None:
    ((answer, answered),) = answers(text)
    assert answer == title
    assert answered.startswith("US imposes a")


def test_nobody_answers_the_postal_service() -> None:
    text = "The US Postal Service stopped taking parcels from China on 2 October 2025."
    assert answers(f"{text} Hours later, China opened an antitrust inquiry into Qualcomm.") == set()


def test_what_the_text_goes_on_to_tell_of_that_side_and_day_is_of_the_answer_too() -> None:
    text = (
        f"{US} China replied on 3 October 2025 by raising its tariff on US goods to 20%. It put ten US firms on its "
        "Unreliable Entity List. It suspended imports of US logs.\n\nOn 20 October 2025 China opened an antitrust "
        "inquiry into Qualcomm."
    )
    assert {title for title, _ in answers(text)} == {RAISES, LISTS, LOGS}


def test_the_other_side_s_act_ends_the_row_of_answers() -> None:
    text = (
        f"{US} China replied on 3 October 2025 by raising its tariff on US goods to 20%. The White House raised its "
        "tariff on Chinese goods to 40% on 3 October 2025. China suspended imports of US logs on 3 October 2025."
    )
    assert LOGS not in {title for title, _ in answers(text)}


def test_a_relief_is_answered_with_a_relief() -> None:
    eased = "On 1 October 2025 the White House lowered its tariff on Chinese goods to 10%."
    text = f"{eased} In return, China suspended its port fees on US ships on 3 October 2025."
    assert answers(text) == {
        ("China suspends its port fees on US ships", "US lowers its tariff on Chinese goods to 10%")
    }
    struck = f"{eased} China hit back on 3 October 2025 and suspended imports of US logs."
    assert {answered for _, answered in answers(struck)} == {""}


def test_an_answer_to_what_is_told_elsewhere_is_to_the_last_blow_of_the_days_before() -> None:
    (about,) = described("China announced counter-tariffs of 15% on US coal on 3 October 2025.")
    assert (about.kind, about.side, about.within, about.several) == ("tariff", "us", 7, "last")


def test_what_is_done_to_parcels_is_no_blow_beside_a_duty_on_goods() -> None:
    parcels = "On 2 October 2025 the White House ended the de minimis exemption for parcels from China."
    found = answers(f"{US} {parcels} China hit back on 3 October 2025 and suspended imports of US logs.")
    assert found == {(LOGS, "US imposes a 10% tariff on Chinese goods")}


@pytest.mark.parametrize(
    "text",
    [
        "On 3 October 2025 China lifted its retaliatory duties on US coal.",
        f"{US} Twelve hours later the White House suspended the tariff.",
        "China opened an antitrust inquiry into Qualcomm on 3 October 2025. Asked about it, a spokesman gave no answer.",
        f"{US} In a market story, shares fell hours later. On 9 October 2025 China suspended imports of US logs.",
    ],
)
def test_words_that_only_look_like_it_link_nothing(text: str) -> None:
    assert answers(text) == set()


def test_what_closes_a_paragraph_points_at_the_next_one() -> None:
    text = f"{US} Beijing did not leave it at that.\n\nChina suspended imports of US logs on 3 October 2025."
    assert {title for title, _ in answers(text)} == {LOGS}


def test_an_old_blow_is_answered_only_where_words_name_it() -> None:
    old = US.replace("1 October", "1 July")
    assert answers(f"{old} China hit back on 3 October 2025 and suspended imports of US logs.") == {(LOGS, "")}
    named = (
        f"China suspended imports of US logs on 3 October 2025 in response to {BLOW.replace('1 October', '1 July')}."
    )
    assert {title for title, _ in answers(named)} == {LOGS}


def test_all_of_it_points_at_the_whole_row() -> None:
    text = (
        "China suspended imports of US logs on 2 October 2025. It put ten US firms on its Unreliable Entity List on 3 "
        f"October 2025. All of it was meant, officials say, as a response to {BLOW}."
    )
    assert {title for title, _ in answers(text)} == {LOGS, LISTS}
