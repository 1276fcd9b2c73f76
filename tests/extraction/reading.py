"""What the tests of reading share: the lexicon, the gazetteer of the reference files, and one article read."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from tradewatch.extraction.datatypes import ArticleReading, EventReading, Gazetteer, Page
from tradewatch.extraction.pipeline import read
from tradewatch.extraction.rules import load_lexicon
from tradewatch.ingestion.gazetteer import gazetteer_from_files

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
LEXICON = load_lexicon()


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    return gazetteer_from_files(ROOT / "fixtures" / "reference")


def article(text: str, *, published: date = date(2025, 10, 28), genre: str = "news", title: str = "") -> ArticleReading:
    """The first article of a page that holds `text`."""
    page = Page(path="page.txt", text=text, published=published, genre=genre, title=title)
    return read(page, LEXICON, gazetteer())[0]


def events(
    text: str, *, published: date = date(2025, 10, 28), genre: str = "news", title: str = ""
) -> tuple[EventReading, ...]:
    return article(text, published=published, genre=genre, title=title).events


def acts(text: str, **envelope: object) -> list[str]:
    """The events as "kind action status side", in order."""
    return [f"{e.kind} {e.action} {e.status} {e.side}" for e in events(text, **envelope)]  # type: ignore[arg-type]
