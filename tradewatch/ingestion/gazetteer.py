"""The gazetteer as the reference files hold it, for reading without a database."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from tradewatch.edtf import bounds_of
from tradewatch.extraction.datatypes import Gazetteer, KnownActor, KnownPublisher


def gazetteer_from_files(folder: Path) -> Gazetteer:
    """The actors and publishers of `actors.toml` and `publishers.toml` in `folder`."""
    return Gazetteer(
        actors=tuple(_actor(row) for row in _rows(folder / "actors.toml", "actor")),
        publishers=tuple(_publisher(row) for row in _rows(folder / "publishers.toml", "publisher")),
    )


def _rows(path: Path, sort: str) -> list[dict[str, Any]]:
    with path.open("rb") as file:
        rows: list[dict[str, Any]] = tomllib.load(file).get(sort, [])
    return rows


def _actor(row: dict[str, Any]) -> KnownActor:
    return KnownActor(
        slug=row["slug"],
        name=row["name"],
        kind=row["kind"],
        side=row["side"],
        aliases=tuple(row.get("aliases", ())),
        roles=tuple(
            (role["title"], _first(role.get("from", "")), _last(role.get("to", ""))) for role in row.get("roles", ())
        ),
    )


def _publisher(row: dict[str, Any]) -> KnownPublisher:
    return KnownPublisher(
        slug=row["slug"],
        name=row["name"],
        genre=row["genre"],
        side=row["side"],
        hosts=tuple(row.get("hosts", ())),
        marks=tuple(row.get("marks", ())),
    )


def _first(value: str) -> date | None:
    return bounds_of(value).earliest


def _last(value: str) -> date | None:
    return bounds_of(value).latest
