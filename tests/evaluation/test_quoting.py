"""When two quotes are the same evidence."""

from pathlib import Path

import pytest

from tradewatch.evaluation.quoting import LONGEST_QUOTE, evidence, overlap, squashed, squashed_file


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("China raised its tariff to 125%", "On Friday, China raised its tariff to 125% again", True),
        ("China raised its tariff", "its tariff was raised by China", False),  # the words, but in no run
        ("China raised its tariff today", "China raised its hand", True),  # half of four is two, so three are asked
        ("China raised a tariff today", "China raised its hand", False),
        ("talks ended", "the talks ended", True),  # a quote of two words needs both
        ("talks ended", "the talks went on", False),
        ("“Talks—ended”", "talks ended", True),
        ("one two three four five six seven", "one two three four", True),
        ("one two three four five six seven", "one two three and other words too", False),  # half of seven is four
        ("", "talks ended", False),
        ("…", "…", False),
    ],
)
def test_quotes_overlap_when_they_share_half_of_the_shorter_ones_words_in_one_run(
    one: str, other: str, same: bool
) -> None:
    assert overlap(one, other) is same
    assert overlap(other, one) is same


def test_a_quote_of_a_whole_page_is_no_evidence() -> None:
    page = "word " * LONGEST_QUOTE
    assert evidence([page], squashed(page)) == [page]
    assert evidence([page + "more"], squashed(page + "more")) == []


def test_a_quote_that_does_not_stand_in_its_text_is_no_evidence() -> None:
    assert evidence(["talks ended", "talks began", "–"], squashed("The talks  ended.")) == ["talks ended"]


def test_where_the_text_is_unknown_a_quote_is_taken_at_its_word() -> None:
    assert evidence(["talks began"], None) == ["talks began"]


def test_a_quote_stands_in_a_page_as_its_reader_sees_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>Trump and Xi <em>spoke</em> on 5&nbsp;June.</p>")
    note = tmp_path / "note.md"
    note.write_text("Trump and Xi [spoke](https://example.org/a-call) on 5 June.")
    for path in (page, note):
        assert evidence(["Trump and Xi spoke on 5 June."], squashed_file(path)) == ["Trump and Xi spoke on 5 June."]
