"""What is wrong with a query, each thing in a sentence: keys that do not exist, values that are no text, day or mark.

A key that is not of the language is a problem too: a mistyped `sdie=us` would otherwise show, and export, everything.
Only what htmx and the web's trackers add to an address is passed over.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from tradewatch import edtf
from tradewatch.records.filter_terms import MOST_PROBLEMS, Problem
from tradewatch.records.sorting import Sort

WINDOW = ("from", "to")
LONGEST_VALUE = 200
_NOISE = ("utm_", "fbclid", "gclid", "org.htmx.", "_")
_DAYS = ("day", "month", "year")


def misshapen(given: Mapping[str, Sequence[str]], keys: Sequence[str], singles: Sequence[str]) -> list[Problem]:
    """Keys that are not of the language, values that are no text, single keys given twice."""
    found: list[Problem] = []
    for key, values in given.items():
        if key in keys:
            wrong = [problem for problem in (_no_text(key, value) for value in values) if problem][:MOST_PROBLEMS]
            found += wrong or (_given_twice(key, values) if key in singles else [])
        elif not key.startswith(_NOISE):
            found.append(_unknown_key(key, keys))
    return found


def _no_text(key: str, value: str) -> Problem | None:
    if len(value) > LONGEST_VALUE:
        said = f"The value of “{key}” has {len(value):,} characters; {LONGEST_VALUE} is the most."
        return Problem(key=key, value="", said=said)
    # NUL and half a surrogate pair: neither database stores them, so no row can hold them.
    if "\x00" in value or any("\ud800" <= character <= "\udfff" for character in value):
        said = f"The value of “{key}” holds a character that no text has (NUL, or half of one)."
        return Problem(key=key, value="", said=said)
    return None


def _given_twice(key: str, values: Iterable[str]) -> list[Problem]:
    different = list(dict.fromkeys(value.strip() for value in values if value.strip()))
    if len(different) < 2:
        return []
    said = f"“{key}” can be given once; it was given as “{'”, “'.join(different[:3])}”."
    return [Problem(key=key, value="", said=said)]


def _unknown_key(key: str, keys: Sequence[str]) -> Problem:
    close = difflib.get_close_matches(key[:60], keys, n=3, cutoff=0.5) or keys
    choices = tuple((name, name) for name in close)
    return Problem(key=key, value="", said=f"There is no filter “{key[:60]}”.", choices=choices)


def bad_singles(chosen: Mapping[str, str], sorts: Mapping[str, Sort], *, usual_sort: str) -> Iterator[Problem]:
    """What is wrong with the window, the order, the mark of a page and the number of the selected event."""
    yield from _bad_window(chosen)
    yield from _bad_order(chosen.get("sort", usual_sort), chosen.get("after", ""), sorts)
    event = chosen.get("event", "")
    if event and not (event.isascii() and event.isdigit() and len(event) < 19):
        yield Problem(key="event", value=event, said=f"“{event[:60]}” is no event's number.")


def _bad_window(chosen: Mapping[str, str]) -> Iterator[Problem]:
    days: dict[str, date | None] = {}
    for key in WINDOW:
        value = chosen.get(key, "")
        try:
            bounds = edtf.bounds_of(value)
        except edtf.NotADate as error:
            yield Problem(key=key, value=value, said=f"{error} It was given as “{key}”.")
            continue
        if value and edtf.precision_of(value) not in _DAYS:
            said = f"“{value}” is more than one day, month or year; “{key}” takes one of them."
            yield Problem(key=key, value=value, said=said)
            continue
        days[key] = bounds.earliest if key == "from" else bounds.latest
    start, end = days.get("from"), days.get("to")
    if start and end and end < start:
        said = f"The window runs from {_day(start)} back to {_day(end)}: “from” is later than “to”."
        yield Problem(key="from", value=chosen["from"], said=said)


def _day(value: date) -> str:
    return edtf.wording(value.isoformat())


def _bad_order(name: str, after: str, sorts: Mapping[str, Sort]) -> Iterator[Problem]:
    if name not in sorts:
        choices = tuple((sort, order.label) for sort, order in sorts.items())
        yield Problem(key="sort", value=name, said=f"The list cannot be sorted by “{name[:60]}”.", choices=choices)
        return
    if after and not sorts[name].reads(after):
        yield Problem(key="after", value=after, said=f"“{after[:60]}” marks no place in the list.")
