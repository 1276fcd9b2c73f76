"""`rebuild`: fold the record again, or prove that it is what its evidence and decisions make it."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from tradewatch.ingestion.regrouping import differences
from tradewatch.records.folding import Changes, check, place_mention, refold
from tradewatch.records.folding_positions import check_positions, refold_positions
from tradewatch.records.models import Event, Mention, Position


class Command(BaseCommand):
    help = "Fold every event and position again. --check only compares (exit 1 where a row differs)."

    def add_arguments(self, parser: CommandParser) -> None:
        either = parser.add_mutually_exclusive_group()
        either.add_argument("--check", action="store_true", help="fold in memory and list every row that differs")
        either.add_argument(
            "--diff", action="store_true", help="group from nothing in memory and tell what would change"
        )

    def handle(self, *, check: bool, diff: bool, **_options: Any) -> None:
        if check:
            self._check()
        elif diff:
            lines = differences()
            self.stdout.write("\n".join(lines) if lines else "Grouping from nothing gives the same events.")
        else:
            changes = self._rebuilt()
            positions = refold_positions(Position.objects.values_list("pk", flat=True))
            self.stdout.write(f"{len(changes.changed)} events and {len(positions)} positions were brought up to date.")

    @transaction.atomic
    def _rebuilt(self) -> Changes:
        for mention in Mention.objects.order_by("pk"):
            place_mention(mention)
        return refold(Event.objects.values_list("pk", flat=True))

    def _check(self) -> None:
        lines = [*check(), *check_positions()]
        for line in lines:
            self.stdout.write(line)
        if lines:
            sys.exit(1)
        self.stdout.write(
            f"{Event.objects.count()} events and {Position.objects.count()} positions are what the fold makes them."
        )
