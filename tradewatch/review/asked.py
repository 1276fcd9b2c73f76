"""What part of the queue was asked for, and in which order; the address holds all of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from django.http import QueryDict

from tradewatch.records.filters import BadFilter, EventFilter, PositionFilter, Problem
from tradewatch.review.shelves import Shelf
from tradewatch.vocabulary import Kind, Side, Stance

ORDERS = {"consequence": "Most consequence first", "confidence": "Least confident first", "oldest": "Oldest first"}
# Why an item waits: the codes of `queue_reasons`, and "none" for what nobody has looked at and nothing is wrong with.
REASONS = {
    "rate": "changes a rate",
    "low_confidence": "the machine is not sure",
    "disagree": "sources disagree",
    "new_reading": "the machine now reads it otherwise",
    "duplicate": "likely duplicate",
    "orphaned": "its words are gone",
    "none": "only not checked yet",
}
FIRST_ORDER = "consequence"
_FILTERS: Mapping[str, type[EventFilter] | type[PositionFilter]] = {"events": EventFilter, "positions": PositionFilter}
# What the desk's other screens ask for: whom to merge with, who stays, the words of an article, what to search for.
SCREENS = ("with", "stays", "words", "start", "end", "seek", "version", "wording")
# Keys of the desk's own, and those that say something about a list of another page.
_NO_FILTER = ("order", "reason", "document", "sort", "after", "event", *SCREENS)
# What the form above the queue offers; the address takes every key of the filter language.
_OFFERED: Mapping[str, Mapping[str, list[tuple[str, str]]]] = {
    "events": {"kind": Kind.choices(), "side": Side.choices()},
    "positions": {"stance": Stance.choices(), "side": Side.choices()},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One select above the queue: its key, the values that it offers, and the chosen one."""

    key: str
    label: str
    values: Sequence[tuple[str, str]]
    chosen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One active value of the filter, with the queue's address without it."""

    said: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The waiting items that the address asks for; `kept` is the query that goes along from item to item."""

    waiting: QuerySet[Any]
    order: str
    kept: str = ""
    name: str = ""  # of this part of the queue: its shelf and filter; "" where the address names none
    taken: Sequence[Taken] = ()
    offers: Sequence[Offer] = ()
    problems: Sequence[Problem] = ()

    @property
    def pairs(self) -> Sequence[tuple[str, str]]:
        """The kept query's keys and values, for a form that has to send them along."""
        return parse_qsl(self.kept.removeprefix("?"))

    @property
    def orders(self) -> Sequence[tuple[str, str]]:
        return list(ORDERS.items())


def asked_in(query: QueryDict, shelf: Shelf) -> Asked:
    """The part of the queue that an address names; one with a value that no filter takes is empty, and says why."""
    order = query.get("order", FIRST_ORDER)
    order = order if order in ORDERS else FIRST_ORDER
    reason = query.get("reason", "")
    given = query.copy()
    for key in _NO_FILTER:
        given.pop(key, None)
    try:
        chosen = _FILTERS[shelf.name].from_query(given)
    except BadFilter as bad:
        return Asked(waiting=shelf.waiting().none(), order=order, problems=bad.problems)
    if reason and reason not in REASONS:
        problem = Problem(key="reason", value=reason, said=f"“{reason}” is no reason why something waits.")
        return Asked(waiting=shelf.waiting().none(), order=order, problems=[problem])
    own = {"reason": reason, "order": "" if order == FIRST_ORDER else order}
    return Asked(
        waiting=_waiting_for(reason, chosen.narrow(shelf.waiting())),
        order=order,
        kept=_address("", chosen.query(), own),
        name=_address(shelf.name, chosen.query(), own),
        taken=_taken(shelf, chosen, own),
        offers=[
            *(
                Offer(key=key, label=key.capitalize(), values=values, chosen=(chosen.values(key) or [""])[0])
                for key, values in _OFFERED[shelf.name].items()
            ),
            Offer(key="reason", label="Why it waits", values=list(REASONS.items()), chosen=reason),
        ],
    )


def _waiting_for(reason: str, waiting: QuerySet[Any]) -> QuerySet[Any]:
    if not reason:
        return waiting
    if reason == "none":
        return waiting.filter(queue_reasons=[])
    spelled: QuerySet[Any] = waiting.annotate(reasons_spelled=Cast("queue_reasons", TextField()))
    return spelled.filter(reasons_spelled__contains=f'"code": "{reason}"')


def _taken(shelf: Shelf, chosen: EventFilter | PositionFilter, own: Mapping[str, str]) -> list[Taken]:
    taken = [
        Taken(said=chip.label, href=_address(shelf.address, chosen.without(chip.key, chip.value), own))
        for chip in chosen.chips
    ]
    if own["reason"]:
        href = _address(shelf.address, chosen.query(), {**own, "reason": ""})
        taken.append(Taken(said=REASONS[own["reason"]], href=href))
    return taken


def _address(path: str, query: str, own: Mapping[str, str]) -> str:
    parts = [query, urlencode({key: value for key, value in own.items() if value})]
    text = "&".join(part for part in parts if part)
    return f"{path}?{text}" if text else path
