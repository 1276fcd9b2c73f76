"""What a title says of export controls: lists and how many stand on them, licences, bans, rules with a name."""

from tradewatch.titles.parts import Parts
from tradewatch.titles.rows import count, in_unit, term
from tradewatch.vocabulary import Action, Topic, Unit

_NEW = (Action.IMPOSE, Action.ANNOUNCE)
_LICENCES = {
    Action.IMPOSE: "requires export licences for",
    Action.ANNOUNCE: "requires export licences for",
    Action.APPROVE: "grants export licences for",
    Action.LOWER: "limits export licences for",
    Action.REJECT: "refuses export licences for",
    Action.LIFT: "lifts its licence requirement for",
    Action.SUSPEND: "suspends its licence requirement for",
    Action.RESUME: "lets exports resume of",
}
_BANS = {
    Action.IMPOSE: "bans exports of",
    Action.ANNOUNCE: "bans exports of",
    Action.APPROVE: "allows exports of",
    Action.LIFT: "lifts its ban on exports of",
    Action.SUSPEND: "suspends its ban on exports of",
    Action.EXTEND: "extends its ban on exports of",
}


def control(parts: Parts, present: str) -> tuple[str, str]:
    """(the verb, the rest of the clause)."""
    thing, until = parts.object, _until(parts)
    if thing.endswith(" List") or (not thing and (_parties(parts) or Topic.ENTITY_LISTS in parts.issues)):
        return _listed(parts, present)
    for head, verbs in (("export licences for ", _LICENCES), ("exports of ", _BANS)):
        if thing.startswith(head) and parts.action in verbs:
            return verbs[parts.action], f"{thing.removeprefix(head)}{until}"
    if thing.startswith("sanctions on "):
        party = thing.removeprefix("sanctions on ")
        if parts.action in _NEW:
            return "sanctions", f"{_parties(parts)} {party}"
        return f"{present} its", f"sanctions on {party}{until}"
    if thing.startswith("chip-tool waivers") and parts.action in _NEW:
        return "revokes", thing
    new = parts.action in (*_NEW, Action.THREATEN, Action.PROPOSE)
    whose = ("the" if " Rule" in thing else "") if new else parts.own
    return present, f"{whose} {thing or _by_issue(parts)}{until}"


def _listed(parts: Parts, present: str) -> tuple[str, str]:
    """ "puts seven US firms on its Unreliable Entity List", "suspends its Entity List measures on 28 entities"."""
    name, until, many = parts.object, _until(parts), _parties(parts)
    firms = f"{many} {parts.whose} {'entities' if parts.side == 'us' else 'firms'}"
    if parts.action in _NEW:
        return "puts", f"{firms} {f'on its {name}' if name else 'under export controls'}"
    if parts.action == Action.EXTEND:
        return "extends its suspension of", f"{many} {name} {'listings' if name else 'measures on listed firms'}{until}"
    if parts.action == Action.LIFT and parts.side == "us" and name:
        return "removes", f"{firms} from its {name}"
    return f"{present} its", f"{name} measures on {firms}{until}"


def _parties(parts: Parts) -> str:
    row = in_unit(parts.measures, Unit.ENTITIES)
    return count(row) if row else ""


def _until(parts: Parts) -> str:
    return term(parts.measures) if parts.action in (Action.SUSPEND, Action.EXTEND) else ""


def _by_issue(parts: Parts) -> str:
    for topic, words in (
        (Topic.RARE_EARTHS, "rare earths"),
        (Topic.CRITICAL_MINERALS, "critical minerals"),
        (Topic.CHIPS, "chips"),
        (Topic.ENERGY, "energy goods"),
        (Topic.FENTANYL_COOPERATION, "drug precursors"),
    ):
        if topic in parts.issues:
            return f"export controls on {words}"
    return "export controls"
