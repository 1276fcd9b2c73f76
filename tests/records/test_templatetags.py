"""How dates, figures, passages and notes reach a reader."""

from dataclasses import dataclass

import pytest

from tradewatch.records.templatetags.edtf import edtf_precision, edtf_rail, edtf_short, edtf_time, edtf_words
from tradewatch.records.templatetags.evidence import Marked, in_quotes, paragraphs_of, passage_in_context
from tradewatch.records.templatetags.figures import figure, figure_label, figure_words
from tradewatch.records.templatetags.marks import word
from tradewatch.records.templatetags.notes import commonmark


@dataclass(frozen=True)
class Figure:
    """A measure without a table."""

    low: float | None = None
    high: float | None = None
    previous: float | None = None
    unit: str = "percent"
    kind: str = "rate"
    object: str = ""
    basis: str = ""


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        (Figure(low=125, high=125), "125%"),
        (Figure(low=125, high=125, previous=84), "84% → 125%"),
        (Figure(low=10, high=15), "10–15%"),
        (Figure(low=50), "at least 50%"),
        (Figure(high=0.1, unit="percent of ownership"), "up to 0.1% owned"),
        (Figure(low=24, high=24, unit="percentage points"), "24 points"),
        (Figure(low=25_000_000, high=25_000_000, unit="tonnes"), "25 million tonnes"),
        (Figure(low=12e6, high=25e6, unit="tonnes"), "12–25 million tonnes"),
        (Figure(low=180_000, high=180_000, unit="tonnes"), "180,000 tonnes"),
        (Figure(low=1, high=1, unit="days"), "1 day"),
        (Figure(low=90, high=90, unit="days"), "90 days"),
        (Figure(low=50, high=50, unit="USD per tonne"), "$50 a tonne"),
        (Figure(low=400, high=400, unit="CNY per tonne"), "¥400 a tonne"),
        (Figure(low=1.5e9, high=1.5e9, unit="USD"), "$1.5 billion"),
        (Figure(low=0, high=0), "0%"),
    ],
)
def test_a_figure_is_told_with_its_unit_and_the_one_before_it(measure: Figure, said: str) -> None:
    assert figure_words(measure) == said


def test_the_arrow_between_two_figures_is_read_aloud_as_a_word() -> None:
    assert '<span class="vh">to</span> 125%' in figure(Figure(low=125, high=125, previous=84))


@pytest.mark.parametrize(
    ("measure", "label"),
    [
        (Figure(object="US goods", basis="added"), "US goods, added"),
        (Figure(object="US goods"), "US goods"),
        (Figure(), "rate"),
    ],
)
def test_a_figure_says_what_it_is_of(measure: Figure, label: str) -> None:
    assert figure_label(measure) == label


@pytest.mark.parametrize(
    ("value", "rail", "short", "precision"),
    [
        ("2025-04-11", "11 Apr<small>Fri</small>", "11 Apr", "day"),
        ("2025-04-30/2025-05-02", "30 Apr – 2 May<small>3 days</small>", "30 Apr – 2 May", "span of days"),
        ("2025-04/2025-05", "Apr – May<small>day not known</small>", "Apr – May", "span of days"),
        ("2025-10", "Oct<small>day not known</small>", "Oct", "month, day not known"),
        ("2025", "2025<small>month not known</small>", "2025", "year, day not known"),
        ("2025-10~", "Oct<small>about; day not known</small>", "Oct", "month, day not known"),
        ("2025-10-10/..", "10 Oct<small>or later</small>", "10 Oct", "open at one end"),
        ("../2025-05-14", "14 May<small>or earlier</small>", "14 May", "open at one end"),
        ("", "–<small>day not known</small>", "day not known", "not known"),
    ],
)
def test_a_date_is_never_told_finer_than_it_is(value: str, rail: str, short: str, precision: str) -> None:
    assert rail in edtf_rail(value)
    assert edtf_short(value) == short
    assert edtf_precision(value) == precision


def test_the_second_event_of_a_day_does_not_repeat_the_weekday() -> None:
    assert edtf_rail("2025-04-11", same_day=True) == '<time datetime="2025-04-11">11 Apr</time>'


def test_only_what_html_can_say_is_a_time() -> None:
    assert edtf_time("2025-10") == '<time datetime="2025-10">October 2025</time>'
    assert edtf_time("2025-10-10/..") == "<span>from 10 October 2025</span>"


def test_what_is_no_date_is_shown_as_it_stands() -> None:
    assert edtf_words("occurred") == "occurred"


def test_a_passage_stands_in_its_own_paragraph() -> None:
    text = "One.\nTwo <b>and</b> three.\nFour."
    start = text.index("and")
    assert passage_in_context(text, start, start + 3) == "Two &lt;b&gt;<mark>and</mark>&lt;/b&gt; three."


def test_words_that_bring_their_own_quotation_marks_get_no_second_ones() -> None:
    assert in_quotes("It is <so>.") == "<q>It is &lt;so&gt;.</q>"
    assert in_quotes("“It is so,” he said.") == '<q class="bare">“It is so,” he said.</q>'


def test_a_long_paragraph_is_cut_at_words_and_says_so() -> None:
    text = f"{'before ' * 100}HERE{' after' * 100}"
    shown = passage_in_context(text, text.index("HERE"), text.index("HERE") + 4)
    assert shown.startswith("… before ")
    assert shown.endswith(" after …")
    assert "<mark>HERE</mark>" in shown
    assert len(shown) < 700


def test_overlapping_passages_leave_every_word_where_it_was() -> None:
    text = "a bc def\n\nghi"
    passages = [
        Marked(number=number, start=start, end=end, label=str(number), href="#", title="")
        for number, start, end in [(1, 0, 4), (2, 2, 8), (3, 2, 8), (4, 5, 13)]
    ]
    paragraphs = paragraphs_of(text, passages)
    assert ["".join(piece.text for piece in pieces) for pieces in paragraphs] == ["a bc def", "ghi"]
    pieces = [piece for paragraph in paragraphs for piece in paragraph]
    assert sorted(passage.number for piece in pieces for passage in piece.begins) == [1, 2, 3, 4]
    assert sorted(passage.number for piece in pieces for passage in piece.ends) == [1, 2, 3, 4]
    assert all(piece.marked for piece in pieces)


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("It is *so*.", "<p>It is <em>so</em>.</p>"),
        ("[a](https://a.example/)", '<p><a href="https://a.example/" rel="noopener nofollow">a</a></p>'),
        ("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>"),
        ("<b onclick=x>b</b>", "<p>&lt;b onclick=x&gt;b&lt;/b&gt;</p>"),
        ("# Loud", "Loud"),
        ("![i](https://a.example/i.png)", "<p></p>"),
    ],
)
def test_a_note_is_commonmark_without_html_headings_or_pictures(note: str, shown: str) -> None:
    assert commonmark(note).strip() == shown


def test_a_word_is_told_by_its_label() -> None:
    assert word("port_fee", "kind") == "Port fee"
    assert word("unheard-of", "kind") == "unheard-of"
