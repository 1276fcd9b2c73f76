"""A table of reasons why two accounts may be one event, each with a weight and words for the reviewer. Pure.

A veto is a reason of weight -1: two accounts with one are never one event. The others add up; `score` is their sum.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from tradewatch import edtf
from tradewatch.extraction.named_things import may_be_same_thing, things_of
from tradewatch.vocabulary import Action, Kind, Status

VETO = -1.0
LATELY, LONG_AGO = timedelta(days=8), timedelta(days=40)  # how long after an act a text without its day appeared
SLACK = timedelta(days=1)  # how far apart the days of two accounts of one act may be: clocks, signing and publication
# Actions by which different reporters may call one act. A threat never melts with a deed, a pause never with an end.
_ALIKE = (
    {Action.IMPOSE, Action.ANNOUNCE},
    {Action.IMPOSE, Action.RAISE},
    {Action.AGREE, Action.ANNOUNCE},
    {Action.HOLD, Action.ANNOUNCE},
    {Action.AGREE, Action.APPROVE},
    {Action.AGREE, Action.RESUME},
    {Action.THREATEN, Action.PROPOSE},
    {Action.SUSPEND, Action.EXTEND},
)
_NO_CONTENT = frozenset(
    {
        "a",
        "an",
        "and",
        "at",
        "by",
        "china",
        "chinese",
        "american",
        "for",
        "from",
        "in",
        "its",
        "of",
        "on",
        "the",
        "to",
        "us",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resemblance:
    """Why two accounts may be one event: a weight between -1 (cannot be) and 1, and words for the reviewer."""

    weight: float
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What is compared of one account."""

    kind: str
    action: str
    status: str
    side: str
    date: str
    issues: frozenset[str]
    actors: frozenset[str]
    instruments: frozenset[tuple[str, str]]
    figures: frozenset[tuple[str, str, float]]  # (unit, basis, figure)
    words: frozenset[str]  # of the title, without those that every title has
    thing: str = ""  # what the act falls upon, under its name
    told_on: datetime.date | None = None  # the day of the text


def telling_of(values: Mapping[str, Any], told_on: datetime.date | None = None) -> Telling:
    """The comparable parts of a reading's values; `told_on` is the day of its text."""
    figures = {
        (row["unit"], row.get("basis") or "", row["high"] if row.get("high") is not None else row.get("low"))
        for row in values.get("measures") or []
    }
    words = {word.strip(".,’'\"").lower() for word in (values.get("title") or "").split()}
    return Telling(
        kind=values["kind"],
        action=values["action"],
        status=values["status"],
        side=values["side"],
        date=values.get("date") or "",
        issues=frozenset(values.get("issues") or []),
        actors=frozenset(values.get("actors") or []),
        instruments=frozenset((row["scheme"], row["number"]) for row in values.get("instruments") or []),
        figures=frozenset(figures),
        words=frozenset(words - _NO_CONTENT),
        thing=values.get("object") or "",
        told_on=told_on,
    )


def reasons(one: Telling, other: Telling) -> tuple[Resemblance, ...]:
    """Why the two may be one event, or cannot be; vetoes first."""
    found = [reason for reason in (ask(one, other) for ask in _TABLE) if reason is not None]
    return tuple(sorted(found, key=lambda reason: reason.weight != VETO))


def score(found: Sequence[Resemblance]) -> float:
    """The sum of the weights; -1 where any of them is a veto."""
    if any(reason.weight == VETO for reason in found):
        return VETO
    return round(sum(reason.weight for reason in found), 3)


def same_kind_and_side(one: Telling, other: Telling) -> Resemblance | None:
    if one.kind != other.kind:
        return Resemblance(weight=VETO, said=f"{one.kind} is not {other.kind}")
    if one.side != other.side:
        return Resemblance(weight=VETO, said=f"one is an act of {one.side}, the other of {other.side}")
    return None


def same_action(one: Telling, other: Telling) -> Resemblance | None:
    if one.action == other.action:
        return Resemblance(weight=0.25, said=f"both {one.action}")
    if {one.action, other.action} in _ALIKE:
        return Resemblance(weight=0.1, said=f"{one.action} and {other.action} can tell one act")
    return Resemblance(weight=VETO, said=f"{one.action} is not {other.action}")


def same_status(one: Telling, other: Telling) -> Resemblance | None:
    if one.status == other.status:
        return None
    if Status.DENIED in (one.status, other.status):
        return Resemblance(weight=VETO, said="one text says that it did not happen")
    return Resemblance(weight=-0.05, said=f"one has it {one.status}, the other {other.status}")


def same_date(one: Telling, other: Telling) -> Resemblance | None:
    if not one.date or not other.date:
        return _without_date(one, other)
    if one.date == other.date:
        weight = 0.4 if edtf.precision_of(one.date) in ("day", "interval") else 0.25
        return Resemblance(weight=weight, said=f"both on {edtf.wording(one.date)}")
    if edtf.bounds_of(one.date).overlaps(edtf.bounds_of(other.date)):
        return Resemblance(weight=0.2, said=f"{edtf.wording(one.date)} and {edtf.wording(other.date)} overlap")
    days = edtf.days_between(*sorted([one.date, other.date]))
    if days == 1:
        # Signing and publication, New York and Shanghai: sources disagree by a day more often than they err by two.
        return Resemblance(weight=0.05, said="a day apart")
    return Resemblance(weight=VETO, said=f"{edtf.wording(one.date)} is not {edtf.wording(other.date)}")


def _without_date(one: Telling, other: Telling) -> Resemblance:
    """A text that gives no day tells, as a rule, of what happened lately."""
    undated, dated = (one, other) if not one.date else (other, one)
    last_day = edtf.bounds_of(dated.date).latest if dated.date else dated.told_on
    if undated.told_on and last_day and abs(undated.told_on - last_day) <= LATELY:
        return Resemblance(weight=0.1, said="one of them has no date, and appeared soon after")
    if undated.told_on and last_day and abs(undated.told_on - last_day) > LONG_AGO:
        return Resemblance(weight=-0.25, said="one of them has no date, and appeared long after")
    return Resemblance(weight=0.0, said="one of them has no date")


def told_in_time(one: Telling, other: Telling) -> Resemblance | None:
    """A text that reports an act as done was written after it; the day's slack is that of clocks apart."""
    for text, act in ((one, other), (other, one)):
        first_day = edtf.bounds_of(act.date).earliest
        if text.status == Status.OCCURRED and text.told_on and first_day and first_day > text.told_on + SLACK:
            said = f"a text of {text.told_on:%-d %B %Y} reports no act of {edtf.wording(act.date)}"
            return Resemblance(weight=VETO, said=said)
    return None


def same_figures(one: Telling, other: Telling) -> Resemblance | None:
    common = one.figures & other.figures
    if common:
        told = ", ".join(f"{figure:g} {unit}" for unit, _, figure in sorted(common))
        return Resemblance(weight=0.25, said=f"both say {told}")
    comparable = {(unit, basis) for unit, basis, _ in one.figures} & {(unit, basis) for unit, basis, _ in other.figures}
    if comparable:
        return Resemblance(weight=VETO, said="their figures differ")
    return None


def same_instruments(one: Telling, other: Telling) -> Resemblance | None:
    common = one.instruments & other.instruments
    if common:
        return Resemblance(weight=0.5, said=f"both name {', '.join(' '.join(pair) for pair in sorted(common))}")
    schemes = {scheme for scheme, _ in one.instruments} & {scheme for scheme, _ in other.instruments}
    if schemes:
        return Resemblance(weight=VETO, said=f"they go by different numbers of {', '.join(sorted(schemes))}")
    return None


def same_issues(one: Telling, other: Telling) -> Resemblance | None:
    common = (one.issues & other.issues) - {"other"}
    if common:
        return Resemblance(weight=0.15, said=f"both about {', '.join(sorted(common))}")
    same = things_of(one.thing) & things_of(other.thing)
    if one.issues - {"other"} and other.issues - {"other"} and not same:
        return Resemblance(weight=-0.3, said="they are about different issues")
    return None


def same_parties(one: Telling, other: Telling) -> Resemblance | None:
    named = (one.actors & other.actors) - {"china", "united-states"}
    return Resemblance(weight=0.1, said=f"both name {', '.join(sorted(named))}") if named else None


def same_thing(one: Telling, other: Telling) -> Resemblance | None:
    """Talks and deals are known by who and where; other acts by what they fall upon."""
    if one.kind in (Kind.TALKS, Kind.AGREEMENT) or not one.thing or not other.thing:
        return None
    common = things_of(one.thing) & things_of(other.thing)
    if common:
        return Resemblance(weight=0.2, said=f"both on {', '.join(sorted(common))}")
    if may_be_same_thing(one.thing, other.thing):
        return None
    return Resemblance(weight=VETO, said=f"{one.thing} is not {other.thing}")


def same_words(one: Telling, other: Telling) -> Resemblance | None:
    common = one.words & other.words
    if not common:
        return None
    share = len(common) / min(len(one.words), len(other.words))
    return Resemblance(weight=round(0.2 * share, 3), said=f"their titles share “{' '.join(sorted(common))}”")


_TABLE: tuple[Callable[[Telling, Telling], Resemblance | None], ...] = (
    same_kind_and_side,
    same_action,
    same_status,
    same_date,
    told_in_time,
    same_figures,
    same_instruments,
    same_issues,
    same_parties,
    same_thing,
    same_words,
)
