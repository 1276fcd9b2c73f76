"""A text is searched for a pattern unless it lacks a word that the pattern needs; nothing that would match is missed."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extraction.reading import LEXICON
from tradewatch.extraction.clauses import plain
from tradewatch.extraction.rulebook import Cue, Rule, WordClass
from tradewatch.extraction.sieve import Sieve, Sifted, Wording

ROWS: tuple[Rule | WordClass | Cue, ...] = (
    *LEXICON.rules,
    *LEXICON.objects,
    *LEXICON.issues,
    *LEXICON.cues,
    *LEXICON.stances,
)
WORDINGS = [row.pattern for row in ROWS if row.pattern] + list(LEXICON.terms.values())
SENTENCES = sorted({plain(proof) for row in ROWS for proof in (*row.examples, *row.counterexamples)})


def wording_of(pattern: str, sieve: Sieve) -> Wording:
    return Wording(re.compile(pattern, re.IGNORECASE), sieve)


@settings(deadline=None)  # the first example reads the needs of all patterns
@given(st.sampled_from(WORDINGS), st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), st.data())
def test_a_wording_of_the_lexicon_finds_what_its_pattern_finds(
    wording: Wording, sentences: list[str], data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from([" ", ", and ", "-", "4", "é", "_", ""])).join(sentences)
    begin = data.draw(st.integers(0, len(text)))
    for spelt in (text, text.upper(), text.lower(), text.title()):
        expected = [found.span() for found in wording.pattern.finditer(spelt, begin)]
        assert [found.span() for found in wording.finditer(spelt, begin)] == expected
        assert [found.span() for found in (wording.search(spelt, begin),) if found] == expected[:1]


@pytest.mark.parametrize("text", ["A TARIFF IS SET", "a tarıff is ſet", "a tarİff is set"])
def test_letters_that_are_taken_for_one_another_are_told_alike(text: str) -> None:
    pattern = wording_of("tariff is set", Sieve())
    assert len(list(pattern.finditer(text))) == 1


def test_digits_of_other_scripts_open_a_pattern_as_plain_ones_do() -> None:
    assert len(list(wording_of(r"\b\d+ points", Sieve()).finditer("cut by ٣ points"))) == 1


def test_places_are_those_of_the_text_where_lower_case_is_longer() -> None:
    pattern = wording_of(r"\btariff", Sieve())
    assert [found.start() for found in pattern.finditer("i̇İ" * 40 + " tariff")] == [121]


def test_a_word_counts_as_a_whole_where_the_pattern_says_so() -> None:
    pattern = wording_of(r"\bus\b", Sieve())
    assert not pattern.may_be_in("Because of this")
    assert pattern.may_be_in("Of us,")


def test_a_pattern_that_comes_late_is_asked_of_texts_seen_before() -> None:
    sieve = Sieve()
    first = wording_of("tariff", sieve)
    assert not first.may_be_in("a levy")
    assert wording_of("levy", sieve).may_be_in("a levy")


def test_a_word_of_any_length_is_read() -> None:
    assert wording_of("tariff", Sieve()).may_be_in("x" * 100_000 + "tariff")


def test_things_are_picked_in_their_order() -> None:
    sieve = Sieve()
    things = Sifted((wording_of(word, sieve), word) for word in ("levy", "tariff", "duty"))
    assert things.for_text("a duty and a levy") == ["levy", "duty"]
    assert Sifted[str](()).for_text("a duty") == []


def test_a_search_finds_what_the_pattern_finds() -> None:
    pattern = wording_of("lev(?:y|ies)", Sieve())
    text = "Nothing was said of the levy, and nothing of other levies, when they met in Geneva."
    assert [found[0] for found in pattern.finditer(text)] == pattern.findall(text) == ["levy", "levies"]
    assert pattern.search(text, 30)
    assert not pattern.search("Nothing was said of it at all, and nothing of other matters, when they met.")
    assert not list(pattern.finditer("Nothing was said of it."))


@pytest.mark.parametrize(
    ("text", "held"), [("to 84% on", True), ("to 84 percent on", True), ("to 84 points on", False)]
)
def test_a_percent_sign_is_a_word(text: str, held: bool) -> None:
    assert wording_of(r"\bto [\d.]+ ?(?:%|percent)", Sieve()).may_be_in(text) is held
