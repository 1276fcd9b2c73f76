"""Links between the steps of one duty, and between the duties that two sides lay upon each other step by step.

What puts a duty at another rate takes the place of the rate before, and of two sides that raise theirs in turn within
days each answers the other. The text tells the step alone; which one it was put upon, the record knows.
"""

from collections.abc import Iterator

from tradewatch.extraction.datatypes import Candidate, EventReading
from tradewatch.extraction.linked import Described, Link, Several
from tradewatch.extraction.scenes import OTHER_SIDE
from tradewatch.extraction.subjects import PARCELS
from tradewatch.vocabulary import Action, Kind, LinkType, MeasureKind, Status, Topic, Unit

Step = tuple[LinkType, Described, str]

IN_TURN = 7  # days in which a duty is raised in answer to one of the other side
_DECIDED = (Status.OCCURRED, Status.PLANNED)
_LAID = (Action.IMPOSE, Action.RAISE)
_RATES = (*_LAID, Action.ANNOUNCE, Action.LOWER)

_SECTORS = frozenset((Topic.ENERGY, Topic.AGRICULTURE, Topic.SOYBEANS, Topic.SHIPBUILDING))
_BY_NAME = (Topic.RECIPROCAL_TARIFFS, Topic.FENTANYL_TARIFFS, Topic.DE_MINIMIS)


def ladders_of(event: EventReading) -> Iterator[Link]:
    """Where the duty stood before, and which duty of the other side it answers."""
    if event.kind != Kind.TARIFF or event.status not in _DECIDED or event.side not in OTHER_SIDE:
        return
    for account in event.accounts:
        if account.action == event.action:
            for kind, about, said in _steps(event, account):
                quote = account.quote
                yield Link(
                    type=kind, start=quote.start, end=quote.end, quote=quote.text, rule=f"{account.rule}.step",
                    said=said, about=about, is_surmised=True,
                )  # fmt: skip


def _steps(event: EventReading, account: Candidate) -> Iterator[Step]:
    thing = account.subject or event.object
    is_broad = not thing and not _SECTORS.intersection(account.issues)
    names = tuple(str(name) for name in _BY_NAME if name in account.issues)
    if event.action == Action.IMPOSE and thing in ("", PARCELS) and (thing or Topic.DE_MINIMIS in names):
        yield from _parcels(event)
    if event.status != Status.OCCURRED:
        return
    if event.action in (Action.RAISE, Action.LOWER) or (event.action == Action.IMPOSE and _is_one_of_a_row(names)):
        yield from _rate_before(event, account, thing, names)
    is_its_only_one = event.side == "china" and _is_one_of_a_row(names)  # of April and May, named by its day alone
    if event.action == Action.SUSPEND and is_broad and (not names or is_its_only_one) and not account.measures:
        about = _duty(event, _LAID, several=Several.LAST)
        yield LinkType.SUSPENDS, about, "what it holds off is the duty as it stood"
    if event.action in _LAID and is_broad and Topic.FENTANYL_TARIFFS not in names and _has_rate(account):
        about = _duty(event, _LAID, side=OTHER_SIDE[event.side], within=IN_TURN)
        yield LinkType.RESPONDS_TO, about, "the two raised their duties in turn"


def _is_one_of_a_row(names: tuple[str, ...]) -> bool:
    """True of the duty that each side has one of: to lay it at a rate is to move it."""
    return names == (Topic.RECIPROCAL_TARIFFS,)


def _rate_before(event: EventReading, account: Candidate, thing: str, names: tuple[str, ...]) -> Iterator[Step]:
    if event.action == Action.LOWER and not thing and names != (Topic.FENTANYL_TARIFFS,):
        return  # points are suspended and rises taken off: what is left is no new rate
    if not names and not thing and event.side == "us":
        return  # the United States has several duties on all goods
    if any(one.previous for one in account.measures):
        return  # a rate that is named tells which it was
    how = LinkType.FOLLOWS if Topic.FENTANYL_TARIFFS in names else LinkType.REPLACES
    yield (
        how,
        _duty(event, _RATES, thing=thing, issues=() if thing else names),
        "it puts another rate in place of the one before",
    )


def _parcels(event: EventReading) -> Iterator[Step]:
    """What ends the exemption of parcels ends its last reprieve, or goes on from where it was ended before."""
    reprieve = _duty(event, (Action.SUSPEND,), thing=PARCELS, unless=_LAID)
    yield LinkType.WITHDRAWS, reprieve, "parcels had been let in free again"
    ended = _duty(event, (Action.IMPOSE,), thing=PARCELS, unless=(Action.SUSPEND,))
    yield LinkType.FOLLOWS, ended, "the exemption had been ended for some before"


def _has_rate(account: Candidate) -> bool:
    return any(one.kind == MeasureKind.RATE and one.unit == Unit.PERCENT for one in account.measures)


def _duty(
    event: EventReading,
    actions: tuple[Action, ...],
    *,
    side: str = "",
    thing: str = "",
    issues: tuple[str, ...] = (),
    unless: tuple[Action, ...] = (),
    within: int | None = None,
    several: Several = Several.LAST,
) -> Described:
    return Described(
        kind=str(Kind.TARIFF), side=side or event.side, actions=tuple(map(str, actions)), thing=thing, issues=issues,
        unless=tuple(map(str, unless)), within=within, several=several,
        is_general=not thing,
    )  # fmt: skip
