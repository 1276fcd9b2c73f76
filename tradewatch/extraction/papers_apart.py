"""Licences that several papers require, each for goods of its own: "Four notices put metals and batteries under …"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tradewatch.extraction.datatypes import Candidate
from tradewatch.extraction.event_dates import NO_DATE
from tradewatch.extraction.parsing import Parsed
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.story import known
from tradewatch.extraction.subjects import goods_named
from tradewatch.vocabulary import Action, Kind

_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|several) (?:more |further |new |separate )?(?:notices|announcements|decrees)\b"
    r"|\bunder No\.? ?\d+\b[^;]{1,200}\bunder No\.? ?\d+\b",
    re.I,
)
# "Gallium will need a licence from 8 November, and anything with a trace of it one from December": two rules
_ANOTHER = re.compile(
    r"\b(?:licen[cs]es?|permits?)\b[^;.]{0,30}?(?P<and>,? (?:and|while|but) |; )[^;.]{3,80}?"
    r" (?:one|ones|another|the same) (?:only |too )?(?:from|as of|in|by|after|on)\b",
    re.I,
)
_HEAD = re.compile(r"(?:export licences for|exports of|export controls on) ")


def by_paper(candidate: Candidate, whole: Parsed, lexicon: Lexicon) -> Iterator[Candidate]:
    """One act for each of the goods where several papers are told to bear on them; else the act as it is."""
    head = _HEAD.match(candidate.subject)
    several = candidate.kind == Kind.EXPORT_CONTROL and candidate.action == Action.IMPOSE and head
    another = _ANOTHER.search(whole.text) if several else None
    if head and another:
        yield from _by_beginning(candidate, head[0], another.start("and"), whole, lexicon)
        return
    goods = goods_named(whole.text, candidate.side, lexicon) if several and _SEVERAL.search(whole.text) else []
    if head is None or len(goods) < 2:
        yield candidate
        return
    for name in goods:
        yield replace(candidate, subject=f"{head[0]}{name}")


def _by_beginning(candidate: Candidate, head: str, border: int, whole: Parsed, lexicon: Lexicon) -> Iterator[Candidate]:
    """The two acts that "and … one from" joins, each with its goods and the day on which it begins."""
    for begin, end in ((0, border), (border, len(whole.text))):
        goods = goods_named(whole.text[begin:end], candidate.side, lexicon)
        # Of "foreign goods with Chinese rare earths" the rare earths are no further goods.
        own = [name for name in goods if not any(name != other and other.endswith(name) for other in goods)]
        first = next((p for p in whole.placed if p.part == "effective" and begin <= p.start < end), None)
        starts = replace(known(first), rule="effective") if first else NO_DATE
        if own:
            yield replace(candidate, subject=head + " and ".join(own), effective=starts)
