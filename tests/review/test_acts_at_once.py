"""Ten editors at once: every save is a decision, or a conflict whose form, sent again, becomes one."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.review.ten_editors import EDITORS, SAVES

ROOT = Path(__file__).resolve().parents[2]
Hour = tuple[dict[str, Any], Path]


def run(data: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A program of the project over the database in a folder."""
    kept = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    environment = {**kept, "TRADEWATCH_DATA": str(data), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def hour(tmp_path_factory: pytest.TempPathFactory) -> Hour:
    """What the hour's work made, and the folder of its database."""
    data = tmp_path_factory.mktemp("ten")
    ran = run(data, "-m", "tests.review.ten_editors")
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout), data


def test_every_save_of_ten_editors_at_once_is_a_decision_or_a_conflict(hour: Hour) -> None:
    told, _ = hour
    assert told["faults"] == []
    assert set(told["answers"]) <= {"302", "409"}
    assert told["answers"]["302"] == EDITORS * SAVES
    assert told["answers"].get("409", 0) > 0  # else nobody met anybody, and this shows nothing


def test_no_save_of_ten_editors_at_once_is_lost(hour: Hour) -> None:
    decisions = hour[0]["decisions"]
    assert sorted(after for *_, after in decisions) == sorted(
        f"editor{number} {save}" for number in range(EDITORS) for save in range(SAVES)
    )
    stood: dict[int, str] = {}
    for event, field, before, after in decisions:
        assert (field, before) == ("summary", stood.get(event, "")), "a save went over what its editor had not seen"
        stood[event] = after


def test_the_fold_is_true_after_ten_editors_at_once(hour: Hour) -> None:
    ran = run(hour[1], "manage.py", "rebuild", "--check")
    assert ran.returncode == 0, ran.stdout + ran.stderr
