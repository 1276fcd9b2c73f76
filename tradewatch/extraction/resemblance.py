"""A table of reasons why two accounts may be one event, each with a weight and words for the reviewer. Pure.

A veto is a reason of weight -1: two accounts with one are never one event. The others add up; `score` is their sum.
"""

from collections.abc import Callable, Sequence

from tradewatch import edtf
from tradewatch.extraction.named_things import may_be_same_thing, things_of
from tradewatch.extraction.same_days import begins, same_date, share_thing, told_in_time
from tradewatch.extraction.same_meetings import same_meeting, same_place
from tradewatch.extraction.tellings import VETO, Resemblance, Telling
from tradewatch.vocabulary import Action, Kind, Status, Topic

# Actions by which different reporters may call one act. A threat never melts with a deed.
_ALIKE = (
    {Action.IMPOSE, Action.ANNOUNCE},
    {Action.IMPOSE, Action.RAISE},
    {Action.AGREE, Action.ANNOUNCE},
    {Action.HOLD, Action.ANNOUNCE},
    {Action.AGREE, Action.APPROVE},
    {Action.THREATEN, Action.PROPOSE},
)
# A pause that goes on is told as a pause and as its extension, but only a day tells the one from the other.
_ALIKE_ON_A_DAY = ({Action.SUSPEND, Action.EXTEND},)
# A promise to buy is no purchase; but who has agreed to buy again has bought again.
_ALIKE_IF_DONE = ({Action.AGREE, Action.RESUME},)
# "Put on ice", "dropped": of one inquiry or sanction that both name, on days that can meet; leave for a firm to sell
# again is told as leave and as the sales resumed.
_ALIKE_OF_ONE_THING = (
    {Action.SUSPEND, Action.LIFT},
    {Action.LIFT, Action.WITHDRAW},
    {Action.RESUME, Action.APPROVE},
    {Action.RESUME, Action.LIFT},
)
# A rule that never took effect is told as dropped and as ended, by its field.
_ALIKE_IN_ONE_FIELD = ({Action.LIFT, Action.WITHDRAW},)
# A rate is lowered for a time by suspending points of it: told of one sort of tariff and one day.
_ALIKE_TO_ONE_RATE = ({Action.LOWER, Action.SUSPEND},)
# A tariff that is to come on the threatened day is the threat, told without that word; the deed is another act.
_ALIKE_UNTIL_DONE = ({Action.THREATEN, Action.IMPOSE}, {Action.THREATEN, Action.RAISE})
_AHEAD = (Status.PLANNED, Status.EXPECTED)
_PARCELS = ("small parcels", "parcels by post")
_ALIKE_IN_PART = (*_ALIKE_ON_A_DAY, *_ALIKE_OF_ONE_THING, *_ALIKE_TO_ONE_RATE)


def reasons(one: Telling, other: Telling) -> tuple[Resemblance, ...]:
    """Why the two may be one event, or cannot be; vetoes first."""
    found = [reason for reason in (ask(one, other) for ask in _TABLE) if reason is not None]
    return tuple(sorted(found, key=lambda reason: reason.weight != VETO))


def cannot_be_one(one: Telling, other: Telling) -> bool:
    """True where any reason is a veto; asked first of two accounts picked at random, since most differ."""
    return any(reason is not None and reason.weight == VETO for reason in (ask(one, other) for ask in _TABLE))


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
    if can_be_called_so(one, other):
        return Resemblance(weight=0.1, said=f"{one.action} and {other.action} can tell one act")
    pair = {one.action, other.action}
    in_part = pair in _ALIKE_IN_PART or (pair in _ALIKE_UNTIL_DONE and _is_no_deed(one) and _is_no_deed(other))
    about = "action" if in_part else ""
    return Resemblance(weight=VETO, said=f"{one.action} is not {other.action}", about=about)


def can_be_called_so(one: Telling, other: Telling) -> bool:
    """True where the actions of the two can be names of one act."""
    pair, both_dated = {one.action, other.action}, bool(one.date and other.date)
    in_one_field = bool((one.issues & other.issues) - {"other"})
    return (
        len(pair) == 1
        or pair in _ALIKE
        or (pair in _ALIKE_ON_A_DAY and both_dated)
        or (pair in _ALIKE_IF_DONE and one.status == other.status)
        or (pair in _ALIKE_OF_ONE_THING and share_thing(one, other))
        or (pair in _ALIKE_IN_ONE_FIELD and in_one_field)
        or (pair in _ALIKE_TO_ONE_RATE and both_dated and in_one_field)
        or (pair in _ALIKE_UNTIL_DONE and _is_no_deed(one) and _is_no_deed(other) and _is_threatened(one, other))
    )


def _is_no_deed(told: Telling) -> bool:
    return told.action == Action.THREATEN or told.status in _AHEAD


def _is_threatened(one: Telling, other: Telling) -> bool:
    """True where what is to come bears the figure and the day of the threat."""
    return bool(one.figures & other.figures) and (begins(one, other) or begins(other, one))


def same_status(one: Telling, other: Telling) -> Resemblance | None:
    if one.status == other.status:
        return None
    if Status.DENIED in (one.status, other.status):
        return Resemblance(weight=VETO, said="one text says that it did not happen")
    return Resemblance(weight=-0.05, said=f"one has it {one.status}, the other {other.status}")


def same_figures(one: Telling, other: Telling) -> Resemblance | None:
    common = one.figures & other.figures
    if common:
        told = ", ".join(f"{figure:g} {unit}" for unit, _, figure in sorted(common))
        # Who tells of several rates can mean another act by the one that both tell.
        weight = 0.15 if _tells_more(one, common) or _tells_more(other, common) else 0.25
        return Resemblance(weight=weight, said=f"both say {told}")
    if _at_least(one, other) or _at_least(other, one):
        return None
    comparable = {(unit, basis) for unit, basis, _ in one.figures} & {(unit, basis) for unit, basis, _ in other.figures}
    if comparable:
        return Resemblance(weight=VETO, said="their figures differ", about="figures")
    return None


def _tells_more(told: Telling, common: frozenset[tuple[str, str, float]]) -> bool:
    """True of an account with another figure of the unit of a common one."""
    units = {(unit, basis) for unit, basis, _ in common}
    return any((unit, basis) in units for unit, basis, _ in told.figures - common)


def _at_least(one: Telling, other: Telling) -> bool:
    """True of "more than 20 entities" and 26 of them."""
    return any(
        (unit, basis) == (own_unit, own_basis) and figure >= least
        for own_unit, own_basis, least in one.at_least
        for unit, basis, figure in other.figures
    )


def same_instruments(one: Telling, other: Telling) -> Resemblance | None:
    common = one.instruments & other.instruments
    if common:
        return Resemblance(weight=0.5, said=f"both name {', '.join(' '.join(pair) for pair in sorted(common))}")
    schemes = {scheme for scheme, _ in one.instruments} & {scheme for scheme, _ in other.instruments}
    if schemes:
        return Resemblance(weight=VETO, said=f"they go by different numbers of {', '.join(sorted(schemes))}")
    return None


def same_issues(one: Telling, other: Telling) -> Resemblance | None:
    if one.kind == Kind.TARIFF and _is_on_parcels(one) != _is_on_parcels(other) and not one.figures & other.figures:
        return Resemblance(weight=-0.3, said="only one of them is on small parcels")
    common = (one.issues & other.issues) - {"other"}
    if common:
        return Resemblance(weight=0.15, said=f"both about {', '.join(sorted(common))}")
    same = things_of(one.thing) & things_of(other.thing)
    if one.issues - {"other"} and other.issues - {"other"} and not same:
        return Resemblance(weight=-0.3, said="they are about different issues")
    return None


def _is_on_parcels(told: Telling) -> bool:
    return Topic.DE_MINIMIS in told.issues or told.thing in _PARCELS


def same_parties(one: Telling, other: Telling) -> Resemblance | None:
    named = (one.actors & other.actors) - {"china", "united-states"}
    return Resemblance(weight=0.1, said=f"both name {', '.join(sorted(named))}") if named else None


def same_thing(one: Telling, other: Telling) -> Resemblance | None:
    """Talks and deals are known by who and where; other acts by what they fall upon."""
    if one.kind in (Kind.TALKS, Kind.AGREEMENT):
        return None
    if not one.thing or not other.thing:
        return _one_thing_named(one, other)
    common = things_of(one.thing) & things_of(other.thing)
    if common:
        return Resemblance(weight=0.2, said=f"both on {', '.join(sorted(common))}")
    if may_be_same_thing(one.thing, other.thing):
        return Resemblance(weight=0.1, said=f"{one.thing} may be {other.thing}")
    return Resemblance(weight=VETO, said=f"{one.thing} is not {other.thing}")


def _one_thing_named(one: Telling, other: Telling) -> Resemblance | None:
    if one.kind == Kind.PORT_FEE:
        return Resemblance(weight=0.2, said="both on the other side's ships")
    days_tell = all(day and edtf.precision_of(day) != "month" for day in (one.date, other.date))
    if one.kind == Kind.TARIFF and one.thing != other.thing and not days_tell:
        # A tariff that names no goods is one on all of them, unless its day tells which is meant.
        return Resemblance(weight=-0.2, said=f"only one of them is on {one.thing or other.thing}")
    return None


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
    same_meeting,
    same_place,
    same_figures,
    same_instruments,
    same_issues,
    same_parties,
    same_thing,
    same_words,
)
