"""Acts that are broken off at a statement: by an error, by a kill of the process.

`python -m tests.review.breaking` breaks each act off at each of its statements, BEGIN and COMMIT among them, over the
database file of the settings, and prints {act: {how: {done, not_done, neither}}} with the counts. An
error is raised there. What a kill leaves are the files as they stand, which the system keeps: they are copied before
each statement and opened again. Before and after the COMMIT a process is killed in truth.
"""

import itertools
import json
import os
import shutil
import signal
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from django.db import OperationalError, connection

State = dict[str, list[tuple[Any, ...]]]
COMMIT, AFTER = "COMMIT", "after it"
# What differs each time that an act is done: the moment of a decision, and the token of a version.
_EACH_TIME = {"records_decision": "at", "records_change": "token"}


def state_in(file: Path) -> State:
    """Every row of every table of the record, as whoever opens the file next finds them."""
    with closing(sqlite3.connect(file)) as opened:
        tables = [name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
        return {table: _rows(opened, table) for table in tables if table.startswith("records_")}


def _rows(opened: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    found = opened.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - a name of our own schema
    left_out = [at for at, column in enumerate(found.description) if column[0] == _EACH_TIME.get(table)]
    return [tuple(value for at, value in enumerate(row) if at not in left_out) for row in found]


@contextmanager
def at_each_statement(before: Callable[[str], None]) -> Iterator[None]:
    """Ask `before` ahead of each statement, of the COMMIT, and once more when it is through."""

    def ask(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        before(sql)
        return execute(sql, params, many, context)

    really = connection.commit

    def commit() -> None:
        before(COMMIT)
        really()
        before(AFTER)

    with connection.execute_wrapper(ask), patch.object(connection, "commit", commit):
        yield


def acts_on_a_record() -> dict[str, Callable[[], object]]:
    """The acts, each over the same small record, which this makes: every one can be done once."""
    from tests.builders import make_event, make_user
    from tradewatch.records.models import Decision, Event
    from tradewatch.review import acts, arrangement
    from tradewatch.review.mergers import merge_with_choices
    from tradewatch.vocabulary import LinkType

    editor = make_user("mira")
    stays, loser, linked = make_event(accounts=[{}, {}]), make_event(date="2025-04-12"), make_event(date="2025-04-09")
    arrangement.link(loser, linked, LinkType.RESPONDS_TO, by=editor)
    told, gone = make_event(date="2025-05-01"), make_event(date="2025-05-02")

    def merged(into: int, other: int, *, chooses: bool = False) -> Decision:
        one, two = Event.objects.get(pk=into), Event.objects.get(pk=other)
        chosen, versions = {"date": two.date} if chooses else {}, (two.version, one.version)
        return merge_with_choices(two, into=one, chosen=chosen, versions=versions, by=editor)

    def split() -> Event:
        event = Event.objects.get(pk=stays.pk)
        return arrangement.split(event, [event.mentions.order_by("-pk")[0]], by=editor, because="Two acts.")

    merger = merged(told.pk, gone.pk, chooses=True).pk
    return {
        "accept": lambda: acts.accept(Event.objects.get(pk=stays.pk), by=editor),
        "merge": lambda: merged(stays.pk, loser.pk),
        "split": split,
        "undo": lambda: acts.undo(Decision.objects.get(pk=merger), by=editor),
    }


class Breaking:
    """One act over one database file, broken off in each way; the file is as before whenever one is through."""

    def __init__(self, act: Callable[[], object], file: Path) -> None:
        self.act, self.file, self.base = act, file, file.with_name("base.sqlite3")
        self.before = state_in(self.base)
        self.afresh()
        self.statements: list[str] = []
        with at_each_statement(self.statements.append):
            act()
        self.done = state_in(file)
        assert self.before != self.done

    def afresh(self) -> None:
        """The database as it was before the act."""
        connection.close()
        for name in (self.file, Path(f"{self.file}-wal"), Path(f"{self.file}-shm")):
            name.unlink(missing_ok=True)
        shutil.copy(self.base, self.file)

    def counted(self, found: list[State]) -> dict[str, Any]:
        told: dict[str, Any] = {"done": 0, "not_done": 0, "neither": []}
        for number, stands in enumerate(found):
            if stands == self.before:
                told["not_done"] += 1
            elif stands == self.done:
                told["done"] += 1
            else:
                told["neither"].append(self.statements[number : number + 1])
        return told

    def by_errors(self) -> list[State]:
        """How the record stands after an error at each statement in turn, and at the COMMIT."""
        self.afresh()
        found = []
        for number, statement in enumerate(self.statements[:-1]):
            ahead = itertools.count()

            def fail(_sql: str, ahead: Iterator[int] = ahead, number: int = number) -> None:
                if next(ahead) == number:
                    raise OperationalError("disk I/O error")

            with at_each_statement(fail):
                try:
                    self.act()
                except OperationalError:
                    found.append(state_in(self.file))
                else:
                    raise AssertionError(f"The error at {statement} was swallowed.")
        return found

    def by_copies(self) -> list[State]:
        """How the record stands in the files that lie there before each statement, and after the last."""
        self.afresh()
        found = []
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "copy.sqlite3"

            def take(_sql: str) -> None:
                for ending in ("", "-wal"):
                    if Path(f"{self.file}{ending}").exists():
                        shutil.copy(f"{self.file}{ending}", f"{copy}{ending}")
                found.append(state_in(copy))
                for left in Path(folder).iterdir():
                    left.unlink()

            with at_each_statement(take):
                self.act()
        return found

    def by_kills(self) -> list[State]:
        """How the record stands after a process that was killed before its COMMIT, and after one killed behind it."""
        found = []
        for where in (COMMIT, AFTER):
            self.afresh()
            child = os.fork()
            if child == 0:

                def die(sql: str, where: str = where) -> None:
                    if sql == where:
                        os.kill(os.getpid(), signal.SIGKILL)

                with at_each_statement(die):
                    self.act()
                os._exit(0)
            assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
            found.append(state_in(self.file))
        return found


def main() -> None:
    import django

    django.setup()
    from tradewatch.records.folding import check

    deeds = acts_on_a_record()
    connection.close()
    file = Path(connection.settings_dict["NAME"])
    shutil.copy(file, file.with_name("base.sqlite3"))
    told: dict[str, Any] = {}
    for name, act in deeds.items():
        breaking = Breaking(act, file)
        assert check() == []
        told[name] = {
            "statements": len(breaking.statements) - 1,
            "errors": breaking.counted(breaking.by_errors()),
            "copies": breaking.counted(breaking.by_copies()),
            "kills": breaking.counted(breaking.by_kills()),
        }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
