"""Django's admin, for reference data alone: the record itself is changed at the desk, by decisions.

Django's admin classes take no type parameter at run time, hence the ignores.
"""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from tradewatch.records.models import Actor, Alias, IngestionRun, Issue, Publisher, Role

admin.site.site_header = "Tradewatch: reference data"
admin.site.site_title = "Tradewatch"


class RoleInline(admin.TabularInline):  # type: ignore[type-arg]
    model = Role
    extra = 0


class AliasInline(admin.TabularInline):  # type: ignore[type-arg]
    model = Alias
    extra = 1


@admin.register(Actor)
class ActorAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("name", "slug", "kind", "side")
    list_filter = ("kind", "side")
    search_fields = ("name", "slug", "aliases__text")
    inlines = (RoleInline, AliasInline)


@admin.register(Issue)
class IssueAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("name", "slug", "meaning")

    def has_add_permission(self, _request: HttpRequest) -> bool:
        """The list of issues is the codebook's, and closed."""
        return False

    def has_delete_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        return False


@admin.register(Publisher)
class PublisherAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("name", "slug", "genre", "side", "sample")
    list_filter = ("genre", "side", "sample")
    search_fields = ("name", "slug")


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
