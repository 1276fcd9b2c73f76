"""Who may decide what, and when: each rule as a check that raises a readable reason, and as a question.

The check's message is what a disabled button's tooltip shows.
"""

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser, User

from tradewatch.records.models import Annotation, Decision, Event, Position
from tradewatch.records.rights import is_editor
from tradewatch.records.standing import history_of, standing
from tradewatch.vocabulary import ReviewState, Verb

Target = Event | Position


class NotAllowed(Exception):
    """An act that this person may not do, or not now; the message is a sentence for people."""


def check_can_decide(by: User | AnonymousUser) -> None:
    """Only editors decide."""
    if not is_editor(by):
        raise NotAllowed("Only editors can change the record.")


def _check_open(target: Target, by: User | AnonymousUser, doing: str) -> None:
    check_can_decide(by)
    if target.review_state == ReviewState.MERGED:
        raise NotAllowed(f"It is part of another event; undo the merger before {doing} it.")
    if target.review_state == ReviewState.REJECTED:
        raise NotAllowed(f"Restore it before {doing} it.")


def check_can_accept(target: Target, *, by: User | AnonymousUser) -> None:
    """A withdrawn event has no words behind it, so there is nothing to accept."""
    _check_open(target, by, "accepting")
    if target.review_state == ReviewState.WITHDRAWN:
        raise NotAllowed("No text reports it any more, so it cannot be accepted.")


def check_can_correct(target: Target, *, by: User | AnonymousUser) -> None:
    _check_open(target, by, "correcting")


def check_can_reject(target: Target, *, by: User | AnonymousUser) -> None:
    check_can_decide(by)
    if target.review_state == ReviewState.REJECTED:
        raise NotAllowed("It is rejected already.")
    _check_open(target, by, "rejecting")


def check_can_restore(target: Target, *, by: User | AnonymousUser) -> None:
    check_can_decide(by)
    if target.review_state != ReviewState.REJECTED:
        raise NotAllowed("Only what was rejected can be restored.")


def check_can_merge(loser: Event, *, into: Event, by: User | AnonymousUser) -> None:
    """Both must stand on the timeline, and be two."""
    if loser.pk == into.pk:
        raise NotAllowed("An event cannot be merged into itself.")
    for event in (loser, into):
        _check_open(event, by, "merging")


def check_can_split(event: Event, *, by: User | AnonymousUser) -> None:
    _check_open(event, by, "splitting")


def check_can_annotate(_target: Target, *, by: User | AnonymousUser) -> None:
    """Anything can be annotated, rejected events too: the reason is often worth a note."""
    check_can_decide(by)


def check_can_resolve(note: Annotation, *, by: User | AnonymousUser) -> None:
    check_can_decide(by)
    if note.resolved:
        raise NotAllowed("This note is resolved already.")


def check_can_undo(decision: Decision, *, by: User | AnonymousUser) -> None:
    """Anything at any depth, as long as it still counts and nothing later rests on it."""
    check_can_decide(by)
    target = decision.event or decision.position
    history = history_of(target) if target else []
    if decision.other:
        history += history_of(decision.other)
    counting = standing(set(history))
    if decision.verb == Verb.UNDO:
        if any(later.verb == Verb.UNDO and later.undoes_id == decision.pk for later in history):
            raise NotAllowed("This was undone already.")
        return
    if decision.pk not in {other.pk for other in counting}:
        raise NotAllowed("This was undone already.")
    resting = [later for later in counting if later.pk > decision.pk and _rests_on(later, decision)]
    if resting:
        raise NotAllowed(f"Undo what rests on it first: {_told(resting[0])}.")


def _rests_on(later: Decision, earlier: Decision) -> bool:
    """True when `later` makes no sense without `earlier`."""
    if later.verb == Verb.ANNOTATE:
        return bool(earlier.annotation_id and later.annotation and later.annotation.parent_id == earlier.annotation_id)
    touched = {later.event_id, later.other_id}
    rests: dict[str, bool] = {
        Verb.CREATE: earlier.event_id in touched,
        Verb.SPLIT: earlier.other_id in touched,
        Verb.MERGE: later.verb in (Verb.MERGE, Verb.SPLIT, Verb.MOVE),
        Verb.REJECT: later.verb == Verb.RESTORE,
        Verb.LINK: later.verb == Verb.UNLINK and later.other_id == earlier.other_id,
        Verb.ANNOTATE: later.verb == Verb.RESOLVE and later.annotation_id == earlier.annotation_id,
    }
    return rests.get(earlier.verb, False)


def _told(decision: Decision) -> str:
    who = decision.by.get_username() if decision.by else f"run {decision.run_id}"
    field = f" {decision.field}" if decision.field else ""
    return f"{who} {Verb(decision.verb).label}{field} on {decision.at:%d %B %Y}"


def can_accept(target: Target, *, by: User | AnonymousUser) -> bool:
    return _allows(lambda: check_can_accept(target, by=by))


def can_correct(target: Target, *, by: User | AnonymousUser) -> bool:
    return _allows(lambda: check_can_correct(target, by=by))


def can_reject(target: Target, *, by: User | AnonymousUser) -> bool:
    return _allows(lambda: check_can_reject(target, by=by))


def can_restore(target: Target, *, by: User | AnonymousUser) -> bool:
    return _allows(lambda: check_can_restore(target, by=by))


def can_resolve(note: Annotation, *, by: User | AnonymousUser) -> bool:
    return _allows(lambda: check_can_resolve(note, by=by))


def can_undo(decision: Decision, *, by: User | AnonymousUser) -> bool:
    return _allows(lambda: check_can_undo(decision, by=by))


def _allows(check: Callable[[], None]) -> bool:
    try:
        check()
    except NotAllowed:
        return False
    return True
