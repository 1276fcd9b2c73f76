"""Candidates of one article that report one act → its events, each with all the passages that report it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tradewatch.edtf import bounds_of, rank_of
from tradewatch.extraction.alike import BROAD, same_subject
from tradewatch.extraction.datatypes import Candidate, EventReading, Measure
from tradewatch.extraction.event_dates import may_be_one
from tradewatch.extraction.hunches import is_hunch
from tradewatch.extraction.instruments import conflict
from tradewatch.extraction.listing import LISTED
from tradewatch.extraction.named_things import may_be_same_thing
from tradewatch.extraction.quoting import PLACE, place_in
from tradewatch.extraction.told_after import days_agree
from tradewatch.titles import title_of
from tradewatch.vocabulary import Action, Kind, MeasureKind, Status, Topic

# An article of any length is read in linear time: so many events and accounts of each are compared.
MOST_GROUPS, MOST_ACCOUNTS = 80, 10
_ALIKE = (
    {Action.IMPOSE, Action.ANNOUNCE},
    {Action.SUSPEND, Action.EXTEND},
    {Action.LOWER, Action.LIFT},
    {Action.AGREE, Action.APPROVE},
    {Action.RESUME, Action.AGREE},
    {Action.IMPOSE, Action.RAISE},
)
_BETWEEN_THE_TWO = frozenset({Kind.TALKS, Kind.AGREEMENT})
_OF_ONE_SIDE = frozenset({Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE})
_FIRMNESS = {Status.OCCURRED: 0, Status.DENIED: 0, Status.PLANNED: 1, Status.EXPECTED: 2}
_LEADERS = frozenset({"donald-trump", "xi-jinping"})
_MEETING = re.compile(r"\b(?:meeting|summit|visit|trip)", re.I)
_ROUND = re.compile(r"\b(?:talks|negotiations?|discussions?|consultations?|rounds?)\b", re.I)
_CALL = re.compile(r"\b(?:phone|call|telephone|video)\b", re.I)
_LOWER = re.compile(r"\b(?:working[- ]level|technical|deputy)\b", re.I)
_ANOTHER = re.compile(
    r"\b(?:another|a (?:second|third|fourth|further|separate)) (?!year|month|week|day|\d|time)"
    r"|\bthe (?:other|second),? (?:into|on|against|asks|concerns|targets)\b",
    re.I,
)
NEXT_TO, ANOTHER_REACH = 500, 60  # characters


def events_of(candidates: Sequence[Candidate], headings: frozenset[int] = frozenset()) -> tuple[EventReading, ...]:
    """The events of an article, in the order of their first passage.

    `headings` are the triggers of flat headings ("Third: …"), whose status the sentence under them decides.
    """
    groups: list[list[Candidate]] = []
    # What is only likely comes after what rules have read, so that it joins an act and opens none that is told anyway.
    for candidate in sorted(candidates, key=lambda one: is_hunch(one.rule)):
        other = _is_another(candidate)
        fitting = [group for group in groups[-MOST_GROUPS:] if _belongs(group, candidate, headings, other=other)]
        home = max(fitting, key=lambda group: _likeness(group, candidate), default=None)
        if home is None:
            groups.append([candidate])
        else:
            home.append(candidate)
    groups.sort(key=lambda group: group[0].trigger)
    told = [_event(group, headings) for group in groups if not all(one.weak for one in group)]
    return tuple(event for event in told if not _is_sum(event, told))


def _is_sum(event: EventReading, told: Sequence[EventReading]) -> bool:
    """True of "both suspend 24 points" where what either does is told as well: a further account of the parts."""
    if event.side != "both" or event.kind not in _OF_ONE_SIDE:
        return False
    parts = {
        other.side
        for other in told
        if other.kind == event.kind and (other.action == event.action or {other.action, event.action} in _ALIKE)
    }
    return {"us", "china"} <= parts


def _belongs(group: Sequence[Candidate], new: Candidate, headings: frozenset[int], *, other: bool) -> bool:
    """A prediction and a report are one act only under a heading, or where they name the same figure.

    `other` says that the new one is told as another than the act just before.
    """
    compared = group if len(group) <= MOST_ACCOUNTS else (*group[: MOST_ACCOUNTS // 2], *group[-MOST_ACCOUNTS // 2 :])
    if other and any(0 < new.trigger - one.trigger < NEXT_TO for one in compared):
        return False
    under_heading = bool(headings & {one.trigger for one in (*compared, new)})
    for one in compared:
        if not may_be_same(one, new):
            return False
        clash = {one.status, new.status} == {Status.OCCURRED, Status.EXPECTED} and one.kind not in _BETWEEN_THE_TWO
        if clash and not under_heading and not _rates(one) & _rates(new):
            return False
    return True


def _likeness(group: Sequence[Candidate], new: Candidate) -> tuple[bool, bool]:
    """How much a candidate has in common with a group that it may belong to; of equals the first takes it."""
    issues = {issue for one in group[:MOST_ACCOUNTS] for issue in one.issues} - BROAD
    return (
        bool(issues & set(new.issues)) or not (issues or set(new.issues) - BROAD),
        any(_rates(one) & _rates(new) for one in group[:MOST_ACCOUNTS]),
    )


def _is_another(new: Candidate) -> bool:
    """True of "another notice put …", "a second one": an act apart from the one told just before.

    Not of talks: "met for a second round" names the meeting itself, and two meetings differ in day or place.
    """
    if new.kind == Kind.TALKS:
        return False
    at = max(0, new.trigger - new.quote.start)
    return bool(_ANOTHER.search(new.quote.text[max(0, at - ANOTHER_REACH) : at + 20]))


def may_be_same(one: Candidate, other: Candidate) -> bool:
    """True where two candidates of an article may report the same act."""
    if one.kind != other.kind or not _same_side(one, other) or conflict(one.instruments, other.instruments):
        return False
    if one.trigger == other.trigger and one.ordinal != other.ordinal and one.issues != other.issues:
        return False
    if not days_agree(one, other) or not may_be_one(one.ends.edtf, other.ends.edtf):
        return False
    if one.kind in _BETWEEN_THE_TWO:
        return _same_meeting(one, other)
    if not may_be_same_thing(one.subject, other.subject):
        return False
    return _same_act(one, other) and same_subject(one, other) and not _other_figures(one, other)


def _same_side(one: Candidate, other: Candidate) -> bool:
    """One side's pledge is not the deal of both, nor one side's duty that of both."""
    either = "both" in (one.side, other.side) and one.kind not in (Kind.TARIFF, Kind.AGREEMENT)
    return one.side == other.side or either


def _same_act(one: Candidate, other: Candidate) -> bool:
    if one.action == other.action:
        return one.status == other.status or Status.DENIED not in (one.status, other.status)
    if {one.action, other.action} not in _ALIKE:
        return False
    # Near words for one act ("reduce or cancel") count as one only where nothing else tells them apart.
    return bool(_rates(one) & _rates(other)) or (not (_rates(one) or _rates(other)) and one.status == other.status)


def _rates(candidate: Candidate) -> set[tuple[float | None, str]]:
    kinds = (MeasureKind.RATE, MeasureKind.QUANTITY)
    return {(m.low if m.low is not None else m.high, m.unit) for m in candidate.measures if m.kind in kinds}


def _other_figures(one: Candidate, other: Candidate) -> bool:
    ours, theirs = _rates(one), _rates(other)
    listed = one.rule.endswith(LISTED) and other.rule.endswith(LISTED)
    if listed and abs(one.trigger - other.trigger) < NEXT_TO:
        return False  # "15% on coal" and "10% on oil" under one verb: steps of one measure
    return bool(ours and theirs and not ours & theirs)


def _same_meeting(one: Candidate, other: Candidate) -> bool:
    if one.action != other.action and {one.action, other.action} not in _ALIKE:
        return False
    if bool(_FIRMNESS[Status(one.status)]) != bool(_FIRMNESS[Status(other.status)]):
        return False
    if one.status != other.status and Status.DENIED in (one.status, other.status):
        return False
    here, there = _places(one), _places(other)
    if here and there and not here & there:
        return False
    return _same_subject_of_deal(one, other) if one.kind == Kind.AGREEMENT else _same_persons(one, other)


def _same_persons(one: Candidate, other: Candidate) -> bool:
    """False for the leaders' meeting and the envoys' talks, for a call and a meeting of another day."""
    leaders = [bool(set(c.actors) >= _LEADERS) for c in (one, other)]
    envoys = [bool(set(c.actors) - _LEADERS - {"china", "united-states"}) for c in (one, other)]
    meeting = [bool(_MEETING.search(c.object)) and not _ROUND.search(c.object) for c in (one, other)]
    rounds = [bool(_ROUND.search(c.object)) for c in (one, other)]
    if leaders[0] != leaders[1] and ((meeting[0] and rounds[1]) or (rounds[0] and meeting[1])):
        return False
    told = {one.status, other.status} == {Status.OCCURRED}
    if told and bool(_LOWER.search(one.object)) != bool(_LOWER.search(other.object)):
        return False
    calls = [bool(_CALL.search(c.quote.text)) for c in (one, other)]
    if calls[0] != calls[1] and one.date.edtf != other.date.edtf:
        return False
    apart = (leaders[0] and envoys[1] and not leaders[1]) or (leaders[1] and envoys[0] and not leaders[0])
    return not apart


def _same_subject_of_deal(one: Candidate, other: Candidate) -> bool:
    special = {Topic.TIKTOK, Topic.SOYBEANS}
    return (
        not (set(one.issues) & special) ^ (set(other.issues) & special) or len(one.issues) > 2 or len(other.issues) > 2
    )


def _place(candidate: Candidate) -> str:
    """The place named after the trigger, else before it."""
    text, at = candidate.quote.text, max(0, candidate.trigger - candidate.quote.start)
    return place_in(text[at:]) or place_in(text[:at])


def _places(candidate: Candidate) -> frozenset[str]:
    return places_named(candidate.quote.text)


@lru_cache(maxsize=2048)
def places_named(text: str) -> frozenset[str]:
    """The places of meetings that a text names, without the capitals, which are governments too."""
    return frozenset(found[1] for found in PLACE.finditer(text)) - {"Washington", "Beijing"}


def _event(group: Sequence[Candidate], headings: frozenset[int]) -> EventReading:
    accounts = tuple(sorted(group, key=lambda one: one.trigger))
    group = [one for one in accounts if not is_hunch(one.rule)] or accounts
    body = [c for c in group if c.trigger not in headings] or list(group)
    under_heading = bool(headings & {c.trigger for c in group})
    # A flat heading and hedged sentences under it: the sentences decide, the most cautious first.
    first = min(body, key=lambda c: (_FIRMNESS[Status(c.status)] * (-1 if under_heading else 1), c.weak, -c.confidence))
    # "extended the delay", then "orders the department not to enforce": what is put off again is extended.
    extended = first.action == Action.SUSPEND and any(c.action == Action.EXTEND for c in group)
    action = Action.EXTEND if extended else first.action
    measures = tuple(_measures(group))
    issues = tuple(dict.fromkeys(issue for c in group for issue in c.issues))
    if len(issues) > 1:
        issues = tuple(issue for issue in issues if issue != Topic.OTHER)
    told = [c.date for c in group if c.date.edtf and not _is_only_beginning(c, first)]
    told = [date for date in told if date.rule != "effective"] or told
    dated = min(told, key=lambda d: rank_of(d.edtf), default=first.date)
    if first.kind == Kind.TALKS:  # a day of talks of several days is told beside them
        dated = next((c.date for c in group if _spans(c.date.edtf, dated.edtf)), dated)
    effective = next((c.effective.edtf for c in group if c.effective.edtf), "")
    sided = next((c.side for c in group if c.side != "both"), first.side)
    side = first.side if first.kind in _BETWEEN_THE_TWO else sided
    actors = tuple(dict.fromkeys(actor for c in group for actor in c.actors))
    thing = _thing(first, group)
    return EventReading(
        kind=first.kind,
        action=action,
        status=first.status,
        date=dated.edtf,
        effective=effective,
        ends=next((c.ends.edtf for c in group if c.ends.edtf), ""),
        side=side,
        actors=actors,
        issues=issues,
        instruments=tuple(dict.fromkeys(i for c in group for i in c.instruments)),
        measures=measures,
        object=thing,
        title=title_of(
            kind=first.kind,
            action=action,
            status=first.status,
            side=side,
            measures=[rows_of(measure) for measure in measures],
            issues=issues,
            object=thing,
            actors=actors,
            date=dated.edtf,
        ),
        confidence=round(min(0.99, max(c.confidence for c in group) + 0.03 * min(2, len(group) - 1)), 2),
        accounts=accounts,
    )


def _is_only_beginning(one: Candidate, first: Candidate) -> bool:
    """True of "from 1 December firms will need a licence" beside the act that is told as done: not the act's day."""
    return first.status == Status.OCCURRED and one.status == Status.PLANNED and one.date.rule == "effective"


def _thing(first: Candidate, group: Sequence[Candidate]) -> str:
    """What the act falls upon, by the account that names the event, else by the first that names it at all."""
    thing = next((one.subject for one in (first, *group) if one.subject), "")
    place = next((place for one in (first, *group) if (place := _place(one))), "")
    return f"{thing or 'talks'} in {place}" if place and first.kind == Kind.TALKS else thing


def rows_of(measure: Measure) -> dict[str, object]:
    """A measure as a row of the names that titles and exports use."""
    names = ("kind", "low", "high", "previous", "unit", "object", "basis", "effective")
    return {name: getattr(measure, name) for name in names}


def _spans(edtf: str, day: str) -> bool:
    return (
        len(day) == len("2025-10-25")
        and len(edtf) == len("2025-10-25/2025-10-26")
        and bounds_of(edtf).overlaps(bounds_of(day))
    )


def _measures(group: Sequence[Candidate]) -> Iterator[Measure]:
    seen: set[tuple[str, float | None, float | None, str]] = set()
    for candidate in group:
        for measure in candidate.measures:
            key = (measure.kind, measure.low, measure.high, measure.unit)
            if key not in seen:
                seen.add(key)
                yield measure
