"""Which words of an article are meant."""

import pytest

from tests.builders import make_document
from tradewatch.records.models import DocumentVersion
from tradewatch.review.values import BadValue
from tradewatch.review.words import place_of

pytestmark = pytest.mark.django_db

TEXT = "Beijing “answered” 🇨🇳 at once.\n\nIt raised the rate to 84%. It raised the rate again."


@pytest.fixture
def version() -> DocumentVersion:
    return make_document(TEXT)


@pytest.mark.parametrize(
    ("start", "end", "words", "meant"),
    [
        (None, None, "at once", "at once"),
        (None, None, "at once.   It raised", "at once.\n\nIt raised"),
        (8, 18, "", "“answered”"),
        (8, 18, "“answered”", "“answered”"),
        (TEXT.rindex("It raised"), TEXT.rindex("It raised") + 18, "It raised the rate", "It raised the rate"),
        (0, 4, "84%", "84%"),
    ],
)
def test_words_are_meant_by_offsets_by_themselves_or_by_both(
    version: DocumentVersion, start: int | None, end: int | None, words: str, meant: str
) -> None:
    found = place_of(version, start=start, end=end, words=words)
    assert version.text[slice(*found)] == meant


@pytest.mark.parametrize(
    ("start", "end", "words", "said"),
    [
        (None, None, "  ", "Select words in the article"),
        (None, None, "at twice", "“at twice” does not stand in the article word for word."),
        (None, None, "It raised the rate", "stands 2 times in the article: type more"),
        (5, 5, "", "5 to 5 is no passage of it"),
        (5, 5000, "", "5 to 5000 is no passage of it"),
        (5, None, "", "Select words in the article"),
    ],
)
def test_words_that_cannot_be_placed_are_refused_in_a_sentence(
    version: DocumentVersion, start: int | None, end: int | None, words: str, said: str
) -> None:
    with pytest.raises(BadValue) as refused:
        place_of(version, start=start, end=end, words=words)
    assert said in refused.value.said
