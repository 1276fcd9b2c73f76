"""The forms of a verb."""

import pytest

from tradewatch.extraction.forms import forms_of


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("impose", {"impose", "imposes", "imposed", "imposing"}),
        ("levy", {"levy", "levies", "levied", "levying"}),
        ("scrap", {"scrap", "scraps", "scrapped", "scrapping"}),
        ("slash", {"slash", "slashes", "slashed", "slashing"}),
        ("raise", {"raise", "raises", "raised", "raising"}),
    ],
)
def test_a_regular_verb_is_inflected(verb: str, forms: set[str]) -> None:
    assert set(forms_of(verb, {})) == forms


def test_an_irregular_verb_takes_the_forms_that_the_lexicon_gives() -> None:
    assert set(forms_of("take", {"take": ["took", "taken"]})) == {"take", "takes", "took", "taken", "taking"}
