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
    ((how, about),) = earlier("China raised its tariff on US goods from 34% to 84% on 9 April 2025.")
    assert (how, about.figure, about.several) == ("replaces", 34.0, "last")


def test_the_day_that_the_words_name_is_that_of_what_is_suspended() -> None:
    text = "On 7 November 2025 China suspended the export controls announced on 9 October 2025."
    assert [about.day for _, about in earlier(text)] == ["2025-10-09"]


def test_a_further_round_of_talks_follows_the_last_one() -> None:
    text = "Negotiators of China and the United States held a third round of talks in Stockholm on 28 July 2025."
    assert {(how, about.kind, about.several) for how, about in earlier(text)} == {("follows", "talks", "last")}


def test_a_prediction_does_nothing_to_an_earlier_act() -> None:
    assert earlier("Analysts think that China may suspend its port fees on US ships.") == []


def test_so_much_bought_ends_no_halt() -> None:
    assert earlier("China resumed purchases of 840,000 tonnes of US soybeans on 17 November 2025.") == []
