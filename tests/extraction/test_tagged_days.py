"""Days told beside an act."""

from datetime import date

import pytest

from tests.extraction.reading import events

TITLE = "US and China in trade dispute"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The fee on Chinese ships was suspended for a year by a notice published on 9 November.", "2025-11-09"),
        ("Until 10 November 2026 China suspends its controls on magnets, according to a notice issued on 7 November.", "2025-11-07"),
        # The paper's day is that of the thing which it put on.
        ("China lifted the tariff imposed by an order signed on 4 March.", ""),
        ("BEIJING, Nov 12 - China suspends its port fees on American ships.", "2025-11-12"),
        ("BEIJING, Nov 12 - China suspended its port fees on American ships.", ""),
        ("The pause of the tariff on Chinese goods, which was due to expire today, has been extended by an order signed on Tuesday.", "2025-11-11"),
    ],
)  # fmt: skip
def test_the_paper_or_the_dateline_dates_the_act(text: str, day: str) -> None:
    found = events(text, published=date(2025, 11, 12), title=TITLE)
    assert found[0].date == day
    assert found[0].status == "occurred"


def test_whose_answer_a_colon_spells_out_has_its_day() -> None:
    text = "Tuesday's reply from Beijing: seven American defence firms join the unreliable entity list."
    found = events(text, published=date(2025, 1, 15), title=TITLE)
    assert [one.date for one in found] == ["2025-01-14"]


def test_the_last_words_of_a_sentence_date_the_deal_that_they_make_known() -> None:
    deal = "Chinese and American envoys have agreed on a framework, and no duty will be levied"
    for last, day in ((", officials of both said on Sunday.", "2025-10-26"), (".", "")):
        found = events(deal + last, published=date(2025, 10, 28))
        assert [event.date for event in found if event.kind == "agreement"] == [day]
