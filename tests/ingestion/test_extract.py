"""`extract`: the same reading without a database, in the contract's form."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.extraction.reading import LEXICON, gazetteer
from tests.ingestion.plain_reading import plain_reading
from tradewatch.extraction.datatypes import Page
from tradewatch.extraction.pipeline import read
from tradewatch.ingestion import reading
from tradewatch.ingestion.contract import article_values

TEXT = "China raises its tariff to 125% on 2025-04-11.\n\nUS raises its tariff to 145% on 2025-04-10."
ARTICLE = "path lead title byline publisher published in_scope scope_reason events positions warnings"
EVENT = "kind action status date effective ends side actors issues instruments measures title confidence mentions links"


@pytest.fixture(autouse=True)
def plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_page", plain_reading)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(TEXT)
    return path


def test_each_article_is_one_line_with_the_keys_of_the_contract(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("extract", str(story))
    (line,) = capsys.readouterr().out.splitlines()
    article = json.loads(line)
    assert list(article) == ARTICLE.split()
    assert [set(event) for event in article["events"]] == [set(EVENT.split())] * 2
    for event in article["events"]:
        for mention in event["mentions"]:
            assert TEXT[mention["start"] : mention["end"]] == mention["quote"]


def test_what_is_refused_is_named_on_standard_error_and_the_rest_is_read(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        call_command("extract", str(story), "nowhere.txt")
    out, err = capsys.readouterr()
    assert ended.value.code == 1
    assert len(out.splitlines()) == 1
    assert "nowhere.txt: there is no such file or folder." in err


def test_a_table_and_an_explanation_are_for_people(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("extract", str(story), "--format", "table")
    assert "2025-04-11" in capsys.readouterr().out
    call_command("extract", str(story), "--explain")
    told = capsys.readouterr().out
    assert "China raises its tariff to 125% (occurred, 0.90)" in told
    assert "by plain: “US raises its tariff to 145% on 2025-04-10.”" in told


def test_a_warning_is_told_once() -> None:
    (told,) = read(Page(path="undated.txt", text=TEXT), LEXICON, gazetteer())
    assert article_values(told)["warnings"] == ["No date of publication is given."]
