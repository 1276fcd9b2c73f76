"""Rows held while something is decided about them: what was checked is still so when it is written."""

from collections.abc import Iterable
from typing import TypeVar, cast

from tradewatch.records.models import Decision, Event, Position

Target = Event | Position
One = TypeVar("One", bound=Target)


class Conflict(Exception):
    """Somebody else decided since the form was opened; `target` is as it stands now."""

    def __init__(self, target: Target) -> None:
        super().__init__("Somebody else changed this while you were editing it.")
        self.target = target


def locked(target: One, *, version: int | None = None) -> One:
    """The row as it stands, held until the transaction ends. Raises Conflict where it is not at `version` any more."""
    held = type(target)._default_manager.select_for_update().get(pk=target.pk)
    if version is not None and held.version != version:
        raise Conflict(held)
    return cast("One", held)


def both_locked(one: Event, other: Event) -> tuple[Event, Event]:
    """Both rows as they stand, always locked in the order of their numbers, so that two acts cannot wait in turn."""
    held = Event.objects.select_for_update().filter(pk__in=[one.pk, other.pk]).order_by("pk").in_bulk()
    return held[one.pk], held[other.pk]


def hold_all(decisions: Iterable[Decision]) -> None:
    """Every event and position that these touch: of two who undo them at once, the second is told so."""
    taken = list(decisions)
    events = {number for one in taken for number in (one.event_id, one.other_id) if number}
    list(Event.objects.select_for_update().filter(pk__in=events).order_by("pk").values_list("pk"))
    positions = {one.position_id for one in taken if one.position_id}
    list(Position.objects.select_for_update().filter(pk__in=positions).order_by("pk").values_list("pk"))
