"""Which of the statements heard in an article are kept as positions: what a reader would say that the speaker holds.

A story tells one thing several times: "Beijing hit back" in its first line is what the ministry says in its third.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tradewatch.extraction.datatypes import Span, Statement
from tradewatch.extraction.known_actors import Known
from tradewatch.extraction.quoting import MOST_WORDS
from tradewatch.vocabulary import Stance

OF_THE_OTHER = "of-the-other"
GOES_ON = "goes-on"  # a sentence of a quotation in which another one takes the stand: no position by itself
UNTOLD = frozenset({"states", OF_THE_OTHER, GOES_ON})  # no word of the statement takes a stand
_BY_A_VERB = ("says-", "vows-")


def weight(statement: Statement) -> tuple[bool, bool, int]:
    """What makes better evidence: a stand that is told, the speaker's own words, then a verb that tells it."""
    told = _told(statement)
    return told > 0 or (statement.rule == "states" and is_mostly_quoted(statement)), is_mostly_quoted(statement), told


def is_mostly_quoted(statement: Statement) -> bool:
    text = statement.quote.text.replace("“", '"').replace("”", '"')
    return sum(map(len, text.split('"')[1::2])) * 2 > len(text)


def is_quoted(statement: Statement) -> bool:
    return any(mark in statement.quote.text for mark in '"“”')


def positions_among(heard: Iterable[Statement], text: str, known: Known, *, official: bool) -> list[Statement]:
    """The best statement for each speaker, issue and stance, in the order of `text`, without those told twice."""
    best: dict[tuple[str, str, str], Statement] = {}
    for statement in heard if official else _joined(heard, text):
        if statement.rule == GOES_ON:
            continue
        key = (statement.speaker, statement.issue, statement.stance)
        if key not in best or weight(statement) > weight(best[key]):
            best[key] = statement
    kept = [one for one in best.values() if not (one.rule == OF_THE_OTHER and is_quoted(one))]
    if not official:
        kept = [one for one in kept if not _is_told_closer(one, kept, known)]
    return sorted(kept, key=lambda statement: statement.quote.start)


def _joined(heard: Iterable[Statement], text: str) -> list[Statement]:
    """The statements with split quotations made whole: "It was good," he said. "It will last." are one statement."""
    joined: list[Statement] = []
    for one in sorted(heard, key=lambda statement: statement.quote.start):
        last = joined[-1] if joined else None
        if last and _goes_on(last, one, text):
            quote = Span(start=last.quote.start, end=one.quote.end, text=text[last.quote.start : one.quote.end])
            joined[-1] = replace(one if last.rule in UNTOLD and one.rule != GOES_ON else last, quote=quote)
        else:
            joined.append(one)
    return joined


def _goes_on(last: Statement, one: Statement, text: str) -> bool:
    """True where the next sentence of one speaker's quotation takes the same stand, or only one takes any."""
    between = text[last.quote.end : one.quote.start]
    if last.speaker != one.speaker or between.strip() or "\n" in between or one.quote.start < last.quote.end:
        return False
    same = (last.issue, last.stance) == (one.issue, one.stance)
    short = len(text[last.quote.start : one.quote.end].split()) <= MOST_WORDS
    return short and (is_quoted(one) or one.rule == GOES_ON) and (same or one.rule in UNTOLD or last.rule in UNTOLD)


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
