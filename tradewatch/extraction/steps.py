"""Links of an act to an earlier one on the same thing that it takes further: a proposal put into force, a pledge kept.

The text says so by telling the act: what is imposed after it was proposed carries the proposal out.
"""

from collections.abc import Iterator
from datetime import timedelta

from tradewatch.edtf import bounds_of, precision_of
from tradewatch.extraction.datatypes import Candidate, EventReading
from tradewatch.extraction.linked import Described, Link, Several
from tradewatch.extraction.scenes import OTHER_SIDE
from tradewatch.vocabulary import Action, Kind, LinkType, MeasureKind, Side, Status, Topic, Unit

Step = tuple[LinkType, Described, str]

_GIVEN_LEAVE = (Action.APPROVE, Action.RESUME, Action.LIFT)
_BARRED = (Action.IMPOSE, Action.SUSPEND)
_OF_ONE_FIRM = (Kind.CORPORATE, Kind.EXPORT_CONTROL)
COMPLAINED = timedelta(days=14)  # in which a case is brought against a duty
MADE_GOOD = timedelta(days=60)  # in which a threat of so many percent is made good, or forgotten


def steps_of(event: EventReading) -> Iterator[Link]:
    """The links that follow from what was done to the same thing before."""
    if event.status not in (Status.OCCURRED, Status.PLANNED):
        return
    for account in event.accounts:
        if account.action == event.action:
            for kind, about, said in _steps(event, account):
                quote = account.quote
                yield Link(
                    type=kind, start=quote.start, end=quote.end, quote=quote.text, rule=f"{account.rule}.of", said=said,
                    about=about, is_surmised=True,
                )  # fmt: skip


def _steps(event: EventReading, account: Candidate) -> Iterator[Step]:
    of = (event.kind, event.action)
    thing = account.subject or event.object
    if of == (Kind.PORT_FEE, Action.IMPOSE) or (of == (Kind.TARIFF, Action.IMPOSE) and thing):
        yield LinkType.IMPLEMENTS, _earlier(event, (Action.PROPOSE,), thing), "it was proposed before"
    elif event.kind == Kind.TARIFF and event.action in (Action.IMPOSE, Action.RAISE):
        yield from _threat_made_good(event, account)
    elif event.kind == Kind.LEGAL and thing == "WTO case" and event.side in OTHER_SIDE:
        yield from _complaint(event)
    elif event.kind == Kind.PURCHASE:
        yield from _of_purchase(event, account, thing)
    elif event.kind == Kind.CORPORATE and thing:
        yield from _of_one_firm(event, thing)


def _of_one_firm(event: EventReading, thing: str) -> Iterator[Step]:
    if event.action == Action.AGREE and event.side == Side.OTHER:
        about = _earlier(event, (Action.APPROVE,), thing, side=Side.US)
        yield LinkType.IMPLEMENTS, about, "it makes use of a leave that was given"
    elif event.action == Action.APPROVE and Topic.TIKTOK in event.issues:
        deal = Described(
            kind=str(Kind.AGREEMENT), side=str(Side.BOTH), actions=(str(Action.AGREE),), thing="TikTok",
            several=Several.LAST,
        )  # fmt: skip
        yield LinkType.IMPLEMENTS, deal, "the two had agreed on it"
    elif event.action in _GIVEN_LEAVE and Topic.TIKTOK not in event.issues:
        for kind in _OF_ONE_FIRM:
            yield LinkType.FOLLOWS, _earlier(event, (Action.APPROVE,), thing, kind=kind), "leave had been given before"
            barred = _earlier(event, _BARRED, thing, kind=kind, unless=_GIVEN_LEAVE)
            yield LinkType.WITHDRAWS, barred, "it had been barred before"


def _complaint(event: EventReading) -> Iterator[Step]:
    """A case against the other side's duties is about those that it laid last."""
    begins = bounds_of(event.date).earliest
    if begins and precision_of(event.date) == "day":
        about = _earlier(
            event, (Action.IMPOSE, Action.RAISE), "", kind=Kind.TARIFF, side=OTHER_SIDE[event.side],
            day=f"{begins - COMPLAINED}/{begins}",
        )  # fmt: skip
        yield LinkType.RESPONDS_TO, about, "it is a case against a duty"


def _threat_made_good(event: EventReading, account: Candidate) -> Iterator[Step]:
    rates = [one.high for one in account.measures if one.kind == MeasureKind.RATE and one.unit == Unit.PERCENT]
    begins = bounds_of(event.date).earliest
    if len(rates) == 1 and rates[0] and begins and precision_of(event.date) == "day":
        days = f"{begins - MADE_GOOD}/{begins}"
        about = _earlier(event, (Action.THREATEN, Action.PROPOSE), "", day=days, figure=rates[0])
        yield LinkType.FOLLOWS, about, "so much was threatened before"


def _of_purchase(event: EventReading, account: Candidate, thing: str) -> Iterator[Step]:
    in_tonnes = any(one.unit == Unit.TONNES for one in account.measures)
    if event.action == Action.RESUME and in_tonnes and thing:
        yield LinkType.IMPLEMENTS, _earlier(event, (Action.AGREE,), thing), "so much was bought of what was promised"
    if event.action == Action.SUSPEND and precision_of(event.date) == "month":
        begins = bounds_of(event.date).earliest
        before = f"{begins - timedelta(days=1):%Y-%m}" if begins else ""
        yield LinkType.FOLLOWS, _earlier(event, (Action.SUSPEND,), thing, day=before), "none were bought before either"


def _earlier(
    event: EventReading,
    actions: tuple[Action, ...],
    thing: str,
    *,
    kind: str = "",
    side: str = "",
    day: str = "",
    unless: tuple[Action, ...] = (),
    figure: float | None = None,
) -> Described:
    return Described(
        kind=str(kind or event.kind),
        side=str(side or event.side),
        actions=tuple(map(str, actions)),
        thing=thing,
        day=day,
        figure=figure,
        unless=tuple(map(str, unless)),
        several=Several.LAST,
    )
