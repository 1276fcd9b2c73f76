"""`export --format csv --filter 'kind=tariff&side=us'`: the filtered list, in the language of the page's address."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.http import QueryDict

from tradewatch.exports.writing import FORMATS
from tradewatch.records.columns import EVENT_COLUMNS, POSITION_COLUMNS, event_rows, position_rows
from tradewatch.records.filters import BadFilter, EventFilter, PositionFilter
from tradewatch.records.models import Event, Position
from tradewatch.records.querysets import ON_THE_TIMELINE


class Command(BaseCommand):
    help = "Write the filtered list to standard output or a file. Exit 2 where the filter cannot be read."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", choices=sorted(FORMATS), default="csv", dest="form")
        parser.add_argument(
            "--filter", default="", dest="query", help="as in the page's address: 'kind=tariff&side=us'"
        )
        parser.add_argument("--what", choices=["events", "positions"], default="events")
        parser.add_argument(
            "--site", default="", help="address put before each path, such as https://trade.example.org"
        )
        parser.add_argument("--output", type=Path, help="a file; standard output where not given")

    def handle(self, *, form: str, query: str, what: str, site: str, output: Path | None, **_options: Any) -> None:
        write, _ = FORMATS[form]
        lines = write(*_rows(what, query), site=site.rstrip("/"))
        if output is None:
            sys.stdout.reconfigure(newline="")  # type: ignore[union-attr] # CRLF stays CRLF
            for chunk in lines:
                sys.stdout.write(chunk)
            return
        try:
            with output.open("w", encoding="utf-8", newline="") as file:
                file.writelines(lines)
        except OSError as error:
            message = f"{output} cannot be written: {error.strerror}."
            raise CommandError(message) from error


def _rows(what: str, query: str) -> tuple[Any, Any]:
    asked = QueryDict(query)
    try:
        # Whoever runs commands on the server sees the timeline as editors do, whatever is public.
        if what == "positions":
            positions = Position.objects.filter(review_state__in=ON_THE_TIMELINE)  # any state: the server's own command
            return position_rows(PositionFilter.from_query(asked).unpaged().apply(positions)), POSITION_COLUMNS
        events = Event.objects.filter(review_state__in=ON_THE_TIMELINE)  # any state: the server's own command
        return event_rows(EventFilter.from_query(asked).unpaged().apply(events)), EVENT_COLUMNS
    except BadFilter as bad:
        raise CommandError(str(bad), returncode=2) from bad
