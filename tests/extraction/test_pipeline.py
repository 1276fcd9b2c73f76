"""Reading never fails, never stalls, and reads the column on the Kuala Lumpur talks as its coder did."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extraction.reading import LEXICON, SHARED, article, gazetteer
from tradewatch.extraction import pipeline
from tradewatch.extraction.candidates import candidates_from
from tradewatch.extraction.datatypes import ArticleReading, Candidate, Page, Sentence, Unread
from tradewatch.extraction.parsing import Reading
from tradewatch.vocabulary import Action, Kind, Side, Status, Topic

WORDS = st.sampled_from(
    [
        "China",
        "Trump",
        "US",
        "the",
        "will",
        "not",
        "impose",
        "raised",
        "tariffs",
        "of",
        "on",
        "10%",
        "to",
        "125",
        "percent",
        "and",
        ",",
        ";",
        "(",
        ")",
        '"',
        "“",
        "export",
        "controls",
        "suspend",
        "talks",
        "in",
        "Geneva",
        "April",
        "9,",
        "2025",
        "until",
        "if",
        "he",
        "said",
        "that",
        "soybeans",
        "buy",
        "Executive",
        "Order",
        "14257",
        "No.",
        "61",
        "—",
        ":",
        ".",
        "U.S.",
        "Xi",
        "met",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_any_order_of_the_words_of_the_trade_is_read(words: list[str]) -> None:
    check(article(" ".join(words) or "."))


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    check(article(text or "."))


def check(reading: ArticleReading) -> None:
    for event in reading.events:
        assert event.kind in set(Kind)
        assert event.action in set(Action)
        assert event.status in set(Status)
        assert event.side in set(Side)
        assert set(event.issues) <= set(Topic)
        assert 0 <= event.confidence <= 1
        for account in event.accounts:
            assert reading.article.text[account.quote.start : account.quote.end] == account.quote.text


@pytest.mark.parametrize(
    "piece", ["tariffs ", "China raised ", "a", "( ", "10% to ", "and ", "“", "Executive Order 14257 and "]
)
def test_a_long_text_without_a_full_stop_is_read(piece: str) -> None:
    check(article(piece * (60_000 // len(piece))))


def test_what_fails_on_one_sentence_becomes_a_warning_and_the_rest_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(sentence: Sentence, reading: Reading) -> list[Candidate | Unread]:
        if "first" in sentence.text:
            raise ValueError(sentence.text)
        return list(candidates_from(sentence, reading))

    monkeypatch.setattr(pipeline, "candidates_from", failing)
    reading = article("This first sentence fails. China raised its tariff on US goods to 125%.")
    assert [event.action for event in reading.events] == ["raise"]
    assert any("the sentence at 0" in warning for warning in reading.warnings)


def test_a_text_without_a_date_leaves_weekdays_unread() -> None:
    page = Page(path="page.txt", text="China raised its tariff on US goods on Tuesday.")
    (reading,) = pipeline.read(page, LEXICON, gazetteer())
    assert [event.date for event in reading.events] == [""]


@pytest.mark.skipif(not (SHARED / "gold" / "dev.json").exists(), reason="the development gold is not at hand")
def test_at_least_ten_events_of_the_column_are_right_in_kind_side_and_date() -> None:
    gold = json.loads((SHARED / "gold" / "dev.json").read_text())
    name = "bastille-commentary-2025-10-28.txt"
    wanted = next(text for text in gold["texts"] if text["file"] == name)["articles"][0]["events"]
    page = Page(path=name, text=(SHARED / "articles" / name).read_text(), published=date(2025, 10, 28))
    found = pipeline.read(page, LEXICON, gazetteer())[0].events
    right = [event for event in wanted if any(alike(event, one) for one in found)]
    assert len(right) >= 10


def alike(wanted: dict[str, Any], found: Any) -> bool:
    accepted = all(
        getattr(found, field) in {wanted.get(field) or "", *wanted.get(f"{field}_ok", [])}
        for field in ("kind", "side", "date")
    )
    words = {" ".join(quote.split()) for quote in wanted["quotes"]}
    return accepted and any(
        " ".join(account.quote.text.split()) in word or word in " ".join(account.quote.text.split())
        for account in found.accounts
        for word in words
    )
