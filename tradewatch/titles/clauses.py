"""The clause of a title for each kind of act: a verb as in "raises its", and what follows it."""

from collections.abc import Callable, Mapping

from tradewatch.titles.controls import control
from tradewatch.titles.parts import Parts
from tradewatch.titles.rows import in_unit, number, term
from tradewatch.titles.tariffs import by_post, tariff
from tradewatch.vocabulary import Action, Kind, Side, Topic, Unit

Clause = tuple[str, str]

PRESENT: Mapping[Action, str] = {
    Action.HOLD: "holds",
    Action.THREATEN: "threatens",
    Action.PROPOSE: "proposes",
    Action.ANNOUNCE: "announces",
    Action.IMPOSE: "imposes",
    Action.RAISE: "raises",
    Action.LOWER: "lowers",
    Action.SUSPEND: "suspends",
    Action.EXTEND: "extends",
    Action.LIFT: "lifts",
    Action.WITHDRAW: "withdraws",
    Action.RESUME: "resumes",
    Action.APPROVE: "approves",
    Action.REJECT: "rejects",
    Action.AGREE: "agrees on",
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def clause_of(parts: Parts) -> Clause:
    """(the verb, as of one who acts now; the rest of the clause)."""
    return _CLAUSES[parts.kind](parts)


def future_of(verb: str) -> str:
    """The verb as what is to come has it: an agreement to buy, foretold, is the buying."""
    return "buys" if verb == "agrees to buy" else verb


def _control(parts: Parts) -> Clause:
    return control(parts, PRESENT[parts.action])


def _tariff(parts: Parts) -> Clause:
    return by_post(parts) if parts.is_by_post else tariff(parts, PRESENT[parts.action])


def _talks(parts: Parts) -> Clause:
    way, _, place = parts.object.partition(" in ")
    where = f"in {place}" if place else ""
    if parts.action == Action.HOLD and way in ("phone call", "video call"):
        return f"speaks by {way.removesuffix(' call')}", ""
    if parts.action == Action.HOLD and parts.heads and way == "meeting":
        return "meets", where
    known = {"meeting": "talks", "": "talks", "phone call": "a phone call", "video call": "a video call"}
    what = f"a {way}" if " round of " in way else known.get(way, way)
    return PRESENT[parts.action], f"{what} {where}"


def _agreement(parts: Parts) -> Clause:
    if parts.object.startswith("confirmed "):
        return "confirms", f"the {parts.object.removeprefix('confirmed ')}"
    return PRESENT[parts.action], f"{with_article(_about(parts, parts.object or 'deal'))}{term(parts.measures)}"


_SETTLED = {
    Topic.RARE_EARTHS: "rare-earth",
    Topic.SOYBEANS: "soybean",
    Topic.FENTANYL_COOPERATION: "fentanyl",
    Topic.CHIPS: "chip",
    Topic.PORT_FEES: "port-fee",
    Topic.AVIATION: "aircraft",
}


def _about(parts: Parts, noun: str) -> str:
    """A "rare-earth deal": an agreement without a name, by the one thing that it is about."""
    told = [issue for issue in parts.issues if issue != Topic.OTHER]
    if len(told) != 1 or noun not in ("deal", "consensus", "understanding"):
        return noun
    return f"{_SETTLED.get(Topic(told[0]), '')} {noun}".strip()


def _port_fee(parts: Parts) -> Clause:
    if parts.object.endswith("carriers"):
        return f"{PRESENT[parts.action]} its", f"port fee on {parts.object}{_at_rate(parts)}"
    until = term(parts.measures) if parts.action in (Action.SUSPEND, Action.EXTEND) else ""
    owner = "" if parts.action in (Action.IMPOSE, Action.PROPOSE, Action.THREATEN, Action.ANNOUNCE) else parts.own
    return PRESENT[parts.action], f"{owner} port fees on {parts.whose} ships{until}"


def _at_rate(parts: Parts) -> str:
    row = in_unit(parts.measures, Unit.USD_PER_TONNE, Unit.CNY_PER_TONNE)
    return f" to {number(row)}" if row else ""


_BUYING = {
    Action.AGREE: "agrees to buy",
    Action.SUSPEND: "suspends purchases of",
    Action.RESUME: "resumes purchases of",
    Action.LOWER: "lowers purchases of",
    Action.PROPOSE: "proposes purchases of",
    Action.THREATEN: "threatens to end trade in",
    Action.ANNOUNCE: "announces purchases of",
    Action.EXTEND: "moves the target date for purchases of",
}


def _purchase(parts: Parts) -> Clause:
    goods = parts.object or _goods(parts)
    resumed = parts.action == Action.RESUME
    if goods.endswith("exporters") or (resumed and goods == "US logs"):
        back = "readmits" if goods.endswith("exporters") else "lifts its ban on"
        return (back if resumed else PRESENT[parts.action]), goods
    if goods.endswith("cargoes"):
        return ("buys" if resumed else _BUYING.get(parts.action, PRESENT[parts.action])), f"{goods} of {_goods(parts)}"
    if goods.startswith("registrations"):
        return ("lets" if parts.action == Action.SUSPEND else PRESENT[parts.action]), f"{goods} lapse"
    month = parts.date.split("-")[1:]
    if parts.action == Action.SUSPEND and len(month) == 1 and month[0].isdigit():
        return "imports", f"no {goods} in {_MONTHS[int(month[0]) - 1]}"  # what a month's figures tell
    row = in_unit(parts.measures, Unit.TONNES)
    counted = row is not None and parts.action != Action.SUSPEND
    amount = f"{number(row)} of " if row and counted else ""
    if parts.action == Action.PROPOSE and parts.side == Side.US:
        return "asks China to buy", f"{amount}{goods}"
    return ("buys" if resumed and counted else _BUYING.get(parts.action, PRESENT[parts.action])), f"{amount}{goods}"


def _goods(parts: Parts) -> str:
    for topic, words in (
        (Topic.SOYBEANS, "US soybeans"),
        (Topic.AGRICULTURE, "US farm goods"),
        (Topic.ENERGY, "US energy"),
        (Topic.AVIATION, "US aircraft parts"),
    ):
        if topic in parts.issues:
            return words
    return "US goods"


_TIKTOK = {
    Action.SUSPEND: ("suspends", "enforcement of the TikTok ban"),
    Action.EXTEND: ("extends", "its delay of the TikTok ban"),
}
_BOEING = {
    Action.SUSPEND: "tells airlines to stop taking",
    Action.RESUME: "lets airlines take",
    Action.AGREE: "agrees to buy",
    Action.LIFT: "lifts its ban on",
    Action.REJECT: "refuses",
    Action.APPROVE: "lets airlines take",
}
_SALES = {
    Action.IMPOSE: "restricts",
    Action.SUSPEND: "suspends",
    Action.APPROVE: "allows",
    Action.LIFT: "lifts its curbs on",
    Action.AGREE: "agrees on",
}


def _corporate(parts: Parts) -> Clause:
    thing, action, present = parts.object, parts.action, PRESENT[parts.action]
    until = term(parts.measures) if action in (Action.SUSPEND, Action.EXTEND) else ""
    if "TikTok" in thing or (not thing and Topic.TIKTOK in parts.issues):
        verb, rest = _TIKTOK.get(action, (present, f"the {thing if 'TikTok ' in thing else 'TikTok deal'}"))
        signed = thing.startswith("joint venture") or (action == Action.AGREE and parts.side == "other")
        return (verb, "a joint venture for TikTok") if signed else (verb, f"{rest}{until}")
    if "Boeing" in thing and parts.side == "china":
        row = in_unit(parts.measures, Unit.AIRCRAFT)
        many = f"{number(row).removesuffix(' aircraft')} " if row and action == Action.AGREE else ""
        return _BOEING.get(action, present), f"{many}{thing}{' again' if action == Action.RESUME else ''}"
    if thing.startswith(("Nvidia", "jet-engine", "Illumina")):
        return _sales(parts)
    if parts.side == "other" and action == Action.IMPOSE:
        return "takes", f"control of {thing or 'a firm'}"
    if parts.side == "china" and action == Action.SUSPEND and not thing:
        return "tells firms to stop buying", "from one supplier"
    return present, f"{_order(parts)}{thing or 'a deal of one firm'}{until}"


def _order(parts: Parts) -> str:
    return "its order on " if parts.object and parts.action in (Action.SUSPEND, Action.LIFT, Action.EXTEND) else ""


def _sales(parts: Parts) -> Clause:
    """What one firm sells: the seller's side licenses it, the buyer's tells its firms to do without."""
    thing, action = parts.object, parts.action
    sold = thing if "sales" in thing else f"sales of {thing}"
    if parts.side == "china":
        buyers = {
            Action.SUSPEND: "tells firms to stop buying",
            Action.IMPOSE: "bans sales of" if thing.startswith("Illumina") else "limits purchases of",
            Action.LIFT: "lifts its ban on",
            Action.RESUME: "lets firms buy",
        }
        return buyers.get(action, _SALES.get(action, PRESENT[action])), thing
    if action == Action.RESUME:
        return "lets", f"{sold} resume"
    share = in_unit(parts.measures, Unit.PERCENT) if action in (Action.APPROVE, Action.AGREE) else None
    return _SALES.get(action, PRESENT[action]), f"{sold} to China{f' for {number(share)}' if share else ''}".replace(
        " to COMAC to China", " to COMAC"
    )


def _investigation(parts: Parts) -> Clause:
    thing = parts.object or "an inquiry"
    if thing.startswith("summons"):
        return "summons", thing.removeprefix("summons").removeprefix(" of ") or "a firm"
    if thing.startswith("a review"):
        return "orders", thing
    if thing.startswith("a finding in "):
        return "makes", thing
    ours = {"a": "its", "an": "its"}
    first, _, rest = thing.partition(" ")
    known = f"{ours[first]} {rest}" if first in ours and parts.object else thing
    if parts.action == Action.ANNOUNCE:
        return "opens", thing
    return ("ends" if parts.action == Action.LIFT else PRESENT[parts.action]), known


_COURT = {
    Action.REJECT: "rules against",
    Action.SUSPEND: "stays the ruling against",
    Action.HOLD: "hears the cases on",
    Action.APPROVE: "agrees to hear the cases on",
}


def _legal(parts: Parts) -> Clause:
    thing = parts.object
    if "under drug control" in thing:
        return "puts", thing
    if Topic.TIKTOK in parts.issues and parts.action == Action.APPROVE:
        return "upholds", "the TikTok law"
    if "visas" in thing or (not thing and Topic.VISAS in parts.issues):
        return PRESENT[
            parts.action
        ], f"that it will revoke {thing or 'visas'}" if parts.action == Action.ANNOUNCE else (thing or "visas")
    if parts.side == "china":
        return _of_china(parts)
    if parts.action in _COURT and parts.is_of_court:
        return _COURT[parts.action], "the IEEPA tariffs"
    return PRESENT[parts.action], "a ruling on the IEEPA tariffs"


def _of_china(parts: Parts) -> Clause:
    """China's cases against the tariffs, and its rules on substances."""
    if Topic.FENTANYL_COOPERATION in parts.issues:
        return PRESENT[parts.action], "rules on drug substances"
    against = "the US fentanyl tariff" if Topic.FENTANYL_TARIFFS in parts.issues else "the US tariffs"
    return "opens", f"a {'WTO case' if parts.object == 'WTO case' else 'case'} against {against}"


def with_article(words: str) -> str:
    """ "a framework in Madrid", "an agreement", "terms"."""
    first = words.split(" ", maxsplit=1)[0]
    if first in ("a", "an", "the", "terms"):
        return words
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


_CLAUSES: Mapping[Kind, Callable[[Parts], Clause]] = {
    Kind.TARIFF: _tariff,
    Kind.TALKS: _talks,
    Kind.AGREEMENT: _agreement,
    Kind.PORT_FEE: _port_fee,
    Kind.PURCHASE: _purchase,
    Kind.EXPORT_CONTROL: _control,
    Kind.CORPORATE: _corporate,
    Kind.INVESTIGATION: _investigation,
    Kind.LEGAL: _legal,
}
