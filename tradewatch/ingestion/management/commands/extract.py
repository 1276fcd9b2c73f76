"""`extract PATH…`: read files without a database."""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from rich.console import Console
from rich.table import Table

from tradewatch.extraction.datatypes import ArticleReading
from tradewatch.ingestion import inputs
from tradewatch.ingestion.contract import article_values
from tradewatch.ingestion.explaining import explained
from tradewatch.ingestion.reading import readings_of


class Command(BaseCommand):
    help = "Print what is read from files, one JSON object an article. Exit 0: all read; 1: some refused; 2: usage."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
        parser.add_argument("--format", choices=["jsonl", "table"], default="jsonl", dest="form")
        parser.add_argument("--explain", action="store_true", help="print the reasons behind every field instead")

        parser.add_argument("--workers", type=int, default=1, help="processes that read side by side (1: none beside)")

    def handle(self, *, paths: list[str], form: str, explain: bool, workers: int, **_options: Any) -> None:
        refused: list[inputs.Refused] = []
        for reading in readings_of(inputs.files_at(paths), workers=workers):
            if isinstance(reading, inputs.Refused):
                refused.append(reading)
            else:
                _print(reading, form, explain=explain)
        for one in refused:
            self.stderr.write(f"refused: {one}")
        if refused:
            sys.exit(1)


def _print(reading: ArticleReading, form: str, *, explain: bool) -> None:
    if explain:
        sys.stdout.write(explained(reading))
    elif form == "jsonl":
        sys.stdout.write(json.dumps(article_values(reading), ensure_ascii=False) + "\n")
    else:
        Console(file=sys.stdout).print(_table(reading))


def _table(reading: ArticleReading) -> Table:
    scope = "" if reading.in_scope else f" (out of scope: {reading.scope_reason})"
    table = Table(title=f"{reading.article.title or reading.article.lead[:70]}{scope}", title_justify="left")
    for head in ("date", "side", "kind", "action", "status", "title", "conf."):
        table.add_column(head)
    for event in reading.events:
        cells = (event.date, event.side, event.kind, event.action, event.status, event.title, f"{event.confidence:.2f}")
        table.add_row(*cells)
    return table
