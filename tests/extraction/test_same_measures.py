"""Which measure a sentence goes on about, and whose it is."""

from datetime import date

import pytest

from tests.extraction.reading import acts, events

DAY = date(2025, 11, 6)


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (
            "The duty that Washington put on parcels from China was raised to 90% in April. "
            "In the truce of May 12 it was cut to 54 percent.",
            "US lowers its duty on small parcels from China to 54%",
        ),
        (
            "China raised its tariff on US goods to 125% in April. In the deal of May 12 it was reduced to 10%.",
            "China lowers its tariff on US goods to 10%",
        ),
    ],
)
def test_a_deal_told_between_hides_no_measure_that_it_is_about(told: str, title: str) -> None:
    assert title in [event.title for event in events(told, published=DAY)]


def test_what_and_joins_to_a_measure_falls_upon_the_same_side() -> None:
    told = "The White House told its terms. The fees on American ships and the sanctions on carriers are to be lifted."
    assert "export_control lift planned china" in acts(told, published=DAY)


def test_who_put_a_firm_on_its_list_is_told_by_what_was_told_of_it() -> None:
    told = (
        "Washington waits. China lets Illumina sell its machines again. The firm stays on the list on which it was put."
    )
    assert "export_control impose occurred china" in acts(told, published=DAY)


def test_nothing_is_imposed_by_points() -> None:
    told = (
        "Washington will lower the tariff on Chinese goods that was imposed to curb fentanyl by 10 percentage points."
    )
    [imposed] = [event for event in events(told, published=DAY) if event.action == "impose"]
    assert imposed.measures == ()


@pytest.mark.parametrize(
    "told",
    [
        "Beijing shut out nine US firms in March, when the tariff doubled.",
        "Another twelve names were denied dual-use goods at the start of this month, when the tariff doubled.",
        "Fentanyl: the tariff of May was why China came, and its doubling in June why it stayed.",
    ],
)
def test_the_duty_that_rose_when_china_acted_is_americas(told: str) -> None:
    found = [event.side for event in events(told, published=DAY) if (event.kind, event.action) == ("tariff", "raise")]
    assert found == ["us"]


def test_where_it_is_done_tells_who_does_it_if_nobody_is_named() -> None:
    told = "China lifted its fees on US ships. In Washington a request for comments on suspending the fees was posted."
    assert "port_fee suspend planned us" in acts(told, published=DAY)


def test_what_a_side_keeps_it_does_not_lay_anew() -> None:
    told = "US tariffs are as they were. China, with its own 24 points, is keeping a 10% duty on American goods."
    assert acts(told, published=DAY) == []
