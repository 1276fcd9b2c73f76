"""Days told beside an act: of an authority that says it, of the meeting in which it was done, of a newspaper."""

import re
from dataclasses import replace

from tradewatch.extraction.datatypes import KnownDate
from tradewatch.extraction.days_apart import day_from_talks
from tradewatch.extraction.inheriting import MAIN_VOICES
from tradewatch.extraction.parsing import Parsed, Reading
from tradewatch.extraction.participles import done_by_another
from tradewatch.extraction.placing import DATELINE
from tradewatch.extraction.story import known
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Kind, Status

TAG = re.compile(  # an authority that says it, told last
    r", (?:the |its |China's |Beijing's )?(?:[\w']+ ){0,4}(?:ministry|commission|department|bureau|trade representative"
    r"|office|administration|authority|White House|agency|customs|regulator|council|cabinet|watchdog"
    r"|USTR|MOFCOM|BIS)(?: of the [A-Z]\w+(?: [A-Z]\w+)?| in [A-Z]\w+)?"
    r" (?:has |have |had )?(?:said|announced|confirmed|ruled|decreed|ordered|decided|determined|declared|stated"
    r"|disclosed|gave notice)"
    r"(?: in an? (?:\w+ )?(?:statement|notice|announcement|post))?(?: late| early)?(?: on)?(?=[ .,])",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\W*According to (?:a|the|an) (?:\w+ )?(?:report|story|article)\b[^,;]{0,40}?(?:on|of|from) ", re.I
)
# "…, by an executive order signed last night", "under a notice that customs issued on 7 November"
_BY_PAPER = re.compile(
    r"\b(?:by|in|under|with|through|via|per|according to) (?:an?|the|its|their|his|another|one|two|three) "
    r"(?:[\w-]+ ){0,3}?(?:orders?|notices?|announcements?|proclamation|decrees?|rules?|memorandum|circular|statements?"
    r"|letters?|decision|filing|post)(?: (?:No\.? ?)?\d+)?,? (?:(?:that|which) (?:[\w.'-]+ ){1,4}?)?"
    r"(?:signed|issued|published|released|promulgated|dated|announced|unveiled|adopted|posted|put out|sent|filed)"
    r"(?: by (?:[\w.'-]+ ?){1,4})?(?: to (?:[\w.'-]+ ?){1,4})?(?: late| early)?(?: on| in)? $"
)
_PRESENT = re.compile(r"(?!(?:was|has|does|is|as|its|us)\b)[a-z]+(?<!s)s\b")
_SAID_THEN = re.compile(
    r"\b(?:said|says|wrote|posted|declared|announced|warned|vowed|added|told (?:\w+ ){1,2})"
    r"(?: (?!that\b)[\w']+){0,4}?(?: late| early)?(?: on| in)? ?$"
)
_SAID_LAST = re.compile(
    r", (?:[\w.'-]+ ){1,7}(?:said|confirmed|announced|told (?:reporters|the press|journalists))"
    r"(?: late| early)?(?: on)? $"
)
_IN_MEETING = re.compile(
    r"[^,;]{0,50}? (?:in|during|at) (?:an?|the|their|his|its) (?:[\w-]+ ){0,3}(?:call|meeting|summit|talks)"
    r" (?:[^,;]{0,50} )?on (?:[A-Z][a-z]+day,? )?"
)


def from_tag(finding: Finding, whole: Parsed) -> KnownDate | None:
    """ "…, the ministry said on Friday": the day on which an authority announces what it has done."""
    tag = TAG.search(whole.text, finding.end)
    if tag is None or finding.voice not in MAIN_VOICES:
        return None
    day = next((one for one in whole.placed if one.part == "date" and 0 <= one.start - tag.end() <= 1), None)
    return replace(known(day), reason=f"the day on which it was announced: “{day.expression.text}”") if day else None


def from_last_words(finding: Finding, whole: Parsed) -> KnownDate | None:
    """ "They have a framework, and no duty will be levied, officials said on Sunday": a deal is made known with it."""
    if finding.rule.kind != Kind.AGREEMENT or finding.voice not in MAIN_VOICES or not whole.placed:
        return None
    day = whole.placed[-1]
    last = day.part == "date" and not whole.text[day.end :].strip(" .\"'")
    if not last or not _SAID_LAST.search(whole.text, finding.last, day.start):
        return None
    return replace(known(day), reason=f"the day on which it was made known: “{day.expression.text}”")


def from_paper(finding: Finding, whole: Parsed) -> KnownDate | None:
    """ "… has been prolonged by an order signed last night": the day of the paper that does it, told after the act."""
    for one in whole.placed:
        found = _BY_PAPER.search(whole.text, finding.last, one.start) if one.start > finding.last else None
        between = found and any(finding.last < other.first < found.start() for other in whole.findings)
        if found is None or found.end() != one.start or between or one.part not in ("date", "cited"):
            continue
        if not done_by_another(whole.text, found.start(), finding.last):
            return replace(known(one), reason=f"the day of the paper that does it: “{one.expression.text}”")
    return None


def from_dateline(finding: Finding, whole: Parsed, reading: Reading) -> KnownDate | None:
    """ "BEIJING, March 4 - China slaps …": what a report tells in the present tense is of the day that heads it."""
    line = DATELINE.match(whole.text) if _PRESENT.match(whole.text, finding.first) else None
    if line is None:
        return None
    for time in reading.times_within(whole.sentence):
        if time.start - whole.sentence.start < line.end() and time.precision == "day":
            said = f"the day that heads the report: “{time.text}”"
            return KnownDate(edtf=time.edtf, rule="dateline", reason=said, expression=time)
    return None


def day_of_saying(finding: Finding, whole: Parsed) -> KnownDate | None:
    """ "… would come in on 1 November, Trump declared on Friday": the day of the words, said of a threat."""
    said = [one for one in whole.placed if one.part == "date" and _SAID_THEN.search(whole.text, 0, one.start)]
    day = next((one for one in said if one.start >= finding.end), said[-1] if said else None)
    return replace(known(day), reason=f"the day on which it was said: “{day.expression.text}”") if day else None


def from_meeting(finding: Finding, whole: Parsed, status: str) -> KnownDate | None:
    """ "Xi approved the deal in a call with Trump on 19 September": the day of the call is its day."""
    if status != Status.OCCURRED or finding.rule.kind == Kind.TALKS or finding.voice not in MAIN_VOICES:
        return None
    found = _IN_MEETING.match(whole.text, finding.last)
    day = next((one for one in whole.placed if found and one.part == "date" and one.start == found.end()), None)
    return (
        replace(known(day), reason=f"the day of the meeting in which it was done: “{day.expression.text}”")
        if day
        else None
    )


def after_talks(finding: Finding, whole: Parsed, reading: Reading) -> KnownDate | None:
    """ "Two days after the call Washington prolonged …": counted from the talks told last in the paragraph."""
    return day_from_talks(finding, whole.text, reading.memory.talks)


def from_report(whole: Parsed) -> KnownDate | None:
    """ "According to a report of Wednesday, China has told firms …": the day on which it was reported."""
    said = _REPORTED.match(whole.text)
    day = next((one for one in whole.placed if said and one.part == "date" and one.start == said.end()), None)
    return replace(known(day), reason=f"the day on which it was reported: “{day.expression.text}”") if day else None
