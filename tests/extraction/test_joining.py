"""The rounds in which accounts become one event: what a vague account joins, and what a third account explains."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.extraction.test_grouping import account, documents
from tradewatch.extraction.grouping import partition
from tradewatch.extraction.groups import Account

BARE: dict[str, Any] = {"issues": [], "actors": [], "measures": [], "title": "China raises its tariff on US goods"}


def told(document: int, told_on: date, **values: Any) -> Account:
    one = account(document, **values)
    return replace(one, telling=replace(one.telling, told_on=told_on))


def partitioned(*accounts: Account) -> list[list[int]]:
    groups, _ = partition(accounts)
    return documents(groups)


def test_an_account_without_day_and_figure_is_the_one_duty_of_the_weeks_before() -> None:
    vague = told(3, date(2025, 5, 3), date="", **BARE)
    april = told(1, date(2025, 4, 12), date="2025-04-11", **BARE)
    assert partitioned(april, vague) == [[1, 3]]
    long_ago = told(1, date(2025, 1, 12), date="2025-01-11", **BARE)
    assert partitioned(long_ago, vague) == [[1], [3]]


def test_a_duty_on_some_goods_is_not_taken_for_one_on_all_of_them() -> None:
    april = told(1, date(2025, 4, 12), date="2025-04-11", **BARE)
    assert partitioned(april, told(3, date(2025, 5, 3), date="", **BARE, object="ethane")) == [[1], [3]]


def test_it_is_none_of_two_that_it_may_be() -> None:
    vague = told(3, date(2025, 5, 3), date="", **BARE)
    fourth = told(1, date(2025, 4, 5), date="2025-04-04", **BARE)
    eleventh = told(2, date(2025, 4, 12), date="2025-04-11", **BARE)
    assert partitioned(fourth, eleventh, vague) == [[1], [2], [3]]


def test_a_control_on_nothing_named_is_not_taken_for_one_on_something() -> None:
    kind: dict[str, Any] = {**BARE, "kind": "export_control", "action": "impose", "title": "China imposes controls"}
    dated = told(1, date(2025, 4, 12), date="2025-04-11", **kind, object="ethane")
    vague = told(3, date(2025, 5, 3), date="", **kind)
    assert partitioned(dated, vague) == [[1], [3]]
    of_its_field = told(3, date(2025, 5, 3), date="", **{**kind, "issues": ["energy"]})
    dated = told(1, date(2025, 4, 12), date="2025-04-11", **{**kind, "issues": ["energy"]}, object="ethane")
    assert partitioned(dated, of_its_field) == [[1, 3]]


def test_a_control_told_by_its_month_alone_is_the_only_one_of_it() -> None:
    kind: dict[str, Any] = {**BARE, "kind": "export_control", "action": "suspend", "title": "Restrictions wait"}
    dated = told(1, date(2025, 4, 12), date="2025-04-11", **kind, object="technology curbs")
    assert partitioned(dated, told(3, date(2025, 5, 30), date="2025-04", **kind)) == [[1, 3]]
    assert partitioned(dated, told(3, date(2025, 5, 30), date="2025-04", **kind, object="ethane")) == [[1], [3]]


def test_who_tells_an_end_by_the_day_it_begins_joins_through_one_who_names_the_goods() -> None:
    kind: dict[str, Any] = {**BARE, "action": "lift"}
    named = account(1, date="2025-04-11", **kind, object="US farm goods")
    unnamed = account(2, date="2025-04-11", **{**kind, "instruments": [{"scheme": "FR", "number": "1"}]})
    begun = account(3, date="2025-04-16/..", **kind, object="US farm goods")
    assert partitioned(unnamed, begun) == [[2], [3]]
    assert partitioned(named, unnamed, begun) == [[1, 2, 3]]


def test_talks_without_a_day_may_be_any() -> None:
    kind: dict[str, Any] = {**BARE, "kind": "talks", "action": "hold", "side": "both", "title": "They hold talks"}
    dated = told(1, date(2025, 4, 12), date="2025-04-11", **kind, object="meeting")
    vague = told(3, date(2025, 5, 3), date="", **kind, object="meeting")
    assert partitioned(dated, vague) == [[1], [3]]


def test_two_names_of_one_act_are_no_hindrance_once_others_call_it_both() -> None:
    """Points are suspended and the rate is lowered by it: of one day, which an account without one lacks."""
    rate: dict[str, Any] = {"measures": [{"unit": "percent", "basis": "added", "low": 10, "high": 10}]}
    lowered = account(1, action="lower", date="2025-05-12", **rate)
    suspended = account(2, action="suspend", date="2025-05-12", **rate)
    undated = told(3, date(2025, 5, 16), action="suspend", date="", measures=[])
    assert partitioned(lowered, undated) == [[1], [3]]
    assert partitioned(lowered, suspended, undated) == [[1, 2, 3]]


def test_of_days_about_which_sources_disagree_one_that_suits_is_enough() -> None:
    week, after = account(1, date="2025-04-09/2025-04-13"), told(2, date(2025, 4, 20), date="2025-04-13")
    undated = told(3, date(2025, 4, 9), date="")
    assert partitioned(after, undated) == [[2], [3]]
    assert partitioned(week, after, undated) == [[1, 2, 3]]


def test_one_article_that_tells_a_plan_and_its_deed_tells_one_event() -> None:
    deed, plan = account(1), account(1, offset=900, status="planned", date="2025-04-07/2025-04-13")
    assert partitioned(deed, plan, account(2)) == [[1, 1, 2]]
    another = account(1, offset=1800, status="planned", date="2025-04-10/2025-04-12")
    groups, _ = partition([deed, plan, another, account(2)])
    assert max(sum(one.document == 1 for one in group) for group in groups) == 1


def test_one_account_with_both_figures_joins_those_that_have_one_each_on_days_that_can_meet() -> None:
    fifteen, ten, both = (
        [{"unit": "percent", "basis": "added", "low": rate, "high": rate} for rate in rates]
        for rates in ((15,), (10,), (10, 15))
    )
    day, month = account(1, measures=fifteen, date="2025-04-10/2025-04-11"), account(2, measures=ten, date="2025-04")
    assert partitioned(day, month) == [[1], [2]]
    assert partitioned(day, month, account(3, measures=both)) == [[1, 2, 3]]
    later = account(2, measures=ten, date="2025-05")
    assert [2] in partitioned(day, later, account(3, measures=both))


SHIPMENTS: dict[str, Any] = {
    "kind": "purchase", "side": "us", "action": "extend", "status": "expected", "issues": [], "measures": [],
    "actors": [], "title": "US may extend purchases",
}  # fmt: skip


def test_what_names_no_day_is_the_only_event_that_is_like_it() -> None:
    late = told(1, date(2025, 6, 20), date="2025-06-19", **SHIPMENTS)
    undated = told(2, date(2025, 6, 25), date="", **{**SHIPMENTS, "title": "US may extend sorghum deadline"})
    assert partitioned(late, undated) == partitioned(undated, late) == [[1, 2]]
    early = told(3, date(2025, 6, 6), date="2025-06-05", **SHIPMENTS)
    for accounts in ((late, early, undated), (undated, early, late)):
        assert partitioned(*accounts) == [[1], [2], [3]]


def test_talks_that_name_no_day_are_not_the_only_ones_that_are_known() -> None:
    talks = {**SHIPMENTS, "kind": "talks", "side": "both", "action": "hold", "title": "US and China hold talks"}
    june = told(1, date(2025, 6, 20), date="2025-06-19", **talks)
    undated = told(2, date(2025, 6, 25), date="", **{**talks, "title": "US and China hold a meeting"})
    assert partitioned(june, undated) == [[1], [2]]


def test_a_duty_on_some_goods_is_not_the_only_one_on_all_though_it_bears_its_rate() -> None:
    at_a_rate: dict[str, Any] = {"issues": ["reciprocal-tariffs"], "action": "suspend"}
    april = told(1, date(2025, 4, 26), date="2025-04-25", **at_a_rate, title="China suspends its tariff on goods")
    on_ethane = {**at_a_rate, "object": "ethane", "title": "China suspends its tariff on ethane"}
    assert partitioned(april, told(2, date(2025, 6, 5), date="", **on_ethane)) == [[1], [2]]


def test_a_control_told_without_list_or_goods_is_one_of_those_done_that_day() -> None:
    kind: dict[str, Any] = {**BARE, "kind": "export_control", "action": "lift", "title": "China lifts its measures"}
    listed: dict[str, Any] = {**kind, "date": "2025-08-12"}
    twelve = told(1, date(2025, 8, 13), **listed, object="Export Control List")
    again = told(2, date(2025, 8, 13), **listed, object="Export Control List")
    nine = told(3, date(2025, 8, 13), **listed, object="Unreliable Entity List")
    sums = told(4, date(2025, 8, 26), **{**kind, "date": "2025-08-10/2025-08-13"})
    assert partitioned(twelve, again, nine, sums) == [[1, 2, 4], [3]]
    assert partitioned(sums, nine, again, twelve) == [[1, 2, 4], [3]]
    other = told(4, date(2025, 8, 26), **{**kind, "action": "impose", "date": "2025-08-12"})
    assert partitioned(twelve, again, nine, other) == [[1, 2], [3], [4]]


def test_an_account_without_a_day_is_its_only_event_though_another_is_a_little_like_it() -> None:
    kind: dict[str, Any] = {**BARE, "kind": "export_control", "action": "impose", "title": "US lists firms"}
    vague = told(3, date(2025, 9, 18), **{**kind, "side": "us", "date": ""})
    friday = told(1, date(2025, 9, 15), **{**kind, "side": "us", "date": "2025-09-12"})
    later = told(2, date(2025, 9, 30), **{**kind, "side": "us", "date": "2025-09-20"})
    assert partitioned(friday, vague, later) == [[1, 3], [2]]
