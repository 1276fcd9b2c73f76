"""Ten editors at once: every save is a decision, or a conflict whose form, sent again, becomes one."""

import json
from typing import Any

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.review.programs import database_in, run
from tests.review.ten_editors import EDITORS, SAVES

pytestmark = pytest.mark.django_db

Hour = dict[str, Any]


@pytest.fixture(scope="module")
def hour(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Hour:
    """What the hour's work made."""
    data = tmp_path_factory.mktemp("ten")
    with django_db_blocker.unblock():
        database_in(data)
    ran = run(data, "-m", "tests.review.ten_editors")
    assert ran.returncode == 0, ran.stderr
    return dict(json.loads(ran.stdout))


def test_every_save_of_ten_editors_at_once_is_a_decision_or_a_conflict(hour: Hour) -> None:
    assert hour["faults"] == []
    assert set(hour["answers"]) <= {"302", "409"}
    assert hour["answers"]["302"] == EDITORS * SAVES
    assert hour["answers"].get("409", 0) > 0  # else nobody met anybody, and this shows nothing


def test_no_save_of_ten_editors_at_once_is_lost(hour: Hour) -> None:
    decisions = hour["decisions"]
    assert sorted(after for *_, after in decisions) == sorted(
        f"editor{number} {save}" for number in range(EDITORS) for save in range(SAVES)
    )
    stood: dict[int, str] = {}
    for event, field, before, after in decisions:
        assert (field, before) == ("summary", stood.get(event, "")), "a save went over what its editor had not seen"
        stood[event] = after


def test_the_fold_is_true_after_ten_editors_at_once(hour: Hour) -> None:
    assert hour["untrue"] == []
