"""What a pattern cannot match without is read off the pattern; what cannot be told is not asked for."""

import re

import pytest

from tradewatch.extraction.needed import needs_of, openings_of


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\btariffs?\b", [{" tariff ", " tariffs "}]),
        (r"licen[cs]e", [{"license", "licence"}]),
        (r"\blevy\b.{0,40}\bduty\b", [{" levy "}, {" duty "}]),
        (r"(?:Tariff|duty) on", [{"tariff ", "duty "}]),
        (r"the (?=talks)", [{"talks"}, {"the "}]),
        (r"(?:raise|cut\w*) (?:a )?levy", [{"raise", "cut"}, {" levy"}]),
        (r"(?P<t>ban)(?:ned|ning)? of merchandise", [{" merchandise"}]),
        (r"no\. \d+", [{"no "}]),
        (r"[^;]{3,}x{2,5}?y(?<!z)(?!w)", []),
        (r"(?:\d+|levy)s", []),
        (r"über\b", [{"ber "}]),
        (r"", []),
    ],
)
def test_a_pattern_needs_the_words_that_it_cannot_match_without(pattern: str, needs: list[set[str]]) -> None:
    assert [set(need) for need in needs_of(re.compile(pattern, re.IGNORECASE))] == needs


def test_a_part_of_many_spellings_is_not_followed_letter_by_letter() -> None:
    assert needs_of(re.compile(r"\b[a-z]{3}[a-z0-9][a-z]tariff[a-z]*")) == (frozenset({"tariff"}),)


@pytest.mark.parametrize(
    ("pattern", "openings"),
    [
        (r"\btariffs?\b", {" tariff ", " tariffs "}),
        (r"\b(?:(?:new |steep )*(?:tariff|duty)\b|levies\w*)", {" new ", " steep ", " tariff ", " duty ", " levies"}),
        (r"(?<!no )\b(?=t)tariff", {" tariff"}),
        (r"\b(?:the )?\d+ points", {" the ", *(f" {digit}" for digit in "0123456789")}),
        (r"tariff", set()),
        (r"\b[^;]{0,9}tariff", set()),
        (r'\b"?tariff', set()),
        (r"\b(?:tariff)?", set()),
        (r"\b(?:\w{0,3}|levy)s", set()),
    ],
)
def test_a_pattern_opens_with_words_or_anywhere(pattern: str, openings: set[str]) -> None:
    assert openings_of(re.compile(pattern, re.IGNORECASE)) == openings
