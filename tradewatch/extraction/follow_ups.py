"""Sentences that only add the terms of the act told before: "The new rate applies from Saturday."."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tradewatch.edtf import bounds_of
from tradewatch.extraction.datatypes import Candidate
from tradewatch.extraction.event_dates import NO_DATE
from tradewatch.extraction.parsing import Parsed, Reading
from tradewatch.extraction.quoting import quote_of
from tradewatch.extraction.triggers import BEGINNINGS
from tradewatch.vocabulary import Kind, Status

_TERMS = re.compile(
    r"\b(?:appl(?:y|ies)|takes? effect|took effect|in force|effective|starts?|begins?|payable"
    r"|(?:comes?|came|goes?|go|went|kicks?|kicked) in(?:to (?:effect|force))?|enter(?:s|ed)? into force"
    r"|expires?|runs? until|lasts? until)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\W*(?:It|They|Both|This|These|All)\b|\W*(?:The|This|That|These|Those|Such|All|Its|Their|Both) (?:[\w'%-]+ ){0,4}?"
    r"(?:rates?|tariffs?|dut(?:y|ies)|lev(?:y|ies)|fees?|charges?|measures?|controls?|rules?|bans?|orders?|notices?"
    r"|counter-?measures|hikes?|moves?|steps|suspensions?|pauses?|truce|exemptions?|licen[cs]es?|requirements?|curbs|restrictions?|increases?|cuts?|parts?"
    r"|changes?|terms?|penalt(?:y|ies)|polic(?:y|ies)|regimes?|plans?|decisions?|announcements?|provisions?)\b",
    re.IGNORECASE,
)
_THE_SAME = re.compile(
    r"\W*(?:The|These|Those|Both|All|Such) (?:(?:new|sweeping|extra|additional|higher|latest|retaliatory) ){0,2}"
    r"(?:tariffs?|duties|levies|fees|charges|controls|curbs|restrictions|rates?)\b"
    r"(?! (?:on|of|against|imposed|announced|that))",
    re.I,
)
TERMS_REACH = 500  # characters between an act and its terms
_WITH_TERMS = frozenset({Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE})


def only_terms(whole: Parsed, reading: Reading) -> bool:
    """True of "The tariffs take effect on 10 February", where the act before is of that kind."""
    last = reading.memory.last
    return (
        last is not None
        and bool(whole.findings)
        and all(one.rule.id.endswith(BEGINNINGS) and one.rule.kind == last.kind for one in whole.findings)
        and _THE_SAME.match(whole.text) is not None
    )


def terms_of_last(whole: Parsed, reading: Reading) -> Iterator[Candidate]:
    """A further account of the act before, with the day on which its terms begin or end."""
    last = reading.memory.last
    if last is None or last.kind not in _WITH_TERMS or last.status == Status.EXPECTED or not _speaks_of_terms(whole):
        return
    if whole.sentence.paragraph - reading.memory.last_paragraph > 1:
        return
    tells_more = bool(whole.findings) and not only_terms(whole, reading)
    limit = whole.findings[0].first if tells_more else len(whole.text)  # what stands there has dates of its own
    placed = [one for one in whole.placed if one.start < limit]
    effective = next((p.expression for p in placed if p.part == "effective"), None)
    ends = next((p.expression for p in placed if p.part == "ends"), None)
    if effective and _is_before(effective.edtf, last.date.edtf):
        return  # "The fees, which took effect in October, …" tells of the measure, not of the act on it
    if effective is None and ends is None:
        return
    said = "a sentence that only adds the terms of the act before"
    found = _TERMS.search(whole.text)
    yield replace(
        last,
        effective=replace(NO_DATE, edtf=effective.edtf, rule="follow_up", reason=said, expression=effective)
        if effective
        else NO_DATE,
        ends=replace(NO_DATE, edtf=ends.edtf, rule="follow_up", reason=said, expression=ends)
        if ends and "/" not in ends.edtf
        else NO_DATE,
        quote=quote_of(whole.sentence, 0, 1),
        trigger=whole.sentence.start + (found.start() if found else 0),
        ordinal=0,
        rule=f"{last.rule}.terms",
        weak=True,
    )


def as_terms(candidate: Candidate, reading: Reading) -> Candidate:
    """A planned act that has only its beginning, right after the same side's same act: an account of its terms."""
    last = reading.memory.last
    told = (
        last is not None
        and candidate.status == Status.PLANNED
        and candidate.date.rule == "effective"
        and last.status == Status.OCCURRED
        and (last.kind, last.side, last.action) == (candidate.kind, candidate.side, candidate.action)
        and candidate.kind in _WITH_TERMS
        and 0 < candidate.trigger - last.trigger < TERMS_REACH
    )
    return replace(candidate, date=NO_DATE, weak=True) if told else candidate


def _speaks_of_terms(whole: Parsed) -> bool:
    return bool(_SUBJECT.match(whole.text) and _TERMS.search(whole.text))


def _is_before(begins: str, acted: str) -> bool:
    """True where terms began wholly before the day of the act."""
    begin, act = bounds_of(begins).latest, bounds_of(acted).earliest if acted else None
    return bool(begin and act and begin < act)
