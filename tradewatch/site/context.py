"""What the shell of every page shows: the places to go, the reader's rights, and how many events wait for review."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache, partial
from typing import Any

from django.http import HttpRequest

from tradewatch.records.models import Event, IngestionRun
from tradewatch.records.querysets import states_visible_to
from tradewatch.records.rights import is_editor
from tradewatch.records.version import Version, version_now

# Where an address belongs in the navigation, by its first part.
_PLACE_OF = {"": "/", "events": "/", "issues": "/"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One entry of the navigation; `current` is the value of its aria-current, "page" only on the very page."""

    name: str
    href: str
    current: str = ""
    waiting: int = 0


class Shell:
    """What the shell of one request shows; asked only where it is shown, and once for all parts of an answer."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def is_editor(self) -> bool:
        return is_editor(self._request.user)

    @cached_property
    def waiting(self) -> int:
        return Event.objects.waiting().count() if self.is_editor else 0

    @cached_property
    def places(self) -> list[Place]:
        return places(self._request.path, editor=self.is_editor, waiting=self.waiting)

    @cached_property
    def last_run(self) -> datetime | None:
        return _last_run(version_now()) if states_visible_to(self._request.user) else None


def shell(request: HttpRequest) -> dict[str, Any]:
    """`places` of the navigation, `is_editor`, `waiting` (0 but for editors) and `last_run`, each when it is asked."""
    kept: Shell = vars(request).setdefault("_shell", Shell(request))
    return {name: partial(getattr, kept, name) for name in ("is_editor", "waiting", "places", "last_run")}


@lru_cache(maxsize=4)
def _last_run(_version: Version) -> datetime | None:
    """When the last run ended: runs are a part of what a version is of."""
    return IngestionRun.objects.filter(finished__isnull=False).values_list("finished", flat=True).first()


def places(path: str, *, editor: bool, waiting: int) -> list[Place]:
    """The entries that a reader sees, the one that `path` belongs to marked."""
    entries = [("Timeline", "/"), ("Positions", "/positions/"), ("Actors", "/actors/"), ("Sources", "/sources/")]
    if editor:
        entries.append(("Review", "/review/"))
    return [
        Place(name=name, href=href, current=_current(path, href), waiting=waiting if href == "/review/" else 0)
        for name, href in entries
    ]


def _current(path: str, href: str) -> str:
    if path == href:
        return "page"
    first = path.strip("/").partition("/")[0]
    return "true" if _PLACE_OF.get(first, f"/{first}/") == href else ""
