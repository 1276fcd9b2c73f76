"""The dates of an act in its article: of its part of the sentence, of the sentence's head, of the list or document."""

import re
from dataclasses import replace
from datetime import date, timedelta

from tradewatch.edtf import bounds_of
from tradewatch.extraction.datatypes import KnownDate
from tradewatch.extraction.event_dates import NO_DATE, EventDates, dates_of, tells_of_thing, words_of
from tradewatch.extraction.inheriting import MAIN_VOICES, before_colon, inherited
from tradewatch.extraction.moving_on import LATER
from tradewatch.extraction.parsing import Parsed, Reading
from tradewatch.extraction.placing import Placed
from tradewatch.extraction.reactions import without_day_of_reaction
from tradewatch.extraction.signed_papers import from_opening_paper
from tradewatch.extraction.story import known
from tradewatch.extraction.tagged_days import (
    after_talks,
    day_of_saying,
    from_dateline,
    from_last_words,
    from_meeting,
    from_paper,
    from_report,
    from_tag,
)
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action, Genre, Kind, Status

WEEK = 7
FIRST_DAY = date(2025, 1, 1)  # of the year that events are recorded of
_STAY = re.compile(r"\bduring (?:the|his|her|their|this|that) (?:visit|stay|trip|stop|journey)\b|\bwhile there\b", re.I)
_TO_BE = re.compile(r", (?:which (?:is|are) )?to be (?:\w+ly )?$")
_QUESTION = re.compile(r"\?\W{0,4}\n")  # a paragraph that asks
FEWEST_QUESTIONS = 2  # in what a spokesman answers
_WITH_TERMS = (Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE)
_AS_WELL = re.compile(r"\b(?:as well|too|likewise)\b", re.I)
OPENING = 12  # characters after an act in which "as well" says that it is one of several
_UTTERED = frozenset({Action.PROPOSE, Action.THREATEN, Action.WITHDRAW})
_BY_WORDS = frozenset({Action.PROPOSE, Action.THREATEN, Action.EXTEND})


def dates_for(
    finding: Finding,
    whole: Parsed,
    reading: Reading,
    status: str,
    borders: tuple[int, int],
    *,
    side: str,
    decreed: bool = False,
    foretold: bool = False,
) -> EventDates:
    """Date, effective and ends of the act that `finding` reports, each with its reason.

    `decreed` says that an authority announces what it will do: that is the act, and not the day on which it begins.
    `foretold` says that somebody tells what is to come: the day of the words is not that of the act.
    """
    whole = without_day_of_reaction(finding, whole)
    if _is_said(finding):
        foretold = False
        whole = replace(whole, placed=_not_ahead(whole, reading.article.published))
    own = reading.article.published if _is_own_act(finding, whole, reading) else None
    if own and finding.rule.id == "agreement.document":
        said = "the document is itself the act and bears this date"
        return EventDates(
            date=KnownDate(edtf=own.isoformat(), rule="document", reason=said),
            effective=KnownDate(edtf="", rule="none", reason=""),
            ends=KnownDate(edtf="", rule="none", reason=""),
        )
    stay = finding.rule.kind == Kind.TALKS and status == Status.PLANNED and _STAY.search(whole.text)
    last = reading.memory.last_date if stay else _last_told(reading) if status == Status.OCCURRED else ""
    dates = dates_of(finding, whole.text, whole.placed, borders, status=status, last=last, foretold=foretold)
    dates = _ahead(dates, status, reading.article.published)
    begins = reading.memory.effective
    if begins and not dates.effective.edtf and finding.rule.kind in _WITH_TERMS:
        dates = replace(dates, effective=begins) if own else dates
    if dates.date.rule == "since":
        return replace(dates, effective=NO_DATE)
    dates = replace(dates, effective=_not_before(_effective(dates.effective, finding, whole), dates.date))
    if dates.date.rule == "effective" and (decreed or _adds_terms(finding, whole.text)):
        dates = replace(dates, date=NO_DATE)
    decision = _of_decision(dates, finding, whole, reading, decreed=decreed)
    if decision or (dates.date.edtf and dates.date.rule not in ("effective", "until")):
        story = reading.memory.story
        return decision or replace(dates, date=story.of_deed(dates.date, whole.sentence.paragraph))
    if finding.voice not in MAIN_VOICES and finding.voice != "nominal":
        found = reading.memory.story.of_number(whole.numbered, finding.start, finding.start)
        return replace(dates, date=found) if found else dates
    found = (
        (_day_of_words(finding, whole) if _is_said(finding) else None)
        or _from_head(finding, whole, borders, status, foretold=foretold)
        or after_talks(finding, whole, reading)
        or (from_tag(finding, whole) if status == Status.OCCURRED or decreed else None)
        or from_meeting(finding, whole, status)
        or (from_last_words(finding, whole) if status == Status.OCCURRED else None)
        or (from_paper(finding, whole) if status == Status.OCCURRED or decreed else None)
        or (from_dateline(finding, whole, reading) if status == Status.OCCURRED or decreed else None)
        or (day_of_saying(finding, whole) if finding.rule.action in _UTTERED else None)
        or (before_colon(finding, whole) if status == Status.OCCURRED or decreed else None)
        or (from_report(whole) if status == Status.OCCURRED and finding.rule.kind != Kind.PURCHASE else None)
        or (own and _document(own.isoformat()))
        or _from_before(finding, whole, reading, status, side=side, decreed=decreed)
        or _begun_before(dates, reading, status, side)
        or (inherited(finding, whole, reading, side, borders) if status == Status.OCCURRED or decreed else None)
        or _begun(dates, reading, status)
        or (reading.memory.story.section if _is_told_in_section(finding, whole.text, status) else None)
    )
    return replace(dates, date=found) if found else dates


def _of_decision(
    dates: EventDates, finding: Finding, whole: Parsed, reading: Reading, *, decreed: bool
) -> EventDates | None:
    """The dates of what is decided on one day and begins on another; None where the sentence tells no such day.

    "will be lifted on the 10th, the ministry said on Wednesday", "is due on the 9th under an order signed last week".
    """
    ahead = is_ahead(dates.date.edtf, reading.article.published)
    has_day = dates.date.edtf and dates.date.rule != "effective" and not ahead
    by_paper = finding.rule.kind in _WITH_TERMS and not has_day
    said = from_opening_paper(finding, whole) or from_paper(finding, whole) if by_paper else None
    said = said or (from_tag(finding, whole) if decreed and ahead else None)
    if said is None:
        return None
    begins = dates.date if is_ahead(dates.date.edtf, bounds_of(said.edtf).latest) else NO_DATE
    return replace(dates, date=said, effective=dates.effective if dates.effective.edtf else begins)


def _is_said(finding: Finding) -> bool:
    """True of a demand, a threat or a later target for purchases: it is of the day on which it is said."""
    return finding.rule.kind == Kind.PURCHASE and finding.rule.action in _BY_WORDS


def _is_told_in_section(finding: Finding, text: str, status: str) -> bool:
    """True of what a section's date dates though it is to come: a target that moves, a rule that is in force then.

    "Cheap parcels are to pay as well": what is ordered beside what the section has told.
    """
    is_moved = _is_said(finding) and finding.rule.action == Action.EXTEND
    beside = finding.rule.kind in _WITH_TERMS and _AS_WELL.search(text, finding.start, finding.end + OPENING)
    return is_moved or (status == Status.PLANNED and bool("in_force" in finding.rule.id or beside))


def _day_of_words(finding: Finding, whole: Parsed) -> KnownDate | None:
    """The day named last before it: "He said on 3 December that the deadline had slipped"."""
    day = next((one for one in reversed(whole.placed) if one.part == "date" and one.end <= finding.first), None)
    return known(day) if day else None


def _not_ahead(whole: Parsed, published: date | None) -> tuple[Placed, ...]:
    """The dates of a sentence that may be of the words: no deadline, and no day to come."""
    ahead = ("ends", "by", "for")
    return tuple(p for p in whole.placed if p.part not in ahead and not is_ahead(p.expression.edtf, published))


def _last_told(reading: Reading) -> str:
    """The day that "that day" points back to: the last one named, else, where that lies ahead, the last deed's."""
    memory = reading.memory
    if not is_ahead(memory.last_date, reading.article.published):
        return memory.last_date
    deed = memory.story.last
    return deed.date.edtf if deed and deed.paragraph == memory.paragraph else ""


def _ahead(dates: EventDates, status: str, published: date | None) -> EventDates:
    """What is promised "through January" ends in the next January, not in the one that is over."""
    last = bounds_of(dates.ends.edtf).latest if dates.ends.edtf else None
    words = dates.ends.expression.text if dates.ends.expression else ""
    if status != Status.PLANNED or not last or not published or last >= published or str(last.year) in words:
        return dates
    later = f"{last.year + 1}{dates.ends.edtf[4:]}"
    when = replace(dates.date, edtf=f"../{later}") if dates.date.rule == "until" else dates.date
    return replace(dates, ends=replace(dates.ends, edtf=later), date=when)


def _adds_terms(finding: Finding, text: str) -> bool:
    """True for "…, to be levied from 9 November": the terms of the act told just before."""
    return bool(_TO_BE.search(text[: finding.start])) and finding.voice == "passive"


def _effective(near: KnownDate, finding: Finding, whole: Parsed) -> KnownDate:
    """The beginning that the act's part names, else that of the sentence's head: "From 10 November it removes …"."""
    if near.edtf or finding.rule.kind not in _WITH_TERMS or finding.voice not in MAIN_VOICES:
        return near
    first = min(other.first for other in whole.findings)
    kinds = {other.rule.kind for other in whole.findings}
    if len(kinds) > 1 or tells_of_thing(finding, whole.text):
        return near
    head = next((one for one in whole.placed if one.part == "effective" and one.end <= first), None)
    return (
        replace(known(head), reason=f"the beginning that heads the sentence: “{head.expression.text}”")
        if head
        else near
    )


def _not_before(begins: KnownDate, acted: KnownDate) -> KnownDate:
    """Terms told by a weekday begin after the act: "said on Tuesday …, effective on Wednesday" is the next day."""
    if not begins.expression or begins.expression.source != "weekday" or acted.rule == "effective":
        return begins
    first, day = bounds_of(begins.edtf).earliest, bounds_of(acted.edtf).latest if acted.edtf else None
    if not first or not day or not 0 < (day - first).days <= WEEK:
        return begins
    return replace(begins, edtf=(first + timedelta(WEEK)).isoformat())


def _begun(dates: EventDates, reading: Reading, status: str) -> KnownDate | None:
    """ "From today the ministry suspends …": what has begun is dated by its beginning where no other day is told."""
    published, begins = reading.article.published, bounds_of(dates.effective.edtf).earliest
    if status != Status.OCCURRED or not published or not begins or begins > published:
        return None
    return replace(dates.effective, rule="effective", reason="no other day is given than the one on which it began")


def _begun_before(dates: EventDates, reading: Reading, status: str, side: str) -> KnownDate | None:
    """ "It withdrew the duties, effective November 10" in a story of the 19th: no part of that day's news."""
    news = reading.memory.story.news.get(side)
    begins = bounds_of(dates.effective.edtf).latest if dates.effective.edtf else None
    first = bounds_of(news.edtf).earliest if news else None
    return _begun(dates, reading, status) if begins and first and begins < first else None


def _is_own_act(finding: Finding, whole: Parsed, reading: Reading) -> bool:
    if reading.article.genre != Genre.OFFICIAL or finding.rule.kind == Kind.TALKS or finding.voice == "recital":
        return False
    if len(_QUESTION.findall(reading.article.text)) >= FEWEST_QUESTIONS:
        return False  # a spokesman's answers tell of acts and are none
    performs = reading.memory.decrees or bool(reading.lexicon.terms["performative"].search(whole.text))
    return performs or finding.rule.id == "agreement.document"


def _document(edtf: str) -> KnownDate:
    return KnownDate(edtf=edtf, rule="document", reason="the document is itself the act and bears this date")


def _from_head(
    finding: Finding, whole: Parsed, borders: tuple[int, int], status: str, *, foretold: bool
) -> KnownDate | None:
    """A date at the head of the sentence dates all its acts: "On 4 April China did this and that"."""
    if borders[0] == 0:
        return None
    first = min(other.first for other in whole.findings)
    if LATER.search(whole.text, borders[0], finding.start):
        return None
    head = [one for one in whole.placed if one.part == "date" and one.start < first]
    found = dates_of(finding, whole.text, head, (0, borders[1]), status=status, foretold=foretold).date
    return found if found.edtf else None


def _from_before(
    finding: Finding, whole: Parsed, reading: Reading, status: str, *, side: str, decreed: bool
) -> KnownDate | None:
    memory = reading.memory
    if memory.deadline and status == Status.PLANNED:
        return memory.deadline
    if memory.decided_on and memory.decided == side and (status == Status.OCCURRED or decreed):
        return memory.decided_on if finding.voice in MAIN_VOICES else None
    same = memory.paragraph == whole.sentence.paragraph
    if finding.rule.kind == Kind.AGREEMENT and status == Status.OCCURRED and memory.talks and same:
        span = bounds_of(memory.talks.edtf)
        if span.earliest and span.latest and (span.latest - span.earliest).days > WEEK:
            return memory.talks
        last = span.latest
        if last:
            return KnownDate(edtf=last.isoformat(), rule="talks", reason="the last day of the talks that reached it")
    if reading.speaker and same and memory.last_date and status == Status.OCCURRED and " I " in whole.text:
        return KnownDate(edtf=memory.last_date, rule="recited", reason="the date of the order recited just before")
    return None


def too_early(when: KnownDate, published: date | None = None) -> str:
    """Why an act that lies wholly before the dispute's year is none of it; "" where it does not."""
    if not when.edtf and published and published < FIRST_DAY:
        return f"it was told before {FIRST_DAY.year}"
    last = bounds_of(when.edtf).latest if when.edtf else None
    return f"it lies before {FIRST_DAY.year}: “{words_of(when)}”" if last and last < FIRST_DAY else ""


def is_ahead(edtf: str, published: date | None) -> bool:
    """True for a date that lies wholly after the article's day."""
    earliest = bounds_of(edtf).earliest if edtf else None
    return bool(published and earliest and earliest > published)


def list_dates(whole: Parsed) -> tuple[KnownDate | None, KnownDate | None]:
    """The deadline that the head of a list sets for all of it, and the day on which its terms begin."""
    deadline = next((one for one in whole.placed if one.part == "by"), None)
    begins = next((one for one in whole.placed if one.part == "effective"), None)
    return (
        replace(known(deadline), rule="list", reason="the deadline of the list") if deadline else None,
        replace(known(begins), rule="list", reason="the day on which the list begins to apply") if begins else None,
    )
