"""When two accounts are one event, and when they cannot be."""

from datetime import date
from typing import Any

import pytest

from tradewatch.extraction.resemblance import VETO, reasons, score, telling_of

BASE: dict[str, Any] = {
    "kind": "tariff",
    "action": "raise",
    "status": "occurred",
    "side": "china",
    "date": "2025-04-11",
    "issues": ["reciprocal-tariffs"],
    "actors": ["china"],
    "instruments": [],
    "measures": [{"unit": "percent", "basis": "added", "low": 125, "high": 125}],
    "title": "China raises its tariff on US goods to 125%",
}


def weight(**other: Any) -> float:
    return score(reasons(telling_of(BASE), telling_of({**BASE, **other})))


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"measures": []},
        {"date": "2025-04", "title": "Beijing lifts the duty to 125%"},
        {"action": "impose", "measures": []},
        {"date": "2025-04-12"},
        {"status": "planned"},
        {"instruments": [{"scheme": "Tariff Commission", "number": "6 of 2025"}]},
    ],
    ids=["alike", "no figure", "less precise", "another verb", "a day apart", "planned before", "with its number"],
)
def test_accounts_of_one_act_belong_together(other: dict[str, Any]) -> None:
    assert weight(**other) >= 0.6


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "export_control"},
        {"side": "us"},
        {"action": "threaten"},
        {"action": "suspend"},
        {"status": "denied"},
        {"date": "2025-04-09"},
        {"date": "2025-05"},
        {"measures": [{"unit": "percent", "basis": "added", "low": 84, "high": 84}]},
    ],
    ids=[
        "kind",
        "side",
        "a threat is no deed",
        "a pause is no rise",
        "denied",
        "two days apart",
        "another month",
        "another rate",
    ],
)
def test_accounts_that_cannot_be_one_act_never_melt(other: dict[str, Any]) -> None:
    assert weight(**other) == VETO


@pytest.mark.parametrize(
    ("status", "told_on", "may_be_one"),
    [
        ("occurred", date(2025, 3, 4), False),
        ("occurred", date(2025, 4, 10), True),
        ("occurred", date(2025, 5, 1), True),
        ("planned", date(2025, 3, 4), True),
        ("occurred", None, True),
    ],
    ids=["before it", "clocks apart", "after it", "a plan", "no day of the text"],
)
def test_a_text_reports_nothing_as_done_that_came_after_it(status: str, told_on: date | None, may_be_one: bool) -> None:
    text = telling_of({**BASE, "date": "", "status": status}, told_on)
    assert (score(reasons(telling_of(BASE), text)) != VETO) is may_be_one


def test_two_numbers_of_one_scheme_are_two_acts_and_one_common_number_is_strong() -> None:
    numbered = {**BASE, "instruments": [{"scheme": "EO", "number": "14257"}]}
    other = {**BASE, "instruments": [{"scheme": "EO", "number": "14259"}]}
    assert score(reasons(telling_of(numbered), telling_of(other))) == VETO
    assert score(reasons(telling_of(numbered), telling_of(numbered))) > weight()


def test_it_does_not_matter_which_account_is_asked_first() -> None:
    other = telling_of({**BASE, "date": "2025-04", "action": "announce", "measures": []})
    base = telling_of(BASE)
    assert score(reasons(base, other)) == score(reasons(other, base))


def test_every_reason_says_itself() -> None:
    assert all(reason.said for reason in reasons(telling_of(BASE), telling_of(BASE)))
