"""Which event a description means: what contradicts falls away, what fits best is left, and of two nobody is meant."""

from datetime import date
from typing import Any

import pytest

from tradewatch import edtf
from tradewatch.ingestion.known import Catalogue, Known
from tradewatch.ingestion.meant import events_meant
from tradewatch.records.models import Event


def known(kind: str, action: str, day: str, *, accounts: int = 1, **values: Any) -> Known:
    bounds = edtf.bounds_of(day) if day else None
    event = Event(
        kind=kind, action=action, status=values.get("status", "occurred"), side=values.get("side", "china"), date=day,
        earliest=bounds.earliest if bounds else None, latest=bounds.latest if bounds else None,
    )  # fmt: skip
    one = Known(event=event)
    for _ in range(accounts):
        one.add(None, {"action": action, **values})  # type: ignore[arg-type]
    return one


def listing(day: str, count: float, **values: Any) -> Known:
    measures = [{"unit": "entities", "low": count}]
    return known("export_control", "impose", day, object="Export Control List", measures=measures, **values)


LISTS = {"kind": "export_control", "side": "china", "actions": ["impose"], "thing": "Export Control List"}
LIFTED = known("export_control", "lift", "2025-11-05")


def meant(about: dict[str, Any], events: list[Known], own: Known = LIFTED, by: date | None = None) -> list[Known]:
    return events_meant(about, own, by, Catalogue([own, *events]))


def test_the_count_or_the_day_tells_which_of_several_listings_is_meant() -> None:
    march, april = listing("2025-03-04", 15), listing("2025-04-04", 16)
    assert meant({**LISTS, "figure": 15}, [march, april]) == [march]
    assert meant({**LISTS, "day": "2025-04-04"}, [march, april]) == [april]
    assert meant({**LISTS, "day": "2025-03"}, [march, april]) == [march]


def test_of_two_that_fit_alike_none_is_meant_unless_the_words_say_which() -> None:
    march, april = listing("2025-03-04", 15), listing("2025-04-04", 16)
    assert meant(LISTS, [march, april]) == []
    assert meant({**LISTS, "several": "last"}, [march, april]) == [april]
    assert meant({**LISTS, "several": "first"}, [march, april]) == [march]


def test_one_act_told_twice_counts_as_one_and_the_better_known_is_meant() -> None:
    once, often = listing("2025-03", 15), listing("2025-03-04", 15, accounts=3)
    assert meant({**LISTS, "figure": 15}, [once, often]) == [often]
    assert meant({**LISTS, "figure": 15}, [often, once]) == [often]


@pytest.mark.parametrize(
    "other",
    [
        listing("2025-12-01", 15),  # later than what undoes it
        listing("2025-11-05", 15),  # of the same day
        listing("2025-03-04", 15, side="us"),
        listing("2025-03-04", 15, status="expected"),
        known("export_control", "suspend", "2025-03-04", object="Export Control List"),
    ],
)
def test_what_contradicts_the_description_is_not_meant(other: Known) -> None:
    assert meant({**LISTS, "figure": 15}, [other]) == []


def test_a_text_speaks_of_nothing_that_came_after_it() -> None:
    undated = known("export_control", "lift", "")
    assert meant({**LISTS, "figure": 15}, [listing("2025-03-04", 15)], undated, date(2025, 3, 1)) == []
    assert meant({**LISTS, "figure": 15}, [listing("2025-03-04", 15)], undated, date(2025, 4, 1))


def test_what_is_named_goes_before_what_is_only_said_to_be_of_those_days() -> None:
    deal = {"kind": "agreement", "side": "both", "actions": ["agree"], "place": "Geneva"}
    named = known("agreement", "agree", "2025-05-12", side="both", object="truce in Geneva")
    near = known("agreement", "agree", "2025-05-12", side="both", object="deal")
    talks = known("talks", "hold", "2025-05-10/2025-05-11", side="both", object="trade talks in Geneva")
    assert meant(deal, [near, named, talks]) == [named]
    assert meant(deal, [near, talks]) == [near]
    vague = known("talks", "hold", "2025-05", side="both", object="trade talks in Geneva")
    assert meant(deal, [near, vague]) == []


def test_all_notices_of_a_day_are_meant_but_no_list_of_parties() -> None:
    day = "2025-10-09"
    notices = [known("export_control", "impose", day, object=name) for name in ("rare earths", "lithium batteries")]
    about = {"kind": "export_control", "side": "china", "actions": ["impose"], "day": day, "several": "all"}
    assert meant(about, [*notices, listing(day, 14)]) == notices


def test_what_has_been_undone_since_is_not_meant() -> None:
    barred = known("corporate", "suspend", "2025-04-09", object="Nvidia's H20 chips", side="us")
    freed = known("corporate", "approve", "2025-07-14", object="Nvidia's H20 chips", side="us")
    again = known("corporate", "approve", "2025-08-11", object="Nvidia's H20 chips", side="us")
    about = {
        "kind": "corporate", "side": "us", "actions": ["suspend"], "thing": "Nvidia's H20 chips", "several": "last",
        "unless": ["approve"],
    }  # fmt: skip
    assert meant(about, [barred], freed) == [barred]
    assert meant(about, [barred, freed], again) == []


def test_a_number_that_is_cited_names_its_act_whatever_else_is_said() -> None:
    order = known("tariff", "impose", "2025-04-02", side="us", instruments=[{"scheme": "EO", "number": "14257"}])
    about = {"kind": "tariff", "actions": ["impose"], "instruments": [["EO", "14257"]]}
    assert meant(about, [order], known("tariff", "suspend", "2025-05-12", side="us")) == [order]


def test_what_goes_on_for_some_was_begun_for_more() -> None:
    measures = [{"unit": "entities", "low": 28}]
    begun = known("export_control", "suspend", "2025-05-14", object="Export Control List", measures=measures)
    about = {**LISTS, "actions": ["suspend", "extend"], "figure": 16, "several": "last"}
    assert meant(about, [begun], known("export_control", "extend", "2025-08-12")) == [begun]
    assert meant(about, [begun], known("export_control", "lift", "2025-08-12")) == []


def test_a_further_round_takes_up_what_was_spoken_of_last_and_a_deal_what_was_spoken_of_face_to_face() -> None:
    talks = known("talks", "hold", "2025-09-14/2025-09-15", side="both", object="trade talks in Madrid")
    call = known("talks", "hold", "2025-10-18", side="both", object="video call")
    about = {"kind": "talks", "side": "both", "actions": ["hold"], "several": "last"}
    assert meant(about, [talks, call], known("talks", "hold", "2025-10-25/2025-10-26", side="both")) == [call]
    deal = known("agreement", "agree", "2025-10-26", side="both")
    assert meant({**about, "thing": "talks"}, [talks, call], deal) == [talks]


def test_what_is_done_to_small_parcels_is_not_called_the_tariff() -> None:
    parcels = known("tariff", "impose", "2025-02-01", side="us", issues=["de-minimis"])
    duty = known("tariff", "impose", "2025-02-01", side="us", issues=["fentanyl-tariffs"])
    about = {"kind": "tariff", "side": "us", "actions": ["impose"], "day": "2025-01-28/2025-02-04", "several": "last"}
    answer = known("export_control", "impose", "2025-02-04")
    assert meant(about, [parcels, duty], answer) == [duty]
