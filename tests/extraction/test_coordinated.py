"""Two passive verbs on one thing, each with a day of its own."""

import pytest

from tests.extraction.reading import events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The tariff on Chinese goods was suspended in May 2025 and extended on 11 August 2025.",
            [("suspend", "2025-05"), ("extend", "2025-08-11")],
        ),
        (
            "A duty of 10% on Chinese goods was imposed in February, raised in March and cut in May 2025.",
            [("impose", "2025-02"), ("raise", "2025-03"), ("lower", "2025-05")],
        ),
        (
            "American port fees on Chinese ships were announced in April and suspended on 10 October 2025.",
            [("impose", "2025-04"), ("suspend", "2025-10-10")],
        ),
    ],
)
def test_a_second_verb_without_a_subject_is_said_of_the_first_ones(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(event.action, event.date) for event in events(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The tariff on Chinese goods was suspended in May, when envoys met and extended their talks.",
        "The tariff on Chinese goods was suspended in May, and markets doubled their gains.",
        "American tariffs on Chinese goods were suspended, extended and otherwise changed in May.",
        "The tariff on Chinese goods was suspended in May; extended hours were kept at ports.",
    ],
)
def test_another_subject_takes_the_second_verb(text: str) -> None:
    assert [event.action for event in events(text) if event.kind == "tariff"] == ["suspend"]
