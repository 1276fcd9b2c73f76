"""Whether an act sharpens or eases the dispute: the codebook's published rule, first match wins."""

from collections.abc import Callable

from tradewatch.vocabulary import Action, Direction, Kind, Side, Status

_SOFTER = {Action.LOWER, Action.SUSPEND, Action.LIFT, Action.WITHDRAW, Action.RESUME, Action.AGREE, Action.APPROVE}
_SHARPER = {Action.IMPOSE, Action.RAISE, Action.THREATEN, Action.REJECT}
_TRADE_STOPS = {Action.SUSPEND, Action.REJECT, Action.LOWER, Action.IMPOSE, Action.THREATEN}
_TALKS_BREAK = {Action.SUSPEND, Action.REJECT, Action.WITHDRAW, Action.THREATEN}


def direction_of(
    *,
    kind: str,
    action: str,
    status: str,
    side: str,
    rate: float | None = None,
    previous: float | None = None,
    prolongs_relief: bool = True,
) -> Direction:
    """The derived direction.

    `rate` and `previous` are the act's figure and the one before it, where both are known; `prolongs_relief` says
    of an `extend` whether a truce or suspension is prolonged (the codebook's default) or a measure.
    """
    if status == Status.DENIED or kind == Kind.LEGAL or side == Side.OTHER:
        return Direction.NEITHER
    if kind in _BY_KIND:
        return _BY_KIND[Kind(kind)](action)
    if action in (Action.ANNOUNCE, Action.PROPOSE):
        lower = rate is not None and previous is not None and rate < previous
        return Direction.EASES if lower else Direction.ESCALATES
    if action == Action.EXTEND:
        return Direction.EASES if prolongs_relief else Direction.ESCALATES
    return _of_measure(action)


def _of_measure(action: str) -> Direction:
    if action in _SHARPER:
        return Direction.ESCALATES
    return Direction.EASES if action in _SOFTER else Direction.NEITHER


def _of_diplomacy(action: str) -> Direction:
    if action in (Action.HOLD, Action.ANNOUNCE):
        return Direction.NEITHER
    return Direction.ESCALATES if action in _TALKS_BREAK else Direction.EASES


def _of_trade(action: str) -> Direction:
    return Direction.ESCALATES if action in _TRADE_STOPS else Direction.EASES


def _of_inquiry(action: str) -> Direction:
    if action in (Action.ANNOUNCE, Action.IMPOSE, Action.EXTEND):
        return Direction.ESCALATES
    return Direction.EASES if action in (Action.SUSPEND, Action.LIFT) else Direction.NEITHER


_BY_KIND: dict[Kind, Callable[[str], Direction]] = {
    Kind.TALKS: _of_diplomacy,
    Kind.AGREEMENT: _of_diplomacy,
    Kind.PURCHASE: _of_trade,
    Kind.CORPORATE: _of_trade,
    Kind.INVESTIGATION: _of_inquiry,
}
