"""Deciding about a whole list at once: exactly the items that the preview showed, in one batch, undone as one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core import signing
from django.db import transaction
from django.db.models import QuerySet

from tradewatch.review import acts, policies
from tradewatch.review.queue import in_order
from tradewatch.review.shelves import Item, Shelf

MOST = 500
SHOWN = 50
ACTS = {"accept": acts.accept, "reject": acts.reject}
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
    items = list(shelf.waiting().filter(pk__in=wanted).order_by("pk"))
    if not items or {item.pk: item.version for item in items} != wanted:
        raise ListChanged
    batch = acts.next_batch()
    for item in items:
        try:
            ACTS[act](item, by=by, because=because, batch=batch)
        except policies.NotAllowed as refusal:
            raise policies.NotAllowed(f"Nothing was done, because of “{item}”: {refusal}") from refusal
    return len(items)
