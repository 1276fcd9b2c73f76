"""Files into readings without a database, in this process or in several: the order of the files is kept either way."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import chain, islice
from pathlib import Path

from tradewatch.extraction.datatypes import ArticleReading, Gazetteer
from tradewatch.extraction.pipeline import read as read_page
from tradewatch.extraction.rules import load_lexicon
from tradewatch.ingestion import inputs
from tradewatch.ingestion.envelopes import pages_of
from tradewatch.ingestion.gazetteer import gazetteer_from_files
from tradewatch.ingestion.inputs import Refused
from tradewatch.ingestion.reference import FOLDER

Place = Path | str | Refused
# Files handed to the workers at a time: what is read waits in memory until its turn to be printed comes.
_AHEAD = 64
_CHUNK = 4


def readings_of(places: Iterable[Place], *, workers: int = 1) -> Iterator[ArticleReading | Refused]:
    """What is read at each place, in order; a refusal where something cannot be read."""
    if workers <= 1:
        yield from chain.from_iterable(map(read_place, places))
        return
    waiting = iter(places)
    with ProcessPoolExecutor(max_workers=workers) as pool:
        while batch := list(islice(waiting, _AHEAD)):
            yield from chain.from_iterable(pool.map(read_place, batch, chunksize=_CHUNK))


def read_place(place: Place) -> list[ArticleReading | Refused]:
    """The readings of one file's articles, and the refusals."""
    if isinstance(place, Refused):
        return [place]
    try:
        pages = pages_of(inputs.read(place))
    except Refused as refused:
        return [refused]
    found: list[ArticleReading | Refused] = []
    for page in pages:
        if isinstance(page, Refused):
            found.append(page)
        else:
            found += read_page(page, load_lexicon(), _gazetteer())
    return found


@cache
def _gazetteer() -> Gazetteer:
    return gazetteer_from_files(FOLDER)
