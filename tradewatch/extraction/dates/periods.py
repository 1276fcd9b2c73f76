"""Quarters and halves, holidays, durations and repeated times: "the third quarter", "Q1", "90 days", "every week"."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from tradewatch.extraction.dates import words as w
from tradewatch.extraction.dates.context import Context
from tradewatch.extraction.dates.counted import duration
from tradewatch.extraction.dates.forms import Found
from tradewatch.extraction.dates.named import year_given
from tradewatch.extraction.dates.tense import Tense
from tradewatch.extraction.dates.timex import shifted, year_before
from tradewatch.extraction.dates.values import Meaning, Reader


def _quarter(found: Found, context: Context) -> Meaning | None:
    letter = "H" if found.match["unit"].lower() == "half" else "Q"
    number = w.ORDINALS[found.match["ordinal"].lower()] or (2 if letter == "H" else 4)
    if number > (2 if letter == "H" else 4):
        return None
    year = year_given(found, context) or _year_before_it(found.match["before"], context)
    if year is None and found.match["ordinal"].lower() == "last":
        return None
    return _numbered(letter, number, year, found, context)


def _year_before_it(words: str | None, context: Context) -> int | None:
    """The year in "the 1988 second quarter", "last year's first quarter", "the year-ago third quarter"."""
    if not words:
        return None
    named = re.search(r"\d{4}", words)
    if named:
        return int(named[0])
    step = {"this": 0, "next": 1}.get(words.split()[0].lower(), -1)
    return context.said_on.year + step


def _numbered(letter: str, number: int, year: int | None, found: Found, context: Context) -> Meaning:
    if year is not None:
        return Meaning(timex=f"{year:04d}-{letter}{number}", source="explicit")
    inherited = context.inherited_year(found)
    if inherited is not None:
        return Meaning(timex=f"{inherited:04d}-{letter}{number}", source="inherited")
    said_on = context.said_on
    current = (said_on.month + 2) // 3 if letter == "Q" else (said_on.month + 5) // 6
    tense = context.tense(found)
    # A report tells of quarters that are over; "the second half" is as often the one to come.
    is_over = tense is Tense.PAST if letter == "H" else tense is not Tense.FUTURE
    year = said_on.year - (number > current and is_over)
    return Meaning(timex=f"{year:04d}-{letter}{number}", source="deictic")


def _q(found: Found, context: Context) -> Meaning | None:
    letter = (found.match["unit"] or found.match["unit2"]).upper()
    number = int(found.match["n"] or found.match["n2"])
    named = found.match["before"] or found.match["year"]
    if letter == "H" and (number > 2 or not (named or found.year)):
        return None
    year = (
        int(named)
        if named and len(named) == 4
        else 2000 + int(named.strip("'’"))
        if named
        else year_given(found, context)
    )
    return _numbered(letter, number, year, found, context)


def _period(found: Found, context: Context) -> Meaning | None:
    """ "the latest quarter", "the year-earlier period", "the 1988 period": the quarter that is spoken of."""
    which = found.match["which"].lower()
    spoken_of = context.quarter
    if which.isdigit():
        return Meaning(timex=f"{which}-{spoken_of[5:]}" if spoken_of else which, source="explicit")
    year = year_given(found, context)
    if year is not None:
        return Meaning(timex=f"{year:04d}-{spoken_of[5:]}" if spoken_of else f"{year:04d}", source="inherited")
    if not spoken_of and found.match["unit"].lower() != "quarter":
        return None
    spoken_of = spoken_of or shifted(context.said_on, "quarter", -1)
    if which in ("current",):
        return Meaning(timex=shifted(context.said_on, "quarter", 0), source="deictic")
    is_earlier = "year" in which or which in ("same", "comparable", "corresponding")
    return Meaning(timex=year_before(spoken_of) if is_earlier else spoken_of, source="inherited")


def _span(found: Found, _context: Context) -> Meaning | None:
    return duration(found.match["number"], found.match["unit"].lower())


_AFTER_THESE = re.compile(
    r"\b(?:for|within|in|of|over|than|about|after|once|nearly|almost|least|half|by|during|every|another|around|just|only)\s\Z",
    re.I,
)


def _duration(found: Found, context: Context) -> Meaning | None:
    """ "90 days", "one-year"; "25 million tonnes a year" is a rate, "a second round" no time at all."""
    number, unit = found.match["number"].lower(), found.match["unit"].lower()
    if unit == "second" and not found.match["s"]:
        return None
    if number in ("a", "an") and not _AFTER_THESE.search(context.text[max(0, found.start - 10) : found.start]):
        is_bare = found.match[0].lower().startswith(("a ", "an ", "a-"))
        return Meaning(timex=f"P1{w.UNIT_CODES.get(unit, 'Y')}", source="set") if is_bare else duration(number, unit)
    return duration(number, unit)


_ADVERBS = {"daily": "D", "weekly": "W", "monthly": "M", "quarterly": "Q", "annually": "Y", "yearly": "Y"}


def _set(found: Found, _context: Context) -> Meaning | None:
    if found.match["word"]:
        return Meaning(timex=f"P1{_ADVERBS[found.match['word'].lower()]}", source="set")
    unit = found.match["unit"].lower()
    if unit[:3] in w.WEEKDAYS and unit.endswith("day") and unit != "day":
        return Meaning(timex=f"XXXX-WXX-{w.weekday_number(unit) + 1}", source="set")
    if unit in w.UNIT_CODES:
        return Meaning(timex=f"P1{w.UNIT_CODES[unit]}".replace("PTS", "PT1S"), source="set")
    return Meaning(timex=f"XXXX-{w.month_number(unit):02d}", source="set") if unit[:3] in w.MONTHS else None


_PRESENT = frozenset({"now", "currently", "nowadays", "at present", "at the moment", "at this time"})


def _reference(found: Found, _context: Context) -> Meaning | None:
    words = " ".join(found.match["reference"].lower().split())
    value = "FUTURE_REF" if "future" in words else "PRESENT_REF" if words in _PRESENT else "PAST_REF"
    return Meaning(timex=value, source="reference")


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _last_monday_of_may(year: int) -> date:
    return date(year, 5, 31) - timedelta(date(year, 5, 31).weekday())


# Days that every US newspaper reader can place; movable feasts of other calendars are left alone.
_HOLIDAYS: dict[str, Callable[[int], date]] = {
    "thanksgiving": lambda year: _nth_weekday(year, 11, 3, 4),
    "christmas": lambda year: date(year, 12, 25),
    "christmas day": lambda year: date(year, 12, 25),
    "christmas eve": lambda year: date(year, 12, 24),
    "new year day": lambda year: date(year, 1, 1),
    "new year eve": lambda year: date(year, 12, 31),
    "labor day": lambda year: _nth_weekday(year, 9, 0, 1),
    "independence day": lambda year: date(year, 7, 4),
    "election day": lambda year: _nth_weekday(year, 11, 0, 1) + timedelta(1),
    "memorial day": _last_monday_of_may,
    "veterans day": lambda year: date(year, 11, 11),
    "halloween": lambda year: date(year, 10, 31),
    "valentine day": lambda year: date(year, 2, 14),
    "boxing day": lambda year: date(year, 12, 26),
}


# "will hopefully be completed by Thanksgiving": the participle tells of what is to come.
_IS_DUE = re.compile(
    r"\b(?:will|would|should|could|may|might|can|to)\b[^.;:]{0,60}\b(?:by|before|until|till|ahead\sof)\s\Z"
)


def _holiday(found: Found, context: Context) -> Meaning | None:
    name = re.sub(r"['’]?s?\s", " ", found.match["holiday"].lower().replace("thanksgiving day", "thanksgiving"))
    day_in = _HOLIDAYS.get(name) or _HOLIDAYS.get(found.match["holiday"].lower())
    if day_in is None:
        return None
    year = year_given(found, context)
    step = timedelta({"before": -1, "after": 1}.get((found.match["beside"] or "").lower(), 0))
    if year is not None:
        return Meaning(timex=(day_in(year) + step).isoformat(), source="explicit")
    said_on = context.said_on
    days = [day_in(number) + step for number in range(max(1, said_on.year - 1), min(9999, said_on.year + 1) + 1)]
    before = context.text[max(0, found.start - 90) : found.start]
    is_ahead = context.tense(found) is Tense.FUTURE or (found.match["which"] or "").lower() == "next"
    is_ahead = is_ahead or _IS_DUE.search(before) is not None
    behind = [day for day in days if day <= said_on]
    ahead = [day for day in days if day >= said_on]
    chosen = (ahead or days)[0] if is_ahead else (behind or days)[-1]
    return Meaning(timex=chosen.isoformat(), source="deictic")


def _months_of(found: Found, context: Context) -> Meaning | None:
    """ "the last two months of 2025": November and December."""
    said = {"last": -1, "next": 1}.get((found.match["said"] or "").lower(), 0)
    year = int(found.match["year"]) if found.match["year"] else context.said_on.year + said
    count = int(w.number_meant(found.match["count"].lower()) or 0)
    first = 1 if found.match["which"].lower() in ("first", "opening") else 13 - count
    months = (f"{year:04d}-{first:02d}", f"{year:04d}-{first + count - 1:02d}")
    return Meaning(timex=months[0], source="explicit", edtf="/".join(months))


def _years_ahead(found: Found, context: Context) -> Meaning:
    """ "each of the next three years", said in 2025: 2026 to 2028."""
    count = int(w.number_meant((found.match["count"] or found.match["after"]).lower()) or 0)
    first = context.said_on.year + 1
    return Meaning(timex=f"{first:04d}", source="deictic", edtf=f"{first:04d}/{first + count - 1:04d}")


READERS: dict[str, Reader] = {
    "quarter": _quarter, "q": _q, "period": _period, "span": _span, "duration": _duration, "set": _set,
    "reference": _reference, "holiday": _holiday, "months_of": _months_of,
    "years_ahead": _years_ahead,
}  # fmt: skip
