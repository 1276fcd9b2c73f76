"""The day and the state of an act, of the accounts that were written before it, on its day and long after. Pure."""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta

from tradewatch import edtf
from tradewatch.records.accounts import Account
from tradewatch.vocabulary import Genre, Kind, Status

LASTING = 4  # days of talks
LONG_AGO = timedelta(31)  # after the day of a plan, nobody waits for it any more
_AHEAD = (Status.PLANNED.value, Status.EXPECTED.value)


def dating(accounts: Sequence[Account]) -> list[Account]:
    """The accounts that date the act itself: those that give the day on which its terms begin are left out.

    A decision is dated by its signing, with the day on which it takes effect apart (codebook, ruling 2).
    """
    dated = [account for account in accounts if account.values.get("date")]
    return [account for account in dated if not any(_gives_beginning(account, other) for other in accounts)]


def _gives_beginning(account: Account, other: Account) -> bool:
    own, told = edtf.bounds_of(account.values["date"]), other.values.get("date") or ""
    awaited = account.values.get("status") in _AHEAD and other.values.get("status") == Status.OCCURRED
    effective = other.values.get("effective") or ""
    begins = bool(effective) and edtf.bounds_of(effective).overlaps(own)
    if not told:
        return awaited and begins
    decided = edtf.bounds_of(told).latest
    if not own.earliest or not decided or own.earliest <= decided:
        return False
    # What was reported as done before that day was decided before it.
    is_reported = other.values.get("status") == Status.OCCURRED and other.published is not None
    return awaited or begins or bool(is_reported and other.published and other.published < own.earliest)


def of_the_deed(accounts: Sequence[Account], kind: str, status: str) -> Sequence[Account]:
    """Those accounts that tell the act as far as it has come, where any does: a plan names the day of a beginning.

    A meeting is held on the day for which it was planned.
    """
    if kind == Kind.TALKS:
        return accounts
    return [account for account in accounts if account.values.get("status") == status] or accounts


def narrowed(value: str, accounts: Iterable[Account], rank: Callable[[str], tuple[object, ...]]) -> str:
    """The most trusted more precise date that lies within the trusted one: "May" and "13 May" are 13 May.

    A writer of opinion makes nothing more precise, and days that an act lasted are as precise as can be.
    """
    if edtf.days_meant(value) <= LASTING:
        return value
    bounds = edtf.bounds_of(value)
    within = {
        told
        for told in (account.values.get("date") or "" for account in accounts if account.genre != Genre.OPINION)
        if edtf.days_meant(told) < edtf.days_meant(value) and _lies_within(edtf.bounds_of(told), bounds)
    }
    return min(within, key=rank) if within else value


def _lies_within(inner: edtf.Bounds, outer: edtf.Bounds) -> bool:
    if not inner.earliest or not inner.latest:
        return False
    after = outer.earliest is None or inner.earliest >= outer.earliest
    return after and (outer.latest is None or inner.latest <= outer.latest)


def has_come_true(status: str, accounts: Sequence[Account]) -> bool:
    """True where what the trusted accounts await is reported as done by a text that came after them.

    A text that tells in November what was to be done in May looks back at the plan, and awaits nothing.
    """
    if status not in _AHEAD:
        return False
    plans = [one for one in accounts if one.values.get("status") == status and one.published]
    done = [
        one.published
        for one in accounts
        if one.values.get("status") == Status.OCCURRED and one.published and one.genre != Genre.OPINION
    ]
    awaited = [one.published for one in plans if one.published and not _looks_back(one)]
    return bool(plans and done) and (not awaited or max(done) > max(awaited))


def _looks_back(account: Account) -> bool:
    told = edtf.bounds_of(account.values.get("date") or "").latest if account.values.get("date") else None
    return bool(told and account.published and told + LONG_AGO < account.published)
