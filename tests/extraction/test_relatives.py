"""Clauses that tell of a thing, and things that do by themselves what somebody makes them do."""

from datetime import date

import pytest

from tests.extraction.reading import acts, events


@pytest.mark.parametrize(
    "text",
    [
        "The tariffs the US imposed in April are still in place, Chinese importers say.",
        "Beijing resents the duties Trump first imposed on Chinese goods in April.",
        "Chinese importers pay the tariffs that Washington imposed in April.",
    ],
)
def test_a_bare_name_is_the_subject_of_a_clause_that_tells_of_a_thing(text: str) -> None:
    [event] = events(text, published=date(2025, 11, 2))
    assert (event.kind, event.action, event.side, event.date) == ("tariff", "impose", "us", "2025-04")


def test_the_day_of_such_a_clause_is_not_that_of_the_act_before_it() -> None:
    text = "China agreed to pause for a year the export controls it announced in October."
    told = {event.action: event.date for event in events(text, published=date(2025, 11, 2))}
    assert told == {"suspend": "", "impose": "2025-10"}


def test_what_others_resume_resumes_of_itself() -> None:
    assert acts("China's purchases of US soybeans have resumed.") == ["purchase resume occurred china"]
    assert acts("China's purchases of US soybeans matter.") == []


def test_what_a_meeting_is_for_is_no_second_meeting() -> None:
    told = events("US and Chinese envoys met in Madrid on Monday to resume trade talks.")
    assert [(event.kind, event.date) for event in told] == [("talks", "2025-10-27")]


def test_a_rule_that_is_to_be_suspended_did_what_its_clause_tells() -> None:
    told = acts("The United States will suspend for a year a rule that expanded its blacklist to subsidiaries.")
    assert "export_control suspend planned us" in told
    assert "export_control impose planned us" not in told


def test_a_plan_that_is_put_on_hold_is_no_plan_any_more() -> None:
    assert acts("Washington has put on hold its plan to impose port fees on Chinese ships.") == [
        "port_fee withdraw occurred us"
    ]
