"""The fold as rules: which value wins, what is kept side by side, and what a decision does."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tradewatch.records.accounts import Account, Act
from tradewatch.records.fold import fold_event
from tradewatch.vocabulary import ReviewState, Verb

VALUES: dict[str, Any] = {
    "kind": "tariff",
    "action": "suspend",
    "status": "occurred",
    "side": "china",
    "date": "2025-05-14",
    "effective": "",
    "ends": "",
    "actors": ["china"],
    "issues": ["reciprocal-tariffs"],
    "instruments": [],
    "measures": [],
    "title": "China suspends 24 points of its tariff",
}


def account(
    number: int = 1, *, genre: str = "news", origin: str = "", live: bool = True, confidence: float = 0.9, **values: Any
) -> Account:
    return Account(
        mention=number,
        document=number,
        origin=origin or f"house-{number}",
        genre=genre,
        published=date(2025, 5, 15),
        values={**VALUES, **values},
        confidence=confidence,
        live=live,
    )


@pytest.mark.parametrize(
    ("accounts", "wins"),
    [
        ([account(1, date="2025-05-13"), account(2, genre="official", date="2025-05-14")], "2025-05-14"),
        ([account(1, genre="opinion", date="2025-05-13"), account(2, genre="analysis", date="2025-05")], "2025-05"),
        ([account(1, date="2025-05"), account(2, date="2025-05-14")], "2025-05-14"),
        ([account(1, date="2025-05-13"), account(2, date="2025-05-14"), account(3, date="2025-05-14")], "2025-05-14"),
        ([account(1, date=""), account(2, genre="opinion", date="2025-05-14")], "2025-05-14"),
    ],
    ids=[
        "official before news",
        "analysis before opinion",
        "the more precise",
        "more origins",
        "any before none",
    ],
)
def test_the_account_that_deserves_most_trust_gives_the_date(accounts: list[Account], wins: str) -> None:
    assert fold_event(accounts, []).values["date"] == wins


def test_a_more_precise_day_within_the_trusted_one_is_taken_unless_it_is_opinion() -> None:
    month = account(1, genre="official", date="2025-05")
    assert fold_event([month, account(2, date="2025-05-14")], []).values["date"] == "2025-05-14"
    assert fold_event([month, account(2, genre="opinion", date="2025-05-14")], []).values["date"] == "2025-05"
    assert fold_event([month, account(2, date="2025-06-14")], []).values["date"] == "2025-05"


def test_the_day_for_which_it_was_planned_is_the_day_of_a_meeting_and_of_no_other_deed() -> None:
    done = replace(account(1, date="2025-05"), published=date(2025, 5, 20))
    plan = account(2, date="2025-05-14", status="planned")
    assert fold_event([done, plan], []).values["date"] == "2025-05"
    assert fold_event([plan], []).values["date"] == "2025-05-14"
    talks = [replace(one, values={**one.values, "kind": "talks", "action": "hold"}) for one in (done, plan)]
    assert fold_event(talks, []).values["date"] == "2025-05-14"


@pytest.mark.parametrize("noun", ["deal", "consensus"])
def test_a_deal_goes_by_the_name_that_says_what_it_is(noun: str) -> None:
    words: dict[str, Any] = {"kind": "agreement", "action": "agree", "side": "both", "actors": []}
    plain = account(1, genre="official", **words, object=noun, title=f"US and China agree on a {noun}")
    named = account(2, **words, object="truce", title="US and China agree on a truce")
    assert "truce" in fold_event([plain, named], []).values["title"]
    assert noun in fold_event([plain], []).values["title"]


def test_two_days_of_talks_are_not_made_one_of_them() -> None:
    days = account(1, genre="official", date="2025-05-10/2025-05-11")
    assert fold_event([days, account(2, date="2025-05-10")], []).values["date"] == "2025-05-10/2025-05-11"


def test_the_day_on_which_an_act_begins_is_not_its_day() -> None:
    decided = account(1, date="2025-05-12", effective="2025-05-14")
    assert fold_event([decided, account(2, genre="official", date="2025-05-14")], []).values["date"] == "2025-05-12"
    undated = account(1, date="", effective="2025-05-20")
    plan = account(2, genre="official", date="2025-05-20", status="planned")
    assert fold_event([undated, plan], []).values["date"] == ""
    assert fold_event([account(1, date="2025-05-12"), plan], []).values["date"] == "2025-05-12"


def test_what_was_reported_as_done_before_its_day_was_decided_earlier() -> None:
    early = replace(account(1, date="2025-05-12"), published=date(2025, 5, 13))
    late = account(2, genre="official", date="2025-05-14")
    assert fold_event([early, late], []).values["date"] == "2025-05-12"
    on_the_day = replace(early, published=date(2025, 5, 14))
    assert fold_event([on_the_day, late], []).values["date"] == "2025-05-14"
    planned = replace(early, values={**early.values, "status": "expected"})
    assert fold_event([planned, late], []).values["date"] == "2025-05-14"


def test_a_text_that_looks_back_at_a_plan_does_not_undo_the_deed() -> None:
    done = account(1)
    plan = account(2, genre="official", status="planned", date="2025-05")
    assert fold_event([done, replace(plan, published=date(2025, 6, 20))], []).values["status"] == "planned"
    looking_back = fold_event([done, replace(plan, published=date(2025, 11, 2))], []).values
    assert (looking_back["status"], looking_back["date"]) == ("occurred", "2025-05-14")


def test_what_was_planned_and_is_told_as_done_by_a_later_text_is_done() -> None:
    plan = account(1, genre="official", status="planned")
    done = replace(account(2), published=date(2025, 5, 20))
    assert fold_event([plan, done], []).values["status"] == "occurred"
    assert fold_event([plan, replace(done, published=date(2025, 5, 15))], []).values["status"] == "planned"


def test_of_equal_accounts_the_one_published_first_counts_in_whatever_order_they_came() -> None:
    early = replace(account(2, date="2025-05-14"), published=date(2025, 5, 14))
    for accounts in ([account(1, date="2025-05-13"), early], [early, account(1, date="2025-05-13")]):
        assert fold_event(accounts, []).values["date"] == "2025-05-14"


def test_two_copies_of_one_report_are_two_sources_and_one_origin() -> None:
    folded = fold_event([account(1, origin="agency"), account(2, origin="agency")], [])
    assert (folded.sources, folded.origins) == (2, 1)


def test_opinion_is_a_source_and_no_origin() -> None:
    folded = fold_event([account(1), account(2, genre="opinion")], [])
    assert (folded.sources, folded.origins) == (2, 1)


def test_accounts_that_cannot_both_be_right_are_kept_as_a_conflict() -> None:
    folded = fold_event([account(1, date="2025-05-13"), account(2, date="2025-05-14")], [])
    assert folded.conflicts["date"] == [
        {"value": "2025-05-13", "documents": [1]},
        {"value": "2025-05-14", "documents": [2]},
    ]
    assert folded.review_state == ReviewState.DOUBTED


def test_a_month_and_a_day_in_it_do_not_conflict() -> None:
    assert fold_event([account(1, date="2025-05"), account(2, date="2025-05-14")], []).conflicts == {}


def test_lists_are_united() -> None:
    folded = fold_event([account(1, actors=["china"]), account(2, actors=["united-states", "china"])], [])
    assert folded.values["actors"] == ["china", "united-states"]


def test_differing_figures_of_one_thing_stand_side_by_side_and_are_marked() -> None:
    rate = {"kind": "rate", "unit": "percent", "object": "US goods", "basis": "added"}
    folded = fold_event(
        [
            account(1, measures=[{**rate, "low": 84, "high": 84}]),
            account(2, measures=[{**rate, "low": 85, "high": 85}]),
        ],
        [],
    )
    assert [(row["low"], row["conflicting"]) for row in folded.values["measures"]] == [(84, True), (85, True)]


def test_a_decided_value_stands_before_every_account() -> None:
    act = Act(verb=Verb.CORRECT, field="date", after="2025-05-12", machine={"date": "2025-05-14"})
    folded = fold_event([account(1, genre="official")], [act])
    assert folded.values["date"] == "2025-05-12"
    assert folded.overruled == ("date",)


def test_a_later_difference_to_what_was_accepted_waits_for_the_editor_and_changes_nothing() -> None:
    accepted = Act(verb=Verb.ACCEPT, fields={**VALUES, "summary": "", "direction": "eases"}, machine=VALUES)
    folded = fold_event([account(1, date="2025-05-16")], [accepted])
    assert folded.values["date"] == "2025-05-14"
    assert folded.review_state == ReviewState.ACCEPTED
    assert [reason["code"] for reason in folded.queue_reasons] == ["new_reading"]


def test_a_dismissed_reading_waits_no_more() -> None:
    accepted = Act(verb=Verb.ACCEPT, fields={**VALUES, "summary": "", "direction": "eases"}, machine=VALUES)
    dismissed = Act(verb=Verb.DISMISS_READING, machine={**VALUES, "date": "2025-05-16"})
    assert fold_event([account(1, date="2025-05-16")], [accepted, dismissed]).queue_reasons == []


def test_what_was_done_is_named_by_those_who_tell_the_deed_not_by_a_plan() -> None:
    words: dict[str, Any] = {"kind": "purchase", "action": "resume", "issues": ["agriculture"]}
    plan = account(1, **words, status="planned", object="US farm goods and US logs", title="")
    deed = account(2, **words, object="US logs", title="China lifts its ban on US logs")
    assert fold_event([plan, deed], []).values["title"] == "China lifts its ban on US logs"


def test_the_title_follows_a_corrected_action_unless_an_editor_wrote_it() -> None:
    correct = Act(verb=Verb.CORRECT, field="action", after="threaten")
    assert "suspends" not in fold_event([account()], [correct]).values["title"]
    own = Act(verb=Verb.CORRECT, field="title", after="Beijing holds back 24 points")
    assert fold_event([account()], [own, correct]).values["title"] == "Beijing holds back 24 points"


def test_an_accepted_title_does_not_outlive_the_action_that_it_tells() -> None:
    accepted = Act(verb=Verb.ACCEPT, fields={**VALUES, "summary": "", "direction": "eases"}, machine=VALUES)
    correct = Act(verb=Verb.CORRECT, field="action", after="threaten")
    folded = fold_event([account()], [accepted, correct])
    assert "suspends" not in folded.values["title"]
    assert folded.values["direction"] == "escalates"


def test_an_overridden_direction_stays() -> None:
    override = Act(verb=Verb.CORRECT, field="direction", after="escalates")
    assert fold_event([account()], [override]).values["direction"] == "escalates"


@pytest.mark.parametrize(
    ("verbs", "state"),
    [
        ([], ReviewState.UNCHECKED),
        ([Verb.ACCEPT], ReviewState.ACCEPTED),
        ([Verb.REJECT], ReviewState.REJECTED),
        ([Verb.ACCEPT, Verb.REJECT], ReviewState.REJECTED),
        ([Verb.ACCEPT, Verb.REJECT, Verb.RESTORE], ReviewState.ACCEPTED),
        ([Verb.REJECT, Verb.RESTORE], ReviewState.UNCHECKED),
    ],
)
def test_the_review_state_follows_the_decisions(verbs: list[Verb], state: ReviewState) -> None:
    acts = [Act(verb=verb, because="told twice", fields=VALUES if verb == Verb.ACCEPT else {}) for verb in verbs]
    assert fold_event([account()], acts).review_state == state


def test_an_event_whose_words_are_all_gone_is_withdrawn_and_keeps_its_fields() -> None:
    folded = fold_event([account(live=False)], [])
    assert folded.review_state == ReviewState.WITHDRAWN
    assert folded.values["date"] == "2025-05-14"


def test_an_accepted_event_whose_words_are_gone_stays_and_waits() -> None:
    accepted = Act(verb=Verb.ACCEPT, fields=VALUES, machine=VALUES)
    folded = fold_event([account(live=False)], [accepted])
    assert folded.review_state == ReviewState.ACCEPTED
    assert "orphaned" in [reason["code"] for reason in folded.queue_reasons]


def test_an_undated_event_stands_at_the_end_of_the_month_of_its_first_source() -> None:
    folded = fold_event([account(date="")], [])
    assert (folded.listed_on, folded.undated) == (date(2025, 5, 31), True)


@pytest.mark.parametrize(("value", "day"), [("2025-05", date(2025, 5, 1)), ("../2025-05-14", date(2025, 5, 14))])
def test_an_inexact_date_stands_under_its_earliest_day_else_its_latest(value: str, day: date) -> None:
    assert fold_event([account(date=value)], []).listed_on == day
