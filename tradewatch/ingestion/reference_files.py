"""The reference files as rows, each checked before any is used: a bad one is named with its file and row."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tradewatch.edtf import NotADate, bounds_of
from tradewatch.records.models import Actor
from tradewatch.vocabulary import Genre, Side, Topic

Rows = list[dict[str, Any]]
_SIDES = frozenset(side.value for side in Side)
_GENRES = frozenset(genre.value for genre in Genre)


class BadReference(ValueError):
    """A reference file that cannot be taken over; the message names the file and the row."""


def issues(folder: Path) -> Rows:
    """slug, name, meaning. Raises BadReference."""
    topics = frozenset(topic.value for topic in Topic)
    return _rows(folder / "issues.toml", "issue", needed=("slug", "name", "meaning"), words={"slug": topics})


def publishers(folder: Path) -> Rows:
    """slug, name, genre, side, and perhaps hosts, marks, sample, note. Raises BadReference."""
    words = {"genre": _GENRES, "side": _SIDES}
    needed = ("slug", "name", "genre", "side")
    return _rows(folder / "publishers.toml", "publisher", needed=needed, words=words, lists=("hosts", "marks"))


def actors(folder: Path) -> Rows:
    """slug, name, kind, side, and perhaps aliases, roles, note. Raises BadReference."""
    path = folder / "actors.toml"
    words = {"kind": frozenset(kind.value for kind in Actor.Kind), "side": _SIDES}
    rows = _rows(path, "actor", needed=("slug", "name", "kind", "side"), words=words, lists=("aliases",))
    for at, row in enumerate(rows, start=1):
        for role in row.get("roles", []):
            _check_role(role, f"{path.name}, row {at} ({row['slug']})")
    return rows


def _rows(
    path: Path,
    sort: str,
    *,
    needed: Iterable[str],
    words: Mapping[str, frozenset[str]],
    lists: Iterable[str] = (),
) -> Rows:
    rows = _parsed(path).get(sort, [])
    if not isinstance(rows, list):
        message = f"{path.name}: its rows must begin with [[{sort}]]."
        raise BadReference(message)
    seen: set[str] = set()
    for at, row in enumerate(rows, start=1):
        where = f"{path.name}, row {at} ({row.get('slug', 'no slug')})"
        _check_words(row, where, needed, words)
        _check_lists(row, where, lists)
        if row["slug"] in seen:
            message = f"{where}: the slug stands there twice."
            raise BadReference(message)
        seen.add(row["slug"])
    return list(rows)


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror}."
        raise BadReference(message) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path.name} is no TOML: {error}."
        raise BadReference(message) from error


def _check_words(
    row: Mapping[str, Any], where: str, needed: Iterable[str], words: Mapping[str, frozenset[str]]
) -> None:
    for name in needed:
        if not row.get(name):
            message = f"{where}: “{name}” is missing."
            raise BadReference(message)
        if not isinstance(row[name], str):
            message = f"{where}: “{name}” is no text."
            raise BadReference(message)
    for name, known in words.items():
        if row[name] not in known:
            message = f"{where}: “{row[name]}” is no {name}."
            raise BadReference(message)


def _check_lists(row: Mapping[str, Any], where: str, lists: Iterable[str]) -> None:
    for name in lists:
        value = row.get(name, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            message = f"{where}: “{name}” is no list of words."
            raise BadReference(message)


def _check_role(role: Any, where: str) -> None:
    if not isinstance(role, Mapping) or not role.get("title"):
        message = f"{where}: a role has no “title”."
        raise BadReference(message)
    try:
        start, end = bounds_of(str(role.get("from", ""))).earliest, bounds_of(str(role.get("to", ""))).latest
    except NotADate as error:
        message = f"{where}: {error}"
        raise BadReference(message) from error
    if start and end and end < start:
        message = f"{where}: the role “{role['title']}” ends before it begins."
        raise BadReference(message)
