"""Whose act it is, by what it falls upon.

A side controls exports of its own goods, looks into foreign firms, and taxes what it buys from the other.
"""

import re
from collections.abc import Iterator

from tradewatch.extraction.parsing import Parsed, Reading, borders_of
from tradewatch.extraction.scenes import OTHER_SIDE, Acting
from tradewatch.extraction.settling import kind_of
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action, Kind

_OWNED = frozenset({Kind.EXPORT_CONTROL, Kind.INVESTIGATION, Kind.LEGAL, Kind.CORPORATE})
_SAID_IN_CLAUSE = frozenset({"rule", "subject", "agent", "owner", "order", "grant", "buyer"})
# What a firm may bring into a country, that country decides.
_BROUGHT_IN = re.compile(r"\b(?:imports?|importing|imported|bring(?:ing)? in)\b", re.I)
_PARCELS = re.compile(
    r"\b(?:postal (?:items?|parcels?|shipments?|packages?|dut(?:y|ies))|de minimis"
    r"|(?:low-value|small) (?:parcels|shipments|imports|packages))\b",
    re.I,
)
WEIGHT = 0.7  # how sure that is
NEAR = 70  # characters around a duty in which the goods are named that pay it


def by_thing(acting: Acting, finding: Finding, whole: Parsed, reading: Reading) -> Acting:
    """The acting side; where nobody in the clause is said to act, the one side that does this to such a thing."""
    kind = Kind(finding.rule.kind)
    if kind == Kind.TARIFF:
        return _taxed(acting, finding, whole, reading)
    said = acting.how in _SAID_IN_CLAUSE and not _is_firm_let(acting, kind, reading)
    if kind not in _OWNED or said or acting.side not in OTHER_SIDE:
        return acting
    if finding.thing and finding.thing.side and kind == Kind.CORPORATE and acting.how == "subject":
        words = whole.text[finding.thing.start : finding.thing.end]
        return Acting(side=finding.thing.side, how="thing", words=words, weight=WEIGHT)
    first, last = borders_of(finding, whole)
    owners = dict(_owners(kind, whole, reading, first, last))
    if len(owners) != 1 or acting.side in owners:
        return acting
    ((side, words),) = owners.items()
    return Acting(side=side, how="thing", words=words, weight=WEIGHT)


def _is_firm_let(acting: Acting, kind: Kind, reading: Reading) -> bool:
    """True of "Illumina may sell again": the firm is the subject, and somebody else lets it."""
    return kind == Kind.CORPORATE and acting.how == "subject" and kind_of(acting.slug, reading) == "company"


def _taxed(acting: Acting, finding: Finding, whole: Parsed, reading: Reading) -> Acting:
    """ "The crane duty was suspended": whose goods have paid it, where the sentence names nobody who acts."""
    first, last = borders_of(finding, whole)
    near = whole.text[max(first, finding.first - NEAR) : min(last, finding.last + NEAR)]
    parcels = _PARCELS.search(near) if acting.side == "china" else None
    if parcels:  # the United States alone taxes them, whoever "it" was thought to mean
        return Acting(side="us", how="thing", words=parcels[0], weight=WEIGHT)
    if acting.how != "before" or acting.weight >= WEIGHT:
        return acting
    terms = reading.lexicon.terms
    if finding.rule.action == Action.WITHDRAW and not acting.side:
        words = whole.text[finding.start : finding.end]  # it is the United States that threatens tariffs
        return Acting(side="us", how="thing", words=words, weight=WEIGHT)
    told = {side: found[0] for side in OTHER_SIDE if (found := terms[f"taxed_by_{side}"].search(near))}
    if len(told) != 1:
        return acting
    ((side, words),) = told.items()
    return Acting(side=side, how="thing", words=words, weight=WEIGHT)


def _owners(kind: Kind, whole: Parsed, reading: Reading, first: int, last: int) -> Iterator[tuple[str, str]]:
    """(side, the words that tell it) for each thing and firm named in the act's part of the sentence."""
    near = whole.text[first:last]
    for subject in reading.lexicon.sifted_subjects.for_text(near):
        found = subject.pattern.search(near) if subject.owner and kind in (subject.kinds or {kind}) else None
        if found:
            yield subject.owner, found[0]
    kinds = reading.gazetteer.kinds
    of_firms = kind == Kind.INVESTIGATION or (kind == Kind.CORPORATE and _BROUGHT_IN.search(near))
    for one in whole.mentions if of_firms else ():
        if first <= one.start < last and kinds.get(one.slug) == "company" and one.side in OTHER_SIDE:
            yield OTHER_SIDE[one.side], one.text
