"""Accounts put together, and whether two such groups may be one. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tradewatch import edtf
from tradewatch.extraction.resemblance import can_be_called_so, reasons
from tradewatch.extraction.same_days import begins, days_keep_apart, is_beginning_of, told_in_time
from tradewatch.extraction.tellings import VETO, Resemblance, Telling
from tradewatch.extraction.told_twice import told_twice

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

    @property
    def kinds(self) -> set[str]:
        return {account.telling.kind for account in self.members}

    def is_coarse(self, account: Account) -> bool:
        """True where another account of the group tells the day better: what is near to a month is not near to it."""
        spans = [edtf.days_meant(one.telling.date) for one in self.members if one.telling.date]
        return edtf.days_meant(account.telling.date) > max(A_WEEK, min(spans, default=0))

    @property
    def is_vague(self) -> bool:
        """True where no account tells the day closer than a month."""
        return all(not one.telling.date or edtf.days_meant(one.telling.date) > A_WEEK for one in self.members)

    @property
    def is_bare(self) -> bool:
        """True where no account names what the act falls upon, how much or how many, or its number."""
        return not any(
            one.telling.thing or one.telling.figures or one.telling.at_least or one.telling.instruments
            for one in self.members
        )

    @property
    def is_undated(self) -> bool:
        return not any(one.telling.date for one in self.members)

    @property
    def pins(self) -> set[int]:
        return {account.event for account in self.members if account.pinned and account.event is not None}


def may_join(one: Group, other: Group, apart: set[frozenset[int]]) -> bool:
    """False where an editor decided both or told them apart, where one document tells both, or two accounts clash."""
    return not one.documents & other.documents and may_be_one(one, other, apart)


def may_be_one(one: Group, other: Group, apart: set[frozenset[int]]) -> bool:
    """The same of groups that may share a document: its two accounts are known to tell one act."""
    if len(one.pins | other.pins) > 1 or told_apart(one, other, apart):
        return False
    return all(_may_be_one(a, b, one, other) for a in one.members for b in other.members)


def may_tell_twice(a: Account, b: Account) -> bool:
    """True where two accounts of one document, which tell two acts as a rule, may be one act told twice."""
    return told_twice(a.telling, b.telling, abs(a.key[2] - b.key[2]))


def _may_be_one(a: Account, b: Account, one: Group, other: Group) -> bool:
    """True where nothing keeps the two apart, or a third account of their groups explains what does."""
    for reason in reasons(a.telling, b.telling):
        if reason.weight == VETO and not _explained(reason, a, b, one, other):
            return False
    return True


def _explained(veto: Resemblance, a: Account, b: Account, one: Group, other: Group) -> bool:
    """True where a third account of their groups shows that what the two differ in is told of one act both ways."""
    beside = [third.telling for third in one.members if third is not a]
    opposite = [third.telling for third in other.members if third is not b]
    third = (*beside, *opposite)
    if veto.about == "days":
        return _days_explained(a.telling, b.telling, beside, opposite)
    if veto.about == "figures" and not days_keep_apart(a.telling, b.telling):
        return any(t.figures & a.telling.figures and t.figures & b.telling.figures for t in third)
    if veto.about == "action":
        return _calls_it_so(a.telling, b.telling, opposite) or _calls_it_so(b.telling, a.telling, beside)
    return False


def _calls_it_so(one: Telling, own: Telling, beside: Sequence[Telling]) -> bool:
    """True where other accounts of the act of `own` call it as `one` does, or do as `own` and can be one with it."""
    return any(
        third.action == one.action or (third.action == own.action and can_be_called_so(third, one)) for third in beside
    )


def _days_explained(a: Telling, b: Telling, beside: Sequence[Telling], opposite: Sequence[Telling]) -> bool:
    """True where a third account gives the day of the other, says that the act begins on it, or may be meant itself."""
    if any(begins(third, a) or begins(third, b) for third in (*beside, *opposite)):
        return True
    if not a.date or not b.date:
        # Of days about which the dated ones disagree, one that suits the account without a day is enough.
        undated, rest = (a, opposite) if not a.date else (b, beside)
        return any(third.date and told_in_time(undated, third) is None for third in rest)
    if any(third.date == b.date for third in beside) or any(third.date == a.date for third in opposite):
        return True
    return _may_be_of(b, a, beside) or _may_be_of(a, b, opposite)


def _may_be_of(one: Telling, own: Telling, beside: Sequence[Telling]) -> bool:
    """True where another account may be one act with `one` for all that days can tell, and tells the day of `own`.

    So it is too where `own` gives the day on which what the other decided began.
    """
    return any(
        (third.date == own.date or is_beginning_of(own, third)) and not days_keep_apart(third, one) for third in beside
    )


def told_apart(one: Group, other: Group, apart: set[frozenset[int]]) -> bool:
    """True where any two events of theirs are among those of `apart`."""
    return bool(apart) and any(frozenset((a, b)) in apart for a in one.events for b in other.events)
