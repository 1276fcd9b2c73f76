"""What waits for an editor, the most consequential and most doubtful first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Case, Count, IntegerField, QuerySet, TextField, Value, When
from django.db.models.functions import Cast
from django.utils import timezone

from tradewatch.records.models import Decision, IngestionRun
from tradewatch.records.version import Version, version_now
from tradewatch.review.shelves import EVENTS, POSITIONS, Shelf
from tradewatch.vocabulary import Verb

# The codes of `queue_reasons`, each with its weight; each outweighs all that stand below it together.
WEIGHTS = {"rate": 32, "low_confidence": 16, "disagree": 8, "new_reading": 4, "duplicate": 2, "orphaned": 1}
SHOWN = 24  # rows of the list at a time
_AT_ONCE = 20_000
_PARTS_KEPT = 16
_NOTHING_WRITTEN = Version(0, "")
_SORTED: dict[tuple[str, str, str], tuple[int, ...]] = {}
ABOVE = 3  # of them above the open item, so that it is in sight
_DONE = (Verb.ACCEPT, Verb.REJECT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """The waiting items' numbers in order, and the rows near the one that is open (`here`)."""

    numbers: Sequence[int]
    rows: Sequence[Any]
    here: int | None
    first_shown: int  # how many stand before the first row

    @property
    def after_the_shown(self) -> int:
        """How many wait below the last row."""
        return len(self.numbers) - self.first_shown - len(self.rows)

    @property
    def next(self) -> int | None:
        """The item after the open one; from the last, and from one that does not wait, the first."""
        return next_of(self.numbers, self.here)

    @property
    def previous(self) -> int | None:
        if self.here not in self.numbers:
            return None
        at = self.numbers.index(self.here)
        return self.numbers[at - 1] if at else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far today's work is: items accepted or rejected today by anybody, and how many wait."""

    done: int
    waiting: int

    @property
    def total(self) -> int:
        return self.done + self.waiting


def in_order(waiting: QuerySet[Any], order: str = "consequence") -> QuerySet[Any]:
    """Waiting items in one of the orders of `asked.ORDERS`; by consequence: the weight of their reasons, then the
    least confident, then the first recorded."""
    if order == "confidence":
        return waiting.order_by("confidence", "pk")
    if order == "oldest":
        return waiting.order_by("pk")
    weight = sum(
        (Case(When(reasons__contains=f'"code": "{code}"', then=points), default=0) for code, points in WEIGHTS.items()),
        Value(0, output_field=IntegerField()),
    )
    spelled = waiting.annotate(reasons=Cast("queue_reasons", TextField()))
    # Most rows of a long queue have no reason: for them no text is searched.
    found = Case(When(reasons="[]", then=Value(0)), default=weight, output_field=IntegerField())
    weighed: QuerySet[Any] = spelled.annotate(weight=found).order_by("-weight", "confidence", "pk")
    return weighed


def queue_of(shelf: Shelf, waiting: QuerySet[Any], *, order: str, here: int | None = None, name: str = "") -> Queue:
    """The queue around an item; around its start where `here` is None or does not wait. `name` as for `numbers_of`."""
    numbers = numbers_of(waiting, order, name=name)
    here_at = numbers.index(here) if here in numbers else 0
    first = max(0, min(here_at - ABOVE, len(numbers) - SHOWN))
    wanted = numbers[first : first + SHOWN]
    rows = {row.pk: row for row in shelf.waiting().filter(pk__in=wanted)}
    shown = [rows[number] for number in wanted if number in rows]
    return Queue(numbers=numbers, rows=shown, here=here, first_shown=first)


def numbers_of(waiting: QuerySet[Any], order: str, *, name: str = "") -> Sequence[int]:
    """The numbers of all that wait, in order. A part of the queue that has a `name`, which stands for its filter, is
    kept as long as nothing is written to the record: whoever only goes from item to item does not have it sorted anew.
    """
    version = version_now() if name else _NOTHING_WRITTEN
    key = (str(version), order, name)
    kept = _SORTED.get(key)
    if kept is not None:
        return kept
    found = tuple(in_order(waiting, order).values_list("pk", flat=True).iterator(chunk_size=_AT_ONCE))
    if version != _NOTHING_WRITTEN:
        if len(_SORTED) >= _PARTS_KEPT:
            _SORTED.clear()
        _SORTED[key] = found
    return found


def next_of(numbers: Sequence[int], here: int | None) -> int | None:
    """The number after `here`, round to the first; None where nothing else waits."""
    others = [number for number in numbers if number != here]
    if here not in numbers or not others:
        return others[0] if others else None
    return numbers[(numbers.index(here) + 1) % len(numbers)]


def progress_on(shelf: Shelf, waiting: int) -> Progress:
    """Items accepted or rejected today, in the zone in which times are shown. One query."""
    today = _start_of_today()
    decided = Decision.objects.filter(verb__in=_DONE, at__gte=today, by__isnull=False, undone_by__isnull=True)
    return Progress(done=decided.aggregate(done=Count(shelf.one, distinct=True))["done"], waiting=waiting)


def _start_of_today() -> datetime:
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def last_decision_of(user: User) -> Decision | None:
    """What this editor decided last today and has not undone: one key takes it back. None where there is nothing.

    Of decisions taken together the first: it says what the act was. Two queries at most.
    """
    own = Decision.objects.filter(by=user, at__gte=_start_of_today(), undone_by__isnull=True).exclude(verb=Verb.UNDO)
    newest_first = own.select_related("event", "position", "other").order_by("-pk")
    last = newest_first.first()
    if last is None or last.batch is None:
        return last
    return newest_first.filter(batch=last.batch).last() or last


def taken_together(decision: Decision) -> int:
    """How many decisions were taken, and are undone, with this one. One query at most."""
    return Decision.objects.filter(batch=decision.batch).exclude(verb=Verb.UNDO).count() if decision.batch else 1


def last_run() -> IngestionRun | None:
    """The run that ended last, for the empty queue."""
    return IngestionRun.objects.filter(finished__isnull=False).order_by("-pk").first()


def waiting_elsewhere(shelf: Shelf) -> int:
    """How many wait on the other shelf."""
    return (POSITIONS if shelf is EVENTS else EVENTS).waiting().count()
