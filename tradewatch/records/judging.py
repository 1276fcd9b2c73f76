"""How far a folded event or position has been dealt with, and why it waits for an editor."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tradewatch import edtf
from tradewatch.records.accounts import DATES, Act, Folded, Values, same
from tradewatch.vocabulary import Action, Kind, ReviewState, Side, Stance, Status, Topic, Verb, Word

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
    reasons = [{"code": "new_reading", "said": _read_anew(folded, name)} for name in folded.news]
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
    "title": "the title",
    "actors": "the actors",
    "issues": "the issues",
    "instruments": "the numbers of the act",
    "speaker": "the speaker",
    "issue": "the issue",
    "stance": "the stance",
    "quote": "the quote",
}
_LABELS: Mapping[str, type[Word]] = {
    "kind": Kind, "action": Action, "status": Status, "side": Side, "issue": Topic, "issues": Topic, "stance": Stance,
}  # fmt: skip


def _read_anew(folded: Folded, name: str) -> str:
    read, decided = _said(name, folded.machine[name]), _said(name, folded.decided[name])
    return f"The machine now reads {_NAMES.get(name, name)} as {read}; decided is {decided}."


def _said(name: str, value: Any) -> str:
    """A value as people say it: a date in words, a word of a closed list by its label, other texts in quotes."""
    if value in ("", None, []):
        return "not known"
    if name in DATES:
        return edtf.wording(str(value))
    if name == "measures":
        return "other figures"
    if name == "instruments":
        return ", ".join(f"{row['scheme']} {row['number']}" for row in value)
    return ", ".join(_word(name, str(one)) for one in (value if isinstance(value, list) else [value]))


def _word(name: str, value: str) -> str:
    words = _LABELS.get(name)
    if words:
        return f"“{words(value).label}”" if value in set(words) else f"“{value}”"
    return value if name in ("actors", "speaker") else f"“{value}”"
