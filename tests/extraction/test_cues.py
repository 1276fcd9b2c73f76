"""The words of a sentence as cues: names, figures and days by their sort, neighbours in pairs."""

from tests.extraction.reading import gazetteer
from tradewatch.extraction.actors import actors_in
from tradewatch.extraction.clauses import tokens_in
from tradewatch.extraction.cues import cues_of, stem, words_of
from tradewatch.extraction.rules import load_lexicon


def words(text: str) -> list[str]:
    named = actors_in(text, gazetteer(), load_lexicon())
    return [word for word, _ in words_of(tokens_in(text), named, gazetteer().kinds)]


def test_names_figures_and_days_stand_for_their_sorts() -> None:
    assert words("Nvidia paid 15% on Tuesday.") == ["<us firm>", "paid", "<n>", "<pct>", "on", "<weekday>"]
    assert words("Trump spoke in April") == ["<us person>", "spok", "in", "<month>"]


def test_forms_of_a_word_have_one_stem() -> None:
    assert len({stem(word) for word in ("suspend", "suspends", "suspended", "suspending")}) == 1
    assert stem("tariffs") == stem("tariff")
    assert stem("beans") == "bean"


def test_a_word_keeps_its_token() -> None:
    text = "It was Nvidia, again."
    tokens = tokens_in(text)
    named = words_of(tokens, actors_in(text, gazetteer(), load_lexicon()), gazetteer().kinds)
    assert [tokens[at].text for _, at in named] == ["It", "was", "Nvidia", "again"]


def test_cues_are_words_neighbours_and_the_act_before_each_once() -> None:
    assert list(cues_of(["a", "b", "a", "b"], "talks")) == ["a", "b", "a b", "b a", "a _ a", "b _ b", "after talks"]
    assert "after " not in "".join(cues_of(["a"]))
