"""What papers and law firms tell beside the news, and what only looks like an act of the dispute."""

from datetime import date

import pytest

from tests.extraction.reading import events

TITLE = "US and China in trade dispute"


def told(text: str, published: date) -> list[str]:
    return [
        f"{one.kind} {one.action} {one.status} {one.side} {one.date}".rstrip()
        for one in events(text, published=published, title=TITLE)
    ]


NOVEMBER = date(2025, 11, 18)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Chinese officials said that letting the chips go to China did not compromise their safety in trade with the US.", "agreement"),
        ("China has asked for dispute consultations with the WTO over the US tariffs.", "talks"),
        ("Beijing has sought consultations with the World Trade Organization about the US duties.", "talks"),
        ("Beijing's grip on the supply chain for rare earths has long worried the Pentagon and the US.", "export_control"),
        ("Banks asked about Chinese borrowers held, directly or indirectly, by parties placed on the Entity List.", "export_control"),
        ("Lawyers wrote at length of affiliates of Chinese firms named on the Entity List.", "export_control"),
        ("The American retailer has already been under scrutiny from Chinese regulators.", "investigation"),
        ("Phones are exempted from the 10% tariff on most US trading partners.", "tariff suspend occurred china"),
        ("The step shows attempts by Beijing to engage Trump in talks.", "talks"),
        ("Efforts by both capitals, the US and China, to hold a new round of talks go on.", "talks hold occurred"),
        ("Two Chinese drone makers were named in a House bill that would bar them from US ports.", "export_control"),
        ("Three of China's banks were included in a draft that lawmakers in the US have written.", "export_control"),
        ("Toys from China are currently subject to a 145% tariff in the US.", "tariff"),
        ("The US government widened its aluminum and steel duties in the spring.", "tariff"),
    ],
)  # fmt: skip
def test_what_is_no_act(text: str, unwanted: str) -> None:
    assert not [one for one in told(text, NOVEMBER) if one.startswith(unwanted)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares rose last week when Trump met Chinese leader Xi Jinping in Busan.", "talks hold occurred both 2025-11-10/2025-11-16"),
        ("On Thursday a federal court paused the block on Trump's tariffs on China.", "legal suspend occurred us 2025-11-13"),
        ("The commission would remove the duties of up to 15% on US farm goods from November 20, China said.", "tariff lift planned china 2025-11-20"),
        ("China has largely held off on buying US grain this year.", "purchase suspend occurred china 2025"),
        ("Chinese mills held off from ordering American wheat in May.", "purchase suspend occurred china 2025-05"),
        ("As Trump is likely to visit, Beijing announced that it has tightened its curbs on rare earth exports.", "export_control impose occurred china"),
        ("The duties reached what was considered an embargo, and the US and China held talks in Geneva in May.", "talks hold occurred both 2025-05"),
        ("Trump signed an order on Thursday that delays the TikTok ban for 90 days (to December 16, 2025).", "corporate extend occurred us 2025-11-13"),
        ("On November 10 the bureau in Washington issued a suspension of the “Affiliates Rule” it announced on September 29, 2025.", "export_control suspend occurred us 2025-11-10"),
        ("China suspended its end-use checks for exports of graphite to the US on Sunday.", "export_control suspend occurred china 2025-11-16"),
    ],
)  # fmt: skip
def test_what_is_told(text: str, expected: str) -> None:
    assert expected in told(text, NOVEMBER)
