"""An act that is broken off, by an error or by a kill, is wholly done or not done, and the record stays true."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import OperationalError

from tests.review.breaking import acts_on_a_record, at_write, fail, state
from tradewatch.records.folding import check

ROOT = Path(__file__).resolve().parents[2]
ACTS = ("accept", "merge", "split", "undo")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ACTS)
def test_an_error_at_any_write_of_an_act_leaves_the_record_as_it_was(name: str) -> None:
    act = acts_on_a_record()[name]
    before = state()
    assert check() == []
    broken = 0
    while True:
        with at_write(broken + 1, fail) as seen:
            try:
                act()
            except OperationalError:
                pass
            else:
                break
        broken += 1
        assert state() == before, f"broken off at write {broken}: {seen[-1]}"
    assert broken == len(seen) > 5
    assert state() != before
    assert check() == []


def test_a_kill_at_any_write_of_an_act_leaves_it_done_or_not_done(tmp_path: Path) -> None:
    kept = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    environment = {**kept, "TRADEWATCH_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    command = [sys.executable, "-m", "tests.review.breaking"]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert sorted(told) == sorted(ACTS)
    for name in ACTS:
        assert told[name]["neither"] == [], name
        assert told[name]["done"] == 1, name  # the last process, which nobody killed
        assert told[name]["not_done"] > 1, name
