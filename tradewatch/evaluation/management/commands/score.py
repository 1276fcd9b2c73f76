"""`score GOLD` holds readings against a gold file; `--decisions` and `--timeline` ask the record in the database."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from rich.console import Console

from tradewatch.evaluation.as_json import score_values
from tradewatch.evaluation.bootstrap import Bootstrap
from tradewatch.evaluation.calibration import calibration
from tradewatch.evaluation.cases import cases_of
from tradewatch.evaluation.chronology import read_accounts, read_chronology
from tradewatch.evaluation.judging import JudgedText, judged
from tradewatch.evaluation.loading import read_gold, read_predictions
from tradewatch.evaluation.quoting import squashed_file
from tradewatch.evaluation.ruling import rules_before_decisions
from tradewatch.evaluation.scoring import scored
from tradewatch.evaluation.shape import Misshapen
from tradewatch.evaluation.standing_rules import rule_values, rules_table
from tradewatch.evaluation.tables import print_score
from tradewatch.evaluation.texts import missing_from, read_all, texts_below
from tradewatch.evaluation.timeline import outcome_of
from tradewatch.evaluation.timeline_tables import outcome_values, print_outcome
from tradewatch.evaluation.told import Gold, Readings

OWN_GOLD = "fixtures/expected/texts/gold.json"
OWN_CHRONOLOGY = "fixtures/expected/chronology.json"
ACCOUNTS = "fixtures/expected/year"  # which words of which article report which event of it
UNREADABLE = 2
_NARROWEST = 100  # columns; a table that goes to a file has no terminal to fit


class Command(BaseCommand):
    help = "Score what is read from the gold's texts. Exit 2: the gold, its texts or the predictions cannot be read."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("gold", nargs="?", type=Path, metavar="GOLD", help=f"a gold file ({OWN_GOLD})")
        parser.add_argument(
            "--also",
            nargs="+",
            action="extend",
            type=Path,
            default=[],
            metavar="GOLD",
            help="more gold, counted with it",
        )
        parser.add_argument(
            "--texts", action="append", type=Path, default=[], metavar="DIR",
            help="a folder with the texts, searched through before the gold file's own; may be given several times",
        )  # fmt: skip
        parser.add_argument(
            "--predicted", type=Path, metavar="FILE.jsonl", help="what extract printed; read anew if not given"
        )
        parser.add_argument("--json", action="store_true", dest="as_json", help="one JSON object instead of tables")
        parser.add_argument("--verbose", action="store_true", help="each missed, inexact and extra event too")
        either = parser.add_mutually_exclusive_group()
        either.add_argument("--decisions", action="store_true", help="how each rule's readings fared with editors")
        either.add_argument(
            "--timeline", action="store_true",
            help=f"the record in the database against {OWN_CHRONOLOGY}, as far as its articles report it",
        )  # fmt: skip

    def handle(self, *, decisions: bool, timeline: bool, as_json: bool, **options: Any) -> None:
        if timeline:
            self._tell_timeline(as_json=as_json, verbose=options["verbose"])
            return
        if decisions:
            self._tell_rules(as_json=as_json)
            return
        try:
            texts = self._judged(**options)
        except Misshapen as bad:
            raise CommandError(str(bad), returncode=UNREADABLE) from bad
        self._tell_score(texts, as_json=as_json, verbose=options["verbose"])

    def _judged(
        self, *, gold: Path | None, also: Sequence[Path], texts: Sequence[Path], predicted: Path | None, **_options: Any
    ) -> list[JudgedText]:
        paths = [gold or settings.BASE_DIR / OWN_GOLD, *also]
        golds = [read_gold(path) for path in paths]
        readings = _readings_in(predicted) if predicted else None
        return [
            one
            for path, each in zip(paths, golds, strict=True)
            for one in self._judged_gold(each, [*texts, path.parent], readings)
        ]

    def _judged_gold(self, gold: Gold, folders: Sequence[Path], readings: Readings | None) -> list[JudgedText]:
        places = texts_below(folders, gold)
        missing = missing_from(places, gold)
        if missing and readings is None:
            raise Misshapen(f"{gold.name} names {missing[0]}, which stands below none of: {_listed(folders)}.")
        for file in missing:
            self.stderr.write(f"{file} is not below {_listed(folders)}: its quotes are not looked up in it.")
        if readings is None:
            readings = read_all(list(places.values()))
        sources = {name: squashed_file(place) for name, place in places.items()}
        return [judged(text, readings, gold=gold.name, source=sources.get(text.file)) for text in gold.texts]

    def _tell_score(self, texts: Sequence[JudgedText], *, as_json: bool, verbose: bool) -> None:
        bootstrap = Bootstrap(len(texts))
        score, bins = scored(texts, bootstrap), calibration(texts, bootstrap)
        cases = list(cases_of(texts)) if verbose else []
        if as_json:
            self._tell_json(score_values(score, bins, texts, cases))
            return
        print_score(self._console(), score, bins, cases)

    def _tell_rules(self, *, as_json: bool) -> None:
        try:
            rules = rules_before_decisions()
        except DatabaseError as error:
            message = f"The database cannot be asked ({error}). Has `manage.py migrate` been run?"
            raise CommandError(message, returncode=UNREADABLE) from error
        if as_json:
            self._tell_json({"rules": rule_values(rules)})
            return
        self._console().print(rules_table(rules) if rules else "Nothing has been read into the database yet.")

    def _tell_timeline(self, *, as_json: bool, verbose: bool) -> None:
        try:
            chronology = read_chronology(settings.BASE_DIR / OWN_CHRONOLOGY)
            outcome = outcome_of(chronology, read_accounts(settings.BASE_DIR / ACCOUNTS, chronology))
        except Misshapen as bad:
            raise CommandError(str(bad), returncode=UNREADABLE) from bad
        except DatabaseError as error:
            raise CommandError(f"The database cannot be asked ({error}).", returncode=UNREADABLE) from error
        if as_json:
            self._tell_json(outcome_values(outcome))
        else:
            print_outcome(self._console(), outcome, verbose=verbose)

    def _tell_json(self, values: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(values, ensure_ascii=False, indent=1))

    def _console(self) -> Console:
        console = Console(file=self.stdout, markup=False, highlight=False)  # type: ignore[arg-type] # it writes alike
        console.width = max(console.width, _NARROWEST)
        return console


def _readings_in(path: Path) -> Readings:
    try:
        return read_predictions(path.read_text(encoding="utf-8").split("\n"), str(path))
    except OSError as error:
        raise Misshapen(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Misshapen(f"{path} is not UTF-8: {error.reason} at byte {error.start}.") from error


def _listed(folders: Sequence[Path]) -> str:
    return ", ".join(str(folder) for folder in dict.fromkeys(folders))
