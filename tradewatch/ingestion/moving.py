"""When a text changes: mentions and positions move to the new version where their words still stand."""

import re
from collections.abc import Iterable

from tradewatch.records.models import DocumentVersion, IngestionRun, Passage


def move_passages(old: DocumentVersion, new: DocumentVersion, run: IngestionRun) -> None:
    """Append, for each passage shown in `old`, one in `new` where the same words stand; the rest stay behind."""
    moved = [_moved(passage, new, run) for passage in old.passages.filter(shown=True).order_by("start", "pk")]
    _append(passage for passage in moved if passage is not None)


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
        run=run,
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
