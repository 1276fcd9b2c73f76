"""How the lists of several accounts become one: united, and where figures differ, kept side by side and marked."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def union_of(lists: Iterable[Sequence[Any]]) -> list[Any]:
    """Every item once, in the order of first sight."""
    found: dict[str, Any] = {}
    for items in lists:
        for item in items:
            found.setdefault(json.dumps(item, sort_keys=True), item)
    return list(found.values())


def measures_of_all(lists: Iterable[Sequence[Mapping[str, Any]]]) -> list[dict[str, Any]]:
    """The measures of all accounts, most trusted first.

    The same figure is one row, whatever its object is called. Where two accounts give one (kind, unit, object, basis)
    different figures, both rows stay, each with `conflicting` true; two figures of one account do not conflict.
    """
    rows: list[dict[str, Any]] = []
    givers: list[set[int]] = []
    for account, measures in enumerate(lists):
        for measure in measures:
            known = next((at for at, row in enumerate(rows) if _figure(row) == _figure(measure)), None)
            if known is None:
                rows.append({**measure, "conflicting": False})
                givers.append({account})
                continue
            givers[known].add(account)
            for name in ("object", "previous", "basis", "effective"):
                rows[known][name] = rows[known].get(name) or measure.get(name)
    for one, row in enumerate(rows):
        row["conflicting"] = any(
            _what(row) == _what(other) and not givers[one] & givers[two]
            for two, other in enumerate(rows)
            if one != two and row.get("object")
        )
    return rows


def _figure(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row.get("kind"), row.get("unit"), row.get("low"), row.get("high")


def _what(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row.get("kind"), row.get("unit"), row.get("object"), row.get("basis")
