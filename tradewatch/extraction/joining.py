"""The rounds in which groups of accounts become one event, the surest first. Pure.

Each round takes the pairs of accounts that are left, in one fixed order, joins what it may, and answers with the rest:
whatever was read first leaves no trace.
"""

from collections.abc import Callable, Mapping, Sequence

from tradewatch import edtf
from tradewatch.extraction.groups import Account, Group, Key, may_be_one, may_join
from tradewatch.extraction.same_days import name_one_thing, share_thing, told_in_time
from tradewatch.extraction.tellings import Telling
from tradewatch.vocabulary import Kind

JOINS = 0.6  # at or above: one event
JOINS_ALONE = 0.5  # at or above: two groups of which each is clearly the likest of the other are one
JOINS_AS_ONLY = 0.45  # at or above: what names no day is the only event with a day that is like it at all
JOINS_VAGUELY = 0.3  # at or above: what names no day, or a month, is the one event that it can well be
ROUGHLY = 0.05  # what nearness to a month counts less where another account tells the day
CLEARLY = 0.05  # by so much it must be likelier than the next one
BY_FAR = 0.15  # by so much a vague account must be likelier to tell the one event than any other
# Duties and fees are on all goods and ships where none are named.
_ON_ALL = frozenset({Kind.TARIFF, Kind.PORT_FEE})
# The two meet and agree so often that what names no day may be any time.
_MADE_OFTEN = frozenset({Kind.TALKS, Kind.AGREEMENT})

Pair = tuple[float, Account, Account, str]  # weight, account, account, why
Asked = Callable[[Account, Account], bool]
_May = Callable[[Group, Group, set[frozenset[int]]], bool]
_Near = tuple[float, Account, Account]  # how near two groups are, and the accounts of them that are
_Nearness = dict[int, dict[int, _Near]]  # of each group, the groups that it may be one with


class Rounds:
    """The groups as they stand, and the pairs of accounts in them that may still make two of them one."""

    def __init__(self, pairs: Sequence[Pair], groups: dict[Key, Group], apart: set[frozenset[int]]) -> None:
        self.pairs, self.groups, self.apart = list(pairs), groups, apart

    def join_told_twice(self) -> None:
        """Join two accounts of one document that are one act told twice, where it has no third such account."""
        beside: dict[Key, list[Key]] = {}
        for _, one, other, _ in self.pairs:
            if one.document == other.document:
                beside.setdefault(one.key, []).append(other.key)
                beside.setdefault(other.key, []).append(one.key)
        for _, one, other, _ in self.pairs:
            if beside.get(one.key) == [other.key] and beside[other.key] == [one.key]:
                self._join_if(one, other, may_be_one)
        self.pairs = [pair for pair in self.pairs if pair[1].document != pair[2].document]

    def join_likeliest(self, asked: Asked) -> None:
        """Join those asked for that are like enough, the likeliest first."""
        for weight, one, other, _ in self.pairs:
            if weight >= JOINS and asked(one, other):
                self._join_if(one, other)
        self._drop_joined()

    def join_only_partners(self, asked: Asked) -> None:
        """Join groups that are less alike where each is clearly the likest of the other; what is like several stays."""
        while joined := self._each_others_likest(asked):
            for one, other in joined:
                self._join_if(one, other)
        self._drop_joined()

    def join_vague(self) -> None:
        """Join what names no day, or none closer than a month, with the one event that it can well be, if it is one."""
        nearness = self._nearness(_may_be_meant, lambda weight, _one, _other: weight)
        by_id = {id(group): group for group in self.groups.values()}
        chosen: list[_Near] = []
        for own, partners in nearness.items():
            if by_id[own].is_vague and not by_id[own].kinds & _MADE_OFTEN:
                known = {near: how for near, how in partners.items() if not by_id[near].is_vague}
                choice = _likest(known, nearness, JOINS_VAGUELY, BY_FAR)
                chosen += [known[choice]] if choice is not None else []
        self._join_chosen(chosen)
        self._drop_joined()

    def join_sums(self) -> None:
        """Join a control told without list, goods or number with the act of its day, of several the one told most.

        "It frees the firms of April" sums up what was done to each list: a further account of the acts, and none more.
        """
        nearness = self._nearness(_is_done_alike, lambda weight, _one, _other: weight)
        by_id = {id(group): group for group in self.groups.values()}
        chosen: list[_Near] = []
        for own, partners in nearness.items():
            if by_id[own].is_bare and not by_id[own].is_vague:
                known = [near for near in partners if not by_id[near].is_bare and partners[near][0] >= JOINS_AS_ONLY]
                first = min((key for near in known if (key := self._told_most(by_id[near]))), default=None)
                chosen += [partners[near] for near in known if self._told_most(by_id[near]) == first]
        self._join_chosen(chosen)
        self._drop_joined()

    def _told_most(self, group: Group) -> tuple[int, Key]:
        return (-len(group.documents), min(account.key for account in group.members))

    def join_only_event(self) -> None:
        """Join what names no day with the one event with a day that is like it, where no second is in the least."""
        nearness = self._nearness(_fall_on_as_much, lambda weight, _one, _other: weight)
        by_id = {id(group): group for group in self.groups.values()}
        chosen: list[_Near] = []
        for own, partners in nearness.items():
            if by_id[own].is_undated and not by_id[own].kinds & _MADE_OFTEN:
                known = [how for near, how in partners.items() if not by_id[near].is_undated]
                chosen += known if len(known) == 1 and known[0][0] >= JOINS_AS_ONLY else []
        self._join_chosen(chosen)
        self._drop_joined()

    def _join_chosen(self, chosen: Sequence[_Near]) -> None:
        for _, one, other in sorted(chosen, key=lambda near: (-near[0], near[1].key, near[2].key)):
            self._join_if(one, other)

    def _join_if(self, one: Account, other: Account, may: _May = may_join) -> None:
        first, second = self.groups[one.key], self.groups[other.key]
        if first is not second and may(first, second, self.apart):
            first.members += second.members
            for account in second.members:
                self.groups[account.key] = first

    def _drop_joined(self) -> None:
        self.pairs = [pair for pair in self.pairs if self.groups[pair[1].key] is not self.groups[pair[2].key]]

    def _nearness(self, asked: Asked, counted: Callable[[float, Account, Account], float]) -> _Nearness:
        """Of every group those that it may be one with, and how near the nearest accounts of theirs are."""
        found: _Nearness = {}
        for weight, one, other, _ in self.pairs:
            first, second = self.groups[one.key], self.groups[other.key]
            if first is second or not asked(one, other) or not may_join(first, second, self.apart):
                continue
            near = (counted(weight, one, other), one, other)
            for group, partner in ((first, second), (second, first)):
                best = found.setdefault(id(group), {}).get(id(partner))
                if best is None or near[0] > best[0]:
                    found[id(group)][id(partner)] = near
        return found

    def _each_others_likest(self, asked: Asked) -> list[tuple[Account, Account]]:
        """Of each group its one clearly likest partner, where the two choose each other or a lone account chooses."""
        nearness = self._nearness(asked, self._less_if_rough)
        chosen = {own: _likest(partners, nearness, JOINS_ALONE, CLEARLY) for own, partners in nearness.items()}
        found = []
        for own, partner in chosen.items():
            if partner is None:
                continue
            _, one, other = nearness[own][partner]
            undated = [account for account in (one, other) if not account.telling.date]
            if chosen.get(partner) == own or any(id(self.groups[u.key]) == own for u in undated):
                found.append((one, other))
        return sorted(found, key=lambda pair: (pair[0].key, pair[1].key))

    def _less_if_rough(self, weight: float, one: Account, other: Account) -> float:
        """The weight; less where only the month is near of an event whose day others tell, nothing if no thing is."""
        first, second = self.groups[one.key], self.groups[other.key]
        rough = (not one.telling.date and second.is_coarse(other)) or (not other.telling.date and first.is_coarse(one))
        if not rough:
            return weight
        return round(weight - ROUGHLY, 3) if name_one_thing(one.telling, other.telling) else 0.0


def _may_be_meant(one: Account, other: Account) -> bool:
    """True where a vague account can mean what the other tells: what is on all goods, what both name, of its month."""
    ours, theirs = one.telling, other.telling
    if ours.kind in _ON_ALL:
        return ours.thing == theirs.thing or share_thing(ours, theirs)
    named = name_one_thing(ours, theirs) or bool((ours.issues & theirs.issues) - {"other"})
    return named or _is_of_its_month(ours, theirs) or _is_of_its_month(theirs, ours)


def _is_done_alike(one: Account, other: Account) -> bool:
    """True of two controls of one day and action."""
    ours, theirs = one.telling, other.telling
    return bool(ours.kind == Kind.EXPORT_CONTROL and ours.date and theirs.date and ours.action == theirs.action)


def _fall_on_as_much(one: Account, other: Account) -> bool:
    """False of a duty on some goods and one on all, either of which may be exempt, and of what came after the text."""
    falls = one.telling.kind not in _ON_ALL or one.telling.thing == other.telling.thing
    return falls and told_in_time(one.telling, other.telling) is None


def _is_of_its_month(vague: Telling, known: Telling) -> bool:
    """True of controls told by their month alone, in which the other's day lies."""
    if vague.kind != Kind.EXPORT_CONTROL or vague.thing or edtf.precision_of(vague.date) != "month":
        return False
    return bool(known.date) and edtf.bounds_of(vague.date).overlaps(edtf.bounds_of(known.date))


def _likest(partners: Mapping[int, _Near], nearness: _Nearness, least: float, clearly: float) -> int | None:
    """The likest partner, where no other comes near it but one that may be one with it too."""
    ranked = sorted(partners.items(), key=lambda item: -item[1][0])
    if not ranked or ranked[0][1][0] < least:
        return None
    partner, (weight, _, _) = ranked[0]
    alike = nearness.get(partner, {})
    rivals = [near for near, (its, _, _) in ranked[1:] if round(weight - its, 3) < clearly]
    return partner if all(near in alike and alike[near][0] >= JOINS_ALONE for near in rivals) else None
