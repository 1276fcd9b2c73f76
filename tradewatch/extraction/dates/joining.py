"""Atoms that stand side by side and name one time: "Thursday, Oct. 30", "9 a.m. on May 14", "the end of last year"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tradewatch.extraction.dates.forms import Found

_DATES = frozenset({"month_day", "day_month"})
_DAYS = _DATES | {"iso", "slash", "weekday", "today", "near", "holiday", "ordinal_day"}
_LONG = frozenset(
    {"month", "month_year", "year", "quarter", "q", "season", "unit", "decade", "period", "century", "near"}
)
_RELATIVE_YEAR = frozenset({"unit"})
# They say something only beside another atom: "early", "morning".
_BOUND = frozenset({"part", "daypart"})
_LONGEST_GAP = 12


def joined(atoms: Iterable[Found], text: str) -> Iterator[Found]:
    """The expressions that `atoms` make up, in order; "early" or "morning" by themselves are left out."""
    current: Found | None = None
    for atom in atoms:
        if current is None:
            current = atom
            continue
        both = _joined_pair(current, atom, text)
        if both is None:
            if current.rule not in _BOUND:
                yield current
            both = atom
        current = both
    if current is not None and current.rule not in _BOUND:
        yield current


def _joined_pair(left: Found, right: Found, text: str) -> Found | None:
    if right.start - left.end > _LONGEST_GAP:
        return None
    gap = text[left.end : right.start]
    for is_pair, form, join in _JOINTS:
        if is_pair(left, right) and form.fullmatch(gap):
            whole = join(left, right)
            return replace(whole, start=left.start, end=_past_bracket(gap, text, right.end))
    return None


def _past_bracket(gap: str, text: str, end: int) -> int:
    return end + 1 if "(" in gap and text[end : end + 1] == ")" else end


def _has_day(atom: Found) -> bool:
    return atom.rule in _DAYS


def _with_clock(clock: Found, day: Found) -> Found:
    return replace(day, clock=clock.match)


def _with_year(atom: Found, year: Found) -> Found:
    return replace(atom, year=year)


def _with_daypart(day: Found, part: Found) -> Found:
    return replace(day, daypart=part.match["daypart"].lower())


def _with_part(part: Found, atom: Found) -> Found:
    return replace(atom, part=part.match[0].lower())


def _with_weekday(weekday: Found, dated: Found) -> Found:
    return replace(dated, clock=weekday.clock or dated.clock, daypart=weekday.daypart)


def _is_year_word(atom: Found) -> bool:
    """ "2025", "last year"."""
    return atom.rule == "year" or (atom.rule in _RELATIVE_YEAR and atom.match["unit"].lower() == "year")


def _is_year_ago(atom: Found) -> bool:
    """ "a year ago", "last year": what a quarter is compared with."""
    if atom.rule == "ago":
        return atom.match["unit"].lower() == "year" and atom.match["number"].lower() in ("a", "one")
    return atom.rule in _RELATIVE_YEAR and atom.match["unit"].lower() == "year"


def _is_quarter(atom: Found) -> bool:
    """ "the quarter", "the same period"."""
    return atom.rule in ("period", "quarter") or (atom.rule == "unit" and atom.match["unit"].lower() == "quarter")


def _lacks_year(atom: Found) -> bool:
    return atom.year is None and not ("year" in atom.match.re.groupindex and atom.match["year"])


_YEAR_TAKERS = frozenset({"month", "month_day", "day_month", "quarter", "q", "season", "holiday", "period"})
_JOINTS = [
    (lambda a, b: a.rule == "clock" and _has_day(b), re.compile(r",?\s(?:on\s|of\s)?"), _with_clock),
    (lambda a, b: _has_day(a) and b.rule == "clock", re.compile(r",?\s(?:at\s|around\s|about\s|\()?"), lambda a, b: replace(a, clock=b.match)),
    (lambda a, b: a.rule in ("weekday", "today") and b.rule in _DATES, re.compile(r",?\s(?:the\s)?|\s\("), _with_weekday),
    (lambda a, b: a.rule in _DATES and b.rule == "weekday", re.compile(r"\s\("), lambda a, b: a),
    (lambda a, b: a.rule in ("weekday", "today", "near") and b.rule == "daypart" and not b.match["plural"] and b.match["daypart"][0].islower(), re.compile(r"\s"), _with_daypart),
    (lambda a, b: a.rule == "daypart" and _has_day(b), re.compile(r"\s(?:of|on)\s|\s"), lambda a, b: _with_daypart(b, a)),
    (lambda a, b: a.rule in _YEAR_TAKERS and _lacks_year(a) and _is_year_word(b), re.compile(r",?\s(?:of\s|in\s)?"), _with_year),
    (lambda a, b: _is_quarter(a) and _lacks_year(a) and _is_year_ago(b), re.compile(r"\s"), _with_year),
    (lambda a, b: a.rule == b.rule == "clock", re.compile(r"\s\("), lambda a, b: a),
    (lambda a, b: _is_year_word(a) and b.rule in ("quarter", "season") and _lacks_year(b), re.compile(r"['’]s\s|\s"), lambda a, b: replace(b, year=a)),
    (lambda a, b: a.rule == "part" and b.rule in _LONG | _DAYS, re.compile(r"[-\s](?:in\s|of\s|on\s)?"), _with_part),
]  # fmt: skip
