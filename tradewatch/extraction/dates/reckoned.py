"""Days and weeks told by their place: "the last day of July", "the second week of April"."""

from calendar import monthrange
from datetime import date, timedelta

from tradewatch.extraction.dates import words as w
from tradewatch.extraction.dates.context import Context
from tradewatch.extraction.dates.forms import Found
from tradewatch.extraction.dates.named import nearest_month_year, year_given
from tradewatch.extraction.dates.values import Meaning, Reader

_WEEK = 7


def _within_month(found: Found, context: Context) -> Meaning | None:
    """A day of a month, or the days of its first, second … or last week, counted by seven."""
    month = w.month_number(found.match["month"])
    year = year_given(found, context) or context.inherited_year(found)
    year = year or nearest_month_year(month, context.said_on, context.tense(found))
    length = monthrange(year, month)[1]
    place = w.ORDINALS.get(found.match["ordinal"].lower(), 0)  # 0 is the last
    if found.match["unit"].lower() == "day":
        return Meaning(timex=date(year, month, place or length).isoformat(), source="explicit")
    first = date(year, month, 1 + _WEEK * (place - 1) if place else length - _WEEK + 1)
    span = f"{first.isoformat()}/{(first + timedelta(_WEEK - 1)).isoformat()}"
    return Meaning(timex=f"{year:04d}-{month:02d}", source="explicit", edtf=span)


READERS: dict[str, Reader] = {"within_month": _within_month}
