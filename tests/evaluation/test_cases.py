"""What is told to people who write rules."""

from pathlib import Path
from typing import Any

import pytest

from tests.evaluation.told import MET, RAISED, article, event, judged_one, read_event
from tradewatch.evaluation.cases import cases_of


@pytest.mark.parametrize(
    ("gold", "read", "sorts"),
    [
        ([article(event())], [article(read_event())], []),
        ([article(event())], [article(read_event(date=""))], ["inexact"]),
        ([article(event(optional=True))], [article(read_event(date=""))], []),
        ([article(event())], [article(read_event(MET))], ["missed", "extra"]),
        ([article(in_scope=False)], [article()], ["scope"]),
        ([article(event())], [], ["unread", "missed"]),
        ([article()], [article(), article(read_event(), lead="Weather")], ["made up", "extra"]),
    ],
)
def test_only_what_went_wrong_is_a_case(
    tmp_path: Path, gold: list[dict[str, Any]], read: list[dict[str, Any]], sorts: list[str]
) -> None:
    assert [case.sort for case in cases_of([judged_one(tmp_path, gold, read)])] == sorts


def test_an_inexact_event_says_what_was_read_for_what(tmp_path: Path) -> None:
    read = read_event(date="", side="us")
    (case,) = cases_of([judged_one(tmp_path, [article(event())], [article(read)])])
    assert case.said == "tariff: side us for china; date – for 2025-04-11"


def position(**values: str) -> dict[str, str]:
    return {"speaker": "mofcom", "issue": "chips", "stance": "oppose", "quote": MET, **values}


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (position(), []),
        (position(stance="demand"), [("inexact", "position mofcom chips oppose: stance demand for oppose")]),
        (
            position(quote=RAISED),
            [("missed", "position mofcom chips oppose"), ("extra", "position mofcom chips oppose")],
        ),
    ],
)
def test_a_position_that_went_wrong_is_a_case_of_its_own(
    tmp_path: Path, read: dict[str, str], told: list[tuple[str, str]]
) -> None:
    judged = judged_one(tmp_path, [article(positions=[position()])], [article(positions=[read])])
    assert [(case.sort, case.said) for case in cases_of([judged])] == told
