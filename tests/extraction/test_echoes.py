"""Acts told by pointing at the one before are acts of the other side; what is only hoped for is none."""

from datetime import date

from tests.extraction.reading import acts, events

FEES = "Washington suspended its port fees on Chinese ships on 10 October 2025."


def test_doing_the_same_is_an_act_of_the_other_side() -> None:
    assert acts(f"{FEES} China did the same a day later.") == [
        "port_fee suspend occurred us",
        "port_fee suspend occurred china",
    ]


def test_the_echo_has_the_day_that_is_named_with_it() -> None:
    found = events(
        "Washington raised its tariff on China to 104% on 8 April 2025, and Beijing followed suit on 9 April."
    )
    assert [event.date for event in found] == ["2025-04-08", "2025-04-09"]


def test_what_is_planned_of_both_is_planned_of_the_second() -> None:
    text = "Washington will suspend the port fees for a year, with China doing likewise."
    assert "port_fee suspend planned china" in acts(text, published=date(2025, 10, 31))


def test_a_condition_echoes_nothing() -> None:
    assert acts(f"{FEES} China would do the same if the ministry agreed.") == ["port_fee suspend occurred us"]


def test_the_side_that_acted_does_not_echo_itself() -> None:
    assert acts(f"{FEES} Washington did the same a day later.") == ["port_fee suspend occurred us"]


def test_another_notice_told_next_is_an_act_of_its_own() -> None:
    text = (
        "On 9 October 2025 China's ministry issued a notice that requires licences for exports of rare earths. "
        "Another notice put smelting technology under licence."
    )
    assert acts(text) == ["export_control impose occurred china", "export_control impose occurred china"]


def test_a_demand_to_buy_is_not_what_the_other_side_does_likewise() -> None:
    text = "The US raised its tariff on Chinese goods to 30%. Trump wants China to double its soybean orders. China did likewise."
    assert "purchase propose occurred china" not in acts(text)


def test_what_a_side_does_once_more_is_an_act_of_its_own_day() -> None:
    text = "On 12 September Washington put 20 Chinese entities on its list and on 8 October it did so once more."
    assert [(event.side, event.date) for event in events(text)] == [("us", "2025-09-12"), ("us", "2025-10-08")]


def test_more_names_follow_on_a_day_of_their_own() -> None:
    text = "On 2 January Beijing put 28 US firms on its export control list. Seven more followed on 14 January."
    assert [event.date for event in events(text, published=date(2025, 2, 1))] == ["2025-01-02", "2025-01-14"]
    text = "On 2 January Trump met Xi in Seoul. Seven more followed on 14 January."
    assert acts(text, published=date(2025, 2, 1)) == ["talks hold occurred both"]


def test_an_echo_that_names_a_measure_is_of_such_a_measure() -> None:
    text = (
        "Washington extended its tariff pause by 90 days on 11 August. On 12 August it put nine Chinese firms on its "
        "Entity List. China does likewise with its tariff."
    )
    assert acts(text, published=date(2025, 8, 26))[-1].startswith(("tariff", "agreement", "export_control impose"))
    assert "export_control impose occurred china" not in acts(text, published=date(2025, 8, 26))


def test_in_a_chronology_an_echo_has_the_day_of_its_entry() -> None:
    found = events(
        "US and China trade\n\n9 April. Washington raises its tariff on China to 125%.\n\n11 April. Beijing does the same.",
        published=date(2025, 4, 20),
    )
    assert [(event.side, event.date) for event in found] == [("us", "2025-04-09"), ("china", "2025-04-11")]


def test_an_act_of_two_paragraphs_before_is_not_pointed_at() -> None:
    text = f"{FEES}\n\nShares rose.\n\nChina did the same with its fees."
    assert acts(text) == ["port_fee suspend occurred us"]
