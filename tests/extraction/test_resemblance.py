"""When two accounts are one event, and when they cannot be."""

from datetime import date
from typing import Any

import pytest

from tradewatch.extraction.resemblance import reasons, score
from tradewatch.extraction.tellings import VETO, Resemblance, telling_of

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
        ("occurred", date(2025, 4, 7), False),
        ("occurred", date(2025, 4, 10), True),
        ("occurred", date(2025, 5, 1), True),
        ("planned", date(2025, 3, 4), True),
        ("occurred", None, True),
    ],
    ids=["before it", "days before it", "clocks apart", "after it", "a plan", "no day of the text"],
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


@pytest.mark.parametrize(
    ("decided", "begins", "may_be_one"),
    [
        ({"effective": "2025-04-20"}, {"date": "2025-04-20"}, True),
        ({}, {"date": "2025-04-20", "status": "planned"}, True),
        ({}, {"date": "2025-04-20"}, False),
        ({}, {"date": "2025-08-20", "status": "planned"}, False),
        ({"effective": "2025-05-01"}, {"date": "2025-04-20"}, False),
    ],
    ids=["its first day", "a plan told after the decision", "another deed", "too far ahead", "begins another day"],
)
def test_an_act_is_dated_by_its_decision_and_by_its_first_day(
    decided: dict[str, Any], begins: dict[str, Any], *, may_be_one: bool
) -> None:
    one, other = telling_of({**BASE, **decided}, date(2025, 4, 12)), telling_of({**BASE, **begins}, date(2025, 4, 21))
    if begins.get("status") == "planned":
        other = telling_of({**BASE, **begins}, date(2025, 4, 14))
    assert (score(reasons(one, other)) != VETO) is may_be_one
    assert score(reasons(one, other)) == score(reasons(other, one))


def test_a_thing_named_by_both_makes_up_for_two_days_and_a_rate_does_not() -> None:
    listed = {**BASE, "kind": "export_control", "action": "impose", "measures": [], "object": "chip-design software"}
    later = {**listed, "date": "2025-04-13"}
    assert score(reasons(telling_of(listed), telling_of(later))) != VETO
    assert score(reasons(telling_of(listed), telling_of({**later, "object": "ethane"}))) == VETO
    assert weight(date="2025-04-13") == VETO


def test_an_account_without_a_day_that_came_late_needs_a_rate_or_a_thing_to_be_known_by() -> None:
    def late(**values: Any) -> float:
        text = telling_of({**BASE, "date": "", **values}, date(2025, 11, 1))
        return score(reasons(telling_of(BASE), text))

    assert late() >= 0.5
    assert late(measures=[]) < 0.5


def test_what_a_late_text_still_awaits_is_not_what_had_long_been_done() -> None:
    awaited = telling_of({**BASE, "date": "", "status": "planned"}, date(2025, 5, 20))
    told = telling_of({**BASE, "date": ""}, date(2025, 5, 20))
    assert score(reasons(telling_of(BASE), awaited)) < score(reasons(telling_of(BASE), told)) - 0.2


def test_an_extension_without_a_day_is_not_the_pause_that_it_extends() -> None:
    pause, longer = {**BASE, "action": "suspend"}, {**BASE, "action": "extend"}
    assert score(reasons(telling_of(pause), telling_of({**longer, "date": ""}))) == VETO
    assert score(reasons(telling_of(pause), telling_of(longer))) != VETO


TALKS = {**BASE, "kind": "talks", "action": "hold", "side": "both", "measures": [], "issues": [], "date": "2025-06"}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"object": "second round of trade talks"}, {"object": "third round of trade talks"}, False),
        ({"object": "phone call"}, {"object": "meeting in Lisbon"}, False),
        ({"object": "meeting in Lisbon"}, {"object": "trade talks in Lisbon"}, True),
        ({"object": "meeting in Lisbon"}, {"object": "meeting in Porto"}, False),
        ({"actors": ["xi-jinping"]}, {"actors": ["he-lifeng"]}, False),
        ({"actors": ["he-lifeng"]}, {"actors": ["he-lifeng", "scott-bessent"]}, True),
    ],
    ids=["rounds", "a call", "one place", "two places", "heads of state", "negotiators"],
)
def test_talks_are_known_by_who_how_where_and_which_round(
    one: dict[str, Any], other: dict[str, Any], *, alike: bool
) -> None:
    given = score(reasons(telling_of({**TALKS, **one}), telling_of({**TALKS, **other})))
    assert (given >= 0.6) is alike


def test_a_list_that_is_added_to_again_and_again_names_no_time() -> None:
    def late(thing: str) -> float:
        listing = {**BASE, "kind": "export_control", "action": "impose", "measures": [], "object": thing}
        text = telling_of({**listing, "date": ""}, date(2025, 7, 1))
        return score(reasons(telling_of(listing), text))

    assert late("chip-design software") > late("Export Control List") + 0.1


def test_what_begins_long_after_another_act_is_not_that_act() -> None:
    begins = {**BASE, "date": "", "measures": []}
    near, far = ({**begins, "effective": day} for day in ("2025-05-11", "2025-09-11"))
    told = date(2025, 5, 1)
    given = [score(reasons(telling_of(BASE), telling_of(values, told))) for values in (near, far)]
    assert given[1] < given[0] - 0.2


def test_a_tariff_without_a_day_that_names_no_goods_is_hardly_one_on_some() -> None:
    on_some = telling_of({**BASE, "object": "cranes"})
    undated = {**BASE, "date": ""}
    same = score(reasons(on_some, telling_of({**undated, "object": "cranes"})))
    assert score(reasons(on_some, telling_of(undated))) <= same - 0.4


def test_twenty_or_more_may_be_twenty_six_but_not_twelve() -> None:
    def listing(low: float, high: float | None) -> dict[str, Any]:
        row = {"unit": "entities", "basis": "", "low": low, "high": high}
        return {**BASE, "kind": "export_control", "action": "impose", "measures": [row]}

    more = telling_of(listing(20, None))
    assert score(reasons(more, telling_of(listing(26, 26)))) != VETO
    assert score(reasons(more, telling_of(listing(12, 12)))) == VETO


def test_a_promise_to_buy_is_no_purchase_and_a_deal_to_buy_again_is() -> None:
    bought = {**BASE, "kind": "purchase", "action": "resume", "measures": []}
    assert score(reasons(telling_of(bought), telling_of({**bought, "action": "agree", "status": "planned"}))) == VETO
    assert score(reasons(telling_of(bought), telling_of({**bought, "action": "agree"}))) != VETO


def test_what_one_calls_paused_and_another_ended_is_one_act_on_one_thing_only() -> None:
    paused = {**BASE, "kind": "investigation", "action": "suspend", "measures": [], "object": "an inquiry into DuPont"}
    ended = {**paused, "action": "lift"}
    assert score(reasons(telling_of(paused), telling_of(ended))) != VETO
    lists = {"kind": "export_control", "object": "Export Control List"}
    assert score(reasons(telling_of({**paused, **lists}), telling_of({**ended, **lists}))) == VETO


def test_a_text_of_the_month_that_another_names_is_near_to_it() -> None:
    undated = telling_of({**BASE, "date": "", "measures": []}, date(2025, 12, 6))
    month = {**BASE, "date": "2025-12", "measures": []}
    assert any("soon after" in reason.said for reason in reasons(telling_of(month, date(2025, 12, 31)), undated))


def test_the_day_after_some_days_is_a_day_apart_and_a_long_time_says_little() -> None:
    days = telling_of({**BASE, "date": "2025-04-08/2025-04-10", "measures": []})
    assert score(reasons(days, telling_of(BASE))) != VETO
    assert score(reasons(days, telling_of({**BASE, "date": "2025-04-13"}))) == VETO
    month, quarter = (telling_of({**BASE, "date": value}) for value in ("2025-04", "2025-04/2025-06"))
    assert score(reasons(telling_of(BASE), quarter)) < score(reasons(telling_of(BASE), month))


def test_a_firms_chips_may_be_one_sort_of_them_and_not_another_firms() -> None:
    sold = {**BASE, "kind": "corporate", "measures": [], "object": "Nvidia's H20 chips"}
    general = score(reasons(telling_of(sold), telling_of({**sold, "object": "Nvidia chips"})))
    assert general > score(reasons(telling_of(sold), telling_of({**sold, "object": ""})))
    assert score(reasons(telling_of(sold), telling_of({**sold, "object": "Samsung chips"}))) == VETO


def test_a_rate_that_is_lowered_by_suspending_points_of_it_is_told_either_way_of_one_day() -> None:
    lowered, suspended = ({**BASE, "action": action} for action in ("lower", "suspend"))
    assert score(reasons(telling_of(lowered), telling_of(suspended))) != VETO
    assert score(reasons(telling_of(lowered), telling_of({**suspended, "date": ""}))) == VETO
    assert score(reasons(telling_of(lowered), telling_of({**suspended, "issues": ["agriculture"]}))) == VETO


def test_a_round_may_be_held_before_it_was_due_and_other_talks_may_not() -> None:
    held = {**TALKS, "date": "2025-07-28/2025-07-29", "object": "third round of trade talks"}
    due = {**held, "date": "2025-08-12", "status": "planned"}
    told = date(2025, 7, 18)
    assert score(reasons(telling_of(held), telling_of(due, told))) != VETO
    assert score(reasons(telling_of({**held, "object": ""}), telling_of(due, told))) == VETO


def test_a_text_without_a_day_that_came_some_days_early_told_of_what_was_coming() -> None:
    undated = {**BASE, "date": ""}
    early = [score(reasons(telling_of(BASE), telling_of(undated, date(2025, 4, day)))) for day in (9, 11)]
    assert VETO < early[0] < early[1]
    assert score(reasons(telling_of(BASE), telling_of({**BASE, "date": "2025-04"}, date(2025, 4, 9)))) == VETO


def test_a_list_without_a_day_is_not_the_one_of_weeks_ago() -> None:
    def since(told_on: date, **values: Any) -> float:
        listing = {**BASE, "kind": "export_control", "action": "impose", "object": "Unreliable Entity List", **values}
        return score(reasons(telling_of(listing), telling_of({**listing, "date": ""}, told_on)))

    assert since(date(2025, 4, 14), measures=[]) > since(date(2025, 5, 3), measures=[]) + 0.4
    seven = [{"unit": "entities", "low": 7, "high": 7}]
    assert since(date(2025, 5, 3), measures=seven) > since(date(2025, 5, 3), measures=[]) + 0.4


def test_fees_on_the_other_sides_ships_are_one_thing() -> None:
    fees = {**BASE, "kind": "port_fee", "date": "", "measures": []}
    assert any("ships" in reason.said for reason in reasons(telling_of(fees), telling_of(fees)))


def test_a_duty_that_came_off_as_of_a_day_can_have_been_ended_shortly_before_it() -> None:
    ended = {**BASE, "action": "lift", "measures": [], "object": "US farm goods"}

    def since(day: str, **values: Any) -> float:
        return score(reasons(telling_of(ended), telling_of({**ended, "date": day, **values})))

    assert since("2025-04-16/..") > VETO
    assert since("2025-04-16") == VETO
    assert since("2025-05-16/..") == VETO
    assert since("2025-04-16/..", object="small parcels") == VETO


def test_a_quantity_promised_by_a_month_is_the_one_promised_until_it() -> None:
    pledge = {
        **BASE,
        "kind": "purchase",
        "action": "agree",
        "date": "2025-11/2025-12",
        "measures": [{"unit": "tonnes", "low": 12e6, "high": 12e6}],
    }

    def by(day: str, **values: Any) -> float:
        return score(reasons(telling_of(pledge), telling_of({**pledge, "date": day, **values})))

    assert by("2026-01") > VETO
    assert by("2026-02") == by("2026-01", measures=[]) == by("2026-01", action="resume") == VETO


def test_a_rule_that_never_took_effect_is_dropped_or_ended_in_its_field() -> None:
    dropped = telling_of({**BASE, "kind": "export_control", "action": "withdraw", "issues": ["chips"], "measures": []})
    ended = {**BASE, "kind": "export_control", "action": "lift", "measures": []}
    assert score(reasons(dropped, telling_of({**ended, "issues": ["chips"]}))) > VETO
    assert score(reasons(dropped, telling_of({**ended, "issues": ["energy"]}))) == VETO


def test_a_duty_on_small_parcels_is_hardly_the_one_on_all_goods_but_by_its_rate() -> None:
    on_goods, on_parcels = ({**BASE, "issues": issues} for issues in (["fentanyl-tariffs"], ["de-minimis"]))

    def near(**values: Any) -> float:
        return score(reasons(telling_of({**on_goods, **values}), telling_of({**on_parcels, **values})))

    assert near(measures=[]) <= score(reasons(telling_of(BASE), telling_of({**BASE, "measures": []}))) - 0.4
    assert near() >= 0.6


LISTED_FIRMS = {
    "kind": "export_control",
    "action": "lift",
    "date": "2025-08-12",
    "issues": [],
    "measures": [{"unit": "entities", "low": 9, "high": 9}],
    "title": "China lifts its measures on nine US firms",
}


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        ({"date": "2025-08-16"}, True),
        ({"date": "2025-08-22"}, False),
        ({"date": "2025-08-16", "action": "suspend"}, False),
        ({"date": "2025-08-16", "measures": []}, False),
        ({"date": "2025-08-16", "measures": [{"unit": "percent", "low": 9, "high": 9}]}, False),
    ],
    ids=["within a week", "later", "another action", "no number", "no number of parties"],
)
def test_what_falls_on_so_many_parties_is_dated_by_its_decision_or_by_the_day_on_which_it_began(
    other: dict[str, Any], is_one: bool
) -> None:
    decided = telling_of({**BASE, **LISTED_FIRMS}, date(2025, 8, 13))
    began = telling_of({**BASE, **LISTED_FIRMS, **other}, date(2025, 8, 23))
    assert (score(reasons(decided, began)) >= 0.5) == is_one
    assert score(reasons(decided, began)) == score(reasons(began, decided))


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        ({"date": "2025-06"}, True),
        ({"date": "2025-06-01"}, True),
        ({"date": "2025-06", "status": "occurred"}, False),
        ({"date": "2025-07"}, False),
        ({"date": "2025-06", "measures": []}, False),
    ],
    ids=["its month", "its day", "the deed", "another month", "no rate"],
)
def test_what_is_to_come_at_the_threatened_rate_on_the_threatened_day_is_the_threat(
    other: dict[str, Any], is_one: bool
) -> None:
    rate = [{"unit": "percent", "basis": "added", "low": 60, "high": 60}]
    title = {"title": "US threatens a 60% tariff", "side": "us", "measures": rate}
    threat = telling_of({**BASE, **title, "action": "threaten", "effective": "2025-06-01"}, date(2025, 5, 10))
    awaited = {**BASE, **title, "action": "impose", "status": "planned", **other}
    found = reasons(threat, telling_of(awaited, date(2025, 5, 12)))
    assert (score(found) != VETO) == is_one


def test_what_is_to_come_in_a_month_is_not_on_the_goods_that_another_account_names() -> None:
    on_hulls = {"object": "ship hulls", "effective": "2025-05-20"}
    assert weight(**on_hulls, date="2025-04") < weight(**on_hulls)
    assert any("only one of them" in one.said for one in found_of(**on_hulls, date="2025-04"))
    assert not any("only one of them" in one.said for one in found_of(**on_hulls))


def found_of(**other: Any) -> tuple[Resemblance, ...]:
    return reasons(telling_of(BASE), telling_of({**BASE, **other}))


def test_a_rate_among_others_tells_less_than_a_rate_alone() -> None:
    rates = [{"unit": "percent", "basis": "added", "low": rate, "high": rate} for rate in (84, 125)]
    months = {"unit": "months", "low": 6, "high": 6}
    assert weight(measures=rates) < weight() == weight(measures=[*BASE["measures"], months])
