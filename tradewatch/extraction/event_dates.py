"""Which of a text's dates an act gets: its own, the day its terms begin, the day they end; each with its reason.

Measured rule: the nearest date of the sentence, not across another act; else a word that points back ("that day");
else the document's own date, only for a document that is itself the act and for "today"; else none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tradewatch.edtf import bounds_of, is_valid
from tradewatch.extraction.datatypes import KnownDate, TimeExpression
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action, Kind

FIRST_YEAR, LAST_YEAR = 2018, 2030  # the dispute began in 2018; nothing of it is set beyond 2030
_DATELINE = re.compile(
    r"[A-Z][A-Z .,'/-]{2,40}(?:, [A-Z][a-z.]+){0,2}(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"\s?(?:\([A-Z][\w /]{1,30}\))?\s?(?:--|-|—)\s"
)
LONGEST_TALKS = 4  # days that two joined weekdays may span
HEAD = 70  # characters in which a document that acts is named
FARTHEST = 330  # cost beyond which a date belongs to something else
CITED_REACH = 60  # characters between the number of an order and its date
NO_DATE = KnownDate(edtf="", rule="none", reason="the text gives no day")
_EFFECT = re.compile(
    r"\b(?:effective(?: (?:as of|from|on|at|starting|beginning))?|(?:take|takes|took|taking|come"
    r"|comes|came|coming|go|goes|went|going|be|enter\w*) (?:in)?(?:to )?(?:effect"
    r"|force)(?: (?:on|from|at|as of|starting))?"
    r"|starting(?: on| from| at)?|beginning(?: on| at)?|begin(?:s|ning)? (?:on|from)|start(?:s"
    r"|ed)? (?:on|from)|kick\w* in(?: on)?|as of|(?<!dates )(?<!dating )(?<!apart )from"
    r"|on or after|with effect from)(?: (?:about|around|the))? $",
    re.I,
)
_CLOCK = re.compile(
    r"(?:at )?(?:\d{1,2}[:.]\d\d ?(?:a\.?m\.?|p\.?m\.?)?|midnight|noon)(?: (?:eastern|beijing"
    r"|local|EDT|EST|ET|GMT|daylight|standard|time)\b)*(?: on| of)?,? ?$",
    re.I,
)
_END = re.compile(
    r"\b(?:until|till|through|up to|expir\w*(?: on| at)?|lasts? (?:until|through|to)"
    r"|run\w* (?:until|through|to)|ends? on|ending(?: on)?|end on|to last (?:until|through)"
    r"|due to end on)(?: the end of)? $",
    re.I,
)
_BY = re.compile(r"\b(?:by|before|no later than)(?: the end of)? $", re.I)
_AFTER = re.compile(r"\bafter $", re.I)
_SINCE = re.compile(r"\bsince $", re.I)
_BACK = re.compile(
    r"\b(?:that (?:same )?(?:day|afternoon|morning|evening)|the same day|hours later|later (?:that|the same) day)\b",
    re.I,
)
_CITED = re.compile(
    r"\b(?:Executive Orders? \d+|[Oo]rders?|Memorand\w+|Proclamation \d+|Section \d+"
    r"|Announcements?[^;]{0,40}) (?:of|dated|signed(?: on)?) $"
)
_OPENS = re.compile(
    r"(?:\W*(?:Accordingly|Then|Subsequently|Later)?,? ?(?:In|With|Through|By|Under) )"
    r"|.{0,90}\band (?:in )?Executive Order",
    re.S,
)
_OTHER_TIME = re.compile(r"\b(?:after|before|ahead of|since|until)\b")
_IN_YEAR = re.compile(
    r"\b(?:in|during|since|by|until|through|of|end of|late|early|mid-?|throughout|for|to|and)[ -]$", re.IGNORECASE
)
_PERFECT = re.compile(r"\b(?:has|have|had)(?: been)? (?:\w+ly )?$")
_STATES = frozenset({Action.SUSPEND, Action.IMPOSE})
_BORDER = re.compile(r"[;—]|\bbut\b|\bwhile\b|\bwhereas\b|\balthough\b")
_TERMS = frozenset({Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE, Kind.LEGAL, Kind.PURCHASE, Kind.CORPORATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A time expression of the sentence, with the part that it plays: date, effective, ends, by, after, since."""

    expression: TimeExpression
    start: int
    end: int
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDates:
    """The three dates of an act."""

    date: KnownDate
    effective: KnownDate
    ends: KnownDate


def placed_in(
    text: str, times: Sequence[TimeExpression], offset: int, numbers: Sequence[tuple[int, int]] = ()
) -> tuple[Placed, ...]:
    """The dated expressions of a plain sentence that begins at `offset`, each with its part.

    Those of a dateline, of a number ("No. 61 of 2025") and of years far from the dispute are left out.
    """
    found: list[Placed] = []
    line = _DATELINE.match(text)
    for time in times:
        start, end = time.start - offset, time.end - offset
        if not time.edtf or not is_valid(time.edtf) or (line and start < line.end()):
            continue
        if (
            _is_bare_year(text, start, time)
            or _is_far(time.edtf)
            or any(first <= start < last for first, last in numbers)
        ):
            continue
        found.append(Placed(expression=time, start=start, end=end, part=_part(text, start, time)))
    return tuple(_with_spans(text, found))


def _with_spans(text: str, found: list[Placed]) -> Iterator[Placed]:
    """Two days that "and" or "to" joins as one span: "on Monday and Tuesday"."""
    waiting: Placed | None = None
    for one in found:
        if waiting and text[waiting.end : one.start].strip() in ("and", "to", "-", "through") and _follow(waiting, one):
            both = replace(
                waiting.expression, edtf=f"{waiting.expression.edtf}/{one.expression.edtf}", precision="interval"
            )
            waiting = replace(waiting, expression=both, end=one.end)
            continue
        if waiting:
            yield waiting
        waiting = one
    if waiting:
        yield waiting


def _follow(one: Placed, other: Placed) -> bool:
    days = [place.expression.edtf for place in (one, other)]
    if any(len(day) != 10 for day in days):
        return False
    first, second = bounds_of(days[0]).earliest, bounds_of(days[1]).earliest
    return bool(first and second and 0 < (second - first).days <= LONGEST_TALKS)


def _is_bare_year(text: str, start: int, time: TimeExpression) -> bool:
    """True in "the 2025 measures": a year dates an act only after a preposition."""
    return time.precision == "year" and not _IN_YEAR.search(text[max(0, start - 16) : start])


def _is_far(edtf: str) -> bool:
    bounds = bounds_of(edtf)
    day = bounds.earliest or bounds.latest
    return day is None or not FIRST_YEAR <= day.year <= LAST_YEAR


def _part(text: str, start: int, time: TimeExpression) -> str:
    before = _CLOCK.sub("", text[max(0, start - 60) : start])
    if _CITED.search(before):
        return "cited"
    for part, pattern in (("ends", _END), ("effective", _EFFECT), ("by", _BY), ("after", _AFTER), ("since", _SINCE)):
        if pattern.search(before):
            return part
    inside = time.text.lower().split()[0] if time.text.split() else ""
    return {"until": "ends", "through": "ends", "by": "by", "since": "since", "from": "effective", "before": "by"}.get(
        inside, "date"
    )


def dates_of(
    finding: Finding,
    text: str,
    placed: Sequence[Placed],
    borders: tuple[int, int],
    *,
    status: str,
    last: str = "",
) -> EventDates:
    """The dates of the act that `finding` reports in the plain sentence `text`.

    `borders` are where the act's part of the sentence begins and ends; `last` is the last date named before.
    """
    has_terms = Kind(finding.rule.kind) in _TERMS
    effective = _nearest(
        finding, text, [p for p in placed if p.part == "effective" and has_terms], borders, "effective"
    )
    ends = _nearest(finding, text, [p for p in placed if p.part == "ends"], borders, "end")
    if ends.edtf and "/" in ends.edtf:
        ends = NO_DATE
    when = _own_date(finding, text, placed, borders, has_terms)
    if not when.edtf and _BACK.search(text[borders[0] : borders[1]]) and last:
        when = KnownDate(edtf=last, rule="points_back", reason="“that day” points back to the date named before")
    if not when.edtf and effective.edtf and (status == "planned" or "in_force" in finding.rule.id):
        when = KnownDate(
            edtf=effective.edtf,
            rule="effective",
            reason="no other day is given than the one on which it begins",
            expression=effective.expression,
        )
    if not when.edtf and ends.edtf and status == "planned":
        when = KnownDate(
            edtf=f"../{ends.edtf}", rule="until", reason="only its end is given", expression=ends.expression
        )
    return EventDates(date=when, effective=effective, ends=ends)


def _own_date(
    finding: Finding, text: str, placed: Sequence[Placed], borders: tuple[int, int], has_terms: bool
) -> KnownDate:
    parts = {"date", "by", "after"} if has_terms else {"date", "by", "after", "effective"}
    near = [p for p in placed if p.part in parts]
    cited = [p for p in placed if p.part == "cited"]
    if finding.voice == "recital":
        near = [p for p in cited if 0 <= p.start - finding.start < CITED_REACH] or [
            p for p in near if 0 <= p.start - finding.start < CITED_REACH
        ]
    elif not near and _OPENS.match(text):
        # "In Executive Order 14257 of April 2, 2025 (…), I imposed": the order cited at the head is what did it.
        near = [p for p in cited if p.end <= finding.first]
    elif not near:
        # "Announcement No. 72 of November 9 suspends": the document is what acts.
        near = [p for p in cited if p.start < HEAD and p.end <= finding.first]
    if near and near[0].part == "cited" and finding.voice != "recital":
        borders = (0, borders[1])
    if (
        not near
        and finding.rule.action in _STATES
        and _PERFECT.search(text[max(0, finding.start - 16) : finding.start])
    ):
        # "has suspended the licences since March 4": the state began that day.
        near = [p for p in placed if p.part == "since"]
    found = _nearest(finding, text, near, borders, "date")
    if not found.edtf:
        return found
    part = next(p.part for p in near if p.expression is found.expression)
    if part == "after" and "/" not in found.edtf:
        return KnownDate(
            edtf=f"{found.edtf}/..",
            rule="after",
            reason=f"after “{found.expression.text if found.expression else ''}”",
            expression=found.expression,
        )
    return found


def _nearest(finding: Finding, text: str, placed: Sequence[Placed], borders: tuple[int, int], what: str) -> KnownDate:
    best: tuple[int, Placed] | None = None
    for one in placed:
        if one.end <= borders[0] or one.start >= borders[1]:
            continue
        distance = _distance(finding, text, one)
        if distance > FARTHEST:
            continue
        if best is None or distance < best[0]:
            best = (distance, one)
    if best is None:
        return NO_DATE
    time = best[1].expression
    return KnownDate(
        edtf=time.edtf,
        rule=f"nearest_{time.source}",
        reason=f"the {what} nearest to the act: “{time.text}”",
        expression=time,
    )


def _distance(finding: Finding, text: str, one: Placed) -> int:
    gap = text[one.end : finding.start] if one.end <= finding.start else text[finding.end : one.start]
    cost = len(gap) + 150 * len(_OTHER_TIME.findall(gap)) + 90 * len(_BORDER.findall(gap)) + 25 * gap.count(",")
    # A month or a year is a weaker anchor than a day of the same sentence.
    return cost + {"day": 0, "interval": 0, "month": 15, "year": 60}.get(one.expression.precision, 30)


def may_be_one(one: str, other: str) -> bool:
    """True where two dates may mean the same day, or either is not known."""
    return not one or not other or bounds_of(one).overlaps(bounds_of(other))
