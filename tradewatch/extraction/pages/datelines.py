"""The place, day and agency that open a wire story."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from tradewatch.extraction.dates import words as w
from tradewatch.extraction.dates.named import day_numbered

_PLACE = r"[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3}(?:,\s[A-Z][A-Za-z. ]{2,24}?)?"
_DAY = rf"(?P<month>{w.MONTH})\s(?P<day>{w.DAY})(?:,?\s(?P<year>{w.YEAR}))?"
_AGENCY = r"\((?P<agency>[^()]{2,40})\)"
_DASH = r"\s?(?:--+|—|–|-)\s?"
_LATE_DAY = rf"(?P<month2>{w.MONTH})\s(?P<day2>{w.DAY})(?:,?\s(?P<year2>{w.YEAR}))?"
_DATELINE = re.compile(
    rf"(?P<place2>{_PLACE})\s\((?P<agency2>[^()]{{2,40}})\){_DASH}{_LATE_DAY}"
    rf"|(?P<place>{_PLACE})(?:,\s{_DAY})?(?:,?\s{_AGENCY})?{_DASH}"
    rf"|(?P<month3>{w.MONTH})\s(?P<day3>{w.DAY})(?:,?\s(?P<year3>{w.YEAR}))?\s\((?P<agency3>[^()]{{2,40}})\){_DASH}"
)
YEAR_OF_RECORD = 2025  # that of the dispute, by the codebook
_YEAR = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """What a dateline says; `year` is None where it leaves it to the reader."""

    text: str
    month: int | None = None
    day: int | None = None
    year: int | None = None


def dateline_of(paragraph: str) -> Dateline | None:
    """The dateline that opens a paragraph, or None.

    BEIJING, April 4 (Agency) --
    WASHINGTON (Agency) - April 9, 2025
    April 9 (Agency) -
    """
    found = _DATELINE.match(paragraph)
    if not found:
        return None
    parts = found.groupdict()
    mark = "" if parts["place"] else "2" if parts["place2"] else "3"
    if not parts[f"month{mark}"] and not parts[f"agency{mark}"]:
        return None
    text = found[0].rstrip(" -—–")
    if not parts[f"month{mark}"]:
        return Dateline(text=text)
    return Dateline(
        text=text,
        month=w.month_number(parts[f"month{mark}"]),
        day=int(re.sub(r"\D", "", parts[f"day{mark}"])),
        year=int(parts[f"year{mark}"]) if parts[f"year{mark}"] else None,
    )


def day_of_dateline(dateline: Dateline, text: str) -> date | None:
    """The day of a dateline; a year that it leaves out is that from 2025 on which the text names most, else 2025."""
    if dateline.month is None or dateline.day is None:
        return None
    return day_numbered(dateline.year or _usual_year(text), dateline.month, dateline.day)


def _usual_year(text: str) -> int:
    years = Counter(year for year in map(int, _YEAR.findall(text)) if year >= YEAR_OF_RECORD)
    return years.most_common(1)[0][0] if years else YEAR_OF_RECORD
