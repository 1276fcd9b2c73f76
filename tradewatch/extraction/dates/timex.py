"""TIMEX3 values of calendar times: the days they cover, their EDTF form, and steps along the calendar.

"2025-10-30", "2025-10-30T09:00", "2025-W44", "2025-W44-WE", "2025-10", "2025-Q4", "2025-H2", "2025-SP", "2025", "198"
(a decade), "19" (a century).
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from tradewatch.edtf import interval

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FORMS = [
    ("day", re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")),
    ("week", re.compile(r"\d{4}-W\d\d(?:-WE)?")),
    ("month", re.compile(r"\d{4}-\d\d")),
    ("quarter", re.compile(r"\d{4}-Q[1-4]")),
    ("half", re.compile(r"\d{4}-H[12]")),
    ("season", re.compile(r"\d{4}-(?:SP|SU|FA|WI)")),
    ("year", re.compile(r"\d{4}")),
    ("decade", re.compile(r"\d{3}")),
    ("century", re.compile(r"\d{2}")),
]


@lru_cache(maxsize=16384)
def precision_of_timex(value: str) -> str:
    """ "day", "week", "month", "quarter", "half", "season", "year", "decade", "century", or "" for anything else."""
    return next((name for name, form in _FORMS if form.fullmatch(value)), "")


@lru_cache(maxsize=16384)
def edtf_of_timex(value: str) -> str:
    """The EDTF value: days, months and years as they are, what lies between as an interval of days or months.

    2025-10-30T09:00 → 2025-10-30; 2025-W44 → 2025-10-27/2025-11-02; 2025-Q4 → 2025-10/2025-12; 198 → 1980/1989.
    """
    precision = precision_of_timex(value)
    if precision in ("month", "year"):
        return value
    if precision == "day":
        return value[:10]
    if precision == "week":
        monday = date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
        return interval(monday + timedelta(5 if value.endswith("WE") else 0), monday + timedelta(6))
    if precision in ("quarter", "half", "season"):
        return _months(int(value[:4]), value[5:])
    if precision in ("decade", "century"):
        return f"{value:0<4}/{value:9<4}"
    return ""


def _months(year: int, part: str) -> str:
    length = 6 if part[0] == "H" else 3
    first = _SEASON_STARTS[part] if part in _SEASON_STARTS else length * (int(part[1]) - 1) + 1
    last = year * 12 + first - 1 + length - 1
    return f"{year:04d}-{first:02d}/{last // 12:04d}-{last % 12 + 1:02d}"


def day_of(value: str) -> date | None:
    """The day of a value of day precision."""
    return date.fromisoformat(value[:10]) if precision_of_timex(value) == "day" else None


def first_day(value: str) -> date | None:
    """The first day that a calendar value covers; None for other values and for years outside the calendar."""
    edtf = edtf_of_timex(value).partition("/")[0]
    try:
        return date.fromisoformat(edtf + "0001-01-01"[len(edtf) :]) if edtf else None
    except ValueError:
        return None


def shifted(day: date, unit: str, step: int) -> str:
    """The day, week, month … that lies `step` units from that of `day`; "" beyond the calendar.

    shifted(2025-10-28, "month", -1) → "2025-09"; (…, "week", 1) → "2025-W45"
    """
    try:
        return _shifted(day, unit, step)
    except (OverflowError, ValueError):
        return ""


def _shifted(day: date, unit: str, step: int) -> str:
    if unit == "day":
        return (day + timedelta(step)).isoformat()
    if unit in ("week", "weekend", "fortnight"):
        return week_of(day + timedelta(7 * step)) + ("-WE" if unit == "weekend" else "")
    if unit in ("month", "quarter"):
        size = {"month": 12, "quarter": 4}[unit]
        index = day.year * size + (day.month - 1) * size // 12 + step
        return _checked(index // size, f"-{index % size + 1:02d}" if unit == "month" else f"-Q{index % size + 1}")
    if unit == "year":
        return _checked(day.year + step, "")
    if unit == "decade":
        return _checked(day.year + 10 * step, "")[:3]
    return ""


def _checked(year: int, rest: str) -> str:
    if not 1 <= year <= 9999:
        raise ValueError(year)
    return f"{year:04d}{rest}"


def week_of(day: date) -> str:
    """2025-10-28 → "2025-W44"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def year_before(value: str, years: int = 1) -> str:
    """The same quarter, month or day some years earlier: ("2025-Q3", 1) → "2024-Q3"; 29 February falls to the 28th."""
    year = int(value[:4]) - years
    if year < 1:
        return ""
    rest = value[4:10]
    return f"{year:04d}{'-02-28' if rest == '-02-29' else rest}"
