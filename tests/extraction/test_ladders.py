"""Steps of one duty, and of the duties that two sides raise in turn."""

from datetime import date

import pytest

from tests.extraction.reading import article
from tradewatch.extraction.linked import Described


def steps(text: str) -> dict[str, Described]:
    found = [link for event in article(text, published=date(2025, 12, 20)).events for link in event.links]
    return {str(link.type): link.about for link in found if link.rule.endswith(".step") and link.about}


def test_a_raised_duty_puts_another_rate_in_place_of_the_one_before_and_answers_the_other_side() -> None:
    found = steps("China raised its tariff on US goods to 84% on 9 April 2025.")
    before, answered = found["replaces"], found["responds_to"]
    assert (before.side, before.is_general, before.several) == ("china", True, "last")
    assert (answered.side, answered.actions, answered.within) == ("us", ("impose", "raise"), 7)


def test_the_rate_that_is_named_tells_which_step_was_before() -> None:
    assert "replaces" not in steps("China raised its tariff on US goods from 34% to 84% on 9 April 2025.")


def test_a_step_of_the_fentanyl_tariff_comes_upon_the_one_before_and_answers_no_duty() -> None:
    found = steps("The United States lowered its fentanyl tariff on China to 10% on 4 November 2025.")
    assert set(found) == {"follows"}
    assert found["follows"].issues == ("fentanyl-tariffs",)


def test_the_end_of_free_entry_ends_a_reprieve_or_goes_on_from_the_end_for_some() -> None:
    found = steps("On 2 April 2025 the United States ended the de minimis exemption for parcels from China.")
    assert (found["withdraws"].actions, found["withdraws"].unless) == (("suspend",), ("impose", "raise"))
    assert (found["follows"].actions, found["follows"].unless) == (("impose",), ("suspend",))


def test_goods_that_are_let_off_are_let_off_the_duty_as_it_stood() -> None:
    found = steps("China exempted some US goods from its tariff on 25 April 2025.")
    assert found["suspends"].actions == ("impose", "raise")


@pytest.mark.parametrize(
    "text",
    [
        "China put a tariff of 15% on US coal on 4 February 2025.",
        "The United States may raise its tariff on Chinese goods to 84%.",
        "The European Union raised its tariff on Chinese cars to 45% on 9 April 2025.",
    ],
)
def test_what_falls_on_one_good_or_is_only_expected_is_no_step(text: str) -> None:
    assert steps(text) == {}
