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
    ],
)  # fmt: skip
def test_what_is_told(text: str, expected: str) -> None:
    assert expected in told(text, NOVEMBER)
