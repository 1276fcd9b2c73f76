"""Acts told only by pointing at the one before: "China followed suit", "with Beijing doing the same".

The other side does what the first did: kind, action and subject are those of the act before, side and day its own.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from tradewatch.extraction.datatypes import Candidate, KnownDate, Measure, Reason
from tradewatch.extraction.event_dates import NO_DATE
from tradewatch.extraction.holders import Holder
from tradewatch.extraction.parsing import Parsed, Reading
from tradewatch.extraction.quoting import quote_of
from tradewatch.extraction.sieve import wording
from tradewatch.extraction.story import known
from tradewatch.vocabulary import Kind, MeasureKind, Status

_ECHO = wording(
    r"\b(?:(?P<doing>doing (?:the same|likewise|so too))|(?:did|do|does|done) (?:the same|likewise)"
    r"|follow(?:ed|s)? suit(?! with)"
    r"|reciprocat(?:e|es|ed)|(?:respond|retaliat|answer|repl(?:y|i))(?:ed|s|es)? in kind"
    r"|(?:match|mirror|copi)(?:ed|es)?"
    r" (?:it|them|this|that|the (?:move|step|increase|rise|cut|suspension|pause|gesture))\b"
    r"|(?:notice|announcement|order|answer|statement|paper|decision) (?:followed|came) (?:early |late |then )?"
    r"(?=on [A-Z\d]|on the \d|a day|hours|the (?:next|same)|within)"
    r"|followed (?=on the \d|a day later|the (?:next|same|following) day|hours later|a week later|days later))",
    re.IGNORECASE,
)
# "and on Wednesday it did so once more", "Seven more follow on the 14th": the same side does it anew.
_AGAIN = wording(
    r"\b(?:(?:did|does|do|done) (?:so|it|the same|likewise)|repeated (?:this|that|it|the (?:move|step))|acted)"
    r" (?:once more|once again|again|a second time|anew)\b"
    r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|sixteen|a (?:half )?dozen"
    r"|the last (?:half dozen|two|three|four|five|six)) (?:more |others? |further (?:ones? )?)?"
    r"(?:follow(?:ed|s)?|(?:were|was|had been|have been) (?:added|listed))(?= (?:on|in) )",
    re.IGNORECASE,
)
_LISTINGS = re.compile(r"list|names|firms|unreliable|dual_use|firms_cut_off")
# "the US cut its tariffs from 145% to 30%, China from 125% to 10%"
_GAPPED = re.compile(
    r"(?:[,;]| and| while)(?: and| while)? (?:the )?"
    r"(?:US|U\.S\.|United States|America|Washington|China|Beijing)(?:'s)?,?"
    r"(?: (?:its|theirs|those on [\w. ]{2,20}))? (?:from [\d.]+ ?(?:%|per ?cent) )?to (?=[\d.]+ ?(?:%|per ?cent))",
)
_WITH = re.compile(
    r" with (?:its|their|the) (?:own )?(?:(?P<tariff>tariffs?|dut)|(?P<export_control>export|controls?|lists?)"
    r"|(?P<port_fee>(?:port )?fees?))"
)
_AHEAD = re.compile(r"\b(?:will|would|to|shall)(?: \w+)? $")
_MAYBE = re.compile(r"\b(?:could|might|may|likely to|expected to|if|unless|not|whether|hop\w+)\b[^,;]*$", re.IGNORECASE)
_CONDITION = re.compile(r"[ ,]{1,2}(?:if|unless|once|should|provided)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\n\s*")
_KINDS = frozenset({Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE})
_COUNTRY = {"us": "united-states", "china": "china"}
REACH = 500  # characters between the act and the words that point at it
SUBJECT_REACH, DATE_REACH = 60, 50
HEAD = 12  # characters before a date that heads a sentence


def echoes_of(whole: Parsed, reading: Reading) -> Iterator[Candidate]:
    """The act that a sentence tells by pointing at the one before it, if it does."""
    yield from _gapped(whole, reading)
    yield from _again(whole, reading)
    found = _ECHO.search(whole.text)
    if found is None or _MAYBE.search(whole.text[: found.start()]) or _CONDITION.match(whole.text, found.end()):
        return
    subject = _subject(whole, found.start())
    at = whole.sentence.start + found.start()
    kind = _named_with(whole.text, found.end())
    told = [one for one in reading.memory.recent if at - REACH < one.trigger < at and one.kind in _KINDS]
    first = next((one for one in reversed(told) if kind in ("", one.kind)), None)
    if first and len(_PARAGRAPH.findall(reading.article.text, first.trigger, at)) > 1:
        return  # an act of two paragraphs before is not what is pointed at
    if subject is None or first is None or not _may_be_echoed(first, subject, found, whole):
        return
    yield _echo(first, subject, found, whole, reading.memory.story.entry_of(whole.sentence.paragraph))


def _named_with(text: str, start: int) -> str:
    """The kind of measure that "does likewise with its tariff" names, "" where it names none."""
    named = _WITH.match(text, start)
    return (named.lastgroup or "") if named else ""


def _again(whole: Parsed, reading: Reading) -> Iterator[Candidate]:
    """What a side has done to firms or goods, done by it once more on a day that the sentence names."""
    found = _AGAIN.search(whole.text)
    if found is None or _MAYBE.search(whole.text[: found.start()]):
        return
    at = whole.sentence.start + found.start()
    first = next((one for one in reversed(reading.memory.recent) if at - REACH < one.trigger < at), None)
    if first is None or first.kind != Kind.EXPORT_CONTROL or not _LISTINGS.search(first.rule):
        return
    near = [one for one in whole.placed if one.part == "date" and -DATE_REACH < one.start - found.start() < DATE_REACH]
    day = next((one for one in near if one.start >= found.end()), near[-1] if near else None)
    if day is None or day.expression.edtf == first.date.edtf:
        return
    subject = Holder(start=0, end=0, side=first.side, text=found[0])
    date = replace(NO_DATE, edtf=day.expression.edtf, rule="echo", reason="named", expression=day.expression)
    yield replace(_echo(first, subject, found, whole), date=date, actors=first.actors)


def _gapped(whole: Parsed, reading: Reading) -> Iterator[Candidate]:
    """The other side's cut where the verb is told of the first alone, with its own figures."""
    told = [one for one in reading.memory.recent if one.trigger >= whole.sentence.start and one.kind == Kind.TARIFF]
    found = _GAPPED.search(whole.text, told[-1].trigger - whole.sentence.start) if told else None
    subject = _subject(whole, found.end()) if found else None
    if found is None or subject is None or {told[-1].side, subject.side} != {"us", "china"}:
        return
    if any(found.start() <= one.start < found.end() + SUBJECT_REACH // 2 for one in whole.findings):
        return
    figures = [one for one in whole.figures if found.start() <= one.start < found.end() + 10]
    echo = _echo(told[-1], subject, found, whole)
    rates = tuple(
        Measure(kind=MeasureKind.RATE, low=one.low, high=one.high, unit=one.unit, previous=one.previous)
        for one in figures[:1]
    )
    yield replace(echo, measures=rates, date=told[-1].date)


def _subject(whole: Parsed, end: int) -> Holder | None:
    near = [one for one in whole.holders if end - SUBJECT_REACH <= one.start and one.end <= end]
    return near[-1] if near else None


def _may_be_echoed(first: Candidate, subject: Holder, found: re.Match[str], whole: Parsed) -> bool:
    """False where the act was the subject's own, or where the words after tell what the subject did."""
    told = any(one.rule.kind == first.kind and 0 <= one.start - found.start() < SUBJECT_REACH for one in whole.findings)
    return {first.side, subject.side} == {"us", "china"} and not told


def _echo(
    first: Candidate, subject: Holder, found: re.Match[str], whole: Parsed, entry: KnownDate | None = None
) -> Candidate:
    status = Status.PLANNED if _AHEAD.search(whole.text[: found.start()]) else Status.OCCURRED
    status = Status(first.status) if found.groupdict().get("doing") else status
    words = found[0].strip()
    said = f"the other side does what was told before: “{words}”"
    reasons = (
        Reason(field="kind", rule="echo", words=words, said=said),
        Reason(field="side", rule="subject", words=subject.text, said=f"the subject of the clause: “{subject.text}”"),
    )
    return replace(
        first,
        status=str(status),
        side=subject.side,
        date=_date(first, found, whole, entry),
        effective=NO_DATE,
        ends=NO_DATE,
        actors=(_COUNTRY[subject.side],),
        instruments=(),
        measures=(),
        confidence=0.5,
        quote=quote_of(whole.sentence, found.start(), found.end()),
        trigger=whole.sentence.start + found.start(),
        ordinal=0,
        rule=f"{first.rule}.echo",
        reasons=reasons,
        weak=False,
    )


def _date(first: Candidate, found: re.Match[str], whole: Parsed, entry: KnownDate | None) -> KnownDate:
    """The day named after the words or at the head of the sentence or entry, else that of an act in the sentence."""
    for one in whole.placed:
        if one.part == "date" and 0 <= one.start - found.end() < DATE_REACH:
            return replace(NO_DATE, edtf=one.expression.edtf, rule="echo", reason="named", expression=one.expression)
    if first.trigger >= whole.sentence.start:
        return first.date
    heads = [one for one in whole.placed if one.part == "date" and one.start < HEAD and one.end <= found.start()]
    return known(heads[0]) if heads else entry or NO_DATE
