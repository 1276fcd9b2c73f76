"""Whose act it is, by what it falls upon: a side controls exports of its own goods, and looks into foreign firms."""

from collections.abc import Iterator

from tradewatch.extraction.parsing import Parsed, Reading, borders_of
from tradewatch.extraction.scenes import OTHER_SIDE, Acting
from tradewatch.extraction.settling import kinds_of
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Kind

_OWNED = frozenset({Kind.EXPORT_CONTROL, Kind.INVESTIGATION, Kind.LEGAL})
_SAID_IN_CLAUSE = frozenset({"rule", "subject", "agent", "owner", "order", "grant", "buyer"})
WEIGHT = 0.7  # how sure that is


def by_thing(acting: Acting, finding: Finding, whole: Parsed, reading: Reading) -> Acting:
    """The acting side; where nobody in the clause is said to act, the one side that does this to such a thing."""
    kind = Kind(finding.rule.kind)
    if kind not in _OWNED or acting.how in _SAID_IN_CLAUSE or acting.side not in OTHER_SIDE:
        return acting
    first, last = borders_of(finding, whole)
    owners = dict(_owners(kind, whole, reading, first, last))
    if len(owners) != 1 or acting.side in owners:
        return acting
    ((side, words),) = owners.items()
    return Acting(side=side, how="thing", words=words, weight=WEIGHT)


def _owners(kind: Kind, whole: Parsed, reading: Reading, first: int, last: int) -> Iterator[tuple[str, str]]:
    """(side, the words that tell it) for each thing and firm named in the act's part of the sentence."""
    near = whole.text[first:last]
    for subject in reading.lexicon.sifted_subjects.for_text(near):
        found = subject.pattern.search(near) if subject.owner and kind in (subject.kinds or {kind}) else None
        if found:
            yield subject.owner, found[0]
    kinds = kinds_of(reading.gazetteer)
    for one in whole.mentions if kind == Kind.INVESTIGATION else ():
        if first <= one.start < last and kinds.get(one.slug) == "company" and one.side in OTHER_SIDE:
            yield OTHER_SIDE[one.side], one.text
