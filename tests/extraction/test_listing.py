"""Items of a list are done by whom its head names, in the section's time; and sums are told once."""

from datetime import date

from tests.extraction.reading import events

CHRONICLE = """The trade war of 2025, step by step.

February 1, 2025

Trump announces a 10% tariff on all Chinese imports, bringing the total to 30%.

February 4, 2025

China retaliates with:

- 15% tariffs on U.S. coal.
- 10% tariffs on U.S. crude oil.
- New export controls on tungsten.

May 10, 2025

Chinese and American officials meet in Geneva.
"""


def told(text: str, title: str = "US and China: a timeline") -> list[str]:
    found = events(text, title=title, published=date(2025, 8, 25))
    return [f"{e.kind} {e.action} {e.side} {e.date}" for e in found]


def test_what_a_list_names_is_done_by_whom_its_head_names_and_on_its_day() -> None:
    assert told(CHRONICLE) == [
        "tariff impose us 2025-02-01",
        "tariff impose china 2025-02-04",
        "export_control impose china 2025-02-04",
        "talks hold both 2025-05-10",
    ]


def test_what_stands_under_no_such_head_is_no_act() -> None:
    assert told("China looks at:\n\n- 15% tariffs on U.S. coal.\n- New export controls on tungsten.") == []


def test_a_sum_of_what_was_not_told_before_is_the_act() -> None:
    assert told("The total U.S. tariff rate on China rose to 54% in April.") == ["tariff raise us 2025-04"]
