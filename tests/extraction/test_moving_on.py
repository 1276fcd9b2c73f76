"""Words that put an act at another time than the story's."""

from datetime import date

import pytest

from tests.extraction.reading import events


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tuesday brought a volley from Beijing. Exports of tungsten and tellurium now need a licence.", "2025-02-04"),
        ("Tuesday brought a volley from Beijing. Exports of gallium have long needed a licence.", ""),
        ("Exports of tungsten and tellurium now need a Chinese licence.", ""),
    ],
)
def test_what_holds_now_is_of_the_day_just_told(text: str, day: str) -> None:
    found = events(text, published=date(2025, 2, 5), title="US and China in trade dispute")
    assert {one.date for one in found} <= {day}
    assert found or not day
