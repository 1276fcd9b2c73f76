"""A folded text is in lower case letter for letter, and a folded pattern matches it where its own matches the text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tradewatch.extraction.folding import folded, folded_pattern

SOURCES = [r"\bTariffs? \S+", r"(?P<City>Geneva|Busan)\W(?P=City)", r"[A-C]\d", r"(?<!K)is\b"]


@settings(deadline=None)
@given(st.text())
def test_no_place_shifts(text: str) -> None:
    assert len(folded(text)) == len(text)


@settings(deadline=None)
@given(st.sampled_from(SOURCES), st.text("TARIFSGENVBUKtarifsgenvbukſıİ\u212ac \n.٣3"))
def test_a_folded_pattern_matches_where_its_own_does(source: str, text: str) -> None:
    pattern = re.compile(source, re.IGNORECASE)
    lower = folded_pattern(pattern)
    assert lower is not None
    assert [m.span() for m in lower.finditer(folded(text))] == [m.span() for m in pattern.finditer(text)]


@pytest.mark.parametrize("source", ["(?-i:May)", "é", "(a)?(?(1)b|c)"])
def test_a_pattern_that_heeds_case_somewhere_has_none(source: str) -> None:
    assert folded_pattern(re.compile(source, re.IGNORECASE)) is None
    assert folded_pattern(re.compile("may")) is None
