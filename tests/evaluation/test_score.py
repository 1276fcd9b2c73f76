"""`manage.py score`: what it prints, what it refuses, and that its figures are the shared scorer's."""

import json
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from tests.builders import make_event
from tests.evaluation.told import MET, RAISED, TEXT, article, event, lines_of, read_event, text, write_gold
from tradewatch.evaluation.scoring import ATTRIBUTES
from tradewatch.review import acts


def printed(*args: Any) -> str:
    out = StringIO()
    call_command("score", *map(str, args), stdout=out)
    return out.getvalue()


def scored(*args: Any) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(printed(*args, "--json"))
    return values


def extracted(path: Path) -> str:
    lines = StringIO()
    with redirect_stdout(lines):
        call_command("extract", str(path))
    return lines.getvalue()


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "wire.txt").write_text(TEXT, encoding="utf-8")
    return write_gold(tmp_path, text(article(event(), event(MET, kind="talks"))))


@pytest.fixture
def predicted(tmp_path: Path) -> Path:
    path = tmp_path / "read.jsonl"
    path.write_text(
        "\n".join(lines_of(article(read_event(side="us"), read_event(MET, kind="legal")))), encoding="utf-8"
    )
    return path


def test_a_report_has_every_table(gold: Path, predicted: Path) -> None:
    said = printed(gold, "--predicted", predicted)
    for words in ("1 articles, scope right in 1.000", "found", "right", "positions", "By kind", "What a confidence"):
        assert words in said
    assert "missed" not in said


def test_verbose_tells_each_event_that_went_wrong(gold: Path, predicted: Path) -> None:
    said = printed(gold, "--predicted", predicted, "--verbose")
    assert f"inexact  tariff: side us for china | {RAISED[:60]}" in said
    assert f"missed   talks raise occurred 2025-04-11 china | {MET[:50]}" in said
    assert f"extra    legal raise occurred 2025-04-11 china | {MET[:50]}" in said
    sorts = [case["sort"] for case in scored(gold, "--predicted", predicted, "--verbose")["cases"]]
    assert sorts == ["missed", "inexact", "extra"]


def test_more_gold_is_counted_together_and_told_apart(tmp_path: Path, gold: Path, predicted: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "second.txt").write_text(TEXT, encoding="utf-8")
    more = write_gold(other, text(article(event()), file="second.txt", voice="law firm"))
    values = scored(gold, "--also", more, "--predicted", predicted)
    assert values["gold_events"] == 3
    assert {name: part["gold_events"] for name, part in values["by_gold"].items()} == {str(gold): 2, str(more): 1}
    assert {name: part["gold_events"] for name, part in values["by_voice"].items()} == {"(not named)": 2, "law firm": 1}


@pytest.mark.parametrize(
    ("content", "said"),
    [("{", "is not JSON"), ('{"texts": [{"file": "wire.txt"}]}', "text 1 (wire.txt): “articles” is missing.")],
)
def test_a_gold_file_that_cannot_be_read_ends_with_2_and_a_sentence(gold: Path, content: str, said: str) -> None:
    gold.write_text(content, encoding="utf-8")
    with pytest.raises(CommandError) as refused:
        printed(gold)
    assert refused.value.returncode == 2
    assert said in str(refused.value)


def test_predictions_that_cannot_be_read_end_with_2(gold: Path, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read") as refused:
        printed(gold, "--predicted", tmp_path / "nowhere.jsonl")
    assert refused.value.returncode == 2


def test_a_text_that_is_nowhere_ends_with_2_and_its_name(gold: Path, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").unlink()
    with pytest.raises(CommandError, match=r"wire\.txt, which stands below none of") as refused:
        printed(gold)
    assert refused.value.returncode == 2


def test_texts_that_do_not_have_the_quotes_earn_nothing(gold: Path, predicted: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "wire.txt").write_text("Another text.", encoding="utf-8")
    assert scored(gold, "--predicted", predicted)["found"]["recall"] == 0.5
    assert scored(gold, "--predicted", predicted, "--texts", folder)["found"]["recall"] == 0.0


def test_without_predictions_the_texts_are_read_as_extract_reads_them(gold: Path, tmp_path: Path) -> None:
    (tmp_path / "beside.txt").write_text("A text that the gold does not name. " * 20, encoding="utf-8")
    values = scored(gold)
    assert values["articles"] == 1
    (tmp_path / "read.jsonl").write_text(extracted(tmp_path / "wire.txt"), encoding="utf-8")
    assert scored(gold, "--predicted", tmp_path / "read.jsonl") == values


def test_a_text_that_extract_refuses_is_told_and_the_others_are_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "wire.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    gold = write_gold(tmp_path, text(article(event())), text(article(event()), file="scan.pdf"))
    values = scored(gold, "--verbose")
    assert "scan.pdf" in capsys.readouterr().err
    assert [case["file"] for case in values["cases"] if case["sort"] == "unread"] == ["scan.pdf"]


def test_a_gold_file_may_follow_its_folder_of_texts(gold: Path, predicted: Path, tmp_path: Path) -> None:
    assert scored("--texts", tmp_path, gold, "--predicted", predicted) == scored(gold, "--predicted", predicted)


@pytest.mark.django_db
def test_where_nothing_was_read_there_is_no_rule_to_tell() -> None:
    assert "Nothing has been read" in printed("--decisions")
    assert scored("--decisions") == {"rules": []}


@pytest.mark.django_db
def test_decisions_are_told_by_rule(editor: User) -> None:
    acts.correct(make_event(), "date", "2025-04-10", by=editor, because="The post says so.")
    (rule,) = scored("--decisions")["rules"]
    assert rule == {
        "field": "date", "rule": "nearest", "readings": 1, "accepted": 0, "corrected": 1, "rejected": 0, "kept": 0.0,
    }  # fmt: skip
    assert "nearest" in printed("--decisions")


def shared_scorers_values(shared: Path, predicted: Path) -> dict[str, Any]:
    scorer = [
        sys.executable,
        str(shared / "eval" / "score_events.py"),
        str(shared / "gold" / "dev.json"),
        str(predicted),
    ]
    done = subprocess.run([*scorer, "--texts", str(shared / "articles")], capture_output=True, text=True, check=True)
    values: dict[str, Any] = json.loads(done.stdout)
    return values


def spoilt(gold: dict[str, Any]) -> list[str]:
    """Readings made of the gold with every sort of mistake: events dropped, doubled, misdated, articles unread."""
    lines = []
    for number, (file, told) in enumerate((one["file"], each) for one in gold["texts"] for each in one["articles"]):
        events = [dict(one) for place, one in enumerate(told["events"]) if (place + number) % 4]
        for place, one in enumerate(events):
            one["mentions"] = [{"quote": quote[:-5]} for quote in one.pop("quotes")]
            one.update({("date", "side", "effective", "kind")[place % 4]: ""} if place % 3 == 0 else {})
            one["actors"], one["measures"] = one["actors"][place % 2 :], one["measures"][: place % 3]
        row = {**told, "path": file, "events": [*events, *events[:2]], "positions": told["positions"][number % 2 :]}
        lines.append(json.dumps({**row, "in_scope": number % 5 != 0, "lead": told["lead"] if number % 6 else "Menu"}))
    return [*lines, lines[-1].replace('lead": "', 'lead": "Another article: ')]


@pytest.mark.parametrize("mistakes", [True, False])
def test_the_figures_are_those_of_the_shared_scorer(shared: Path, tmp_path: Path, mistakes: bool) -> None:
    dev, articles, predicted = shared / "gold" / "dev.json", shared / "articles", tmp_path / "read.jsonl"
    predicted.write_text("\n".join(spoilt(json.loads(dev.read_text()))) if mistakes else extracted(articles))
    ours = scored(dev, "--texts", articles, "--predicted", predicted)
    theirs = shared_scorers_values(shared, predicted)
    for level in ("found", "right", "positions"):
        assert {name: ours[level][name] for name in theirs[level]} == theirs[level]
    for name in ("articles", "scope_accuracy", "gold_events", "given_events", "attributes_of_found", "per_text"):
        assert ours[name] == theirs[name]
    assert tuple(theirs["attributes_of_found"]) == ATTRIBUTES
