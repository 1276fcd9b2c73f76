"""`learn`: weigh anew what words speak for which act, from the fixtures' coded sentences and the rules' examples."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tradewatch.extraction.learning import Example, learnt
from tradewatch.extraction.rules import FOLDER as RULES
from tradewatch.extraction.rules import lexicon_from
from tradewatch.extraction.weights import FILE
from tradewatch.ingestion.gazetteer import gazetteer_from_files
from tradewatch.ingestion.lessons import FIXTURES, Lesson, Unfit, lessons_from
from tradewatch.ingestion.reference import FOLDER
from tradewatch.vocabulary import Kind


class Command(BaseCommand):
    help = "Learn the weights of words from coded sentences and write them beside the rules. Takes about a minute."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--fixtures", type=Path, default=FIXTURES, metavar="DIR", help="where the lessons stand")
        parser.add_argument("--to", type=Path, default=FILE, metavar="FILE.json", help=f"what is written ({FILE.name})")

    def handle(self, *, fixtures: Path, to: Path, **_options: Any) -> None:
        try:
            lessons = list(lessons_from(fixtures, lexicon_from(RULES), gazetteer_from_files(FOLDER)))
        except (Unfit, OSError) as error:
            raise CommandError(str(error)) from error
        tables = tables_of(lessons)
        to.write_text(as_text(tables), encoding="utf-8")
        telling = sum(bool(lesson.acts) for lesson in lessons)
        cues = len(tables["kind"]["cues"])
        self.stdout.write(f"{len(lessons)} sentences, {telling} of which tell an act: {cues} cues of what kind it is.")


def tables_of(lessons: Sequence[Lesson]) -> dict[str, dict[str, Any]]:
    """The weights by question: what kind, and for each kind which action and whose side."""
    tables = {"kind": learnt(list(_by_kind(lessons)), [str(kind) for kind in Kind], one_of=False)}
    for kind in map(str, Kind):
        for name in ("action", "side"):
            examples = list(_within(lessons, kind, name))
            answers = sorted({answer for example in examples for answer in example.holds})
            if answers:
                tables[f"{name} {kind}"] = learnt(examples, answers, one_of=True)
    return tables


def _by_kind(lessons: Sequence[Lesson]) -> Iterator[Example]:
    for lesson in lessons:
        told = {act.kind for act in lesson.acts}
        holds = {str(kind): float(kind in told) for kind in Kind if not lesson.asked or kind in lesson.asked}
        yield Example(cues=lesson.cues, holds=holds, counts=lesson.counts)


def _within(lessons: Sequence[Lesson], kind: str, name: str) -> Iterator[Example]:
    """The sentences that tell one act of a kind: of two, nothing says which words are whose."""
    for lesson in lessons:
        values = {getattr(act, name) for act in lesson.acts if act.kind == kind}
        if len(values) == 1 and (value := values.pop()):
            yield Example(cues=lesson.cues, holds={value: 1.0})


def as_text(tables: dict[str, dict[str, Any]]) -> str:
    """JSON with a line for each cue, so that a change shows where it is."""
    parts = []
    for name, table in sorted(tables.items()):
        cues = ",\n".join(
            f"{json.dumps(cue, ensure_ascii=False)}: {_compact(row)}" for cue, row in table["cues"].items()
        )
        head = f'"answers": {_compact(table["answers"])}, "bias": {_compact(table["bias"])}'
        parts.append(f'{json.dumps(name)}: {{{head}, "cues": {{\n{cues}\n}}}}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _compact(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))
