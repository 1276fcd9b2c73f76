"""When two accounts of one article are one act told twice."""

from typing import Any

import pytest

from tradewatch.extraction.tellings import Telling, telling_of
from tradewatch.extraction.told_twice import BESIDE, told_twice

CALL: dict[str, Any] = {
    "kind": "talks",
    "action": "hold",
    "status": "occurred",
    "side": "both",
    "date": "2025-06-05",
    "object": "phone call",
    "title": "Trump and Xi speak by phone",
}
GUIDANCE: dict[str, Any] = {
    **CALL,
    "kind": "export_control",
    "action": "announce",
    "side": "us",
    "object": "export controls on AI chips",
    "issues": ["chips"],
}
FAR = 2 * BESIDE


def telling(base: dict[str, Any], **values: Any) -> Telling:
    return telling_of({**base, **values})


def test_a_plan_for_this_week_and_what_was_done_in_it_are_one_act() -> None:
    plan = telling(CALL, status="planned", date="2025-06-02/2025-06-08", object="meeting")
    assert told_twice(plan, telling(CALL), FAR)
    assert told_twice(telling(CALL), plan, FAR)


@pytest.mark.parametrize(
    "other",
    [
        {"status": "planned", "date": "2025-07"},
        {"status": "planned", "date": "2025-06"},
        {"status": "planned", "date": ""},
        {"date": "2025-06-05/2025-06-06"},
        {"status": "denied"},
        {"status": "planned", "action": "announce"},
    ],
    ids=["another time", "a month is too long", "no day", "two deeds", "denied", "another action"],
)
def test_other_acts_of_one_article_are_two(other: dict[str, Any]) -> None:
    assert not told_twice(telling(CALL), telling(CALL, **other), FAR)


def test_a_plan_on_another_thing_is_no_plan_of_the_deed() -> None:
    plan = {"status": "planned", "object": "soybeans", "action": "resume", "kind": "purchase", "side": "china"}
    assert not told_twice(telling(CALL, **plan), telling(CALL, **{**plan, "status": "occurred", "object": "logs"}), FAR)


def test_words_that_add_nothing_to_those_beside_them_are_no_second_act() -> None:
    bare = telling(GUIDANCE, date="", object="", issues=["other"])
    assert told_twice(telling(GUIDANCE), bare, BESIDE)
    assert not told_twice(telling(GUIDANCE), bare, FAR)


@pytest.mark.parametrize(
    "says",
    [
        {"date": "2025-06-04"},
        {"effective": "2025-07-01"},
        {"object": "ethane"},
        {"issues": ["energy"]},
        {"instruments": [{"scheme": "FR", "number": "90 FR 1"}]},
        {"measures": [{"unit": "entities", "low": 3, "high": 3}]},
    ],
)
def test_what_says_something_of_its_own_is_a_second_act(says: dict[str, Any]) -> None:
    bare = {"date": "", "object": "", "issues": ["other"]}
    assert not told_twice(telling(GUIDANCE, status="planned"), telling(GUIDANCE, **{**bare, **says}), BESIDE)
