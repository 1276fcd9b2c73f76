"""`load_reference`: actors, issues and publishers from their files."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tradewatch.ingestion.reference import FOLDER, BadReference, load_reference


class Command(BaseCommand):
    help = "Load actors, aliases, issues and publishers. Can be repeated; never removes what an editor added."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)

    def handle(self, *, folder: Path, **_options: Any) -> None:
        try:
            loaded = load_reference(folder)
        except BadReference as bad:
            raise CommandError(str(bad)) from bad
        self.stdout.write(f"Reference data: {loaded.new} new, {loaded.changed} changed.")
        for kept in loaded.kept:
            self.stdout.write(f"Left as an editor has it: {kept}.")
