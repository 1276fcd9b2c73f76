"""When a text changes: mentions and positions move to the new version where their words still stand."""

import re
from collections.abc import Iterable, Iterator

from tradewatch.records.models import DocumentVersion, IngestionRun, Passage


def move_passages(old: DocumentVersion, new: DocumentVersion, run: IngestionRun) -> None:
    """Append, for each passage of the document, one in `new` where the same words stand; the rest stay behind.

    Words that an editor added stay the editor's. Words that an editor took away move too: the fold knows them by their
    quote and goes on hiding them.
    """
    moved = [_moved(passage, new, run) for passage in _last_standing(old, new)]
    _append(passage for passage in moved if passage is not None)


def _last_standing(old: DocumentVersion, new: DocumentVersion) -> Iterator[Passage]:
    """Each owner's passages in `old`; of one without words there, those of the last version where it had some."""
    passages = Passage.objects.filter(version__document=old.document_id, retired=None).exclude(version=new)
    by_owner: dict[tuple[int | None, int | None], list[Passage]] = {}
    for passage in passages.select_related("version").order_by("version__number", "start", "pk"):
        by_owner.setdefault((passage.mention_id, passage.position_id), []).append(passage)
    for owned in by_owner.values():
        versions = {passage.version_id for passage in owned}
        last = old.pk if old.pk in versions else owned[-1].version_id
        yield from (passage for passage in owned if passage.version_id == last)


def _moved(passage: Passage, new: DocumentVersion, run: IngestionRun) -> Passage | None:
    start = new_place(passage.quote, passage.start, passage.version.text, new.text)
    if start is None:
        return None
    shift = start - passage.start
    return Passage(
        mention_id=passage.mention_id,
        position_id=passage.position_id,
        version=new,
        start=start,
        end=start + len(passage.quote),
        quote=passage.quote,
        trigger=None if passage.trigger is None else passage.trigger + shift,
        run=None if passage.decision_id else run,
        decision_id=passage.decision_id,
    )


def new_place(quote: str, start: int, old: str, new: str) -> int | None:
    """Where the words now begin; None where they stand nowhere.

    Of words that stand several times the same one in order is meant, or, where their number changed, the nearest.
    """
    places = [found.start() for found in re.finditer(re.escape(quote), new)]
    if not places:
        return None
    before = [found.start() for found in re.finditer(re.escape(quote), old)]
    if len(before) == len(places) and start in before:
        return places[before.index(start)]
    return min(places, key=lambda place: abs(place - start))


def _append(passages: Iterable[Passage]) -> None:
    for passage in passages:
        of = {"mention": passage.mention_id} if passage.mention_id else {"position": passage.position_id}
        known = Passage.objects.filter(**of, version=passage.version_id, start=passage.start, end=passage.end)
        if not known.exists():
            passage.save()
