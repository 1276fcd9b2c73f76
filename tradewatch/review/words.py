"""Which words of an article an editor means: two offsets, the words themselves, or both."""

import re

from django import forms

from tradewatch.records.models import DocumentVersion
from tradewatch.review.values import BadValue

LONGEST = 4000


class WordsPlace(forms.Form):
    """Words of an article. A script fills it in from the selection; else they are typed, or two offsets."""

    start = forms.IntegerField(required=False, min_value=0, label="From character")
    end = forms.IntegerField(required=False, min_value=0, label="to character")
    words = forms.CharField(
        required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}), label="Words of the article"
    )


class WordsForm(WordsPlace):
    """Words of one version of an article."""

    words_version = forms.IntegerField()


def place_of(version: DocumentVersion, *, start: int | None, end: int | None, words: str) -> tuple[int, int]:
    """(start, end) in the text. Raises BadValue where nothing, or more than one place, can be meant."""
    if start is not None and end is not None:
        if not 0 <= start < end <= len(version.text):
            raise BadValue(
                "words", f"The text has {len(version.text):,} characters; {start} to {end} is no passage of it."
            )
        if not words or version.text[start:end].split() == words.split():
            return start, end
    if not words.split():
        raise BadValue("words", "Select words in the article, type them as they stand there, or give two offsets.")
    return _found(version.text, words)


def _found(text: str, words: str) -> tuple[int, int]:
    """Where the words stand; line breaks and spaces count alike."""
    places = list(re.finditer(r"\s+".join(re.escape(word) for word in words.split()), text))
    if not places:
        raise BadValue("words", f"“{_short(words)}” does not stand in the article word for word.")
    if len(places) > 1:
        raise BadValue("words", f"“{_short(words)}” stands {len(places)} times in the article: type more of the words.")
    return places[0].span()


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 80 else words[:80] + "…"
