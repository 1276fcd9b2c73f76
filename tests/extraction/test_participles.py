"""What a participle tells of a thing, and of the paper that does something."""

from datetime import date

import pytest

from tests.extraction.reading import events


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A notice that the ministry issued on Friday suspends the port fees on American ships.", "2025-11-07"),
        ("So it gave in: a notice issued on Friday, No. 71, suspends the port fees on American ships.", "2025-11-07"),
        ("Last Friday's executive order raises the tariff on Chinese goods to 84%.", "2025-11-07"),
        ("The firms listed on Friday want the port fees on American ships suspended; a notice suspends them.", ""),
    ],
)  # fmt: skip
def test_the_day_of_the_paper_that_does_it(text: str, day: str) -> None:
    found = events(text, published=date(2025, 11, 12), title="US and China in trade dispute")
    assert {one.date for one in found} <= {day}
    assert found or not day
