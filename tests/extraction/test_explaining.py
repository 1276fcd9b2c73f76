"""What `extract --explain` says."""

from tests.extraction.reading import article
from tradewatch.extraction.explaining import explanation_of


def test_an_explanation_names_rules_reasons_and_what_gave_no_event() -> None:
    said = explanation_of(
        article("China raised its tariff on US goods to 125%. Beijing urged Washington to lift its tariffs.")
    )
    for words in (
        "rule tariff.raise",
        "the subject of the clause: “China”",
        "the text gives no day",
        "it is asked for, not done",
        "measure: rate 125 to 125 percent",
    ):
        assert words in said
