"""`export --format csv --filter 'kind=tariff&side=us'`: the filtered list, in the language of the page's address."""

import io
import os
import sys
from argparse import RawDescriptionHelpFormatter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.http import QueryDict

from tradewatch.exports.refusal import in_plain_text
from tradewatch.exports.writing import FORMATS
from tradewatch.records.columns import EVENT_COLUMNS, POSITION_COLUMNS, Column, event_rows, position_rows
from tradewatch.records.filters import BadFilter, EventFilter, PositionFilter
from tradewatch.records.models import Event, Position
from tradewatch.records.querysets import ON_THE_TIMELINE


class Command(BaseCommand):
    help = "Write the filtered list to standard output or a file. Exit 2 where the filter cannot be read."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """The parser, with every column and its meaning at the end of its help."""
        columns = f"{_told('events', EVENT_COLUMNS)}\n\n{_told('positions', POSITION_COLUMNS)}"
        parser = super().create_parser(prog_name, subcommand, epilog=columns, **kwargs)
        parser.formatter_class = RawDescriptionHelpFormatter
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", choices=sorted(FORMATS), default="csv", dest="form")
        parser.add_argument(
            "--filter", default="", dest="query", help="as in the page's address: 'kind=tariff&side=us'"
        )
        parser.add_argument("--what", choices=["events", "positions"], default="events")
        parser.add_argument(
            "--site", default="", help="put before each address, such as https://trade.example.org; else they are paths"
        )
        parser.add_argument("--output", type=Path, help="a file; standard output where not given")

    def handle(self, *, form: str, query: str, what: str, site: str, output: Path | None, **_options: Any) -> None:
        write, _ = FORMATS[form]
        lines = write(*_rows(what, query.removeprefix("?")), site=site.rstrip("/"))
        if output is None:
            self._print(lines)
            return
        try:
            with output.open("w", encoding="utf-8", newline="") as file:
                file.writelines(lines)
        except OSError as error:
            message = f"{output} cannot be written: {error.strerror}."
            raise CommandError(message) from error

    def _print(self, lines: Iterator[str]) -> None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            # Whatever the terminal's language: the file is UTF-8, and CRLF stays CRLF.
            sys.stdout.reconfigure(encoding="utf-8", newline="")
        try:
            for chunk in lines:
                self.stdout.write(chunk, ending="")
            self.stdout.flush()
        except BrokenPipeError:
            # `export | head`: the reader has enough. What is left in the buffer must go somewhere at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _rows(what: str, query: str) -> tuple[Any, Any]:
    asked = QueryDict(query)
    # Whoever runs commands on the server sees the timeline as editors do, whatever is public.
    try:
        if what == "positions":
            positions = Position.objects.filter(review_state__in=ON_THE_TIMELINE)  # any state: the server's own command
            return position_rows(PositionFilter.from_query(asked).unpaged().apply(positions)), POSITION_COLUMNS
        events = Event.objects.filter(review_state__in=ON_THE_TIMELINE)  # any state: the server's own command
        return event_rows(EventFilter.from_query(asked).unpaged().apply(events), among=events), EVENT_COLUMNS
    except BadFilter as bad:
        raise CommandError(in_plain_text(bad), returncode=2) from bad


def _told(what: str, columns: Sequence[Column[Any]]) -> str:
    return "\n".join([f"columns of {what}:", *(f"  {column.name:<14}{column.meaning}" for column in columns)])
