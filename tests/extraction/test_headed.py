"""What a participle tells of each thing of the list that its colon opens."""

import pytest

from tests.extraction.reading import acts

TITLE = "US and China in trade war"


def test_each_thing_of_the_list_undergoes_what_the_participle_tells() -> None:
    text = "Suspended for a year: Chinese port fees on US ships, the fifty-percent rule, American port fees."
    assert sorted(acts(text, title=TITLE)) == [
        "export_control suspend occurred us",
        "port_fee suspend occurred china",
        "port_fee suspend occurred us",
    ]


def test_the_list_ends_with_its_sentence() -> None:
    text = "Lifted: China's tariff on US wine. Its port fees on US ships are a worry."
    assert acts(text, title=TITLE) == ["tariff lift occurred china"]


@pytest.mark.parametrize(
    "text",
    [
        "Worried about: American port fees, Chinese tariffs.",
        "He suspended his speech: American port fees worried him.",
    ],
)
def test_other_words_before_a_colon_open_no_such_list(text: str) -> None:
    assert acts(text, title=TITLE) == []
