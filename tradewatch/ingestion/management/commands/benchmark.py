"""`benchmark`: how fast the sample articles are read, and whether memory stays flat; figures for one warm core."""

import resource
import time
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from tradewatch.extraction.datatypes import Page
from tradewatch.extraction.dates import time_expressions
from tradewatch.extraction.pipeline import read as read_page
from tradewatch.extraction.rules import load_lexicon
from tradewatch.ingestion import inputs
from tradewatch.ingestion.envelopes import pages_of
from tradewatch.ingestion.gazetteer import gazetteer_from_files
from tradewatch.ingestion.reference import FOLDER

ARTICLES = settings.BASE_DIR / "fixtures" / "articles"


class Command(BaseCommand):
    help = "Read the sample articles over and over; print articles and characters a second, and memory on the way."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--articles", type=int, default=500, help="how many to read (500)")

    def handle(self, *, articles: int, **_options: Any) -> None:
        pages = list(_pages())
        self._time_dates(pages)
        self._time_reading(pages, articles)

    def _time_dates(self, pages: list[Page]) -> None:
        text = "\n\n".join(page.text for page in pages)
        time_expressions(text, said_on=date(2025, 6, 1))
        started = time.process_time()
        for _ in range(5):
            time_expressions(text, said_on=date(2025, 6, 1))
        spent = time.process_time() - started
        self.stdout.write(f"time expressions: {5 * len(text) / spent:,.0f} characters a second of CPU")

    def _time_reading(self, pages: list[Page], articles: int) -> None:
        lexicon, gazetteer = load_lexicon(), gazetteer_from_files(FOLDER)
        for page in pages:
            read_page(page, lexicon, gazetteer)
        memory = [_megabytes()]
        characters = 0
        started = time.process_time()
        for at, page in enumerate(islice(cycle(pages), articles), start=1):
            read_page(page, lexicon, gazetteer)
            characters += len(page.text)
            if at % max(1, articles // 10) == 0:
                memory.append(_megabytes())
        spent = time.process_time() - started
        length = characters / articles
        self.stdout.write(
            f"whole reading: {articles} articles of {length:,.0f} characters on average in {spent:.1f} s of CPU: "
            f"{articles / spent:.1f} articles a second, {characters / 6000 / spent:.1f} of 6,000 characters"
        )
        self.stdout.write(f"memory, greatest so far, in MB at the start and after each tenth: {memory}")


def _pages() -> Iterator[Page]:
    for place in inputs.files_at([str(ARTICLES)]):
        if not isinstance(place, inputs.Refused):
            yield from (page for page in pages_of(inputs.read(place)) if isinstance(page, Page))


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
