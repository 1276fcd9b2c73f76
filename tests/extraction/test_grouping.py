"""Which accounts tell one event, whatever the order in which they were read."""

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tradewatch.extraction.grouping import partition
from tradewatch.extraction.groups import Account, may_tell_twice
from tradewatch.extraction.tellings import telling_of

RAISE: dict[str, Any] = {
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


def account(document: int, *, event: int | None = None, pinned: bool = False, **values: Any) -> Account:
    telling = telling_of({**RAISE, **values})
    return Account(
        key=(f"text-{document}", 0, values.get("offset", 0), 0),
        document=document,
        telling=telling,
        event=event,
        pinned=pinned,
    )


def documents(groups: list[list[Account]]) -> list[list[int]]:
    return sorted(sorted(account.document for account in group) for group in groups)


def test_accounts_of_one_act_are_one_group_and_others_stay_alone() -> None:
    groups, _ = partition([account(1), account(2), account(3, date="2025-04-04", measures=[])])
    assert documents(groups) == [[1, 2], [3]]


def test_two_acts_of_one_article_are_never_one_event() -> None:
    groups, _ = partition([account(1), account(1, offset=90)])
    assert len(groups) == 2


def test_a_vague_account_joins_the_nearest_and_does_not_melt_two_acts() -> None:
    four, eleven = account(1, date="2025-04-04", measures=[]), account(2)
    vague = account(3, date="2025-04")
    groups, _ = partition([four, vague, eleven])
    assert documents(groups) == [[1], [2, 3]]


def test_an_account_without_a_day_joins_the_one_event_that_it_is_like() -> None:
    vague = account(3, date="", measures=[], actors=[])
    groups, _ = partition([account(1, actors=[]), vague])
    assert documents(groups) == [[1, 3]]


def test_an_account_without_a_day_that_is_like_two_events_is_left_to_the_reviewer() -> None:
    one, other = account(1, date="2025-04-04"), account(2)
    groups, alike = partition([one, account(3, date=""), other])
    assert documents(groups) == [[1], [2], [3]]
    assert len(alike) == 2


def test_two_events_that_an_editor_decided_are_suggested_and_not_joined() -> None:
    decided = [account(1, event=7, pinned=True), account(2, event=9, pinned=True)]
    groups, alike = partition(decided)
    assert documents(groups) == [[1], [2]]
    assert [(likeness.one, likeness.other) for likeness in alike] == [(0, 1)]
    assert "both on 11 April 2025" in alike[0].because


def test_events_that_were_told_apart_are_neither_joined_nor_suggested() -> None:
    groups, alike = partition([account(1, event=7), account(2, event=9)], [frozenset({7, 9})])
    assert documents(groups) == [[1], [2]]
    assert not alike


def test_what_an_editor_put_together_stays_together_though_the_words_differ() -> None:
    groups, _ = partition(
        [account(1, event=7, pinned=True), account(2, event=7, pinned=True, date="2025-06-01", measures=[])]
    )
    assert documents(groups) == [[1, 2]]


def test_a_group_and_the_only_account_like_it_are_one_though_they_have_little_in_common() -> None:
    bare: dict[str, Any] = {"issues": [], "actors": [], "measures": []}
    day, month = account(1, **bare, title="Higher duties"), account(3, date="2025-04", **bare, title="Raised duties")
    groups, _ = partition([day, month])
    assert documents(groups) == [[1, 3]]
    groups, _ = partition([day, month, account(4, date="2025-04-24", **bare, title="Higher duties")])
    assert documents(groups) == [[1], [3], [4]]


def test_accounts_without_a_day_do_not_make_one_event_of_acts_far_apart() -> None:
    bare: dict[str, Any] = {"issues": [], "actors": [], "measures": [], "date": "", "title": "Duties"}
    groups, _ = partition([account(1, **bare), account(2, **bare)])
    assert documents(groups) == [[1], [2]]


def test_a_third_account_that_tells_the_first_day_makes_decision_and_beginning_one() -> None:
    decided = account(1, effective="2025-04-20")
    begun, month = account(2, date="2025-04-20"), account(3, date="2025-04-11/2025-04-12")
    groups, _ = partition([begun, month])
    assert documents(groups) == [[2], [3]]
    groups, _ = partition([decided, begun, month])
    assert documents(groups) == [[1, 2, 3]]


def test_a_third_account_that_has_both_figures_makes_two_accounts_of_one_day_one() -> None:
    base, country, both = (
        [{"unit": "percent", "basis": "added", "low": rate, "high": rate} for rate in rates]
        for rates in ((10,), (34,), (10, 34))
    )
    groups, _ = partition([account(1, measures=base), account(2, measures=country)])
    assert documents(groups) == [[1], [2]]
    groups, _ = partition([account(1, measures=base), account(2, measures=country), account(3, measures=both)])
    assert documents(groups) == [[1, 2, 3]]


def test_several_that_are_like_each_other_are_no_rivals() -> None:
    bare: dict[str, Any] = {"issues": [], "actors": [], "measures": []}
    three = [
        account(1, **bare, date="2025-04-14", title="Higher duties"),
        account(2, **bare, date="2025-04-14/2025-04-15", title="Higher charges"),
        account(3, **bare, date="2025-04", title="Higher levies"),
    ]
    groups, _ = partition(three)
    assert documents(groups) == [[1, 2, 3]]
    groups, _ = partition([three[0], three[2], account(4, **bare, date="2025-04-24", title="Higher charges")])
    assert documents(groups) == [[1], [3], [4]]


_DATES = st.sampled_from(["2025-04-04", "2025-04-11", "2025-04-12", "2025-05-10", "2025-04", ""])
_ACTIONS = st.sampled_from(["raise", "impose", "announce", "threaten"])
_MEASURES = st.sampled_from([[], RAISE["measures"], [{"unit": "percent", "basis": "added", "low": 84, "high": 84}]])
_FIRST_DAYS = st.sampled_from(["", "2025-04-12", "2025-05-10"])
_STATUSES = st.sampled_from(["occurred", "planned"])
_SIDES = st.sampled_from(["china", "us"])


@st.composite
def _accounts(draw: st.DrawFn) -> list[Account]:
    count = draw(st.integers(min_value=0, max_value=12))
    return [
        account(
            draw(st.integers(min_value=1, max_value=6)),
            offset=at,
            date=draw(_DATES),
            action=draw(_ACTIONS),
            measures=draw(_MEASURES),
            effective=draw(_FIRST_DAYS),
            status=draw(_STATUSES),
            side=draw(_SIDES),
        )
        for at in range(count)
    ]


@given(_accounts(), st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_matter(accounts: list[Account], chance: Any) -> None:
    groups, alike = partition(accounts)
    shuffled = list(accounts)
    chance.shuffle(shuffled)
    again, alike_again = partition(shuffled)
    assert [[one.key for one in group] for group in again] == [[one.key for one in group] for group in groups]
    assert alike_again == alike


@given(_accounts())
def test_a_group_holds_one_kind_and_side_and_no_two_acts_of_a_text(accounts: list[Account]) -> None:
    groups, _ = partition(accounts)
    assert sorted(one.key for group in groups for one in group) == sorted(one.key for one in accounts)
    for group in groups:
        assert len({one.telling.side for one in group}) == 1
        for one, other in combinations(group, 2):
            assert one.document != other.document or may_tell_twice(one, other)


def test_an_account_without_a_day_is_near_to_a_day_and_not_to_the_month_that_another_gives() -> None:
    first = [account(1, date="2025-04-11"), account(2, date="2025-04")]
    undated = replace(account(3, date=""), telling=replace(account(3, date="").telling, told_on=date(2025, 4, 26)))
    later = account(4, date="2025-04-24/2025-04-25")
    groups, _ = partition([*first, undated, later])
    assert documents(groups) == [[1, 2], [3, 4]]


def test_an_account_near_the_decision_belongs_to_what_another_dates_by_its_beginning() -> None:
    firms: dict[str, Any] = {
        "kind": "export_control",
        "action": "lift",
        "issues": [],
        "measures": [{"unit": "entities", "low": 9, "high": 9}],
        "title": "China lifts its measures on nine US firms",
    }
    decided, began = account(1, **firms, date="2025-08-12"), account(2, **firms, date="2025-08-16")
    of_its_days = account(3, **{**firms, "measures": []}, date="2025-08-10/2025-08-13")
    for accounts in ([decided, began, of_its_days], [of_its_days, began, decided]):
        groups, _ = partition(accounts)
        assert documents(groups) == [[1, 2, 3]]


def test_what_is_awaited_joins_its_threat_and_the_deed_that_follows_does_not() -> None:
    threat: dict[str, Any] = {"side": "us", "action": "threaten", "title": "US threatens a 60% tariff on Chinese goods"}
    rate = [{"unit": "percent", "basis": "added", "low": 60, "high": 60}]
    dated = account(1, **threat, date="2025-05-10", effective="2025-06-01", measures=rate)
    bare = account(2, **threat, date="2025-05-10", measures=[])
    due: dict[str, Any] = {
        "side": "us",
        "action": "impose",
        "title": "US is to impose a 60% tariff on Chinese goods",
        "measures": rate,
    }
    awaited = account(3, **due, date="2025-06", status="planned")
    deed = account(4, **due, date="2025-06-01")
    for accounts in ([dated, bare, awaited, deed], [deed, awaited, bare, dated]):
        groups, _ = partition(accounts)
        assert not any({1, 4} <= {one.document for one in group} for group in groups)
    groups, _ = partition([dated, bare, awaited])
    assert documents(groups) == [[1, 2, 3]]
