"""Times that are counted from another: "last month", "the following year", "two weeks ago", "a day earlier"."""

import re
from datetime import date, timedelta

from tradewatch.extraction.dates import words as w
from tradewatch.extraction.dates.context import Context
from tradewatch.extraction.dates.forms import Found
from tradewatch.extraction.dates.named import day_numbered, nearest_month_year, year_given
from tradewatch.extraction.dates.tense import Tense
from tradewatch.extraction.dates.timex import precision_of_timex, shifted, week_of, year_before
from tradewatch.extraction.dates.values import Meaning, Reader

# "the following year" and "that day" count from the time named last, "last year" from the day of saying.
_FROM_LAST = frozenset({"that", "same", "following", "ensuing", "previous", "preceding", "prior", "very"})

_SATURDAY = 5
_LATE = 25  # the day of a month from which its end may lie behind


def _unit(found: Found, context: Context) -> Meaning | None:
    """ "last month", "this week", "the following year", "that day", "the end of the month"."""
    words, unit = found.match["which"].lower().split(), found.match["unit"].lower()
    which, has_article = words[-1], words[0] == "the"
    if which == "the":
        return _bare_unit(found, unit, context)
    if unit in w.DAYPARTS:
        return _daypart_of_day(which, unit, found, context)
    if which in _FROM_LAST or (unit == "day" and which == "next"):
        return _counted_from_last(which, unit, found, context)
    if has_article and len(words) > 1 and which in ("last", "past", "next", "coming") and not found.part:
        return _stretch(which, unit, found, context)
    is_coming = unit == "weekend" and which == "this" and context.said_on.weekday() < _SATURDAY
    # "this day" and "the present day" are no days of the calendar.
    return None if unit == "day" else _deictic_unit(unit, 1 if is_coming else w.STEPS.get(which, 0), context)


def _daypart_of_day(which: str, part: str, found: Found, context: Context) -> Meaning | None:
    """ "that night", "the next morning": of the day named last."""
    if which not in ("next", "following", "same", "that", "previous"):
        return None
    day = _counted_from_last("following" if which == "next" else which, "day", found, context)
    return Meaning(timex=day.timex + w.DAYPARTS[part], source=day.source) if day else None


def _stretch(which: str, unit: str, found: Found, context: Context) -> Meaning | None:
    """ "the past year": a stretch that ends today; in a history "the next year" is the year after."""
    if context.is_history and which == "next":
        return _counted_from_last("following", unit, found, context)
    return Meaning(timex=f"P1{w.UNIT_CODES[unit]}".replace("P1DE", "P10Y").replace("P1CE", "P100Y"), source="duration")


def _bare_unit(found: Found, unit: str, context: Context) -> Meaning | None:
    """ "the weekend", "the quarter"; "the year" only in "the end of the year", "the full year"."""
    if unit == "quarter":
        return _latest_quarter(found, context)
    if _is_end_told_as_past(found, unit, context):
        told = context.last_past
        return (
            Meaning(timex=shifted(told, unit, 0), source="inherited")
            if told and context.is_told_before(found)
            else None
        )
    if unit == "weekend" or found.part or found.match["fiscal"]:
        return _deictic_unit(unit, 0, context) if unit != "day" else None
    return None


def _latest_quarter(found: Found, context: Context) -> Meaning:
    year = year_given(found, context) if found.year else None
    if year is not None and context.quarter:
        return Meaning(timex=f"{year:04d}-{context.quarter[5:]}", source="inherited")
    value = context.quarter or shifted(context.said_on, "quarter", -1)
    return Meaning(timex=value, source="inherited" if context.quarter else "deictic")


def _deictic_unit(unit: str, step: int, context: Context) -> Meaning | None:
    if unit == "weekend":
        return Meaning(timex=_weekend(context.said_on, step), source="deictic")
    base, source = context.said_on, "deictic"
    if context.is_history and context.last_day and _fine_enough(context.last, unit):
        base, source = context.last_day, "inherited"
    value = shifted(base, unit, step)
    return Meaning(timex=value, source=source) if value else None


def _is_end_told_as_past(found: Found, unit: str, context: Context) -> bool:
    """True for "At the end of the month it brought out a rule", said on the 13th: another month's end is meant."""
    ends = found.part.startswith(("the end", "end", "late", "the close")) and unit == "month"
    return ends and context.said_on.day < _LATE and context.tense(found) is Tense.PAST


def _weekend(said_on: date, step: int) -> str:
    """The weekend just past, or now, for 0 and -1; the coming one for 1."""
    saturday = said_on - timedelta((said_on.weekday() - 5) % 7)
    return week_of(saturday + timedelta(7 if step > 0 else 0)) + "-WE"


def _counted_from_last(which: str, unit: str, found: Found, context: Context) -> Meaning | None:
    ahead = w.STEPS.get(which, 0) > 0
    base = (context.last_close if ahead else context.last_day) if _fine_enough(context.last, unit) else None
    if unit == "day" and _OF_MONTH.match(context.text, found.end):
        return None  # "on the same day in November"
    base = context.day_beside(found) or base if ahead else base
    if base is None:
        if which in ("that", "same", "very") or (unit == "day" and context.is_told_near(found)):
            return None  # "In late May … The next day": no day is known, and it is not tomorrow
        base = context.said_on
    value = shifted(base, unit, w.STEPS.get(which, 0))
    if unit == "day" and ahead and base > context.said_on and context.tense(found) is Tense.PAST:
        return None  # "$50 on June 1. … It changed its mind the next day": of a day that nobody named
    return Meaning(timex=value, source="inherited") if value else None


_OF_MONTH = re.compile(rf"\s(?:in|of)\s{w.MONTH}", re.IGNORECASE)
_ORDER = ["day", "week", "month", "quarter", "half", "season", "year", "decade", "century"]


def _fine_enough(value: str, unit: str) -> bool:
    """True when a value is precise enough to count `unit`s from it: no day can be counted from "2018"."""
    precision = precision_of_timex(value)
    unit = {"weekend": "week", "fortnight": "week", "night": "day"}.get(unit, unit)
    return bool(precision) and unit in _ORDER and _ORDER.index(precision) <= _ORDER.index(unit)


def _in_the_day(found: Found, context: Context) -> Meaning | None:
    """ "Earlier in the day", "later on the same day": the day named last."""
    return _counted_from_last("same", "day", found, context)


def _near(found: Found, context: Context) -> Meaning | None:
    """ "the day before.", "the year after,": beside the time named last; before a noun it hangs on an event."""
    if re.match(r"\s[\w“\"]", context.text[found.end : found.end + 2]):
        return None
    unit = {"night": "day", "morning": "day"}.get(found.match["unit"].lower(), found.match["unit"].lower())
    step = -1 if found.match["side"].lower() in ("before", "earlier") else 1
    base = context.last_day if _fine_enough(context.last, unit) else context.said_on
    base = context.day_beside(found) or base
    value = shifted(base or context.said_on, unit, step)
    return Meaning(timex=value, source="inherited") if value else None


def _ago(found: Found, context: Context) -> Meaning | None:
    count, unit = w.number_meant(found.match["number"]), found.match["unit"].lower()
    number = found.match["number"].lower()
    side = " ".join(found.match["side"].lower().split())
    sign = -1 if side in ("ago", "earlier", "before", "before that", "previously") else 1
    if side in ("before", "afterward", "afterwards") and re.match(r"\s\w", context.text[found.end : found.end + 2]):
        return duration(found.match["number"], unit)
    if count is None:
        base = context.said_on if side in ("ago", "from now", "hence") else context.day_just_named(found)
        return _vaguely(base, unit if number not in _MANY else "", sign)
    if unit == "year" and count == 1 and sign < 0 and context.quarter and side in ("ago", "earlier"):
        return Meaning(timex=year_before(context.quarter), source="inherited")
    if side in ("ago", "from now", "hence"):
        return _counted(context.said_on, unit, sign * count, "deictic")
    return _counted_from_mention(found, unit, sign * count, context)


_MANY = frozenset({"many", "recent", "dozens of", "a number of"})
_SOME = {"day": (1, 13), "week": (7, 62)}  # the days that lie within "a few days later" and "some weeks ago"


def _ago_to_the_day(found: Found, context: Context) -> Meaning | None:
    """ "a year ago tomorrow": the day on which it will be a year."""
    count, day = w.number_meant(found.match["number"]), context.said_on
    day += timedelta({"yesterday": -1, "tomorrow": 1}.get(found.match["word"].lower(), 0))
    if not count or count != int(count):
        return None
    if found.match["unit"].lower() == "week":
        return Meaning(timex=(day - timedelta(7 * int(count))).isoformat(), source="explicit")
    months = day.year * 12 + day.month - 1 - int(count) * (12 if found.match["unit"].lower() == "year" else 1)
    named = day_numbered(months // 12, months % 12 + 1, day.day)
    return Meaning(timex=named.isoformat(), source="explicit") if named else None


def _vaguely(base: date | None, unit: str, sign: int, *, at_once: bool = False) -> Meaning:
    """ "a few days later": within two weeks of the day before; "weeks ago": within two months; no day is counted.

    `at_once` says that the stretch begins on the next day: "in the following weeks".
    """
    timex = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if base is None or unit not in _SOME:
        return Meaning(timex=timex, source="reference")
    first, last = sorted(base + timedelta(sign * days) for days in (1 if at_once else _SOME[unit][0], _SOME[unit][1]))
    return Meaning(timex=timex, source="reference", edtf=f"{first.isoformat()}/{last.isoformat()}")


def _some_later(found: Found, context: Context) -> Meaning | None:
    """ "days later", "in the following weeks": soon after the day named last."""
    unit = found.match["unit"] or found.match["on"] or found.match["that"]
    sign = -1 if (found.match["side"] or "").lower() in ("earlier", "before that") else 1
    return _vaguely(context.day_just_named(found), unit.lower(), sign, at_once=not found.match["unit"])


def _since(found: Found, context: Context) -> Meaning | None:
    """ "it is two weeks since …": two weeks ago."""
    count = w.number_meant(found.match["number"])
    return _counted(context.said_on, found.match["unit"].lower(), -count, "deictic") if count else None


def _counted_from_mention(found: Found, unit: str, count: float, context: Context) -> Meaning | None:
    aside = context.told_aside(found, unit) if unit in ("day", "week", "month") else None
    if aside is not None:
        return _counted(aside, unit, count, "inherited")
    if not _fine_enough(context.last, {"hour": "day", "minute": "day"}.get(unit, unit)):
        if context.is_history or count > 0 or unit in ("hour", "minute", "second"):
            return duration(found.match["number"], unit)
        return _counted(context.said_on, unit, count, "deictic")
    if unit in ("hour", "minute", "second"):
        return duration(found.match["number"], unit)
    base = context.last_close if count > 0 else context.last_day
    return _counted(base or context.said_on, unit, count, "inherited")


_LARGER = {
    "decade": ("year", 10),
    "century": ("year", 100),
    "centurie": ("year", 100),
    "fortnight": ("week", 2),
    "night": ("day", 1),
}


_SMALLER = {"hour": 24, "minute": 24 * 60, "second": 24 * 3600}


def _counted(base: date, unit: str, count: float, source: str) -> Meaning | None:
    """`count` units from `base`: days give a day, weeks a week, months a month, years a year."""
    unit, factor = _LARGER.get(unit, (unit, 1))
    count *= factor
    if unit in _SMALLER:
        unit, count = "day", int(count / _SMALLER[unit])
    if unit == "year" and count != int(count):
        unit, count = "month", count * 12
    value = shifted(base, unit, int(count))
    return Meaning(timex=value, source=source) if value else None


def duration(number: str, unit: str) -> Meaning:
    """("90", "day") → P90D, ("several", "year") → PXY, ("two", "decade") → P20Y."""
    count, code = w.number_meant(number), w.UNIT_CODES.get(unit, "CE")
    if code in ("DE", "CE", "Q") and count is not None:
        count, code = count * {"DE": 10, "CE": 100, "Q": 3}[code], "M" if code == "Q" else "Y"
    amount = "X" if count is None else f"{count:g}"
    return Meaning(timex=f"PT{amount}{code[1]}" if code.startswith("T") else f"P{amount}{code}", source="duration")


def _yearago(_found: Found, context: Context) -> Meaning | None:
    value = year_before(context.quarter) if context.quarter else shifted(context.said_on, "year", -1)
    return Meaning(timex=value, source="inherited")


def _season(found: Found, context: Context) -> Meaning | None:
    code = w.SEASONS[found.match["season"].lower()]
    year = int(found.match["before"]) if found.match["before"] else year_given(found, context)
    if year is not None:
        return Meaning(timex=f"{year:04d}-{code}", source="explicit")
    which = w.last_word(found.match["which"])
    if which in ("that", "same", "the") and len(context.last) >= 4 and (which != "the" or context.is_history):
        return Meaning(timex=f"{context.last[:4]}-{code}", source="inherited")
    month = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}[code]
    tense = {-1: Tense.PAST, 1: Tense.FUTURE}.get(w.STEPS.get(which, 0))
    year = context.said_on.year if tense is None else nearest_month_year(month, context.said_on, tense)
    return Meaning(timex=f"{year:04d}-{code}", source="deictic")


def _before_out(found: Found, context: Context) -> Meaning | None:
    """ "before the week is out": this week; told as past, no week is known."""
    is_past = found.match[0].split()[-2].lower() == "was"
    return None if is_past else _deictic_unit(found.match["unit"].lower(), 0, context)


def _partyear(_found: Found, context: Context) -> Meaning | None:
    return Meaning(timex=f"{context.said_on.year:04d}", source="deictic")


READERS: dict[str, Reader] = {
    "unit": _unit,
    "in_the_day": _in_the_day,
    "near": _near,
    "ago": _ago,
    "ago_to_the_day": _ago_to_the_day,
    "some_later": _some_later,
    "since": _since,
    "yearago": _yearago,
    "season": _season,
    "partyear": _partyear,
    "before_out": _before_out,
}
