"""Somebody else's change that comes at the worst moment: after a page was asked for, before the act's own transaction."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection


@contextmanager
def meanwhile(change: Callable[[], object]) -> Iterator[list[str]]:
    """Make the change as the first transaction begins, once; what was asked before that is in the list."""
    asked: list[str] = []
    done = False

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        nonlocal done
        if not done and sql.startswith("SAVEPOINT"):
            done = True
            change()
        elif not done:
            asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield asked
    assert done, "nothing was done in a transaction"
