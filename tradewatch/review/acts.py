"""What an editor does with one event or position: each act is checked, one transaction, and at least one decision."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max

from tradewatch.records.accounts import EVENT_FIELDS, POSITION_FIELDS, same
from tradewatch.records.decisions import apply, decide, record
from tradewatch.records.folding import fold_of
from tradewatch.records.folding_positions import fold_of_position, values_of_position
from tradewatch.records.models import Annotation, Decision, Event, Passage
from tradewatch.records.rows import values_of
from tradewatch.review import policies
from tradewatch.review.holding import Conflict, Target, hold_all, locked
from tradewatch.review.values import BadValue, checked, text_problem
from tradewatch.vocabulary import Verb

__all__ = [
    "BadValue",
    "Conflict",
    "accept",
    "annotate",
    "correct",
    "dismiss_reading",
    "reject",
    "resolve",
    "restore",
    "revert",
    "save",
    "take_reading",
    "undo",
]

# Fields that no text is read for; empty, the direction is what the rule derives.
_NOT_READ = {"direction": "", "summary": ""}
LONGEST_REASON = 2000
LONGEST_NOTE = 10_000


@transaction.atomic
def accept(
    target: Target, *, by: User, because: str = "", batch: int | None = None, rests_on: Passage | None = None
) -> Decision:
    """Every field stands as it is; what the machine reads later is shown, and changes nothing."""
    target = locked(target)
    policies.check_can_accept(target, by=by)
    fields = values_of(target) if isinstance(target, Event) else values_of_position(target)
    details = {"fields": fields, "machine": _machine(target), **_words_of(rests_on)}
    return decide(Verb.ACCEPT, **_subject(target), by=by, because=reason_given(because), details=details, batch=batch)


@transaction.atomic
def correct(
    target: Target,
    field: str,
    value: Any,
    *,
    by: User,
    because: str,
    batch: int | None = None,
    rests_on: Passage | None = None,
) -> Decision:
    """One field has another value, as the words of a passage say. Raises BadValue for one that it cannot take."""
    target = locked(target)
    policies.check_can_correct(target, by=by)
    if field not in (EVENT_FIELDS if isinstance(target, Event) else POSITION_FIELDS):
        raise BadValue(field, f"There is no field “{field}” to correct.")
    machine = _machine(target)
    return decide(
        Verb.CORRECT,
        **_subject(target),
        by=by,
        because=reason_given(because),
        field=field,
        before=_values(target).get(field),
        after=checked(field, value),
        details={"machine": {field: machine.get(field)}, **_words_of(rests_on)},
        batch=batch,
    )


@transaction.atomic
def save(
    target: Target,
    changes: Mapping[str, Any],
    *,
    version: int,
    by: User,
    because: str,
    rests_on: Passage | None = None,
) -> list[Decision]:
    """Several corrections at once, undone together. Raises Conflict where `version` is not the target's any more."""
    fresh = locked(target, version=version)
    batch = next_batch() if len(changes) > 1 else None
    how: dict[str, Any] = {"by": by, "because": because, "batch": batch, "rests_on": rests_on}
    return [correct(fresh, field, value, **how) for field, value in changes.items()]


@transaction.atomic
def reject(
    target: Target, *, by: User, because: str, batch: int | None = None, rests_on: Passage | None = None
) -> Decision:
    """Keep it and its evidence off the timeline, and remember why."""
    target = locked(target)
    policies.check_can_reject(target, by=by)
    if not because.strip():
        raise BadValue("because", "Say why it is rejected: whoever follows its address will read it.")
    details = _words_of(rests_on)
    return decide(Verb.REJECT, **_subject(target), by=by, because=reason_given(because), batch=batch, details=details)


@transaction.atomic
def restore(target: Target, *, by: User, because: str = "") -> Decision:
    """Take a rejection back."""
    target = locked(target)
    policies.check_can_restore(target, by=by)
    return decide(Verb.RESTORE, **_subject(target), by=by, because=reason_given(because))


@transaction.atomic
def dismiss_reading(target: Target, *, by: User, because: str = "") -> Decision:
    """The machine's new reading is seen, and changes nothing that was decided."""
    target = locked(target)
    policies.check_can_correct(target, by=by)
    details = {"machine": _machine(target)}
    return decide(Verb.DISMISS_READING, **_subject(target), by=by, because=reason_given(because), details=details)


@transaction.atomic
def take_reading(target: Target, *, by: User, because: str = "") -> list[Decision]:
    """What the machine reads now counts, in every decided field that it reads otherwise than before."""
    target = locked(target)
    folded = fold_of(target) if isinstance(target, Event) else fold_of_position(target)
    if not folded.news:
        raise policies.NotAllowed("The machine reads nothing new here.")
    batch = next_batch() if len(folded.news) > 1 else None
    why = reason_given(because) or "The new reading is right."
    return [
        correct(target, name, folded.machine[name], by=by, because=why, batch=batch) for name in sorted(folded.news)
    ]


@transaction.atomic
def revert(target: Target, field: str, *, by: User, to: Decision | None = None, because: str = "") -> Decision:
    """One field again as it was before the correction `to`; without one, as the machine reads it."""
    target = locked(target)
    value = to.before if to else {**_NOT_READ, **_machine(target)}.get(field, "")
    if same(_values(target).get(field), value):
        raise policies.NotAllowed("The field has this value already.")
    why = "Back to what it was before." if to else "Back to what the machine reads."
    return correct(target, field, value, by=by, because=reason_given(because) or why)


@transaction.atomic
def annotate(
    target: Target,
    text: str,
    *,
    by: User,
    tags: Sequence[str] = (),
    field: str = "",
    passage: Passage | None = None,
    parent: Annotation | None = None,
) -> Annotation:
    """Leave a note in CommonMark."""
    target = locked(target)
    policies.check_can_annotate(target, by=by)
    text = text.strip()
    problem = text_problem("note", text, longest=LONGEST_NOTE) if text else "The note is empty."
    if problem:
        raise BadValue("text", problem)
    note = Annotation.objects.create(
        **_subject(target), passage=passage, parent=parent, field=field, text=text, tags=_tags(tags)
    )
    decide(Verb.ANNOTATE, **_subject(target), by=by, annotation=note)
    return note


@transaction.atomic
def resolve(note: Annotation, *, by: User) -> Decision:
    """A note is dealt with."""
    note = Annotation.objects.select_for_update(of=("self",)).select_related("event", "position").get(pk=note.pk)
    policies.check_can_resolve(note, by=by)
    return decide(Verb.RESOLVE, event=note.event, position=note.position, by=by, annotation=note)


@transaction.atomic
def undo(decision: Decision, *, by: User, because: str = "") -> Decision:
    """An earlier decision no longer counts, nor do those taken with it. Raises NotAllowed, saying what rests on it."""
    together = [decision]
    if decision.batch is not None and decision.verb != Verb.UNDO:
        taken = Decision.objects.filter(batch=decision.batch).exclude(verb=Verb.UNDO)
        together = list(taken.select_related("event", "position", "other", "annotation").order_by("-pk"))
    hold_all(together)
    batch = next_batch() if len(together) > 1 else None
    undone: list[Decision] = []
    for one in together:
        policies.check_can_undo(one, by=by)
        undone.append(
            record(
                Verb.UNDO,
                event=one.event,
                position=one.position,
                other=one.other,
                by=by,
                undoes=one,
                field=one.field,
                before=one.after,
                after=one.before,
                because=reason_given(because),
                batch=batch,
            )
        )
    apply(undone)
    return undone[0]


def next_batch() -> int:
    """A number for decisions that are taken, and undone, together."""
    return (Decision.objects.aggregate(Max("batch"))["batch__max"] or 0) + 1


def reason_given(because: str) -> str:
    """The reason as it is kept. Raises BadValue for one that cannot be."""
    because = because.strip()
    problem = text_problem("reason", because, longest=LONGEST_REASON)
    if problem:
        raise BadValue("because", problem)
    return because


def _words_of(passage: Passage | None) -> dict[str, Any]:
    """The words that a decision rests on, as its details keep them."""
    return {"rests_on": {"passage": passage.pk, "quote": passage.quote}} if passage else {}


def _subject(target: Target) -> dict[str, Any]:
    return {"event": target} if isinstance(target, Event) else {"position": target}


def _values(target: Target) -> dict[str, Any]:
    return values_of(target) if isinstance(target, Event) else values_of_position(target)


def _machine(target: Target) -> dict[str, Any]:
    """What the machine says of every field now."""
    return fold_of(target).machine if isinstance(target, Event) else fold_of_position(target).machine


def _tags(tags: Sequence[str]) -> list[str]:
    cleaned = [tag.strip().lower()[:30] for tag in tags]
    return list(dict.fromkeys(tag for tag in cleaned if tag and "\x00" not in tag))[:10]
