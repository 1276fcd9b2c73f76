"""What stands beside the fields of an open item and is typed with them: a note, answers to notes, links.

Each has a button of its own; what was typed there is saved with the form as well, so that no button loses it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.contrib.auth.models import User
from django.db.models import Q
from django.forms import Form

from tradewatch.records.models import Annotation, Event, EventLink, Passage
from tradewatch.review import acts
from tradewatch.review.forms import NoteForm
from tradewatch.review.links import LinkForm, change_link, make_link
from tradewatch.review.shelves import Item
from tradewatch.vocabulary import LinkType

NOTE, ANSWER, LINK, NEW = "note", "reply-", "link-", "new"
WORDS = ("words", "start", "end", "instead")
_OURS = (f"{NOTE}-", ANSWER, LINK)


def typed_beside(data: Mapping[str, str]) -> dict[str, str]:
    """What stands in the inputs beside the form, by name; empty ones are left out."""
    return {name: data[name] for name in data if (name.startswith(_OURS) or name in WORDS) and data[name].strip()}


def key_of(link: EventLink) -> str:
    """ "responds_to-412": what a link of an event is known by; its row's number would change with every fold."""
    return f"{link.type}-{link.target_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """A link that stands, or the one to be made (key "new"), with what its inputs hold."""

    key: str
    link: EventLink | None
    type: str
    to: str
    quote: str

    @property
    def is_changed(self) -> bool:
        """True where something was typed that is not what stands."""
        if self.link is None:
            return bool(self.to.strip() or self.quote.strip())
        standing = (self.link.type, str(self.link.target_id), " ".join(self.link.quote.split()))
        return standing != (self.type, self.to.strip(), " ".join(self.quote.split()))


def link_rows(links: Sequence[EventLink], typed: Mapping[str, str]) -> list[LinkRow]:
    """A row for each link, and the empty one, each with what was typed there on top."""

    def row(key: str, link: EventLink | None, **stands: str) -> LinkRow:
        left = {name: typed.get(f"{LINK}{key}-{name}", value) for name, value in stands.items()}
        return LinkRow(key=key, link=link, **left)

    standing = [row(key_of(link), link, type=link.type, to=str(link.target_id), quote=link.quote) for link in links]
    return [*standing, row(NEW, None, type="", to="", quote="")]


def link_form(data: Mapping[str, Any], key: str) -> LinkForm:
    return LinkForm(data, prefix=f"{LINK}{key}")


def answer_form(data: Mapping[str, str], number: str) -> NoteForm:
    """The answer that was typed below a note."""
    return NoteForm({"text": data.get(f"{ANSWER}{number}", ""), "parent": number})


def leave(item: Item, form: NoteForm, *, by: User) -> Annotation:
    """The note of a valid form. A number that is none of this item's notes or quotes is passed over."""
    given = form.cleaned_data
    field, passage = given["about"]
    return acts.annotate(
        item,
        given["text"],
        by=by,
        tags=given["tags"],
        field=field,
        passage=_passage(item, passage),
        parent=_answered(item, given["parent"]),
    )


def _answered(item: Item, number: int | None) -> Annotation | None:
    """The note that is answered: one of the item's, or of an event that has become part of it."""
    if not number:
        return None
    on_it = Q(event=item) | Q(event__merged_into=item) if isinstance(item, Event) else Q(position=item)
    return Annotation.objects.filter(on_it, pk=number).first()


def _passage(item: Item, number: int | None) -> Passage | None:
    carrying = Q(mention__event=item) if isinstance(item, Event) else Q(position=item)
    return Passage.objects.filter(carrying, pk=number).first() if number else None


class Beside:
    """The notes and links that were typed with a form that is saved."""

    def __init__(self, item: Item, data: Mapping[str, str]) -> None:
        self.item = item
        self.notes = list(_notes_typed(data))
        rows = link_rows(list(item.links.select_related("source", "target")), data) if isinstance(item, Event) else []
        self.links = [(row.link, link_form(data, row.key)) for row in rows if _was_sent(row, data) and row.is_changed]

    def __bool__(self) -> bool:
        return bool(self.notes or self.links)

    def problems(self) -> list[str]:
        """A sentence for each thing that cannot be saved."""
        forms: list[Form] = [*self.notes, *(form for _, form in self.links)]
        return [str(error) for form in forms for errors in form.errors.values() for error in errors]

    def take(self, *, by: User, because: str) -> None:
        """Leave the notes, and make or change the links."""
        for note in self.notes:
            leave(self.item, note, by=by)
        for link, form in self.links:
            put_link(cast("Event", self.item), link, form, by=by, because=because)


def put_link(event: Event, link: EventLink | None, form: LinkForm, *, by: User, because: str = "") -> None:
    """Make the link of a valid form, or change the one that stands into it."""
    given = form.cleaned_data
    how = LinkType(given["type"])
    if link:
        change_link(link, given["to"], how, by=by, quote=given["quote"], because=because)
    else:
        make_link(event, given["to"], how, by=by, quote=given["quote"], because=because)


def _notes_typed(data: Mapping[str, str]) -> Iterator[NoteForm]:
    if data.get(f"{NOTE}-text", "").strip():
        yield NoteForm(data, prefix=NOTE)
    for name in data:
        if name.startswith(ANSWER) and data[name].strip():
            yield answer_form(data, name.removeprefix(ANSWER))


def _was_sent(row: LinkRow, data: Mapping[str, str]) -> bool:
    return f"{LINK}{row.key}-to" in data
