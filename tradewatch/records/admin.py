"""Django's admin, for reference data alone: the record itself is changed at the desk, by decisions.

Slugs are set once: readings, decisions and the addresses that people cite name an actor or a publisher by its slug.
Django's admin classes take no type parameter at run time, hence the ignores.
"""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from tradewatch.records.models import Actor, Alias, IngestionRun, Issue, Publisher, Role
from tradewatch.records.search import index_events

admin.site.site_header = "Tradewatch: reference data"
admin.site.site_title = "Tradewatch"


class LinesField(forms.CharField):
    """A list of texts, typed one a line."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        lines = (" ".join(line.split()) for line in str(value or "").splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(data) != (initial or []))


class PublisherForm(forms.ModelForm):  # type: ignore[type-arg]
    hosts = LinesField(required=False, help_text="One a line, such as example.org; pages below it are found too.")
    marks = LinesField(required=False, help_text="One a line: words in a page's head or foot that give it away.")

    class Meta:
        model = Publisher
        fields = ("name", "slug", "genre", "side", "hosts", "marks", "sample", "note")

    def clean_hosts(self) -> list[str]:
        """The names of the hosts in small letters; an address in place of a name would never be recognised."""
        hosts = [host.lower() for host in self.cleaned_data["hosts"]]
        wrong = [host for host in hosts if not re.fullmatch(r"[^\s/:@]+\.[^\s/:@]+", host)]
        if wrong:
            message = f"“{wrong[0]}” is no name of a host such as example.org."
            raise forms.ValidationError(message)
        return hosts


class SluggedAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """A table whose slug is set when a row is made, and stays; rows that are in use cannot be deleted."""

    used_in: Iterable[str] = ()

    def get_readonly_fields(self, _request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("slug",) if obj else ()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """For one row that nothing names; never for a ticked list of them, which would not be asked one by one."""
        unused = obj is not None and not any(getattr(obj, name).exists() for name in self.used_in)
        return unused and super().has_delete_permission(request, obj)


class RoleInline(admin.TabularInline):  # type: ignore[type-arg]
    model = Role
    extra = 0


class AliasInline(admin.TabularInline):  # type: ignore[type-arg]
    model = Alias
    extra = 1


@admin.register(Actor)
class ActorAdmin(SluggedAdmin):
    list_display = ("name", "slug", "kind", "side")
    list_filter = ("kind", "side")
    search_fields = ("name", "slug", "aliases__text")
    inlines = (RoleInline, AliasInline)
    used_in = ("events", "positions")

    def save_model(self, request: HttpRequest, obj: Actor, form: Any, change: bool) -> None:
        """Save, and let the events of a renamed actor be found under the new name."""
        super().save_model(request, obj, form, change)
        if change and "name" in form.changed_data:
            index_events(obj.events.values_list("pk", flat=True))


@admin.register(Issue)
class IssueAdmin(SluggedAdmin):
    list_display = ("name", "slug", "meaning")

    def has_add_permission(self, _request: HttpRequest) -> bool:
        """The list of issues is the codebook's, and closed."""
        return False

    def has_delete_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        return False


@admin.register(Publisher)
class PublisherAdmin(SluggedAdmin):
    form = PublisherForm
    list_display = ("name", "slug", "genre", "side", "sample")
    list_filter = ("genre", "side", "sample")
    search_fields = ("name", "slug")
    used_in = ("documents",)


@admin.register(IngestionRun)
class IngestionRunAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Runs can be read: what each was given, and what came of it."""

    list_display = ("id", "started", "finished", "rules", "gazetteer")

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        return False
