"""What an editor typed at an item and did not save: kept in their session until the item is shown to them again.

A button that does something small, or leads elsewhere, loses nothing of the form around it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from tradewatch.records.models import Decision
from tradewatch.review.beside import typed_beside
from tradewatch.review.changes import sealed, unsealed
from tradewatch.review.doors import DeskRequest
from tradewatch.review.evidence import sources_of, year_of
from tradewatch.review.sheets import Sheet
from tradewatch.review.shelves import EVENTS, POSITIONS, Item, Shelf, shelf_of

_KEPT = "review_unsaved"
_MOST = 10  # items with something typed; the one that was left longest ago goes first


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """Inputs as they were left, and what the form was filled from."""

    version: str
    seen: str
    newest: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    rows: Sequence[Mapping[str, Any]] | None = None
    beside: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.fields or self.rows is not None or self.beside)

    def sheet(self, shelf: Shelf, item: Item, *, year: int) -> Sheet:
        """The form as it was left."""
        values = unsealed(self.seen) or shelf.values_of(item)
        hidden = {"version": self.version, "seen": self.seen, "newest": self.newest}
        return Sheet.as_left(shelf.one, values, fields={**self.fields, **hidden}, rows=self.rows, year=year)


def unsaved_in(request: DeskRequest, item: Item, *, done: Collection[str] = ()) -> Unsaved | None:
    """What was sent with a small act and is not saved by it; None where the form was not sent. `done` names fields
    that the act sets, or begins the names of inputs that it used up."""
    data, shelf = request.POST, shelf_of(item)
    if "seen" not in data:
        return None
    sheet = Sheet.posted(shelf.one, data, year=year_of(sources_of(item)))
    fields, rows = sheet.unsaved(unsealed(data["seen"]) or shelf.values_of(item))
    started = tuple(done)
    return Unsaved(
        version=data.get("version", ""),
        seen=data["seen"],
        newest=data.get("newest", ""),
        fields={name: value for name, value in fields.items() if name not in done},
        rows=None if "measures" in done else rows,
        beside={name: value for name, value in typed_beside(data).items() if not name.startswith(started)},
    )


def keep(request: DeskRequest, item: Item, left: Unsaved | None, *, moved_on: bool) -> None:
    """Keep it for the next look at the item; `moved_on`: the editor's own act has just changed the item, so that the
    form goes on from there."""
    if not left:
        return
    kept = {**asdict(left), **(_filled_from(item) if moved_on else {})}
    others = {key: value for key, value in request.session.get(_KEPT, {}).items() if key != _key(item)}
    newest = dict(list(others.items())[1 - _MOST :])
    request.session[_KEPT] = {**newest, _key(item): kept}


def taken_up(request: DeskRequest, item: Item) -> Unsaved | None:
    """What was left at the item, once."""
    kept = request.session.get(_KEPT, {})
    if _key(item) not in kept:
        return None
    left = Unsaved(**kept.pop(_key(item)))
    request.session[_KEPT] = kept
    return left


def open_item_of(request: DeskRequest) -> Item | None:
    """The item whose form was sent along: "event 412" in the field `open`."""
    one, _, number = request.POST.get("open", "").partition(" ")
    shelf = {"event": EVENTS, "position": POSITIONS}.get(one)
    return shelf.everything().filter(pk=int(number)).first() if shelf and number.isdecimal() else None


def _filled_from(item: Item) -> dict[str, str]:
    shelf = shelf_of(item)
    now = shelf.everything().get(pk=item.pk)
    newest = Decision.objects.filter(**{shelf.one: now}).order_by("-pk").values_list("pk", flat=True).first()
    return {"version": str(now.version), "seen": sealed(shelf.values_of(now)), "newest": str(newest or 0)}


def _key(item: Item) -> str:
    return f"{shelf_of(item).one} {item.pk}"
