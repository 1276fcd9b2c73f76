"""Words given to somebody without a verb of saying: "in its view", "as he put it", "was welcomed by"."""

from collections.abc import Iterator, Sequence

from tradewatch.extraction.attributions import Attribution
from tradewatch.extraction.clauses import Token, token_at
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.sayers import after_verb

_UNDERGONE = ("oppose", "support", "demand")


def viewpoints_in(text: str, tokens: Sequence[Token], lexicon: Lexicon, *, alone: bool) -> Iterator[Attribution]:
    """Who holds the whole of a sentence; `alone` tells that nobody says anything in it by a verb of saying."""
    whole = (0, len(text))
    for at in lexicon.terms["in_the_words_of"].finditer(text) if alone else ():
        yield Attribution(start=at.start(), end=at.end(), stance="", names=(at.span(at.lastindex or 0),), content=whole)
    for stance in _UNDERGONE:
        for at in lexicon.terms[f"undergone_{stance}"].finditer(text):
            if text.count('"', 0, at.start()) % 2:
                continue
            names = tuple(after_verb(tokens, token_at(tokens, at.end() - 1) + 1, lexicon))
            yield Attribution(start=at.start(), end=at.end(), stance=stance, names=names, content=whole)
