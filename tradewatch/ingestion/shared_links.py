"""What acts of one package have in common: what one of them is said to answer or to carry out, the others do too.

A ministry answers a tariff on one day with a duty, a list and an inquiry, and a text says of one of them alone that it
is the answer; what a side eases in the days of a deal it eases under the deal. Such links are marked as inferred, with
the words that tell the act.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

from tradewatch.direction import direction_of
from tradewatch.ingestion.known import Known
from tradewatch.records.models import Passage
from tradewatch.vocabulary import Action, Direction, Kind, LinkType, Side, Status, Topic

Stated = tuple[str, int, str, bool]  # type, the mention that is meant, quote, whether it is inferred

_SHARED = frozenset({LinkType.RESPONDS_TO, LinkType.IMPLEMENTS})
_ANSWERED = timedelta(days=7)  # after a blow, in which all that a side does on the day of its answer is the answer
_CARRIED_OUT = timedelta(days=14)  # after a deal, in which what a side eases it eases under the deal
_MEASURES = frozenset({Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE, Kind.PURCHASE, Kind.INVESTIGATION, Kind.LEGAL})
_EASED = _MEASURES - {Kind.INVESTIGATION, Kind.LEGAL}
_EASING = frozenset({Action.SUSPEND, Action.LIFT, Action.EXTEND, Action.LOWER})


def add_what_is_shared(
    settled: dict[int, list[Stated]], known: Mapping[int, Known], homes: Mapping[int, Known]
) -> None:
    """Append to the first account of each event what it shares with those of its package."""
    said = {number: _said(one, settled, homes) for number, one in known.items()}
    packages: dict[tuple[str, LinkType, date | None], list[tuple[Known, Known]]] = defaultdict(list)
    for number, links in said.items():
        for how, target in links:
            packages[_package(known[number], how)].append((known[number], target))
    found: dict[int, tuple[LinkType, int]] = {}
    for number, one in known.items():
        for how in _SHARED.difference(how for how, _ in said[number]):
            fellows = packages.get(_package(one, how), ())
            meant = {
                target.mentions[0].pk
                for fellow, target in fellows
                if target is not one and _is_of_package(one, fellow, target, how)
            }
            if len(meant) == 1:
                found[one.mentions[0].pk] = (how, meant.pop())
    quotes = dict(Passage.objects.filter(mention__in=found).order_by("-pk").values_list("mention", "quote"))
    for mention, (how, to) in found.items():
        settled[mention] = sorted({*settled[mention], (str(how), to, quotes[mention], True)})


def _package(one: Known, how: LinkType) -> tuple[str, LinkType, date | None]:
    """What is done in answer is done on one day; what a deal demands, in the days after it."""
    return one.event.side, how, _day(one) if how == LinkType.RESPONDS_TO else None


def _said(one: Known, settled: Mapping[int, list[Stated]], homes: Mapping[int, Known]) -> list[tuple[LinkType, Known]]:
    """What the words of the event's accounts say: what it answers, and what it carries out."""
    rows = (row for mention in one.mentions for row in settled[mention.pk])
    return [
        (LinkType(how), homes[to]) for how, to, _, inferred in rows if how in _SHARED and not inferred and to in homes
    ]


def _is_of_package(one: Known, fellow: Known, target: Known, kind: LinkType) -> bool:
    ours, theirs, at = _day(one), _day(fellow), _day(target)
    event, other = one.event, fellow.event
    if event.side != other.side or event.side not in (Side.US, Side.CHINA) or event.status != Status.OCCURRED:
        return False
    if ours is None or theirs is None or at is None or at > ours:
        return False
    if kind == LinkType.RESPONDS_TO:
        are_blows = event.kind in _MEASURES and _direction(one) == _direction(fellow) == Direction.ESCALATES
        are_done = Action.THREATEN not in (event.action, other.action)
        return are_blows and are_done and ours == theirs and ours - at <= _ANSWERED
    is_eased = (event.kind in _EASED and event.action in _EASING) or Topic.FENTANYL_COOPERATION in one.issues
    return (
        is_eased
        and other.action in _EASING
        and target.event.kind == Kind.AGREEMENT
        and max(ours, theirs) - at <= _CARRIED_OUT
    )


def _day(one: Known) -> date | None:
    event = one.event
    return event.earliest if event.earliest == event.latest else None


def _direction(one: Known) -> Direction:
    event = one.event
    return direction_of(kind=event.kind, action=event.action, status=event.status, side=event.side)
