"""Links of an act to an earlier one on the same thing that it takes further: a proposal put into force, a pledge kept.

The text says so by telling the act: what is imposed after it was proposed carries the proposal out.
"""

import re
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
_HELD_OUT = ((Kind.TARIFF, Action.PROPOSE), (Kind.TARIFF, Action.THREATEN))
_FIRM = re.compile(r"\b[A-Z][a-z]+\b")
_OF_ONE_FIRM = (Kind.CORPORATE, Kind.EXPORT_CONTROL)
COMPLAINED = 14  # days in which a case is brought against a duty
LICENSED_WITHIN = 150  # days after a licence was required in which it is granted or refused
PURSUED = 90  # days after a firm was called in, in which its wares are given up
PROMISED = 21  # days after a deal in which a licence of the sort it speaks of is given
SINCE_DEAL = 7  # days after a deal in which time is given for it
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
        yield LinkType.IMPLEMENTS, _earlier(event, (Action.PROPOSE, Action.THREATEN), thing), "it was proposed before"
    elif of == (Kind.PORT_FEE, Action.PROPOSE) or (of in _HELD_OUT and Topic.SHIPBUILDING in account.issues):
        yield from _out_of_inquiry(event)
    elif event.kind == Kind.TARIFF and event.action in (Action.IMPOSE, Action.RAISE):
        yield from _threat_made_good(event, account)
    elif event.kind == Kind.LEGAL and thing == "WTO case" and event.side in OTHER_SIDE:
        yield from _complaint(event)
    elif event.kind == Kind.PURCHASE:
        yield from _of_purchase(event, account, thing)
    elif event.kind == Kind.CORPORATE and thing:
        yield from _of_one_firm(event, thing)
    elif event.kind == Kind.EXPORT_CONTROL and _is_of_licence(event, thing):
        about = _earlier(event, (Action.IMPOSE,), thing, within=LICENSED_WITHIN)
        yield LinkType.FOLLOWS, about, "licences had been asked for before"


def _is_of_licence(event: EventReading, thing: str) -> bool:
    """True of licences that are refused, and of those that are given to firms of a name."""
    return bool(thing) and (
        event.action == Action.REJECT or (event.action == Action.APPROVE and bool(_FIRM.search(thing)))
    )


def _of_one_firm(event: EventReading, thing: str) -> Iterator[Step]:
    if event.action in (Action.SUSPEND, Action.REJECT) and Topic.TIKTOK not in event.issues:
        inquiry = _earlier(
            event, (Action.ANNOUNCE,), thing, kind=Kind.INVESTIGATION, within=PURSUED, several=Several.FIRST
        )
        yield LinkType.FOLLOWS, inquiry, "the firm had been called to account before"
    elif event.action == Action.EXTEND and Topic.TIKTOK in event.issues:
        yield LinkType.FOLLOWS, _tiktok_deal(within=SINCE_DEAL), "the two had agreed on it days before"
    elif event.action == Action.AGREE and event.side == Side.OTHER:
        about = _earlier(event, (Action.APPROVE,), thing, side=Side.US)
        yield LinkType.IMPLEMENTS, about, "it makes use of a leave that was given"
    elif event.action == Action.APPROVE and Topic.TIKTOK in event.issues:
        yield LinkType.IMPLEMENTS, _tiktok_deal(), "the two had agreed on it"
    elif event.action == Action.APPROVE and Topic.RARE_EARTHS in event.issues:
        deal = Described(
            kind=str(Kind.AGREEMENT), side=str(Side.BOTH), actions=(str(Action.AGREE),), several=Several.LAST,
            within=PROMISED,
        )  # fmt: skip
        yield LinkType.IMPLEMENTS, deal, "licences had been promised in a deal"
    elif event.action in _GIVEN_LEAVE and Topic.TIKTOK not in event.issues:
        for kind in _OF_ONE_FIRM:
            yield LinkType.FOLLOWS, _earlier(event, (Action.APPROVE,), thing, kind=kind), "leave had been given before"
            barred = _earlier(event, _BARRED, thing, kind=kind, unless=_GIVEN_LEAVE)
            yield LinkType.WITHDRAWS, barred, "it had been barred before"


def _tiktok_deal(within: int | None = None) -> Described:
    return Described(
        kind=str(Kind.AGREEMENT), side=str(Side.BOTH), actions=(str(Action.AGREE),), thing="TikTok",
        several=Several.LAST, within=within,
    )  # fmt: skip


def _out_of_inquiry(event: EventReading) -> Iterator[Step]:
    """Fees on ships carry out the finding on who builds them; duties on other goods come upon it."""
    how = LinkType.IMPLEMENTS if event.kind == Kind.PORT_FEE else LinkType.FOLLOWS
    about = Described(
        kind=str(Kind.INVESTIGATION), side=event.side, actions=(str(Action.ANNOUNCE),),
        issues=(str(Topic.SHIPBUILDING),), several=Several.LAST,
    )  # fmt: skip
    yield how, about, "an inquiry had found cause for it"


def _complaint(event: EventReading) -> Iterator[Step]:
    """A case against the other side's duties is about those that it laid last."""
    about = _earlier(
        event, (Action.IMPOSE, Action.RAISE), "", kind=Kind.TARIFF, side=OTHER_SIDE[event.side], within=COMPLAINED
    )
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
    within: int | None = None,
    several: Several = Several.LAST,
) -> Described:
    return Described(
        kind=str(kind or event.kind),
        side=str(side or event.side),
        actions=tuple(map(str, actions)),
        thing=thing,
        day=day,
        figure=figure,
        unless=tuple(map(str, unless)),
        within=within,
        several=several,
    )
