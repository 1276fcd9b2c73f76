"""A day counted from another act's: "On 3 April, a day after Trump announced his tariffs, …" puts these on 2 April."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tradewatch.edtf import bounds_of
from tradewatch.extraction.datatypes import KnownDate
from tradewatch.extraction.dates.words import number_meant
from tradewatch.extraction.placing import Placed
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action, Kind

LONGEST_TALKS = 4  # days
OPENING = 3  # characters before the words that a sentence begins with
SECOND = 2  # of the days of talks
REACH = 24  # characters between a date and the words that count from it
_APART = re.compile(
    r"\b(?P<count>(?:just )?(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})) (?P<unit>day|week)s? "
    r"(?P<side>after|before) (?=\w)",
    re.I,
)
_FROM_TALKS = re.compile(
    r"\b(?:(?:just |only )?(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) |the )"
    r"(?P<unit>day|week)s? (?P<side>after|before) (?:the|that|their|this) (?:(?:phone|telephone|video) )?"
    r"(?:call|talks|meeting|summit|round|conversation)\b",
    re.I,
)
_MOMENTS = re.compile(r"\b(?:(?:just |mere |only )?(?:minutes|moments|hours|seconds)|shortly|right) after (?=\w)", re.I)
# "Minutes after the duty took effect on Tuesday, China answered": what follows is of that day too.
_WITH_IT = re.compile(
    r"\W*(?:(?:(?:just |mere |only |barely )?(?:a few |some )?(?:minutes|moments|hours|seconds)|shortly|right"
    r"|immediately) after|within (?:minutes|hours|moments) of|no sooner had|as soon as|the (?:moment|minute|instant)"
    r"|just as|when|as)\b",
    re.I,
)
# "took effect on Monday, six days after they had been announced"
_AFTER_ITS_OWN = re.compile(
    r",? (?:just |only )?(?P<count>an?|the|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) "
    r"(?P<unit>day|week)s? (?P<side>after) (?:(?:they|it|the \w+) (?:was|were|had been) (?:first )?"
    r"(?:announced|unveiled|signed|published|ordered|decided|issued|set)"
    r"|(?:its|their|the) (?:announcement|signing|publication|signature)\b"
    r"|being (?:announced|signed|published|unveiled))"
)
_WHEN = re.compile(r",? (?:the day )?(?:when|on which) (?:[^,;]{0,60} )?")
_DAYS_OF_TALKS = re.compile(
    r"\b(?P<count>two|three|four) (?:full )?days of (?:[\w-]+ ){0,2}(?:talks|negotiations|meetings|discussions)"
    r"|\b(?P<length>two|three|four)-day (?:[\w-]+ ){0,2}(?:talks|meeting|round|summit|visit|negotiations)"
    r"|\bafter (?P<after>two|three|four) (?:long |full )?days\b"
    r"|\bthe (?:second|last|final) of (?P<of>two) days\b"
    r"|\b(?:the|a|their|its) (?P<second>second)(?: and (?:last|final))? day\b",
    re.I,
)
_LED = re.compile(
    r"\W*(?:Following|After|At the end of|Capping|Concluding|Wrapping up) "
    r"(?P<count>two|three|four) (?:full |straight )?days of "
    r"(?:[\w-]+ ){0,4}?(?:talks|negotiations|meetings|discussions)\b",
    re.I,
)
_WEEKEND = re.compile(
    r"\b(?:an?|the|their) (?:[\w-]+ )?weekend of (?:[\w-]+ ){0,2}(?:talks|negotiations|meetings|discussions)", re.I
)
_CLOSED = re.compile(
    r"\b(?:wrapp\w+ up|end(?:ed|ing)?|broke up|conclud\w+|finish\w+|clos(?:ed|ing)|complet\w+)\b", re.I
)
_OPENED = re.compile(r"\b(?:began|begin\w*|start\w*|open(?:ed|ing)?|kick\w* off)\b", re.I)
# "which had been listed on 8 October, were taken off again within ten days"
_WITHIN = re.compile(
    r"\b(?:within|inside|in (?:just|only|less than|under|no more than)|(?:less than|no more than|not) (?=[\w ]+ later))"
    r"(?: (?:about|some|just|only|a mere|the next|another))? ?(?P<count>an?|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|\d{1,2}) (?P<unit>day|week|month)s?(?: later| afterwards)?(?=\W*(?:$|[.,;:]|and\b|but\b))",
    re.I,
)
# "on the 5th, when …", "on 12 May, the day on which …"
_WHEN = re.compile(r",? (?:when|(?:the|which was the) (?:same |very )?day (?:on which|that|when)) ", re.I)
_UNDOING = frozenset({Action.LIFT, Action.SUSPEND, Action.WITHDRAW, Action.LOWER, Action.RESUME, Action.EXTEND})
_DAYS = {"day": 1, "week": 7, "month": 30}


def day_apart(finding: Finding, text: str, placed: Sequence[Placed]) -> KnownDate | None:
    """The day of an act that is told by its distance from a day named in the sentence; None where none is."""
    moments = _MOMENTS.search(text, 0, finding.first)
    if moments and finding.first < _clause_end(text, moments.end()):
        anchor = next((p for p in reversed(placed) if p.part == "date" and 0 <= moments.start() - p.end <= REACH), None)
        if anchor is not None and len(anchor.expression.edtf) == len("2025-04-02"):
            said = f"“{moments[0].strip()}”, on the day named before: “{anchor.expression.text}”"
            return KnownDate(edtf=anchor.expression.edtf, rule="days_apart", reason=said, expression=anchor.expression)
    beside = (
        _when_it_was(finding, text, placed)
        or _own_before(finding, text, placed)
        or _of_clause(finding, text, placed)
        or _weekend_before(finding, text, placed)
        or _soon_after(finding, text, placed)
        or _on_which(finding, text, placed)
    )
    if beside is not None:
        return beside
    for found in _APART.finditer(text):
        end = _clause_end(text, found.end())
        days = [
            one for one in placed if one.part in ("date", "cited") and len(one.expression.edtf) == len("2025-04-02")
        ]
        within = next((one for one in days if found.end() <= one.start < end), None)
        if found.end() <= finding.first < end:
            # "on 3 April, a day after [the act]": the act lies the other way from the date before.
            anchor = next((one for one in reversed(days) if 0 <= found.start() - one.end <= REACH), None)
            # "The day before envoys met in Madrid, on 13 September, …"
            told = (one for one in days if found.start() < OPENING and 0 <= one.start - end <= len(", on "))
            anchor = anchor or next(told, None)
            return None if within or anchor is None else _counted(found, anchor, -1)
        is_beside = found.start() - finding.end >= 0 or end <= finding.first
        if within and is_beside and not _has_own(finding, days, found.start(), end):
            return _counted(found, within, 1)
    return None


def _when_it_was(finding: Finding, text: str, placed: Sequence[Placed]) -> KnownDate | None:
    """The day of "on 5 February, when the rule was put off": that of the clause which it opens."""
    for one in placed:
        is_day = one.part in ("date", "since") and len(one.expression.edtf) == len("2025-04-02")
        if is_day and _WHEN.fullmatch(text, one.end, finding.first):
            said = f"“when” tells what was done then: “{one.expression.text}”"
            return KnownDate(edtf=one.expression.edtf, rule="days_apart", reason=said, expression=one.expression)
    return None


def _own_before(finding: Finding, text: str, placed: Sequence[Placed]) -> KnownDate | None:
    """The day of the decision, told by its distance from the day on which its terms began."""
    for one in placed:
        found = _AFTER_ITS_OWN.match(text, one.end) if one.start >= finding.end - 1 else None
        if found and one.part in ("date", "effective") and len(one.expression.edtf) == len("2025-04-02"):
            return _counted(found, one, -1)
    return None


def _of_clause(finding: Finding, text: str, placed: Sequence[Placed]) -> KnownDate | None:
    """The day of a clause at the head of a sentence that what comes after it followed on at once."""
    opening = _WITH_IT.match(text)
    end = text.find(", ", opening.end()) if opening else -1
    if opening is None or end < 0 or finding.first <= end or finding.rule.kind == Kind.TALKS:
        return None
    days = [one for one in placed if one.part in ("date", "effective") and one.start < end]
    own = any(one.part == "date" and end < one.start for one in placed)
    if own or len(days) != 1 or len(days[0].expression.edtf) != len("2025-04-02"):
        return None
    said = f"“{opening[0].strip()}” the day told: “{days[0].expression.text}”"
    return KnownDate(edtf=days[0].expression.edtf, rule="days_apart", reason=said, expression=days[0].expression)


def day_from_talks(finding: Finding, text: str, talks: KnownDate | None) -> KnownDate | None:
    """The day of an act that is counted from talks told before: "two days after the call Washington lifted …"."""
    found = _FROM_TALKS.search(text, 0, finding.first)
    if found is None or talks is None or finding.first >= _clause_end(text, found.end()) + len(", "):
        return None
    way = 1 if found["side"].lower() == "after" else -1
    span = bounds_of(talks.edtf)
    anchor = span.latest if way > 0 else span.earliest
    count = number_meant((found["count"] or "one").lower())
    if anchor is None or count is None or not span.earliest or (anchor - span.earliest).days >= LONGEST_TALKS:
        return None
    day = anchor + timedelta(way * int(count) * _DAYS[found["unit"].lower()])
    said = f"“{found[0].strip()}”, counted from {talks.edtf}"
    return KnownDate(edtf=day.isoformat(), rule="days_apart", reason=said, expression=talks.expression)


def talks_before(text: str, placed: Sequence[Placed]) -> KnownDate | None:
    """The days of talks on whose last day their outcome is told: "After two days of talks …, they said on Tuesday"."""
    opening = _LED.match(text)
    told = next((one for one in placed if one.part == "date" and len(one.expression.edtf) == len("2025-04-02")), None)
    count = number_meant(opening["count"].lower()) if opening else None
    if opening is None or told is None or count is None or told.start < opening.end():
        return None
    day = date.fromisoformat(told.expression.edtf)
    span = f"{(day - timedelta(int(count) - 1)).isoformat()}/{told.expression.edtf}"
    said = f"“{opening[0].strip()}”, the last of them “{told.expression.text}”"
    return KnownDate(edtf=span, rule="days_of_talks", reason=said, expression=told.expression)


def _weekend_before(finding: Finding, text: str, placed: Sequence[Placed]) -> KnownDate | None:
    """ "After a weekend of talks in Geneva the two said on Monday …": the two days before the one that is told."""
    weekend = _WEEKEND.search(text) if finding.rule.kind == Kind.TALKS else None
    told = next((one for one in placed if one.part == "date" and len(one.expression.edtf) == len("2025-04-02")), None)
    if weekend is None or told is None or told.start < weekend.end():
        return None
    day = date.fromisoformat(told.expression.edtf)
    sunday = day - timedelta((day.weekday() + 1) % 7)
    span = f"{(sunday - timedelta(1)).isoformat()}/{sunday.isoformat()}"
    said = f"“{weekend[0]}”, before “{told.expression.text}”"
    return KnownDate(edtf=span, rule="days_of_talks", reason=said, expression=told.expression)


def _on_which(finding: Finding, text: str, placed: Sequence[Placed]) -> KnownDate | None:
    """The day at which a clause hangs that tells the act: "it opens on the 5th, when the parcel rule is put off"."""
    for one in placed:
        opens = _WHEN.match(text, one.end)
        if opens is None or one.part != "date" or len(one.expression.edtf) != len("2025-04-02"):
            continue
        end = _clause_end(text, opens.end())
        if opens.end() <= finding.first < end and not any(opens.end() <= p.start < end for p in placed):
            said = f"the day at which its clause hangs: “{one.expression.text}”"
            return KnownDate(edtf=one.expression.edtf, rule="days_apart", reason=said, expression=one.expression)
    return None


def _soon_after(finding: Finding, text: str, placed: Sequence[Placed]) -> KnownDate | None:
    """The days within which what had been done on the day told before it was undone: "… within ten days"."""
    found = _WITHIN.search(text, finding.end, finding.end + REACH * 2) if finding.rule.action in _UNDOING else None
    told = [one for one in placed if one.part == "date" and one.end <= finding.start]
    count = number_meant(found["count"].lower()) if found else None
    if found is None or count is None or len(told) != 1 or len(told[0].expression.edtf) != len("2025-04-02"):
        return None
    if "; " in text[told[0].end : finding.start]:
        return None
    day = date.fromisoformat(told[0].expression.edtf)
    span = f"{day.isoformat()}/{(day + timedelta(int(count) * _DAYS[found['unit'].lower()])).isoformat()}"
    said = f"“{found[0]}”, counted from “{told[0].expression.text}”"
    return KnownDate(edtf=span, rule="days_apart", reason=said, expression=told[0].expression)


def _has_own(finding: Finding, days: Sequence[Placed], start: int, end: int) -> bool:
    """True where the act has a date of its own outside the words that count from another's."""
    return any(not start <= one.start < end and abs(one.start - finding.start) < 4 * REACH for one in days)


def _clause_end(text: str, start: int) -> int:
    ends = [at for mark in (", ", "; ", ": ", ". ", " and ", " - ", ")") if (at := text.find(mark, start)) >= 0]
    return min(ends, default=len(text))


def _counted(found: re.Match[str], anchor: Placed, way: int) -> KnownDate | None:
    count = number_meant(found["count"].lower().removeprefix("just ").replace("the", "one"))
    if count is None:
        return None
    step = way * (1 if found["side"].lower() == "after" else -1) * int(count) * _DAYS[found["unit"].lower()]
    day = date.fromisoformat(anchor.expression.edtf) + timedelta(step)
    said = f"“{found[0].strip()}”, counted from “{anchor.expression.text}”"
    return KnownDate(edtf=day.isoformat(), rule="days_apart", reason=said, expression=anchor.expression)


def _length(found: re.Match[str]) -> float | None:
    words = found["count"] or found["length"] or found["after"] or found["of"]
    return number_meant(words.lower()) if words else SECOND


def days_of_talks(text: str, told: KnownDate) -> KnownDate:
    """The span of talks whose length and one end are told: "two days of talks that ended on Tuesday"."""
    found = _DAYS_OF_TALKS.search(text)
    count = _length(found) if found else None
    if found is None or count is None or not 1 < count <= LONGEST_TALKS or len(told.edtf) != len("2025-04-02"):
        return told
    day, length = date.fromisoformat(told.edtf), timedelta(int(count) - 1)
    if _CLOSED.search(text) or found["of"] or found["second"]:
        span = f"{(day - length).isoformat()}/{told.edtf}"
    elif _OPENED.search(text):
        span = f"{told.edtf}/{(day + length).isoformat()}"
    else:
        return told
    words = told.expression.text if told.expression else ""
    return replace(told, edtf=span, reason=f"“{found[0]}”, counted from “{words}”")
