"""Days written in numbers: "2025-10-30", "10/30/2025", "30.10.2025", and the "30-Oct-25" of a table."""

import re
from datetime import date

from tradewatch.extraction.dates import words as w
from tradewatch.extraction.dates.context import Context
from tradewatch.extraction.dates.forms import Found
from tradewatch.extraction.dates.named import day_numbered, day_read
from tradewatch.extraction.dates.values import Meaning, Reader

CENTURY = 2000  # of "30-Oct-25"


def _numeric(found: Found, _context: Context) -> Meaning | None:
    """The day that the numbers name; None where the calendar has none."""
    text = found.match[0]
    if found.rule == "compact":
        named = day_numbered(int(text[:4]), int(text[4:6]), int(text[6:]))
    elif found.rule == "tabular":
        named = _of_table(text)
    elif found.rule == "iso":
        named = day_numbered(*(int(found.match[name]) for name in ("year", "month", "day")))
    else:
        named = day_read(text)
    return Meaning(timex=named.isoformat(), source="explicit") if named else None


def _of_table(text: str) -> date | None:
    """ "9-Oct-25", "09.10.2025": the day first."""
    day, month, year = re.split(r"\W", text)
    number = int(month) if month.isdigit() else w.month_number(month)
    return day_numbered(int(year) % CENTURY + CENTURY, number, int(day))


READERS: dict[str, Reader] = {"iso": _numeric, "slash": _numeric, "compact": _numeric, "tabular": _numeric}
