"""Which accounts tell one event: the best pairs are joined first, so the order of reading does not matter. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tradewatch import edtf
from tradewatch.extraction.groups import Account, Group, Key, may_join, told_apart
from tradewatch.extraction.resemblance import cannot_be_one, reasons, score
from tradewatch.extraction.same_days import AHEAD
from tradewatch.extraction.tellings import Resemblance, Telling

JOINS = 0.6  # at or above: one event
SUGGESTS = 0.45  # at or above: a reviewer is asked; below, they are kept apart

JOINS_ALONE = 0.5  # at or above: two groups of which each is clearly the likest of the other are one
ROUGHLY = 0.05  # what nearness to a month counts less where another account tells the day
CLEARLY = 0.05  # by so much it must be likelier than the next one


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Two groups, by their places in the list of groups, that may be one event, and why."""

    one: int
    other: int
    weight: float
    because: str


_Pair = tuple[float, Account, Account, str]  # weight, account, account, why
_Near = tuple[float, Account, Account]  # how near two groups are, and the accounts of them that are
_Choice = tuple[int, Account, Account]  # a group, and the accounts for which it was chosen


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
    left = sorted(_pairs(ordered), key=lambda pair: (-pair[0], pair[1].key, pair[2].key))
    left = _likeliest_joined(left, groups, kept_apart, _both_dated)
    left = _only_partners_joined(left, groups, kept_apart, _both_dated)
    left = _only_partners_joined(left, groups, kept_apart, _one_dated)
    # What has found no event with a day may still be one with another such account.
    left = _likeliest_joined(left, groups, kept_apart, _both_undated)
    return _told(ordered, groups, left, kept_apart)


def _both_dated(one: Account, other: Account) -> bool:
    return bool(one.telling.date and other.telling.date)


def _both_undated(one: Account, other: Account) -> bool:
    return not one.telling.date and not other.telling.date


def _one_dated(one: Account, other: Account) -> bool:
    return bool(one.telling.date) != bool(other.telling.date)


def _likeliest_joined(
    pairs: Sequence[_Pair],
    groups: dict[Key, Group],
    apart: set[frozenset[int]],
    asked: Callable[[Account, Account], bool],
) -> list[_Pair]:
    """Join those asked for that are like enough, the likeliest first; the pairs that are left."""
    left: list[_Pair] = []
    for pair in pairs:
        weight, one, other, _ = pair
        first, second = groups[one.key], groups[other.key]
        if first is second:
            continue
        if weight >= JOINS and asked(one, other) and may_join(first, second, apart):
            _join(first, second, groups)
        else:
            left.append(pair)
    return left


def _join(first: Group, second: Group, groups: dict[Key, Group]) -> None:
    first.members += second.members
    for account in second.members:
        groups[account.key] = first


def _only_partners_joined(
    pairs: Sequence[_Pair],
    groups: dict[Key, Group],
    apart: set[frozenset[int]],
    asked: Callable[[Account, Account], bool],
) -> list[_Pair]:
    """Join groups that are less alike where each is clearly the likest of the other; what is like several is left."""
    while joined := _each_others_likest(pairs, groups, apart, asked):
        for one, other in joined:
            first, second = groups[one.key], groups[other.key]
            if first is not second and may_join(first, second, apart):
                _join(first, second, groups)
    return [pair for pair in pairs if groups[pair[1].key] is not groups[pair[2].key]]


def _each_others_likest(
    pairs: Sequence[_Pair],
    groups: dict[Key, Group],
    apart: set[frozenset[int]],
    asked: Callable[[Account, Account], bool],
) -> list[tuple[Account, Account]]:
    """Of every group its one clearly likest partner; those that choose each other, or that a lone account chooses."""
    weights: dict[int, dict[int, _Near]] = {}
    for weight, one, other, _ in pairs:
        first, second = groups[one.key], groups[other.key]
        if first is second or not asked(one, other) or not may_join(first, second, apart):
            continue
        rough = (not one.telling.date and second.is_coarse(other)) or (not other.telling.date and first.is_coarse(one))
        counted = round(weight - ROUGHLY, 3) if rough else weight
        for group, near in ((first, second), (second, first)):
            best = weights.setdefault(id(group), {}).get(id(near))
            if best is None or counted > best[0]:
                weights[id(group)][id(near)] = (counted, one, other)
    chosen = {own: _clearly_likest(by_partner, weights) for own, by_partner in weights.items()}
    found = []
    for own, choice in chosen.items():
        if choice is not None:
            partner, one, other = choice
            back = chosen.get(partner)
            undated = [account for account in (one, other) if not account.telling.date]
            if (back is not None and back[0] == own) or any(id(groups[u.key]) == own for u in undated):
                found.append((one, other))
    return sorted(found, key=lambda pair: (pair[0].key, pair[1].key))


def _clearly_likest(by_partner: Mapping[int, _Near], weights: Mapping[int, Mapping[int, _Near]]) -> _Choice | None:
    """The likest partner, where no other comes near it but one that may be one with it too."""
    ranked = sorted(by_partner.items(), key=lambda item: -item[1][0])
    partner, (weight, one, other) = ranked[0]
    rivals = [near for near, (its, _, _) in ranked[1:] if round(weight - its, 3) < CLEARLY]
    alike = weights.get(partner, {})
    if weight < JOINS_ALONE or any(near not in alike or alike[near][0] < JOINS_ALONE for near in rivals):
        return None
    return partner, one, other


def _started(accounts: Sequence[Account]) -> dict[Key, Group]:
    """Every account in a group of its own; those that an editor put together, together."""
    pinned: dict[int, Group] = {}
    groups: dict[Key, Group] = {}
    for account in accounts:
        own = pinned.setdefault(account.event, Group()) if account.pinned and account.event else Group()
        own.members.append(account)
        groups[account.key] = own
    return groups


def _pairs(accounts: Sequence[Account]) -> Iterator[_Pair]:
    """(weight, account, account, why) for every two accounts that may tell one event, from `SUGGESTS` up."""
    for one, other in _neighbours(accounts):
        if one.document == other.document or cannot_be_one(one.telling, other.telling):
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
    """The days that an account may mean, and on which what it tells may begin; any day for an undated one."""
    bounds = edtf.bounds_of(telling.date)
    return bounds.earliest or date.min, (bounds.latest + AHEAD if bounds.latest else date.max)


def said_of(found: Sequence[Resemblance]) -> str:
    """The reasons as one line for the reviewer."""
    return "; ".join(reason.said for reason in found)


def _blocks(accounts: Sequence[Account]) -> Iterable[list[Account]]:
    """Accounts of one kind and side: no others can be one event."""
    blocks: dict[tuple[str, str], list[Account]] = {}
    for account in accounts:
        blocks.setdefault((account.telling.kind, account.telling.side), []).append(account)
    return blocks.values()


def _told(
    ordered: Sequence[Account],
    groups: dict[Key, Group],
    left: Sequence[_Pair],
    apart: set[frozenset[int]],
) -> tuple[list[list[Account]], list[Likeness]]:
    numbers: dict[int, int] = {}
    listed: list[Group] = []
    for account in ordered:
        own = groups[account.key]
        if id(own) not in numbers:
            numbers[id(own)] = len(listed)
            own.members.sort(key=lambda member: member.key)
            listed.append(own)
    alike: dict[tuple[int, int], Likeness] = {}
    for weight, one, other, said in left:
        first, second = groups[one.key], groups[other.key]
        if first is second or told_apart(first, second, apart):
            continue
        pair = (min(numbers[id(first)], numbers[id(second)]), max(numbers[id(first)], numbers[id(second)]))
        alike.setdefault(pair, Likeness(one=pair[0], other=pair[1], weight=weight, because=said))
    return [group.members for group in listed], list(alike.values())
