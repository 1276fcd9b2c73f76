"""Applies the fold to positions: the latest reading and the decisions, kept as the row."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction

from tradewatch import edtf
from tradewatch.records.accounts import Account, Act, Folded
from tradewatch.records.fold import fold_position
from tradewatch.records.models import Actor, Decision, Issue, Passage, Position
from tradewatch.records.standing import decisions_on
from tradewatch.vocabulary import Verb


@transaction.atomic
def refold_positions(positions: Iterable[int]) -> set[int]:
    """Fold these positions again and write what differs; the numbers of those that changed."""
    changed: set[int] = set()
    numbers = sorted(set(positions))
    decisions = decisions_on(numbers)
    for position, folded in _folded(numbers, decisions):
        _show(position, decisions[position.pk])
        columns = _columns(folded)
        if position.version and all(getattr(position, name) == value for name, value in columns.items()):
            continue
        for name, value in columns.items():
            setattr(position, name, value)
        position.version += 1
        position.save()
        changed.add(position.pk)
    return changed


def _show(position: Position, decisions: Sequence[Decision]) -> None:
    """Keep `Passage.shown` equal to what stands in the current version: where an editor chose words, those alone."""
    current = position.document.current_id if position.document else None
    there = [row for row in position.passages.all() if row.version_id == current and row.retired_id is None]
    chosen = _chosen_words(there, decisions)
    standing = {chosen.pk} if chosen else {row.pk for row in there if row.decision_id is None}
    for passage in position.passages.all():
        if passage.shown != (passage.pk in standing):
            Passage.objects.filter(pk=passage.pk).update(shown=passage.pk in standing)


def _chosen_words(there: Sequence[Passage], decisions: Sequence[Decision]) -> Passage | None:
    """The passage that the last decision about the quote chose; None where it chose none, or words typed by hand."""
    about = [row for row in decisions if row.verb == Verb.CREATE or row.field == "quote"]
    if not about:
        return None
    last = about[-1]
    place = last.details.get("place")
    made = (row for row in there if row.decision_id == last.pk or [row.version_id, row.start, row.end] == place)
    return next(made, None)


def check_positions() -> list[str]:
    """A line for each field in which a position's row differs from its fold."""
    numbers = list(Position.objects.order_by("pk").values_list("pk", flat=True))
    decisions = decisions_on(numbers)
    return [
        f"position {position.pk}: {name} is {getattr(position, name)!r}, the fold makes it {value!r}"
        for position, folded in _folded(numbers, decisions)
        for name, value in _columns(folded).items()
        if getattr(position, name) != value
    ]


def fold_of_position(position: Position) -> Folded:
    """What the fold makes of one position now: the machine's values beside the decided ones."""
    return next(folded for _, folded in _folded([position.pk], decisions_on([position.pk])))


def folds_of_positions(numbers: Iterable[int]) -> dict[int, Folded]:
    """What the fold makes of each of these positions now."""
    wanted = sorted(set(numbers))
    return {position.pk: folded for position, folded in _folded(wanted, decisions_on(wanted))}


def _folded(numbers: Sequence[int], decisions: Mapping[int, Sequence[Decision]]) -> Iterable[tuple[Position, Folded]]:
    wanted = Position.objects.filter(pk__in=numbers).select_related("document__current", "speaker", "issue")
    for position in wanted.prefetch_related("readings", "passages").order_by("pk"):
        acts = [_act(decision) for decision in decisions[position.pk]]
        yield position, fold_position(_accounts(position), acts, last_said=values_of_position(position))


def _act(decision: Decision) -> Act:
    return Act(
        verb=decision.verb,
        field=decision.field,
        after=decision.after,
        because=decision.because,
        fields=decision.details.get("fields", {}),
        machine=decision.details.get("machine", {}),
    )


def _accounts(position: Position) -> list[Account]:
    readings = sorted(position.readings.all(), key=lambda reading: reading.pk)
    told = [reading for reading in readings if not reading.ended]
    document = position.document
    if not told or document is None:
        return []
    passages = [
        passage
        for passage in position.passages.all()
        if passage.version_id == document.current_id and passage.retired_id is None and passage.decision_id is None
    ]
    quote = passages[-1].quote if passages else told[-1].values.get("quote", position.quote)
    return [
        Account(
            mention=position.pk,
            document=document.pk,
            origin=document.origin,
            genre=document.current.genre if document.current else "",
            published=document.current.published if document.current else None,
            values={**told[-1].values, "quote": quote},
            confidence=told[-1].confidence,
            live=not readings[-1].ended and bool(passages),
        )
    ]


def _columns(folded: Folded) -> dict[str, Any]:
    values = folded.values
    bounds = edtf.bounds_of(values["date"])
    return {
        "speaker_id": _key_of(Actor, values["speaker"]),
        "issue_id": _key_of(Issue, values["issue"]),
        "side": values["side"],
        "stance": values["stance"],
        "quote": values["quote"],
        "date": values["date"],
        "earliest": bounds.earliest,
        "latest": bounds.latest,
        "listed_on": folded.listed_on,
        "confidence": folded.confidence,
        "review_state": folded.review_state,
        "state_reason": folded.state_reason,
        "queue_reasons": folded.queue_reasons,
    }


def _key_of(model: type[Actor] | type[Issue], slug: str) -> int | None:
    return model._default_manager.filter(slug=slug).values_list("pk", flat=True).first() if slug else None


def values_of_position(position: Position) -> dict[str, Any]:
    """The position's fields in the export's forms, as `accept` decides them."""
    return {
        "speaker": position.speaker.slug if position.speaker else "",
        "issue": position.issue.slug if position.issue else "",
        "side": position.side,
        "stance": position.stance,
        "quote": position.quote,
        "date": position.date,
    }
