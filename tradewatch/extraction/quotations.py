"""Quotations that run over several sentences: which sentences begin inside one, and who is to be heard first.

In "The ball is in their court. They must make a deal," Leavitt said, the last sentence tells whose words the first are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tradewatch.extraction.datatypes import Sentence

_LONGEST = 12  # sentences of a paragraph that one quotation may run over


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A sentence, and whether it begins inside a quotation that one before it has opened."""

    sentence: Sentence
    inside: bool


def as_heard(sentences: Sequence[Sentence], text: str) -> Iterator[Heard]:
    """The sentences in the order in which their speakers become known: where a quotation ends before where it began.

    `text` is the plain text of the article, with straight quotation marks. A quotation never runs over a paragraph.
    """
    for _, paragraph in groupby(sentences, key=lambda sentence: sentence.paragraph):
        run: list[Heard] = []
        inside = False
        for sentence in paragraph:
            run.append(Heard(sentence=sentence, inside=inside))
            inside = inside != bool(text.count('"', sentence.start, sentence.end) % 2)
            if not inside or len(run) >= _LONGEST:
                yield from _closing_first(run, text)
                run = []
        yield from _closing_first(run, text)


def _closing_first(run: list[Heard], text: str) -> Iterator[Heard]:
    if len(run) > 1 and text[run[0].sentence.start] == '"':
        yield run[-1]
        yield from run[:-1]
    else:
        yield from run
