"""Deciding about a whole list at once: exactly the items that the preview showed, in one batch, undone as one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core import signing
from django.db import transaction
from django.db.models import QuerySet

from tradewatch.records.decisions import apply, record
from tradewatch.review import acts, policies
from tradewatch.review.queue import in_order
from tradewatch.review.shelves import Item, Shelf
from tradewatch.vocabulary import Verb

MOST = 500
SHOWN = 50
ACTS = {"accept": Verb.ACCEPT, "reject": Verb.REJECT}
CHECKS: Mapping[str, Callable[..., None]] = {
    "accept": policies.check_can_accept,
    "reject": policies.check_can_reject,
}
DONE = {"accept": "accepted", "reject": "rejected"}
_SEAL = "tradewatch.review.bulk"


class ListChanged(Exception):
    """The list is not what the preview showed any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A list as it would be decided about: how many, the first of them, and the list itself, sealed."""

    count: int
    first: Sequence[Item]
    sealed: str

    @property
    def too_many(self) -> bool:
        return self.count > MOST

    @property
    def more(self) -> int:
        return self.count - len(self.first)


def batch_of(shelf: Shelf, waiting: QuerySet[Any], *, order: str) -> Batch:
    """What the filter keeps now, in the queue's order. Two queries."""
    found = list(in_order(waiting, order).values_list("pk", "version"))
    first = [number for number, _ in found[:SHOWN]]
    rows = {row.pk: row for row in shelf.waiting().filter(pk__in=first)}
    return Batch(
        count=len(found),
        first=[rows[number] for number in first if number in rows],
        sealed=signing.dumps(found[: MOST + 1], salt=_SEAL, compress=True),
    )


@transaction.atomic
def decide_all(shelf: Shelf, sealed: str, act: str, *, by: User, because: str) -> int:
    """Decide about each item of a sealed list; how many they were. Raises ListChanged, or NotAllowed with its item."""
    try:
        wanted = dict(signing.loads(sealed, salt=_SEAL))
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise ListChanged from error
    if len(wanted) > MOST:
        raise policies.NotAllowed(f"{MOST} at once is the most: narrow the list first.")
    items = list(shelf.everything().filter(pk__in=shelf.waiting().filter(pk__in=wanted).values("pk")).order_by("pk"))
    if not items or {item.pk: item.version for item in items} != wanted:
        raise ListChanged
    for item in items:
        _check(act, item, by)
    details = _as_they_stand(shelf, items) if act == "accept" else {}
    batch, why = acts.next_batch(), acts.reason_given(because)
    apply(
        [
            record(ACTS[act], **{shelf.one: item}, by=by, because=why, batch=batch, details=details.get(item.pk, {}))
            for item in items
        ]
    )
    return len(items)


def _check(act: str, item: Item, by: User) -> None:
    try:
        CHECKS[act](item, by=by)
    except policies.NotAllowed as refusal:
        raise policies.NotAllowed(f"Nothing was done, because of “{item}”: {refusal}") from refusal


def _as_they_stand(shelf: Shelf, items: Sequence[Item]) -> dict[int, dict[str, Any]]:
    """What an acceptance keeps of each item, as `acts.accept` does for one: its fields, and what the machine says."""
    folds = shelf.folds_of(item.pk for item in items)
    return {item.pk: {"fields": shelf.values_of(item), "machine": folds[item.pk].machine} for item in items}
