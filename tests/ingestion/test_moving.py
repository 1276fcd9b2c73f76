"""Where words stand after a text was changed."""

import pytest

from tradewatch.ingestion.moving import new_place

OLD = "He said so. Prices rose. He said so. End."


@pytest.mark.parametrize(
    ("quote", "start", "new", "place"),
    [
        ("Prices rose.", 12, "Correction. " + OLD, 24),
        ("Prices rose.", 12, "Prices fell.", None),
        ("He said so.", 25, "Note. " + OLD, 31),
        ("He said so.", 25, "A text in which he is quoted once: He said so.", 35),
    ],
    ids=["moved", "gone", "the second stays the second", "the nearest of another number"],
)
def test_words_are_found_again_where_they_stand(quote: str, start: int, new: str, place: int | None) -> None:
    assert new_place(quote, start, OLD, new) == place
