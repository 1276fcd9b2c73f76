"""The words of a source that stand for an event in a list."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tradewatch.records.models import Passage
from tradewatch.timeline.snippets import Hits
from tradewatch.vocabulary import Genre

_TRUST = {genre.value: rank for rank, genre in enumerate(Genre)}
_SHOWN = (
    "mention__event",
    "quote",
    "version__genre",
    "version__published",
    "pk",
    "mention__document__publisher__name",
)


class Voice(NamedTuple):
    """A passage's words, and who published them ("" where that is not known)."""

    quote: str
    publisher: str


def best_voices(events: Iterable[int], hits: Hits) -> dict[int, Voice]:
    """The words that best stand for each event: what was sought, then the most trusted source's, then the earliest.

    One query.
    """
    passages = Passage.objects.filter(mention__event__in=list(events), shown=True).order_by()
    best: dict[int, tuple[tuple[bool, int, date, int], Voice]] = {}
    for event, quote, genre, published, number, publisher in passages.values_list(*_SHOWN):
        rank = (not hits.found_in(quote), _TRUST[genre], published or date.max, number)
        if event not in best or rank < best[event][0]:
            best[event] = (rank, Voice(quote, publisher or ""))
    return {event: voice for event, (_, voice) in best.items()}
