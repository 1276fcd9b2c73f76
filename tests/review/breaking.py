"""Acts that are broken off at a statement: by an error, and, run as a program, by a kill of the whole process.

`python -m tests.review.breaking FOLDER` kills each act before each of its writes, and before it is committed, in a
process of its own over a copy of one database file; it prints {act: {done, not_done, neither}} with the counts.
"""

import json
import os
import re
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import OperationalError, connection

State = dict[str, list[tuple[Any, ...]]]
# What changes something, or ends a transaction within another. Broken off at a question between two of these, the
# database stands as it does before the next.
_WRITE = re.compile(r"\s*(INSERT|REPLACE|UPDATE|DELETE|RELEASE)\b", re.IGNORECASE)


def state() -> State:
    """Every row of every table of the record.

    Left out is what differs each time: the moment of a decision, and the token of a version.
    """
    found: State = {}
    for model in apps.get_app_config("records").get_models(include_auto_created=True):
        columns = [field.attname for field in model._meta.concrete_fields if field.name not in ("at", "token")]
        found[model._meta.db_table] = list(model._default_manager.order_by("pk").values_list(*columns))
    return found


@contextmanager
def at_write(number: int, break_off: Callable[[], None]) -> Iterator[list[str]]:
    """Break off before the write of this number, from 1; the writes that came so far are in the list."""
    seen: list[str] = []

    def count(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if _WRITE.match(sql):
            seen.append(sql)
            if len(seen) == number:
                break_off()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        yield seen


def fail() -> None:
    raise OperationalError("disk I/O error")


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

    def merged(into: int, other: int) -> Decision:
        one, two = Event.objects.get(pk=into), Event.objects.get(pk=other)
        chosen, versions = {"date": two.date}, (two.version, one.version)
        return merge_with_choices(two, into=one, chosen=chosen, versions=versions, by=editor)

    def split() -> Event:
        event = Event.objects.get(pk=stays.pk)
        return arrangement.split(event, [event.mentions.order_by("-pk")[0]], by=editor, because="Two acts.")

    merger = merged(told.pk, gone.pk).pk
    return {
        "accept": lambda: acts.accept(Event.objects.get(pk=stays.pk), by=editor),
        "merge": lambda: merged(stays.pk, loser.pk),
        "split": split,
        "undo": lambda: acts.undo(Decision.objects.get(pk=merger), by=editor),
    }


def _killed_at_each_write(act: Callable[[], object], file: Path, base: Path) -> dict[str, Any]:
    """How the record stood after each kill; the last process is not killed, and shows what done is."""
    told: dict[str, Any] = {"done": 0, "not_done": 0, "neither": []}
    from tradewatch.records.folding import check

    before, done = _after(lambda: None, 0, file, base)[1], _after(act, 0, file, base)[1]
    assert check() == []
    for number in range(1, 200):
        was_killed, stands = _after(act, number, file, base)
        if stands == before:
            told["not_done"] += 1
        elif stands == done:
            told["done"] += 1
        else:
            told["neither"].append(number)
        if not was_killed:
            return told
    return told


def _after(act: Callable[[], object], number: int, file: Path, base: Path) -> tuple[bool, State]:
    """Run the act over a fresh copy in a process that is killed at a write; whether it was, and the record after it."""
    connection.close()
    for name in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
        name.unlink(missing_ok=True)
    shutil.copy(base, file)
    child = os.fork()
    if child == 0:
        with at_write(number, lambda: os.kill(os.getpid(), signal.SIGKILL)):
            act()
        connection.close()
        os._exit(0)
    _, ended = os.waitpid(child, 0)
    return os.WIFSIGNALED(ended), state()


def main() -> None:
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    deeds = acts_on_a_record()
    connection.close()
    file = Path(connection.settings_dict["NAME"])
    base = file.with_name("base.sqlite3")
    shutil.copy(file, base)
    sys.stdout.write(json.dumps({name: _killed_at_each_write(act, file, base) for name, act in deeds.items()}))


if __name__ == "__main__":
    main()
