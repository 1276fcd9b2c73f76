"""Days, months and years that are named: "Oct. 30, 2025", "30 October", "in May", "2025", "the 1990s"."""

import re
from datetime import date, timedelta
from functools import lru_cache

from dateparser.date import DateDataParser

from tradewatch.extraction.dates import words as w
from tradewatch.extraction.dates.context import Context
from tradewatch.extraction.dates.forms import Found
from tradewatch.extraction.dates.tense import Tense
from tradewatch.extraction.dates.timex import precision_of_timex
from tradewatch.extraction.dates.values import Meaning, Reader

_PARSER = DateDataParser(languages=["en"], settings={"STRICT_PARSING": True, "DATE_ORDER": "MDY"})
# "June 9 and 10, 2025", "from March to May 2025": the year stands with the second.
_YEAR_AHEAD = re.compile(
    rf"\s?(?:,|and|or|to|through|until|till|[-–—])\s?(?:(?:from|until|through|to|on|and|in)\s)?(?:{w.MONTH}\s)?"
    rf"(?:{w.DAY}(?:,?\s|\b)|(?<=\s))(?:{w.MONTH}\s)?(?P<year>{w.YEAR})",
    re.I,
)
_MONTH_NAMED = re.compile(w.MONTH, re.I)
_DAY_NAMED = re.compile(r"\b\d{1,2}\b")
# A date in the past tense lies ahead at most so many days ("the talks set for May 3 were …").
_NEAR_FUTURE = 100
_IN_HAND = 7
_BEHIND = 4  # "will meet on 20 November", said in April: in the future a day behind is so much farther than one ahead
_TERMS_AHEAD = 185  # "revoked its waiver, effective 31 December"
_TAKES_EFFECT = re.compile(r"\b(?:effective|with\seffect)\s(?:from\s|on\s|as\sof\s)?\Z", re.I)
_CLAUSE = 70  # characters before a date that tell whether it is still to come
_TOLD_AHEAD = 30  # days ahead of a date after a verb in the past: "cancelled the talks on May 3"
# "imposed a 10% tariff on Feb. 4" is over, in November too; "announced a tariff from Feb. 4" need not be
_ON = re.compile(r"\son\s\Z")
_STILL_TO_COME = re.compile(
    r"\b(?:to\s(?!(?:the|a|an|its|his|their|all|china|us|beijing|washington|court)\b)[a-z]|would|will|call\w*\sfor|set|due|start|begin|effective)",
    re.I,
)
# Where no verb tells ("the November summit"), a month lies ahead at most so many months.
_MONTHS_AHEAD = 3


@lru_cache(maxsize=8192)
def day_read(text: str) -> date | None:
    """The day that an unambiguous date such as "Nov. 10, 2025" or "10/30/2025" names; None where there is none."""
    try:
        found = _PARSER.get_date_data(text).date_obj
    except (ValueError, OverflowError):
        return None
    return found.date() if found else None


@lru_cache(maxsize=8192)
def day_numbered(year: int, month: int, day: int) -> date | None:
    """The day with these numbers, None where the calendar has none (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _digits(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _second_day(found: Found, context: Context) -> Meaning | None:
    """The "9" of "April 2 and 9, 2025": in the month named right before it."""
    before = context.last_day
    if before is None or precision_of_timex(context.last) != "day":
        return None
    year = int(found.match["year"]) if found.match["year"] else before.year
    named = day_numbered(year, before.month, _digits(found.match["day"]))
    return Meaning(timex=named.isoformat(), source="explicit") if named else None


def _relative_year(found: Found, context: Context) -> int | None:
    """The year of "July last year", "March of this year", "October 2025"."""
    if found.year is None:
        return None
    if found.year.rule == "year":
        return int(found.year.match["year"])
    base = context.said_on.year
    if found.year.rule == "ago":
        return base - 1
    which = found.year.match["which"].lower().removeprefix("the ")
    if which in ("that", "same", "following", "previous") and len(context.last) >= 4:
        base = int(context.last[:4])
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
    return base + step.get(which, 0)


def year_given(found: Found, context: Context) -> int | None:
    """The year that stands with the date itself, after it or after its partner."""
    if "year" in found.match.re.groupindex and found.match["year"]:
        return int(found.match["year"])
    if "spelled" in found.match.re.groupindex and found.match["spelled"]:
        return w.year_spelled(found.match["spelled"])
    relative = _relative_year(found, context)
    if relative is not None:
        return relative
    ahead = _YEAR_AHEAD.match(context.text, found.end, found.end + 40)
    return int(ahead["year"]) - _turns_the_year(found, ahead) if ahead else None


def _turns_the_year(found: Found, ahead: re.Match[str]) -> bool:
    """True in "from November 10 until November 9, 2026": the first day of a span lies in the year before the last."""
    if found.rule not in ("month_day", "day_month"):
        return False
    month = next((name for name in _MONTH_NAMED.findall(ahead[0])), None)
    day = _DAY_NAMED.search(ahead[0].removesuffix(ahead["year"]))
    if not month or not day:
        return False
    first = (w.month_number(found.match["month"]), _digits(found.match["day"]))
    return first > (w.month_number(month), int(day[0]))


def _dated(found: Found, context: Context) -> Meaning | None:
    month, day = w.month_number(found.match["month"]), _digits(found.match["day"])
    year = year_given(found, context)
    if year is not None:
        named = day_read(f"{day} {found.match['month'].rstrip('.')[:3]} {year:04d}")
        return Meaning(timex=named.isoformat(), source="explicit") if named else None
    inherited = context.inherited_year(found)
    if inherited is not None:
        named = day_numbered(inherited, month, day)
        return Meaning(timex=named.isoformat(), source="inherited") if named else None
    tense = context.tense(found)
    is_over = tense is not Tense.FUTURE and (
        found.start in context.entries or context.is_past_right_before(found) or context.tells_of_past(found)
    )
    before = context.text[max(0, found.start - _CLAUSE) : found.start]
    past = tense is Tense.PAST and _ON.search(before) and not _STILL_TO_COME.search(before)
    ahead = _IN_HAND if is_over else _TOLD_AHEAD if past else _NEAR_FUTURE
    ahead = _TERMS_AHEAD if _TAKES_EFFECT.search(before) else ahead
    named = _after_told(found, month, day, context) if tense is Tense.FUTURE else None
    named = named or nearest_day(month, day, context.said_on, tense, ahead=ahead)
    return Meaning(timex=named.isoformat(), source="explicit") if named else None


def _after_told(found: Found, month: int, day: int, context: Context) -> date | None:
    """The day that was to come when a deed of long ago was told: "February 4: China raises …, from February 10"."""
    told = context.day_told_near(found)
    named = day_numbered(told.year, month, day) if told else None
    return named if told and named and told <= named <= min(told + timedelta(_NEAR_FUTURE), context.said_on) else None


def nearest_day(month: int, day: int, said_on: date, tense: Tense, *, ahead: int = _NEAR_FUTURE) -> date | None:
    """The day nearest to `said_on` with this month and day; outside the future tense not more than `ahead` days on."""
    candidates = [day_numbered(year, month, day) for year in range(said_on.year - 1, said_on.year + 2)]
    days = [candidate for candidate in candidates if candidate]
    if tense is not Tense.FUTURE:
        days = [candidate for candidate in days if candidate <= said_on + timedelta(ahead)] or days
    behind = _BEHIND if tense is Tense.FUTURE else 1
    return min(days, key=lambda one: (said_on - one) * behind if one < said_on else one - said_on, default=None)


def _days(found: Found, context: Context) -> Meaning | None:
    """ "October 25-26", "June 9 and 10, 2025": an interval."""
    first = _dated(found, context)
    if first is None:
        return None
    start = date.fromisoformat(first.timex)
    last = day_numbered(start.year, start.month, _digits(found.match["day2"]))
    if last is None or last <= start:
        return None
    span = f"{start.isoformat()}/{last.isoformat()}"
    # TIMEX3 has no value for an interval: it is the first day's.
    return Meaning(timex=first.timex, source=first.source, edtf=span)


def _month(found: Found, context: Context) -> Meaning | None:
    month = w.month_number(found.match["month"])
    year = year_given(found, context)
    if year is not None:
        return Meaning(timex=f"{year:04d}-{month:02d}", source="explicit")
    which = (found.match["which"] or "").lower().split()[-1:] if found.rule == "month" else []
    if which:
        return Meaning(timex=f"{_year_pointed_at(which[0], month, context.said_on):04d}-{month:02d}", source="deictic")
    inherited = context.inherited_year(found)
    if inherited is None:
        inherited = _year_beside(found, month, context)
    if inherited is not None:
        return Meaning(timex=f"{inherited:04d}-{month:02d}", source="inherited")
    tense = context.tense(found)
    tense = Tense.PAST if tense is Tense.UNKNOWN and context.is_of_deed(found) else tense
    year = nearest_month_year(month, context.said_on, tense)
    return Meaning(timex=f"{year:04d}-{month:02d}", source="explicit")


_COORDINATED = re.compile(r"\s?(?:and|or|to|through|until|into|,|,\sand|[-–—])\s?(?:in\s|into\s)?")


def _year_beside(found: Found, month: int, context: Context) -> int | None:
    """The year of "January" in "for December and January": the first one after the month that stands right before."""
    between = context.text[context.last_end : found.start]
    if precision_of_timex(context.last) != "month" or len(between) > 12 or not _COORDINATED.fullmatch(between):
        return None
    return int(context.last[:4]) + (month < int(context.last[5:7]))


def _year_pointed_at(which: str, month: int, said_on: date) -> int:
    """The year of "last February", "this September", "next March"."""
    if which == "this":
        return said_on.year
    if which in ("last", "past"):
        return said_on.year - (month >= said_on.month)
    return said_on.year + (month <= said_on.month)


def nearest_month_year(month: int, said_on: date, tense: Tense) -> int:
    """The year in which `month` is meant on `said_on`: not ahead in the past tense, not behind in the future tense."""
    if tense is Tense.FUTURE:
        return said_on.year if month >= said_on.month else said_on.year + 1
    if tense is Tense.UNKNOWN and 0 < (month - said_on.month) % 12 <= _MONTHS_AHEAD:
        return said_on.year if month > said_on.month else said_on.year + 1
    return said_on.year if month <= said_on.month else said_on.year - 1


_DAY_FOLLOWS = re.compile(
    r"\b(?:on|by|until|till|since|through|from|to|before|after|as\sof|(?:two|three)\sdays,|(?:day|talks|meeting|summit),)\s\Z",
    re.I,
)


def _ordinal_day(found: Found, context: Context) -> Meaning | None:
    """ "on the 15th", "on the 25th and 26th", in the month that was named last."""
    if not found.match["of"] and not _DAY_FOLLOWS.search(context.text, max(0, found.start - 12), found.start):
        return None
    named = _day_of_month(_digits(found.match["day"]), found, context)
    if named is None:
        return None
    last = day_numbered(named.year, named.month, _digits(found.match["day2"])) if found.match["day2"] else None
    span = f"{named.isoformat()}/{last.isoformat()}" if last and last > named else None
    return Meaning(timex=named.isoformat(), source="inherited", edtf=span)


def _day_of_month(day: int, found: Found, context: Context) -> date | None:
    """That day of the month named last; told as past, it lies not ahead: then the last month named that is over.

    A month that another paragraph named without a day says nothing of it; a day named farther off leaves it open.
    """
    near = context.is_told_near(found) or (precision_of_timex(context.last) == "day" and context.is_told_before(found))
    base = context.last_day if near and precision_of_timex(context.last) in ("day", "month") else context.said_on
    if not near and precision_of_timex(context.last) == "day" and day <= context.said_on.day:
        told = context.last_day
        if told and (told.year, told.month) != (context.said_on.year, context.said_on.month):
            return None
    base = context.told_aside(found, "month") or base
    named = day_numbered((base or context.said_on).year, (base or context.said_on).month, day)
    if named and named > context.said_on and context.tense(found) is not Tense.FUTURE:
        over = context.last_past or context.said_on
        return day_numbered(over.year, over.month, day)
    return named


def _year(found: Found, _context: Context) -> Meaning | None:
    return Meaning(timex=f"{int(found.match['year']):04d}", source="explicit")


def _spelled_year(found: Found, _context: Context) -> Meaning | None:
    year = w.year_spelled(found.match["spelled"])
    return Meaning(timex=f"{year:04d}", source="explicit") if year else None


def _years(found: Found, _context: Context) -> Meaning | None:
    """ "2018–20": the years between; "2025/26 marketing year": the two that it lies in; "2025-10": a month."""
    first, last = found.match["year"], found.match["slashed"] or found.match["dashed"]
    end = int(last) if len(last) == 4 else int(first[:2] + last)
    if end > int(first) and (len(last) == 4 or end == int(first) + 1 or int(last) > 12 or found.match["kind"]):
        span = f"{first}/{end:04d}"
        return Meaning(timex=first, source="explicit", edtf=span)
    if len(last) == 2 and 1 <= int(last) <= 12 and found.match[0][4:5] == "-":
        return Meaning(timex=f"{first}-{last}", source="explicit")
    return None


def _decade(found: Found, _context: Context) -> Meaning | None:
    decade = found.match["decade"] or f"19{found.match['short']}"
    return Meaning(timex=decade[:3], source="explicit")


def _century(found: Found, _context: Context) -> Meaning | None:
    return Meaning(timex=str(int(found.match["n"]) - 1), source="explicit")


READERS: dict[str, Reader] = {
    "month_day": _dated, "day_month": _dated,
    "shared_day": _dated,
    "second_day": _second_day, "days": _days,
    "days_month": _days, "month_year": _month, "month": _month, "ordinal_day": _ordinal_day,
    "year": _year, "spelled_year": _spelled_year, "years": _years, "decade": _decade, "century": _century,
}  # fmt: skip
