"""Whatever stage fails on one sentence, the article's other events and positions stand, and a warning says where."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.extraction.reading import article
from tradewatch.extraction import candidates, parsing, pipeline, positions
from tradewatch.extraction.dates import time_expressions
from tradewatch.extraction.parsing import Reading

BEFORE = "China raised its tariff on US goods to 125% on April 11, 2025. "
BROKEN = (
    "Trump said on April 14, 2025, that the tariff on US zinc was unfair, and China raised its tariff on it to 20%."
)
AFTER = " On April 15, 2025, Trump threatened new tariffs. China urged the United States to lift its export controls."
STAGES = [
    (pipeline, "actors_in"),
    (pipeline, "time_expressions"),
    (pipeline, "candidates_from"),
    (pipeline, "events_of"),
    (parsing, "tokens_in"),
    (parsing, "instruments_in"),
    (parsing, "placed_in"),
    (parsing, "findings_in"),
    (parsing, "holders_in"),
    (parsing, "figures_in"),
    (candidates, "assertion_of"),
    (candidates, "acting_side"),
    (candidates, "dates_for"),
    (candidates, "measures_of"),
    (candidates, "issues_of"),
    (candidates, "echoes_of"),
    (positions, "tokens_in"),
    (positions, "take_turn"),
    (positions, "with_speakers"),
    (positions, "stance_of"),
    (positions, "issue_of"),
    (positions, "passed"),
]


def words_in(given: Any) -> str:
    """The words of one argument of a stage: a text, what has a text, or candidates with their quotes."""
    if isinstance(given, Reading):
        return ""
    if isinstance(given, list | tuple):
        return " ".join(map(words_in, given))
    return given if isinstance(given, str) else getattr(given, "text", "") or words_in(getattr(given, "quote", ""))


def failing_on_zinc(stage: Callable[..., Any]) -> Callable[..., Any]:
    def failing(*given: Any, **named: Any) -> Any:
        if any("zinc" in words_in(one) for one in given):
            raise RuntimeError("zinc")
        return stage(*given, **named)

    return failing


@pytest.mark.parametrize(("module", "name"), STAGES, ids=lambda value: getattr(value, "__name__", value))
def test_a_stage_that_fails_on_one_sentence_costs_no_other(
    module: Any, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, name, failing_on_zinc(getattr(module, name)))
    reading = article(BEFORE + BROKEN + AFTER)
    told = [(event.action, event.date) for event in reading.events]
    assert ("raise", "2025-04-11") in told
    assert ("threaten", "2025-04-15") in told
    assert [said.quote.text for said in reading.positions if "urged" in said.quote.text]
    start = reading.article.text.index(BROKEN)
    places = [int(word) for warning in reading.warnings for word in warning.split() if word.isdigit()]
    assert any(start <= place < start + len(BROKEN) for place in places), reading.warnings


def test_an_article_whose_scope_cannot_be_read_keeps_its_events(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "scope_of", lambda *_: 1 / 0)
    reading = article(BEFORE)
    assert reading.in_scope
    assert len(reading.events) == 1
    assert any("scope" in warning for warning in reading.warnings)


def test_positions_that_cannot_be_begun_are_warned_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(positions, "subject_of", lambda *_: 1 / 0)
    reading = article(BEFORE + AFTER)
    assert reading.events
    assert not reading.positions
    assert any("positions of the article" in warning for warning in reading.warnings)


def test_weekdays_stand_where_the_dates_are_read_sentence_by_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "time_expressions", failing_on_zinc(time_expressions))
    reading = article("The price of zinc rose. China raised its tariff on US goods to 125% on Monday.")
    assert [event.date for event in reading.events] == ["2025-10-27"]
