"""Which event of the record a text means that names an earlier act without telling it.

Events that contradict the description fall away; of the rest those that fit it best are left: what shares the thing,
the place or the figure that is named goes before what says nothing of them. Events that may well be one act told twice
count as one. Where several acts are left and the words don't say which of a row they mean, none is meant.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from tradewatch import edtf
from tradewatch.extraction.linked import Several
from tradewatch.extraction.named_things import may_be_same_thing
from tradewatch.ingestion.fitting import fit_of
from tradewatch.ingestion.known import Catalogue, Known
from tradewatch.records.models import Event
from tradewatch.vocabulary import Action, Kind, Status

_BY_WORD = frozenset({(Kind.PURCHASE, Action.AGREE), (Kind.CORPORATE, Action.APPROVE)})
_NEARLY = timedelta(days=7)  # what is told to be undone so shortly before is the same undoing, dated otherwise


def events_meant(about: Mapping[str, Any], own: Known, by: date | None, known: Catalogue) -> list[Known]:
    """The events that the description means, seen from `own` in a text that appeared on `by`; [] where unclear."""
    if about.get("is_general") and (own.is_narrow or own.event.earliest is None):
        return []  # what it is done to is narrow as well, or the step before it cannot be told
    kinds, able = (about["kind"], about.get("also", "")), set(about["actions"])
    ranked = [
        (rank, one)
        for one in known.of(kinds, about.get("side", ""))
        if one is not own and not able.isdisjoint(one.actions)
        if (rank := _rank(one, about, own, by, known)) is not None
    ]
    best = max((rank for rank, _ in ranked), default=None)
    fitting = [one for rank, one in ranked if rank == best]
    several = about.get("several") or Several.NONE
    if fitting and several in (Several.LAST, Several.LAST_DAY, Several.FIRST):
        days = [one.day for one in fitting]
        day = min(days) if several == Several.FIRST else max(days)
        fitting = [one for one in fitting if one.day == day]
        fitting = [one for one in fitting if one.event.kind == about["kind"]] or fitting
    # Rather what all its accounts together make of it than what one of them calls it.
    fitting = [one for one in fitting if one.event.action in about["actions"]] or fitting
    acts = [one for one in _acts(fitting) if not _is_undone(one, about, own, known)]
    return acts if len(acts) == 1 or several in (Several.ALL, Several.LAST_DAY) else []


def _is_undone(one: Known, about: Mapping[str, Any], own: Known, known: Catalogue) -> bool:
    """True where the act was undone already, between its day and that of `own`."""
    undoing = set(about.get("unless") or [])
    since = (two for two in known.of_side(one.event.side) if undoing & two.actions) if undoing else ()
    return any(set(two.things) & set(one.things) and one.day < two.day and two.day + _NEARLY < own.day for two in since)


def _acts(events: Sequence[Known]) -> list[Known]:
    """The events without those that may be another one of them told again; the one with the most accounts stays."""
    kept: list[Known] = []
    for one in sorted(events, key=lambda one: -len(one.mentions)):
        if not any(_may_be_one(one, other) for other in kept):
            kept.append(one)
    return kept


def _may_be_one(one: Known, other: Known) -> bool:
    ours, theirs = one.event, other.event
    if ours.date and theirs.date and not edtf.bounds_of(ours.date).overlaps(edtf.bounds_of(theirs.date)):
        return False
    if any(a and b and not a & b for a, b in ((set(one.rates), set(other.rates)), (one.counts, other.counts))):
        return False
    if (
        any(a[0] == b[0] for a in one.instruments for b in other.instruments)
        and not one.instruments & other.instruments
    ):
        return False
    return not one.things or not other.things or any(may_be_same_thing(a, b) for a in one.things for b in other.things)


Rank = tuple[int, ...]


def _rank(one: Known, about: Mapping[str, Any], own: Known, by: date | None, known: Catalogue) -> Rank | None:
    """How well an event fits, the weightiest first; None where it contradicts the description."""
    event = one.event
    cited = {tuple(pair) for pair in about.get("instruments") or []}
    if cited:
        return (1,) if cited & one.instruments else None
    if not _is_done(event) or (about.get("side") and event.side != about["side"]):
        return None
    if not _is_earlier(one, own, by, about) or not _is_within(event, own.event, about.get("within")):
        return None
    if about.get("is_general") and event.earliest is None:
        return None  # of steps without a day nobody knows the order
    fits = fit_of(one, about, own, known)
    if fits is None:
        return None
    is_dated = event.earliest is not None
    on_day = bool(event.date) and event.date == about.get("day")
    return (int(is_dated), int(on_day), *fits)


def _is_done(event: Event) -> bool:
    """True of what was done; a promise to buy or an assured licence is one, though what is promised is to come."""
    is_word = (event.kind, event.action) in _BY_WORD
    return event.status == Status.OCCURRED or (is_word and event.status == Status.PLANNED)


def _is_earlier(one: Known, own: Known, by: date | None, about: Mapping[str, Any]) -> bool:
    """True of what may have been done before `own`, on the day that is named: no side undoes what it does that day."""
    event, until = one.event, own.event.latest or own.event.earliest or by
    is_count = (
        event.kind == Kind.PURCHASE and event.action == Action.SUSPEND and edtf.precision_of(event.date) == "month"
    )
    if is_count and own.event.action == Action.RESUME:
        return False  # a month in which nothing came in is no halt that is ended
    day = about.get("day")
    if day and not (event.date and edtf.bounds_of(event.date).overlaps(edtf.bounds_of(day))):
        return False
    if event.earliest is None:
        return event.latest is None and not one.actions & own.actions
    if until is None or event.earliest > min(until, by or until) or _is_later_step(one, own):
        return False
    begins = own.event.earliest or by
    if begins is None or (event.kind, event.side) != (own.event.kind, own.event.side):
        return True
    is_promise = event.action == Action.AGREE and not one.actions & own.actions
    return (event.earliest if is_promise else event.latest or event.earliest) < begins


def _is_within(event: Event, own: Event, days: int | None) -> bool:
    """True of what began and ended in so many days before the other had ended."""
    if days is None:
        return True
    if own.earliest is None or own.latest is None or event.earliest is None or event.latest is None:
        return False
    if own.kind == Kind.TALKS and event.earliest >= own.earliest:
        return False  # what they came to themselves
    return own.earliest - timedelta(days=days) <= event.earliest and event.latest <= own.latest


def _is_later_step(one: Known, own: Known) -> bool:
    """True of a higher rate of the other side on one day: what goes up to 84 then answers no 125."""
    is_duty = one.event.kind == own.event.kind == Kind.TARIFF
    return is_duty and one.event.date == own.event.date != "" and one.rate > own.rate > 0
