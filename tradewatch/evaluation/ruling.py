"""How each rule's readings stand before what editors decided: accepted, corrected or rejected.

Asked is what the machine reads now, in each mention's or position's latest reading, so that a rule mended since then
is judged as mended. Nothing that nobody decided counts for or against a rule.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.db.models import Max

from tradewatch.records.accounts import same
from tradewatch.records.models import Decision, Event, Position, Reading
from tradewatch.records.standing import decisions_about, decisions_on
from tradewatch.vocabulary import ReviewState, Verb

_BATCH = 400  # SQLite takes 999 variables in a statement
_ANSWERS_FOR = {"kind": ("kind", "action")}  # a rule of the lexicon gives both


@dataclass(slots=True, kw_only=True)
class RuleStanding:
    """A rule for one field: how many readings rest on it, and how those fared that an editor has judged.

    A reading is accepted where its value is the one that was decided, corrected where another one was, rejected where
    its event or position was.
    """

    field: str
    rule: str
    readings: int = 0
    accepted: int = 0
    corrected: int = 0
    rejected: int = 0

    @property
    def judged(self) -> int:
        return self.accepted + self.corrected + self.rejected

    @property
    def kept(self) -> float | None:
        """The share of judged readings that were accepted."""
        return self.accepted / self.judged if self.judged else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verdict:
    """What was decided of an event or a position."""

    rejected: bool = False
    values: Mapping[str, Any] = field(default_factory=dict)


def rules_before_decisions() -> list[RuleStanding]:
    """Every rule that a current reading rests on, the most judged first."""
    rules: dict[tuple[str, str], RuleStanding] = {}
    for readings in _batches(_current_readings()):
        events = _verdicts_on_events({one.mention.event_id for one in readings if one.mention})
        positions = _verdicts_on_positions({one.position_id for one in readings})
        for reading in readings:
            verdict = events.get(reading.mention.event_id) if reading.mention else positions.get(reading.position_id)
            for name, rule in _rules_of(reading):
                standing = rules.setdefault((name, rule), RuleStanding(field=name, rule=rule))
                standing.readings += 1
                _count(standing, reading.values, verdict)
    return sorted(rules.values(), key=lambda one: (-one.judged, -one.readings, one.field, one.rule))


def _count(standing: RuleStanding, values: Mapping[str, Any], verdict: _Verdict | None) -> None:
    if verdict is None:
        return
    if verdict.rejected:
        standing.rejected += 1
        return
    decided = [name for name in _ANSWERS_FOR.get(standing.field, (standing.field,)) if name in verdict.values]
    if not decided:
        return
    if all(same(values.get(name, ""), verdict.values[name]) for name in decided):
        standing.accepted += 1
    else:
        standing.corrected += 1


def _rules_of(reading: Reading) -> set[tuple[str, str]]:
    """(field, rule) of its reasons, each once however many accounts of the article gave it."""
    return {(reason["field"], reason["rule"]) for reason in reading.explanation if reason.get("rule")}


def _current_readings() -> Iterator[Reading]:
    for subject in ("mention", "position"):
        last = Reading.objects.filter(**{f"{subject}__isnull": False}).values(subject).annotate(last=Max("pk"))
        rows = Reading.objects.filter(pk__in=last.values("last"), ended=False).select_related("mention")
        yield from rows.iterator(chunk_size=_BATCH)


def _batches(readings: Iterator[Reading]) -> Iterator[list[Reading]]:
    while batch := list(islice(readings, _BATCH)):
        yield batch


def _verdicts_on_events(numbers: Iterable[int | None]) -> dict[int | None, _Verdict]:
    known = [number for number in numbers if number]
    # any state: what is rejected is what is asked for
    rejected = Event.objects.filter(pk__in=known, review_state=ReviewState.REJECTED).values_list("pk", flat=True)
    return _verdicts(set(rejected), decisions_about(known))


def _verdicts_on_positions(numbers: Iterable[int | None]) -> dict[int | None, _Verdict]:
    known = [number for number in numbers if number]
    rejected = Position.objects.filter(pk__in=known, review_state=ReviewState.REJECTED).values_list("pk", flat=True)
    return _verdicts(set(rejected), decisions_on(known))


def _verdicts(rejected: set[int], decisions: Mapping[int, Sequence[Decision]]) -> dict[int | None, _Verdict]:
    verdicts: dict[int | None, _Verdict] = {}
    for number, taken in decisions.items():
        values = _settled(taken)
        if values or number in rejected:
            verdicts[number] = _Verdict(rejected=number in rejected, values=values)
    return verdicts


def _settled(decisions: Sequence[Decision]) -> dict[str, Any]:
    """The values that people gave the fields or let stand, the last word of each."""
    values: dict[str, Any] = {}
    for decision in decisions:
        if decision.verb in (Verb.ACCEPT, Verb.CREATE):
            values.update(decision.details.get("fields", {}))
        elif decision.verb == Verb.CORRECT:
            values[decision.field] = decision.after
    return values
