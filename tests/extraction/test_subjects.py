"""What an act falls upon, under the name that a title gives it."""

from datetime import date

import pytest

from tests.extraction.reading import events


def titles(text: str) -> list[str]:
    return [event.title for event in events(text)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "China's Commerce Ministry put nine US firms on its unreliable entity list on 14 October 2025.",
            "China puts nine US firms on its Unreliable Entity List",
        ),
        (
            "China has required export licences for seven rare earths since 4 April 2025, its Commerce Ministry said.",
            "China requires export licences for seven rare earths",
        ),
        (
            "The US Postal Service stopped taking parcels from China on 4 February 2025.",
            "US Postal Service stops parcels from China and Hong Kong",
        ),
        (
            "China's market regulator opened an antitrust inquiry into Qualcomm on 10 October 2025.",
            "China opens an antitrust inquiry into Qualcomm",
        ),
        (
            "The US Commerce Department allowed Nvidia to sell its H20 chips to China on 14 July 2025.",
            "US allows sales of Nvidia's H20 chips to China",
        ),
        (
            "Negotiators of China and the United States held a third round of talks in Stockholm on 28 July 2025.",
            "US and China hold a third round of trade talks in Stockholm",
        ),
        ("The negotiators of both countries spoke on the telephone on Friday.", "US and China speak by phone"),
        (
            "China suspended imports of American logs on 4 March 2025, the customs office said.",
            "China suspends purchases of US logs",
        ),
        (
            "COFCO booked two shiploads of American soybeans on 5 August 2025.",
            "China buys two cargoes of US soybeans",
        ),
        (
            "Four grain merchants were given back their licences to sell soybeans to China on 6 August 2025.",
            "China readmits four US soybean exporters",
        ),
        (
            "On 3 October 2025 the Commerce Ministry in Beijing confirmed the details of the Madrid framework.",
            "US and China confirm the Madrid framework",
        ),
        (
            "On 2 August 2025 Washington published its list of terms of the truce with China.",
            "US and China agree on terms of the truce",
        ),
        (
            "China lifted its ban on American logs on 6 August 2025.",
            "China lifts its ban on US logs",
        ),
        (
            "President Trump imposed a 100% tariff on Chinese ship-to-shore cranes on 10 October 2025.",
            "US imposes a 100% tariff on Chinese ship-to-shore cranes",
        ),
    ],
)
def test_a_title_names_what_the_act_falls_upon(text: str, title: str) -> None:
    assert title in titles(text)


def test_of_two_acts_in_a_sentence_each_has_its_own_thing() -> None:
    text = (
        "On 4 April 2025 China's Commerce Ministry put 16 US firms on its export control list, and it placed eleven US "
        "firms on its unreliable entity list."
    )
    assert titles(text) == [
        "China puts 16 US firms on its Export Control List",
        "China puts 11 US firms on its Unreliable Entity List",
    ]


def test_a_duty_on_all_goods_is_on_nothing_else_that_the_sentence_names() -> None:
    text = (
        "On 1 February 2025 the US put 10% on all goods from China, and with one signature it did away with the rule "
        "that lets in shipments of small value duty-free."
    )
    assert titles(text) == ["US imposes a 10% fentanyl tariff on Chinese goods"]


def test_what_the_post_office_does_is_neither_the_duty_nor_the_end_of_the_exemption() -> None:
    text = (
        "On 1 February 2025 Washington imposed 10% on everything from China. Cheap parcels are to pay as well. "
        "The post office shuts its doors to parcels from China on the 4th."
    )
    assert titles(text) == [
        "US imposes a 10% fentanyl tariff on Chinese goods",
        "US is to end the de minimis exemption for small parcels from China",
        "US Postal Service stops parcels from China and Hong Kong",
    ]


def test_a_finding_is_no_inquiry_opened() -> None:
    text = "On 16 January the US trade representative determined that China's shipbuilding drive is unreasonable."
    assert titles(text) == ["US makes a finding in a Section 301 inquiry into China's shipbuilding drive"]


def test_a_rule_on_what_listed_firms_own_is_no_list() -> None:
    text = (
        "On 3 March 2025 Washington put two Chinese firms on its Entity List. "
        "In April came the American rule that puts a listed group's units on the list if it owns half of them."
    )
    assert titles(text) == [
        "US puts two Chinese entities on its Entity List",
        "US imposes the Affiliates Rule for firms owned 50% by listed parties",
    ]


def test_goods_that_are_one_of_many_do_not_name_the_exemption() -> None:
    text = "China matched the US rate with 125%. Ethane was among the goods that it quietly let in without paying."
    found = [event for event in events(text, published=date(2025, 5, 2)) if event.action == "suspend"]
    assert [event.object for event in found] == [""]
    text = text.replace("Ethane was among the goods that it", "Ethane it")
    found = [event for event in events(text, published=date(2025, 5, 2)) if event.action == "suspend"]
    assert [event.object for event in found] == ["ethane"]


def test_sellers_and_goods_readmitted_are_two_acts() -> None:
    text = "On 7 November 2025 China acted. Soybean shippers and logs from America are readmitted."
    found = [event for event in events(text, published=date(2025, 11, 9)) if event.kind == "purchase"]
    assert [event.object for event in found] == ["US soybean exporters", "US logs"]
