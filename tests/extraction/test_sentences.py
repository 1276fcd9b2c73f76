"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradewatch.extraction.sentences import sentences_in


@pytest.mark.parametrize(
    "text",
    [
        "The order of Oct. 30 took effect.",
        "The U.S. Treasury named two banks.",
        "Notice No. 62 covers lithium batteries.",
        "Talks with Mr. Okafor opened at 9 a.m. in Lisbon.",
        "J. P. Arden wrote to Donald J. Tolliver.",
        "Duties rose 3.5 percent to 12.25 percent.",
        "Sec. 301 applies, as does Art. 5 of the pact.",
        "Boeing Co. shares fell.",
        "Ships, cranes, etc. were listed.",
        "The bill fell by 1.2 bn. dollars.",
        '"Will it hold?" the envoy asked.',
        "“Never!” Dana Whitlock said.",
        "Firms such as Alder Inc. and Birch Ltd. must file.",
    ],
)
def test_a_full_stop_after_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert [sentence.text for sentence in sentences_in(text)] == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Duties rise. Prices follow.", ["Duties rise.", "Prices follow."]),
        ("They left the U.S. The talks went on.", ["They left the U.S.", "The talks went on."]),
        ("It closed at 5 p.m. Nobody came.", ["It closed at 5 p.m.", "Nobody came."]),
        ("“We agreed.” Then silence.", ["“We agreed.”", "Then silence."]),
        ("Is it over? Hardly.", ["Is it over?", "Hardly."]),
        ("Exports fell (by 4 percent.) Imports rose.", ["Exports fell (by 4 percent.)", "Imports rose."]),
        ("It follows Oct. They met in Nov. Nothing came.", ["It follows Oct.", "They met in Nov.", "Nothing came."]),
        ("Section 1. Background. In Order 14000, …", ["Section 1. Background.", "In Order 14000, …"]),
        ("1. China will act. 2. So will others.", ["1. China will act.", "2. So will others."]),
        ("Pressure fails, she said.In May, ports shut.", ["Pressure fails, she said.", "In May, ports shut."]),
        ("So wrote MOFCOM.China has acted.", ["So wrote MOFCOM.", "China has acted."]),
        ('It is wrong, she said."We hope for more."', ["It is wrong, she said.", '"We hope for more."']),
        ('"It is wrong.""From May, ports shut."', ['"It is wrong."', '"From May, ports shut."']),
        ('"It is wrong."In May, ports shut.', ['"It is wrong."', "In May, ports shut."]),
        ("“It is wrong.”“So be it.”", ["“It is wrong.”", "“So be it.”"]),
        ("It sells through Harbour.Com and Alder.shop.", ["It sells through Harbour.Com and Alder.shop."]),
    ],
)
def test_a_sentence_ends_at_its_full_stop_and_keeps_its_quotes(text: str, parts: list[str]) -> None:
    assert [sentence.text for sentence in sentences_in(text)] == parts


def test_an_empty_line_parts_paragraphs_and_a_short_line_without_full_stop_is_a_heading() -> None:
    found = sentences_in("What the port paid\n\nFees rose. Ships left.\n\nmore of the same")
    assert [(sentence.paragraph, sentence.is_heading, sentence.text) for sentence in found] == [
        (0, True, "What the port paid"),
        (1, False, "Fees rose."),
        (1, False, "Ships left."),
        (2, False, "more of the same"),
    ]


@given(st.text(alphabet=st.sampled_from('aZ1.!? \n"“”’()…U.S。é\u200b'), max_size=200) | st.text(max_size=200))
def test_offsets_are_those_of_the_text_and_nothing_but_white_space_is_left_out(text: str) -> None:
    found = sentences_in(text)
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in found)
    ends = [0, *(sentence.end for sentence in found)]
    starts = [*(sentence.start for sentence in found), len(text)]
    assert all(not text[end:start].strip() for end, start in zip(ends, starts, strict=True))


def test_a_million_characters_without_a_full_stop_are_one_sentence() -> None:
    text = "word " * 200_000
    assert len(sentences_in(text)) == 1
