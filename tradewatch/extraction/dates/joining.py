"""Atoms that stand side by side and name one time: "Thursday, Oct. 30", "9 a.m. on May 14", "the end of last year"."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from tradewatch.extraction.dates.forms import Found

Join = Callable[[Found, Found], Found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """Two neighbours that name one time: which ones, the words between them, and what they make."""

    joins: Callable[[Found, Found], bool]
    gap: re.Pattern[str]
    join: Join


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
    for joint in _JOINTS:
        if joint.joins(left, right) and joint.gap.fullmatch(gap):
            whole = joint.join(left, right)
            return replace(whole, start=left.start, end=_past_bracket(gap, text, right.end))
    return None


def _past_bracket(gap: str, text: str, end: int) -> int:
    return end + 1 if "(" in gap and text[end : end + 1] == ")" else end


def _has_day(atom: Found) -> bool:
    return atom.rule in _DAYS


def _with_clock(day: Found, clock: Found) -> Found:
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


def _takes_year(atom: Found) -> bool:
    return atom.rule in _YEAR_TAKERS and _lacks_year(atom)


def _is_daypart(atom: Found) -> bool:
    """ "morning"; not "mornings" nor the "Night" of a name."""
    return atom.rule == "daypart" and not atom.match["plural"] and atom.match["daypart"][0].islower()


def _before(join: Join) -> Join:
    """The same joint where the addition stands first."""
    return lambda left, right: join(right, left)


def _left(left: Found, _right: Found) -> Found:
    return left


_JOINTS = [
    Joint(
        joins=lambda left, right: left.rule == "clock" and _has_day(right),
        gap=re.compile(r",?\s(?:on\s|of\s)?"),
        join=_before(_with_clock),
    ),
    Joint(
        joins=lambda left, right: _has_day(left) and right.rule == "clock",
        gap=re.compile(r",?\s(?:at\s|around\s|about\s|\()?"),
        join=_with_clock,
    ),
    Joint(
        joins=lambda left, right: left.rule in ("weekday", "today") and right.rule in _DATES,
        gap=re.compile(r",?\s(?:the\s)?|\s\("),
        join=_with_weekday,
    ),
    Joint(
        joins=lambda left, right: left.rule in _DATES and right.rule == "weekday",
        gap=re.compile(r"\s\("),
        join=_left,
    ),
    Joint(
        joins=lambda left, right: left.rule in ("weekday", "today", "near") and _is_daypart(right),
        gap=re.compile(r"\s"),
        join=_with_daypart,
    ),
    Joint(
        joins=lambda left, right: left.rule == "daypart" and _has_day(right),
        gap=re.compile(r"\s(?:of|on)\s|\s"),
        join=_before(_with_daypart),
    ),
    Joint(
        joins=lambda left, right: _takes_year(left) and _is_year_word(right),
        gap=re.compile(r",?\s(?:of\s|in\s)?"),
        join=_with_year,
    ),
    Joint(
        joins=lambda left, right: _is_quarter(left) and _lacks_year(left) and _is_year_ago(right),
        gap=re.compile(r"\s"),
        join=_with_year,
    ),
    Joint(
        joins=lambda left, right: left.rule == right.rule == "clock",
        gap=re.compile(r"\s\("),
        join=_left,
    ),
    Joint(
        joins=lambda left, right: _is_year_word(left) and right.rule in ("quarter", "season") and _lacks_year(right),
        gap=re.compile(r"['’]s\s|\s"),
        join=_before(_with_year),
    ),
    Joint(
        joins=lambda left, right: left.rule == "part" and right.rule in _LONG | _DAYS,
        gap=re.compile(r"[-\s](?:in\s|of\s|on\s)?"),
        join=_with_part,
    ),
]
