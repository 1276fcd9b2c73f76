"""Acts told in a sentence that is about another: in asides, as somebody's decision, as what was hit; and their days."""

from datetime import date

import pytest

from tests.extraction.reading import events

TITLE = "US and China in trade war"


def told(text: str, published: date = date(2025, 11, 18)) -> set[str]:
    found = events(text, title=TITLE, published=published)
    return {f"{e.kind} {e.action} {e.status} {e.side} {e.date}".rstrip() for e in found}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "Chinese airlines refused Boeing jets in answer to the U.S. decision to impose 145% tariffs on China.",
            "tariff impose occurred us",
        ),
        ("Trump and Xi agreed to trim U.S. tariffs on China.", "agreement agree occurred both"),
        ("China was hit with a new 10% tariff in February.", "tariff impose occurred us 2025-02"),
        (
            "Deliveries of Boeing jets stopped in April in response to duties imposed by President Trump.",
            "corporate suspend occurred china 2025-04",
        ),
        (
            "The US announced a one-year suspension, effective 10 November 2025, of the port fees imposed this year.",
            "port_fee suspend occurred us 2025-11-10",
        ),
        (
            "Washington announced the suspension of the tariffs imposed in April on Chinese goods.",
            "tariff suspend occurred us",
        ),
        ("Trump is slated to meet Chinese President Xi Jinping in April 2026.", "talks hold planned both 2026-04"),
        (
            "Representatives of the two biggest economies will meet in London on 24 November.",
            "talks hold planned both 2025-11-24",
        ),
    ],
)
def test_whose_act_it_is_and_how_firmly(text: str, act: str) -> None:
    assert act in told(text)


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("China's COFCO bought ten cargoes of US soybeans for shipment in December and January.", ""),
        ("Traders reported on November 17 that China had bought ten cargoes of US soybeans.", ""),
        ("Bessent said on Thursday that China agreed to buy 25 million tons of US soybeans a year.", ""),
        ("China agreed to buy 12 million tons of US soybeans between now and January.", "../2026-01"),
    ],
)
def test_the_day_of_words_and_of_shipment_is_none_on_which_goods_are_bought(text: str, dated: str) -> None:
    assert [event.date for event in events(text, title=TITLE, published=date(2025, 11, 18))] == [dated]


def test_an_authoritys_word_dates_what_it_says_it_had_done() -> None:
    assert "port_fee suspend occurred china 2025-11-17" in told(
        "The transport ministry said on Monday that China had suspended its port fees on US ships."
    )


def test_what_was_to_come_in_an_entry_of_a_chronology_has_come() -> None:
    text = "The key moments of the trade war.\n\nMarch 4, 2025\n\nAdditional 10% tariffs on all Chinese goods will go into effect.\n\n"
    assert told(text, date(2025, 6, 11)) == {"tariff impose occurred us 2025-03-04"}


def test_the_same_day_is_that_of_the_heading_and_not_one_on_which_terms_begin() -> None:
    text = (
        "February 1, 2025\n\nThe US imposes a 10% tariff on Chinese goods.\n\nFebruary 4, 2025\n\n"
        "China's Finance Ministry announces that it will impose, as of February 10, a 15% levy on US coal.\n\n"
        "On the same day, China's Ministry of Commerce announced export controls on tungsten."
    )
    assert "export_control impose occurred china 2025-02-04" in told(text, date(2025, 6, 9))


def test_dashes_part_the_days_of_the_aside_from_those_of_the_act() -> None:
    text = (
        "The US restricted exports of ethane to China.\n\nThe Bureau of Industry and Security said that the rules "
        "— which required licenses for any exports to China — have been rescinded, according to filings on 16 November."
    )
    assert "export_control lift occurred us 2025-11-16" in told(text)


def test_a_second_volume_needs_no_tonnes_and_bushels_are_none() -> None:
    text = "China agreed to buy 12 million tons (440 million bushels) of US soybeans, and then 25 million a year."
    found = events(text, title=TITLE)
    assert [measure.low for event in found for measure in event.measures] == [12e6, 25e6]


def test_an_airline_town_before_the_dash_dates_nothing() -> None:
    text = "Beijing, May 13 - Chinese airlines suspended deliveries of Boeing jets."
    assert [event.date for event in events(text, title=TITLE, published=date(2025, 5, 13))] == [""]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "On August 11 the US and China agreed to extend the tariff truce by 90 days.",
            {"agreement extend occurred both 2025-08-11"},
        ),
        (
            "On May 12 the US reduced its tariffs on Chinese goods from 145% to 30%, China from 125% to 10%.",
            {"tariff lower occurred us 2025-05-12", "tariff lower occurred china 2025-05-12"},
        ),
        (
            "China has not yet renewed nine registrations of US pork plants that expired on April 20.",
            {"purchase suspend occurred china 2025-04-20"},
        ),
        (
            "The rules, unveiled by China in October, expanded export controls on rare earths.",
            {"export_control impose occurred china 2025-10"},
        ),
        (
            "The deal of May 12 cut US tariffs on Chinese goods to 30% and Chinese tariffs on US goods to 10%.",
            {"tariff lower occurred us", "tariff lower occurred china", "agreement agree occurred both 2025-05-12"},
        ),
        ("Under the agreement, China would suspend its export controls.", {"export_control suspend planned china"}),
        ("Trump spoke, while analysts warn of higher US tariffs on China.", set()),
        ("The truce averts a rise that would have sent US tariffs on Chinese goods to 145%.", set()),
    ],
)
def test_what_a_deal_or_a_gap_tells(text: str, acts: set[str]) -> None:
    assert told(text) == acts


def test_fees_on_chinese_ships_are_american_whoever_speaks_of_them() -> None:
    text = "Cosco of China said it would bear the fees on Chinese-built ships calling at U.S. ports to be levied in October."
    assert [event.side for event in events(text, title=TITLE, published=date(2025, 10, 8))] == ["us"]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "Trump issued Executive Order 14266 on April 9, which paused the tariffs on most countries but raised the "
            "rate on China to 125 percent.",
            {"tariff suspend occurred us 2025-04-09", "tariff raise occurred us 2025-04-09"},
        ),
        (
            "The US and China reached a framework deal in Madrid for TikTok on September 15.",
            {"agreement agree occurred both 2025-09-15"},
        ),
        ("Reports show no new soybean bookings from China.", {"purchase suspend occurred china"}),
        (
            "China's ministry said that exemptions from the export ban had been granted on November 9 for civilian chips.",
            {"export_control suspend occurred china 2025-11-09"},
        ),
        (
            "A trip to Washington by China's Li Chenggang in August yielded little.",
            {"talks hold occurred both 2025-08"},
        ),
    ],
)
def test_what_a_paper_a_deal_or_a_trip_tells(text: str, acts: set[str]) -> None:
    assert told(text) == acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "The White House told of a deal on Saturday, including a pause in Beijing's new restrictions on rare earths.",
            {"export_control suspend occurred china 2025-11-15"},
        ),
        (
            "China on November 10 imposed a special port fee on US vessels.\n\n"
            "Starting November 14, China will charge port fees on US vessels.",
            {"port_fee impose occurred china 2025-11-10"},
        ),
        (
            "Xi committed to buying 12 million tons of US soybeans through January.",
            {"purchase agree planned china ../2026-01"},
        ),
        (
            "Beijing banned transactions with five American units of a shipbuilder.",
            {"export_control impose occurred china"},
        ),
        ("Trump scrapped the brunt of his tariff on Chinese goods in May.", {"tariff lift occurred us 2025-05"}),
    ],
)
def test_owners_terms_and_ends(text: str, acts: set[str]) -> None:
    assert {act for act in told(text) if not act.startswith("agreement")} == acts
