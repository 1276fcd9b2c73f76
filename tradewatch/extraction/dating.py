"""The dates of an act in its article: of its part of the sentence, of the sentence's head, of the list or document."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tradewatch.edtf import bounds_of
from tradewatch.extraction.datatypes import Candidate, KnownDate
from tradewatch.extraction.event_dates import EventDates, dates_of
from tradewatch.extraction.parsing import Parsed, Reading
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Genre, Kind, Status

_IN_ORDER = re.compile(
    r"\W*(?:\w+, )?(?:in|with|through|by|under) (?:the |an )?(?:Executive Order|Proclamation"
    r"|Order|Announcement|Notice)",
    re.IGNORECASE,
)


def dates_for(finding: Finding, whole: Parsed, reading: Reading, status: str, borders: tuple[int, int]) -> EventDates:
    """Date, effective and ends of the act that `finding` reports, each with its reason."""
    own = reading.article.published if _is_own_act(finding, whole, reading) else None
    if own and finding.rule.id == "agreement.document":
        said = "the document is itself the act and bears this date"
        return EventDates(
            date=KnownDate(edtf=own.isoformat(), rule="document", reason=said),
            effective=KnownDate(edtf="", rule="none", reason=""),
            ends=KnownDate(edtf="", rule="none", reason=""),
        )
    last = reading.memory.last_date if status == Status.OCCURRED else ""
    dates = dates_of(finding, whole.text, whole.placed, borders, status=status, last=last)
    begins = reading.memory.effective
    if begins and not dates.effective.edtf and finding.rule.kind in (Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE):
        dates = replace(dates, effective=begins) if own else dates
    if finding.voice in ("recital", "reduced", "relative") or (
        dates.date.edtf and dates.date.rule not in ("effective", "until")
    ):
        return dates
    found = (
        _from_head(finding, whole, borders, status)
        or (own and _document(own.isoformat()))
        or _from_before(finding, whole, reading, status)
    )
    return replace(dates, date=found) if found else dates


def _is_own_act(finding: Finding, whole: Parsed, reading: Reading) -> bool:
    if reading.article.genre != Genre.OFFICIAL or finding.rule.kind == Kind.TALKS or finding.voice == "recital":
        return False
    performs = reading.memory.decrees or bool(reading.lexicon.terms["performative"].search(whole.text))
    return performs or finding.rule.id == "agreement.document"


def _document(edtf: str) -> KnownDate:
    return KnownDate(edtf=edtf, rule="document", reason="the document is itself the act and bears this date")


def _from_head(finding: Finding, whole: Parsed, borders: tuple[int, int], status: str) -> KnownDate | None:
    """A date at the head of the sentence dates all its acts: "On 4 April China did this and that"."""
    if borders[0] == 0:
        return None
    first = min(other.first for other in whole.findings)
    head = [one for one in whole.placed if one.part == "date" and one.start < first]
    found = dates_of(finding, whole.text, head, (0, borders[1]), status=status).date
    return found if found.edtf else None


def _from_before(finding: Finding, whole: Parsed, reading: Reading, status: str) -> KnownDate | None:
    memory = reading.memory
    if memory.deadline and status == Status.PLANNED:
        return memory.deadline
    same = memory.paragraph == whole.sentence.paragraph
    if finding.rule.kind == Kind.AGREEMENT and status == Status.OCCURRED and memory.talks and same:
        last = bounds_of(memory.talks.edtf).latest
        if last:
            return KnownDate(edtf=last.isoformat(), rule="talks", reason="the last day of the talks that reached it")
    if reading.speaker and same and memory.last_date and status == Status.OCCURRED and " I " in whole.text:
        return KnownDate(edtf=memory.last_date, rule="recited", reason="the date of the order recited just before")
    return None


def by_order(candidate: Candidate, finding: Finding, whole: Parsed) -> Iterator[Candidate]:
    """One act for each order at the head: "In Executive Order 1 of 8 April and Executive Order 2 of 9 April, I …"."""
    orders = [one for one in whole.placed if one.part == "cited" and one.end <= finding.first]
    if not _IN_ORDER.match(whole.text) or not orders or finding.voice == "recital":
        yield candidate
        return
    for one in orders:
        number = [n.instrument for n in whole.numbered if n.start < one.start <= n.end + len(" of ")]
        said = f"the order that did it: “{one.expression.text}”"
        yield replace(
            candidate,
            date=KnownDate(edtf=one.expression.edtf, rule="recited", reason=said, expression=one.expression),
            instruments=tuple(number) or candidate.instruments,
            status=Status.OCCURRED if candidate.status == Status.PLANNED else candidate.status,
        )
