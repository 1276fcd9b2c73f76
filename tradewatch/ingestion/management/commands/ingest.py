"""`ingest PATH…`: read files into the record."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, transaction
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from tradewatch.ingestion.report import Report
from tradewatch.ingestion.runs import ingest
from tradewatch.ingestion.telling import tell, tell_refused
from tradewatch.records.models import Actor


class Rehearsed(Exception):
    """Takes everything back that a dry run wrote."""


class Command(BaseCommand):
    help = "Read files, folders and standard input (-) into the record. Exit 0: all read; 1: some refused; 2: usage."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
        parser.add_argument("--dry-run", action="store_true", help="tell what would change, and change nothing")
        parser.add_argument("--quiet", action="store_true", help="tell only what was refused, on standard error")

    def handle(self, *, paths: list[str], dry_run: bool, quiet: bool, **_options: Any) -> None:
        console = Console(file=sys.stderr if quiet else sys.stdout)
        try:
            if not Actor.objects.exists():
                raise CommandError("The names are missing: run “python manage.py load_reference” first.", returncode=2)
            report = _rehearsed(paths, console, quiet=quiet) if dry_run else _ingested(paths, console, quiet=quiet)
            (tell_refused if quiet else tell)(report, console)
        except DatabaseError as error:
            raise CommandError(f"The database refuses ({error}). Is it migrated, and not in use elsewhere?") from error
        except KeyboardInterrupt as stopped:
            raise CommandError(
                "Stopped. What was read is whole; run it again for the rest.", returncode=130
            ) from stopped
        if dry_run and not quiet:
            console.print("Dry run: nothing was written.")
        if report.refused:
            sys.exit(1)


def _ingested(paths: list[str], console: Console, *, quiet: bool) -> Report:
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=quiet or not console.is_terminal, transient=True) as progress:
        task = progress.add_task("read")
        return ingest(paths, seen=lambda at, of: progress.update(task, completed=at, total=of))


def _rehearsed(paths: list[str], console: Console, *, quiet: bool) -> Report:
    report = Report()
    try:
        with transaction.atomic():
            report = _ingested(paths, console, quiet=quiet)
            raise Rehearsed
    except Rehearsed:
        return report
