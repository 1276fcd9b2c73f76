"""An act that is broken off at any statement, by an error or by a kill, is wholly done or not done."""

import json
from typing import Any

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.review.programs import database_in, run

pytestmark = pytest.mark.django_db

ACTS = ("accept", "merge", "split", "undo")


@pytest.fixture(scope="module")
def told(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> dict[str, Any]:
    """How the record stood after each act was broken off at each of its statements, in each way."""
    data = tmp_path_factory.mktemp("broken-off")
    with django_db_blocker.unblock():
        database_in(data)
    ran = run(data, "-m", "tests.review.breaking")
    assert ran.returncode == 0, ran.stderr
    return dict(json.loads(ran.stdout))


@pytest.mark.parametrize("name", ACTS)
def test_an_error_at_any_statement_of_an_act_leaves_the_record_as_it_was(told: dict[str, Any], name: str) -> None:
    assert told[name]["statements"] > 15
    assert told[name]["errors"] == {"done": 0, "not_done": told[name]["statements"], "neither": []}


@pytest.mark.parametrize("name", ACTS)
def test_a_kill_before_any_statement_of_an_act_leaves_it_not_done_and_behind_its_commit_done(
    told: dict[str, Any], name: str
) -> None:
    assert told[name]["copies"] == {"done": 1, "not_done": told[name]["statements"], "neither": []}
    assert told[name]["kills"] == {"done": 1, "not_done": 1, "neither": []}
