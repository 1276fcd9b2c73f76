"""Which event of the record a text means that names an earlier act without telling it.

Events that contradict the description fall away; of the rest those that fit it best are left: what shares the thing,
the place or the figure that is named goes before what says nothing of them. Events that may well be one act told twice
count as one. Where several acts are left and the words don't say which of a row they mean, none is meant.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tradewatch import edtf
from tradewatch.extraction.linked import Several
from tradewatch.extraction.named_things import may_be_same_thing, things_of
from tradewatch.records.models import Event, Mention
from tradewatch.vocabulary import Action, Kind, Status, Topic, Unit

_AFTERMATH = timedelta(days=2)  # after talks, in which their deal is told
_MEETING = timedelta(days=7)  # talks that are dated no closer than this fix no deal's day
_NO_ISSUE = frozenset({str(Topic.OTHER)})
_FACE_TO_FACE = ("talks", "meeting", "summit")
_NEARLY = timedelta(days=7)  # what is told to be undone so shortly before is the same undoing, dated otherwise


@dataclass(slots=True, kw_only=True)
class Known:
    """An event with what its accounts say of it; `mentions` in the order of their texts' addresses."""

    event: Event
    mentions: list[Mention] = field(default_factory=list)
    actions: set[str] = field(default_factory=set)
    issues: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)
    objects: set[str] = field(default_factory=set)
    instruments: set[tuple[str, str]] = field(default_factory=set)
    rates: Counter[float] = field(default_factory=Counter)
    counts: set[float] = field(default_factory=set)

    def add(self, mention: Mention, values: Mapping[str, Any]) -> None:
        """Take in what one account says."""
        self.mentions.append(mention)
        self.actions.add(values["action"])
        self.issues |= set(values.get("issues") or []) - _NO_ISSUE
        self.objects.add(values.get("object") or "")
        self.things |= things_of(values.get("object") or "")
        self.instruments |= {(row["scheme"], row["number"]) for row in values.get("instruments") or []}
        for row in values.get("measures") or []:
            figures = {row.get("low"), row.get("high")} - {None}
            self.rates.update(figures if row["unit"] == Unit.PERCENT else ())
            self.counts |= figures if row["unit"] == Unit.ENTITIES else set()

    @property
    def day(self) -> date:
        return self.event.earliest or self.event.latest or date.min


def events_meant(about: Mapping[str, Any], own: Known, by: date | None, known: Iterable[Known]) -> list[Known]:
    """The events that the description means, seen from `own` in a text that appeared on `by`; [] where unclear."""
    everything = list(known)
    ranked = [
        (rank, one)
        for one in everything
        if one is not own and one.event.kind == about["kind"] and one.actions & set(about["actions"])
        if (rank := _rank(one, about, own, by, everything)) is not None
    ]
    best = max((rank for rank, _ in ranked), default=None)
    fitting = [one for rank, one in ranked if rank == best]
    several = about.get("several") or Several.NONE
    if fitting and several in (Several.LAST, Several.LAST_DAY, Several.FIRST):
        days = [one.day for one in fitting]
        day = min(days) if several == Several.FIRST else max(days)
        fitting = [one for one in fitting if one.day == day]
    # Rather what all its accounts together make of it than what one of them calls it.
    fitting = [one for one in fitting if one.event.action in about["actions"]] or fitting
    acts = [one for one in _acts(fitting) if not _is_undone(one, about, own, everything)]
    return acts if len(acts) == 1 or several in (Several.ALL, Several.LAST_DAY) else []


def _is_undone(one: Known, about: Mapping[str, Any], own: Known, everything: Sequence[Known]) -> bool:
    """True where the act was undone already, between its day and that of `own`."""
    undoing = set(about.get("unless") or [])
    since = (two for two in everything if undoing & two.actions and two.event.side == one.event.side)
    return any(two.things & one.things and one.day < two.day and two.day + _NEARLY < own.day for two in since)


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


def _rank(
    one: Known, about: Mapping[str, Any], own: Known, by: date | None, everything: Sequence[Known]
) -> Rank | None:
    """How well an event fits, the weightiest first; None where it contradicts the description."""
    event = one.event
    cited = {tuple(pair) for pair in about.get("instruments") or []}
    if cited:
        return (1,) if cited & one.instruments else None
    if not _is_done(event) or (about.get("side") and event.side != about["side"]):
        return None
    if not _is_earlier(one, own, by, about):
        return None
    fits = (
        _fits_thing(one, about),
        _fits_place(one, about, everything),
        _fits_issues(one, about),
        _fits_figure(one, about, own),
    )
    if any(fit is None for fit in fits):
        return None
    is_dated = event.earliest is not None
    on_day = bool(event.date) and event.date == about.get("day")
    return (int(is_dated), int(on_day), *(fit or 0 for fit in fits))


def _is_done(event: Event) -> bool:
    """True of what was done; a promise to buy is one, though the buying is to come."""
    is_pledge = event.kind == Kind.PURCHASE and event.action == Action.AGREE
    return event.status == Status.OCCURRED or (is_pledge and event.status == Status.PLANNED)


def _is_earlier(one: Known, own: Known, by: date | None, about: Mapping[str, Any]) -> bool:
    """True of what may have been done before `own`, on the day that is named: no side undoes what it does that day."""
    event, until = one.event, own.event.latest or own.event.earliest or by
    is_count = (
        event.kind == Kind.PURCHASE and event.action == Action.SUSPEND and edtf.precision_of(event.date) == "month"
    )
    if is_count and own.event.action == Action.RESUME:
        return False  # a month in which nothing came in is no halt that is ended
    if about.get("day") and not (event.date and edtf.bounds_of(event.date).overlaps(edtf.bounds_of(about["day"]))):
        return False
    if event.earliest is None:
        return event.latest is None and not one.actions & own.actions
    if until is None or event.earliest > min(until, by or until):
        return False
    begins = own.event.earliest or by
    if begins is None or (event.kind, event.side) != (own.event.kind, own.event.side):
        return True
    is_promise = event.action == Action.AGREE and not one.actions & own.actions
    return (event.earliest if is_promise else event.latest or event.earliest) < begins


def _fits_thing(one: Known, about: Mapping[str, Any]) -> int | None:
    if about["kind"] == Kind.TALKS:
        return _fits_name(one, _FACE_TO_FACE) if about.get("thing") else 0
    if about["kind"] == Kind.AGREEMENT:
        return _fits_name(one, [about["thing"]]) or 0 if about.get("thing") else 0
    if about.get("several") == Several.ALL and any(name.endswith(" List") for name in one.objects):
        return None  # who lists parties on a day takes no measure of the sort that is spoken of
    wanted = things_of(about.get("thing") or "")
    if not wanted:
        return int(not one.things and about.get("several") != Several.ALL)  # what is meant is for all goods
    if not one.things and about.get("day") == one.event.date:
        return 0  # the day tells it
    return 1 if one.things & wanted else None


def _fits_name(one: Known, words: Sequence[str]) -> int | None:
    """The higher, the earlier the word stands among those that the event goes by; None for none of them."""
    found = [at for at, word in enumerate(words) if any(word in name for name in one.objects)]
    return len(words) - min(found) if found else None


def _fits_place(one: Known, about: Mapping[str, Any], everything: Sequence[Known]) -> int | None:
    """2 where it is told to have been held or agreed there, 1 for a deal of the days of talks there."""
    place = about.get("place")
    if not place:
        return 0
    if _is_told_at(one, place):
        return 2
    if one.event.kind != Kind.AGREEMENT or any(" in " in name for name in one.objects):
        return None
    begins = one.event.earliest
    for talks in everything:
        first, last = talks.event.earliest, talks.event.latest
        is_there = (
            talks.event.kind == Kind.TALKS and talks.event.status == Status.OCCURRED and _is_told_at(talks, place)
        )
        if is_there and begins and first and last and last - first <= _MEETING and first <= begins <= last + _AFTERMATH:
            return 1
    return None


def _is_told_at(one: Known, place: str) -> bool:
    return any(name.endswith(f" in {place}") for name in one.objects)


def _fits_issues(one: Known, about: Mapping[str, Any]) -> int | None:
    wanted = set(about.get("issues") or [])
    if not wanted:
        is_of_parcels = about["kind"] == Kind.TARIFF and one.issues == {Topic.DE_MINIMIS} and not about.get("thing")
        return None if is_of_parcels else 0  # nobody calls that the tariff
    if not one.issues & wanted:
        return None
    # The first is told from what came upon it by what it is about alone, and so is what one order did besides.
    by_itself = about.get("several") == Several.FIRST or wanted == {Topic.DE_MINIMIS}
    return 2 if by_itself and one.issues <= wanted else 1


def _fits_figure(one: Known, about: Mapping[str, Any], own: Known) -> int | None:
    """A rate must be the same; how many are listed too, unless the day tells which list is meant."""
    figure = about.get("figure")
    if figure is None:
        return 0
    if about["kind"] == Kind.TARIFF:
        return (2 if one.rates[figure] == max(one.rates.values()) else 1) if figure in one.rates else None
    if figure in one.counts:
        return 1
    if own.event.action == Action.EXTEND and any(figure < count for count in one.counts):
        return 0  # what goes on for some of those for whom it was begun
    is_list = str(about.get("thing", "")).endswith(" List")
    return 0 if about.get("day") or (not one.counts and not is_list) else None
