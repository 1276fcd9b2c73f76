"""Which read article is which gold article, which event which event, which position which position."""

from collections.abc import Sequence

from tradewatch.evaluation.quoting import evidence, overlap, squashed
from tradewatch.evaluation.told import FIELDS, ToldArticle, ToldEvent, ToldPosition

_LEAD = 40  # characters of the squashed lead that tell articles of one page apart

Pair = tuple[ToldEvent, ToldEvent]  # gold, read
PositionPair = tuple[ToldPosition, ToldPosition]  # gold, read


def read_as(gold: ToldArticle, read: Sequence[ToldArticle]) -> ToldArticle | None:
    """The article of the same file that begins like the gold one."""
    wanted = squashed(gold.lead)[:_LEAD]
    for article in read:
        lead = squashed(article.lead)
        if lead and (lead.startswith(wanted) or wanted.startswith(lead[:_LEAD])):
            return article
    return None


def paired(golds: Sequence[ToldEvent], read: Sequence[ToldEvent], text: str | None) -> list[Pair]:
    """One to one, the pairs that agree in most fields first; among equals the gold event that must be found."""
    alike = [(agreement(gold, one, text), gold, one) for gold in golds for one in read]
    alike.sort(key=lambda row: (-row[0], row[1].optional))
    taken: set[int] = set()
    pairs: list[Pair] = []
    for fields, gold, one in alike:
        if fields and not {id(gold), id(one)} & taken:
            taken |= {id(gold), id(one)}
            pairs.append((gold, one))
    return pairs


def agreement(gold: ToldEvent, read: ToldEvent, text: str | None) -> int:
    """0 where the kind or the evidence differs, else 1 and one more for each field that agrees."""
    if not gold.accepts(read, "kind"):
        return 0
    standing = evidence(read.quotes, text)
    if not any(overlap(wanted, quote) for wanted in gold.quotes for quote in standing):
        return 0
    return 1 + sum(gold.accepts(read, name) for name in FIELDS)


def positions_met(golds: Sequence[ToldPosition], read: Sequence[ToldPosition]) -> int:
    """How many gold positions have a read one of their own with the same speaker, issue and stance, and its words."""
    left = list(read)
    met = 0
    for gold in golds:
        match = next((one for one in left if _same_position(gold, one)), None)
        if match is not None:
            left = [one for one in left if one is not match]
            met += 1
    return met


def _same_position(gold: ToldPosition, read: ToldPosition) -> bool:
    return not gold.differs(read) and overlap(gold.quote, read.quote)


def statements_paired(golds: Sequence[ToldPosition], read: Sequence[ToldPosition]) -> list[PositionPair]:
    """One to one by their words alone, the pairs that agree in most fields first."""
    alike = [(gold, one) for gold in golds for one in read if overlap(gold.quote, one.quote)]
    alike.sort(key=lambda pair: len(pair[0].differs(pair[1])))
    taken: set[int] = set()
    pairs: list[PositionPair] = []
    for gold, one in alike:
        if not {id(gold), id(one)} & taken:
            taken |= {id(gold), id(one)}
            pairs.append((gold, one))
    return pairs
