"""What a sentence tells where no rule fires, by the weight of its words: here of a few words, weighed by the test."""

from collections.abc import Mapping
from datetime import date

import pytest

from tests.extraction.reading import acts, events
from tradewatch.extraction import hunches
from tradewatch.extraction.weights import Weights, load_weights, table_of
from tradewatch.vocabulary import Action, Kind

DAY = date(2025, 9, 16)  # a Tuesday
HEAD = "US and China: the dispute goes on\n\n"
CLOSETED = "Mr Bessent and Mr He of China were closeted in Madrid all Sunday."
TABLES: dict[str, dict[str, object]] = {
    "kind": {"answers": ["talks", "purchase"], "bias": [-3, -3], "cues": {"closet": {"0": 5}, "ashor": {"1": 5}}},
    "action talks": {"answers": ["hold"], "bias": [0], "cues": {}},
    "side talks": {"answers": ["both"], "bias": [0], "cues": {}},
    "action purchase": {"answers": ["resume", "suspend"], "bias": [0, 0], "cues": {"ashor": {"1": 3}}},
    "side purchase": {"answers": ["china"], "bias": [0], "cues": {}},
}


@pytest.fixture(autouse=True)
def _weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    tables: Mapping[str, Weights] = {name: table_of(table) for name, table in TABLES.items()}
    monkeypatch.setattr(hunches, "load_weights", lambda: tables)


def test_a_sentence_that_no_rule_reads_is_read_by_its_words() -> None:
    [event] = events(HEAD + CLOSETED, published=DAY)
    assert (event.kind, event.action, event.side, event.date) == ("talks", "hold", "both", "2025-09-14")
    [account] = event.accounts
    assert hunches.is_hunch(account.rule)
    assert "no rule, but the weight of its words: “closet”" in account.reasons[0].said
    assert event.confidence < 0.7


def test_no_likely_kind_no_event(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hunches, "load_weights", lambda: {"kind": table_of({**TABLES["kind"], "bias": [-6, -6]})})
    assert acts(HEAD + CLOSETED, published=DAY) == []


def test_what_a_rule_reads_is_left_to_it() -> None:
    [event] = events(HEAD + "US and Chinese officials, closeted all Sunday, held talks in Madrid.", published=DAY)
    assert not any(hunches.is_hunch(account.rule) for account in event.accounts)


def test_without_a_day_and_a_doer_a_hunch_is_no_event() -> None:
    assert acts(HEAD + "The beans stayed ashore.", published=DAY) == []
    assert acts(HEAD + "China left the beans ashore.", published=DAY) == ["purchase suspend occurred china"]


def test_a_third_country_without_china_is_none_of_the_dispute() -> None:
    assert acts(HEAD + "Americans left the beans of Brazil ashore on Sunday.", published=DAY) == []
    assert acts(HEAD + "Americans left the beans ashore on Sunday.", published=DAY) == [
        "purchase suspend occurred china"
    ]


def test_a_question_a_heading_and_a_condition_are_no_acts() -> None:
    assert acts(HEAD + "Will China leave the beans ashore on Sunday?", published=DAY) == []
    assert acts(HEAD + "Ashore in China on Sunday\n\nNobody came.", published=DAY) == []
    assert acts(HEAD + "If China left the beans ashore on Sunday, prices would fall.", published=DAY) == []


def test_a_hunch_joins_what_a_rule_has_read_and_changes_none_of_its_fields() -> None:
    told = "China suspended purchases of US soybeans on Sunday."
    [alone] = events(HEAD + told, published=DAY)
    [event] = events(f"{HEAD}{told} China left the beans ashore.", published=DAY)
    assert [hunches.is_hunch(account.rule) for account in event.accounts] == [False, True]
    names = ("kind", "action", "status", "side", "date", "title", "measures", "issues")
    assert all(getattr(event, name) == getattr(alone, name) for name in names)


def test_the_program_has_weights_for_every_kind_and_only_the_codebooks_words() -> None:
    tables = load_weights()
    assert set(tables["kind"].answers) == {str(kind) for kind in Kind}
    for kind in Kind:
        assert set(tables[f"action {kind}"].answers) <= {str(action) for action in Action}
        assert set(tables[f"side {kind}"].answers) <= {"us", "china", "both", "other"}
