"""Every rule of the lexicon fires on its examples and on none of its counterexamples; a bad rule does not load."""

from pathlib import Path

import pytest

from tests.extraction.reading import LEXICON
from tradewatch.extraction.clauses import plain, tokens_in
from tradewatch.extraction.rulebook import Cue, Rule, Subject, WordClass
from tradewatch.extraction.rules import FOLDER, LexiconError, lexicon_from, load_lexicon
from tradewatch.extraction.things import Around
from tradewatch.extraction.triggers import findings_in
from tradewatch.extraction.weights import FILE as WEIGHTS

GOOD = """
[[rule]]
id = "tariff.tested"
kind = "tariff"
action = "impose"
pattern = "a levy is laid"
examples = ["A levy is laid."]
counterexamples = ["A table is laid."]
"""


def fired(sentence: str, article: str = "") -> set[str]:
    text = plain(sentence)
    around = Around(words=frozenset({article}))
    return {finding.rule.id for finding in findings_in(text, tokens_in(text), LEXICON, around)}


def proofs(rows: tuple[Rule | WordClass | Cue | Subject, ...], kind: str) -> list[object]:
    return [pytest.param(row, proof, id=f"{row.id}: {proof[:40]}") for row in rows for proof in getattr(row, kind)]


@pytest.mark.parametrize(("rule", "example"), proofs(LEXICON.rules, "examples"))
def test_a_rule_fires_on_its_examples(rule: Rule, example: str) -> None:
    assert rule.id in fired(example, rule.article)


@pytest.mark.parametrize(("rule", "counterexample"), proofs(LEXICON.rules, "counterexamples"))
def test_a_rule_is_silent_on_its_counterexamples(rule: Rule, counterexample: str) -> None:
    assert rule.id not in fired(counterexample, rule.article)


@pytest.mark.parametrize(("words", "example"), proofs(LEXICON.objects + LEXICON.issues, "examples"))
def test_a_class_of_words_knows_its_examples(words: WordClass, example: str) -> None:
    assert words.pattern.search(plain(example))


@pytest.mark.parametrize(("words", "counterexample"), proofs(LEXICON.objects + LEXICON.issues, "counterexamples"))
def test_a_class_of_words_leaves_its_counterexamples(words: WordClass, counterexample: str) -> None:
    assert not words.pattern.search(plain(counterexample))


@pytest.mark.parametrize(("subject", "example"), proofs(LEXICON.subjects, "examples"))
def test_a_subject_is_named_in_its_examples(subject: Subject, example: str) -> None:
    assert subject.pattern.search(plain(example))


@pytest.mark.parametrize(("subject", "counterexample"), proofs(LEXICON.subjects, "counterexamples"))
def test_a_subject_is_not_named_in_its_counterexamples(subject: Subject, counterexample: str) -> None:
    assert not subject.pattern.search(plain(counterexample))


@pytest.mark.parametrize(("stance", "example"), proofs(LEXICON.stances, "examples"))
def test_a_stance_is_heard_in_its_examples(stance: Cue, example: str) -> None:
    assert stance.pattern.search(plain(example))


@pytest.mark.parametrize(("stance", "counterexample"), proofs(LEXICON.stances, "counterexamples"))
def test_a_stance_is_not_heard_in_its_counterexamples(stance: Cue, counterexample: str) -> None:
    assert not stance.pattern.search(plain(counterexample))


def lexicon_of(folder: Path, text: str) -> None:
    for path in FOLDER.glob("*.toml"):
        (folder / path.name).write_text(path.read_text())
    (folder / "tested.toml").write_text(text)
    lexicon_from(folder)


def test_a_good_rule_loads(tmp_path: Path) -> None:
    lexicon_of(tmp_path, GOOD)


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (
            GOOD.replace('examples = ["A levy is laid."]\n', "", 1),
            "tested.toml, rule “tariff.tested”: it has no examples",
        ),
        (GOOD.replace('counterexamples = ["A table is laid."]', ""), "it has no counterexamples"),
        (GOOD.replace('"tariff"', '"customs"'), "“customs” is no word of the codebook"),
        (GOOD.replace("a levy", "(a levy"), "its pattern cannot be read"),
        (GOOD.replace('pattern = "a levy is laid"', ""), "it needs either verbs or nouns with objects, or a pattern"),
        (GOOD + GOOD, "tested.toml has one of that id"),
        (GOOD + "strenght = 0.5\n", "unexpected keyword argument 'strenght'"),
        ("[[rule]\n", "tested.toml"),
    ],
)
def test_a_bad_rule_is_refused_by_file_and_name(tmp_path: Path, bad: str, said: str) -> None:
    with pytest.raises(LexiconError, match=said.replace("(", r"\(")):
        lexicon_of(tmp_path, bad)


def test_the_fingerprint_changes_with_any_rule_and_with_the_weights(tmp_path: Path) -> None:
    for path in (*FOLDER.glob("*.toml"), WEIGHTS):
        (tmp_path / path.name).write_text(path.read_text())
    before = lexicon_from(tmp_path).fingerprint
    assert before == LEXICON.fingerprint
    (tmp_path / "tested.toml").write_text(GOOD)
    with_rule = lexicon_from(tmp_path).fingerprint
    assert with_rule != before
    (tmp_path / WEIGHTS.name).write_text("{}")
    assert lexicon_from(tmp_path).fingerprint not in (before, with_rule)


def test_a_rule_names_a_family_of_verbs_by_its_name() -> None:
    assert {"tariff.impose", "port_fee.impose"} <= fired("China unveiled a tariff.") | fired(
        "China unveiled port fees."
    )


def test_a_family_that_there_is_not_is_named(tmp_path: Path) -> None:
    bad = GOOD.replace('pattern = "a levy is laid"', 'verbs = ["@nothing"]\nobjects = ["tariff"]')
    with pytest.raises(LexiconError, match=r"tested.toml, rule “tariff.tested”: there is no family “@nothing”"):
        lexicon_of(tmp_path, bad)


def test_a_noun_that_a_verb_makes_known_is_an_act() -> None:
    text = plain("The office announced a one-year suspension of its port fees.")
    (found,) = findings_in(text, tokens_in(text), LEXICON)
    assert (found.rule.id, found.voice) == ("port_fee.suspend", "active")


def test_without_its_weights_the_program_does_not_read_less_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise FileNotFoundError("no such file")

    monkeypatch.setattr("tradewatch.extraction.rules.load_weights", missing)
    with pytest.raises(LexiconError, match=r"weights\.json cannot be used \(no such file\); `manage\.py learn`"):
        load_lexicon.__wrapped__()
