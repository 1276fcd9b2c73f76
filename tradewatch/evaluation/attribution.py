"""Which account of the gold a mention of the record reads: the words say which it can be, the reading which it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tradewatch import edtf
from tradewatch.evaluation.chronology import Account, TrueEvent
from tradewatch.evaluation.quoting import overlap
from tradewatch.evaluation.wording import words_of

_Fit = tuple[int, int, int]  # days and action together, the action alone, common words of the titles
_SAME_DAYS, _NO_DAY, _OTHER_DAYS = 2, 1, 0
_SAME_ACTION = 2  # as telling as the days: of one sentence's acts the verb tells which is undated


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A mention of the record as its article was read, before it was grouped; `event` is the one it is in now."""

    mention: int
    event: int
    article: str
    kind: str
    side: str
    action: str
    date: str
    title: str
    quotes: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Attributed:
    """`names`: of each mention that tells a true event, that event's name; `accounts_read`: how many were told."""

    names: dict[int, str] = field(default_factory=dict)
    accounts_read: int = 0


def attributed(mentions: Iterable[Read], accounts: Sequence[Account], events: Mapping[str, TrueEvent]) -> Attributed:
    """The true event that each mention tells.

    A sentence may report several events of one kind and side, so each account goes to the mention that fits it best in
    days, action and words of the title, and each mention tells one event. What is left over tells an event of its
    sentence once more, unless its days or its action are others: then it is an act that the sentence names in passing.
    """
    by_article: dict[str, list[int]] = defaultdict(list)
    for number, account in enumerate(accounts):
        by_article[account.article].append(number)
    may_tell = {one: [n for n in by_article[one.article] if _may_tell(one, accounts[n], events)] for one in mentions}
    pairs = [
        (_fit(one, events[accounts[number].event]), one, number) for one, able in may_tell.items() for number in able
    ]
    found, taken = Attributed(), dict[int, _Fit]()
    for fit, one, number in sorted(pairs, key=lambda pair: (*(-part for part in pair[0]), pair[1].mention, pair[2])):
        if one.mention not in found.names and number not in taken:
            name = found.names[one.mention] = accounts[number].event
            taken |= {other: fit for other in may_tell[one] if accounts[other].event == name and other not in taken}
    for fit, one, number in sorted(pairs, key=lambda pair: (*(-part for part in pair[0]), pair[2])):
        if (
            not _is_of_other_days(one, events[accounts[number].event])
            and number in taken
            and fit[1] >= taken[number][1]
        ):
            found.names.setdefault(one.mention, accounts[number].event)
    found.accounts_read = len(taken)
    return found


def _may_tell(one: Read, account: Account, events: Mapping[str, TrueEvent]) -> bool:
    true = events[account.event]
    return (one.kind, one.side) == (true.kind, true.side) and any(overlap(account.quote, q) for q in one.quotes)


def _fit(one: Read, true: TrueEvent) -> _Fit:
    days = _NO_DAY if not one.date else _OTHER_DAYS if _is_of_other_days(one, true) else _SAME_DAYS
    action = _SAME_ACTION if one.action == true.action else 0
    return days + action, action, len(words_of(one.title) & words_of(true.title))


def _is_of_other_days(one: Read, true: TrueEvent) -> bool:
    return bool(one.date) and not edtf.bounds_of(one.date).overlaps(edtf.bounds_of(true.date))
