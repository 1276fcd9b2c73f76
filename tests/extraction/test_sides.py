"""Which side acts, and who takes part."""

import pytest

from tests.extraction.reading import acts, article, events


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Beijing imposed a 34% tariff on US goods.", "tariff impose occurred china"),
        ("A 34% tariff was imposed on US goods.", "tariff impose occurred china"),
        ("A 10% tariff on Chinese goods was imposed by the White House.", "tariff impose occurred us"),
        (
            "China hit back at the levies announced by Trump in April, saying it had imposed a 34% tariff.",
            "tariff impose occurred china",
        ),
        ("China retaliated against the US imposing a 20% tariff.", "tariff impose occurred us"),
        ("China's suspension of its 24% tariff took effect.", "tariff suspend occurred china"),
        (
            "The ban covers the Affiliates Rule, which was suspended on October 20, 2025.",
            "export_control suspend occurred us",
        ),
        ("Chinese buyers have not bought any soybeans from the US crop.", "purchase suspend occurred china"),
    ],
)
def test_the_acting_side_comes_from_the_subject_the_agent_the_owner_or_the_target(sentence: str, act: str) -> None:
    assert act in acts(sentence)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("The US imposed a 25% tariff on Canada.", "it concerns Canada"),
        ("India imposed a tariff on US goods.", "“India” is no side of the dispute"),
        ("A tariff was imposed.", "nobody is named who acts"),
    ],
)
def test_acts_of_and_towards_third_countries_are_left_out(sentence: str, why: str) -> None:
    reading = article(sentence)
    assert reading.events == ()
    assert why in [unread.why for unread in reading.unread]


def test_the_actor_and_the_target_take_part() -> None:
    (event,) = events("Trump imposed a 10% tariff on China.")
    assert event.actors == ("donald-trump", "china")


def test_makers_told_by_a_department_to_stop_are_its_doing() -> None:
    told = acts("US tool makers were told by the Commerce Department to stop shipments to a plant in China.")
    assert told == ["export_control impose occurred us"]
