"""How well events fit a description: by the name that most accounts give them, by rate, count and firm."""

from typing import Any

import pytest

from tests.ingestion.test_meant import known, listing, meant
from tradewatch.ingestion.known import name_by_listing

FARM = {"kind": "tariff", "side": "china", "actions": ["impose"], "thing": "US farm goods", "several": "last"}


def duty(side: str, day: str, rate: float, **values: Any) -> Any:
    return known("tariff", "raise", day, side=side, measures=[{"unit": "percent", "low": rate}], **values)


def test_what_most_accounts_call_it_goes_before_what_some_do() -> None:
    coal = known("tariff", "impose", "2025-05-04", object="US farm goods")
    coal.things.update({"coal": 3})
    farm = known("tariff", "impose", "2025-03-04", object="US farm goods")
    assert meant(FARM, [coal, farm], known("tariff", "lift", "2025-11-05")) == [farm]


def test_a_step_is_one_of_the_duty_on_all_goods() -> None:
    coal = known("tariff", "impose", "2025-04-07", object="coal")
    first = duty("china", "2025-04-04", 34)
    about = {"kind": "tariff", "side": "china", "actions": ["impose", "raise"], "several": "last", "is_general": True}
    assert meant(about, [coal, first], duty("china", "2025-04-09", 84)) == [first]
    assert meant(about, [coal], duty("china", "2025-04-09", 84)) == []
    assert meant(about, [first], duty("china", "2025-04-09", 84, object="coal")) == []
    assert meant(about, [first], duty("china", "", 84)) == []


@pytest.mark.parametrize(("rate", "answered"), [(84.0, True), (125.0, False)])
def test_of_two_rises_on_one_day_the_lower_came_first(rate: float, answered: bool) -> None:
    other = duty("us", "2025-04-09", rate)
    about = {"kind": "tariff", "side": "us", "actions": ["raise"], "several": "last", "within": 7}
    assert meant(about, [other], duty("china", "2025-04-09", 84.5)) == ([other] if answered else [])


@pytest.mark.parametrize(("day", "is_near"), [("2025-04-04", True), ("2025-03-20", False), ("2025-04", False)])
def test_what_lies_so_many_days_before_is_meant(day: str, is_near: bool) -> None:
    blow = duty("us", day, 34)
    about = {"kind": "tariff", "side": "us", "actions": ["raise"], "several": "last", "within": 7}
    assert meant(about, [blow], duty("china", "2025-04-09", 84)) == ([blow] if is_near else [])


def test_those_of_a_day_came_upon_one_list() -> None:
    """The sixteen of 4 April are on one list and the eleven on another; what is done to either goes by its name."""
    sixteen = listing("2025-04-04", 16)
    eleven = known(
        "export_control", "impose", "2025-04-04", object="Unreliable Entity List",
        measures=[{"unit": "entities", "low": 11}],
    )  # fmt: skip
    respites = [
        known("export_control", "suspend", "2025-05-14", object=name)
        for name in ("Export Control List", "Unreliable Entity List")
    ]
    for count, respite in ((16, respites[0]), (11, respites[1])):
        about = {
            "kind": "export_control", "side": "china", "actions": ["suspend"], "figure": count,
            "listed_on": "2025-04-04", "several": "last",
        }  # fmt: skip
        own = known("export_control", "extend", "2025-08-12", links=[{"about": about}])
        name_by_listing([sixteen, eleven, *respites, own])
        assert meant(about, respites, own) == [respite]


def test_a_firm_is_the_same_in_whatever_it_runs() -> None:
    waivers = known("export_control", "impose", "2025-08-29", side="us", object="chip-tool waivers of Hanmi plants")
    about = {
        "kind": "export_control", "side": "us", "actions": ["impose"], "thing": "export licences for Hanmi Steel",
        "several": "last",
    }  # fmt: skip
    own = known("export_control", "approve", "2025-12-30", side="us")
    assert meant(about, [waivers], own) == [waivers]
    assert meant({**about, "thing": "export licences for Dongbu Steel"}, [waivers], own) == []


def test_a_deal_goes_before_the_talks_of_its_day() -> None:
    talks = known("talks", "hold", "2025-09-14", side="both", object="trade talks in Madrid")
    deal = known("agreement", "agree", "2025-09-14", side="both", object="framework")
    about = {
        "kind": "agreement", "also": "talks", "side": "both", "actions": ["agree", "hold"], "several": "last", "within": 14,
    }  # fmt: skip
    call = known("talks", "hold", "2025-09-19", side="both", object="phone call")
    assert meant(about, [talks, deal], call) == [deal]
    assert meant(about, [talks], call) == [talks]


def test_what_falls_on_farm_goods_takes_back_what_fell_on_farm_goods() -> None:
    """The account names the rate alone, another one the goods."""
    coal, farm = (
        known("tariff", "impose", day, object=name, measures=[{"unit": "percent", "low": 15}])
        for day, name in (("2025-02-04", "coal"), ("2025-03-04", "US farm goods"))
    )
    about = {"kind": "tariff", "side": "china", "actions": ["impose"], "figure": 15}
    assert meant(about, [coal, farm], known("tariff", "lift", "2025-11-05", object="US farm goods")) == [farm]
    assert meant(about, [coal, farm], known("tariff", "lift", "2025-11-05")) == []


def test_what_the_post_does_with_parcels_is_not_the_exemption() -> None:
    ended = known("tariff", "impose", "2025-02-01", side="us", object="small parcels", issues=["de-minimis"])
    halt = known("tariff", "impose", "2025-02-04", side="us", object="parcels by post", issues=["de-minimis"])
    about = {"kind": "tariff", "side": "us", "actions": ["impose"], "issues": ["de-minimis"], "several": "last"}
    assert meant(about, [ended, halt], known("tariff", "suspend", "2025-02-05", side="us")) == [ended]


def test_of_steps_without_a_day_the_order_is_not_known() -> None:
    about = {"kind": "tariff", "side": "china", "actions": ["raise"], "several": "last", "is_general": True}
    assert meant(about, [duty("china", "", 54)], duty("china", "2025-04-09", 84)) == []
