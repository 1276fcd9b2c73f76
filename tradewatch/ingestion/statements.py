"""What was read of positions into rows, passages and readings, as `mentions` does it for events."""

from collections import Counter
from collections.abc import Sequence

from tradewatch.extraction.datatypes import Statement
from tradewatch.ingestion.contract import reason_values, statement_values
from tradewatch.ingestion.mentions import append_readings, end_of
from tradewatch.records.accounts import LAST_DAY_OF_THE_DISPUTE
from tradewatch.records.models import DocumentVersion, IngestionRun, Passage, Position, Reading


def store_positions(version: DocumentVersion, statements: Sequence[Statement], run: IngestionRun) -> set[int]:
    """Store what this run read; the numbers of all positions of the document, which must be folded again."""
    known = _known(version)
    seen: Counter[int] = Counter()
    readings: list[Reading] = []
    for statement in statements:
        place = (statement.quote.start, seen[statement.quote.start])
        seen[statement.quote.start] += 1
        position = known.get(place) or _made(version, statement, place)
        _store_passage(position, version, statement, run)
        why = [reason_values(reason) for reason in statement.reasons]
        values = statement_values(statement)
        readings.append(
            Reading(
                position=position,
                run=run,
                version=version,
                values=values,
                confidence=statement.confidence,
                explanation=why,
            )
        )
    numbers = {reading.position_id for reading in readings if reading.position_id}
    for position in Position.objects.filter(document_id=version.document_id, readings__isnull=False).distinct():
        if position.pk not in numbers:
            stands = position.passages.filter(version=version).exists()
            readings.append(end_of({"position": position}, version, run, stands=stands))
            numbers.add(position.pk)
    append_readings(readings)
    return numbers


def _known(version: DocumentVersion) -> dict[tuple[int, int], Position]:
    known: dict[tuple[int, int], Position] = {}
    for passage in Passage.objects.filter(version=version, position__isnull=False).select_related("position"):
        if passage.position is not None:
            known[passage.start, passage.position.ordinal] = passage.position
    for position in Position.objects.filter(first_version=version):
        known[position.start, position.ordinal] = position
    return known


def _made(version: DocumentVersion, statement: Statement, place: tuple[int, int]) -> Position:
    start, ordinal = place
    return Position.objects.create(
        document=version.document,
        first_version=version,
        start=start,
        ordinal=ordinal,
        side=statement.side,
        stance=statement.stance,
        quote=statement.quote.text,
        listed_on=LAST_DAY_OF_THE_DISPUTE,
    )


def _store_passage(position: Position, version: DocumentVersion, statement: Statement, run: IngestionRun) -> None:
    quote = statement.quote
    there = {(passage.start, passage.end): passage for passage in position.passages.filter(version=version)}
    if (quote.start, quote.end) not in there:
        Passage.objects.create(
            position=position, version=version, start=quote.start, end=quote.end, quote=quote.text,
            trigger=quote.start, run=run,
        )  # fmt: skip
    for span, passage in there.items():
        retired = None if span == (quote.start, quote.end) else (passage.retired_id or run.pk)
        if passage.retired_id != retired:
            Passage.objects.filter(pk=passage.pk).update(retired=retired)
