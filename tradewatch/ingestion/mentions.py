"""What was read of events into mentions, passages and readings: known ones are found again, nothing is overwritten."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Q

from tradewatch.extraction.datatypes import EventReading
from tradewatch.ingestion.contract import event_values, explanation
from tradewatch.records.models import DocumentVersion, IngestionRun, Mention, Passage, Reading

Place = tuple[int, int]  # offset of a trigger, ordinal


def store_mentions(version: DocumentVersion, events: Sequence[EventReading], run: IngestionRun) -> list[Mention]:
    """The mentions of this version in the order of the text, as this run read them; those no longer read are ended."""
    matched = _matched(version, events)
    _store_passages(matched, version, run)
    append_readings(
        Reading(
            mention=mention,
            run=run,
            version=version,
            values=event_values(event),
            confidence=event.confidence,
            explanation=explanation(event.accounts),
        )
        for mention, event in matched
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
    new = [at for at in range(len(events)) if at not in claimed]
    made = Mention.objects.bulk_create(_made(version, events[at]) for at in new)
    claimed |= dict(zip(new, made, strict=True))
    return [(claimed[at], event) for at, event in enumerate(events)]


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
    return Mention(document=version.document, first_version=version, trigger=trigger, ordinal=ordinal)


def _store_passages(
    matched: Sequence[tuple[Mention, EventReading]], version: DocumentVersion, run: IngestionRun
) -> None:
    there: dict[int | None, dict[Place, Passage]] = {mention.pk: {} for mention, _ in matched}
    for passage in Passage.objects.filter(mention__in=there, version=version).order_by("start", "pk"):
        there[passage.mention_id][passage.start, passage.end] = passage
    new: list[Passage] = []
    for mention, event in matched:
        known = there[mention.pk]
        spans = {(account.quote.start, account.quote.end): account for account in reversed(event.accounts)}
        new += [
            Passage(
                mention=mention, version=version, start=start, end=end, quote=account.quote.text,
                trigger=account.trigger, run=run,
            )
            for (start, end), account in sorted(spans.items())
            if (start, end) not in known
        ]  # fmt: skip
        for span, passage in known.items():
            retired = None if span in spans or passage.decision_id else (passage.retired_id or run.pk)
            if passage.retired_id != retired:
                Passage.objects.filter(pk=passage.pk).update(retired=retired)
    Passage.objects.bulk_create(new)


def append_readings(readings: Iterable[Reading]) -> None:
    """Append these readings of one run, each of another mention or position, but for those that say nothing new."""
    rows = list(readings)
    owned = Q(mention__in=[row.mention_id for row in rows if row.mention_id])
    owned |= Q(position__in=[row.position_id for row in rows if row.position_id])
    last = {(row.mention_id, row.position_id): row for row in Reading.objects.filter(owned).order_by("pk")}
    Reading.objects.bulk_create(row for row in rows if not _is_told(row, last.get((row.mention_id, row.position_id))))


def _is_told(row: Reading, last: Reading | None) -> bool:
    """True where the latest reading says the same; of one file given twice in one call, the first reading counts."""
    if last is None or last.run_id == row.run_id:
        return last is not None
    if last.ended or row.ended:
        return last.ended and row.ended
    alike = abs(last.confidence - row.confidence) < 1e-9 and last.version_id == row.version_id
    return alike and (last.values, last.explanation) == (row.values, row.explanation)


def _end_the_rest(version: DocumentVersion, read: Iterable[Mention], run: IngestionRun) -> None:
    """Mentions of the document that this run did not read again end, each with the reason."""
    gone = Mention.objects.filter(document_id=version.document_id, readings__isnull=False)
    append_readings(
        end_of({"mention": mention}, version, run, stands=mention.passages.filter(version=version).exists())
        for mention in gone.exclude(pk__in=[mention.pk for mention in read]).distinct().order_by("pk")
    )


def end_of(of: dict[str, Any], version: DocumentVersion, run: IngestionRun, *, stands: bool) -> Reading:
    """The reading that says that nothing is read here any more, and why. `of` is {"mention": …} or {"position": …}."""
    said = "The rules no longer read it in these words." if stands else "The words that it rested on left the text."
    rule = "not_read" if stands else "words_gone"
    why = [{"field": "", "rule": rule, "words": "", "said": said}]
    return Reading(**of, run=run, version=version, values={}, confidence=0.0, explanation=why, ended=True)
