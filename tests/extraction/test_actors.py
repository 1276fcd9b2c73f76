"""Who is named, and what is only a place or a pronoun."""

import pytest

from tests.extraction.reading import LEXICON, gazetteer
from tradewatch.extraction.actors import actors_in


def named(text: str) -> list[str]:
    return [f"{m.slug} {m.role}" for m in actors_in(text, gazetteer(), LEXICON)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Treasury Secretary Scott Bessent spoke.", ["scott-bessent mention"]),
        ("Beijing said so.", ["china mention"]),
        ("They met in Beijing.", ["china place"]),
        ("He said so.", []),
        ("Vice Premier He Lifeng came, and on Monday He spoke.", ["he-lifeng mention", "he-lifeng mention"]),
        ("Vice Premier He Lifeng came. He spoke.", ["he-lifeng mention"]),
        ("Li spoke.", []),
        ("Li Chenggang came and Li spoke.", ["li-chenggang mention", "li-chenggang mention"]),
        ("Chinese goods", ["china adjective"]),
        ("The Commerce Ministry and the Commerce Department differ.", ["mofcom mention", "us-commerce mention"]),
    ],
)
def test_the_longest_alias_wins_and_a_surname_needs_its_full_name(text: str, expected: list[str]) -> None:
    assert named(text) == expected
