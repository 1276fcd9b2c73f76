"""An event's title in its plain form, built from its parts: "China raises its tariff on US goods to 125%"."""

from collections.abc import Sequence

from tradewatch.titles.clauses import clause_of, future_of
from tradewatch.titles.parts import Parts
from tradewatch.titles.rows import Row
from tradewatch.vocabulary import Action, Kind, Side, Status

_WHO = {Side.US: "US", Side.CHINA: "China", Side.BOTH: "US and China"}
# Who stands for a side in its talks, by the name that the press gives them; heads of state first.
_OF_US = {"donald-trump": "Trump", "scott-bessent": "Bessent", "jamieson-greer": "Greer", "howard-lutnick": "Lutnick"}
_OF_CHINA = {"xi-jinping": "Xi", "he-lifeng": "He Lifeng"}
_NAMES_OF_OTHERS = {"tiktok": "TikTok", "bytedance": "ByteDance", "asml": "ASML", "eu": "EU", "wto": "WTO"}


def title_of(
    *,
    kind: str,
    action: str,
    status: str,
    side: str,
    measures: Sequence[Row] = (),
    issues: Sequence[str] = (),
    object: str = "",  # noqa: A002 - the record's own word
    actors: Sequence[str] = (),
    date: str = "",
) -> str:
    """The title of an event, at most about a dozen words; threats and plans read as such.

    `measures` are rows with kind, low, high, previous, unit and object; `object` is the thing acted upon under its
    name; `actors` are slugs, and `date` is EDTF.
    """
    parts = Parts(
        kind=Kind(kind),
        action=Action(action),
        side=side,
        measures=measures,
        issues=issues,
        object=object,
        actors=actors,
        date=date,
    )
    verb, rest = clause_of(parts)
    who, plural = _who(parts)
    return " ".join(f"{who} {_conjugated(verb, Status(status), plural=plural)} {rest}".split())


def _who(parts: Parts) -> tuple[str, bool]:
    """(who acts, True where they are several)."""
    if parts.kind == Kind.TALKS and parts.side == Side.BOTH and parts.between_persons:
        heads = parts.heads
        ours, theirs = (
            [name for slug, name in names.items() if slug in (heads or parts.actors)] for names in (_OF_US, _OF_CHINA)
        )
        if ours and theirs:
            return f"{', '.join([*ours, *theirs][:-1])} and {theirs[-1]}", True
    if parts.kind == Kind.LEGAL and parts.side == Side.US and parts.is_of_court:
        return f"US {parts.object or 'court'}", False
    if parts.is_by_post:
        return "US Postal Service", False
    if parts.side in _WHO:
        return _WHO[Side(parts.side)], parts.side == Side.BOTH
    third = [
        slug for slug in parts.actors if slug not in ("china", "united-states") and slug not in parts.object.lower()
    ]
    name = third[0] if third else next((slug for slug in ("tiktok", "bytedance") if slug in parts.actors), "")
    return _NAMES_OF_OTHERS.get(name, name.replace("-", " ").title()) or "A third party", False


def _conjugated(verb: str, status: Status, *, plural: bool) -> str:
    """The verb (given as "raises its") as the status and the number of those who act have it."""
    first, space, rest = (future_of(verb) if status == Status.PLANNED else verb).partition(" ")
    base = f"{first.removesuffix('s')}{space}{rest}"
    if status == Status.PLANNED:
        return f"{'are' if plural else 'is'} to {base}"
    if status == Status.EXPECTED:
        return f"may {base}"
    if status == Status.DENIED:
        return f"{'deny' if plural else 'denies'} that {'they' if plural else 'it'} {base if plural else verb}"
    return base if plural else verb
