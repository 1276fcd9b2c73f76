"""Acts told in plain words, each with its side and day: what a reader who never says "impose" writes."""

from datetime import date

import pytest

from tests.extraction.reading import events

TOLD = [
    ("Seven rare earths went under licence on 4 April.", "export_control impose occurred china 2025-04-04"),
    ("Since 4 April anyone who ships samarium needs a permit.", "export_control impose occurred china 2025-04-04"),
    ("Since 14 October a ship built in China pays to dock in America.", "port_fee impose occurred us 2025-10-14"),
    ("American charges on Chinese ships stopped on 10 November for a year.", "port_fee suspend occurred us 2025-11-10"),
    ("Cheap parcels from China lost their duty-free status on 2 May.", "tariff impose occurred us 2025-05-02"),
    ("On 9 April the rate for China went to 125%.", "tariff raise occurred us 2025-04-09"),
    ("China's riposte, a 34% tariff on US goods, came on 4 April.", "tariff impose occurred china 2025-04-04"),
    ("Smartphones were spared the reciprocal tariff on 11 April.", "tariff suspend occurred us 2025-04-11"),
    ("London hosted the second round on 9 June.", "talks hold occurred both 2025-06-09"),
    ("The leaders came face to face in Busan on 30 October.", "talks hold occurred both 2025-10-30"),
    ("There have been no talks, Beijing insists.", "talks hold denied both "),
    ("TikTok won another reprieve on 16 September.", "corporate extend occurred us 2025-09-16"),
    ("On 13 September Beijing opened two cases against US chips.", "investigation announce occurred china 2025-09-13"),
    (
        "The US found on 12 September that the curbs on software were gone.",
        "export_control lift occurred us 2025-09-12",
    ),
]


@pytest.mark.parametrize(("told", "read"), TOLD, ids=lambda value: value[:40])
def test_an_act_in_plain_words_is_read(told: str, read: str) -> None:
    text = f"China and the United States wage a trade war.\n\n{told}"
    found = [f"{e.kind} {e.action} {e.status} {e.side} {e.date}" for e in events(text, published=date(2025, 11, 20))]
    assert found == [read]
