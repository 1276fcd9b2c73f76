"""How long pages take on the server, how much they ask and how much they weigh; in a scratch database, never the
reader's own.

Times are of the processor: what else the machine does meanwhile does not count.
"""

import gc
import gzip
import math
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.core.management.base import OutputWrapper
from django.db import connection, connections
from django.test import Client, override_settings

from tradewatch.ingestion.made_up import make_up
from tradewatch.ingestion.page_addresses import Page, pages_to_time
from tradewatch.ingestion.reference import FOLDER, load_reference
from tradewatch.records.rights import EDITORS

_WARMING = 3  # answers, where none of them may be of an address that counts
_OPEN_TO_ALL = {"TRADEWATCH_PUBLIC": True, "TRADEWATCH_SHOW_UNCHECKED": True, "ALLOWED_HOSTS": ["localhost"]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """One kind of page: milliseconds of each answer, the most queries of any, the most bytes of any as sent."""

    page: Page
    milliseconds: Sequence[float]
    queries: int
    bytes_sent: int

    @property
    def median(self) -> float:
        return statistics.median(self.milliseconds)

    @property
    def p95(self) -> float:
        """The time that 95 of 100 answers keep to."""
        ordered = sorted(self.milliseconds)
        return ordered[math.ceil(0.95 * len(ordered)) - 1]


@dataclass(slots=True)
class Questions:
    """Counts what is asked of the database."""

    asked: int = field(default=0)

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.asked += 1
        return execute(sql, params, many, context)


@contextmanager
def scratch_record(events: int) -> Iterator[User]:
    """A SQLite file of its own with so many made-up events, for the time of the block; yields an editor of it."""
    kept = connections.settings
    with tempfile.TemporaryDirectory(prefix="tradewatch-bench-") as folder:
        _turn_to(connections.configure_settings({"default": _sqlite(Path(folder) / "scratch.sqlite3")}))
        try:
            call_command("migrate", verbosity=0)
            load_reference(FOLDER)
            make_up(events)
            editor = User.objects.create_user("editor")
            editor.groups.set([Group.objects.get(name=EDITORS)])
            yield editor
        finally:
            _turn_to(kept)


def _turn_to(databases: dict[str, Any]) -> None:
    connections["default"].close()
    del connections["default"]
    connections.settings = databases


def _sqlite(file: Path) -> dict[str, Any]:
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
    options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file), "OPTIONS": options}


def timings(editor: User, *, repeats: int = 40) -> Iterator[Timing]:
    """Each kind of page, so many answers each, its addresses in turn; the answers before those that count warm up."""
    gc.collect()
    gc.freeze()  # as the server does
    with override_settings(**_OPEN_TO_ALL):
        anybody, known = Client(SERVER_NAME="localhost"), Client(SERVER_NAME="localhost")
        known.force_login(editor)
        for page in pages_to_time():
            yield _timed(page, known if page.for_editors else anybody, repeats)


def _timed(page: Page, client: Client, repeats: int) -> Timing:
    milliseconds: list[float] = []
    queries = weight = 0
    warming = _WARMING if page.is_new else len(page.addresses)
    for at, address in enumerate(islice(cycle(page.addresses), warming + repeats)):
        # An address that was never asked is answered anew, however well answers are kept.
        asked = address if page.is_repeated else f"{address}{'&' if '?' in address else '?'}_={page.name}-{at}"
        headers = {"Accept-Encoding": "gzip", **page.headers}
        if page.is_repeated and page.is_conditional:
            headers["If-None-Match"] = client.get(asked, headers=headers, secure=True).headers.get("ETag", "")
        counter = Questions()
        with connection.execute_wrapper(counter):
            started = time.process_time()
            response: Any = client.get(asked, headers=headers, secure=True)
            body = b"".join(response.streaming_content) if response.streaming else response.content
            spent = (time.process_time() - started) * 1000
        if response.status_code not in (200, 304):
            message = f"{asked} answered {response.status_code}"
            raise AssertionError(message)
        if at >= warming:
            milliseconds.append(spent)
            queries = max(queries, counter.asked)
            weight = max(weight, len(body))
    return Timing(page=page, milliseconds=milliseconds, queries=queries, bytes_sent=weight)


def weight_of_part(start: str, end: str) -> int:
    """The compressed bytes of what stands between two marks of the first page."""
    with override_settings(**_OPEN_TO_ALL):
        page = Client(SERVER_NAME="localhost").get("/", secure=True).content.decode()
    return len(gzip.compress(page[page.index(start) : page.index(end)].encode(), 6))


def print_pages(out: OutputWrapper, events: int) -> None:
    """The table of all kinds of pages, each beside the time that it may take."""
    started = time.perf_counter()
    with scratch_record(events) as editor:
        spent = time.perf_counter() - started
        out.write(f"{events:,} made-up events in a database of their own, made in {spent:.0f} s")
        out.write(f"{'page':36}{'median':>9}{'p95':>9}{'may take':>10}{'queries':>9}{'bytes sent':>12}")
        for found in timings(editor):
            most = f"{found.page.most} ms" if found.page.most else ""
            over = " over" if found.page.most and found.p95 > found.page.most else ""
            out.write(
                f"{found.page.name:36}{found.median:9.1f}{found.p95:9.1f}{most:>10}{found.queries:9}"
                f"{found.bytes_sent:12,}{over}"
            )
        weight = weight_of_part('id="overview"', 'class="legend"')
        out.write(f"the overview of all of them: {weight:,} bytes compressed")
