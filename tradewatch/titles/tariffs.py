"""What a title says of a duty: its name, whose goods it falls upon, its rate, and for how long it is put off."""

from tradewatch.titles.parts import Parts
from tradewatch.titles.rows import Row, number, of_kind, plain, term
from tradewatch.vocabulary import Action, MeasureKind, Side, Topic, Unit

_NEW = (Action.IMPOSE, Action.THREATEN, Action.PROPOSE, Action.ANNOUNCE)
_ENDING = (Action.LIFT, Action.RESUME, Action.SUSPEND, Action.WITHDRAW)
_PARCELS = {
    Action.IMPOSE: ("ends", "the de minimis exemption for small parcels from China"),
    Action.SUSPEND: ("restores", "duty-free entry of small parcels from China"),
    Action.LIFT: ("restores", "duty-free entry of small parcels from China"),
}


def tariff(parts: Parts, present: str) -> tuple[str, str]:
    """(the verb, the rest of the clause)."""
    if parts.object == "Section 301 exclusions":
        return present, parts.object
    rate = of_kind(parts.measures, MeasureKind.RATE)
    of_all_goods = Topic.FENTANYL_TARIFFS in parts.issues or Topic.RECIPROCAL_TARIFFS in parts.issues
    if parts.object == "small parcels" or (Topic.DE_MINIMIS in parts.issues and not of_all_goods):
        if rate is None and parts.action in _PARCELS and parts.side == Side.US:
            return _PARCELS[parts.action]
        what = "duty on small parcels from China"
    else:
        what = f"{_name(parts)} on {_goods(parts)}"
    if parts.action in (Action.RAISE, Action.LOWER) and rate:
        start = f"from {plain(rate.get('previous'))}% " if rate.get("previous") is not None else ""
        joint = "by" if rate.get("unit") == Unit.POINTS else "to"
        return f"{present} {parts.own}", f"{what} {start}{joint} {number(rate)}"
    if parts.action in (Action.SUSPEND, Action.EXTEND):
        return _put_off(parts, present, what)
    low, high = (rate.get("low"), rate.get("high")) if rate else (None, None)
    if parts.action == Action.LIFT and not parts.object and low and high and low != high:
        return f"{present} {parts.own}", f"rises to {plain(low)}% and {plain(high)}% of its {what}"
    return _at_rate(parts, present, _with_rate(what, rate))


def by_post(parts: Parts) -> tuple[str, str]:
    """What the Postal Service does with parcels: no duty, but a door that shuts and opens."""
    parcels = "parcels from China and Hong Kong"
    return ("takes", f"{parcels} again") if parts.action in _ENDING else ("stops", parcels)


def _with_rate(what: str, rate: Row | None) -> str:
    """ "34% tariff on US goods"; "tariff on US goods of up to 34%"."""
    if rate is None:
        return what
    if rate.get("unit") == Unit.POINTS and rate.get("low") is not None:
        return f"{number(rate).removesuffix(' points')}-point {what}"
    return f"{number(rate)} {what}" if rate.get("low") is not None else f"{what} of {number(rate)}"


def _at_rate(parts: Parts, present: str, duty: str) -> tuple[str, str]:
    if parts.action in _NEW:
        return f"{present} a", duty
    return f"{present} {parts.own}", f"threat of a {duty}" if parts.action == Action.WITHDRAW else duty


def _put_off(parts: Parts, present: str, what: str) -> tuple[str, str]:
    """Of what is put off, points alone are named: a rate beside them is as often the one that stays."""
    rate = of_kind(parts.measures, MeasureKind.RATE)
    points = f"{number(rate)} of " if rate and rate.get("unit") == Unit.POINTS else ""
    verb = f"{present} the suspension of" if parts.action == Action.EXTEND else present
    return verb, f"{points}{parts.own} {what}{term(parts.measures)}"


def _name(parts: Parts) -> str:
    if "dumping" in parts.object:
        return "dumping duty"
    if parts.object not in ("", "US goods"):
        return "tariff"
    if Topic.FENTANYL_TARIFFS in parts.issues and parts.side == Side.US:
        return "fentanyl tariff"
    if Topic.RECIPROCAL_TARIFFS in parts.issues and parts.side == Side.US:
        return "reciprocal tariff"
    return "tariff"


def _goods(parts: Parts) -> str:
    thing = parts.object
    if not thing:
        return f"{parts.whose} goods"
    return thing if thing.startswith(("US ", "Chinese ")) else f"{parts.whose} {thing}"
