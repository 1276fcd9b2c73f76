"""Which days of a month its part means, and what that tells apart."""

from datetime import date
from typing import Any

import pytest

from tests.extraction.reading import events
from tests.extraction.test_grouping import RAISE
from tradewatch.extraction.month_parts import days_of_part
from tradewatch.extraction.resemblance import reasons, score
from tradewatch.extraction.tellings import VETO, telling_of
from tradewatch.ingestion.contract import event_values


@pytest.mark.parametrize(
    ("words", "edtf", "days"),
    [
        ("the end of June", "2025-06", "2025-06-20/2025-06-30"),
        ("late February", "2025-02", "2025-02-20/2025-02-28"),
        ("the beginning of this month", "2025-12", "2025-12-01/2025-12-11"),
        ("mid-May", "2025-05", "2025-05-09/2025-05-22"),
        ("May", "2025-05", ""),
        ("the end of 2026", "2026", ""),
        ("early, or by 2028", "../2028", ""),
    ],
)
def test_a_part_of_a_month_is_some_of_its_days(words: str, edtf: str, days: str) -> None:
    assert days_of_part(words, edtf) == days


def test_of_two_acts_of_a_month_its_end_means_the_later() -> None:
    def told(day: str, **values: Any) -> Any:
        return telling_of({**RAISE, "date": day, "measures": [], **values})

    late = told("2025-06", within="2025-06-20/2025-06-30")
    assert score(reasons(late, told("2025-06-11"))) == VETO
    assert score(reasons(late, told("2025-06-26"))) > 0


def test_the_part_is_kept_beside_the_month() -> None:
    [told] = events("China raised its tariff on US goods to 84% in early April.", published=date(2025, 5, 3))
    values = event_values(told)
    assert (values["date"], values["within"]) == ("2025-04", "2025-04-01/2025-04-11")
    [told] = events("China raised its tariff on US goods to 84% in April.", published=date(2025, 5, 3))
    assert "within" not in event_values(told)
