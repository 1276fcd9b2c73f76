"""Acts that somebody remarks on or looks back to."""

from datetime import date

import pytest

from tests.extraction.reading import events

TITLE = "US and China in trade dispute"


def told(text: str, published: date) -> list[tuple[str, str, str]]:
    return [(one.kind, one.action, one.date) for one in events(text, published=published, title=TITLE)]


@pytest.mark.parametrize(
    "text",
    [
        "Responding to Washington's approval of Nvidia's H20 sales to China, a ministry spokesman said on Friday that it was noted.",
        "Asked about the US approval of H20 sales by Nvidia to China, Guo replied on Friday that he had no comment.",
    ],
)  # fmt: skip
def test_what_is_answered_is_of_no_day_of_the_answer(text: str) -> None:
    assert all(day != "2025-07-18" for _, _, day in told(text, date(2025, 7, 18)))


def test_what_is_done_in_response_is_of_its_own_day() -> None:
    text = "In response to the duties that Washington imposed on Chinese goods, China on Friday raised its tariff on US goods to 84%."
    assert ("tariff", "raise", "2025-07-18") in told(text, date(2025, 7, 18))


@pytest.mark.parametrize(
    "text",
    [
        "Supplies will be as they were before April 4, when China slapped restrictions on rare earths.",
        "Trade is to be free again “as it was before April 4,” when China put export controls on rare earths.",
    ],
)
def test_a_clause_with_when_tells_what_was_done_on_the_day_before_it(text: str) -> None:
    assert ("export_control", "impose", "2025-04-04") in told(text, date(2025, 11, 17))


def test_who_answers_the_press_holds_no_talks_by_it() -> None:
    text = (
        "Responding to a question on the secretary's words about Li Chenggang, China's trade envoy, a spokesman of the "
        "ministry of commerce said on Thursday that Bessent had twisted the facts."
    )
    assert told(text, date(2025, 10, 16)) == []
