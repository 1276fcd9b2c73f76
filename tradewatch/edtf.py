"""EDTF values (ISO 8601-2, levels 0 and 1): their bounds, their wording, and what a person types.

The record holds years, months, days and intervals of them, either end of which may be open: `2025`, `2025-10`,
`2025-10-30`, `2025-10-25/2025-10-26`, `2025-10-10/..`, `../2025-05-14`. The empty text is "not known".
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import edtf as edtf_library

OPEN = ".."
UNBOUNDED = 100_000  # days
MONTHS = calendar.month_name
_MONTH_NUMBER = {name[:3].lower(): number for number, name in enumerate(MONTHS) if name}


class NotADate(ValueError):
    """A text that is no EDTF value of level 0 or 1, or names a day that does not exist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The first and last day that a value may mean; None where that end is open or nothing is known."""

    earliest: date | None
    latest: date | None

    def overlaps(self, other: "Bounds") -> bool:
        """True when some day lies in both; an open end reaches for ever."""
        if self.latest and other.earliest and self.latest < other.earliest:
            return False
        return not (other.latest and self.earliest and other.latest < self.earliest)


@lru_cache(maxsize=8192)
def bounds_of(value: str) -> Bounds:
    """The first and last day of an EDTF value; both None for the empty text. Raises NotADate."""
    if not value:
        return Bounds(earliest=None, latest=None)
    start, slash, end = value.partition("/")
    if not slash:
        return _atom(start)
    if {start, end} <= {OPEN, ""}:
        raise NotADate(f"“{value}” has no end that is known.")
    earliest = None if start in (OPEN, "") else _atom(start).earliest
    latest = None if end in (OPEN, "") else _atom(end).latest
    if earliest and latest and latest < earliest:
        raise NotADate(f"“{value}” ends before it begins.")
    return Bounds(earliest=earliest, latest=latest)


@lru_cache(maxsize=8192)
def _atom(text: str) -> Bounds:
    # The library accepts more than the record holds (centuries, seasons, masked digits); the form is checked first.
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?[~?%]?", text):
        raise NotADate(f"“{text}” is no year, month or day such as 2025, 2025-10 or 2025-10-30.")
    try:
        plain = text.rstrip("~?%")
        if len(plain) == len("2025-10-30"):
            # Nine values in ten are days, and the library's grammar takes milliseconds for each.
            return Bounds(earliest=date.fromisoformat(plain), latest=date.fromisoformat(plain))
        parsed = edtf_library.parse_edtf(plain)
        low, high = parsed.lower_strict(), parsed.upper_strict()
        return Bounds(earliest=date(*low[:3]), latest=date(*high[:3]))
    except (edtf_library.EDTFParseException, ValueError) as error:
        raise NotADate(f"“{text}” is no day of the calendar.") from error


def is_valid(value: str) -> bool:
    """True for the empty text and for every value that has bounds."""
    try:
        bounds_of(value)
    except NotADate:
        return False
    return True


def precision_of(value: str) -> str:
    """ "day", "month", "year", "interval", "open" or "unknown"."""
    if not value:
        return "unknown"
    start, slash, end = value.partition("/")
    if slash:
        return "open" if start in (OPEN, "") or end in (OPEN, "") else "interval"
    return {4: "year", 7: "month", 10: "day"}[len(start.rstrip("~?%"))]


def rank_of(value: str) -> int:
    """How precise a value is, most precise first: 0 a day, then intervals of days, months, years, open, unknown."""
    order = ["day", "interval", "month", "year", "open", "unknown"]
    return order.index(precision_of(value))


def days_meant(value: str) -> int:
    """How many days a value may mean, the fewest being the most precise; many thousand where an end is open."""
    bounds = bounds_of(value)
    if not bounds.earliest or not bounds.latest:
        return UNBOUNDED
    return (bounds.latest - bounds.earliest).days + 1


def interval(start: date | None, end: date | None) -> str:
    """The EDTF value from one day to another; the same day twice is that day. None is an open end."""
    if start and start == end:
        return start.isoformat()
    if not start and not end:
        return ""
    return f"{start.isoformat() if start else OPEN}/{end.isoformat() if end else OPEN}"


def wording(value: str) -> str:
    """What a reader sees, with no more precision than the value has.

    2025-10-30 → "30 October 2025"; 2025-10 → "October 2025"; 2025-10-25/2025-10-26 → "25–26 October 2025";
    2025-10-10/.. → "from 10 October 2025"; ../2025-05-14 → "by 14 May 2025"; "" → "not known".
    """
    if not value:
        return "not known"
    start, slash, end = value.partition("/")
    if not slash:
        return _atom_wording(start)
    if start in (OPEN, ""):
        return f"by {_atom_wording(end)}"
    if end in (OPEN, ""):
        return f"from {_atom_wording(start)}"
    return _span_wording(start, end)


def _span_wording(start: str, end: str) -> str:
    """What both ends share is said once."""
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{int(start[8:])}–{_atom_wording(end)}"
    if len(start) == len(end) == 10 and start[:4] == end[:4]:
        return f"{int(start[8:])} {MONTHS[int(start[5:7])]} – {_atom_wording(end)}"
    return f"{_atom_wording(start)} – {_atom_wording(end)}"


def _atom_wording(text: str) -> str:
    plain, doubt = text.rstrip("~?%"), text[-1] in "~?%"
    parts = [int(part) for part in plain.split("-")]
    words = str(parts[0])
    if len(parts) > 1:
        words = f"{MONTHS[parts[1]]} {words}"
    if len(parts) > 2:
        words = f"{parts[2]} {words}"
    return f"about {words}" if doubt else words


_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAYS = r"(?P<day>\d{1,2})(?:\s*(?:-|–|to|and)\s*(?P<last>\d{1,2}))?"
_TYPED = [
    re.compile(rf"{_DAYS}\s+{_MONTH},?\s*(?P<year>\d{{4}})?", re.I),
    re.compile(rf"{_MONTH}\s+{_DAYS}(?:,?\s+(?P<year>\d{{4}}))?", re.I),
    re.compile(rf"{_MONTH},?\s*(?P<year>\d{{4}})?", re.I),
]


def typed(text: str, *, year: int) -> str:
    """The EDTF value that a person means; `year` completes a date without one. Raises NotADate.

    "25-26 Oct 2025" → 2025-10-25/2025-10-26; "Oct 2025" → 2025-10; "by 10 Nov" → ../2025-11-10;
    "from 1 Nov" and "after 1 Nov" → 2025-11-01/..; EDTF itself passes through; "" and "unknown" → "".
    """
    text = " ".join(text.split())
    if text.lower() in ("", "unknown", "not known"):
        return ""
    lead = re.match(r"(by|until|before|from|since|after)\s+", text, re.I)
    if lead:
        inner = typed(text[lead.end() :], year=year)
        if not inner or "/" in inner:
            raise NotADate(f"“{text}” needs one date after “{lead[1]}”.")
        return f"{OPEN}/{inner}" if lead[1].lower() in ("by", "until", "before") else f"{inner}/{OPEN}"
    value = _typed_atom(text, year)
    if value is None:
        bounds_of(text)
        return text
    bounds_of(value)
    return value


def _typed_atom(text: str, year: int) -> str | None:
    for pattern in _TYPED:
        found = pattern.fullmatch(text)
        if not found:
            continue
        parts = found.groupdict()
        month = f"{parts.get('year') or year}-{_MONTH_NUMBER[parts['month'][:3].lower()]:02d}"
        if not parts.get("day"):
            return month
        first = f"{month}-{int(parts['day']):02d}"
        return f"{first}/{month}-{int(parts['last']):02d}" if parts.get("last") else first
    return None


def days_between(earlier: str, later: str) -> int | None:
    """Days from one value to another; None unless both name a single day: no lag between inexact dates."""
    if precision_of(earlier) != "day" or precision_of(later) != "day":
        return None
    return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])) // timedelta(days=1)
