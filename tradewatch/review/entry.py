"""What one editor sent about one item, and how it is answered where it cannot simply be done.

Whatever was typed into the form is saved with the decision, so that no button loses it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.http import HttpResponse

from tradewatch.records.models import Decision, Passage
from tradewatch.review import acts
from tradewatch.review.answers import desk_with
from tradewatch.review.beside import Beside, typed_beside
from tradewatch.review.changes import changed, differences, unsealed
from tradewatch.review.desk import Collision, blank_sheet, open_item
from tradewatch.review.doors import DeskRequest
from tradewatch.review.evidence import sources_of, year_of
from tradewatch.review.forms import ReasonForm
from tradewatch.review.new_actors import NamesNewActor, make_actor
from tradewatch.review.sentences import who_decided
from tradewatch.review.sheets import Sheet
from tradewatch.review.shelves import Item, Shelf

NOTHING_CHANGED = "Nothing differs from what is recorded, so nothing was saved."
_RESTING = ("accept", "reject")
_DECISIONS: Mapping[str, Callable[..., Decision]] = {
    "accept": acts.accept,
    "reject": acts.reject,
    "restore": acts.restore,
    "dismiss": acts.dismiss_reading,
}


class Entry:
    """One form that was sent. `changes` holds what the editor changed against what they saw, once it is valid."""

    def __init__(self, request: DeskRequest, shelf: Shelf, item: Item, act: str) -> None:
        self.request, self.shelf, self.item, self.act = request, shelf, item, act
        self.year = year_of(sources_of(item))
        # A form without fields (restore, dismiss) decides and corrects nothing.
        self.is_whole = act == "save" or "seen" in request.POST
        self.sheet = Sheet.posted(shelf.one, request.POST, year=self.year) if self.is_whole else None
        self.form = self.sheet.form if self.sheet else ReasonForm(request.POST)
        self.changes: Mapping[str, Any] = {}
        self.beside = Beside(item, request.POST)

    def is_read(self) -> bool:
        """True when every field holds what it can take; `changes` are known then."""
        if not (self.sheet or self.form).is_valid():
            return False
        self.changes = self._changes()
        return True

    def is_valid(self) -> bool:
        """True when nothing has to be refused before the record is asked."""
        if not self.is_read():
            return False
        problems = self.beside.problems()
        if problems:
            self.form.add_error(None, " ".join(problems))
            return False
        if self.changes or self.act == "reject":
            return self.form.because_needed()
        if self.act == "save" and not self.beside and self.form.cleaned_data["version"] == self.item.version:
            self.form.add_error(None, NOTHING_CHANGED)
            return False
        return True

    def _changes(self) -> Mapping[str, Any]:
        """What was typed over what was seen, without the fields whose other value was chosen after a conflict."""
        if self.sheet is None:
            return {}
        seen = unsealed(self.form.cleaned_data["seen"]) or self.shelf.values_of(self.item)
        typed = changed(self.sheet.typed(), seen)
        return {field: value for field, value in typed.items() if self.request.POST.get(f"keep-{field}") != "theirs"}

    @transaction.atomic
    def take(self) -> None:
        """Save what was changed and take the decision, both or neither."""
        version, because = self.form.cleaned_data["version"], self.form.cleaned_data["because"]
        new = self.sheet.form.new_actor() if self.sheet else None
        if new:
            make_actor(new, by=self.request.user)
        rests_on = self._words_it_rests_on()
        acts.save(self.item, self.changes, version=version, by=self.request.user, because=because, rests_on=rests_on)
        self.beside.take(by=self.request.user, because=because)
        decision = _DECISIONS.get(self.act)
        if decision:
            with_words = {"rests_on": rests_on} if self.act in _RESTING else {}
            decision(self.item, by=self.request.user, because=because, **with_words)

    def _words_it_rests_on(self) -> Passage | None:
        """The passage that was chosen beside the reason; one of an article that reports the item."""
        number = self.form.cleaned_data.get("rests_on")
        if not number:
            return None
        found = Passage.objects.filter(
            pk=number, version__document__in=[row.document_id for row in sources_of(self.item)]
        )
        passage = found.first()
        if passage is None:
            raise acts.BadValue("rests_on", "The words that it rests on stand in no article that reports it.")
        return passage

    def refuse(self, field: str, said: str) -> None:
        """Put a sentence at its field."""
        if self.sheet:
            self.sheet.refuse(field, said)
        else:
            self.form.add_error(field if field in self.form.fields else None, said)

    def shown_again(self, status: int, *, refusal: str = "") -> HttpResponse:
        """The desk with what was sent, and what is wrong with it."""
        said = [refusal] if refusal else self._wrong_out_of_sight()
        return self._answer(self.item, status, sheet=self.sheet, refusal=" ".join(said))

    def _wrong_out_of_sight(self) -> list[str]:
        """Messages that have no visible field: those of hidden ones, and all of a form that is not shown again."""
        names = [name for name in self.form.errors if self.sheet is None or name in ("version", "seen", "newest")]
        return [f"{name.capitalize()}: {error}" for name in names for error in self.form.errors[name]]

    def collided(self) -> HttpResponse:
        """409: the record as it is now with what this editor typed on top, and a choice for each field."""
        item = self.shelf.everything().get(pk=self.item.pk)
        theirs = self.shelf.values_of(item)
        seen = (unsealed(self.form.cleaned_data["seen"]) if self.is_whole else None) or theirs
        newest = Decision.objects.filter(**{self.shelf.one: item}).select_related("by").order_by("-pk").first()
        changer = newest if newest and newest.pk != self.form.cleaned_data["newest"] else None
        collision = Collision(
            who=who_decided(changer) if changer else "a new run of the machine",
            at=changer.at if changer else None,
            rows=differences(seen, self.changes, theirs, self.shelf.fields),
        )
        sheet = blank_sheet(
            self.shelf,
            item,
            year=self.year,
            newest=newest.pk if newest else 0,
            mine={**self.changes, **self._unmade(), "rests_on": self.form.cleaned_data["rests_on"]},
            because=self.form.cleaned_data["because"],
        )
        return self._answer(item, 409, sheet=sheet, collision=collision)

    def _unmade(self) -> Mapping[str, Any]:
        """What was typed about a new actor, who is not made as long as the form is not saved."""
        new = self.sheet.form.new_actor() if self.sheet else None
        if new is None:
            return {}
        typed = {name: self.form.cleaned_data[name] for name in NamesNewActor.base_fields}
        if "actors" in self.changes:
            return {**typed, "actors": [slug for slug in self.changes["actors"] if slug != new.slug]}
        return {**typed, "speaker": self.shelf.values_of(self.item).get("speaker", "")}

    def _answer(self, item: Item, status: int, **shown: Any) -> HttpResponse:
        document = self.request.GET.get("document", "")
        beside = typed_beside(self.request.POST)
        opened = open_item(self.shelf, item, by=self.request.user, document=document, typed=beside, **shown)
        return desk_with(self.request, self.shelf, opened, status=status)
