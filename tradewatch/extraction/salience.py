"""Which of the statements heard in an article are kept as positions: what a reader would say that the speaker holds.

A story tells one thing several times: "Beijing hit back" in its first line is what the ministry says in its third.
"""

from collections.abc import Iterable, Sequence

from tradewatch.extraction.datatypes import Statement
from tradewatch.extraction.speakers import Known
from tradewatch.vocabulary import Stance

UNTOLD = frozenset({"states", "of-the-other"})  # no word of the statement takes a stand
_BY_A_VERB = ("says-", "vows-", "document-")


def weight(statement: Statement) -> tuple[int, bool]:
    """What makes better evidence: a stand that the verb tells, then one that the words tell, then the own words."""
    return _told(statement), is_quoted(statement)


def is_quoted(statement: Statement) -> bool:
    return '"' in statement.quote.text or "“" in statement.quote.text


def positions_among(heard: Iterable[Statement], known: Known, *, official: bool) -> list[Statement]:
    """The best statement for each speaker, issue and stance, in the order of the text, without those told twice."""
    best: dict[tuple[str, str, str], Statement] = {}
    for statement in heard:
        key = (statement.speaker, statement.issue, statement.stance)
        if key not in best or weight(statement) > weight(best[key]):
            best[key] = statement
    kept = [one for one in best.values() if not (one.rule in UNTOLD and is_quoted(one))]
    if not official:
        kept = [one for one in kept if not _is_told_closer(one, kept, known)]
    return sorted(kept, key=lambda statement: statement.quote.start)


def _told(statement: Statement) -> int:
    if statement.rule in UNTOLD:
        return 0
    if statement.stance == Stance.ASSESS:
        return 1
    return 3 if statement.rule.startswith(_BY_A_VERB) else 2


def _is_told_closer(one: Statement, all_: Sequence[Statement], known: Known) -> bool:
    """True for a country's stand that a body or person of that side is also heard to take."""
    if one.stance == Stance.ASSESS or known.kind(one.speaker) != "country":
        return False
    return any(
        (other.side, other.issue, other.stance) == (one.side, one.issue, one.stance)
        and known.kind(other.speaker) != "country"
        for other in all_
    )
