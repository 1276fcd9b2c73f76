"""Which date an act gets in a chronology, and in asides and spans that carry days of their own."""

from datetime import date

from tests.extraction.reading import events

ENTRIES = """January 21 – A day after taking office, Trump threatens a 10% duty on Chinese imports.

February 4 – Beijing answers with a 15% levy on US coal.

It also restricted exports of five metals.

March 4 – The US doubles its duty on Chinese goods to 20%.

It also closed the de minimis loophole for parcels from China.
"""


def dates(text: str, **envelope: object) -> dict[str, str]:
    return {f"{e.kind} {e.action}": e.date for e in events(text, **envelope)}  # type: ignore[arg-type]


def test_what_follows_an_entry_of_a_chronology_bears_the_date_of_the_entry() -> None:
    found = dates(ENTRIES, title="US and China: a timeline", published=date(2025, 6, 1))
    assert found["export_control impose"] == "2025-02-04"


def test_an_entry_that_has_gone_on_to_another_day_dates_no_more() -> None:
    text = (
        "January 21: Trump threatens a 10% duty on Chinese imports.\n\n"
        "February 1: Trump puts 10% on Chinese goods. The post office closes on the 4th. China looks into Google.\n\n"
        "March 4: The US doubles its duty on Chinese goods to 20%.\n"
    )
    found = dates(text, title="US and China: a timeline", published=date(2025, 6, 1))
    assert found["investigation announce"] == ""


def test_an_entry_of_several_days_dates_what_it_tells_whoever_acts() -> None:
    text = (
        "**2–4 February.** Trump signs an order. The post office stops parcels.\n\n"
        "**29 September–8 October.** The US added nine Chinese firms to its Entity List. China summoned Nvidia.\n\n"
        "**Late November.** Nobody did a thing."
    )
    found = dates(text, title="The US and China in 2025", published=date(2025, 12, 1))
    assert found["export_control impose"] == found["investigation announce"] == "2025-09-29/2025-10-08"


def test_a_heading_with_a_shortened_month_dates_what_stands_under_it() -> None:
    text = "The key moments of the trade war between the US and China.\n\nFeb. 4, 2025\n\nNew 10% tariffs on all Chinese imports to the U.S. come into effect."
    assert dates(text, title="The US and China in 2025", published=date(2025, 6, 1)) == {"tariff impose": "2025-02-04"}


def test_the_day_of_what_an_aside_tells_is_not_that_of_the_act() -> None:
    text = (
        "On November 9, 2025, following the announcement on November 1, 2025, of a trade deal, the US Trade "
        "Representative suspended its port fees on Chinese ships."
    )
    assert dates(text, published=date(2025, 11, 12))["port_fee suspend"] == "2025-11-09"


def test_the_day_of_the_figures_is_not_that_of_the_purchase() -> None:
    text = "According to figures released on November 14, China bought twelve cargoes of US soybeans."
    assert dates(text, published=date(2025, 11, 18)) == {"purchase resume": ""}


def test_a_promise_for_several_years_spans_them() -> None:
    for years in ("from 2026 to 2028", "in 2026, 2027 and 2028", "in each of 2026, 2027, and 2028"):
        text = f"China will buy 25 million tonnes of US soybeans a year {years}."
        assert dates(text, published=date(2025, 11, 5)) == {"purchase agree": "2026/2028"}


def test_a_stop_told_from_month_to_month_is_dated_by_the_span() -> None:
    text = "China avoided American soybeans from June through October."
    assert dates(text, published=date(2025, 11, 19)) == {"purchase suspend": "2025-06/2025-10"}


def test_terms_that_began_before_the_news_are_no_part_of_it() -> None:
    text = (
        "China bought ten cargoes of US soybeans on Nov. 17, traders said. "
        "It withdrew its duties on US beans, effective Nov. 10."
    )
    assert dates(text, published=date(2025, 11, 19))["tariff lift"] == "2025-11-10"


def test_what_the_next_paragraph_goes_on_to_tell_is_of_the_same_day() -> None:
    text = (
        "China replied on April 4 with a tariff of 34% on US goods.\n\n"
        "It also put seven rare earths under an export licence. It added 11 US companies to its unreliable entity list."
    )
    found = [(e.kind, e.date) for e in events(text, title="US and China in trade war", published=date(2025, 6, 6))]
    assert found == [("tariff", "2025-04-04"), ("export_control", "2025-04-04"), ("export_control", "2025-04-04")]


def test_the_day_of_all_that_is_listed_holds_until_the_next_heading() -> None:
    text = (
        "The notices side by side\n\nBeijing\n\nAll of these are dated November 5.\n\n"
        "- China suspends 24 points of its tariff on US goods for another year.\n\n"
        "- In a second notice China ends its duties of 10% on US soybeans.\n\n"
    )
    found = events(text, title="US and China in trade war", published=date(2025, 11, 6))
    assert {e.date for e in found} == {"2025-11-05"}


def test_the_day_on_which_parties_were_listed_is_not_that_of_the_change() -> None:
    text = "For the 16 US entities included on April 4 China extends the suspension of its export control list."
    assert "2025-04-04" not in dates(text, title="US and China in trade war", published=date(2025, 11, 11)).values()


def test_an_entry_dates_what_is_to_come_as_well_and_the_target_that_moves() -> None:
    text = (
        "**2–4 February.** Trump puts 10% on Chinese goods. Cheap parcels are to pay as well. Trump signs an order.\n\n"
        "**8–12 March.** Both sides stay calm. The soybean deadline slides to 28 April.\n\n"
        "**2–4 April.** Trump announces 34% on Chinese goods.\n"
    )
    found = events(text, title="US and China: the story so far", published=date(2025, 6, 1))
    assert [e.date for e in found if e.object == "small parcels"] == ["2025-02-02/2025-02-04"]
    assert [e.date for e in found if (e.kind, e.action) == ("purchase", "extend")] == ["2025-03-08/2025-03-12"]
