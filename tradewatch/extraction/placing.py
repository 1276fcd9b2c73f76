"""Where a sentence's time expressions stand, and which part each plays: an act's day, the day its terms begin or end.

What a noun carries ("the 9 October notices", "the duties of March", "this year's crop") dates that noun and no verb.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tradewatch.edtf import bounds_of, is_valid
from tradewatch.extraction.datatypes import TimeExpression
from tradewatch.extraction.folding import folded

FIRST_YEAR, LAST_YEAR = 2018, 2030  # the dispute began in 2018; nothing of it is set beyond 2030
DATELINE = re.compile(
    r"[A-Z][A-Z .,'/-]{2,40}(?:, [A-Z][a-z.]+){0,2}(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"\s?(?:\([A-Z][\w /]{1,30}\))?\s?(?:--|-|—|–)\s"
    # "Beijing, Sep 14: ", "Aug. 11 (Agency) -- "
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)?, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?: "
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})? ?\([A-Z][\w /]{1,30}\) ?(?:--|-|—|–) ?"
    # "Beijing, May 13 - ", "Beijing (Agency) Nov 10, 2025": as other papers print it.
    r"|[A-Z][A-Za-z.]+(?: [A-Z][a-z]+){0,2}(?:,|,? \([A-Z][\w /]{1,30}\),?) "
    r"(?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?(?:, \d{4})?(?:\s?(?:\([A-Z][\w /]{1,30}\))?\s?(?:--|-|—|–)\s|$)"
)
LONGEST_ENTRY = 31  # days between the two that a dash joins: "29 September – 8 October"
_UNTIL = ("until", "till", "until at least")  # between the first and the last day
LONGEST_TALKS = 4  # days that two joined weekdays may span
LONGEST_YEARS = 4  # years that a promise spans
_YEARS_ON = re.compile(r"[\s,]*(?:20\d\d[\s,]*)*(?:and|to|through|until|-)?\s*")
# What stands before a time is searched in lower case.
_EFFECT = re.compile(
    r"\b(?:effective(?: (?:as of|from|on|at|starting|beginning))?|(?:take|takes|took|taking|come"
    r"|comes|came|coming|go|goes|went|going|be|enter\w*) (?:in)?(?:to )?(?:effect"
    r"|force)(?: (?:on|from|at|as of|starting))?"
    r"|starting(?: on| from| at)?|beginning(?: on| at)?|begin(?:s|ning)? (?:on|from)|start(?:s"
    r"|ed)? (?:on|from)|kick\w* in(?: on)?|as of|(?<!dates )(?<!dating )(?<!apart )(?<!ran )(?<!runs )from"
    r"|on or after|with effect from|(?:beginning|starting) at [^,;]{1,40}? on)(?: (?:about|around|the))? $"
)
_CLOCK = re.compile(
    r"(?:at )?(?:\d{1,2}[:.]\d\d ?(?:a\.?m\.?|p\.?m\.?)?|midnight|noon)(?: (?:eastern|beijing"
    r"|local|edt|est|et|gmt|daylight|standard|time)\b)*(?: on| of)?,? ?$"
    r"|(?:a|one) minute (?:past|after) (?:(?:noon|midnight)(?: in [a-z]+)?(?: on)?,? )?$"
)
_END = re.compile(
    r"\b(?:until|till|through(?: to)?|up to|(?:between|from) (?:now|today)(?: and| until| through| to)+"
    r"|expir\w*(?: on| at)?|lasts? (?:until|through|to)"
    r"|run\w* (?:until|through|to)|ends? on|ending(?: on)?|end on|to last (?:until|through)"
    r"|due to end on)(?: the end of)? $"
)
_PUT_OFF = re.compile(
    r"\b(?:deadline|finish(?:ing)? line|target|(?:due|end) date)\b[^;]{0,60} to (?:the (?:end|last day) of )?$"
    r"|\b(?:exten\w+|prolong\w*|put\w* off|postpon\w+|delay\w*|push\w* back|renew\w*|once more|again)\b[^;]{0,70} to $"
    # "a third stay, to 17 September", "another 75 days, to 19 June"
    r"|\b(?:stay|reprieve|respite|grace(?: period)?|pause|truce|delay|extension|(?<!within )\d+ (?:more )?days),? to $"
    r"|\b(?:suspen\w+|paus\w+),? to $"
)
# "extended from [29 November], to 10 November 2026": the end that is put off
_PUT_OFF_FROM = re.compile(
    r"\b(?:exten\w+|prolong\w*|put\w* off|postpon\w+|delay\w*|push\w* back|mov(?:e|es|ed|ing))\b[^;]{0,70} from $"
)
# "suspends, to 27 November 2026, …", "another 75 days, to 19 June"
_HELD_TO = re.compile(
    r"\b(?:suspend\w*|paus\w+|freez\w+|frozen|defer\w*|stay(?:s|ed)?|reprieve|grace|days|months|year)"
    r",? \(?(?:only )?to $"
)
_BY = re.compile(r"\b(?:by|before|no later than)(?: the end of)? $")
_AFTER = re.compile(r"\bafter $")
_SINCE = re.compile(r"\bsince(?: at least| about| around| early| late)? $")
_CITED = re.compile(
    r"\b(?:Executive Orders? \d+|[Oo]rders?|[Mm]emorand\w+|Proclamation \d+|Section \d+"
    r"|Announcements?[^;]{0,40}) (?:of|dated|signed(?: on)?) $"
)
_IN_YEAR = re.compile(
    r"(?:\b(?:in|during|since|by|until|through|of|end of|late|early|mid-?|throughout|for|to|and|between|from|over"
    r"|of each)[ -]"
    r"|20\d\d ?- ?)$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?<!set )(?<!planned )(?<!scheduled )(?<!slated )\bfor $"
    # "booked ten cargoes to be shipped in December": when what was bought is to come.
    r"|\b(?:(?:for|with) (?:shipment|delivery|loading|arrival)|(?:to be|cargoes) (?:shipped|delivered|loaded)) "
    r"(?:in|during|between|from|over|starting in)(?: early| late| mid)?[ -]$"
    # "$25, to become $50 on 1 June": the day of a step that is still to come.
    r"|\b(?:to become|rising to|to rise to|going up to|to go (?:up )?to) [$\d.,% ]+(?:percent )?(?:on|in|from) $"
)
# "an outline for the leaders to conclude on Thursday": what others are still to do.
_OF_OTHERS = re.compile(
    r"\bfor (?:the|their|both|our|its) (?:two )?(?:presidents?|leaders?|heads? of state|governments?|principals?)"
    r" to [a-z]+(?: (?:it|them|upon|on|off|up))?(?: (?:on|in|this|next))? ?$"
)
_PARTS = (
    ("others", _OF_OTHERS),
    ("ends", _END),
    ("ends", _PUT_OFF),
    ("ends", _HELD_TO),
    ("effective", _EFFECT),
    ("by", _BY),
    ("after", _AFTER),
    ("since", _SINCE),
    ("for", _FOR),
)
_COUNTED_FROM = frozenset({"since", "by", "after"})
_NOUN = (
    r"(?:orders?|notices?|announcements?|decrees?|proclamations?|statements?|fact sheets?"
    r"|rules?|regulations?|listings?|lists?|measures?"
    r"|controls?|curbs?|tariffs?|dut(?:y|ies)|lev(?:y|ies)|fees?|rates?|increases?|hikes?|cuts?|rises?|rounds?|deals?"
    r"|agreements?|truce|accord|consensus|framework|pact|threats?|sanctions?|bans?|licen[cs]es?|restrictions?|decisions?"
    r"|rulings?|acts?|laws?|statutes?|bills?|bargains?|memorandum|summits?|meetings?|talks|calls?|visits?|negotiations"
    r"|expir\w+(?: date)?|deadlines?|cut-?off)"
)
_OF_NOUN = re.compile(
    rf"\b{_NOUN},? (?:of|from|dated) (?:early |late |mid-?)?$"
    # "the next deadline for the app, on Wednesday, will be put off"
    r"|\bdeadline(?: (?:for|by which|on) (?:[\w'-]+ ?){1,6})?,? (?:on|falls on|which falls on) $"
)
# "in a joint statement of 11 August", "by its order of 4 April": the paper by which the act is done.
_BY_PAPER = re.compile(
    r"\b(?:in|by|with|through|via|under) (?:an?|its|their|his|another|one|two|three) (?:[\w-]+ ){0,3}"
    r"(?:orders?|notices?|announcements?|decrees?|proclamation|statements?|rules?|decision|ruling|memorandum|letters?"
    r"|circular),? (?:of|dated|issued(?: on)?|signed(?: on)?|published(?: on)?)(?: early| late| mid)?[ -]$"
)
# "with Wednesday's order", "by Friday's notice"
_BY_DAYS = re.compile(r"\b(?:with|by|through|under) $")
_DAYS_PAPER = re.compile(
    r"'s (?:[\w-]+ ){0,2}(?:order|notice|announcement|proclamation|decree|rule|statement)s?\b", re.I
)
# "will need a licence from 8 November": when it begins, and no licence's own day
_WILL_FROM = re.compile(r"\b(?:will|would|must|shall|needs?|to)\b [^,;:.]{1,80} from (?:early |late |mid-?)?$")
_COUNTED = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|times?)\b[^,;.]{0,70}$", re.I)
_HOLDER = re.compile(
    r"(?:\b(?:the|its|his|their|those|these|both|whose|new|old|a|an)"
    r"(?: (?:current|original|looming|initial|latest|revised|previous|next))?|'s) $"
)
_BEFORE_NOUN = re.compile(rf"(?:'s|-)? (?:[a-z-]+ )?{_NOUN}\b", re.I)
_POSSESSIVE = re.compile(r"'s (?!\w+ing\b)[a-zA-Z]")
_NEVER = re.compile(
    r"\b(?:would have|was to have|were to have|(?:had been|was|were) (?:due|set|scheduled) to"
    r"|(?:that|which) (?:was|were) to) [\w ]{1,30}$"
)
_GOES_TO = re.compile(r",? (?:through|until|till|to) ", re.I)
_WHEN = re.compile(r",?[\"']* when\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A time expression of the sentence, with the part that it plays.

    That is date, effective, ends, by, after, since; cited (the day of an order named) or noun (the day of a thing).
    """

    expression: TimeExpression
    start: int
    end: int
    part: str


def placed_in(
    text: str, times: Sequence[TimeExpression], offset: int, numbers: Sequence[tuple[int, int]] = ()
) -> tuple[Placed, ...]:
    """The dated expressions of a plain sentence that begins at `offset`, each with its part.

    Those of a dateline, of a number ("No. 61 of 2025") and of years far from the dispute are left out.
    """
    found: list[Placed] = []
    line = DATELINE.match(text)
    for time in times:
        start, end = time.start - offset, time.end - offset
        if not time.edtf or not is_valid(time.edtf) or (line and start < line.end()):
            continue
        if (
            _is_bare_year(text, start, time)
            or _counts_within(text, start, time)
            or _is_far(time.edtf)
            or any(first <= start < last for first, last in numbers)
        ):
            continue
        found.append(Placed(expression=time, start=start, end=end, part=_part(text, start, time)))
    return tuple(_with_spans(text, found))


def _with_spans(text: str, found: list[Placed]) -> Iterator[Placed]:
    """Two days that "and" or "to" joins as one span: "on Monday and Tuesday"; so with years: "2026, 2027 and 2028"."""
    waiting: Placed | None = None
    for one in found:
        between = text[waiting.end : one.start] if waiting else ""
        years = waiting is not None and _YEARS_ON.fullmatch(between) and _are_years(waiting, one)
        joined = between.strip() in ("and", "to", "-", "through")
        one = _next_after(waiting, one) if waiting and (joined or between.strip() in _UNTIL) else one  # noqa: PLW2901
        span = between.strip() == "-" and waiting is not None and _follow(waiting, one, LONGEST_ENTRY)
        if waiting and (years or span or (joined and (_follow(waiting, one) or _are_months(waiting, one)))):
            both = replace(
                waiting.expression,
                edtf=f"{waiting.expression.edtf.partition('/')[0]}/{one.expression.edtf}",
                precision="interval",
                text=text[waiting.start : one.end],
                end=one.expression.end,
            )
            waiting = replace(waiting, expression=both, end=one.end, part="date" if years else waiting.part)
            continue
        if waiting:
            yield waiting
            if waiting.part == "for" and joined and one.part == "date":
                one = replace(one, part="for")  # noqa: PLW2901 - "for shipment in December and January"
        waiting = one
    if waiting:
        yield waiting


def _next_after(one: Placed, other: Placed) -> Placed:
    """The second of two weekdays comes after the first: "next Monday and Tuesday"."""
    days = [place.expression.edtf for place in (one, other)]
    weekdays = all(place.expression.source == "weekday" and len(place.expression.edtf) == 10 for place in (one, other))
    if not weekdays or _follow(one, other):
        return other
    first, second = (date.fromisoformat(day) for day in days)
    day = first + timedelta((second - first).days % 7)
    return replace(other, expression=replace(other.expression, edtf=day.isoformat()))


def _follow(one: Placed, other: Placed, most: int = LONGEST_TALKS) -> bool:
    days = [place.expression.edtf for place in (one, other)]
    if any(len(day) != 10 for day in days):
        return False
    first, second = bounds_of(days[0]).earliest, bounds_of(days[1]).earliest
    return bool(first and second and 0 < (second - first).days <= most)


def _are_months(one: Placed, other: Placed) -> bool:
    """True of "in February and March", "between May and September"."""
    first, last = one.expression.edtf, other.expression.edtf
    return len(first) == len(last) == len("2025-02") and first[:4] == last[:4] and first < last and one.part != "ends"


def _are_years(one: Placed, other: Placed) -> bool:
    first, last = one.expression.edtf[:4], other.expression.edtf
    years = one.expression.precision in ("year", "interval") and other.expression.precision == "year"
    return years and len(one.expression.edtf) in (4, 9) and 0 < int(last) - int(first) <= LONGEST_YEARS


def _is_bare_year(text: str, start: int, time: TimeExpression) -> bool:
    """True in "the 2025 measures": a year dates an act only after a preposition."""
    return (
        time.precision == "year" and time.text[:1].isdigit() and not _IN_YEAR.search(text[max(0, start - 16) : start])
    )


def _counts_within(text: str, start: int, time: TimeExpression) -> bool:
    """True of "the fourth meeting between the two this year": how often, and not when."""
    return time.text.lower() in ("this year", "this month") and _COUNTED.search(text[:start]) is not None


def _is_far(edtf: str) -> bool:
    bounds = bounds_of(edtf)
    day = bounds.earliest or bounds.latest
    return day is None or not FIRST_YEAR <= day.year <= LAST_YEAR


def _part(text: str, start: int, time: TimeExpression) -> str:
    said = text[max(0, start - 90) : start]
    before = _CLOCK.sub("", folded(said))
    if _BY_PAPER.search(before):
        return "date"
    if _CITED.search(said, 0, len(before)):
        return "cited"
    if _dates_a_noun(text, before, start + len(time.text), time):
        return "noun"
    for part, pattern in _PARTS:
        if pattern.search(before):
            put_off = _PUT_OFF_FROM.search(before) and _GOES_TO.match(text, start + len(time.text))
            never = put_off or _NEVER.search(before) or time.text in ("this morning", "this evening")
            if part == "effective" and never:
                return "for"  # "which would have started on November 8", "as of this morning none had": no act's day
            # "since April, when it first proposed duties", "before 4 April, when …": the day of what the clause tells.
            return "date" if part in _COUNTED_FROM and _WHEN.match(text, start + len(time.text)) else part
    inside = time.text.lower().split()[0] if time.text.split() else ""
    return {"until": "ends", "through": "ends", "by": "by", "since": "since", "from": "effective", "before": "by"}.get(
        inside, "date"
    )


def _dates_a_noun(text: str, before: str, end: int, time: TimeExpression) -> bool:
    """True in "the duties of March", "the 9 October notices", "this year's crop"."""
    if before.endswith("from ") and _GOES_TO.match(text, end):
        return False
    if time.precision == "day" and _BY_DAYS.search(before) and _DAYS_PAPER.match(text, end):
        return False
    if _OF_NOUN.search(before) or _POSSESSIVE.match(text, end):
        return not _WILL_FROM.search(before)
    held = _HOLDER.search(before) or time.text.lower().startswith("the ")
    return bool(held and _BEFORE_NOUN.match(text, end))
