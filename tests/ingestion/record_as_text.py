"""The whole record as lines of text, but for what two equal records may differ in: runs, times, gaps in sequences."""

import json
import sqlite3
from pathlib import Path
from typing import Any


def record_as_text(database: Path) -> list[str]:
    """One line a row, sorted; rows are named by what they are known by, not by their keys."""
    with sqlite3.connect(database) as connection:
        connection.row_factory = sqlite3.Row
        return sorted(_lines(connection))


def _rows(connection: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(f"SELECT * FROM records_{table} ORDER BY id")]  # noqa: S608


def _lines(connection: sqlite3.Connection) -> list[str]:
    documents = {row["id"]: f"{row['address']}#{row['place']}" for row in _rows(connection, "document")}
    versions = {
        row["id"]: f"{documents[row['document_id']]}@{row['number']}" for row in _rows(connection, "documentversion")
    }
    mentions = {
        row["id"]: f"{versions[row['first_version_id']]}:{row['trigger']}.{row['ordinal']}"
        for row in _rows(connection, "mention")
    }
    positions = {
        row["id"]: f"{versions[row['first_version_id']]}:{row['start']}.{row['ordinal']}"
        for row in _rows(connection, "position")
    }
    events: dict[int, str] = {}
    for row in _rows(connection, "mention"):
        events.setdefault(row["event_id"], f"event of {mentions[row['id']]}")
    names = {
        "document_id": documents, "current_id": versions, "version_id": versions, "first_version_id": versions,
        "mention_id": mentions, "position_id": positions, "event_id": events, "source_id": events, "target_id": events,
    }  # fmt: skip
    known = {
        "document": documents,
        "documentversion": versions,
        "mention": mentions,
        "position": positions,
        "event": events,
    }
    lines: list[str] = []
    for table in (
        "document",
        "documentversion",
        "mention",
        "passage",
        "reading",
        "grouping",
        "event",
        "measure",
        "eventlink",
        "position",
        "input",
    ):
        for row in _rows(connection, table):
            told = {
                key: names[key].get(value, value) if key in names else value
                for key, value in row.items()
                if not _may_differ(key)
            }
            lines.append(json.dumps([table, known.get(table, {}).get(row["id"], ""), told], sort_keys=True))
    return lines


def _may_differ(column: str) -> bool:
    return column in ("id", "run_id", "first_run_id", "retired_id", "report")
