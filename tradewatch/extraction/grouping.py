"""Which accounts tell one event: the best pairs are joined first, so the order of reading does not matter. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tradewatch import edtf
from tradewatch.extraction.groups import Account, Group, Key, may_tell_twice, told_apart
from tradewatch.extraction.joining import BY_FAR, JOINS_VAGUELY, Pair, Rounds
from tradewatch.extraction.resemblance import cannot_be_one, reasons, score
from tradewatch.extraction.same_days import AHEAD, name_one_thing
from tradewatch.extraction.tellings import Resemblance, Telling

SUGGESTS = 0.45  # at or above: a reviewer is asked; below, they are kept apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Two groups, by their places in the list of groups, that may be one event, and why."""

    one: int
    other: int
    weight: float
    because: str


def partition(
    accounts: Sequence[Account], apart: Iterable[frozenset[int]] = ()
) -> tuple[list[list[Account]], list[Likeness]]:
    """The accounts in groups, one an event, each and all in the order of their keys; and the groups that look alike.

    Two events of `apart` never become one, nor do two pinned ones, nor two accounts of one document, unless these are
    plainly one act told twice (`told_twice`): what an article tells again was read as one account already.
    """
    ordered = sorted(accounts, key=lambda account: account.key)
    groups = _started(ordered)
    kept_apart = set(apart)
    pairs = sorted(_pairs(ordered), key=lambda pair: (-pair[0], pair[1].key, pair[2].key))
    rounds = Rounds(pairs, groups, kept_apart)
    rounds.join_told_twice()
    rounds.join_likeliest(_both_dated)
    rounds.join_only_partners(_both_dated)
    rounds.join_only_partners(_one_dated)
    rounds.join_vague()
    rounds.join_sums()
    rounds.join_only_event()
    # What has found no event with a day may still be one with another such account.
    rounds.join_likeliest(_both_undated)
    rounds.join_only_partners(_both_undated_of_one_thing)
    return _told(ordered, groups, rounds.pairs, kept_apart)


def _both_dated(one: Account, other: Account) -> bool:
    return bool(one.telling.date and other.telling.date)


def _both_undated(one: Account, other: Account) -> bool:
    return not one.telling.date and not other.telling.date


def _both_undated_of_one_thing(one: Account, other: Account) -> bool:
    return _both_undated(one, other) and name_one_thing(one.telling, other.telling)


def _one_dated(one: Account, other: Account) -> bool:
    return bool(one.telling.date) != bool(other.telling.date)


def _started(accounts: Sequence[Account]) -> dict[Key, Group]:
    """Every account in a group of its own; those that an editor put together, together."""
    pinned: dict[int, Group] = {}
    groups: dict[Key, Group] = {}
    for account in accounts:
        own = pinned.setdefault(account.event, Group()) if account.pinned and account.event else Group()
        own.members.append(account)
        groups[account.key] = own
    return groups


def _pairs(accounts: Sequence[Account]) -> Iterator[Pair]:
    """(weight, account, account, why) for every two accounts that may tell one event, from what a rival weighs up."""
    for one, other in _neighbours(accounts):
        if cannot_be_one(one.telling, other.telling):
            continue
        if one.document == other.document and not may_tell_twice(one, other):
            continue
        found = reasons(one.telling, other.telling)
        weight = score(found)
        if weight > JOINS_VAGUELY - BY_FAR:
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
    left: Sequence[Pair],
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
        if first is second or weight < SUGGESTS or told_apart(first, second, apart):
            continue
        pair = (min(numbers[id(first)], numbers[id(second)]), max(numbers[id(first)], numbers[id(second)]))
        alike.setdefault(pair, Likeness(one=pair[0], other=pair[1], weight=weight, because=said))
    return [group.members for group in listed], list(alike.values())
