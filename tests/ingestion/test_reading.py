"""Reading without a database, in one process or several."""

from pathlib import Path

import pytest
from django.core.management import call_command

from tradewatch.ingestion.inputs import Refused, files_at
from tradewatch.ingestion.reading import readings_of

ARTICLES = Path(__file__).resolve().parents[2] / "fixtures" / "articles"


def test_several_processes_read_the_same_in_the_same_order(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(b"\x00")
    places = [
        *files_at([str(path) for path in sorted(ARTICLES.glob("*.txt"))[:3]]),
        *files_at([str(tmp_path), "nowhere.txt"]),
    ]
    alone = list(readings_of(places))
    beside = list(readings_of(places, workers=2))
    assert [repr(one) for one in alone] == [repr(one) for one in beside]
    refused = [Path(one.path).name for one in beside if isinstance(one, Refused)]
    assert refused == ["broken.txt", "nowhere.txt"]


def test_the_benchmark_prints_its_figures(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("benchmark", "--articles", "3")
    out = capsys.readouterr().out
    assert "characters a second" in out
    assert "articles a second" in out
    assert "memory" in out
