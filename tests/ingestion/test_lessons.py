"""Coded sentences as lessons, and weights learnt from them."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.extraction.reading import LEXICON, gazetteer
from tradewatch.extraction.weights import chance, load_weights, table_of
from tradewatch.ingestion.lessons import FIXTURES, Act, Lesson, lessons_from

ARTICLE = """The levy doubles

March 4, 2025

The levy on Chinese goods was doubled on Tuesday. Nobody was surprised.

Beijing took its case to Geneva a day later.
"""
SENTENCES = """# a remark
tariff/raise/us | The levy on Chinese goods was doubled.
- | Nobody was surprised.

talks/hold/both; tariff/lower/us | They met and the levy went down.
"""


@pytest.fixture
def fixtures(tmp_path: Path) -> Path:
    year = tmp_path / "expected" / "year"
    texts = tmp_path / "articles" / "year"
    for folder in (year, texts):
        folder.mkdir(parents=True)
    rise = {"id": "rise", "kind": "tariff", "action": "raise", "side": "us"}
    (tmp_path / "expected" / "chronology.json").write_text(json.dumps([rise]))
    (tmp_path / "expected" / "articles.json").write_text(json.dumps({"texts": []}))
    (tmp_path / "expected" / "sentences.txt").write_text(SENTENCES)
    told = {"events": [{"quote": "levy on Chinese goods\nwas doubled", "event": "rise"}]}
    for name in ("open", "aside"):
        (texts / f"{name}.txt").write_text(ARTICLE)
        (year / f"{name}.json").write_text(json.dumps({"article": f"{name}.txt", **told}))
    (year / "SET_ASIDE").write_text("aside\n")
    return tmp_path


def of_texts(fixtures: Path) -> list[Lesson]:
    """The lessons that are no examples of rules, which count less."""
    return [one for one in lessons_from(fixtures, LEXICON, gazetteer()) if one.counts == 1.0]


def test_quoted_sentences_tell_their_act_and_the_others_none(fixtures: Path) -> None:
    doubled, nobody, beijing, *_ = of_texts(fixtures)
    assert doubled.acts == (Act(kind="tariff", action="raise", side="us"),)
    assert (nobody.acts, beijing.acts) == ((), ())
    assert "after tariff" in nobody.cues
    assert "after tariff" in beijing.cues
    assert "after tariff" not in doubled.cues


def test_articles_set_aside_are_no_lessons(fixtures: Path) -> None:
    assert len(of_texts(fixtures)) == 3 + 3


def test_lines_of_the_list_are_lessons_passage_by_passage(fixtures: Path) -> None:
    doubled, nobody, met = of_texts(fixtures)[3:]
    assert [act.kind for act in doubled.acts + nobody.acts + met.acts] == ["tariff", "talks", "tariff"]
    assert "after tariff" in nobody.cues
    assert not any(cue.startswith("after ") for cue in met.cues)


@pytest.mark.parametrize(
    "line", ["It fell.", "tarif/lower/us | It fell.", "tariff/sink/us | It fell.", "tariff/lower/mars | It fell."]
)
def test_a_line_that_is_no_lesson_is_refused_by_its_number(fixtures: Path, line: str) -> None:
    (fixtures / "expected" / "sentences.txt").write_text(f"tariff/raise/us | It rose.\n{line}\n")
    with pytest.raises(CommandError, match=r"sentences\.txt, line 2"):
        call_command("learn", fixtures=fixtures, to=fixtures / "weights.json")


def test_an_article_that_tells_an_event_unknown_to_the_chronology_is_named(fixtures: Path) -> None:
    (fixtures / "expected" / "chronology.json").write_text("[]")
    with pytest.raises(CommandError, match=r"open\.json: the chronology has no event “rise”"):
        call_command("learn", fixtures=fixtures, to=fixtures / "weights.json")


def test_json_that_cannot_be_read_is_named(fixtures: Path) -> None:
    (fixtures / "expected" / "articles.json").write_text("{")
    with pytest.raises(CommandError, match=r"articles\.json"):
        call_command("learn", fixtures=fixtures, to=fixtures / "weights.json")


def test_rules_examples_teach_and_counterexamples_speak_of_their_kind_alone(fixtures: Path) -> None:
    of_rules = [one for one in lessons_from(fixtures, LEXICON, gazetteer()) if one.counts < 1.0]
    assert any(one.acts for one in of_rules)
    assert all(len(one.asked) == 1 for one in of_rules if not one.acts)


def test_the_weights_are_written_as_the_program_reads_them(
    fixtures: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tradewatch.extraction.learning.ROUNDS", 2)
    to = fixtures / "weights.json"
    call_command("learn", fixtures=fixtures, to=to)
    tables = json.loads(to.read_text())
    assert "tariff" in table_of(tables["kind"]).answers
    assert "sentences," in capsys.readouterr().out


def test_the_programs_weights_fit_the_lessons_of_the_repository() -> None:
    """Weights that were learnt from other cues than those that are asked for would know no sentence."""
    kinds = load_weights()["kind"]
    lessons = [one for one in lessons_from(FIXTURES, LEXICON, gazetteer()) if one.counts == 1.0]
    found = wrong = 0
    for lesson in lessons:
        told = {act.kind for act in lesson.acts}
        likely = {
            kind for kind, weight in zip(kinds.answers, kinds.sums(lesson.cues), strict=True) if chance(weight) > 0.5
        }
        found += len(likely & told)
        wrong += len(likely - told)
    assert found > sum(bool(one.acts) for one in lessons) / 2
    assert wrong < found / 10
