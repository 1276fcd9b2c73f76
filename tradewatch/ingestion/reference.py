"""The reference files into their tables: what a file says is taken over, what an editor changed or added stays."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Model

from tradewatch.edtf import NotADate, bounds_of
from tradewatch.records.models import Actor, Alias, Issue, Publisher, Role
from tradewatch.records.rights import make_groups
from tradewatch.vocabulary import Genre, Side, Topic

FOLDER = settings.BASE_DIR / "fixtures" / "reference"


class BadReference(ValueError):
    """A reference file that cannot be taken over; the message names the file and the row."""


@dataclass(slots=True, kw_only=True)
class Loaded:
    """How many rows were new, changed, and left as an editor had them."""

    new: int = 0
    changed: int = 0
    kept: list[str] = field(default_factory=list)  # "actor he-lifeng: name"


@transaction.atomic
def load_reference(folder: Path = FOLDER) -> Loaded:
    """Load actors, issues and publishers from `folder`. Idempotent. Raises BadReference and then changes nothing."""
    loaded = Loaded()
    for row in _rows(folder / "issues.toml", "issue", ("slug", "name", "meaning"), {"slug": {t.value for t in Topic}}):
        order = [topic.value for topic in Topic].index(row["slug"])
        _take(Issue, row["slug"], {"name": row["name"], "meaning": row["meaning"], "order": order}, loaded)
    sides = {side.value for side in Side}
    needed = ("slug", "name", "genre", "side")
    for row in _rows(
        folder / "publishers.toml", "publisher", needed, {"genre": {g.value for g in Genre}, "side": sides}
    ):
        said = {name: row[name] for name in ("name", "genre", "side")}
        said |= {"hosts": row.get("hosts", []), "marks": row.get("marks", []), "sample": row.get("sample", False)}
        _take(Publisher, row["slug"], {**said, "note": row.get("note", "")}, loaded)
    kinds = {kind.value for kind in Actor.Kind}
    needed = ("slug", "name", "kind", "side")
    for row in _rows(folder / "actors.toml", "actor", needed, {"kind": kinds, "side": sides}):
        said = {name: row[name] for name in ("name", "kind", "side")}
        actor = _take(Actor, row["slug"], {**said, "note": row.get("note", "")}, loaded)
        _take_names(actor, row, loaded)
    make_groups()
    return loaded


def _rows(path: Path, sort: str, needed: tuple[str, ...], words: Mapping[str, set[str]]) -> list[dict[str, Any]]:
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get(sort, [])
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror}."
        raise BadReference(message) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path.name} is no TOML: {error}."
        raise BadReference(message) from error
    for at, row in enumerate(rows, start=1):
        for name in needed:
            if not row.get(name):
                message = f"{path.name}, row {at} ({row.get('slug', 'no slug')}): “{name}” is missing."
                raise BadReference(message)
        for name, known in words.items():
            if row[name] not in known:
                message = f"{path.name}, row {at} ({row['slug']}): “{row[name]}” is no {name}."
                raise BadReference(message)
    return list(rows)


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
    if changed or row.reference != said:
        loaded.changed += changed
        row.reference = said
        row.save()
    return row


def _take_names(actor: Actor, row: Mapping[str, Any], loaded: Loaded) -> None:
    for text in row.get("aliases", []):
        _, made = Alias.objects.get_or_create(actor=actor, text=text, defaults={"from_reference": True})
        loaded.new += made
    for role in row.get("roles", []):
        start = _bound(row["slug"], role.get("from"), lambda bounds: bounds.earliest)
        end = _bound(row["slug"], role.get("to"), lambda bounds: bounds.latest)
        _, made = Role.objects.get_or_create(actor=actor, title=role["title"], start=start, defaults={"end": end})
        loaded.new += made


def _bound(slug: str, value: Any, side: Callable[[Any], Any]) -> Any:
    try:
        return side(bounds_of(str(value or "")))
    except NotADate as error:
        message = f"actors.toml ({slug}): {error}"
        raise BadReference(message) from error
