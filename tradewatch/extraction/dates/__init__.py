"""Time expressions of an article, and the days, months, quarters and years that they mean."""

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta

from tradewatch.edtf import precision_of
from tradewatch.extraction.datatypes import TimeExpression

_MONTHS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)(?![a-z])"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,]\d)"
_YEAR = r"(?:19\d\d|20\d\d)(?![\d%]|,\d|\.\d)"
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_PATTERN = re.compile(
    rf"(?P<iso>\b\d{{4}}-\d\d-\d\d\b)"
    rf"|\b(?P<m>{_MONTH})\s(?P<d>{_DAY})(?:\s?[-–]\s?(?P<d2>{_DAY})|\sand\s(?P<d3>{_DAY}))?(?:,?\s(?P<y>{_YEAR}))?"
    rf"|\b(?P<dd>{_DAY})\s(?P<dm>{_MONTH})(?:,?\s(?P<dy>{_YEAR}))?"
    rf"|\b(?P<mm>{_MONTH})(?:,?\s(?P<my>{_YEAR}))"
    rf"|\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y)\s(?P<mo>{_MONTH})\b"
    rf"|\b(?P<wd>{_WEEKDAY})\b|\b(?P<rel>[Tt]oday|[Yy]esterday|[Tt]omorrow)\b|\b(?P<year>20[12]\d)\b(?![-,.]?\d)"
    rf"|\b(?P<n>\d+|one|two|three|six|twelve)[ -](?P<u>day|week|month|year)s?\b"
)
_WORDS = {"one": 1, "two": 2, "three": 3, "six": 6, "twelve": 12}


def time_expressions(text: str, *, said_on: date) -> Sequence[TimeExpression]:
    """The time expressions of `text`, in order, as a reader on `said_on` understands them."""
    found = []
    for match in _PATTERN.finditer(text):
        rule, edtf, timex = _meaning(match, said_on)
        start, end = match.span("mo") if match["mo"] else match.span()
        source = {"wd": "weekday", "rel": "deictic", "u": "duration"}.get(rule, "explicit")
        found.append(
            TimeExpression(
                start=start, end=end, text=text[start:end], edtf=edtf, timex=timex or edtf,
                precision=precision_of(edtf), source=source, rule=rule,
            )
        )
    return [expression for expression in found if expression.edtf or expression.timex]


def _meaning(match: re.Match[str], said_on: date) -> tuple[str, str, str]:
    group = match.groupdict()
    if group["iso"]:
        return "iso", _day(*map(int, group["iso"].split("-"))), ""
    if group["wd"]:
        back = (said_on.weekday() - list(calendar.day_name).index(group["wd"])) % 7
        return "weekday", (said_on - timedelta(back)).isoformat(), ""
    if group["rel"]:
        step = {"y": -1, "t": 0}[group["rel"][0].lower()] if "orrow" not in group["rel"] else 1
        return "rel", (said_on + timedelta(step)).isoformat(), ""
    if group["u"]:
        count = _WORDS.get(group["n"]) or int(group["n"])
        return "u", "", f"P{count}{group['u'][0].upper()}"
    if group["year"]:
        return "year", group["year"], ""
    return _calendar_date(group, said_on)


def _calendar_date(group: dict[str, str | None], said_on: date) -> tuple[str, str, str]:
    month = _MONTHS[(group["m"] or group["dm"] or group["mm"] or group["mo"] or "")[:3].lower()]
    year = int(group["y"] or group["dy"] or group["my"] or said_on.year)
    first, last = group["d"] or group["dd"], group["d2"] or group["d3"]
    if not first:
        return "month", f"{year}-{month:02d}", ""
    start = _day(year, month, int(re.sub(r"\D", "", first)))
    end = _day(year, month, int(re.sub(r"\D", "", last))) if last else ""
    return ("range", f"{start}/{end}", "") if start and end > start else ("date", start, "")


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
