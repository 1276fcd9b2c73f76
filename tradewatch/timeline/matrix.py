"""Speakers by issues: the last stance of each on each, and how it moved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from tradewatch.records.models import Actor, Issue
from tradewatch.records.querysets import PositionQuerySet
from tradewatch.vocabulary import Side, Stance

_FIRST_DAY, _DAYS = date(2025, 1, 1), 365
_MOST_SPEAKERS = 40
_PRESSURE = (Stance.DEMAND, Stance.OPPOSE, Stance.THREATEN)
_EASING = (Stance.OFFER, Stance.SUPPORT, Stance.CONCEDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One statement on the small line of a cell: above it pressure, below it easing, across it an assessment."""

    x: str  # a percentage of the year
    y: int
    height: int
    fill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one speaker said on one issue."""

    stance: str
    date: str
    count: int
    shifts: int
    href: str
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A speaker with a cell for each issue; None where nothing was said."""

    speaker: Actor
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Issues across, speakers down, by side."""

    issues: tuple[Issue, ...]
    groups: tuple[tuple[str, tuple[Line, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Said:
    stance: Stance
    when: str
    day: date | None


def matrix_of(positions: PositionQuerySet) -> Matrix:
    """The forty speakers who said most, by the issues that they spoke on. Four queries."""
    said: dict[tuple[int, int], list[_Said]] = {}
    rows = positions.filter(speaker__isnull=False, issue__isnull=False).order_by("listed_on", "pk")
    for speaker, issue, stance, when, day in rows.values_list("speaker", "issue", "stance", "date", "earliest"):
        said.setdefault((speaker, issue), []).append(_Said(Stance(stance), when, day))
    speakers = _most_heard(said)
    issues = tuple(Issue.objects.filter(pk__in={issue for _, issue in said}))
    lines = [_line(speaker, issues, said) for speaker in speakers]
    groups = [(side.label, tuple(line for line in lines if line.speaker.side == side)) for side in Side]
    return Matrix(issues=issues, groups=tuple((name, group) for name, group in groups if group))


def _most_heard(said: dict[tuple[int, int], list[_Said]]) -> list[Actor]:
    counts: dict[int, int] = {}
    for (speaker, _), statements in said.items():
        counts[speaker] = counts.get(speaker, 0) + len(statements)
    most = sorted(counts, key=lambda speaker: (-counts[speaker], speaker))[:_MOST_SPEAKERS]
    found = Actor.objects.prefetch_related("roles").in_bulk(most)
    return [found[speaker] for speaker in most]


def _line(speaker: Actor, issues: Sequence[Issue], said: dict[tuple[int, int], list[_Said]]) -> Line:
    cells = tuple(
        _cell(said[speaker.pk, issue.pk], speaker, issue) if (speaker.pk, issue.pk) in said else None
        for issue in issues
    )
    return Line(speaker=speaker, cells=cells)


def _cell(statements: Sequence[_Said], speaker: Actor, issue: Issue) -> Cell:
    last = statements[-1]
    query = urlencode({"speaker": speaker.slug, "issue": issue.slug, "sort": "-date"})
    return Cell(
        stance=last.stance,
        date=last.when,
        count=len(statements),
        shifts=shifts_in(one.stance for one in statements),
        href=f"{reverse('positions')}?{query}",
        ticks=tuple(_tick(one.stance, one.day) for one in statements if one.day and one.day.year == _FIRST_DAY.year),
    )


def shifts_in(stances: Iterable[Stance]) -> int:
    """How often a speaker went from pressing to easing or back; assessing in between changes nothing."""
    turns = [stance in _PRESSURE for stance in stances if stance in (*_PRESSURE, *_EASING)]
    return sum(before != after for before, after in pairwise(turns))


def ticks_as_svg(ticks: Iterable[Tick]) -> SafeString:
    """The statements of a cell on its line; a cell can have hundreds."""
    drawn = (
        f'<svg x="{one.x}" y="0" overflow="visible" class="{one.fill}">'
        f'<rect class="mk" x="-2.5" y="{one.y}" width="5" height="{one.height}"/></svg>'
        for one in ticks
    )
    return mark_safe("".join(drawn))  # noqa: S308 - numbers and words of ours


def _tick(stance: Stance, day: date) -> Tick:
    x = f"{((day - _FIRST_DAY).days + 0.5) / _DAYS:.2%}"
    if stance in _PRESSURE:
        return Tick(x=x, y=2, height=9, fill="is-esc")
    if stance in _EASING:
        return Tick(x=x, y=12, height=8, fill="is-ease")
    return Tick(x=x, y=8, height=6, fill="is-neu")
