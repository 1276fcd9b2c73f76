"""How far a folded event or position has been dealt with, and why it waits for an editor."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tradewatch.records.accounts import Act, Folded, Values, same
from tradewatch.vocabulary import ReviewState, Verb

LOW_CONFIDENCE = 0.5


def judge(
    folded: Folded,
    acts: Sequence[Act],
    seen: Values,
    *,
    lost: bool,
    merged: bool,
    alike: Sequence[Mapping[str, str]] = (),
) -> None:
    """Set the review state, its reason, and why it waits for an editor; `alike` are the reasons of its likenesses."""
    accepted = rejected = False
    for act in acts:
        accepted = accepted or act.verb == Verb.ACCEPT
        if act.verb in (Verb.ACCEPT, Verb.REJECT, Verb.RESTORE):
            rejected = act.verb == Verb.REJECT
            folded.state_reason = act.because if rejected else ""
    folded.news = tuple(_read_otherwise(folded, seen))
    folded.queue_reasons = _queue_reasons(folded, accepted=accepted, lost=lost)
    folded.queue_reasons += [dict(reason) for reason in alike]
    doubted = any(reason["code"] != "rate" for reason in folded.queue_reasons)
    if merged:
        folded.review_state, folded.queue_reasons = ReviewState.MERGED.value, []
    elif rejected:
        folded.review_state, folded.queue_reasons = ReviewState.REJECTED.value, []
    elif lost and not accepted:
        folded.review_state, folded.queue_reasons = ReviewState.WITHDRAWN.value, []
        folded.state_reason = "No text that the timeline has read reports it any more."
    elif accepted:
        folded.review_state = ReviewState.ACCEPTED.value
    else:
        folded.review_state = (ReviewState.DOUBTED if doubted else ReviewState.UNCHECKED).value


def _read_otherwise(folded: Folded, seen: Values) -> Iterator[str]:
    """The decided fields that the machine reads neither as when they were decided nor as was decided."""
    for name, value in folded.decided.items():
        if name not in seen or name not in folded.machine:
            continue
        read = folded.machine[name]
        if not same(read, seen[name]) and not same(read, value):
            yield name


def _queue_reasons(folded: Folded, *, accepted: bool, lost: bool) -> list[dict[str, str]]:
    reasons = [
        {
            "code": "new_reading",
            "said": f"The machine now reads {name} as {_said(read)}; decided is {_said(decided)}.",
        }
        for name, read, decided in ((name, folded.machine[name], folded.decided[name]) for name in folded.news)
    ]
    if lost:
        reasons.append({"code": "orphaned", "said": "The words that it rested on stand in no text any more."})
    if accepted:
        return reasons
    if any(row.get("kind") == "rate" for row in folded.values.get("measures") or []):
        reasons.append({"code": "rate", "said": "It changes a rate."})
    reasons += [{"code": "disagree", "said": f"Sources disagree on {_NAMES[name]}."} for name in folded.conflicts]
    if folded.confidence < LOW_CONFIDENCE:
        reasons.append({"code": "low_confidence", "said": f"The machine is not sure: {folded.confidence:.0%}."})
    return reasons


_NAMES = {
    "date": "the date",
    "effective": "the day it takes effect",
    "ends": "the day it ends",
    "measures": "a figure",
    "kind": "the kind",
    "action": "the action",
    "status": "whether it happened",
    "side": "who acted",
}


def _said(value: Any) -> str:
    if value in ("", None, []):
        return "not known"
    if isinstance(value, str):
        return f"“{value}”"
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return "another list of figures" if isinstance(value, list) else str(value)
