"""Who may decide what, and when: each rule as a check that raises a readable reason, and as a question.

The check's message is what a disabled button's tooltip shows.
"""

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser, User

from tradewatch.records.models import Annotation, Decision, Event, Position
from tradewatch.records.rights import is_editor
from tradewatch.records.standing import history_of, standing
from tradewatch.review.wording import LABELS
from tradewatch.vocabulary import ReviewState, Verb

Target = Event | Position
_TWO = 2


class NotAllowed(Exception):
    """An act that this person may not do, or not now; the message is a sentence for people."""


def check_can_decide(by: User | AnonymousUser) -> None:
    """Only editors decide."""
    if not is_editor(by):
        raise NotAllowed("Only editors can change the record.")


def _check_open(target: Target, by: User | AnonymousUser, doing: str) -> None:
    check_can_decide(by)
    what = "event" if isinstance(target, Event) else "position"
    if target.review_state == ReviewState.MERGED:
        raise NotAllowed(f"This event was merged into another one: undo the merger before {doing} it.")
    if target.review_state == ReviewState.REJECTED:
        raise NotAllowed(f"Restore the rejected {what} before {doing} it.")


def check_can_accept(target: Target, *, by: User | AnonymousUser) -> None:
    """A withdrawn event has no words behind it, so there is nothing to accept."""
    _check_open(target, by, "accepting")
    if target.review_state == ReviewState.WITHDRAWN:
        what = "event" if isinstance(target, Event) else "position"
        raise NotAllowed(f"No text reports this {what} any more, so it cannot be accepted.")


def check_can_correct(target: Target, *, by: User | AnonymousUser) -> None:
    _check_open(target, by, "correcting")


def check_can_reject(target: Target, *, by: User | AnonymousUser) -> None:
    check_can_decide(by)
    if target.review_state == ReviewState.REJECTED:
        raise NotAllowed("This is rejected already.")
    _check_open(target, by, "rejecting")


def check_can_restore(target: Target, *, by: User | AnonymousUser) -> None:
    check_can_decide(by)
    if target.review_state != ReviewState.REJECTED:
        raise NotAllowed("Only what was rejected can be restored, and this was not.")


def check_can_merge(loser: Event, *, into: Event, by: User | AnonymousUser) -> None:
    """Both must stand on the timeline, and be two."""
    if loser.pk == into.pk:
        raise NotAllowed("An event cannot be merged into itself.")
    for event in (loser, into):
        _check_open(event, by, "merging")


def check_can_split(event: Event, *, by: User | AnonymousUser) -> None:
    _check_open(event, by, "splitting")
    if event.mentions.count() < _TWO:
        raise NotAllowed("Only one account reports this event, so there is nothing to split off.")


def check_can_give_away(event: Event, *, by: User | AnonymousUser) -> None:
    """An account may leave an event for another one even when it is the last: the event is withdrawn then."""
    _check_open(event, by, "moving an account of")


def check_can_receive(event: Event, *, by: User | AnonymousUser) -> None:
    _check_open(event, by, "moving an account to")


def check_can_link(source: Event, target: Event, *, by: User | AnonymousUser) -> None:
    """Both stand on the timeline, and are two."""
    if source.pk == target.pk:
        raise NotAllowed("An event cannot be linked to itself.")
    for event in (source, target):
        _check_open(event, by, "linking")


def check_can_tell_apart(one: Event, other: Event, *, by: User | AnonymousUser) -> None:
    check_can_decide(by)
    if one.pk == other.pk:
        raise NotAllowed("An event cannot be told apart from itself.")
    if ReviewState.MERGED in (one.review_state, other.review_state):
        raise NotAllowed("These events were merged: undo the merger before telling them apart.")


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
    if later.batch is not None and later.batch == earlier.batch:
        return False
    if later.verb == Verb.ANNOTATE:
        return bool(earlier.annotation_id and later.annotation and later.annotation.parent_id == earlier.annotation_id)
    touched = {later.event_id, later.other_id}
    rests: dict[str, bool] = {
        Verb.CREATE: earlier.position_id is not None or earlier.event_id in touched,
        Verb.SPLIT: earlier.other_id in touched,
        Verb.MERGE: earlier.verb == Verb.MERGE and _builds_on_the_merger(later, earlier),
        Verb.REJECT: later.verb == Verb.RESTORE,
        Verb.LINK: later.verb == Verb.UNLINK and later.other_id == earlier.other_id,
        Verb.ANNOTATE: later.verb == Verb.RESOLVE and later.annotation_id == earlier.annotation_id,
    }
    return rests.get(earlier.verb, False)


def _builds_on_the_merger(later: Decision, merger: Decision) -> bool:
    """True where the survivor was merged on, or accounts that the merger brought were sent elsewhere."""
    if later.verb == Verb.MERGE:
        return later.other_id == merger.event_id
    if later.verb not in (Verb.SPLIT, Verb.MOVE):
        return False
    return later.mentions.filter(pk__in=merger.mentions.values("pk")).exists()


def _told(decision: Decision) -> str:
    """ "mira split an account off on 24 November 2026"."""
    who = decision.by.get_username() if decision.by else f"run {decision.run_id}"
    what = _DONE.get(decision.verb, f"{Verb(decision.verb).label} it")
    corrected = f"corrected its field “{LABELS.get(decision.field, decision.field)}”"
    return f"{who} {corrected if decision.verb == Verb.CORRECT else what} on {decision.at:%-d %B %Y}"


_DONE: dict[str, str] = {
    Verb.MERGE: "merged it with another event",
    Verb.SPLIT: "split an account off",
    Verb.MOVE: "moved an account of it",
    Verb.LINK: "linked it",
    Verb.UNLINK: "took a link off it",
    Verb.ANNOTATE: "answered the note",
    Verb.RESOLVE: "resolved the note",
    Verb.ADD_PASSAGE: "added words to it",
    Verb.REMOVE_PASSAGE: "took words from it",
    Verb.NOT_DUPLICATE: "told it apart from another event",
}


def can_accept(target: Target, *, by: User | AnonymousUser) -> bool:
    return _allows(lambda: check_can_accept(target, by=by))


def can_correct(target: Target, *, by: User | AnonymousUser) -> bool:
    return _allows(lambda: check_can_correct(target, by=by))


def can_reject(target: Target, *, by: User | AnonymousUser) -> bool:
    return _allows(lambda: check_can_reject(target, by=by))


def can_restore(target: Target, *, by: User | AnonymousUser) -> bool:
    return _allows(lambda: check_can_restore(target, by=by))


def can_merge(event: Event, *, by: User | AnonymousUser) -> bool:
    """Whether it may be merged with some other event; which one, `check_can_merge` asks."""
    return _allows(lambda: _check_open(event, by, "merging"))


def can_split(event: Event, *, by: User | AnonymousUser) -> bool:
    return _allows(lambda: check_can_split(event, by=by))


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
