"""What is told as done lies behind the article's day, though the words around its date look ahead."""

import re
from dataclasses import replace
from datetime import date, timedelta

from tradewatch.extraction.dating import is_ahead
from tradewatch.extraction.event_dates import NO_DATE, EventDates, words_of
from tradewatch.vocabulary import Status

_SAID_AHEAD = re.compile(r"(?:this |the )?(?:next|coming|following)\b", re.I)
_HELD = ("talks.", "after_talks", "after_it")  # what says of talks that they have been


def _year_before(edtf: str) -> str:
    """The same days a year before, of what words tell as done: "after the Stockholm round of late July"."""
    return re.sub(r"20\d\d", lambda year: str(int(year[0]) - 1), edtf)


def turned_back(dates: EventDates, status: str, cue: str, published: date | None) -> EventDates:
    """A weekday of what is told as done lies behind the article's day: a week back where it was read as ahead.

    "The next morning" of a day that is still to come is none that the deed was done on.
    """
    ahead = status == Status.OCCURRED and is_ahead(dates.date.edtf, published)
    held = cue.startswith(_HELD) and dates.date.rule == "nearest_explicit"
    if ahead and held and not re.search(r"20\d\d", words_of(dates.date)):
        return replace(dates, date=replace(dates.date, edtf=_year_before(dates.date.edtf)))
    ahead = ahead and not cue
    if ahead and dates.date.rule == "nearest_inherited":
        return replace(dates, date=NO_DATE)
    if (
        not ahead
        or dates.date.rule != "nearest_weekday"
        or "/" in dates.date.edtf
        or _SAID_AHEAD.match(words_of(dates.date))
    ):
        return dates
    day = date.fromisoformat(dates.date.edtf) - timedelta(weeks=1)
    return replace(dates, date=replace(dates.date, edtf=day.isoformat()))
