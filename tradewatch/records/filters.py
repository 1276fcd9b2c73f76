"""The one filter language: of the pages' addresses, the exports, the command line.

A repeated key is OR, different keys are AND. A filter comes from a query, and can apply, link and say itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Self, TypeVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict

from tradewatch import edtf
from tradewatch.records import filter_terms as terms
from tradewatch.records.filter_terms import BadFilter, Problem, Term
from tradewatch.records.filter_wording import sentence
from tradewatch.records.models import Actor, Issue, Publisher
from tradewatch.records.search import search_events, search_positions
from tradewatch.records.sorting import EVENT_SORTS, POSITION_SORTS, Sort
from tradewatch.vocabulary import Action, Direction, Kind, ReviewState, Side, Stance, Status

__all__ = ["BadFilter", "Chip", "EventFilter", "PositionFilter", "Problem"]

Rows = TypeVar("Rows", bound=QuerySet[Any])
_WINDOW = ("from", "to")
# What htmx and the tools of the web add to an address says nothing about the list.
_NOISE = ("utm_", "fbclid", "gclid", "_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One active value: what it says, and the address without it."""

    key: str
    key_label: str
    value: str
    label: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Filter:
    """A valid filter. `chosen` holds the values by key, in the order of the language; `labels` what each is called."""

    chosen: Mapping[str, tuple[str, ...]]
    labels: Mapping[tuple[str, str], str]

    terms: ClassVar[dict[str, Term]]
    sorts: ClassVar[dict[str, Sort]]
    singles: ClassVar[tuple[str, ...]] = (*_WINDOW, "q", "sort", "after", "event")
    noun: ClassVar[tuple[str, str]] = ("event", "events")
    path: ClassVar[str] = "/"

    @classmethod
    def from_query(cls, query: QueryDict | Mapping[str, Any]) -> Self:
        """The filter that a query string means. Raises BadFilter, naming every value that it cannot take."""
        given = dict(_lists(query))
        problems = list(_misshapen(given, cls))
        chosen: dict[str, tuple[str, ...]] = {}
        labels: dict[tuple[str, str], str] = {}
        broken = {problem.key for problem in problems}
        for key in (*cls.terms, *cls.singles):
            values = tuple(dict.fromkeys(value.strip() for value in given.get(key, []) if value.strip()))
            if not values or key in broken:
                continue
            chosen[key] = values
            if key in cls.terms:
                term = cls.terms[key]
                known = term.labels(values)
                labels.update({(key, value): label for value, label in known.items()})
                problems += [term.problem(value) for value in values if value not in known]
        problems += _bad_singles(chosen, cls.sorts)
        if problems:
            raise BadFilter(problems)
        return cls(chosen=chosen, labels=labels)

    def values(self, key: str) -> list[str]:
        """The chosen values of a key; empty where it does not narrow."""
        return list(self.chosen.get(key, ()))

    def _single(self, key: str) -> str:
        return self.chosen.get(key, ("",))[0]

    @property
    def search(self) -> str:
        return self._single("q")

    @property
    def sort(self) -> str:
        return self._single("sort") or next(iter(self.sorts))

    @property
    def after(self) -> str:
        return self._single("after")

    @property
    def event(self) -> str:
        return self._single("event")

    @cached_property
    def window(self) -> tuple[date | None, date | None]:
        """First and last day of the date window; None where it is open."""
        start, end = self._single("from"), self._single("to")
        return edtf.bounds_of(start).earliest, edtf.bounds_of(end).latest

    @property
    def active(self) -> bool:
        """True when it narrows the list at all."""
        return any(key in self.chosen for key in (*self.terms, *_WINDOW, "q"))

    def apply(self, rows: Rows) -> Rows:
        """The rows that it keeps, in its order."""
        return self.order.apply(self.narrow(rows))

    @property
    def order(self) -> Sort:
        return self.sorts[self.sort]

    def narrow(self, rows: Rows, *, ignoring: str = "", dated: bool = True) -> Rows:
        """The rows that it keeps, in any order; without the choice of one key, or without the date window."""
        for key, term in self.terms.items():
            if key in self.chosen and key != ignoring:
                rows = rows.filter(term.narrows(self.chosen[key]))
        if dated and any(self.window):
            rows = rows.between(*self.window)  # type: ignore[attr-defined]
        return self._searched(rows) if self.search else rows

    def _searched(self, rows: Rows) -> Rows:
        raise NotImplementedError

    def undated_left_out(self, rows: QuerySet[Any]) -> int:
        """How many rows that match otherwise have no date, where a date window leaves them out."""
        if not any(self.window):
            return 0
        return self.narrow(rows, dated=False).filter(earliest=None, latest=None).count()

    def query(self, **changes: Any) -> str:
        """The canonical query string: no defaults, keys and values in a stable order; `from_` stands for `from`."""
        pairs = {key: list(values) for key, values in self.chosen.items()}
        for name, value in changes.items():
            key = name.rstrip("_")
            pairs[key] = [] if value in (None, "", []) else [str(item) for item in _listed(value)]
        if pairs.get("sort") == [next(iter(self.sorts))]:
            del pairs["sort"]
        order = (*self.terms, *self.singles)
        return urlencode([(key, value) for key in order for value in sorted(pairs.get(key, []))])

    def without(self, key: str, value: str | None = None) -> str:
        """The query string without one value, or without a key; paging starts anew."""
        left = [one for one in self.values(key) if value is not None and one != value]
        return self.query(**{key: left, "after": None})

    def with_(self, key: str, value: str) -> str:
        """The query string with one more value; paging starts anew."""
        single = key in self.singles
        return self.query(**{key: [value] if single else [*self.values(key), value], "after": None})

    @property
    def chips(self) -> list[Chip]:
        """The active values, each with the address without it."""
        return [
            Chip(key=key, key_label=name, value=value, label=label, href=self.href(self.without(key, value)))
            for key, name, value, label in self._told()
        ]

    def href(self, query: str) -> str:
        """The page's address with a query string."""
        return f"{self.path}?{query}" if query else self.path

    def _told(self) -> Iterator[tuple[str, str, str, str]]:
        for key, term in self.terms.items():
            for value in self.values(key):
                yield key, term.name, value, self.labels[key, value]
        for key, word in (("from", "from"), ("to", "to")):
            if self._single(key):
                yield key, word, self._single(key), edtf.wording(self._single(key))
        if self.search:
            yield "q", "text", self.search, f"“{self.search}”"

    @property
    def said(self) -> str:
        """The filter as a phrase: "tariff events by the United States from 1 April 2025"; "all events" where empty."""
        named = {key: [self.labels[key, value] for value in self.values(key)] for key in self.terms}
        since, until = self._single("from"), self._single("to")
        return sentence(self.noun[1], named, since=since, until=until, text=self.search)

    def unpaged(self) -> Self:
        """The same filter from the first page, without a selected event: what an export takes."""
        kept = {key: values for key, values in self.chosen.items() if key not in ("after", "event")}
        return replace(self, chosen=kept)


class EventFilter(Filter):
    """A filter over events."""

    terms: ClassVar[dict[str, Term]] = {
        term.key: term
        for term in (
            terms.word_term("kind", Kind),
            terms.word_term("action", Action),
            terms.word_term("status", Status),
            terms.word_term("side", Side),
            terms.actor_of_events(),
            terms.issue_of_events(),
            terms.word_term("direction", Direction),
            terms.word_term("review_state", ReviewState, name="review state"),
            terms.source_of_events(),
        )
    }
    sorts: ClassVar[dict[str, Sort]] = EVENT_SORTS

    def _searched(self, rows: Rows) -> Rows:
        return search_events(rows, self.search)


class PositionFilter(Filter):
    """A filter over positions."""

    terms: ClassVar[dict[str, Term]] = {
        term.key: term
        for term in (
            terms.direct_term("speaker", Actor, "speaker"),
            terms.word_term("side", Side),
            terms.direct_term("issue", Issue, "issue"),
            terms.word_term("stance", Stance),
            terms.word_term("review_state", ReviewState, name="review state"),
            terms.direct_term("source", Publisher, "document__publisher"),
        )
    }
    sorts: ClassVar[dict[str, Sort]] = POSITION_SORTS
    singles: ClassVar[tuple[str, ...]] = (*_WINDOW, "q", "sort", "after")
    noun: ClassVar[tuple[str, str]] = ("position", "positions")
    path: ClassVar[str] = "/positions/"

    def _searched(self, rows: Rows) -> Rows:
        return search_positions(rows, self.search)


def _lists(query: QueryDict | Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    if isinstance(query, QueryDict):
        yield from ((key, list(query.getlist(key))) for key in query)
        return
    for key, value in query.items():
        yield key, [str(item) for item in _listed(value)]


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _misshapen(given: Mapping[str, list[str]], kind: type[Filter]) -> Iterator[Problem]:
    """Keys that are not of the language, values that are no text, single keys given twice."""
    keys = (*kind.terms, *kind.singles)
    for key, values in given.items():
        if key.startswith(_NOISE):
            continue
        if key not in keys:
            yield terms.unknown_key(key, keys)
            continue
        wrong = [problem for problem in (terms.text_problem(key, value) for value in values) if problem]
        yield from wrong
        if not wrong and key in kind.singles and len({value for value in values if value.strip()}) > 1:
            yield Problem(
                key=key,
                value=", ".join(values),
                said=f"“{key}” can be given once; it stands there {len(values)} times.",
            )


def _bad_singles(chosen: dict[str, tuple[str, ...]], sorts: Mapping[str, Sort]) -> Iterator[Problem]:
    days: dict[str, date | None] = {}
    for key in _WINDOW:
        value = chosen.get(key, ("",))[0]
        try:
            bounds = edtf.bounds_of(value)
        except edtf.NotADate as error:
            yield Problem(key=key, value=value, said=f"{error} It was given as “{key}”.")
            continue
        days[key] = bounds.earliest if key == "from" else bounds.latest
    start, end = days.get("from"), days.get("to")
    if start and end and end < start:
        said = f"The window runs from {start:%-d %B %Y} back to {end:%-d %B %Y}: “from” is later than “to”."
        yield Problem(key="from", value=chosen["from"][0], said=said)
    sort = chosen.get("sort", (next(iter(sorts)),))[0]
    if sort not in sorts:
        choices = tuple((name, order.label) for name, order in sorts.items())
        yield Problem(key="sort", value=sort, said=f"The list cannot be sorted by “{sort}”.", choices=choices)
        return
    after = chosen.get("after", ("",))[0]
    if after and not sorts[sort].reads(after):
        yield Problem(key="after", value=after, said=f"“{after[:60]}” marks no place in the list.")
    event = chosen.get("event", ("",))[0]
    if event and not (event.isascii() and event.isdigit() and len(event) < 19):
        yield Problem(key="event", value=event, said=f"“{event[:60]}” is no event's number.")
