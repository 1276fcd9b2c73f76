"""The lines of a page that say when it was published and updated, in their many forms, with the zone where given."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone, tzinfo

from tradewatch.extraction.dates import words as w
from tradewatch.extraction.dates.named import day_numbered

# Longer lines are prose.
_LONGEST_STAMP = 160
_LONGEST_NAME = 7  # words
_DATE = re.compile(
    rf"(?P<iso>(?P<y>\d{{4}})[-/.](?P<mo>\d{{1,2}})[-/.](?P<d>\d{{1,2}}))(?:T|(?!\d))"
    rf"|(?P<month>{w.MONTH})\s(?P<day>{w.DAY}),?\s(?P<year>{w.YEAR})"
    rf"|(?P<day2>{w.DAY})(?:\sof)?\s(?P<month2>{w.MONTH}),?\s(?P<year2>{w.YEAR})"
    rf"|(?P<month3>\d{{1,2}})/(?P<day3>\d{{1,2}})/(?P<year3>\d{{4}})"
    r"|(?P<day4>\d{1,2})\.(?P<month4>\d{1,2})\.(?P<year4>\d{4})(?!\d)"
    r"|(?P<year5>\d{4})年(?P<month5>\d{1,2})月(?P<day5>\d{1,2})日",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<!\d)(?<!\d:)(?:(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::\d\d(?:\.\d{1,6})?)?\s?(?P<half>[ap])\.?m\b\.?"
    r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?"
    r"|(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?=\s?(?:GMT|UTC|HKT)\b))"
    rf"(?:,?\s?\(?(?P<zone>Z\b|[+-]\d\d:?\d\d|UTC[+-]\d{{1,2}}|{w.ZONE})\)?)?",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:last\s)?(?:updated|modified|revised|edited)(?:\s(?:at|on))?\s?:?", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:first\s)?(?:published|posted|created|issued|released|publish(?:ed)?\s(?:time|date)|publication\sdate|date|time"
    r"|release\sdate|for\simmediate\srelease|filed|on|at|in|by)\b\s?:?",
    re.IGNORECASE,
)
_FILLER = re.compile(
    rf"\b{w.WEEKDAY},?|\b{w.WEEKDAY_SHORT}|\b(?:mon|tue|wed|thu|fri|sat|sun)\b,?|\d+\s?-?\s?(?:min(?:ute)?s?)(?:\s(?:read|ago))?|\bread\b"
    r"|\b(?:source|editors?|author):\s?[\w'’-]+"
    r"|\b(?:local|Beijing)\stime\b|\b[A-Z]{2,4}T\b"
    r"|\b(?:in\s)?(?:London|Beijing|Shanghai|Washington|New\sYork|Chicago|Hong\sKong|Singapore|Tokyo|Brussels|Geneva)\b",
    re.IGNORECASE,
)
# "Harbour Letter   No. 23   June 5, 2025", "The Tariff Week | Issue 14 | 9 May 2025": the head of a newsletter.
_MASTHEAD = re.compile(
    r"(?P<name>[A-Z][\w'’&(),. -]{2,60}?)[\s|·•,–—-]*"
    r"(?:\b(?:No\.?|Nr\.?|Number|Issue|Edition|Vol(?:ume)?\.?)\s?#?\d+[\s|·•,–—-]*){1,2}",
    re.IGNORECASE,
)
_NUMBERED_ACT = re.compile(
    r"\b(?:announcements?|orders?|notices?|decrees?|proclamations?|regulations?|directives?|rules?|resolutions?|documents?"
    r"|docket|register|section|case)\b",
    re.IGNORECASE,
)
# What may part a date from a name or label beside it: "Trade Update • April 10, 2025", "[April 9, 2025] By Ana Lind".
_PARTED = re.compile(r"(?:[|•·–—,:/()\[\]-]|\bby\b)\s?", re.IGNORECASE)
# "us-china-trade-war 27 March 2025": the tag that a site files a page under.
_TAG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){1,7}")
_FIRST_YEAR = 2025  # of the record, by the codebook: an older day beside a name is that of the paper so named
_IN_ADDRESS = re.compile(r"(?<!\d)(20\d\d)[-/_](\d\d)[-/_](\d\d)(?!\d)")
_LONGEST_BESIDE = 8  # words beside the date
_MONTHS = 12
_SMALL = frozenset(
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "&", "de", "la", "van", "von"]
)
_OFFSETS = {
    "z": 0, "gmt": 0, "utc": 0, "bst": 1, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7, "cet": 1, "cest": 2, "hkt": 8, "sgt": 8, "jst": 9, "kst": 9, "beijing time": 8, "shanghai time": 8,
    "hong kong time": 8, "greenwich mean time": 0, "eastern standard time": -5, "eastern daylight time": -4,
}  # fmt: skip
_US_CLOCKS = {"et": -5, "ct": -6, "mt": -7, "pt": -8, "eastern time": -5, "central time": -6, "pacific time": -8,
              "new york time": -5, "washington time": -5}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """When a page says it was published and updated; None is not said."""

    published: datetime | date | None = None
    updated: datetime | date | None = None


def stamp_in(line: str) -> Stamp | None:
    """What a line says of its page's dates; None when it is no such line.

    2025-10-28 13:49 Last Updated At:13:49
    Published: 11 April 2025, 18:40 GMT | Updated: 12 April 2025, 07:10 GMT
    Friday, April 11, 2025 6:40 p.m. ET
    HARBOUR LETTER   No. 23   June 5, 2025
    """
    if len(line) > _LONGEST_STAMP or not any(character.isdigit() for character in line):
        return None
    first = _DATE.search(line)
    if first is None or _day_of(first) is None or not (_is_bare(line) or _is_masthead(line[: first.start()])):
        return None
    update = _UPDATED.search(line)
    if update is None:
        return Stamp(published=_moment(line))
    if update.start() < first.start() and not _DATE.search(line, first.end()):
        return Stamp(updated=_moment(line))
    before, after = (line[: update.start()], line[update.start() :])
    if not _DATE.search(before):
        before, after = _swapped(line, first)
    return Stamp(published=_moment(before), updated=_moment(after, day=_day_of(first)))


def head_stamp_in(line: str) -> Stamp | None:
    """What a line at the head of a page says of its dates, where a name or label stands beside them; else None.

    Trade Update • April 10, 2025
    [December 19, 2025] By Ana Lind
    Ana Lind, 2025-11-13
    Harbour TV World 2025-06-28 14:17 3
    us-china-trade-war 27 March 2025
    """
    known = stamp_in(line)
    if known or len(line) > _LONGEST_STAMP or line.rstrip().endswith((".", "?", "!")):
        return known
    dates = list(_DATE.finditer(line))
    day = _day_of(dates[0]) if len(dates) == 1 else None
    if day is None or day.year < _FIRST_YEAR:
        return None
    before, after = line[: dates[0].start()].strip(), line[dates[0].end() :].strip()
    time = _TIME.match(after)
    parted = time or not before or _PARTED.fullmatch(before[-1]) or _TAG.fullmatch(before) or _LABEL.fullmatch(before)
    parted = parted and (time or not after or _PARTED.match(after) or _LABEL.fullmatch(before))
    words = re.findall(r"[^\W\d_][\w'’.-]*", f"{'' if _TAG.fullmatch(before) else _LABEL.sub('', before)} {after}")
    names = not any(word[0].islower() and word.lower() not in _SMALL for word in words)
    return Stamp(published=_moment(line)) if parted and names and len(words) <= _LONGEST_BESIDE else None


def day_in_address(address: str) -> date | None:
    """The day in "https://example.org/2025/04/09/duties" and "2025-04-09-duties.txt"; None where there is none."""
    found = _IN_ADDRESS.search(address)
    day = day_numbered(*(int(part) for part in found.groups())) if found else None
    return day if day and day.year >= _FIRST_YEAR else None


def _swapped(line: str, first: re.Match[str]) -> tuple[str, str]:
    """("Updated: <date> | Published: <date>") → the published part, the updated part."""
    second = _DATE.search(line, first.end())
    label = line.rfind(" ", 0, second.start() if second else len(line))
    return line[label:], line[:label]


def earliest_stamp(stamps: Iterable[Stamp]) -> Stamp:
    """One stamp of several lines: the first of each kind."""
    published = updated = None
    for stamp in stamps:
        published = published or stamp.published
        updated = updated or stamp.updated
    return Stamp(published=published, updated=updated)


def _is_bare(line: str) -> bool:
    """True when hardly a word is left after dates, times, labels and weekdays."""
    rest = line
    for form in (_DATE, _TIME, _UPDATED, _FILLER, _LABEL):
        rest = form.sub(" ", rest)
    return len(re.findall(r"[^\W\d_]{2,}", rest)) == 0


def _is_masthead(before: str) -> bool:
    """True for the name and number of a newsletter before its date; an order or notice is numbered too, but no head."""
    found = _MASTHEAD.fullmatch(before)
    return found is not None and len(found["name"].split()) <= _LONGEST_NAME and not _NUMBERED_ACT.search(found["name"])


def _moment(text: str, *, day: date | None = None) -> datetime | date | None:
    found = _DATE.search(text)
    day = (_day_of(found) if found else None) or day
    if day is None:
        return None
    # The time may stand before or after its date, but is not part of it.
    rest = f"{text[: found.start()]} {text[found.end() :]}" if found else text
    time = _TIME.search(rest)
    return _at(day, time) if time else (day if found else None)


def _day_of(found: re.Match[str]) -> date | None:
    if found["iso"]:
        return day_numbered(int(found["y"]), int(found["mo"]), int(found["d"]))
    for mark in ("", "2"):
        if found[f"month{mark}"]:
            digits = re.sub(r"\D", "", found[f"day{mark}"])
            return day_numbered(int(found[f"year{mark}"]), w.month_number(found[f"month{mark}"]), int(digits))
    mark = next(mark for mark in "345" if found[f"year{mark}"])
    year, month, day = (int(found[f"{part}{mark}"]) for part in ("year", "month", "day"))
    if mark == "4" and month != day:  # 31.10.2025 of Europe, 10.31.2025 of American law firms; 4.10.2025 tells nothing
        if max(month, day) <= _MONTHS:
            return None
        month, day = min(month, day), max(month, day)
    return day_numbered(year, month, day)


def _at(day: date, time: re.Match[str]) -> datetime | date:
    if time["military"]:
        hour, minute = int(time["military"][:2]), int(time["military"][2:])
    elif time["hour24"]:
        hour, minute = int(time["hour24"]), int(time["minute24"])
    else:
        hour = int(time["hour"]) % 12 + (12 if time["half"].lower() == "p" else 0)
        minute = int(time["minute"])
    if minute > 59:
        return day
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone_named(time["zone"] or "", day))


def zone_named(name: str, day: date) -> tzinfo | None:
    """The zone of "GMT", "+08:00", "ET" (summer time by the US rule of 2007) …; None for a name that is not known."""
    name = " ".join(name.split()).lower()
    numeric = re.fullmatch(r"(?:utc|gmt)?\s?([+-])(\d{1,2}):?(\d\d)?", name)
    if numeric:
        minutes = int(numeric[2]) * 60 + int(numeric[3] or 0)
        return timezone(timedelta(minutes=minutes if numeric[1] == "+" else -minutes)) if minutes < 24 * 60 else None
    if name in _US_CLOCKS:
        return timezone(timedelta(hours=_US_CLOCKS[name] + _is_us_summer(day)))
    return timezone(timedelta(hours=_OFFSETS[name])) if name in _OFFSETS else None


def _is_us_summer(day: date) -> bool:
    """From the second Sunday of March to the first Sunday of November."""
    return _sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1)


def _sunday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta((calendar.SUNDAY - first.weekday()) % 7 + 7 * (nth - 1))
