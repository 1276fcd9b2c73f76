"""What lies on the desk: the queue, the article, the form of the open item, its notes and its history."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator

from tradewatch.records.accounts import Folded
from tradewatch.records.models import Actor, DocumentVersion, Event, EventLink
from tradewatch.review import policies
from tradewatch.review.beside import NOTE, LinkRow, link_rows
from tradewatch.review.changes import Difference, sealed
from tradewatch.review.evidence import Article, article_of, sources_of, year_of
from tradewatch.review.fields import FieldRow, rows_of_fields
from tradewatch.review.forms import NoteForm
from tradewatch.review.grounds import grounds_of, passage_alone, readings_of
from tradewatch.review.history import Entry, Note, entries_of, threads_on
from tradewatch.review.lookalikes import Lookalike, likely
from tradewatch.review.sheets import Sheet
from tradewatch.review.shelves import Item, Shelf
from tradewatch.review.unsaved import Unsaved
from tradewatch.review.wording import LABELS
from tradewatch.vocabulary import LinkType

NEWEST = "newest"  # the value of `wording` in an address that asks for an article as it stands now
FORM = "desk-form"  # the id of the form that everything typed at an item belongs to
ACTS = ("save", "accept", "reject", "restore", "dismiss", "notes", "words", "revert", "take")


@dataclass(frozen=True, slots=True, kw_only=True)
class Collision:
    """Somebody else's change that met this editor's: who made it, and the fields that differ."""

    who: str
    at: Any
    rows: Sequence[Difference]

    @property
    def choices(self) -> int:
        return sum(row.choice for row in self.rows)

    @property
    def has_mine(self) -> bool:
        """True where something that this editor typed still waits to be saved."""
        return any(row.mine_counts for row in self.rows)


@dataclass(frozen=True, kw_only=True)  # without slots: `addresses` is kept once it is asked
class Opened:
    """One item with all that an editor needs to decide about it."""

    item: Item
    shelf: Shelf
    article: Article | None
    sources: Sequence[DocumentVersion]
    sheet: Sheet
    fields: Mapping[str, FieldRow]
    folded: Folded
    history: Sequence[Entry]
    notes: Sequence[Note]
    names: Sequence[tuple[str, str]]  # (slug, name) of every actor, for completion
    can: Mapping[str, bool]
    note_form: NoteForm
    collision: Collision | None = None
    refusal: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)  # what stands in the inputs beside the form
    is_unsaved: bool = False  # the form shows what was typed and is not saved
    likely: Sequence[Lookalike] = ()  # events that it may be one with
    links: Sequence[LinkRow] = ()
    linked_from: Sequence[EventLink] = ()

    @property
    def address(self) -> str:
        return self.shelf.address_of(self.item.pk)

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Where the forms on the desk post to, by act."""
        return {act: reverse(f"review-{self.shelf.one}-{act}", args=[self.item.pk]) for act in ACTS}

    @property
    def is_refused(self) -> bool:
        """True where something stands in the way: then the eye is led there, not to the heading."""
        return bool(self.collision or self.refusal or self.sheet.is_refused)

    @property
    def has_new_reading(self) -> bool:
        return any(reason.get("code") == "new_reading" for reason in self.item.queue_reasons)

    @property
    def link_types(self) -> Sequence[tuple[str, str]]:
        return LinkType.choices()

    @property
    def about(self) -> Sequence[tuple[str, str]]:
        """What a note can be on: (value, words), the whole first."""
        fields = [(f"field:{name}", f"the {LABELS[name].lower()}") for name in self.shelf.fields]
        own = self.article.own if self.article else []
        quotes = [(f"passage:{mark.passage}", f"quote {mark.number}: “{_short(mark.quote)}”") for mark in own]
        return [("", f"the {self.shelf.one} as a whole"), *fields, *quotes]

    @property
    def noted(self) -> Collection[str]:
        """The fields with a note that is not resolved."""
        return {note.annotation.field for note in self.notes if note.annotation.field and not note.annotation.resolved}

    @property
    def open_notes(self) -> int:
        return sum(not note.annotation.resolved for note in self.notes)


def _short(quote: str) -> str:
    return Truncator(quote).words(8)


def open_item(
    shelf: Shelf,
    item: Item,
    *,
    by: User,
    document: str = "",
    wording: str = "",
    sheet: Sheet | None = None,
    collision: Collision | None = None,
    refusal: str = "",
    typed: Mapping[str, str] | None = None,
    unsaved: Unsaved | None = None,
) -> Opened:
    """The item as it stands, with the `sheet` that was sent and is to be shown again, or as somebody left it."""
    sources = sources_of(item)
    article = article_of(item, _wording(sources, document, newest=wording == NEWEST)) if sources else None
    folded = shelf.fold_of(item)
    readings = readings_of(item)
    history = entries_of(item)
    year = year_of(sources)
    left = unsaved.sheet(shelf, item, year=year) if unsaved else None
    shown = sheet or left or blank_sheet(shelf, item, year=year, newest=history[0].number if history else 0)
    beside = typed or (unsaved.beside if unsaved else {})
    passage = passage_alone(article)
    grounds = {name: found or passage for name, found in grounds_of(readings, article, shelf.fields).items()}
    rows = rows_of_fields(shown, folded, readings, grounds, corrected_from(history, article))
    shown.lead_the_eye(row.name for row in rows.values() if row.doubted)
    linked = _links(item)
    return Opened(
        item=item,
        shelf=shelf,
        article=article,
        sources=sources,
        sheet=shown,
        fields=rows,
        folded=folded,
        history=history,
        notes=threads_on(item, beside),
        names=list(Actor.objects.values_list("slug", "name")),
        can=_rights(item, by),
        note_form=_note_as_left(beside),
        collision=collision,
        refusal=refusal,
        likely=likely(item) if isinstance(item, Event) else (),
        links=link_rows([link for link in linked if link.source_id == item.pk], beside)
        if isinstance(item, Event)
        else (),
        linked_from=[link for link in linked if link.target_id == item.pk],
        typed=beside,
        is_unsaved=bool(unsaved),
    )


def _note_as_left(beside: Mapping[str, str]) -> NoteForm:
    stands = {name: beside.get(f"{NOTE}-{name}", "") for name in NoteForm.base_fields}
    form = NoteForm(initial=stands, prefix=NOTE, use_required_attribute=False)
    for input_ in form.fields.values():
        input_.widget.attrs["form"] = FORM  # it stands beside the form, and is sent with it
    return form


def corrected_from(history: Sequence[Entry], article: Article | None) -> dict[str, int]:
    """{field: number of the passage in the article} for each field whose last correction names words of it."""
    numbers = {mark.passage: mark.number for mark in article.marks} if article else {}
    corrections = [entry for entry in reversed(history) if entry.field and entry.counts]
    named = {entry.field: entry.passage for entry in corrections}
    return {field: numbers[passage] for field, passage in named.items() if passage in numbers}


def blank_sheet(
    shelf: Shelf, item: Item, *, year: int, newest: int, mine: Mapping[str, Any] | None = None, because: str = ""
) -> Sheet:
    """The form as the record has it, what the editor typed (`mine`) on top; it remembers what it was filled from."""
    values = dict(shelf.values_of(item))
    hidden = {"version": item.version, "seen": sealed(values), "newest": newest, "because": because}
    return Sheet.blank(shelf.one, {**values, **(mine or {})}, year=year, hidden=hidden)


def _wording(sources: Sequence[DocumentVersion], document: str, *, newest: bool) -> DocumentVersion:
    """The wording that is shown: of the chosen document, that with the words; or its newest, to find them again."""
    chosen = next((version for version in sources if str(version.document_id) == document), sources[0])
    return chosen.document.current or chosen if newest else chosen


def _links(item: Item) -> list[EventLink]:
    """The links that stand from an event and to it. One query."""
    if not isinstance(item, Event):
        return []
    either = Q(source=item) | Q(target=item)
    return list(EventLink.objects.filter(either).select_related("source", "target").order_by("pk"))


def _rights(item: Item, by: User) -> dict[str, bool]:
    return {
        "accept": policies.can_accept(item, by=by),
        "correct": policies.can_correct(item, by=by),
        "reject": policies.can_reject(item, by=by),
        "restore": policies.can_restore(item, by=by),
        "merge": isinstance(item, Event) and policies.can_merge(item, by=by),
    }
