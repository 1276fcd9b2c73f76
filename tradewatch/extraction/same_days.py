"""Whether the days of two accounts can be those of one act. Pure."""

from datetime import date, timedelta

from tradewatch import edtf
from tradewatch.extraction.named_things import may_be_same_thing, things_of
from tradewatch.extraction.same_meetings import place_of, round_of
from tradewatch.extraction.tellings import VETO, Resemblance, Telling
from tradewatch.vocabulary import Action, Kind, Status, Unit

LATELY, LONG_AGO = timedelta(days=8), timedelta(days=40)  # how long after an act a text without its day appeared
SLACK = timedelta(days=1)  # how far apart the days of two accounts of one act may be: clocks, signing and publication
AHEAD = timedelta(days=60)  # how long after its decision an act may begin, where no text says that both are one
FEW = 3  # days by which a text may be wrong about an act that it names
MONTH = timedelta(days=31)
SOON = timedelta(days=15)  # how long before the deed a text may tell its plan
A_WEEK = timedelta(days=7)  # how long after its decision an act may begin that falls upon so many parties in both

# Lists that are added to every few weeks: the list does not tell which time is meant.
_LISTS = frozenset({"Export Control List", "Unreliable Entity List", "Entity List"})


def same_date(one: Telling, other: Telling) -> Resemblance | None:
    if not one.date or not other.date:
        return _without_date(one, other)
    if one.date == other.date:
        weight = 0.4 if edtf.precision_of(one.date) in ("day", "interval") else 0.25
        return Resemblance(weight=weight, said=f"both on {edtf.wording(one.date)}")
    if edtf.bounds_of(one.date).overlaps(edtf.bounds_of(other.date)):
        weight = 0.1 if _is_long(one.date) or _is_long(other.date) else 0.2
        return Resemblance(weight=weight, said=f"{edtf.wording(one.date)} and {edtf.wording(other.date)} overlap")
    found = _days_apart(one, other) or _begun(one, other) or _begun(other, one) or _pledged(one, other)
    return found or _another_day(one, other)


def _pledged(one: Telling, other: Telling) -> Resemblance | None:
    """A quantity that is promised by the end of a time is told by that time and by the day after it."""
    if one.kind != Kind.PURCHASE or one.action != other.action or one.action != Action.AGREE:
        return None
    first, second = sorted((edtf.bounds_of(day) for day in (one.date, other.date)), key=lambda b: b.latest or date.max)
    is_next = first.latest and second.earliest and second.earliest - first.latest <= SLACK
    return (
        Resemblance(weight=0.0, said="one time begins where the other ends")
        if is_next and one.figures & other.figures
        else None
    )


def days_keep_apart(one: Telling, other: Telling) -> bool:
    """True where their days alone tell that two accounts are not of one act."""
    found = same_date(one, other), told_in_time(one, other)
    return any(reason is not None and reason.weight == VETO for reason in found)


def _is_long(day: str) -> bool:
    """True of more than a month, and of a time with an open end."""
    bounds = edtf.bounds_of(day)
    return not bounds.earliest or not bounds.latest or bounds.latest - bounds.earliest > MONTH


def _days_apart(one: Telling, other: Telling) -> Resemblance | None:
    days = _gap(one.date, other.date)
    if days == 1:
        # Signing and publication, New York and Shanghai: sources disagree by a day more often than they err by two.
        return Resemblance(weight=0.05, said="a day apart")
    if days is not None and days <= FEW and (share_thing(one, other) or one.instruments & other.instruments):
        return Resemblance(weight=-0.1, said=f"{days} days apart")
    return None


def _gap(one: str, other: str) -> int | None:
    """Days from the end of the one to the beginning of the other; None where either names no days but a month."""
    if {edtf.precision_of(one), edtf.precision_of(other)} - {"day", "interval"} or _is_long(one) or _is_long(other):
        return None
    first, second = sorted(
        (edtf.bounds_of(day) for day in (one, other)), key=lambda bounds: bounds.earliest or date.max
    )
    return (second.earliest - first.latest).days if second.earliest and first.latest else None


def _another_day(one: Telling, other: Telling) -> Resemblance:
    return Resemblance(weight=VETO, said=f"{edtf.wording(one.date)} is not {edtf.wording(other.date)}", about="days")


def _begun(decided: Telling, begins: Telling) -> Resemblance | None:
    """One account dates the act by its decision, the other by the day on which it begins."""
    decision, beginning = edtf.bounds_of(decided.date).latest, edtf.bounds_of(begins.date).earliest
    if not decision or not beginning or beginning <= decision:
        return None
    if decided.kind in (Kind.TALKS, Kind.AGREEMENT) and not (
        round_of(decided) and round_of(decided) == round_of(begins)
    ):
        return None  # Talks do not begin on another day than their own, but a round can be held before it was due.
    if _meet(decided.effective, begins.date):
        said = f"{edtf.wording(begins.date)} is when the one begins that was decided on {edtf.wording(decided.date)}"
        return Resemblance(weight=0.2, said=said)
    if begins.date.endswith("/..") and beginning - decision <= SOON and share_thing(decided, begins):
        said = f"what is so from {beginning:%-d %B %Y} on can have been decided on {edtf.wording(decided.date)}"
        return Resemblance(weight=0.1, said=said)
    if beginning - decision <= A_WEEK and _falls_on_as_many(decided, begins):
        said = f"what began on {edtf.wording(begins.date)} can have been decided on {edtf.wording(decided.date)}"
        return Resemblance(weight=0.1, said=said)
    return _was_to_come(begins, decided, decision, beginning)


def _was_to_come(begins: Telling, decided: Telling, decision: date, beginning: date) -> Resemblance | None:
    """The one tells as planned for `beginning` what the other tells as done on `decision`."""
    if begins.status != Status.PLANNED or decided.status != Status.OCCURRED or begins.told_on is None:
        return None
    if not -SOON <= begins.told_on - decision <= LONG_AGO or beginning - decision > AHEAD:
        return None
    said = f"what was to come on {edtf.wording(begins.date)} can have been decided on {edtf.wording(decided.date)}"
    # Announced before it was decided, it is likelier to be the same than where it was long decided.
    return Resemblance(weight=0.15 if begins.told_on <= decision else 0.1, said=said)


def _falls_on_as_many(one: Telling, other: Telling) -> bool:
    """True of one action, told as done on days as near as days can be, upon the same number of parties.

    The number tells which list is meant; a rate does not, since rates of one height follow each other within days.
    """
    counted = any(unit == Unit.ENTITIES for unit, _, _ in one.figures & other.figures)
    precise = all(edtf.days_meant(day) <= FEW for day in (one.date, other.date))
    return counted and precise and one.action == other.action and one.status == other.status == Status.OCCURRED


def begins(one: Telling, other: Telling) -> bool:
    """True where one says that the act takes effect on the day that the other gives it."""
    return _meet(one.effective, other.date)


def is_beginning_of(one: Telling, decided: Telling) -> bool:
    """True where the day of the one can be that on which began what the other dates by its decision."""
    return bool(one.date and decided.date) and _begun(decided, one) is not None


def _meet(one: str, other: str) -> bool:
    return bool(one and other) and edtf.bounds_of(one).overlaps(edtf.bounds_of(other))


def _without_date(one: Telling, other: Telling) -> Resemblance:
    """A text that gives no day tells, as a rule, of what happened lately."""
    undated, dated = (one, other) if not one.date else (other, one)
    if _meet(undated.effective, dated.effective) or _meet(undated.effective, dated.date):
        return Resemblance(weight=0.2, said=f"one of them has no date; it begins on {edtf.wording(undated.effective)}")
    last_day = _last_day(dated)
    if not undated.told_on or not last_day:
        return Resemblance(weight=0.0, said="one of them has no date")
    beginning = edtf.bounds_of(undated.effective).earliest
    if beginning and beginning - last_day > AHEAD:
        return Resemblance(weight=-0.4, said="one of them has no date, and begins long after the other")
    first_day = edtf.bounds_of(dated.date).earliest or last_day
    since = undated.told_on - last_day if undated.told_on > last_day else min(undated.told_on - first_day, timedelta())
    return _told_after(since, undated, dated)


def _told_after(since: timedelta, undated: Telling, dated: Telling) -> Resemblance:
    awaits = undated.status != Status.OCCURRED
    if awaits and dated.date and dated.status == Status.OCCURRED and timedelta() <= since <= LATELY:
        return Resemblance(weight=0.0, said="one of them has no date, and awaits it when it had just been done")
    if abs(since) <= LATELY:
        return Resemblance(weight=0.1, said="one of them has no date, and appeared soon after")
    if since > LATELY and dated.date and awaits and dated.status == Status.OCCURRED:
        return Resemblance(weight=-0.25, said="one of them has no date, and awaits it when it had long been done")
    named = name_one_thing(undated, dated) or (awaits and -SOON <= since < timedelta())
    if since > LATELY and _of_a_list(undated, dated):
        return Resemblance(weight=-0.35, said="one of them has no date, and the list is added to every few weeks")
    if abs(since) > LONG_AGO:
        # Acts of one sort come back; what names its rate, order or thing is known by it though much time has passed.
        return Resemblance(weight=-0.1 if named else -0.35, said="one of them has no date, and appeared long after")
    unnamed = -0.15 if dated.date else -0.25
    return Resemblance(weight=0.0 if named else unnamed, said="one of them has no date")


def _last_day(dated: Telling) -> date | None:
    """The last day on which the act can have been: what a text tells of "March" on the 27th was done by then."""
    latest = edtf.bounds_of(dated.date).latest
    if latest and dated.told_on and dated.status == Status.OCCURRED:
        return min(latest, dated.told_on)
    return latest or dated.told_on


def name_one_thing(one: Telling, other: Telling) -> bool:
    """True where both name a figure, an instrument or the thing that the act falls upon, and it is the same."""
    return bool(one.figures & other.figures or one.instruments & other.instruments or share_thing(one, other))


def _of_a_list(one: Telling, other: Telling) -> bool:
    """True where both put parties on one of the lists and no figure or number tells which time is meant."""
    told = one.figures & other.figures or one.instruments & other.instruments
    return not told and bool((things_of(one.thing) & things_of(other.thing)) & _LISTS)


def share_thing(one: Telling, other: Telling) -> bool:
    """True where both name what the act falls upon, and that is not done to it every few weeks."""
    if one.kind == Kind.PORT_FEE:
        return True  # each side's fees on the other's ships are one thing
    if one.kind in (Kind.TALKS, Kind.AGREEMENT):
        # "Talks" and "a truce" name nothing; "talks in Madrid" does.
        return bool(place_of(one)) and place_of(one) == place_of(other)
    ours, theirs = things_of(one.thing), things_of(other.thing)
    return bool(ours and theirs) and not (ours | theirs) & _LISTS and may_be_same_thing(one.thing, other.thing)


def told_in_time(one: Telling, other: Telling) -> Resemblance | None:
    """A text that reports an act as done was written after it; the day's slack is that of clocks apart."""
    for text, act in ((one, other), (other, one)):
        first_day = edtf.bounds_of(act.date).earliest
        if _meet(text.effective, act.date) or (text.date and _begun(text, act)):
            continue  # A text tells of a decision before the day on which it begins.
        if text.status == Status.OCCURRED and text.told_on and first_day and first_day > text.told_on + SLACK:
            if not text.date and first_day <= text.told_on + timedelta(FEW):
                return Resemblance(weight=-0.2, said="one tells as done what came some days after")
            said = f"a text of {text.told_on:%-d %B %Y} reports no act of {edtf.wording(act.date)}"
            return Resemblance(weight=VETO, said=said, about="days")
    return None
