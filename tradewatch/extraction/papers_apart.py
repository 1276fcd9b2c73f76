"""Licences that several papers require, each for goods of its own: "Four notices put metals and batteries under …"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tradewatch.extraction.datatypes import Candidate
from tradewatch.extraction.parsing import Parsed
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.subjects import goods_named
from tradewatch.vocabulary import Action, Kind

_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|several) (?:more |further |new |separate )?(?:notices|announcements|decrees)\b"
    r"|\bunder No\.? ?\d+\b[^;]{1,200}\bunder No\.? ?\d+\b",
    re.I,
)
_HEAD = re.compile(r"(?:export licences for|exports of|export controls on) ")


def by_paper(candidate: Candidate, whole: Parsed, lexicon: Lexicon) -> Iterator[Candidate]:
    """One act for each of the goods where several papers are told to bear on them; else the act as it is."""
    head = _HEAD.match(candidate.subject)
    several = candidate.kind == Kind.EXPORT_CONTROL and candidate.action == Action.IMPOSE and head
    goods = goods_named(whole.text, candidate.side, lexicon) if several and _SEVERAL.search(whole.text) else []
    if head is None or len(goods) < 2:
        yield candidate
        return
    for name in goods:
        yield replace(candidate, subject=f"{head[0]}{name}")
