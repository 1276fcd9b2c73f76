"""What was read of events into mentions, passages and readings: known ones are found again, nothing is overwritten."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tradewatch.extraction.datatypes import EventReading
from tradewatch.ingestion.contract import event_values, explanation
from tradewatch.records.models import DocumentVersion, IngestionRun, Mention, Passage, Reading

Place = tuple[int, int]  # offset of a trigger, ordinal


def store_mentions(version: DocumentVersion, events: Sequence[EventReading], run: IngestionRun) -> list[Mention]:
    """The mentions of this version in the order of the text, as this run read them; those no longer read are ended."""
    matched = _matched(version, events)
    for mention, event in matched:
        _store_passages(mention, version, event, run)
        append_reading(
            {"mention": mention}, version, run, event_values(event), event.confidence, explanation(event.accounts)
        )
    read = [mention for mention, _ in matched]
    _end_the_rest(version, read, run)
    return read


def _matched(version: DocumentVersion, events: Sequence[EventReading]) -> list[tuple[Mention, EventReading]]:
    """Each event with its mention, known by the place of its trigger, so that a better rule re-reads the same mention.

    Mentions first read in this version come first, so that none is made where one stands already; then those that
    moved here. In either, an event's first account names it before any other account does.
    """
    claimed: dict[int, Mention] = {}
    taken: set[int] = set()
    for known in (_made_here(version), _moved_here(version)):
        for reach in (1, None):
            for at, event in enumerate(events):
                mention = None if at in claimed else _free(known, _places(event)[:reach], taken)
                if mention is not None:
                    claimed[at] = mention
                    taken.add(mention.pk)
    return [(claimed.get(at) or _made(version, event), event) for at, event in enumerate(events)]


def _free(known: Mapping[Place, Mention], places: Iterable[Place], taken: set[int]) -> Mention | None:
    return next((known[place] for place in places if place in known and known[place].pk not in taken), None)


def _places(event: EventReading) -> list[Place]:
    return [(account.trigger, account.ordinal) for account in event.accounts]


def _made_here(version: DocumentVersion) -> dict[Place, Mention]:
    return {(mention.trigger, mention.ordinal): mention for mention in Mention.objects.filter(first_version=version)}


def _moved_here(version: DocumentVersion) -> dict[Place, Mention]:
    """The document's mentions by where the triggers of their passages stand in this version; the newest row counts."""
    known: dict[Place, Mention] = {}
    passages = Passage.objects.filter(version=version, mention__isnull=False, trigger__isnull=False)
    for passage in passages.select_related("mention").order_by("pk"):
        if passage.mention is not None and passage.trigger is not None:
            known[passage.trigger, passage.mention.ordinal] = passage.mention
    return known


def _made(version: DocumentVersion, event: EventReading) -> Mention:
    trigger, ordinal = _places(event)[0]
    return Mention.objects.create(document=version.document, first_version=version, trigger=trigger, ordinal=ordinal)


def _store_passages(mention: Mention, version: DocumentVersion, event: EventReading, run: IngestionRun) -> None:
    spans = {(account.quote.start, account.quote.end): account for account in reversed(event.accounts)}
    there = {(passage.start, passage.end): passage for passage in mention.passages.filter(version=version)}
    for span, account in sorted(spans.items()):
        if span not in there:
            start, end = span
            Passage.objects.create(
                mention=mention, version=version, start=start, end=end, quote=account.quote.text,
                trigger=account.trigger, run=run,
            )  # fmt: skip
    for span, passage in there.items():
        retired = None if span in spans or passage.decision_id else (passage.retired_id or run.pk)
        if passage.retired_id != retired:
            Passage.objects.filter(pk=passage.pk).update(retired=retired)


def append_reading(
    of: dict[str, Any],
    version: DocumentVersion,
    run: IngestionRun,
    values: dict[str, Any],
    confidence: float,
    why: list[dict[str, str]],
    *,
    ended: bool = False,
) -> bool:
    """Append a reading unless the latest one says the same. `of` is {"mention": …} or {"position": …}."""
    last = Reading.objects.filter(**of).order_by("-pk").first()
    if last and (last.run_id == run.pk or _says_the_same(last, version, values, confidence, why, ended=ended)):
        return False  # of one file given twice in one call, the first reading counts
    Reading.objects.create(
        **of, run=run, version=version, values=values, confidence=confidence, explanation=why, ended=ended
    )
    return True


def _says_the_same(
    last: Reading,
    version: DocumentVersion,
    values: dict[str, Any],
    confidence: float,
    why: list[dict[str, str]],
    *,
    ended: bool,
) -> bool:
    if last.ended or ended:
        return last.ended and ended
    alike = abs(last.confidence - confidence) < 1e-9 and last.version_id == version.pk
    return alike and (last.values, last.explanation) == (values, why)


def _end_the_rest(version: DocumentVersion, read: Iterable[Mention], run: IngestionRun) -> None:
    """Mentions of the document that this run did not read again end, each with the reason."""
    gone = Mention.objects.filter(document_id=version.document_id, readings__isnull=False)
    for mention in gone.exclude(pk__in=[mention.pk for mention in read]).distinct().order_by("pk"):
        stands = mention.passages.filter(version=version).exists()
        end_reading({"mention": mention}, version, run, stands=stands)


def end_reading(of: dict[str, Any], version: DocumentVersion, run: IngestionRun, *, stands: bool) -> None:
    """Append that nothing is read here any more, and why."""
    said = "The rules no longer read it in these words." if stands else "The words that it rested on left the text."
    rule = "not_read" if stands else "words_gone"
    append_reading(of, version, run, {}, 0.0, [{"field": "", "rule": rule, "words": "", "said": said}], ended=True)
