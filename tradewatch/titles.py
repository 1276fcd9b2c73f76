"""An event's title in its plain form, built from its parts: "China raises its tariff on US goods to 125%"."""

from collections.abc import Mapping, Sequence

from tradewatch.vocabulary import Action, Kind, MeasureKind, Side, Status, Topic, Unit

Row = Mapping[str, object]

_WHO = {Side.US: "US", Side.CHINA: "China", Side.BOTH: "US and China", Side.OTHER: "A third party"}
_TARGET = {Side.US: "Chinese goods", Side.CHINA: "US goods"}
_PRESENT = {
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

# A kind whose acts have words of their own.
_OF_KIND = {
    (Kind.PURCHASE, Action.AGREE): "agrees to buy",
    (Kind.PURCHASE, Action.SUSPEND): "suspends purchases of",
    (Kind.PURCHASE, Action.RESUME): "resumes purchases of",
    (Kind.PURCHASE, Action.LOWER): "lowers purchases of",
    (Kind.PURCHASE, Action.PROPOSE): "proposes purchases of",
    (Kind.PURCHASE, Action.THREATEN): "threatens to end trade in",
    (Kind.PURCHASE, Action.ANNOUNCE): "announces purchases of",
    (Kind.PURCHASE, Action.EXTEND): "extends purchases of",
    (Kind.INVESTIGATION, Action.ANNOUNCE): "opens",
    (Kind.INVESTIGATION, Action.LIFT): "ends",
    (Kind.TARIFF, Action.EXTEND): "extends relief from",
    (Kind.LEGAL, Action.REJECT): "rejects in court",
    (Kind.LEGAL, Action.SUSPEND): "stays a ruling on",
    (Kind.LEGAL, Action.HOLD): "hears in court the cases on",
    (Kind.LEGAL, Action.APPROVE): "admits to court the cases on",
    (Kind.LEGAL, Action.ANNOUNCE): "announces a case or a rule on",
    (Kind.LEGAL, Action.IMPOSE): "imposes rules on",
}


def title_of(
    *,
    kind: str,
    action: str,
    status: str,
    side: str,
    measures: Sequence[Row] = (),
    issues: Sequence[str] = (),
    object: str = "",  # noqa: A002 - the record's own word
    place: str = "",
) -> str:
    """The title of an event, at most about a dozen words; threats and plans read as such.

    `measures` are rows with kind, low, high, previous, unit and object; `object` is the thing acted upon as a text
    names it, `place` where talks are held.
    """
    who = _WHO.get(Side(side), "") if side in set(Side) else ""
    thing = _thing(Kind(kind), Action(action), side, measures, issues, object, place)
    verb = _verb(Kind(kind), Action(action), Status(status), side)
    return " ".join(f"{who} {verb} {thing}{_length(action, measures)}".split())


def _verb(kind: Kind, action: Action, status: Status, side: str) -> str:
    plural = side == Side.BOTH
    present = _OF_KIND.get((kind, action)) or _PRESENT[action]
    first, space, rest = present.partition(" ")
    base = f"{first.removesuffix('s')}{space}{rest}"
    if (kind, action) == (Kind.PURCHASE, Action.AGREE) and status == Status.PLANNED:
        return "is to buy"
    if status == Status.PLANNED:
        return f"{'are' if plural else 'is'} to {base}"
    if status == Status.EXPECTED:
        return f"may {base}"
    if status == Status.DENIED:
        return f"{'deny' if plural else 'denies'} that {'they' if plural else 'it'} {base if plural else present}"
    return base if plural else present


def _thing(
    kind: Kind, action: Action, side: str, measures: Sequence[Row], issues: Sequence[str], named: str, place: str
) -> str:
    where = f" in {place}" if place else ""
    words = {
        Kind.TARIFF: lambda: _tariff(action, side, measures, issues),
        Kind.TALKS: lambda: f"{'a call' if 'call' in named.lower() or 'phone' in named.lower() else 'talks'}{where}",
        Kind.AGREEMENT: lambda: f"{_article(named) if named else 'a deal'}{where}",
        Kind.PORT_FEE: lambda: f"port fees on {'Chinese' if side == Side.US else 'US'} ships",
        Kind.PURCHASE: lambda: f"{_amount(measures)}{_goods(issues)}",
        Kind.EXPORT_CONTROL: lambda: _control(measures, issues, named),
        Kind.CORPORATE: lambda: _firm(issues, named),
        Kind.INVESTIGATION: lambda: _article(named) if named else "an inquiry",
        Kind.LEGAL: lambda: _subject_of_law(side, issues),
    }
    return words[kind]()


def _subject_of_law(side: str, issues: Sequence[str]) -> str:
    if Topic.VISAS in issues:
        return "visas"
    if Topic.FENTANYL_COOPERATION in issues:
        return "drug substances"
    return "the US tariffs" if side == Side.CHINA else "its tariffs"


def _tariff(action: Action, side: str, measures: Sequence[Row], issues: Sequence[str]) -> str:
    what = "de minimis treatment" if Topic.DE_MINIMIS in issues else "tariff"
    if Topic.FENTANYL_TARIFFS in issues and what == "tariff":
        what = "fentanyl tariff"
    target = _TARGET.get(Side(side), "each other's goods") if side in set(Side) else ""
    rate = next((row for row in measures if row.get("kind") == MeasureKind.RATE), None)
    number = _number(rate) if rate else ""
    if action in (Action.RAISE, Action.LOWER) and number:
        start = f"from {_plain(rate.get('previous'))}% " if rate and rate.get("previous") is not None else ""
        joint = "by" if rate and rate.get("unit") == Unit.POINTS else "to"
        return f"its {what} on {target} {start}{joint} {number}"
    if action == Action.SUSPEND and rate and rate.get("unit") == Unit.POINTS:
        return f"{number} of its {what} on {target}"
    if action in (Action.IMPOSE, Action.THREATEN, Action.PROPOSE, Action.ANNOUNCE):
        return f"a {number} {what} on {target}" if number else f"a {what} on {target}"
    if action == Action.WITHDRAW:
        return f"its threat of a {number} {what} on {target}"
    owner = "their" if side == Side.BOTH else "its"
    return f"{owner} {number} {what} on {target}" if number else f"{owner} {what} on {target}"


def _control(measures: Sequence[Row], issues: Sequence[str], named: str) -> str:
    parties = next((row for row in measures if row.get("unit") == Unit.ENTITIES), None)
    if parties:
        return f"measures on {_number(parties)} listed parties"
    if any(word in named.lower() for word in ("affiliates", "50% rule", "penetrat")):
        return "its Affiliates Rule"
    if Topic.ENTITY_LISTS in issues:
        return "listings of parties"
    for topic, words in (
        (Topic.RARE_EARTHS, "rare earths"),
        (Topic.CRITICAL_MINERALS, "critical minerals"),
        (Topic.CHIPS, "chips"),
        (Topic.ENERGY, "energy goods"),
        (Topic.FENTANYL_COOPERATION, "drug precursors"),
    ):
        if topic in issues:
            return f"export controls on {words}"
    return "export controls"


def _firm(issues: Sequence[str], named: str) -> str:
    for topic, words in (
        (Topic.TIKTOK, "the TikTok deal"),
        (Topic.AVIATION, "Boeing deliveries"),
        (Topic.CHIPS, "chip sales by one firm"),
    ):
        if topic in issues:
            return words
    return named or "a firm's deal"


def _goods(issues: Sequence[str]) -> str:
    for topic, words in (
        (Topic.SOYBEANS, "US soybeans"),
        (Topic.AGRICULTURE, "US farm goods"),
        (Topic.ENERGY, "US energy"),
        (Topic.AVIATION, "US aircraft parts"),
    ):
        if topic in issues:
            return words
    return "US goods"


def _amount(measures: Sequence[Row]) -> str:
    row = next((row for row in measures if row.get("unit") == Unit.TONNES), None)
    return f"{_number(row)} of " if row else ""


def _length(action: str, measures: Sequence[Row]) -> str:
    if action not in (Action.SUSPEND, Action.EXTEND, Action.AGREE):
        return ""
    row = next((row for row in measures if row.get("kind") == MeasureKind.DURATION), None)
    return f" for {_number(row)}" if row else ""


def _number(row: Row) -> str:
    low, high = row.get("low"), row.get("high")
    unit = {
        Unit.PERCENT: "%",
        Unit.POINTS: " points",
        Unit.OWNERSHIP: "%",
        Unit.TONNES: " tonnes",
        Unit.DAYS: " days",
        Unit.MONTHS: " months",
        Unit.AIRCRAFT: " aircraft",
    }.get(Unit(str(row.get("unit"))), "")
    if low is None:
        return f"up to {_plain(high)}{unit}"
    if high is None:
        return f"at least {_plain(low)}{unit}"
    return f"{_plain(low)}{unit}" if low == high else f"{_plain(low)}–{_plain(high)}{unit}"


def _plain(value: object) -> str:
    number = float(str(value))
    if number >= 1e6:
        return f"{number / 1e6:g} million"
    return f"{number:,.0f}" if number == int(number) else f"{number:g}"


def _article(words: str) -> str:
    plain = words.lower()
    if plain.endswith("s") or plain.startswith(("a ", "an ", "the ")):
        return plain
    return f"{'an' if plain[0] in 'aeiou' else 'a'} {plain}"
