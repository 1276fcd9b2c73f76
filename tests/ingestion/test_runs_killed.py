"""A kill at any moment leaves whole documents, and the next run makes the record what one clean run would have made it."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.ingestion.record_as_text import record_as_text

ROOT = Path(__file__).resolve().parents[2]
KILLS = 10
SEED = 20251030


def manage(data: Path, *arguments: str) -> subprocess.Popen[bytes]:
    kept = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")}
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    return subprocess.Popen(command, cwd=ROOT, env={**kept, "TRADEWATCH_DATA": str(data)}, stdout=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some of the sample articles, one page with two articles among them."""
    folder = tmp_path_factory.mktemp("texts")
    for path in sorted((ROOT / "fixtures" / "articles").glob("*.txt")):
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("empty")
    assert manage(data, "migrate", "-v0").wait() == 0
    assert manage(data, "load_reference").wait() == 0
    return data


@pytest.fixture(scope="module")
def clean(texts: Path, empty: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], float]:
    """The record of one clean run, and how many seconds it took."""
    data = tmp_path_factory.mktemp("clean") / "data"
    shutil.copytree(empty, data)
    started = time.monotonic()
    assert manage(data, "ingest", str(texts)).wait() == 0
    return record_as_text(data / "tradewatch.sqlite3"), time.monotonic() - started


def test_a_clean_run_reads_something(clean: tuple[list[str], float]) -> None:
    assert sum(line.startswith('["event"') for line in clean[0]) >= 10


@pytest.mark.parametrize("kill", range(KILLS))
def test_killed_at_a_random_moment_and_run_again_it_is_as_after_one_clean_run(
    kill: int, texts: Path, empty: Path, clean: tuple[list[str], float], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    shutil.copytree(empty, data)
    # Most of the time goes into starting up; the moments are drawn from the part in which documents are written.
    moment = random.Random(SEED + kill).uniform(0.35, 1.0) * clean[1]  # noqa: S311
    process = manage(data, "ingest", str(texts))
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert manage(data, "ingest", str(texts)).wait() == 0
    assert record_as_text(data / "tradewatch.sqlite3") == clean[0], f"killed after {moment:.3f} s (seed {SEED + kill})"
    assert manage(data, "rebuild", "--check").wait() == 0
