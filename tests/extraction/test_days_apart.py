"""Days told by their distance from another act."""

from datetime import date

import pytest

from tests.extraction.reading import events

TITLE = "US and China in trade dispute"


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Minutes after the US duty took effect on Tuesday, China put 15 US firms on its export control list.", "export_control", "2025-03-04"),
        ("When Washington doubled its tariff on 4 March, Beijing put 15 US firms on its export control list.", "export_control", "2025-03-04"),
        # A day of its own goes before.
        ("When the tariff was doubled on 3 March, Beijing put 15 US firms on its export control list on 4 March.", "export_control", "2025-03-04"),
        ("After a weekend of talks in Geneva the two sides agreed on Monday, 3 March, on a truce.", "talks", "2025-03-01/2025-03-02"),
        ("After a weekend of talks in Geneva the two sides on Monday agreed on a truce.", "agreement", "2025-03-03"),
        ("China's duties on American wheat took effect on Tuesday, six days after they had been announced.", "tariff", "2025-02-26"),
        # "when" opens what was done on the day before it, unless that tells a day of its own.
        ("The mail was shut out on 24 February and came back on the 26th, when the parcel rule was put off.", "tariff", "2025-02-26"),
        ("On 24 February, when China raised its tariff on US coal to 20%, the markets fell.", "tariff", "2025-02-24"),
        ("A week earlier, when China raised its tariff on US coal on 21 February, nobody spoke.", "tariff", "2025-02-21"),
        ("The day before envoys met in Madrid, on Tuesday, China put 15 US firms on its export control list.", "export_control", "2025-03-04"),
    ],
)  # fmt: skip
def test_what_a_clause_at_the_head_dates(text: str, kind: str, day: str) -> None:
    found = events(text, published=date(2025, 3, 5), title=TITLE)
    assert [one.date for one in found if one.kind == kind] == [day]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Two Chinese firms, which had been put on the Entity List on 3 February, were taken off again within ten days.", "2025-02-03/2025-02-13"),
        ("The tariff of 25% that Washington imposed on 3 February was suspended not two weeks later.", "2025-02-03/2025-02-17"),
        ("The port fees that Washington imposed on 3 February were lifted in less than a month.", "2025-02-03/2025-03-05"),
    ],
)  # fmt: skip
def test_what_was_undone_within_some_days_was_so_on_one_of_them(text: str, days: str) -> None:
    found = events(text, published=date(2025, 3, 20), title=TITLE)
    assert [one.date for one in found if one.action in ("lift", "suspend")] == [days]


def test_a_clause_that_hangs_at_a_day_is_of_that_day() -> None:
    text = "Beijing suspended its port fees on US ships on 10 February, the day on which Washington lifted its own."
    found = events(text, published=date(2025, 3, 5), title=TITLE)
    assert [(one.side, one.action, one.date) for one in found] == [
        ("china", "suspend", "2025-02-10"),
        ("us", "lift", "2025-02-10"),
    ]
