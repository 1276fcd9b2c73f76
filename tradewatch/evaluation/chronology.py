"""The events of the year that a timeline is held against, and which article's words report which of them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tradewatch.evaluation.shape import Misshapen


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueEvent:
    """An event as it was: `links` holds (type, id of the other event)."""

    name: str
    kind: str
    action: str
    side: str
    date: str
    title: str
    instruments: frozenset[tuple[str, str]]
    links: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Words of an article, and the event that they report."""

    article: str  # the file's name without its ending
    quote: str
    event: str


def read_chronology(path: Path) -> dict[str, TrueEvent]:
    """The events by name. Raises Misshapen."""
    return {row["id"]: _event(row) for row in _rows(path)}


def read_accounts(folder: Path, known: Mapping[str, TrueEvent]) -> list[Account]:
    """Every quote of the folder's files, in their order. Raises Misshapen where one names an unknown event."""
    accounts = []
    for path in sorted(folder.glob("*.json")):
        for row in _read(path).get("events", []):
            if row.get("event") not in known:
                raise Misshapen(f"{path} names an event that the chronology does not have: {row.get('event')}.")
            accounts.append(Account(article=path.stem, quote=row["quote"], event=row["event"]))
    return accounts


def _event(row: Mapping[str, Any]) -> TrueEvent:
    return TrueEvent(
        name=row["id"],
        kind=row["kind"],
        action=row["action"],
        side=row["side"],
        date=row["date"],
        title=row["title"],
        instruments=frozenset((one["scheme"], one["number"]) for one in row["instruments"]),
        links=frozenset((link["type"], link["to"]) for link in row["links"]),
    )


def _rows(path: Path) -> Sequence[Mapping[str, Any]]:
    rows: Sequence[Mapping[str, Any]] = _read(path)
    return rows


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Misshapen(f"{path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise Misshapen(f"{path} is no JSON: {error}.") from error
