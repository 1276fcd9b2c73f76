"""The fold: an event is what its accounts and decisions make it. Pure; `folding` feeds it from the tables.

How a field comes about: the decided value; else official before news before state media before analysis before opinion;
then the more precise; then the one with more origins; then the one published first. Lists are united, nothing averaged.
A trusted month becomes a day that another account gives within it, a plan a deed that a later text reports.
"""

import calendar
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from tradewatch import edtf
from tradewatch.direction import direction_of
from tradewatch.records.accounts import (
    DATES,
    LAST_DAY_OF_THE_DISPUTE,
    POSITION_FIELDS,
    READ,
    TRUST,
    WORDS,
    Account,
    Act,
    Folded,
    Values,
)
from tradewatch.records.act_days import dating, has_come_true, narrowed, of_the_deed
from tradewatch.records.judging import judge
from tradewatch.records.union import measures_of_all, union_of
from tradewatch.titles import title_of
from tradewatch.vocabulary import Genre, Status, Verb

# What the title and the direction rest on.
_RESTED_ON = frozenset({*WORDS, "measures"})
_NAMES_NOTHING = frozenset(
    {"deal", "agreement", "consensus", "terms", "outline", "understanding", "arrangement", "meeting", "trade talks"}
)


def fold_event(
    accounts: Sequence[Account],
    acts: Sequence[Act],
    *,
    merged: bool = False,
    last_said: Values | None = None,
    alike: Sequence[Mapping[str, str]] = (),
) -> Folded:
    """The event that these accounts and decisions make. Acts stand in the order in which they were taken.

    An event that has no account left (all its mentions went elsewhere) keeps `last_said`, the fields of its row.
    `alike` are the reasons to think that it may be one with others.
    """
    live = [account for account in accounts if account.live]
    counted = live or list(accounts)
    told = any(account.values for account in counted)
    machine = _read(counted) if told or not last_said else {name: last_said[name] for name in READ}
    decided, seen = _decided(acts, machine)
    values = {**machine, **{name: value for name, value in decided.items() if name != "direction" or value}}
    values["title"] = decided.get("title") or (_title(counted, values) if told or not last_said else last_said["title"])
    values["summary"] = decided.get("summary", "")
    values["direction"] = decided.get("direction") or _direction(values)
    folded = Folded(values=values, machine=machine, decided=decided)
    folded.confidence = max((account.confidence for account in counted), default=0.0)
    folded.sources = len({account.document for account in live})
    folded.origins = len({account.origin for account in live if account.genre != Genre.OPINION})
    folded.conflicts = _conflicts(live, values)
    folded.listed_on, folded.undated = _place_in_list(values["date"], counted)
    created = any(act.verb == Verb.CREATE for act in acts)
    judge(folded, acts, seen, lost=not live and not created, merged=merged, alike=alike)
    return folded


def fold_position(accounts: Sequence[Account], acts: Sequence[Act], *, last_said: Values | None = None) -> Folded:
    """The position that its reading and the decisions make; one that nothing tells any more keeps `last_said`."""
    live = [account for account in accounts if account.live]
    machine = dict((live or list(accounts))[-1].values) if accounts else dict(last_said or {})
    machine = {name: machine.get(name, "") for name in POSITION_FIELDS}
    decided, seen = _decided(acts, machine)
    folded = Folded(values={**machine, **decided}, machine=machine, decided=decided)
    folded.listed_on, folded.undated = _place_in_list(folded.values["date"], accounts)
    created = any(act.verb == Verb.CREATE for act in acts)
    # An editor who makes one is sure.
    folded.confidence = max((account.confidence for account in accounts), default=float(created))
    judge(folded, acts, seen, lost=not live and not created, merged=False)
    return folded


def _read(accounts: Sequence[Account]) -> dict[str, Any]:
    values: dict[str, Any] = {name: _best(accounts, name) for name in (*WORDS, *DATES)}
    if has_come_true(values["status"], accounts):
        values["status"] = Status.OCCURRED.value
    values["date"] = _day(of_the_deed(dating(accounts), values["kind"], values["status"]))
    for name in ("actors", "issues", "instruments"):
        values[name] = union_of(account.values.get(name) or [] for account in accounts)
    values["measures"] = measures_of_all(account.values.get("measures") or [] for account in _by_trust(accounts))
    return values


def _day(accounts: Sequence[Account]) -> str:
    """The most trusted day of the act, as precise as another account within it makes it; "" where none gives one."""
    backing: dict[str, list[Account]] = {}
    for account in accounts:
        backing.setdefault(account.values["date"], []).append(account)
    best = _best(accounts, "date")
    return narrowed(best, accounts, lambda value: _rank(value, backing[value], is_date=True)) if best else ""


def _best(accounts: Sequence[Account], name: str) -> str:
    """The value that most deserves trust; "" where no account gives one."""
    by_value: dict[str, list[Account]] = {}
    for account in accounts:
        value = account.values.get(name) or ""
        if value:
            by_value.setdefault(value, []).append(account)
    if not by_value:
        return ""
    return min(by_value, key=lambda value: _rank(value, by_value[value], is_date=name in DATES))


def _rank(value: str, backing: Sequence[Account], *, is_date: bool) -> tuple[int, int, int, date, str]:
    return (
        min(TRUST.get(account.genre, len(TRUST)) for account in backing),
        edtf.days_meant(value) if is_date else 0,
        -len({account.origin for account in backing}),
        min(account.published or date.max for account in backing),
        value,  # of equals one must be taken, and in whatever order their articles came the same one
    )


def _by_trust(accounts: Iterable[Account]) -> list[Account]:
    return sorted(
        accounts,
        key=lambda account: (
            TRUST.get(account.genre, len(TRUST)),
            account.published or date.max,
            str(account.values.get("measures")),
        ),
    )


def _decided(acts: Sequence[Act], machine: Values) -> tuple[dict[str, Any], dict[str, Any]]:
    """(decided value by field, what the machine said then by field)."""
    decided: dict[str, Any] = {}
    seen: dict[str, Any] = {}
    title_is_their_own = False
    for act in acts:
        if act.verb in (Verb.ACCEPT, Verb.CREATE, Verb.SPLIT):
            decided.update(act.fields)
            seen.update(act.machine)
            title_is_their_own = title_is_their_own or act.verb == Verb.CREATE
        elif act.verb == Verb.CORRECT:
            decided[act.field] = act.after
            seen.update({act.field: act.machine.get(act.field, machine.get(act.field))})
            title_is_their_own = title_is_their_own or act.field == "title"
            if act.field in _RESTED_ON and not title_is_their_own:
                # An accepted title was the machine's; it must not go on saying "raises" of what is now a threat.
                decided.pop("title", None)
            if act.field in _RESTED_ON and not _overridden(acts):
                decided.pop("direction", None)
        elif act.verb == Verb.DISMISS_READING:
            seen.update(act.machine)
    return decided, seen


def _overridden(acts: Sequence[Act]) -> bool:
    return any(act.verb == Verb.CORRECT and act.field == "direction" for act in acts)


def _title(accounts: Sequence[Account], values: Values) -> str:
    """The title of the account that names the event, while it says what the record says; else one from the parts."""
    rests_on = ("kind", "action", "status", "side")
    # A plan may name more than was done: "It will resume purchases of sorghum and logs".
    told = of_the_deed(accounts, values["kind"], values["status"])
    by_trust = sorted(told, key=_names_first) + sorted((one for one in accounts if one not in told), key=_names_first)
    naming = by_trust[0] if by_trust else None
    agrees = naming is not None and all(naming.values.get(name) == values[name] for name in rests_on)
    says_all = (
        naming is not None
        and naming.values.get("object") == _thing(by_trust)
        and _figures(naming.values) <= _figures(values)
    )
    if naming is not None and agrees and says_all and naming.values.get("title"):
        return str(naming.values["title"])
    return title_of(
        kind=values["kind"],
        action=values["action"],
        status=values["status"],
        side=values["side"],
        measures=values["measures"],
        issues=values["issues"],
        object=_thing(by_trust),
        actors=values["actors"],
        date=values["date"],
    )


def _thing(by_trust: Sequence[Account]) -> str:
    """What the act falls upon as the most trusted account names it, or as another that says more: "truce in Geneva".

    "A deal", "a consensus" and "a meeting" give way to what others call them.
    """
    named = [str(one.values["object"]) for one in by_trust if one.values.get("object")]
    telling = [name for name in named if name not in _NAMES_NOTHING] or named
    return max((name for name in named if name.startswith(telling[0])), key=len, default="") if named else ""


def _names_first(account: Account) -> tuple[int, int, int]:
    return TRUST.get(account.genre, len(TRUST)), edtf.rank_of(account.values.get("date") or ""), account.mention


def _figures(values: Values) -> set[tuple[Any, ...]]:
    return {(row.get("kind"), row.get("unit"), row.get("low"), row.get("high")) for row in values.get("measures") or []}


def _direction(values: Values) -> str:
    rates = [row for row in values["measures"] if row.get("kind") in ("rate", "value")]
    rate = next((row for row in rates if row.get("previous") is not None), rates[0] if rates else {})
    figure = rate.get("high") if rate.get("high") is not None else rate.get("low")
    return direction_of(
        kind=values["kind"],
        action=values["action"],
        status=values["status"],
        side=values["side"],
        rate=figure,
        previous=rate.get("previous"),
    ).value


def _conflicts(accounts: Sequence[Account], values: Values) -> dict[str, list[dict[str, Any]]]:
    """{field: [{value, documents}, …]} for each field on which accounts cannot both be right."""
    conflicts: dict[str, list[dict[str, Any]]] = {}
    for name in (*WORDS, *DATES):
        said: dict[str, set[int]] = {}
        for account in accounts:
            value = account.values.get(name) or ""
            if value:
                said.setdefault(value, set()).add(account.document)
        if len(said) > 1 and not (name in DATES and _agree(said)):
            conflicts[name] = [{"value": value, "documents": sorted(documents)} for value, documents in said.items()]
    figures = [row for row in values["measures"] if row.get("conflicting")]
    if figures:
        conflicts["measures"] = [{"value": row, "documents": []} for row in figures]
    return conflicts


def _agree(dates: Iterable[str]) -> bool:
    """True when each date can mean a day that each other one can mean too: 2025-05 and 2025-05-13 agree."""
    bounds = [edtf.bounds_of(value) for value in dates]
    return all(one.overlaps(other) for one in bounds for other in bounds)


def _place_in_list(value: str, accounts: Sequence[Account]) -> tuple[date, bool]:
    """(day that it stands under, True if it has no day of its own)."""
    bounds = edtf.bounds_of(value)
    day = bounds.earliest or bounds.latest
    if day:
        return day, False
    appeared = min((account.published for account in accounts if account.published), default=LAST_DAY_OF_THE_DISPUTE)
    return appeared.replace(day=calendar.monthrange(appeared.year, appeared.month)[1]), True
