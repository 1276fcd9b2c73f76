"""Titles in their plain form."""

import pytest

from tradewatch.titles import title_of
from tradewatch.vocabulary import Action, Kind, Side, Status

RATE = {"kind": "rate", "low": 125, "high": 125, "previous": None, "unit": "percent"}


@pytest.mark.parametrize(
    ("kind", "action", "status", "side", "extra", "title"),
    [
        ("tariff", "raise", "occurred", "china", {"measures": [RATE]}, "China raises its tariff on US goods to 125%"),
        (
            "tariff",
            "raise",
            "occurred",
            "china",
            {"measures": [RATE | {"previous": 84}]},
            "China raises its tariff on US goods from 84% to 125%",
        ),
        (
            "tariff",
            "threaten",
            "occurred",
            "us",
            {"measures": [RATE | {"low": 100, "high": 100}]},
            "US threatens a 100% tariff on Chinese goods",
        ),
        (
            "tariff",
            "lift",
            "planned",
            "china",
            {"measures": [RATE | {"low": None, "high": 15}]},
            "China is to lift its tariff on US goods of up to 15%",
        ),
        ("tariff", "suspend", "planned", "us", {}, "US is to suspend its tariff on Chinese goods"),
        (
            "tariff",
            "lower",
            "expected",
            "us",
            {"issues": ["fentanyl-tariffs"]},
            "US may lower its fentanyl tariff on Chinese goods",
        ),
        (
            "tariff",
            "withdraw",
            "occurred",
            "us",
            {"measures": [RATE | {"low": 100, "high": 100}]},
            "US withdraws its threat of a 100% tariff on Chinese goods",
        ),
        (
            "tariff",
            "impose",
            "occurred",
            "us",
            {"measures": [RATE | {"low": 10, "high": 10, "unit": "percentage points"}], "issues": ["fentanyl-tariffs"]},
            "US imposes a 10-point fentanyl tariff on Chinese goods",
        ),
        (
            "tariff",
            "impose",
            "occurred",
            "us",
            {"object": "parcels by post"},
            "US Postal Service stops parcels from China and Hong Kong",
        ),
        (
            "tariff",
            "lift",
            "occurred",
            "us",
            {"object": "parcels by post"},
            "US Postal Service takes parcels from China and Hong Kong again",
        ),
        (
            "agreement",
            "agree",
            "occurred",
            "both",
            {"object": "deal", "issues": ["rare-earths"]},
            "US and China agree on a rare-earth deal",
        ),
        (
            "agreement",
            "agree",
            "occurred",
            "both",
            {"object": "consensus", "issues": ["rare-earths", "chips"]},
            "US and China agree on a consensus",
        ),
        (
            "export_control",
            "suspend",
            "occurred",
            "china",
            {
                "issues": ["rare-earths"],
                "measures": [{"kind": "duration", "low": 1, "high": 1, "unit": "months", "previous": None}],
            },
            "China suspends its export controls on rare earths for a month",
        ),
        ("talks", "hold", "occurred", "both", {"object": "talks in Madrid"}, "US and China hold talks in Madrid"),
        ("talks", "hold", "denied", "both", {}, "US and China deny that they hold talks"),
        ("agreement", "agree", "occurred", "both", {"object": "framework"}, "US and China agree on a framework"),
        (
            "export_control",
            "impose",
            "occurred",
            "china",
            {"issues": ["rare-earths"]},
            "China imposes export controls on rare earths",
        ),
        (
            "export_control",
            "suspend",
            "planned",
            "us",
            {"object": "Affiliates Rule"},
            "US is to suspend its Affiliates Rule",
        ),
        ("purchase", "propose", "occurred", "us", {"issues": ["soybeans"]}, "US asks China to buy US soybeans"),
        (
            "purchase",
            "resume",
            "expected",
            "china",
            {"issues": ["soybeans"]},
            "China may resume purchases of US soybeans",
        ),
        (
            "purchase",
            "resume",
            "occurred",
            "china",
            {"issues": ["soybeans"], "object": "nine cargoes"},
            "China buys nine cargoes of US soybeans",
        ),
        (
            "purchase",
            "extend",
            "occurred",
            "us",
            {"issues": ["soybeans"]},
            "US moves the target date for purchases of US soybeans",
        ),
        (
            "purchase",
            "agree",
            "planned",
            "china",
            {"issues": ["soybeans"], "measures": [{"kind": "quantity", "low": 12e6, "high": 12e6, "unit": "tonnes"}]},
            "China is to buy 12 million tonnes of US soybeans",
        ),
        (
            "port_fee",
            "suspend",
            "occurred",
            "us",
            {"measures": [{"kind": "duration", "low": 12, "high": 12, "unit": "months"}]},
            "US suspends its port fees on Chinese ships for a year",
        ),
        ("corporate", "approve", "occurred", "china", {"issues": ["tiktok"]}, "China approves the TikTok deal"),
        (
            "investigation",
            "announce",
            "occurred",
            "china",
            {"object": "an antitrust inquiry into Ostrava"},
            "China opens an antitrust inquiry into Ostrava",
        ),
    ],
)
def test_a_title_says_who_does_what(
    kind: str, action: str, status: str, side: str, extra: dict[str, object], title: str
) -> None:
    assert title_of(kind=kind, action=action, status=status, side=side, **extra) == title  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("action", Action)
def test_every_kind_action_and_status_has_a_title(kind: Kind, action: Action) -> None:
    for status in Status:
        for side in Side:
            assert title_of(kind=kind, action=action, status=status, side=side).strip()
