"""Which of a text's dates an act gets: its own, the day its terms begin, the day they end; each with its reason.

Measured rule: the nearest date of the sentence, not across another act; else a word that points back ("that day");
else the document's own date, only for a document that is itself the act and for "today"; else none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tradewatch.edtf import bounds_of, days_meant
from tradewatch.extraction.belonging import is_of_saying, own_of
from tradewatch.extraction.datatypes import KnownDate
from tradewatch.extraction.days_apart import LONGEST_TALKS, day_apart, days_of_talks, talks_before
from tradewatch.extraction.placing import Placed
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action, Kind

HEAD = 70  # characters in which a document that acts is named
OPENING = 8  # characters before the date that a sentence begins with: "From Monday"
LONGEST_VISIT = 7  # days
BESIDE = 40  # characters between talks and the words on which they begin
FARTHEST = 330  # cost beyond which a date belongs to something else
CITED_REACH = 60  # characters between the number of an order and its date
NO_DATE = KnownDate(edtf="", rule="none", reason="the text gives no day")
_TWO_DAYS = len("2025-04-08/2025-04-09")
_THAT_ACTS = re.compile(r",? (?:that|which) (?:also |first |had )?", re.I)
_ACTS = re.compile(r",? ?(?:(?:that|which) )?(?:also |hereby |now )?", re.I)
_HEADS_CLAUSE = re.compile(
    r"(?:[,;:] |\band |\bbut )(?:then )?(?:late |early )?(?:(?:on|in|by|at|from) )?(?:early |late )?$", re.I
)
_IN_RELATIVE = re.compile(
    r"\b(?:which|that) (?:(?:were|was|had been|it|they|he|China|Beijing|Washington|Trump)(?: had| has| have)? )?$"
)
_DID = re.compile(
    r"\b(?:imposed|set (?:forth|out)|established|introduced|levied|provided for|announced|all listed|listed)\b", re.I
)
_MAY_LAST = re.compile(r"\b(?:may|might|could|(?:thought|expected|likely|planned|scheduled|due) to)\b", re.I)
_OLD_END = re.compile(r"\b(?:expir\w+|due to end|set to end|was to end|ends|ended)(?: (?:on|at|in))? $", re.I)
_EXPIRED = re.compile(r"\b(?:expired|lapsed)(?: on)? $", re.I)
_BACK = re.compile(
    r"\b(?:(?:concluded|found|decided|ruled|determined|announced) then\b"
    r"|that (?:same )?(?:day|afternoon|morning|evening)|the same day|hours later|later (?:that|the same) day"
    r"|during (?:the|his|her|their|this|that) (?:visit|stay|trip|stop|journey)|while there)\b",
    re.I,
)
_OPENS = re.compile(
    r"(?:\W*(?:Accordingly|Then|Subsequently|Later)?,? ?(?:In|With|Through|By|Under) )"
    r"|.{0,90}\band (?:in )?Executive Order",
    re.S,
)
_PERFECT = re.compile(r"\b(?:has|have|had)(?: been)? (?:\w+ly )?$")
_SINCE_HEADS = re.compile(r"\W*(?:Ever |Also )?[Ss]ince ")
_IS_SO = re.compile(r"\b(?:is|are|remains?|stays?|stands?)(?: \w+ly)? $")
_STATES = frozenset({Action.SUSPEND, Action.IMPOSE, Action.RESUME})
# "… went into the drawer, having been law for a day: it was ordered on [10 October]"
_IT_WAS = re.compile(r"[:;,] (?:it|they) (?:was|were|had been) (?:\w+ly )?\w+ed\b[^;:,]*\Z")
_UNDOING = frozenset({Action.WITHDRAW, Action.LIFT, Action.SUSPEND, Action.EXTEND, Action.LOWER})
_OTHER_TIME = re.compile(r"\b(?:after|before|ahead of|since|until)\b")
_OTHERS = re.compile(r"; (?:those|the others?|others|the rest|some)\b")  # of which something else is told
_IN_DASHES = re.compile(r"[—–] [^—–;]{1,240} [—–]")  # "placed five units — A, B and C — on a list"
_BORDER = re.compile(r"[;—]|\bbut\b|\bwhile\b|\bwhereas\b|\balthough\b")
_TERMS = frozenset({Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE, Kind.LEGAL, Kind.PURCHASE, Kind.CORPORATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDates:
    """The three dates of an act."""

    date: KnownDate
    effective: KnownDate
    ends: KnownDate


def words_of(known: KnownDate) -> str:
    """The text's own words that a date rests on, "" where it rests on none."""
    return known.expression.text if known.expression else ""


def tells_of_thing(finding: Finding, text: str) -> bool:
    """True where a clause or participle tells how a thing came to be: "the measures, which were announced in April"."""
    if _IN_RELATIVE.search(text[: finding.begin]):
        return True
    return finding.voice == "pattern" and _DID.match(text, finding.start) is not None


def dates_of(
    finding: Finding,
    text: str,
    placed: Sequence[Placed],
    borders: tuple[int, int],
    *,
    status: str,
    last: str = "",
    foretold: bool = False,
) -> EventDates:
    """The dates of the act that `finding` reports in the plain sentence `text`.

    `borders` are where the act's part of the sentence begins and ends; `last` is the last date named before;
    `foretold` says that it is told as coming, so that the day of the words is none of it.
    """
    has_terms = Kind(finding.rule.kind) in _TERMS
    if tells_of_thing(finding, text):
        # "From today it suspends the measures, which were announced in April": what comes before is not theirs.
        placed = [p for p in placed if p.part not in ("effective", "ends") or p.start >= finding.end]
    placed = _without_old(finding, text, placed)
    effective = _nearest(
        finding, text, [p for p in placed if p.part == "effective" and has_terms], borders, "effective"
    )
    close = [p for p in placed if p.part == "ends" and not _is_old_end(finding, text, p)]
    ends = _nearest(finding, text, close, borders, "end")
    if ends.edtf and "/" in ends.edtf:
        ends = NO_DATE
    when = _own_date(finding, text, placed, borders, has_terms, foretold)
    is_lapse = finding.rule.kind == Kind.PURCHASE or finding.rule.id.endswith("_over")
    if is_lapse and ends.edtf and not when.edtf and _lapsed(text, ends):
        when, ends = replace(ends, rule="nearest_explicit", reason="the day on which it lapsed"), NO_DATE
    when, ends = _with_end(when, ends, status, text) if finding.rule.kind == Kind.TALKS else (when, ends)
    back = _BACK.search(text, borders[0], borders[1]) if last and not when.edtf else None
    if back:
        when = KnownDate(edtf=last, rule="points_back", reason=f"“{back[0]}” points back to the date named before")
    if not when.edtf and effective.edtf and finding.rule.kind == Kind.PURCHASE and status == "occurred":
        span = f"{effective.edtf}/{ends.edtf or '..'}" if "/" not in effective.edtf else effective.edtf
        said = "it went on from one of the days named to the other"
        when = KnownDate(edtf=span, rule="span", reason=said, expression=effective.expression)
        effective, ends = NO_DATE, NO_DATE
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


def _without_old(finding: Finding, text: str, placed: Sequence[Placed]) -> Sequence[Placed]:
    """Not the thing's own day: "the duties of March came off", "the 100% that was to begin on 1 November is dead"."""
    if finding.voice != "pattern" or finding.rule.kind != Kind.TARIFF or finding.rule.action not in _UNDOING:
        return placed
    return [
        one
        for one in placed
        if not finding.begin <= one.start < finding.end and not _IT_WAS.search(text[finding.end : one.start])
    ]


def _with_end(when: KnownDate, ends: KnownDate, status: str, text: str) -> tuple[KnownDate, KnownDate]:
    """Talks are of all their days: "from Sunday until Wednesday"; of what "ended on Sunday" that day is known."""
    first, last = (bounds_of(one.edtf).earliest if one.edtf else None for one in (when, ends))
    if last and not when.edtf and status == "occurred":
        return days_of_talks(text, replace(ends, reason="the day on which they ended")), NO_DATE
    hedged = status == "occurred" and _MAY_LAST.search(text)
    if hedged or not (first and last and 0 < (last - first).days <= LONGEST_VISIT and "/" not in when.edtf + ends.edtf):
        return when, ends
    span = f"{when.edtf}/{ends.edtf}"
    return replace(when, edtf=span, reason=f"from “{words_of(when)}” to “{words_of(ends)}”"), NO_DATE


def _lapsed(text: str, ends: KnownDate) -> bool:
    """True for "registrations that expired on April 20": what a seller was allowed ended that day, and his sales."""
    return _EXPIRED.search(text, 0, text.find(words_of(ends))) is not None


def _is_old_end(finding: Finding, text: str, one: Placed) -> bool:
    """True in "extend the truce, which expires on August 12": the end that is put off."""
    return finding.rule.action == Action.EXTEND and bool(_OLD_END.search(text[: one.start]))


def _own_date(
    finding: Finding, text: str, placed: Sequence[Placed], borders: tuple[int, int], has_terms: bool, foretold: bool
) -> KnownDate:
    day = day_apart(finding, text, placed)
    if day is not None:
        return day
    for near, within in _by_rank(finding, text, placed, borders, has_terms, foretold):
        found = _nearest(finding, text, near, within, "date")
        if found.edtf:
            part = next(p.part for p in near if p.expression is found.expression)
            return _told(finding, text, found, part)
    before = talks_before(text, placed) if finding.rule.kind == Kind.TALKS and not foretold else None
    return before or NO_DATE


def _told(finding: Finding, text: str, found: KnownDate, part: str) -> KnownDate:
    """The date as the act has it: "after D" is open; two days that "and" joins are a span of talks, else the first."""
    words = words_of(found)
    if part == "after" and "/" not in found.edtf:
        return replace(found, edtf=f"{found.edtf}/..", rule="after", reason=f"after “{words}”")
    if finding.rule.kind == Kind.TALKS:
        return days_of_talks(text, found)
    if part == "noun" and finding.rule.kind != Kind.AGREEMENT:
        found = replace(found, rule="of_noun", reason=f"the day that the act's name bears: “{words}”")
    if part == "since":
        span = f"{found.edtf}/.." if finding.rule.kind == Kind.PURCHASE and "/" not in found.edtf else found.edtf
        return replace(found, edtf=span, rule="since", reason=f"the state has lasted since “{words}”")
    if finding.rule.kind not in (Kind.TALKS, Kind.AGREEMENT) and " and " in words and len(found.edtf) == _TWO_DAYS:
        return replace(found, edtf=found.edtf.partition("/")[0], reason=f"the first of the days named: “{words}”")
    return found


def _by_rank(
    finding: Finding, text: str, placed: Sequence[Placed], borders: tuple[int, int], has_terms: bool, foretold: bool
) -> Iterator[tuple[Sequence[Placed], tuple[int, int]]]:
    """The dates to choose from, the surest sort first, each with the part of the sentence in which they count."""
    parts = {"date", "by", "after", "noun"} | (set() if has_terms else {"effective", "for"})
    near = own_of(finding, text, [p for p in placed if p.part in parts])
    if finding.rule.kind == Kind.TALKS:  # "tariffs starting on 1 November" begin then, talks beside them do not
        near = [p for p in near if p.part != "effective" or "/" in p.expression.edtf or _is_beside(finding, p)]
    if finding.rule.kind == Kind.INVESTIGATION:  # "duties will be charged from Monday, and a firm is investigated"
        near = [p for p in near if p.part != "effective" or p.start >= finding.start or p.start <= OPENING]
    if foretold:
        near = [p for p in near if not is_of_saying(finding, text, p)]
    cited = [p for p in placed if p.part == "cited"]
    if finding.voice == "recital":
        yield [p for p in cited if 0 <= p.start - finding.start < CITED_REACH], borders
        yield [p for p in near if 0 <= p.start - finding.start < CITED_REACH], borders
        return
    # "Announcement No. 72 of November 9 suspends", "The order of 2 April that ends …": the document is what acts.
    before = [p for p in cited if p.end <= finding.first]
    # "Licences under Announcement No. 18 of April 4 are needed": within the act's own words, but not its object's.
    heads = before if finding.voice == "active" else [p for p in cited if p.end <= finding.end]
    yield [p for p in heads if p.start < HEAD and _ACTS.fullmatch(text[p.end : finding.first])], (0, borders[1])
    # "…, after the memorandum of 11 April that freed phones from the duty": the paper does what its clause tells.
    yield [p for p in cited if _THAT_ACTS.fullmatch(text[p.end : finding.first])], (0, borders[1])
    if finding.voice == "pattern":
        yield [p for p in cited if finding.begin <= p.start < finding.end], (0, len(text))
    if finding.voice != "active" and _DID.search(text, finding.start, finding.end):
        # "the rate set forth in Executive Order 14256 of April 2": the order cited is what did it.
        yield [p for p in cited if 0 <= p.start - finding.end < CITED_REACH], borders
    lasts = [p for p in placed if p.part == "since"] if _is_lasting(finding, text) else []
    if all(p.expression.precision == "year" for p in near):
        yield lasts, borders
    yield near, borders
    # "…, and on 5 December the envoys met": a date at the head of the act's own clause.
    yield [p for p in near if p.end <= finding.first and _HEADS_CLAUSE.search(text[: p.start])], _clause(finding, near)
    # "In Executive Order 14257 of April 2, 2025 (…), I imposed": the order cited at the head is what did it.
    opens = _OPENS.match(text)
    yield [p for p in before if opens or p.start < HEAD], (0, borders[1])
    yield lasts, borders


def _is_beside(finding: Finding, one: Placed) -> bool:
    return finding.begin <= one.start < finding.end or abs(one.start - finding.end) <= BESIDE


def _is_lasting(finding: Finding, text: str) -> bool:
    """True for "has suspended the licences since March 4": the state began that day."""
    before = text[max(0, finding.start - 16) : finding.start]
    lasts = finding.voice == "pattern" or _IS_SO.search(before) or _IS_SO.search(text[finding.start : finding.end])
    heads = _SINCE_HEADS.match(text) and lasts
    pending = finding.voice == "pattern" and "pending" in text[finding.start : finding.end]
    since = finding.rule.id.endswith("_since")  # "licences in force since 4 April"
    return (finding.rule.action in _STATES and bool(heads or _PERFECT.search(before))) or pending or since


def _clause(finding: Finding, near: Sequence[Placed]) -> tuple[int, int]:
    return max((p.start for p in near if p.end <= finding.first), default=0), finding.end


def _nearest(finding: Finding, text: str, placed: Sequence[Placed], borders: tuple[int, int], what: str) -> KnownDate:
    within = [one for one in placed if one.end > borders[0] and one.start < borders[1]]
    costs = [(cost, one) for one in within if (cost := _distance(finding, text, one)) <= FARTHEST]
    if not costs:
        return NO_DATE
    best = min(costs, key=lambda cost: cost[0])[1]
    time = (_day_within(best, [one for _, one in costs]) or best).expression
    return KnownDate(
        edtf=time.edtf,
        rule=f"nearest_{time.source}",
        reason=f"the {what} nearest to the act: “{time.text}”",
        expression=time,
    )


def _day_within(best: Placed, others: Sequence[Placed]) -> Placed | None:
    """The day that "this month" means where another date of the act tells it: "announced on the 4th"."""
    if days_meant(best.expression.edtf) <= LONGEST_TALKS or best.part not in ("date", "since"):
        return None
    span = bounds_of(best.expression.edtf)
    days = [one for one in others if one.part == "date" and one.expression.precision == "day"]
    return next((one for one in days if span.overlaps(bounds_of(one.expression.edtf))), None)


def _distance(finding: Finding, text: str, one: Placed) -> int:
    gap = text[one.end : finding.start] if one.end <= finding.start else text[finding.end : one.start]
    gap = _IN_DASHES.sub(" ", gap)
    cost = len(gap) + 150 * len(_OTHER_TIME.findall(gap)) + 90 * len(_BORDER.findall(gap)) + 25 * gap.count(",")
    # A month or a year is a weaker anchor than a day of the same sentence.
    cost += 300 * len(_OTHERS.findall(gap))
    return cost + {"day": 0, "interval": 0, "month": 15, "year": 60}.get(one.expression.precision, 30)


def may_be_one(one: str, other: str) -> bool:
    """True where two dates may mean the same day, or either is not known."""
    return not one or not other or bounds_of(one).overlaps(bounds_of(other))
