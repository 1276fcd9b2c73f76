"""Links that an act states by itself: what is suspended, lifted, extended, replaced was imposed before.

The earlier act is described by what the words name: its number, its day, its thing, its rate. Which event it is, is
settled where all accounts are known.
"""

import re
from calendar import month_name
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tradewatch.edtf import precision_of
from tradewatch.extraction.datatypes import Candidate, EventReading, Measure
from tradewatch.extraction.instruments import instruments_in
from tradewatch.extraction.linked import Described, Link, Several
from tradewatch.extraction.named_things import things_of
from tradewatch.extraction.parsing import Reading
from tradewatch.vocabulary import Action, Kind, LinkType, MeasureKind, Status, Topic, Unit

_BEGUN = (Action.IMPOSE, Action.RAISE, Action.ANNOUNCE)
_PUT_OFF = (Action.SUSPEND, Action.EXTEND)
# What an act of a kind does to an earlier one, and what the earlier one did.
_DOES: Mapping[tuple[Kind, Action], tuple[LinkType, tuple[Action, ...]]] = {
    **{
        (kind, action): (link, begun)
        for kind in (Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE, Kind.INVESTIGATION)
        for action, link, begun in (
            (Action.SUSPEND, LinkType.SUSPENDS, _BEGUN),
            (Action.LIFT, LinkType.WITHDRAWS, _BEGUN),
            (Action.WITHDRAW, LinkType.WITHDRAWS, (Action.THREATEN, Action.PROPOSE)),
            (Action.EXTEND, LinkType.EXTENDS, _PUT_OFF),
        )
    },
    (Kind.TARIFF, Action.RAISE): (LinkType.REPLACES, (*_BEGUN, Action.LOWER)),
    (Kind.TARIFF, Action.LOWER): (LinkType.REPLACES, (*_BEGUN, Action.LOWER)),
    (Kind.CORPORATE, Action.EXTEND): (LinkType.EXTENDS, _PUT_OFF),
    (Kind.PURCHASE, Action.RESUME): (LinkType.WITHDRAWS, (Action.SUSPEND,)),
    (Kind.LEGAL, Action.SUSPEND): (LinkType.SUSPENDS, (Action.REJECT,)),
    # A case goes up: who hears it, takes it or rules on appeal comes after who ruled last.
    (Kind.LEGAL, Action.APPROVE): (LinkType.FOLLOWS, (Action.REJECT,)),
    (Kind.LEGAL, Action.HOLD): (LinkType.FOLLOWS, (Action.REJECT,)),
    (Kind.LEGAL, Action.REJECT): (LinkType.FOLLOWS, (Action.REJECT,)),
    (Kind.AGREEMENT, Action.EXTEND): (LinkType.EXTENDS, (Action.AGREE,)),
}
# What an act without a number of its own names is the earlier one: "the duties under its Announcement No. 2".
_UNDER = re.compile(r"\b(?:(?:under|imposed by|introduced by|set by|laid by)(?: its| the)?|of its) $", re.IGNORECASE)
_HIGHER_COURTS = ("appeals court", "Supreme Court")
_NAMED_DUTIES = (Topic.FENTANYL_TARIFFS, Topic.RECIPROCAL_TARIFFS, Topic.DE_MINIMIS)
_BELOW = {"appeals court": "trade court", "Supreme Court": "appeals court"}
_NAMED = {Kind.AGREEMENT: "truce"}  # acts that go by no thing of their own
_MONTHS = tuple(month_name)[1:]
_NOTICES = re.compile(rf"\bnotices of (\d{{1,2}}) ({'|'.join(_MONTHS)})$")
# "and puts off for a year those of April": from there something else is done to something else.
_TURN = re.compile(
    r"\b(?:and|while|but)\b[^.;]{0,40}?\b(?:extend|prolong|put|keep|kept|leave|left|continue|spare|remain|suspend|pause|stay)",
    re.IGNORECASE,
)
_FOREIGN = "other"
BEFORE_TRIGGER = 120  # characters before its trigger in which an act's words name the day of what it changes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Duty:
    """What the words say of a duty."""

    issues: tuple[str, ...]
    thing: str
    figures: list[float]
    several: Several


def changes_of(event: EventReading, others: Sequence[Candidate], reading: Reading) -> Iterator[Link]:
    """The links that the event's own words state; `others` are the article's accounts of other acts."""
    if event.status not in (Status.OCCURRED, Status.PLANNED):
        return
    does = _DOES.get((Kind(event.kind), Action(event.action)))
    if does and does[0] == LinkType.REPLACES and Topic.FENTANYL_TARIFFS in event.issues:
        does = (LinkType.FOLLOWS, does[1])  # its steps stand one upon another, and none replaces the first
    if event.kind == Kind.CORPORATE and event.side == _FOREIGN and event.action == Action.SUSPEND:
        does = (LinkType.SUSPENDS, (Action.IMPOSE,))  # an order of a third country on a firm
    for account in event.accounts if does else ():
        if does and account.action == event.action:
            # Where another act's words begin, what they name is no longer this one's; but an earlier act is its object.
            next_acts = (one.trigger for one in others if one.trigger > account.trigger and one.action not in does[1])
            turn = _TURN.search(reading.text, account.trigger, account.quote.end)
            until = min([account.quote.end, *next_acts, *([turn.start()] if turn else [])])
            days = _days_named(account, event.date, until, reading)
            for about in _earlier(event, account, *does, days, reading):
                yield _link(does[0], account, about, "what it does is done to an earlier act")


def _earlier(
    event: EventReading,
    account: Candidate,
    link: LinkType,
    begun: tuple[Action, ...],
    days: list[str],
    reading: Reading,
) -> Iterator[Described]:
    # A step is known by the rate before it: the order that its words cite may be two steps back.
    is_step = link in (LinkType.REPLACES, LinkType.FOLLOWS)
    if event.kind == Kind.TARIFF and (is_step or not _cited(account, reading)):
        yield from _earlier_duty(event, account, link, begun, days)
        return
    if event.kind == Kind.LEGAL and event.action == Action.REJECT and account.subject not in _HIGHER_COURTS:
        return
    if event.kind == Kind.PURCHASE and _is_any_cargo(event, account):
        return
    cited = _cited(account, reading)
    for pair in cited:
        yield Described(kind=event.kind, actions=tuple(map(str, begun)), instruments=(pair,))
    if cited:
        return
    yield from _earlier_by_thing(event, account, tuple(map(str, begun)), days)


def _is_any_cargo(event: EventReading, account: Candidate) -> bool:
    """True of so many tonnes, and of cargoes of nobody knows what: no halt is said to end by buying them."""
    in_tonnes = any(one.unit == Unit.TONNES for one in event.measures)
    return in_tonnes or not things_of(account.subject or event.object)


def _earlier_by_thing(
    event: EventReading, account: Candidate, actions: tuple[str, ...], days: list[str]
) -> Iterator[Described]:
    thing, count = account.subject or event.object, _listed(account.measures)
    notices = _NOTICES.search(thing)
    if notices and event.date:
        day = f"{event.date[:4]}-{_MONTHS.index(notices[2]) + 1:02}-{int(notices[1]):02}"
        yield Described(kind=event.kind, side=event.side, actions=actions, day=day, several=Several.ALL)
        return
    if thing.endswith(" List") and not days and count is None and event.action != Action.EXTEND:
        return  # which of many listings is meant is not said
    tells = {
        Kind.PORT_FEE: True,
        Kind.LEGAL: True,
        Kind.AGREEMENT: bool(days) or "truce" in thing,
        # A third country has one order in this dispute at a time.
        Kind.CORPORATE: bool(thing) or event.side == _FOREIGN,
    }
    is_extended = event.action == Action.EXTEND
    listed_on = days[0] if is_extended and days and count is not None else ""
    if is_extended and event.kind != Kind.AGREEMENT:
        days = []  # that is the day of what was suspended, or its new end, and not of its suspension
    for day in days or ([""] if tells.get(Kind(event.kind), bool(thing or listed_on)) else []):
        yield Described(
            kind=event.kind, side=event.side, actions=actions, day=day, figure=count, listed_on=listed_on,
            thing=_BELOW.get(thing, "") if event.kind == Kind.LEGAL else _NAMED.get(Kind(event.kind), thing),
            several=Several.NONE if thing.endswith(" List") and not is_extended else Several.LAST,
        )  # fmt: skip


def _earlier_duty(
    event: EventReading, account: Candidate, link: LinkType, begun: tuple[Action, ...], days: list[str]
) -> Iterator[Described]:
    """A duty is known by its rate and its name: the one that was raised, the one whose points are suspended."""
    duty = _duty_meant(account, link, account.subject or event.object)
    is_named = bool(duty.issues) and duty.several != Several.NONE
    is_step = link in (LinkType.REPLACES, LinkType.FOLLOWS)
    is_respite = link == LinkType.EXTENDS  # of two that one side gave, the last is prolonged
    if not (duty.figures or ((days or duty.thing or is_named or is_respite) and not is_step)):
        return
    begun = (Action.IMPOSE,) if duty.several == Several.FIRST else begun
    begun = (*begun, Action.LOWER) if is_respite else begun  # "lowered to 10% for 90 days" is a respite too
    figures: list[float | None] = [*duty.figures]
    for day in days or [""]:
        for figure in figures or [None]:
            yield Described(
                kind=event.kind, side=event.side, actions=tuple(map(str, begun)), day=day, issues=duty.issues,
                figure=figure, thing=duty.thing, several=duty.several,
            )  # fmt: skip


def _duty_meant(account: Candidate, link: LinkType, thing: str) -> _Duty:
    names = tuple(issue for issue in account.issues if issue in _NAMED_DUTIES)
    if Topic.DE_MINIMIS in names and link in (LinkType.SUSPENDS, LinkType.WITHDRAWS):
        return _Duty(issues=(Topic.DE_MINIMIS,), thing="", figures=[], several=Several.LAST)
    if link in (LinkType.REPLACES, LinkType.FOLLOWS):
        return _Duty(issues=names, thing=thing, figures=_known(_previous(account)), several=Several.LAST)
    if link == LinkType.WITHDRAWS:
        last = Several.LAST if thing else Several.NONE
        return _Duty(issues=names, thing=thing, figures=_rates(account.measures), several=last)
    if link == LinkType.EXTENDS:
        return _Duty(issues=_narrowed(names), thing=thing, figures=[], several=Several.LAST)
    return _suspended(account, _narrowed(names), thing)


def _suspended(account: Candidate, names: tuple[str, ...], thing: str) -> _Duty:
    """Points are taken off a duty as it was imposed, not of what was piled upon it; goods, out of the duty on all."""
    if any(one.unit == Unit.POINTS for one in account.measures) and (names or _previous(account)):
        return _Duty(issues=names, thing=thing, figures=_known(_previous(account)), several=Several.FIRST)
    if thing and Topic.RECIPROCAL_TARIFFS in names:
        return _Duty(issues=names, thing="", figures=[], several=Several.LAST)
    rates = _rates(account.measures)
    return _Duty(
        issues=names, thing=thing, figures=rates if len(rates) == 1 and not names else [], several=Several.NONE
    )


def _narrowed(names: tuple[str, ...]) -> tuple[str, ...]:
    """The reciprocal duty alone, where another is named beside it as what stays."""
    return (Topic.RECIPROCAL_TARIFFS,) if Topic.RECIPROCAL_TARIFFS in names else names


def _known(rate: float | None) -> list[float]:
    return [] if rate is None else [rate]


def _rates(measures: tuple[Measure, ...]) -> list[float]:
    rates = [one for one in measures if one.kind == MeasureKind.RATE and one.unit == Unit.PERCENT]
    return list(dict.fromkeys(figure for one in rates for figure in (one.low, one.high) if figure is not None))


def _cited(account: Candidate, reading: Reading) -> list[tuple[str, str]]:
    """The numbers of instruments in the act's words that are not its own."""
    text = reading.text[account.quote.start : account.quote.end]
    year = reading.article.published.year if reading.article.published else None
    numbered = instruments_in(text, year=year)
    named = [(one.instrument.scheme, one.instrument.number) for one in numbered]
    places = [one.start for one in numbered]
    own = {(one.scheme, one.number) for one in account.instruments}
    if not own:
        named = [pair for pair, at in zip(named, places, strict=True) if _UNDER.search(text[:at])]
    return [pair for pair in dict.fromkeys(named) if pair not in own]


def _days_named(account: Candidate, day: str, until: int, reading: Reading) -> list[str]:
    """Days in the act's words that are not its own, and earlier: "suspends the controls of 9 October"."""
    own = {account.date.edtf, account.effective.edtf, account.ends.edtf, day}
    precisions = ("day", "month") if account.kind == Kind.EXPORT_CONTROL else ("day",)
    found = []
    for time in reading.times:
        if account.quote.start <= time.start < until and time.start >= account.trigger - BEFORE_TRIGGER:
            is_other = (
                time.edtf
                and not any(one.startswith(time.edtf) for one in own)
                and not _is_term(reading.text[time.start - 24 : time.start])
            )
            before = not account.date.edtf or time.edtf[:10] < account.date.edtf[:10]
            if is_other and before and precision_of(time.edtf) in precisions:
                found.append(time.edtf)
    return list(dict.fromkeys(found))


def _is_term(before: str) -> bool:
    return bool(re.search(r"\b(?:until|till|through|to|from|by|effective|since|starting|as of)\s(?:the )?$", before))


def _previous(account: Candidate) -> float | None:
    rates = [one.previous for one in account.measures if one.kind == MeasureKind.RATE and one.unit == Unit.PERCENT]
    return next((rate for rate in rates if rate is not None), None)


def _listed(measures: tuple[Measure, ...]) -> float | None:
    return next((one.low for one in measures if one.unit == Unit.ENTITIES and one.low is not None), None)


def _link(kind: LinkType, account: Candidate, about: Described, said: str) -> Link:
    quote = account.quote
    return Link(
        type=kind, start=quote.start, end=quote.end, quote=quote.text, rule=f"{account.rule}.of", said=said, about=about
    )
