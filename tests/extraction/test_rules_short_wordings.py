"""Wordings that trade news shares: both spellings of a verb, announced cuts, talks told with one side named."""

from datetime import date

from tests.extraction.reading import acts
from tradewatch.extraction.forms import PARTICIPLE, forms_of


def test_a_doubled_last_letter_is_a_form_too() -> None:
    forms = forms_of("cancel", {"cancel": ["canceled", "canceled"]})
    assert PARTICIPLE in forms["cancelled"]
    assert PARTICIPLE in forms["canceled"]
    assert "sealled" not in forms_of("seal", {})


def test_an_announced_cut_is_a_cut() -> None:
    assert acts("On 20 October 2025 Trump announced a 10% tariff cut on Chinese goods.") == ["tariff lower occurred us"]


def test_a_visit_is_the_two_sides_meeting_though_one_side_is_named() -> None:
    text = "China and the United States are at odds. Trump will come to Beijing in April 2026."
    assert acts(text, published=date(2025, 11, 1)) == ["talks hold planned both"]
