"""What a decision did, in words, seen from the event or position that it is told with."""

from collections.abc import Callable, Mapping
from typing import Any

from tradewatch.records.models import Decision
from tradewatch.review.wording import LABELS, said
from tradewatch.vocabulary import LinkType, Verb


def who_decided(decision: Decision) -> str:
    """The editor's name, or the run that decided in the machine's own name."""
    if decision.by:
        return decision.by.get_full_name() or decision.by.get_username()
    return f"the machine, run {decision.run_id}"


def what_was_done(decision: Decision, seen_from: int | None = None) -> str:
    """ "Corrected the date", "Merged event 4 into this one", "Undid: accepted". `seen_from` is an event's number; None
    tells it to somebody who looks at neither event."""
    verb = Verb(decision.verb)
    if verb == Verb.UNDO and decision.undoes:
        undone = what_was_done(decision.undoes, seen_from) if decision.undoes.verb != Verb.UNDO else "an undo"
        return f"Undid: {undone[0].lower()}{undone[1:]}"
    return _SAYING[verb](decision, seen_from)


def from_and_to(decision: Decision) -> tuple[str, str]:
    """The value before and after, in words; "" where the decision set none."""
    if decision.field:
        return said(decision.field, decision.before), said(decision.field, decision.after)
    return _quoted(decision.before), _quoted(decision.after)


def _quoted(place: Any) -> str:
    return f"“{place['quote']}”" if isinstance(place, Mapping) and place.get("quote") else ""


def _plainly(words: str) -> Callable[[Decision, int | None], str]:
    return lambda _decision, _seen_from: words


def _corrected(decision: Decision, _seen_from: int | None) -> str:
    return f"Corrected the {LABELS.get(decision.field, decision.field).lower()}"


def _merged(decision: Decision, seen_from: int | None) -> str:
    if seen_from == decision.other_id:
        return f"Merged this event into event {decision.event_id}"
    return f"Merged event {decision.other_id} into {_named(decision.event_id, seen_from)}"


def _split(decision: Decision, seen_from: int | None) -> str:
    if seen_from == decision.other_id:
        return f"Split off from event {decision.event_id}"
    return f"Split event {decision.other_id} off"


def _moved(decision: Decision, seen_from: int | None) -> str:
    if seen_from == decision.other_id:
        return f"Moved an account here from event {decision.event_id}"
    return f"Moved an account to event {decision.other_id}"


def _linked(decision: Decision, seen_from: int | None) -> str:
    quote = decision.details.get("quote", "")
    ground = f", in the words “{quote}”" if quote else ", inferred"
    return f"Linked: {_link(decision, seen_from)}{ground}"


def _unlinked(decision: Decision, seen_from: int | None) -> str:
    return f"Took off the link: {_link(decision, seen_from)}"


def _link(decision: Decision, seen_from: int | None) -> str:
    how = decision.details.get("type", "")
    label = LinkType(how).label if how in set(LinkType) else how
    return f"{_named(decision.event_id, seen_from)} {label} {_named(decision.other_id, seen_from)}"


def _told_apart(decision: Decision, seen_from: int | None) -> str:
    other = decision.event_id if seen_from == decision.other_id else decision.other_id
    return f"Told apart from event {other}"


def _named(number: int | None, seen_from: int | None) -> str:
    return "this event" if number == seen_from else f"event {number}"


_SAYING: Mapping[str, Callable[[Decision, int | None], str]] = {
    Verb.ACCEPT: _plainly("Accepted"),
    Verb.CORRECT: _corrected,
    Verb.REJECT: _plainly("Rejected"),
    Verb.RESTORE: _plainly("Restored"),
    Verb.CREATE: _plainly("Made from words of an article"),
    Verb.MERGE: _merged,
    Verb.SPLIT: _split,
    Verb.MOVE: _moved,
    Verb.ADD_PASSAGE: _plainly("Added a quote"),
    Verb.REMOVE_PASSAGE: _plainly("Took a quote away"),
    Verb.LINK: _linked,
    Verb.UNLINK: _unlinked,
    Verb.ANNOTATE: _plainly("Left a note"),
    Verb.RESOLVE: _plainly("Resolved a note"),
    Verb.NOT_DUPLICATE: _told_apart,
    Verb.DISMISS_READING: _plainly("Kept what was decided against a new reading"),
    Verb.UNDO: _plainly("Undid a decision"),
}
