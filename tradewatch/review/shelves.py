"""The two kinds of item that lie on the desk, events and positions, and what differs between them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import QuerySet
from django.urls import reverse

from tradewatch.records.accounts import EVENT_FIELDS, POSITION_FIELDS, Folded
from tradewatch.records.folding import fold_of, folds_of
from tradewatch.records.folding_positions import fold_of_position, folds_of_positions, values_of_position
from tradewatch.records.models import Event, Position
from tradewatch.records.rows import values_of

Item = Event | Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One kind of item: how it is found, what its fields are, and where its pages are."""

    name: str
    one: str
    fields: Sequence[str]
    everything: Callable[[], QuerySet[Any]]
    waiting: Callable[[], QuerySet[Any]]
    values_of: Callable[[Any], Mapping[str, Any]]
    fold_of: Callable[[Any], Folded]
    folds_of: Callable[[Iterable[int]], Mapping[int, Folded]]

    def address_of(self, number: int) -> str:
        """The desk with this item on it."""
        return reverse(f"review-{self.one}", args=[number])

    @property
    def address(self) -> str:
        return reverse(f"review-{self.name}")


EVENTS = Shelf(
    name="events",
    one="event",
    fields=EVENT_FIELDS,
    everything=lambda: Event.objects.prefetch_related("actors", "issues", "measures").select_related("merged_into"),
    waiting=Event.objects.waiting,
    values_of=values_of,
    fold_of=fold_of,
    folds_of=folds_of,
)
POSITIONS = Shelf(
    name="positions",
    one="position",
    fields=POSITION_FIELDS,
    everything=lambda: Position.objects.select_related("speaker", "issue", "document"),
    waiting=lambda: Position.objects.waiting().select_related("speaker", "issue"),
    values_of=values_of_position,
    fold_of=fold_of_position,
    folds_of=folds_of_positions,
)


def shelf_of(item: Item) -> Shelf:
    """The shelf that an item lies on."""
    return EVENTS if isinstance(item, Event) else POSITIONS


def item_of(decision_or_note: Any) -> Item:
    """The event or position that a decision or an annotation is about; one of the two is always there."""
    return cast("Item", decision_or_note.event or decision_or_note.position)
