"""Who says what on which issue."""

import pytest

from tests.extraction.reading import article


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Bessent said the talks were constructive.", "scott-bessent other assess"),
        ("China firmly opposes the US tariffs.", "china reciprocal-tariffs oppose"),
        ("Beijing urges Washington to lift its port fees.", "china port-fees demand"),
        ("China is willing to work with the United States, He Lifeng said.", "he-lifeng other offer"),
        ("Trump said the 100% tariff was off the table.", "donald-trump other concede"),
        ("He Yongqian: China firmly opposes the port fees.", "he-yongqian port-fees oppose"),
        (
            "Bessent told reporters about soybeans.\n\n“Our farmers will feel very good,” he said.",
            "scott-bessent soybeans assess",
        ),
        ("According to Bessent, the talks made progress.", "scott-bessent other assess"),
    ],
)
def test_a_position_has_a_speaker_an_issue_and_a_stance(text: str, position: str) -> None:
    assert position in [f"{s.speaker} {s.issue} {s.stance}" for s in article(text).positions]


@pytest.mark.parametrize(
    "text", ["Analysts said the talks were constructive.", "Bessent said so on Monday.", "The talks were good."]
)
def test_commentators_and_plain_reports_take_no_position(text: str) -> None:
    assert article(text).positions == ()


def test_one_row_for_each_speaker_issue_and_stance() -> None:
    text = "Bessent said the talks were constructive. Bessent said the talks were very good."
    assert len(article(text).positions) == 1
