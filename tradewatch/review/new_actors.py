"""Actors made at the desk, where a text names somebody whom the reference data does not know."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.auth.models import User
from django.db.models import Q
from django.utils.text import slugify

from tradewatch.records.models import Actor, Alias
from tradewatch.review.widgets import Line, OneOf
from tradewatch.vocabulary import Side

SHOWN = 20
_LONGEST_SLUG = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class NewActor:
    """An actor that is to be made together with the decision that names it."""

    slug: str
    name: str
    kind: str
    side: str


class NamesNewActor(forms.Form):
    """The three fields that make an actor; all empty where none is made."""

    new_actor_name = forms.CharField(widget=Line, required=False, max_length=200, label="New actor’s name")
    new_actor_kind = forms.ChoiceField(
        widget=OneOf, required=False, choices=[("", "choose"), *Actor.Kind.choices], label="New actor’s kind"
    )
    new_actor_side = forms.ChoiceField(
        widget=OneOf, required=False, choices=[("", "choose"), *Side.choices()], label="New actor’s side"
    )

    @property
    def of_new_actor(self) -> list[forms.BoundField]:
        """The fields, for the page to show together."""
        return [self[name] for name in NamesNewActor.base_fields]

    def clean_new_actor_name(self) -> str:
        """The name. Refused where somebody bears it already."""
        name = " ".join(str(self.cleaned_data["new_actor_name"]).split())
        bearer = _bearer(name) if name else None
        if bearer:
            raise forms.ValidationError(f"“{name}” is known already, as {bearer.slug}: type that into the field above.")
        return name

    def clean(self) -> dict[str, Any]:
        """A new actor has a kind and a side."""
        data = super().clean() or self.cleaned_data
        if data.get("new_actor_name"):
            for name in ("new_actor_kind", "new_actor_side"):
                if not data.get(name):
                    self.add_error(name, f"Choose the {name.removeprefix('new_actor_')} of the new actor.")
        return data

    def new_actor(self) -> NewActor | None:
        """The actor that is to be made; None where no name was typed."""
        name = self.cleaned_data.get("new_actor_name")
        if not name:
            return None
        kind, side = self.cleaned_data["new_actor_kind"], self.cleaned_data["new_actor_side"]
        return NewActor(slug=_free_slug(name), name=name, kind=kind, side=side)


def make_actor(new: NewActor, *, by: User) -> Actor:
    """The actor, with a line in the log of the reference data."""
    actor = Actor.objects.create(slug=new.slug, name=new.name, kind=new.kind, side=new.side)
    LogEntry.objects.log_actions(
        by.pk, [actor], ADDITION, change_message="Made at the review desk.", single_object=True
    )
    return actor


def suggested(text: str) -> list[tuple[str, str]]:
    """(what to type, in words) for each actor whose slug, name or alias holds the last name typed. Two queries."""
    before, _, last = text.rpartition(",")
    sought = last.strip()
    if not sought:
        return []
    lead = f"{before.strip()}, " if before.strip() else ""
    named = Actor.objects.filter(Q(name__icontains=sought) | Q(slug__icontains=sought)).values_list("slug", "name")
    found = dict(named[:SHOWN])
    aliases = Alias.objects.filter(text__icontains=sought).values_list("actor__slug", "actor__name", "text")
    for slug, name, alias in aliases[:SHOWN]:
        found.setdefault(slug, f"{name}, also “{alias}”")
    return [(f"{lead}{slug}", words) for slug, words in list(found.items())[:SHOWN]]


def _bearer(name: str) -> Actor | None:
    return Actor.objects.filter(Q(name__iexact=name) | Q(slug__iexact=name) | Q(aliases__text__iexact=name)).first()


def _free_slug(name: str) -> str:
    """ "Ministry of Water" → "ministry-of-water", or "ministry-of-water-2" where that is taken."""
    # A name in other letters than Latin ones has no slug of its own.
    slug = slugify(name)[:_LONGEST_SLUG].strip("-") or "actor"
    taken = set(Actor.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    return _first_free(slug, taken)


def _first_free(slug: str, taken: Collection[str]) -> str:
    if slug not in taken:
        return slug
    return next(f"{slug}-{number}" for number in range(2, len(taken) + 3) if f"{slug}-{number}" not in taken)
