"""Accounts put together, and whether two such groups may be one. Pure."""

from dataclasses import dataclass, field

from tradewatch import edtf
from tradewatch.extraction.resemblance import reasons
from tradewatch.extraction.same_days import begins
from tradewatch.extraction.tellings import VETO, Resemblance, Telling

A_WEEK = 7  # days

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


@dataclass(slots=True, kw_only=True)
class Group:
    """The accounts of what is taken for one event."""

    members: list[Account] = field(default_factory=list)

    @property
    def documents(self) -> set[int]:
        return {account.document for account in self.members}

    @property
    def events(self) -> set[int]:
        return {account.event for account in self.members if account.event is not None}

    def is_coarse(self, account: Account) -> bool:
        """True where another account of the group tells the day better: what is near to a month is not near to it."""
        spans = [edtf.days_meant(one.telling.date) for one in self.members if one.telling.date]
        return edtf.days_meant(account.telling.date) > max(A_WEEK, min(spans, default=0))

    @property
    def pins(self) -> set[int]:
        return {account.event for account in self.members if account.pinned and account.event is not None}


def may_join(one: Group, other: Group, apart: set[frozenset[int]]) -> bool:
    """False where an editor decided both or told them apart, where one document tells both, or two accounts clash."""
    if len(one.pins | other.pins) > 1 or one.documents & other.documents:
        return False
    if told_apart(one, other, apart):
        return False
    return all(_may_be_one(a, b, one, other) for a in one.members for b in other.members)


def _may_be_one(a: Account, b: Account, one: Group, other: Group) -> bool:
    """True where nothing keeps the two apart, or a third account of their groups explains what does."""
    for reason in reasons(a.telling, b.telling):
        if reason.weight == VETO and not _explained(reason, a, b, one, other):
            return False
    return True


def _explained(veto: Resemblance, a: Account, b: Account, one: Group, other: Group) -> bool:
    """True where a third account gives the day of the other, says that the act begins on it, or has both figures."""
    beside = [third.telling for third in one.members if third is not a]
    opposite = [third.telling for third in other.members if third is not b]
    if veto.about == "days":
        if any(begins(third, a.telling) or begins(third, b.telling) for third in (*beside, *opposite)):
            return True
        same_day = any(third.date == b.telling.date for third in beside)
        return same_day or any(third.date == a.telling.date for third in opposite)
    if veto.about == "figures" and a.telling.date and a.telling.date == b.telling.date:
        return any(t.figures & a.telling.figures and t.figures & b.telling.figures for t in (*beside, *opposite))
    return False


def told_apart(one: Group, other: Group, apart: set[frozenset[int]]) -> bool:
    """True where any two events of theirs are among those of `apart`."""
    return bool(apart) and any(frozenset((a, b)) in apart for a in one.events for b in other.events)
