"""The rail of filters beside a list and the chips above it; and the way out of a filter that could not be read."""

import difflib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.http import HttpRequest, QueryDict
from django.utils import timezone

from tradewatch.records.facets import SHOWN, Facet
from tradewatch.records.filters import BadFilter, Chip, Filter, Problem

_OPEN = ("side", "kind", "direction", "issue", "stance")
AnyFilter = TypeVar("AnyFilter", bound=Filter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One end of the window of dates, and what is wrong with it."""

    name: str
    label: str
    value: str
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A facet as the rail shows it; `whole` is the address of the page with all its values."""

    facet: Facet
    title: str
    is_open: bool
    whole: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """What the list would hold without one filter."""

    chip: Chip
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A problem with the links that lead out of it, as (label, address)."""

    problem: Problem
    meant: tuple[str, str] | None
    choices: tuple[tuple[str, str], ...]


def rail_of(
    request: HttpRequest, chosen: Filter, facets: Iterable[Facet], problems: Sequence[Problem] = ()
) -> dict[str, Any]:
    """The rail, the chips and the words of a filter: what a page has with or without a list."""
    return {
        "chosen": chosen,
        "chips": chosen.chips,
        "said": chosen.said,
        "q": chosen.search,
        "sorts": [
            {"value": name, "label": sort.label, "chosen": sort is chosen.order}
            for name, sort in chosen.sorts_offered.items()
        ],
        "window": _window(chosen, problems),
        # Where the values begin that a click on "more" has added: the focus goes there.
        "few": SHOWN,
        "only": request.headers.get("HX-Target", "").removeprefix("fl-"),
        "first_page": chosen.href(chosen.query(after=None)),
        "whole_year": chosen.href(chosen.query(from_=None, to=None, after=None)),
        "clear": chosen.path,
        "shelves": [_shelf(facet, chosen) for facet in facets],
        "asked_by_link": request.headers.get("HX-Request") == "true" and request.headers.get("HX-Trigger") != "filters",
        "problems": [_mistake(problem, chosen) for problem in problems],
    }


def parts_of(
    request: HttpRequest, shelves: Iterable[Shelf], *also: str, fields: Sequence[str] = ("window", "search")
) -> dict[str, tuple[str, ...]]:
    """The partials by target. `fields` of the form are sent anew only where a link, not the form itself, asked.

    `also` names what a page has that changes with its list.
    """
    anew = () if request.headers.get("HX-Trigger") == "filters" else fields
    facets = {f"fl-{shelf.facet.key}": ("facet",) for shelf in shelves}
    return {**facets, "results": ("results", "said", "facets", "title", *also, *anew), "more": ("more",)}


def removals_of(chosen: AnyFilter, count: Callable[[AnyFilter], int]) -> list[Removal]:
    """What each active filter costs: the number of rows without it."""
    return [
        Removal(chip=chip, count=count(chosen.from_query(QueryDict(chosen.without(chip.key, chip.value)))))
        for chip in chosen.chips
    ]


def readable_part(kind: type[AnyFilter], query: QueryDict, problems: Iterable[Problem]) -> AnyFilter:
    """The filter without the values that could not be read; the empty one where nothing is left."""
    bad = {(problem.key, problem.value) for problem in problems}
    broken = {key for key, value in bad if key in kind.singles or not value}
    kept = {
        key: [value for value in values if (key, value) not in bad]
        for key, values in query.lists()
        if key not in broken and key in (*kind.terms, *kind.singles)
    }
    try:
        return kind.from_query(kept)
    except BadFilter:
        return kind.from_query({})


def citation_of(request: HttpRequest, chosen: Filter, total: int) -> str:
    """How the list is cited: what it holds, how many, when, and its address."""
    day = timezone.localdate()
    address = request.build_absolute_uri(chosen.href(chosen.unpaged().query()))
    return f"Tradewatch, {chosen.said} ({total}), as of {day.day} {day:%B %Y}. {address}"


def _shelf(facet: Facet, chosen: Filter) -> Shelf:
    picked = len(chosen.values(facet.key))
    query = chosen.query(after=None)
    return Shelf(
        facet=facet,
        title=f"{facet.label} ({picked})" if picked else facet.label,
        is_open=facet.key in _OPEN or picked > 0,
        whole=f"{chosen.path}?{query}&all={facet.key}" if query else f"{chosen.path}?all={facet.key}",
    )


def _window(chosen: Filter, problems: Sequence[Problem]) -> list[Field]:
    wrong = {problem.key: problem for problem in problems if problem.key in ("from", "to")}
    start, end = chosen.window
    return [
        Field(name=name, label=label, value=wrong[name].value, problem="not a date")
        if name in wrong
        else Field(name=name, label=label, value=day.isoformat() if day else "")
        for name, label, day in (("from", "From", start), ("to", "to", end))
    ]


def _mistake(problem: Problem, kept: Filter) -> Mistake:
    if problem.key not in (*kept.terms, *kept.singles):
        return Mistake(problem=problem, meant=None, choices=tuple((label, "") for label, _ in problem.choices))
    links = {value: (label, kept.href(kept.with_(problem.key, value))) for value, label in problem.choices}
    near = difflib.get_close_matches(problem.value.lower(), links, n=1)
    return Mistake(problem=problem, meant=links[near[0]] if near else None, choices=tuple(links.values()))
