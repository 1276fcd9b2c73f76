"""What an envelope states under a key, as words, an address, a genre or a moment; what it cannot mean is refused."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.dateparse import parse_date, parse_datetime

from tradewatch.extraction.pages.envelope import moment_in
from tradewatch.ingestion.inputs import Refused
from tradewatch.vocabulary import Genre

_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def words(path: str, said: Mapping[str, Any], *keys: str) -> str:
    """The words under the first of the keys that has any, on one line; "" where none has. Raises Refused for a list."""
    for key in keys:
        value = said.get(key)
        if isinstance(value, list | dict | set):
            raise Refused(path, f"the value of “{key}” is no text.")
        if value is not None and str(value).strip():
            return " ".join(str(value).split())
    return ""


def address(url: str) -> str:
    """The address, if it is one of the web; "" otherwise."""
    return url if re.match(r"https?://[^\s/]+", url) else ""


def genre(path: str, said: Mapping[str, Any]) -> str:
    """The genre that is stated, or "". Raises Refused for a word that is none."""
    word = words(path, said, "genre")
    known = [one.value for one in Genre]
    if word and word not in known:
        raise Refused(path, f"“{word[:40]}” is no genre; {', '.join(known)} are.")
    return word


def moment(path: str, said: Mapping[str, Any], *keys: str) -> datetime | date | None:
    """The time or day under the first of the keys that is there. Raises Refused for one that does not exist."""
    key = next((key for key in keys if said.get(key)), keys[0])
    value = said.get(key)
    if isinstance(value, date):
        return _of_our_time(path, key, value)
    text = words(path, said, key)
    if not text:
        return None
    try:
        found = parse_datetime(text) or parse_date(text) or moment_in(text)
    except ValueError as error:
        raise Refused(path, f"“{text[:40]}” ({key}) is no day of the calendar.") from error
    if found is None:
        raise Refused(path, f"“{text[:40]}” ({key}) is no date such as 2025-05-12 or 2025-05-12T09:00:00-04:00.")
    return _of_our_time(path, key, found)


def stated_day(when: datetime | date) -> date:
    return when.date() if isinstance(when, datetime) else when


def _of_our_time(path: str, key: str, when: datetime | date) -> datetime | date:
    if not _FIRST_YEAR <= when.year <= _LAST_YEAR:
        raise Refused(path, f"“{when.isoformat()}” ({key}) is no day on which an article can have appeared.")
    return when
