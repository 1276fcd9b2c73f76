"""Wordings of everyday reports: what is dropped, averted, awaited, adjusted, sent back or only waited for."""

from datetime import date

import pytest

from tests.extraction.reading import events

TITLE = "US and China in trade dispute"


def told(text: str, published: date) -> list[str]:
    return [
        f"{one.kind} {one.action} {one.status} {one.side} {one.date}".rstrip()
        for one in events(text, published=published, title=TITLE)
    ]


AUTUMN = date(2025, 11, 17)
SPRING = date(2025, 4, 24)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What was threatened and is given up.
        ("Under the deal Washington agreed not to impose the extra 100% tariffs on Chinese imports.", "tariff withdraw occurred us"),
        ("The US will not go ahead with the threatened duties on Chinese goods, Bessent said.", "tariff withdraw occurred us"),
        ("Washington shelved plans for a 100% tariff on Chinese goods.", "tariff withdraw occurred us"),
        ("The framework averted the 100% tariffs on Chinese goods.", "tariff withdraw occurred us"),
        # What follows the other side's step, or prolongs what is.
        ("China will make matching adjustments to its countermeasures against these US tariffs.", "tariff lower planned china"),
        ("The 10 percent tariff on Chinese goods is to stay in place until November 10, 2026.", "tariff extend occurred us"),
        # A deal that waits for the leaders, and what it may bring.
        ("The framework between the US and China still needs the approval of both presidents.", "agreement approve expected both"),
        ("The pact that Beijing and Washington drew up is subject to sign-off from Trump and Xi.", "agreement approve expected both"),
        ("The deal with China may bring new purchases of American sorghum.", "purchase resume expected china"),
        ("Trump and Xi met in Busan, spoke of trade at length, and agreed to expand cooperation in energy.", "agreement agree occurred both"),
        ("A deal between the US and China on rare earths will hopefully be finished by Thanksgiving.", "agreement agree expected both 2025-11-27"),
        # Controls told by what was announced, by what will flow, by what a report claimed.
        ("Ties have soured since Beijing's announcement last week of new limits on rare earth exports.", "export_control impose occurred china 2025-11-10/2025-11-16"),
        ("Magnets will again be shipped without restriction, Bessent said of China.", "export_control lift planned china"),
        ("The secretary insisted that rare earths under the deal with China “will flow freely as they did” in March.", "export_control lift planned china"),
        ("Bessent dismissed a newspaper report that China planned to limit access to rare earths.", "export_control impose denied china"),
        ("China suspended a series of export control measures it announced on October 9.", "export_control impose occurred china 2025-10-09"),
        # The terms that go for others too, and who is let in no more.
        ("Similar terms would also be offered to AMD and Intel for sales to China.", "corporate approve expected us"),
        ("The Chinese side is considering restricting access to the H200 chips.", "corporate impose expected china"),
    ],
)  # fmt: skip
def test_autumns_reports(text: str, expected: str) -> None:
    assert expected in told(text, AUTUMN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Another aircraft, first meant for a Chinese airline, flew back to the United States on April 21.", "corporate reject occurred china 2025-04-21"),
        ("Two Boeing jets painted for Xiamen Airlines have returned to the maker's plant.", "corporate reject occurred china"),
        ("The US has lately made drastic changes to its tariff rules for small parcels.", "tariff raise occurred us"),
        ("Beijing will challenge the US duty at the World Trade Organization.", "legal announce planned china"),
        ("China on Friday announced a slew of countermeasures against duties put on by Trump, including extra tariffs of 34% on all US goods.", "tariff impose occurred china 2025-04-18"),
        ("From 3 to 5 March, Li visited the US, where he engaged with officials about the truce.", "talks hold occurred both 2025-03-03/2025-03-05"),
        # A list of units between dashes parts no date from its act.
        ("On April 14, China put five units — Alpha Yard, Beta Shipping, Gamma Ocean USA, Delta Holdings and HS Holdings — on a list banning Chinese firms from dealing with them.", "export_control impose occurred china 2025-04-14"),
        # How the older rate came to be is told as done.
        ("Trump announced on April 2 that China would be hit with a 34% tariff, on top of the 20% he imposed in March.", "tariff impose occurred us 2025-03"),
        ("The order lowers the “fentanyl duties,” imposed in February, on Chinese goods.", "tariff impose occurred us 2025-02"),
        ("Trump on Wednesday announced that Chinese goods would be hit with a 34% tariff.", "tariff impose occurred us 2025-04-23"),
        ("The president insisted that duties on Chinese goods would “fall a lot.”", "tariff lower planned us"),
        # One truce sets both sides' duties.
        ("The truce has set fresh U.S. duties on Chinese goods at 30 percent, while Chinese levies on trade the other way stand at 10 percent.", "tariff lower occurred us"),
        ("The truce has set fresh U.S. duties on Chinese goods at 30 percent, while Chinese levies on trade the other way stand at 10 percent.", "tariff lower occurred china"),
        # Sentences run together.
        ("Pressure leads nowhere, the ministry stressed.In March, the US issued export control rules on Huawei chips.", "export_control impose occurred us 2025-03"),
    ],
)  # fmt: skip
def test_springs_reports(text: str, expected: str) -> None:
    assert expected in told(text, SPRING)


@pytest.mark.parametrize(
    "text",
    [
        "The US will not impose the 100% duty on Chinese goods if Beijing yields.",
        "China introduced a 15% tariff on US imports including chicken and wheat, along with a 10% duty on soybeans.",
        "Nothing between the US and China is agreed until we speak with President Trump, Bessent said.",
        "The president would have the final call on any truce with China, Greer said.",
        "The government supports firms in conducting business negotiations with China and America.",
        "China took a case to the WTO against tariffs on its electric cars by the European Union.",
        "Trump announced that Chinese goods would bear 34%, on top of the 20% of March, bringing the total new levies to 54%.",
    ],
)
def test_what_is_told_there_is_no_such_act(text: str) -> None:
    acts = told(text, SPRING)
    assert not [
        act for act in acts if act.startswith(("tariff withdraw", "purchase", "talks", "legal", "tariff raise"))
    ]


def test_the_day_of_a_rule_that_is_suspended_is_the_rules_own() -> None:
    text = (
        "The U.S. side will suspend for one year the implementation of the Affiliates Rule announced on September 29."
    )
    acts = told(text, date(2025, 10, 30))
    assert "export_control suspend planned us" in acts
    assert "export_control impose occurred us 2025-09-29" in acts


def test_the_end_that_is_put_off_is_no_beginning() -> None:
    text = (
        "Some Section 301 exclusions for Chinese goods will be extended from November 29, 2025, to November 10, 2026."
    )
    told = events(text, published=date(2025, 11, 7), title=TITLE)
    assert [(one.action, one.effective, one.ends) for one in told] == [("extend", "", "2026-11-10")]
