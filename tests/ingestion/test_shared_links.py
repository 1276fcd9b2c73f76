"""What acts of one package share: what one of them answers or carries out, by whichever text says so."""

from pathlib import Path

import pytest

from tradewatch.ingestion import runs
from tradewatch.ingestion.reference import load_reference
from tradewatch.records.models import EventLink

pytestmark = pytest.mark.django_db

BLOW = "The White House imposed a 10% tariff on Chinese goods on 1 October 2025."
ANSWER = (
    "In response to the American tariff of 1 October, China raised its tariff on US goods to 20% on 3 October 2025."
)
INQUIRY = "China's market regulator opened an antitrust inquiry into Qualcomm on {day} October 2025."
DEAL = "The United States and China agreed on a truce in their tariff war in Busan on 30 October 2025."
KEPT = "As agreed in Busan, China suspended its port fees on US ships on 7 November 2025."
OTHERS = "The United States suspended its tariff on Chinese ship-to-shore cranes on 9 November 2025."
TOO = "China lifted its tariff on US {goods} on {day} November 2025."


@pytest.fixture(autouse=True)
def _names() -> None:
    load_reference()


def links_after(folder: Path, *texts: str) -> set[tuple[str, str, str, bool]]:
    for number, words in enumerate(texts):
        path = folder / f"{number}.md"
        path.write_text(f"---\ntitle: China and the United States\ndate: 2025-12-20\n---\n\n{words}\n")
        runs.ingest([str(path)])
    found = EventLink.objects.filter(type__in=["responds_to", "implements"])
    return {(link.source.title, link.type, link.target.title, link.inferred) for link in found}


def test_what_a_side_does_on_the_day_of_its_answer_answers_too(tmp_path: Path) -> None:
    found = links_after(tmp_path, BLOW, ANSWER, INQUIRY.format(day=3))
    tariff, inquiry = "US imposes a 10% tariff on Chinese goods", "China opens an antitrust inquiry into Qualcomm"
    assert ("China raises its tariff on US goods to 20%", "responds_to", tariff, False) in found
    assert (inquiry, "responds_to", tariff, True) in found
    assert EventLink.objects.get(source__title=inquiry).quote == INQUIRY.format(day=3)


def test_what_it_does_on_another_day_does_not(tmp_path: Path) -> None:
    found = links_after(tmp_path, BLOW, ANSWER, INQUIRY.format(day=4))
    assert [source for source, _, _, inferred in found if inferred] == []


def test_what_a_side_eases_in_the_days_of_a_deal_it_eases_under_the_deal(tmp_path: Path) -> None:
    found = links_after(
        tmp_path,
        DEAL,
        KEPT,
        OTHERS,
        *(TOO.format(goods=goods, day=day) for goods, day in (("farm goods", 10), ("soybeans", 20))),
    )
    carried_out = {(source, inferred) for source, kind, _, inferred in found if kind == "implements"}
    assert carried_out == {
        ("China suspends its port fees on US ships", False),
        ("China lifts its tariff on US farm goods", True),
    }
