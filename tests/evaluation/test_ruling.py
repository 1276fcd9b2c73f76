"""How a rule stands before what editors decided."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from tests.builders import TARIFF, add_mention, make_document, make_event, make_position, make_run
from tradewatch.evaluation.ruling import RuleStanding, rules_before_decisions
from tradewatch.records.decisions import decide
from tradewatch.records.models import Event, Mention, Position, Reading
from tradewatch.review import acts
from tradewatch.vocabulary import Verb

pytestmark = pytest.mark.django_db


def reread(subject: Mention | Position, *, ended: bool = False, **changed: Any) -> None:
    """A further run reads it again: with other values or reasons, or no more."""
    last = subject.readings.latest("pk")
    Reading.objects.create(
        mention=last.mention,
        position=last.position,
        run=make_run(),
        version=last.version,
        values={**last.values, **changed.get("values", {})},
        explanation=changed.get("explanation", last.explanation),
        ended=ended,
    )


def reasons(subject: Mention | Position, **rules: str) -> None:
    """Let its current reading rest on these rules, by field."""
    reread(subject, explanation=[{"field": name, "rule": rule} for name, rule in rules.items()])


def reasoned(**rules: str) -> Event:
    event = make_event()
    reasons(event.mentions.get(), **rules)
    return event


def standing(rule: str) -> tuple[int, int, int, int]:
    """(readings, accepted, corrected, rejected)"""
    (one,) = (each for each in rules_before_decisions() if each.rule == rule)
    return one.readings, one.accepted, one.corrected, one.rejected


def test_a_rule_whose_readings_nobody_judged_has_no_share() -> None:
    reasoned(date="nearest")
    assert rules_before_decisions() == [RuleStanding(field="date", rule="nearest", readings=1)]
    assert rules_before_decisions()[0].kept is None


def test_accepting_an_event_accepts_every_rule_behind_it(editor: User) -> None:
    acts.accept(reasoned(date="nearest", kind="tariff.raised"), by=editor)
    assert standing("nearest") == standing("tariff.raised") == (1, 1, 0, 0)


def test_a_correction_counts_against_the_rule_of_its_field_alone(editor: User) -> None:
    acts.correct(reasoned(date="nearest", side="agent"), "date", "2025-04-10", by=editor, because="The post says so.")
    assert standing("nearest") == (1, 0, 1, 0)
    assert standing("agent") == (1, 0, 0, 0)


def test_the_rule_of_the_kind_answers_for_the_action_too(editor: User) -> None:
    acts.correct(reasoned(kind="tariff.raised"), "action", "impose", by=editor, because="There was none before.")
    assert standing("tariff.raised") == (1, 0, 1, 0)


def test_what_was_corrected_and_then_accepted_stays_corrected(editor: User) -> None:
    event = reasoned(date="nearest", side="agent")
    acts.correct(event, "date", "2025-04-10", by=editor, because="The post says so.")
    acts.accept(event, by=editor)
    assert standing("nearest") == (1, 0, 1, 0)
    assert standing("agent") == (1, 1, 0, 0)


def test_what_an_editor_wrote_by_hand_is_a_decision_too(editor: User) -> None:
    event = reasoned(date="nearest")
    decide(Verb.CREATE, event=event, by=editor, details={"fields": {**TARIFF, "date": "2025-04-10"}})
    assert standing("nearest") == (1, 0, 1, 0)


def test_rejecting_an_event_counts_against_every_rule_until_it_is_restored(editor: User) -> None:
    event = reasoned(date="nearest", kind="tariff.raised")
    acts.reject(event, by=editor, because="It is about steel.")
    assert standing("nearest") == standing("tariff.raised") == (1, 0, 0, 1)
    acts.restore(event, by=editor)
    assert standing("nearest") == (1, 0, 0, 0)


def test_an_undone_decision_judges_nothing(editor: User) -> None:
    acts.undo(acts.accept(reasoned(date="nearest"), by=editor), by=editor)
    assert standing("nearest") == (1, 0, 0, 0)


def test_of_two_accounts_the_one_that_was_overruled_counts_as_corrected(editor: User) -> None:
    event = make_event(date="2025-04-11")
    reasons(event.mentions.get(), date="nearest")
    reasons(add_mention(event, make_document(), {**TARIFF, "date": "2025-04-12"}), date="of_the_page")
    acts.correct(event, "date", "2025-04-12", by=editor, because="Both orders say the twelfth.")
    assert standing("of_the_page") == (1, 1, 0, 0)
    assert standing("nearest") == (1, 0, 1, 0)


def test_a_rule_is_judged_by_what_it_reads_now(editor: User) -> None:
    event = reasoned(date="nearest")
    acts.correct(event, "date", "2025-04-10", by=editor, because="The post says so.")
    mended = [{"field": "date", "rule": "mended"}]
    reread(event.mentions.get(), values={"date": "2025-04-10"}, explanation=mended)
    assert [each.rule for each in rules_before_decisions()] == ["mended"]
    assert standing("mended") == (1, 1, 0, 0)


def test_what_is_no_longer_read_counts_for_no_rule() -> None:
    event = reasoned(date="nearest")
    assert len(rules_before_decisions()) == 1
    reread(event.mentions.get(), ended=True)
    assert rules_before_decisions() == []


def test_positions_are_judged_as_events_are(editor: User) -> None:
    position = make_position()
    reasons(position, stance="opposes")
    acts.correct(position, "stance", "threaten", by=editor, because="It names a harm.")
    assert standing("opposes") == (1, 0, 1, 0)
    acts.reject(position, by=editor, because="It is about another country.")
    assert standing("opposes") == (1, 0, 0, 1)


def test_the_rules_that_were_judged_most_come_first(editor: User) -> None:
    for _ in range(2):
        reasoned(side="place")
    acts.accept(reasoned(date="nearest"), by=editor)
    assert [each.rule for each in rules_before_decisions()] == ["nearest", "place"]
