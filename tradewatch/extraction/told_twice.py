"""Two accounts of one article that tell one act: a plan and its deed, or words that add nothing to others. Pure.

An article that tells an act twice is read as one account already, where its words show it. What is left are readings
that differ in status or lack the day: "She said on Monday that they would talk this week. They talked on Thursday."
"""

from tradewatch import edtf
from tradewatch.extraction.named_things import may_be_same_thing
from tradewatch.extraction.tellings import Telling
from tradewatch.vocabulary import Kind, Status

BESIDE = 240  # characters between two accounts of one sentence
_A_WEEK = 7
_AHEAD = (Status.PLANNED, Status.EXPECTED)


def told_twice(one: Telling, other: Telling, apart: int) -> bool:
    """True where the two, whose words stand `apart` characters from each other, are one act told twice."""
    if one.action != other.action or (one.kind, one.side) != (other.kind, other.side):
        return False
    if _is_plan_of(one, other) or _is_plan_of(other, one):
        return True
    return apart <= BESIDE and (_adds_nothing(one, other) or _adds_nothing(other, one))


def _is_plan_of(plan: Telling, deed: Telling) -> bool:
    """True of what was to come within days and was done on one of them."""
    if plan.status not in _AHEAD or deed.status != Status.OCCURRED or not plan.date or not deed.date:
        return False
    days, done = edtf.bounds_of(plan.date), edtf.bounds_of(deed.date)
    is_near = edtf.days_meant(plan.date) <= _A_WEEK and edtf.days_meant(deed.date) <= _A_WEEK
    # Talks go by who meets and how, which other reasons weigh.
    is_one = plan.kind == Kind.TALKS or may_be_same_thing(plan.thing, deed.thing)
    return is_near and days.overlaps(done) and is_one


def _adds_nothing(bare: Telling, full: Telling) -> bool:
    """True of an account without a day, number or figure, and without a thing that the other does not have."""
    says = bare.date or bare.effective or bare.figures or bare.instruments
    return not says and bare.thing in ("", full.thing) and not bare.issues - full.issues - {"other"}
