"""Why an event or a position waits, in sentences that a person understands."""

from typing import Any

import pytest

from tests.records.test_fold import VALUES, account
from tradewatch.records.accounts import Act
from tradewatch.records.fold import fold_event
from tradewatch.vocabulary import Verb


def reasons(**read: Any) -> list[str]:
    """What is said of an event that was accepted as `VALUES` have it and is read otherwise now."""
    accepted = Act(verb=Verb.ACCEPT, field="", after=None, because="", fields=VALUES, machine=VALUES)
    return [reason["said"] for reason in fold_event([account(**read)], [accepted]).queue_reasons]


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ({"date": "2025-05-13"}, "The machine now reads the date as 13 May 2025; decided is 14 May 2025."),
        (
            {"date": "2025-10-25/2025-10-26"},
            "The machine now reads the date as 25–26 October 2025; decided is 14 May 2025.",
        ),
        (
            {"ends": "../2025-11-10"},
            "The machine now reads the day it ends as by 10 November 2025; decided is not known.",
        ),
        ({"date": ""}, "The machine now reads the date as not known; decided is 14 May 2025."),
        ({"kind": "port_fee"}, "The machine now reads the kind as “Port fee”; decided is “Tariff”."),
        ({"actors": ["china", "mofcom"]}, "The machine now reads the actors as china, mofcom; decided is china."),
        (
            {"issues": ["soybeans"]},
            "The machine now reads the issues as “Soybeans”; decided is “Reciprocal tariffs”.",
        ),
        (
            {"instruments": [{"scheme": "EO", "number": "14257"}]},
            "The machine now reads the numbers of the act as EO 14257; decided is not known.",
        ),
        (
            {"measures": [{"kind": "rate", "low": 10, "high": 10, "unit": "percent"}]},
            "The machine now reads a figure as other figures; decided is not known.",
        ),
    ],
)
def test_what_the_machine_reads_now_is_said_in_words(read: dict[str, Any], said: str) -> None:
    assert said in reasons(**read)
