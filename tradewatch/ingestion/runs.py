"""One call of `ingest`: every file in turn, every document in one transaction, and a report that leaves nothing out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from tradewatch.extraction.datatypes import ArticleReading, Gazetteer, Lexicon, Page
from tradewatch.extraction.pipeline import read as read_page
from tradewatch.extraction.rules import load_lexicon
from tradewatch.ingestion import documents, inputs
from tradewatch.ingestion.envelopes import pages_of
from tradewatch.ingestion.mentions import store_mentions
from tradewatch.ingestion.moving import move_passages
from tradewatch.ingestion.names import fingerprint, gazetteer_from_tables
from tradewatch.ingestion.reconciling import reconcile
from tradewatch.ingestion.statements import store_positions
from tradewatch.records.folding import refold
from tradewatch.records.folding_positions import refold_positions
from tradewatch.records.models import Event, IngestionRun, Input


@dataclass(slots=True, kw_only=True)
class Report:
    """What a run did. Events are told by number; texts by path."""

    articles: int = 0
    unchanged: list[str] = field(default_factory=list)
    new_versions: list[str] = field(default_factory=list)
    out_of_scope: list[tuple[str, str]] = field(default_factory=list)  # (path and title, reason)
    new: set[int] = field(default_factory=set)
    joined: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    left_as_decided: set[int] = field(default_factory=set)
    positions: int = 0  # new or changed
    refused: list[tuple[str, str]] = field(default_factory=list)  # (path, why)
    warnings: list[tuple[str, str]] = field(default_factory=list)
    dropped: list[tuple[str, str, str]] = field(default_factory=list)  # (path, reason, the words)

    @property
    def says_no_change(self) -> bool:
        """True when everything given is as it was."""
        return not (self.articles or self.refused or self.new or self.changed or self.positions)

    def as_json(self) -> dict[str, object]:
        names = ("unchanged", "new_versions", "out_of_scope", "refused", "warnings", "dropped")
        numbers = ("new", "joined", "changed", "left_as_decided")
        lists: dict[str, object] = {name: getattr(self, name) for name in names}
        return {
            "articles": self.articles,
            "positions": self.positions,
            **lists,
            **{n: sorted(getattr(self, n)) for n in numbers},
        }


@dataclass(slots=True, kw_only=True)
class Reader:
    """The rules and names that a run reads with, and what they go by."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    names: str

    @classmethod
    def now(cls) -> "Reader":
        gazetteer = gazetteer_from_tables()
        return cls(lexicon=load_lexicon(), gazetteer=gazetteer, names=fingerprint(gazetteer))

    def knows(self, path: str, digest: str) -> bool:
        """True when this very file was read under these rules and names."""
        return Input.objects.filter(
            path=path, digest=digest, rules=self.lexicon.fingerprint, gazetteer=self.names
        ).exists()


def ingest(paths: Sequence[str], *, seen: Callable[[int, int], None] = lambda _at, _of: None) -> Report:
    """Read everything at the paths into the record. `seen` is told after each file how many of how many are done.

    Each document is one transaction, the record of its file being read is in the last one of the file: killed at any
    moment, the run leaves whole documents, and the next run takes up what is missing.
    """
    reader, report = Reader.now(), Report()
    run = IngestionRun.objects.create(
        started=timezone.now(), paths=list(paths), rules=reader.lexicon.fingerprint, gazetteer=reader.names
    )
    places = list(inputs.files_at(paths))
    for at, place in enumerate(places, start=1):
        _ingest_file(place, reader, run, report)
        seen(at, len(places))
    run.finished, run.report = timezone.now(), report.as_json()
    run.save()
    return report


def _ingest_file(place: Path | str | inputs.Refused, reader: Reader, run: IngestionRun, report: Report) -> None:
    try:
        if isinstance(place, inputs.Refused):
            raise place
        file = inputs.read(place)
        if reader.knows(file.path, file.digest):
            report.unchanged.append(file.path)
            _count_decided(file.path, report)
            return
        readings = [reading for page in pages_of(file) for reading in _read(page, reader, report)]
    except inputs.Refused as refused:
        report.refused.append((refused.path, refused.why))
        return
    if not readings:
        report.refused.append((file.path, "no article was found in it."))
        return
    stored: list[int] = []
    for reading in readings[:-1]:
        with transaction.atomic():
            stored.append(_store(reading, run, report))
    with transaction.atomic():
        stored.append(_store(readings[-1], run, report))
        _remember(file, reader, run, stored)


def _read(page: Page, reader: Reader, report: Report) -> Iterator[ArticleReading]:
    for reading in read_page(page, reader.lexicon, reader.gazetteer):
        article = reading.article
        report.warnings += [(article.path, said) for said in (*article.warnings, *reading.warnings)]
        report.dropped += [(article.path, piece.reason, piece.text[:200]) for piece in article.dropped]
        yield reading


def _store(reading: ArticleReading, run: IngestionRun, report: Report) -> int:
    """Everything that one article adds, in the transaction of the caller; the number of its document."""
    report.articles += 1
    article = reading.article
    version, before = documents.store(reading, run)
    if before is not None:
        report.new_versions.append(f"{article.path}: {article.title or article.lead[:60]}")
        move_passages(before, version, run)
    if not reading.in_scope:
        report.out_of_scope.append((f"{article.path}: {article.title or article.lead[:60]}", reading.scope_reason))
    events = reading.events if reading.in_scope else ()
    mentions = store_mentions(version, events, run)
    touched, joined = reconcile(mentions, run)
    of_document = version.document.mentions.filter(event__isnull=False)
    changes = refold(touched | set(of_document.values_list("event", flat=True)))
    positions = store_positions(version, reading.positions if reading.in_scope else (), run)
    report.positions += len(refold_positions(positions))
    report.new |= changes.new
    report.joined |= joined - report.new
    report.changed |= changes.changed - report.new
    report.left_as_decided |= changes.left_as_decided
    return version.document_id


def _remember(file: inputs.File, reader: Reader, run: IngestionRun, stored: Sequence[int]) -> None:
    Input.objects.update_or_create(
        path=file.path,
        defaults={
            "digest": file.digest,
            "rules": reader.lexicon.fingerprint,
            "gazetteer": reader.names,
            "run": run,
            "report": {"documents": list(stored)},
        },
    )


def _count_decided(path: str, report: Report) -> None:
    """Events of an unchanged file that an editor has decided about: told at every run, so that nobody wonders."""
    documents_read = Input.objects.get(path=path).report.get("documents", [])
    decided = Event.objects.filter(mentions__document__in=documents_read, decisions__by__isnull=False)
    report.left_as_decided |= set(decided.values_list("pk", flat=True))
