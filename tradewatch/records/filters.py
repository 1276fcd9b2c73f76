"""The one filter language: of the pages' addresses, the exports, the command line.

A repeated key is OR, different keys are AND. A filter comes from a query, and can apply, link and say itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Self, TypeVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict

from tradewatch import edtf
from tradewatch.records import filter_terms as terms
from tradewatch.records.filter_checks import WINDOW, bad_singles, misshapen
from tradewatch.records.filter_terms import BadFilter, Problem, Term
from tradewatch.records.filter_wording import sentence
from tradewatch.records.models import Actor, Issue, Publisher
from tradewatch.records.querysets import ON_THE_TIMELINE
from tradewatch.records.ranking import best_first
from tradewatch.records.search import search
from tradewatch.records.sorting import BEST, EVENT_SORTS, POSITION_SORTS, Sort
from tradewatch.vocabulary import Action, Direction, Kind, Side, Stance, Status

__all__ = ["BadFilter", "Chip", "EventFilter", "Filter", "PositionFilter", "Problem"]

Rows = TypeVar("Rows", bound=QuerySet[Any])
# Where in the list one is, and what lies open beside it: they do not change what the list holds.
_PLACE = ("after", "event")


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
    """A valid filter. `chosen` holds the values by key, in the order of the language; `labels` what each is called.

    Two filters that keep the same rows in the same order are equal, however they were written.
    """

    chosen: Mapping[str, tuple[str, ...]]
    labels: Mapping[tuple[str, str], str]

    terms: ClassVar[dict[str, Term]]
    sorts: ClassVar[dict[str, Sort]]
    sort_of_search: ClassVar[str] = ""  # the order that only a search has, and has where none is chosen
    singles: ClassVar[tuple[str, ...]] = (*WINDOW, "q", "sort", "after", "event")
    noun: ClassVar[tuple[str, str]] = ("event", "events")
    path: ClassVar[str] = "/"

    @classmethod
    def from_query(cls, query: QueryDict | Mapping[str, Any]) -> Self:
        """The filter that a query string means. Raises BadFilter, naming every value that it cannot take."""
        given = dict(_lists(query))
        problems = misshapen(given, (*cls.terms, *cls.singles), cls.singles)
        broken = {problem.key for problem in problems}
        read = {key: _distinct(given.get(key, ())) for key in (*cls.terms, *cls.singles) if key not in broken}
        chosen = {key: values for key, values in read.items() if values}
        labels: dict[tuple[str, str], str] = {}
        for key in (key for key in cls.terms if key in chosen):
            known = cls.terms[key].labels(chosen[key])
            labels.update({(key, value): label for value, label in known.items()})
            problems += cls.terms[key].problems(chosen[key], known)
        searching = "q" in chosen
        if "sort" in chosen and not cls._sort_said(chosen["sort"][0], searching=searching):
            del chosen["sort"]
        singles = {key: chosen[key][0] for key in cls.singles if key in chosen}
        problems += bad_singles(singles, cls.sorts, usual_sort=cls._usual_sort(searching=searching))
        if problems:
            raise BadFilter(problems)
        return cls(chosen=chosen, labels=labels)

    @classmethod
    def _usual_sort(cls, *, searching: bool) -> str:
        """The order where none is chosen."""
        return cls.sort_of_search if searching and cls.sort_of_search else next(iter(cls.sorts))

    @classmethod
    def _sort_said(cls, sort: str, *, searching: bool) -> str:
        """The order as an address has it: nothing for the usual one, nor for the best match of no words."""
        unsaid = (cls._usual_sort(searching=searching), "" if searching else cls.sort_of_search)
        return "" if sort in unsaid else sort

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
        return self._single("sort") or self._usual_sort(searching=bool(self.search))

    @property
    def sorts_offered(self) -> dict[str, Sort]:
        """The orders that this list can have, the usual one first, by what an address says for them."""
        usual = self._usual_sort(searching=bool(self.search))
        offered = {name: sort for name, sort in self.sorts.items() if self.search or name != self.sort_of_search}
        return {"": offered.pop(usual), **offered}

    @property
    def order(self) -> Sort:
        return self.sorts[self.sort]

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
        return any(key in self.chosen for key in (*self.terms, *WINDOW, "q"))

    def apply(self, rows: Rows) -> Rows:
        """The rows that it keeps, in its order."""
        return self.order.apply(self.narrow(rows))

    def narrow(self, rows: Rows, *, ignoring: str = "", dated: bool = True) -> Rows:
        """The rows that it keeps, in any order; without the choice of one key, or without the date window."""
        for key, term in self.terms.items():
            if key in self.chosen and key != ignoring:
                rows = rows.filter(term.narrows(self.chosen[key]))
        if dated and any(self.window):
            rows = rows.between(*self.window)  # type: ignore[attr-defined]
        return search(rows, self.search) if self.search and ignoring != "q" else rows

    def undated_left_out(self, rows: QuerySet[Any]) -> int:
        """How many rows that match otherwise have no date, where a date window leaves them out."""
        if not any(self.window):
            return 0
        return self.narrow(rows, dated=False).filter(earliest=None, latest=None).count()

    def query(self, **changes: Any) -> str:
        """The canonical query string: no defaults, keys and values in a stable order; `from_` stands for `from`.

        A changed list begins at its first page, unless `after` is among the changes.
        """
        pairs = {key: list(values) for key, values in self.chosen.items()}
        named = {name.rstrip("_"): value for name, value in changes.items()}
        if named.keys() - {*_PLACE}:
            pairs.pop("after", None)
        for key, value in named.items():
            pairs[key] = list(_distinct(str(item) for item in _listed(value)))
        pairs["sort"] = [
            said for sort in pairs.get("sort", []) if (said := self._sort_said(sort, searching=bool(pairs.get("q"))))
        ]
        return urlencode([(key, value) for key in (*self.terms, *self.singles) for value in pairs.get(key, [])])

    def without(self, key: str, value: str | None = None) -> str:
        """The query string without one value, or without a key; paging starts anew."""
        left = [one for one in self.values(key) if value is not None and one != value]
        return self.query(**{"after": None, key: left})

    def with_(self, key: str, value: str) -> str:
        """The query string with one more value; paging starts anew."""
        kept = [] if key in self.singles else self.values(key)
        return self.query(**{"after": None, key: [*kept, value]})

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
        for key in WINDOW:
            if self._single(key):
                yield key, key, self._single(key), edtf.wording(self._single(key))
        if self.search:
            yield "q", "text", self.search, f"“{self.search}”"

    @property
    def said(self) -> str:
        """The filter as a phrase: "tariff events by the United States since 1 April 2025"; "all events" where empty."""
        named = {key: self.chosen[key] for key in self.terms if key in self.chosen}
        since, until = self._single("from"), self._single("to")
        return sentence(self.noun[1], named, self.labels, since=since, until=until, text=self.search)

    def unpaged(self) -> Self:
        """The same filter from the first page, without a selected event: what an export takes."""
        return replace(self, chosen={key: values for key, values in self.chosen.items() if key not in _PLACE})


class EventFilter(Filter):
    """A filter over events. Review states are those of the timeline: no list shows what was taken off it."""

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
            terms.word_term("review_state", ON_THE_TIMELINE, name="review state"),
            terms.source_of_events(),
        )
    }
    sorts: ClassVar[dict[str, Sort]] = EVENT_SORTS
    sort_of_search: ClassVar[str] = BEST

    def apply(self, rows: Any) -> Any:
        """The rows that it keeps, in its order."""
        if self.sort != BEST:
            return super().apply(rows)
        return best_first(self.narrow(rows, ignoring="q"), self.search)


class PositionFilter(Filter):
    """A filter over positions."""

    terms: ClassVar[dict[str, Term]] = {
        term.key: term
        for term in (
            terms.direct_term("speaker", Actor, "speaker"),
            terms.word_term("side", Side),
            terms.direct_term("issue", Issue, "issue"),
            terms.word_term("stance", Stance),
            terms.word_term("review_state", ON_THE_TIMELINE, name="review state"),
            terms.direct_term("source", Publisher, "document__publisher"),
        )
    }
    sorts: ClassVar[dict[str, Sort]] = POSITION_SORTS
    singles: ClassVar[tuple[str, ...]] = (*WINDOW, "q", "sort", "after")
    noun: ClassVar[tuple[str, str]] = ("position", "positions")
    path: ClassVar[str] = "/positions/"


def _lists(query: QueryDict | Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    if isinstance(query, QueryDict):
        yield from ((key, list(query.getlist(key))) for key in query)
        return
    for key, value in query.items():
        yield key, [str(item) for item in _listed(value)]


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    """The values without blanks and repetitions, sorted: the order in which a form sends them means nothing."""
    return tuple(sorted({value.strip() for value in values} - {""}))
