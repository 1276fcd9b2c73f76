"""The reference files into their tables: what a file says is taken over, what an editor did stays.

Each row keeps what its file said last (`reference`): where the table says something else, an editor said it.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Model

from tradewatch.edtf import bounds_of
from tradewatch.ingestion.reference_files import BadReference, actors, issues, publishers
from tradewatch.records.models import Actor, Alias, Event, Issue, Publisher, Role
from tradewatch.records.rights import make_groups
from tradewatch.records.search import index_events
from tradewatch.vocabulary import Topic

__all__ = ["FOLDER", "BadReference", "Loaded", "load_reference"]

FOLDER = settings.BASE_DIR / "fixtures" / "reference"


@dataclass(slots=True, kw_only=True)
class Loaded:
    """How many rows were new, changed or dropped, and what was left as an editor had it."""

    new: int = 0
    changed: int = 0
    dropped: int = 0
    kept: list[str] = field(default_factory=list)  # "actor he-lifeng: name"


@transaction.atomic
def load_reference(folder: Path = FOLDER) -> Loaded:
    """Load actors, issues and publishers from `folder`. Idempotent. Raises BadReference and then changes nothing."""
    loaded = Loaded()
    order = [topic.value for topic in Topic]
    for row in issues(folder):
        said = {"name": row["name"], "meaning": row["meaning"], "order": order.index(row["slug"])}
        _take(Issue, row["slug"], said, loaded)
    for row in publishers(folder):
        said = {name: row[name] for name in ("name", "genre", "side")}
        said |= {"hosts": row.get("hosts", []), "marks": row.get("marks", []), "sample": row.get("sample", False)}
        _take(Publisher, row["slug"], {**said, "note": row.get("note", "")}, loaded)
    for row in actors(folder):
        said = {name: row[name] for name in ("name", "kind", "side")} | {"note": row.get("note", "")}
        actor = _take(Actor, row["slug"], said, loaded)
        _take_names(actor, row.get("aliases", []), loaded)
        _take_roles(actor, row.get("roles", []), loaded)
    if loaded.changed:
        # Events are found under the names of their actors, and these may be other ones now.
        index_events(Event.objects.values_list("pk", flat=True))
    make_groups()
    return loaded


def _take(model: type[Model], slug: str, said: dict[str, Any], loaded: Loaded) -> Any:
    """The row with this slug, made or brought up to date: a field that an editor changed is left alone."""
    row: Any = model._default_manager.filter(slug=slug).first()
    if row is None:
        loaded.new += 1
        return model._default_manager.create(slug=slug, reference=said, **said)
    changed = False
    for name, value in said.items():
        is_now = getattr(row, name)
        if is_now == value:
            continue
        if row.reference and is_now != row.reference.get(name):
            loaded.kept.append(f"{model._meta.model_name} {slug}: {name}")
            continue
        setattr(row, name, value)
        changed = True
    reference = {**row.reference, **said}
    if changed or row.reference != reference:
        loaded.changed += changed
        row.reference = reference
        row.save()
    return row


def _take_names(actor: Actor, said: list[str], loaded: Loaded) -> None:
    """Bring aliases up to date. One that the file said before and an editor has removed since is not put back."""
    before = set(actor.reference.get("aliases", []))
    for text in said:
        if text not in before:
            _, made = Alias.objects.get_or_create(actor=actor, text=text, defaults={"from_reference": True})
            loaded.new += made
    gone, _ = Alias.objects.filter(actor=actor, from_reference=True, text__in=before - set(said)).delete()
    loaded.dropped += gone
    _remember(actor, "aliases", said)


def _take_roles(actor: Actor, said: list[dict[str, str]], loaded: Loaded) -> None:
    """Bring the roles up to date, by title and first day; an end that an editor changed stays."""
    terms = {(role["title"], _first(role)): _last(role) for role in said}
    before = {(title, _day(start)): _day(end) for title, start, end in actor.reference.get("roles", [])}
    for (title, start), end in terms.items():
        role = Role.objects.filter(actor=actor, title=title, start=start).first()
        if role is None and (title, start) not in before:
            Role.objects.create(actor=actor, title=title, start=start, end=end)
            loaded.new += 1
        elif role is not None and role.end != end and role.end == before.get((title, start), role.end):
            role.end = end
            role.save()
            loaded.changed += 1
    for (title, start), end in before.items():
        if (title, start) not in terms:
            gone, _ = Role.objects.filter(actor=actor, title=title, start=start, end=end).delete()
            loaded.dropped += gone
    _remember(actor, "roles", [[title, _text(start), _text(end)] for (title, start), end in terms.items()])


def _remember(actor: Actor, name: str, said: list[Any]) -> None:
    if actor.reference.get(name) != said:
        actor.reference = {**actor.reference, name: said}
        actor.save(update_fields=["reference"])


def _first(role: dict[str, str]) -> date | None:
    return bounds_of(role.get("from", "")).earliest


def _last(role: dict[str, str]) -> date | None:
    return bounds_of(role.get("to", "")).latest


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(day: date | None) -> str:
    return day.isoformat() if day else ""
