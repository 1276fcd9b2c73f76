"""The day on which an act that a noun or a clause names was made known."""

from datetime import date

import pytest

from tests.extraction.reading import events


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The tariff that China imposed on American wheat was announced on 4 March.", "2025-03-04"),
        ("The 15% that China put on US wheat this month was announced on the 4th, and is paid since the 10th.", "2025-03-04"),
        ("Earlier this month, on 4 March, China imposed duties on American wheat.", "2025-03-04"),
    ],
)  # fmt: skip
def test_what_the_main_clause_tells_of_it(text: str, day: str) -> None:
    found = events(text, published=date(2025, 3, 24), title="US and China in trade dispute")
    assert found[0].date == day


def test_what_happened_to_it_is_another_day() -> None:
    text = "The duties of 15% that China imposed on American wheat were first paid on 10 March."
    found = events(text, published=date(2025, 3, 24), title="US and China in trade dispute")
    assert [one.date for one in found] == [""]
