"""The day of an act that the words after it tell."""

from datetime import date

import pytest

from tests.extraction.reading import events

TITLE = "US and China in trade dispute"


def dates(text: str, published: date) -> list[tuple[str, str]]:
    return [(one.kind, one.date) for one in events(text, published=published, title=TITLE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "China has raised its tariff on American goods to 84%. The finance ministry announced the decision on 9 April.",
            [("tariff", "2025-04-09")],
        ),
        (
            "Washington put 23 Chinese firms on its Entity List. That was on 9 April.",
            [("export_control", "2025-04-09")],
        ),
        (
            "The US has ended the duty-free entry of small parcels from China. The order is dated 2 April.",
            [("tariff", "2025-04-02")],
        ),
        # What is told of both acts of the sentence before.
        (
            "China opened an antitrust inquiry into Qualcomm and put eight American firms on its export control list. "
            "Both moves came late on Wednesday.",
            [("investigation", "2025-04-09"), ("export_control", "2025-04-09")],
        ),
        # Behind a semicolon, and within the longer time told first.
        (
            "Washington this week put 23 Chinese firms on its Entity List; the rule was published on Tuesday.",
            [("export_control", "2025-04-08")],
        ),
        # What whoever did it says of it, with the day; not the other side, nor an outsider.
        ("Trump threatens China with a duty of 50%. It may come next week, he told reporters on Monday.", [("tariff", "2025-04-07")]),
        ("China put eight American firms on its export control list. It had to, the ministry said on Tuesday.", [("export_control", "2025-04-08")]),
        ("Washington put 23 Chinese firms on its Entity List. The step is wrong, the ministry said on Tuesday.", [("export_control", "")]),
        ("Washington put 23 Chinese firms on its Entity List. The step is wrong, analysts said on Tuesday.", [("export_control", "")]),
        ("Washington blacklists 23 Chinese firms. The additions, published on Tuesday, are the largest since March.", [("export_control", "2025-04-08")]),
        # What was dated by its beginning alone has its own day from the next words.
        ("American ships pay 400 yuan a net ton in Chinese ports from tomorrow. The ministry gave notice of the charge on Tuesday.", [("port_fee", "2025-04-08")]),
        # The day on which something begins is not that of the act; another thing's day is none either.
        ("China lifted the tariff on American pork. The measure came in on 9 April.", [("tariff", "")]),
        ("China lifted the tariff on American pork. Prices were published on 9 April.", [("tariff", "")]),
        ("China lifted the tariff on American pork. It was announced on Tuesday that hogs fell.", [("tariff", "")]),
    ],
)  # fmt: skip
def test_the_next_words_tell_the_day(text: str, expected: list[tuple[str, str]]) -> None:
    assert dates(text, date(2025, 4, 11)) == expected
