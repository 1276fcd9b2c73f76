"""`benchmark`: how fast articles of one length are read, and whether memory stays flat; figures for one warm core."""

import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from tradewatch.extraction.datatypes import Page
from tradewatch.extraction.dates import time_expressions
from tradewatch.extraction.pages import articles_in
from tradewatch.extraction.pipeline import read as read_page
from tradewatch.extraction.rules import load_lexicon
from tradewatch.ingestion import inputs
from tradewatch.ingestion.envelopes import pages_of
from tradewatch.ingestion.gazetteer import gazetteer_from_files
from tradewatch.ingestion.page_timing import print_pages
from tradewatch.ingestion.reference import FOLDER

ARTICLES = settings.BASE_DIR / "fixtures" / "articles"
LENGTH = 6000  # characters of an article that is timed


class Command(BaseCommand):
    help = (
        "Read articles over and over on one core, once warm; print articles, characters and time expressions a second "
        f"of CPU, and the greatest memory on the way. Each article has about {LENGTH:,} characters: the paragraphs of "
        "the samples, one sample after another, cut at the end of the paragraph that reaches that length."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--articles", type=int, default=500, help="how many to read (500)")
        parser.add_argument("--pages", action="store_true", help="time the pages of a made-up record instead")
        parser.add_argument("--events", type=int, default=10_000, help="how many events it has (10,000)")

    def handle(self, *, articles: int, pages: bool, events: int, **_options: Any) -> None:
        if pages:
            print_pages(self.stdout, events)
            return
        samples = list(_of_length(_pages()))
        self._time_dates(samples)
        self._time_reading(samples, articles)

    def _time_dates(self, pages: list[Page]) -> None:
        text = "\n\n".join(page.text for page in pages)
        found = len(time_expressions(text, said_on=date(2025, 6, 1)))
        started = time.process_time()
        for _ in range(5):
            time_expressions(text, said_on=date(2025, 6, 1))
        spent = (time.process_time() - started) / 5
        self.stdout.write(
            f"time expressions: {len(text) / spent:,.0f} characters and {found / spent:,.0f} found a second"
        )

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
        self.stdout.write(
            f"whole reading: {articles} articles of {characters / articles:,.0f} characters on average, {spent:.1f} s "
            f"of CPU: {articles / spent:.1f} articles a second, {characters / spent:,.0f} characters a second"
        )
        self.stdout.write(f"memory, greatest so far, in MB at the start and after each tenth: {memory}")


def _of_length(pages: Iterator[Page]) -> Iterator[Page]:
    """Pages of LENGTH characters or a paragraph more, made of the paragraphs of others; a rest is dropped."""
    text, first = "", None
    for page in pages:
        for paragraph in (part for article in articles_in(page) for part in article.text.split("\n\n")):
            first = first or page
            text += paragraph + "\n\n"
            if len(text) >= LENGTH:
                yield replace(first, text=text)
                text, first = "", None


def _pages() -> Iterator[Page]:
    for place in inputs.files_at([str(ARTICLES)]):
        if not isinstance(place, inputs.Refused):
            yield from (page for page in pages_of(inputs.read(place)) if isinstance(page, Page))


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
