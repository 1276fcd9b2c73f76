"""One call of `ingest`: every file in turn, every document in one transaction, and a report that leaves nothing out."""

import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.db import OperationalError, transaction
from django.utils import timezone

from tradewatch.extraction.datatypes import ArticleReading, Gazetteer, Page
from tradewatch.extraction.pipeline import read as read_page
from tradewatch.extraction.rules import load_lexicon
from tradewatch.ingestion import documents, inputs
from tradewatch.ingestion.envelopes import pages_of
from tradewatch.ingestion.inputs import File, Refused
from tradewatch.ingestion.mentions import store_mentions
from tradewatch.ingestion.moving import move_passages
from tradewatch.ingestion.names import fingerprint, fingerprint_of_rules, gazetteer_from_tables
from tradewatch.ingestion.reconciling import reconcile
from tradewatch.ingestion.regrouping import regroup
from tradewatch.ingestion.report import Report
from tradewatch.ingestion.statements import store_positions
from tradewatch.records.folding import refold
from tradewatch.records.folding_positions import refold_positions
from tradewatch.records.models import Document, Event, IngestionRun, Input, Reading


@dataclass(slots=True, kw_only=True)
class Reader:
    """The names that a run reads with, and what these and the rules go by."""

    gazetteer: Gazetteer
    rules: str
    names: str

    @classmethod
    def now(cls) -> "Reader":
        gazetteer = gazetteer_from_tables()
        return cls(gazetteer=gazetteer, rules=fingerprint_of_rules(), names=fingerprint(gazetteer))

    def known(self, file: File) -> Input | None:
        """The row of this very file, if it was read whole under these rules and names."""
        return Input.objects.filter(path=file.path, digest=file.digest, rules=self.rules, gazetteer=self.names).first()


@dataclass(slots=True, kw_only=True)
class Run:
    """A run under way: its row, its report, and which file each document was read from."""

    row: IngestionRun
    reader: Reader
    report: Report = field(default_factory=Report)
    read_from: dict[int, str] = field(default_factory=dict)


def ingest(paths: Sequence[str], *, seen: Callable[[int, int], None] = lambda _at, _of: None) -> Report:
    """Read everything at the paths into the record. `seen` is told after each file how many of how many are done.

    Each document is one transaction, the record of its file being read is in the last one of the file: killed at any
    moment, the run leaves whole documents, and the next run takes up what is missing.
    """
    reader = Reader.now()
    row = IngestionRun.objects.create(
        started=timezone.now(),
        paths=[inputs.shown(path) for path in paths],
        rules=reader.rules,
        gazetteer=reader.names,
    )
    run = Run(row=row, reader=reader)
    places = list(inputs.files_at(paths))
    for at, place in enumerate(places, start=1):
        _ingest_place(place, run)
        seen(at, len(places))
    _settle(run)
    row.finished, row.report = timezone.now(), run.report.as_json()
    row.save()
    return run.report


def _settle(run: Run) -> None:
    """Group everything anew where this run, or one that was cut short before it, read something."""
    if Reading.objects.filter(mention__isnull=False, run__finished=None).exists():
        done = regroup(run.row)
        run.report.count(done.changes, set(), set())
        run.report.merged |= {loser for _, loser in done.merged}
        run.report.linked |= done.linked


def _ingest_place(place: Path | str | Refused, run: Run) -> None:
    """Read one file; a file that cannot be read, by its fault or by the program's, is told and stops nobody."""
    try:
        if isinstance(place, Refused):
            raise place
        _ingest_file(inputs.read(place), run)
    except Refused as refused:
        run.report.refused.append((refused.path, refused.why))
    except OperationalError as error:
        run.report.refused.append((inputs.shown(str(place)), f"the database did not take it: {error}."))
    except Exception as error:  # noqa: BLE001 - whatever a text brings to light, the other files are read
        path = inputs.shown(str(place))
        why = f"a fault of the program, not of the text ({type(error).__name__}: {str(error)[:200]})."
        run.report.refused.append((path, why))
        run.report.faults.append((path, traceback.format_exc()))


def _ingest_file(file: File, run: Run) -> None:
    known = run.reader.known(file)
    if known:
        run.report.unchanged.append(file.path)
        _tell_of_unchanged(known, run)
        return
    pages = pages_of(file)
    refused = [page for page in pages if isinstance(page, Refused)]
    readings = [reading for page in pages if isinstance(page, Page) for reading in _read(page, run)]
    run.report.refused += [(one.path, one.why) for one in refused]
    if not readings and not refused:
        raise Refused(file.path, "no article was found in it.")
    _store_all(file, readings, run, whole=not refused)


def _read(page: Page, run: Run) -> Iterator[ArticleReading]:
    # The lexicon is loaded when it is first read with: most runs over known files read nothing.
    for reading in read_page(page, load_lexicon(), run.reader.gazetteer):
        article = reading.article
        run.report.warnings += [(article.path, warning) for warning in dict.fromkeys(reading.warnings)]
        run.report.dropped += [(article.path, piece.reason, piece.text[:200]) for piece in article.dropped]
        yield reading


def _store_all(file: File, readings: Sequence[ArticleReading], run: Run, *, whole: bool) -> None:
    """Store the articles of a file, each in its transaction; with the last one, that the file was read whole."""
    stored: list[int] = []
    for at, reading in enumerate(readings, start=1):
        with transaction.atomic():
            if _is_free(reading, file, run):
                stored.append(_store(reading, run))
                run.read_from[stored[-1]] = file.path
            else:
                whole = False
            if at == len(readings) and whole:
                _remember(file, run, stored)


def _is_free(reading: ArticleReading, file: File, run: Run) -> bool:
    """False, with a warning, where this run has another wording of the same document from another file."""
    address, place = documents.address_of(reading.article), reading.article.place
    document = Document.objects.filter(address=address, place=place).select_related("current").first()
    if document is None or document.pk not in run.read_from or document.current is None:
        return True
    if document.current.digest == documents.digest_of(reading.article.text):
        return True
    said = f"another text with the address {address} was read from {run.read_from[document.pk]}; that one counts."
    run.report.warnings.append((file.path, said))
    return False


def _store(reading: ArticleReading, run: Run) -> int:
    """Everything that one article adds, in the transaction of the caller; the number of its document."""
    version, before = documents.store(reading, run.row)
    if before is not None:
        move_passages(before, version, run.row)
    mentions = store_mentions(version, reading.events if reading.in_scope else (), run.row)
    touched, joined = reconcile(mentions, run.row)
    of_document = version.document.mentions.filter(event__isnull=False)
    changes = refold(touched | set(of_document.values_list("event", flat=True)))
    positions = refold_positions(store_positions(version, reading.positions if reading.in_scope else (), run.row))
    # Told last: what fails above is taken back, and must not be counted.
    run.report.count(changes, joined, positions)
    run.report.count_article(reading, is_new_version=before is not None)
    return version.document_id


def _remember(file: File, run: Run, stored: Sequence[int]) -> None:
    Input.objects.update_or_create(
        path=file.path,
        defaults={
            "digest": file.digest,
            "rules": run.reader.rules,
            "gazetteer": run.reader.names,
            "run": run.row,
            "report": {"documents": list(stored)},
        },
    )


def _tell_of_unchanged(known: Input, run: Run) -> None:
    """Its documents count as read, and its events that editors decided are told at every run: nobody shall wonder."""
    numbers = known.report.get("documents", [])
    run.read_from |= dict.fromkeys(numbers, known.path)
    decided = Event.objects.filter(mentions__document__in=numbers, decisions__by__isnull=False)
    run.report.left_as_decided |= refold(decided.values_list("pk", flat=True)).left_as_decided
