"""A seeded fuzzer over every stage: no text crashes one, and none takes more than a bound that is linear in its length.

The bound is some twenty times what ordinary text takes, so that a busy machine never fails it, and a quadratic stage does.
"""

import random
import time
from collections.abc import Callable
from datetime import date

import pytest

from tests.extraction.reading import LEXICON, gazetteer
from tradewatch.extraction.actors import actors_in
from tradewatch.extraction.clauses import plain
from tradewatch.extraction.datatypes import Page
from tradewatch.extraction.dates import time_expressions
from tradewatch.extraction.pages import articles_in
from tradewatch.extraction.pipeline import read
from tradewatch.extraction.sentences import sentences_in

SEED = 20250402
LENGTH = 20_000
SECONDS_A_CHARACTER = 0.001
OF_THE_TRADE = [
    "China",
    "raised",
    "its",
    "tariff",
    "on",
    "US",
    "goods",
    "to",
    "125%",
    "on",
    "April",
    "11,",
    "2025,",
    "after",
    "Executive",
    "Order",
    "14257",
    "of",
    "April",
    "2.",
    "Trump",
    "said",
    "Beijing",
    "could",
    "suspend",
    "rare",
    "earth",
    "export",
    "controls",
    "for",
    "one",
    "year;",
    "“we",
    "will",
    "see,”",
    "he",
    "said",
    "on",
    "Friday.",
    "No.",
    "61",
    "of",
    "2025",
    "U.S.",
    "Treasury",
    "12:01",
    "a.m.",
    "from",
    "10%",
    "to",
    "15%",
    "25",
    "million",
    "tonnes",
    "in",
    "2026",
    "and",
    "not",
    "less",
    "than",
    "50",
    "percent",
    "owned",
]
STRANGE = [
    "\u202e",
    "\u2066",
    "\u200b",
    "\ufeff",
    "\u0301",
    "é",
    "中国",
    "🚢",
    "\x0b",
    "\u2028",
    "“",
    "”",
    "(",
    ")",
    "[",
    "*",
    "**",
    "—",
    "\\",
    "&nbsp;",
    "<b>",
    "%",
    "$",
    "...",
    "No.",
]
NESTED = [
    "(" * 50,
    "“" * 50,
    "and " * 20,
    "of the " * 20,
    "10% to " * 20,
    "A. B. " * 20,
    "Jan. " * 20,
    "1,2,3," * 20,
    "-" * 80,
    "\n" * 9,
]


def fuzzed(seed: int) -> str:
    """About LENGTH characters of words of the trade, strange signs and nests of both, with few full stops."""
    rng = random.Random(seed)  # noqa: S311 - the same texts at every run
    pools = rng.sample([OF_THE_TRADE, STRANGE, NESTED, [chr(rng.randrange(32, 0x2FFF)) for _ in range(200)]], k=3)
    glue = rng.choice([" ", "", "\n", " \n\n"])
    parts: list[str] = []
    size = 0
    while size < LENGTH:
        parts.append(rng.choice(rng.choice(pools)))
        size += len(parts[-1]) + len(glue)
    return glue.join(parts)


STAGES: dict[str, Callable[[str], object]] = {
    "pages": lambda text: articles_in(Page(path="a.txt", text=text), publishers=gazetteer().publishers),
    "sentences": sentences_in,
    "dates": lambda text: time_expressions(text, said_on=date(2025, 6, 1)),
    "actors": lambda text: actors_in(plain(text), gazetteer(), LEXICON),
    "the whole": lambda text: read(Page(path="a.txt", text=text, published=date(2025, 6, 1)), LEXICON, gazetteer()),
}


@pytest.mark.parametrize("stage", list(STAGES))
@pytest.mark.parametrize("number", range(12))
def test_no_text_crashes_or_stalls_a_stage(stage: str, number: int) -> None:
    text = fuzzed(SEED + number)
    started = time.process_time()
    STAGES[stage](text)
    assert time.process_time() - started < SECONDS_A_CHARACTER * len(text), f"seed {SEED + number}"


@pytest.mark.parametrize(
    "piece", ["tariff ", "a", "China said ", "(", "10% to ", "“", "April ", "No. ", "\u202e", "and the "]
)
def test_a_text_of_one_piece_without_a_full_stop_is_read_in_time(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    started = time.process_time()
    STAGES["the whole"](text)
    assert time.process_time() - started < SECONDS_A_CHARACTER * len(text)


@pytest.mark.parametrize("stage", ["pages", "sentences", "dates"])
def test_a_million_characters_without_a_full_stop_pass_the_first_stages(stage: str) -> None:
    text = "the tariff on goods " * 50_000
    started = time.process_time()
    STAGES[stage](text)
    assert time.process_time() - started < SECONDS_A_CHARACTER * len(text) / 10


def test_a_sentence_repeated_a_thousand_times_is_read_in_time() -> None:
    text = "China raised its tariff on US goods to 125% on April 11, 2025. " * 1000
    started = time.process_time()
    STAGES["the whole"](text)
    assert time.process_time() - started < SECONDS_A_CHARACTER * len(text)
