"""Acts that take further what was done to the same thing before."""

from datetime import date

import pytest

from tests.extraction.reading import article
from tradewatch.extraction.linked import Described


def steps(text: str) -> list[tuple[str, Described]]:
    found = [link for event in article(text, published=date(2025, 12, 20)).events for link in event.links]
    return [(str(link.type), link.about) for link in found if link.is_surmised and link.about]


def test_what_is_imposed_may_have_been_proposed() -> None:
    ((how, about),) = steps("The US Trade Representative imposed port fees on Chinese ships on 17 April 2025.")
    assert (how, about.kind, about.side) == ("implements", "port_fee", "us")
    assert about.actions == ("propose", "threaten")


def test_a_rate_may_have_been_threatened_before() -> None:
    found = steps("The United States imposed a 10% tariff on Chinese goods on 1 February 2025.")
    ((how, about),) = [link for link in found if link[0] == "follows"]
    assert (how, about.figure, about.day) == ("follows", 10.0, "2024-12-03/2025-02-01")


def test_what_is_bought_by_the_tonne_may_have_been_promised_and_ends_no_halt() -> None:
    ((how, about),) = steps("China resumed purchases of 840,000 tonnes of US soybeans on 17 November 2025.")
    assert (how, about.actions, about.thing) == ("implements", ("agree",), "US soybeans")


def test_a_month_without_purchases_follows_the_month_before() -> None:
    ((how, about),) = steps("China imported no US soybeans in October 2025.")
    assert (how, about.day) == ("follows", "2025-09")


def test_leave_given_to_a_firm_ends_what_barred_it_unless_leave_was_given_since() -> None:
    found = steps("On 14 July 2025 the United States approved sales of Nvidia's H20 chips to China.")
    assert {(how, about.kind) for how, about in found} == {
        (how, kind) for how in ("follows", "withdraws") for kind in ("corporate", "export_control")
    }
    assert {about.unless for how, about in found if how == "withdraws"} == {("approve", "resume", "lift")}


def test_what_is_only_expected_takes_nothing_further() -> None:
    assert steps("Analysts think that the United States may impose a 10% tariff on Chinese goods.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The US Trade Representative proposed port fees on Chinese ships on 21 February 2025.",
            ("implements", "investigation", ("announce",), "us", None),
        ),
        (
            "On 17 September 2025 China told its firms to stop buying Nvidia's H20 chips.",
            ("follows", "investigation", ("announce",), "china", 90),
        ),
        (
            "On 16 September 2025 President Trump extended the delay of the TikTok ban to 16 December.",
            ("follows", "agreement", ("agree",), "both", 7),
        ),
        (
            "China opened a WTO case against the US tariffs on 4 February 2025.",
            ("responds_to", "tariff", ("impose", "raise"), "us", 14),
        ),
    ],
)
def test_what_comes_upon_an_inquiry_a_deal_or_a_duty(
    text: str, expected: tuple[str, str, tuple[str, ...], str, int | None]
) -> None:
    found = [(how, about.kind, about.actions, about.side, about.within) for how, about in steps(text)]
    assert expected in found
