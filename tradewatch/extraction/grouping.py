"""Which accounts tell one event: the best pairs are joined first, so the order of reading does not matter. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from tradewatch import edtf
from tradewatch.extraction.resemblance import SLACK, VETO, Resemblance, Telling, reasons, score

JOINS = 0.6  # at or above: one event
SUGGESTS = 0.45  # at or above: a reviewer is asked; below, they are kept apart

JOINS_WITHOUT_DAY = 0.5  # at or above: an account that has no day joins the one group that it is like
CLEARLY = 0.05  # by so much it must be likelier than the next one

Key = tuple[str, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One article's account of one event, as grouping sees it.

    `key` (address and place of the document, offset, ordinal) orders accounts alike whatever was read first. `event`
    is the number that it has now, or None; where that is `pinned` an editor decided it, and the account stays.
    """

    key: Key
    document: int
    telling: Telling
    mention: int = 0
    event: int | None = None
    pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Two groups, by their places in the list of groups, that may be one event, and why."""

    one: int
    other: int
    weight: float
    because: str


_Pair = tuple[float, Account, Account, str]  # weight, account, account, why


@dataclass(slots=True, kw_only=True)
class _Group:
    members: list[Account] = field(default_factory=list)

    @property
    def documents(self) -> set[int]:
        return {account.document for account in self.members}

    @property
    def events(self) -> set[int]:
        return {account.event for account in self.members if account.event is not None}

    @property
    def pins(self) -> set[int]:
        return {account.event for account in self.members if account.pinned and account.event is not None}


def partition(
    accounts: Sequence[Account], apart: Iterable[frozenset[int]] = ()
) -> tuple[list[list[Account]], list[Likeness]]:
    """The accounts in groups, one an event, each and all in the order of their keys; and the groups that look alike.

    Two events of `apart` never become one, nor do two pinned ones, nor two accounts of one document: an article that
    tells an act twice was read as one account already.
    """
    ordered = sorted(accounts, key=lambda account: account.key)
    groups = _started(ordered)
    kept_apart = set(apart)
    pairs = sorted(_pairs(ordered), key=lambda pair: (-pair[0], pair[1].key, pair[2].key))
    dated, others = _parted(pairs)
    left = _likeliest_joined(dated, groups, kept_apart)
    left += _without_day_joined(others, groups, kept_apart)
    # What has found no event with a day may still be one with another such account.
    left = _likeliest_joined(left, groups, kept_apart, only_without_day=True)
    return _told(ordered, groups, left, kept_apart)


def _parted(pairs: Iterable[_Pair]) -> tuple[list[_Pair], list[_Pair]]:
    """(pairs of two accounts that have a day, the other pairs)."""
    dated: list[_Pair] = []
    others: list[_Pair] = []
    for pair in pairs:
        (dated if pair[1].telling.date and pair[2].telling.date else others).append(pair)
    return dated, others


def _likeliest_joined(
    pairs: Sequence[_Pair], groups: dict[Key, _Group], apart: set[frozenset[int]], *, only_without_day: bool = False
) -> list[_Pair]:
    """Join what is like enough, the likeliest first; the pairs that are left."""
    left: list[_Pair] = []
    for pair in pairs:
        weight, one, other, _ = pair
        first, second = groups[one.key], groups[other.key]
        if first is second:
            continue
        asked = not (only_without_day and (one.telling.date or other.telling.date))
        if weight >= JOINS and asked and _may_join(first, second, apart):
            _join(first, second, groups)
        else:
            left.append(pair)
    return left


def _join(first: _Group, second: _Group, groups: dict[Key, _Group]) -> None:
    first.members += second.members
    for account in second.members:
        groups[account.key] = first


def _without_day_joined(left: Sequence[_Pair], groups: dict[Key, _Group], apart: set[frozenset[int]]) -> list[_Pair]:
    """Join each account that has no day to the one group that it is like; those that are like several are left."""
    alike: dict[Key, list[_Pair]] = {}
    for pair in left:
        for account in pair[1:3]:
            if not account.telling.date and len(groups[account.key].members) == 1:
                alike.setdefault(account.key, []).append(pair)
    for key in sorted(alike):
        own, likest = groups[key], dict[int, tuple[float, _Group]]()
        for weight, one, other, _ in alike[key]:
            near = groups[other.key if one.key == key else one.key]
            if near is not own and _may_join(own, near, apart):
                likest.setdefault(id(near), (weight, near))
        best = sorted((weight for weight, _ in likest.values()), reverse=True)
        if best and best[0] >= JOINS_WITHOUT_DAY and (len(best) == 1 or best[0] - best[1] >= CLEARLY):
            _join(next(near for weight, near in likest.values() if weight == best[0]), own, groups)
    return [pair for pair in left if groups[pair[1].key] is not groups[pair[2].key]]


def _started(accounts: Sequence[Account]) -> dict[Key, _Group]:
    """Every account in a group of its own; those that an editor put together, together."""
    pinned: dict[int, _Group] = {}
    groups: dict[Key, _Group] = {}
    for account in accounts:
        own = pinned.setdefault(account.event, _Group()) if account.pinned and account.event else _Group()
        own.members.append(account)
        groups[account.key] = own
    return groups


def _pairs(accounts: Sequence[Account]) -> Iterator[_Pair]:
    """(weight, account, account, why) for every two accounts that may tell one event, from `SUGGESTS` up."""
    for one, other in _neighbours(accounts):
        if one.document == other.document:
            continue
        found = reasons(one.telling, other.telling)
        weight = score(found)
        if weight >= SUGGESTS:
            yield weight, one, other, said_of(found)


def _neighbours(accounts: Sequence[Account]) -> Iterator[tuple[Account, Account]]:
    """Every two accounts of one kind and side whose days can meet; the smaller key comes first."""
    for block in _blocks(accounts):
        ranges = sorted(
            ((*_range(account.telling), account) for account in block), key=lambda row: (row[0], row[1], row[2].key)
        )
        for at, (_, latest, one) in enumerate(ranges):
            for earliest, _, other in ranges[at + 1 :]:
                if earliest > latest:
                    break
                yield (one, other) if one.key < other.key else (other, one)


def _range(telling: Telling) -> tuple[date, date]:
    """The days that an account may mean with the slack of two accounts at the end; any day for an undated one."""
    bounds = edtf.bounds_of(telling.date)
    return bounds.earliest or date.min, (bounds.latest + SLACK if bounds.latest else date.max)


def said_of(found: Sequence[Resemblance]) -> str:
    """The reasons as one line for the reviewer."""
    return "; ".join(reason.said for reason in found)


def _blocks(accounts: Sequence[Account]) -> Iterable[list[Account]]:
    """Accounts of one kind and side: no others can be one event."""
    blocks: dict[tuple[str, str], list[Account]] = {}
    for account in accounts:
        blocks.setdefault((account.telling.kind, account.telling.side), []).append(account)
    return blocks.values()


def _may_join(one: _Group, other: _Group, apart: set[frozenset[int]]) -> bool:
    if len(one.pins | other.pins) > 1 or one.documents & other.documents:
        return False
    if _told_apart(one, other, apart):
        return False
    return all(score(reasons(a.telling, b.telling)) != VETO for a in one.members for b in other.members)


def _told_apart(one: _Group, other: _Group, apart: set[frozenset[int]]) -> bool:
    return bool(apart) and any(frozenset((a, b)) in apart for a in one.events for b in other.events)


def _told(
    ordered: Sequence[Account],
    groups: dict[Key, _Group],
    left: Sequence[_Pair],
    apart: set[frozenset[int]],
) -> tuple[list[list[Account]], list[Likeness]]:
    numbers: dict[int, int] = {}
    listed: list[_Group] = []
    for account in ordered:
        own = groups[account.key]
        if id(own) not in numbers:
            numbers[id(own)] = len(listed)
            own.members.sort(key=lambda member: member.key)
            listed.append(own)
    alike: dict[tuple[int, int], Likeness] = {}
    for weight, one, other, said in left:
        first, second = groups[one.key], groups[other.key]
        if first is second or _told_apart(first, second, apart):
            continue
        pair = (min(numbers[id(first)], numbers[id(second)]), max(numbers[id(first)], numbers[id(second)]))
        alike.setdefault(pair, Likeness(one=pair[0], other=pair[1], weight=weight, because=said))
    return [group.members for group in listed], list(alike.values())
