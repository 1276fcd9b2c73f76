"""Watches what is written to the record, statement by statement."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

# What only decisions may change; the words behind it and where they belong are watched with it.
KEPT = {
    "records_event", "records_event_actors", "records_event_issues", "records_measure", "records_eventlink",
    "records_position", "records_reading", "records_annotation", "records_passage", "records_mention",
    "records_grouping",
}  # fmt: skip
DECISIONS = "records_decision"
_WRITE = re.compile(r'\s*(INSERT INTO|INSERT OR \w+ INTO|REPLACE INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE)


@dataclass
class Watch:
    """What one stretch of work wrote: for each transaction the (verb, table) pairs; what stood outside any."""

    transactions: list[list[tuple[str, str]]] = field(default_factory=list)
    outside: list[tuple[str, str]] = field(default_factory=list)

    def stray(self) -> list[str]:
        """A line for each write to the record that no new decision comes with, and each change of a decision."""
        found = [f"{verb} {table} outside a transaction" for verb, table in self.outside]
        for written in self.transactions:
            decided = ("INSERT", DECISIONS) in written
            found += [f"{verb} {table} without a decision" for verb, table in written if table in KEPT and not decided]
            found += [f"{verb} {table}" for verb, table in written if table == DECISIONS and verb != "INSERT"]
        return found

    def written(self) -> set[str]:
        return {table for written in self.transactions for _, table in written}


@contextmanager
def watched() -> Iterator[Watch]:
    """Every statement of this thread's connection, inside a test that is itself one transaction."""
    watch = Watch()

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        inside = any(connection.savepoint_ids)
        if sql.startswith("SAVEPOINT") and not inside:
            watch.transactions.append([])
        match = _WRITE.match(sql)
        if match and match[2] in {*KEPT, DECISIONS}:
            (watch.transactions[-1] if inside else watch.outside).append((match[1].split()[0].upper(), match[2]))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield watch
