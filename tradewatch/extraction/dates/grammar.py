"""The forms of time expressions in English text: which words may begin one, and what may follow.

A rule is tried only at its first words, so that a text is passed over once and most of its words cost one look-up.
The forms here are atoms ("Thursday", "October 30", "last year"); `joining` puts neighbours together.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tradewatch.extraction.dates import words as w

Check = Callable[[re.Match[str]], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A stretch of text that one rule matches, with what neighbours add to it."""

    rule: str
    start: int
    end: int
    match: re.Match[str]
    clock: re.Match[str] | None = None
    daypart: str = ""
    part: str = ""
    year: "Found | None" = None  # "last year" in "July last year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A form: the words it may begin with (lower case; "#" is any number), its pattern, and a check on the match."""

    name: str
    firsts: str
    pattern: str
    holds: Check | None = None


def _named(match: re.Match[str]) -> bool:
    """True when the month is written as a name: "may" and "march" in lower case are verbs."""
    return match["month"][0].isupper()


def _consecutive(match: re.Match[str]) -> bool:
    """True for "June 9 and 10" and for any "25-26"; "April 2 and 9" are two dates."""
    first, last = (int(re.sub(r"\D", "", match[name])) for name in ("day", "day2"))
    if match["to"].strip() in ("and", "&"):
        return last == first + 1 and _named(match)
    return last > first and _named(match)


_PREPOSITION = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|last|next|this|of|early|late|later|mid|and|or|to|between|through|during|before"
    r"|after|for|around|past|previous|every|each|beginning|starting|ending|ended|effective|as of|on)\s|mid-|[–—-])\Z",
    re.I,
)
_AFTER_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November),?\s\Z")
_SHORT_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\Z", re.I)


def _month_alone(match: re.Match[str]) -> bool:
    """True for "October", "in May", "April, May and June"; false for "May we …", "Jan Smith" and "the March"."""
    word, text = match["month"], match.string
    if not word[0].isupper() or _SHORT_MONTH.match(word):
        return False
    if match["which"]:
        return True
    if word not in ("May", "March", "MAY", "MARCH", "Mar.", "Sept"):
        return not re.match(r"\s[A-Z][a-z]+['’]s\b", text[match.end() : match.end() + 20]) or word not in ("April", "June")
    before = text[max(0, match.start() - 14) : match.start()]
    return bool(_PREPOSITION.search(before) or _AFTER_MONTH.search(before))


def _is_holiday(match: re.Match[str]) -> bool:
    """True for "Labor Day" and "by Christmas"; false for "Christmas trees"."""
    if match["holiday"] != "Christmas" or match["year"] or match["which"]:
        return match["holiday"][0].isupper()
    before = match.string[max(0, match.start() - 8) : match.start()]
    after = match.string[match.end() : match.end() + 2]
    return bool(re.search(r"\b(?:at|by|before|after|until|on|since|for)\s\Z", before)) and not re.match(r"\s\w|['’-]", after)


def _is_season(match: re.Match[str]) -> bool:
    """True for "spring 2025", "last fall", "over the winter"; false for "the fall of", "spring a surprise"."""
    if match["year"] or match["spelled"] or match["before"] or (match["which"] and match["which"].lower() != "the"):
        return True
    before = match.string[max(0, match.start() - 11) : match.start()]
    return bool(match["which"]) and bool(re.search(r"\b(?:in|over|during|throughout|by|until|through|since)\s\Z", before, re.I)) and (
        not match.string.startswith(" of", match.end())
    )


def _no_title(match: re.Match[str]) -> bool:
    """False for "This Week" in the middle of a sentence: a programme's name."""
    return not (match["unit"][0].isupper() and not match["unit"].isupper())


# "mid-2025", "1914-1918", "31 May-1 June": what may stand before the dash.
_PREFIXED = re.compile(rf"\b(?:mid|pre|post|early|late|{w.MONTH}|{w.YEAR})\s?[-–—]\Z", re.I)
# "Resolution 1701", "Made in China 2025", "Windows 2000": a name that ends in a number.
_NUMBERED_THING = re.compile(
    r"(?<![.!?:]\s)(?<!\n)\b(?!(?:In|Since|Until|Till|By|From|Of|During|Before|After|For|Around|To|And|Through|Throughout|As|At|The|"
    r"Early|Late|Mid|Between|On|Spring|Summer|Fall|Autumn|Winter|Christmas|Circa|About|Over|Or|But|With|Then|When|Because|Year"
    r"|Fiscal|Whereas|While|Though|Although|If|So|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Q[1-4]|H[12]|Timeline|Calendar|Not|Now)\b)[A-Z][\w.&]*\s\Z"
)


def _is_year(match: re.Match[str]) -> bool:
    """True for "2025" and "the 1990s"; false for "$2025", "No. 2019", "2,019", "2019 jobs" and "B-2019"."""
    before = match.string[max(0, match.start("year") - 30) : match.start("year")]
    if match.start("year") == match.start() and _NUMBERED_THING.search(before):
        return False
    if _PREFIXED.search(before):
        return True
    return not re.search(r"(?:[$€£¥#@&=+*_\\]\s?|[\w.,:/][.,:/]|\w-|\d\s?|\bNos?\.?\s|[A-Z]\d*|§\s?)\Z", before) or bool(
        match.start("year") > match.start()
    )


_NO_YEAR = (
    r"(?!\d|[-–](?!(?:1[4-9]|20)\d\d\b)\d|/\d|[-\s](?:percent|per\s?cent|million|billion|thousand|people|jobs|shares|points|miles|feet|units|tons"
    r"|tonnes|workers|employees|troops|pages|members|cars|women|men|km|yards|meters|metres|barrels|dollars|yuan|euros"
    r"|hours|days|weeks|months|years|votes|houses|homes|students|companies|firms|items|products)\b)"
)
_MONTHS = "january february march april may june july august september october november december"
_SHORTS = "jan feb mar apr jun jul aug sep sept oct nov dec"
_NUMBERS = (
    "# one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety a an half couple dozen several few many some"
)
_ABOUTS = "about around roughly approximately nearly almost more less fewer at up over some just only exactly"
_PARTS = (
    r"(?:early|late|mid|(?:the\s)?(?:very\s)?(?:beginning|start|end|close|middle|turn|course|rest|remainder)\sof"
    r"|(?:the\s)?(?:early|late|later|latter|middle)(?:\spart)?(?:\sof)?|earlier|later|sometime|as\searly\sas|as\slate\sas)"
)
_WHICH = (
    r"(?:(?:this|the)\s(?:past|last|coming|next|previous|following|same|current|present|preceding|prior|ensuing|latest|very"
    r"|entire|whole|full)|this|that|last|next|past|previous|coming|following|current|same|the)"
)

RULES = [
    Rule(name="iso", firsts="#", pattern=r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d/.-]*\d)(?:T?\s?(?P<hour24>\d\d):(?P<minute24>\d\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?"),
    Rule(name="slash", firsts="#", pattern=r"\d{1,2}(?P<mark>[/-])\d{1,2}(?P=mark)(?:\d{4}|\d{2})(?![\d/-])"),
    Rule(name="compact", firsts="#", pattern=r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\b"),
    Rule(name="month_day", firsts=f"{_MONTHS} {_SHORTS} last next this", pattern=rf"(?:(?P<which>last|next|this(?:\scoming)?)\s)?(?P<month>{w.MONTH})\s(?:the\s)?(?P<day>{w.DAY})(?:,?\s(?P<year>{w.YEAR})(?!\s(?:percent|people)))?", holds=_named),
    Rule(name="days", firsts=f"{_MONTHS} {_SHORTS}", pattern=rf"(?P<month>{w.MONTH})\s(?P<day>{w.DAY})(?P<to>\s?[-–—]\s?|\s(?:and|to|through|&)\s)(?P<day2>{w.DAY})(?:,?\s(?P<year>{w.YEAR}))?", holds=_consecutive),
    Rule(name="day_month", firsts="# the", pattern=rf"(?:the\s)?(?P<day>{w.DAY})(?:\sof)?\s(?P<month>{w.MONTH})(?:,?\s(?P<year>{w.YEAR}))?", holds=_named),
    Rule(name="days_month", firsts="#", pattern=rf"(?P<day>{w.DAY})(?P<to>\s?[-–—]\s?|\s(?:and|to|&)\s)(?P<day2>{w.DAY})(?:\sof)?\s(?P<month>{w.MONTH})(?:,?\s(?P<year>{w.YEAR}))?", holds=_consecutive),
    Rule(name="month_year", firsts=f"{_MONTHS} {_SHORTS}", pattern=rf"(?P<month>{w.MONTH})(?:,?\sof|,)?\s(?:(?P<year>{w.YEAR})|(?P<spelled>{w.SPELLED_YEAR}))", holds=_named),
    Rule(name="month", firsts=f"{_MONTHS} {_SHORTS} last next this past", pattern=rf"(?:(?P<which>(?:this\s)?(?:last|next|past|coming)|this)\s)?(?P<month>{w.MONTH})(?!\s\d{{1,2}}\b)", holds=_month_alone),
    Rule(name="ordinal_day", firsts="the", pattern=r"the\s(?P<day>(?:[12]?(?:1st|2nd|3rd)|[12]?[04-9]th|1[1-3]th|30th|31st))(?:(?P<of>\sof\s(?:that|the\ssame|this|the)\smonth)\b|(?!\s(?:[a-z]+|[A-Z][a-z]+)\b))"),
    Rule(name="weekday", firsts="monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun this last next on past the coming", pattern=rf"(?:(?P<which>(?:this\s|the\s)?(?:past|last|coming|next|previous|following|same)|this)\s)?(?P<weekday>{w.WEEKDAY}|{w.WEEKDAY_SHORT})(?P<plural>s\b)?", holds=lambda m: m["weekday"][0].isupper()),
    Rule(name="today", firsts="today yesterday tomorrow tonight the last this", pattern=r"(?:(?P<over>the\sday\s(?:before|after)\s)?(?P<word>today|yesterday|tomorrow|tonight)|(?P<night>last\snight|this\s(?:morning|afternoon|evening)))\b"),
    Rule(name="daypart", firsts="morning afternoon evening night mornings nights the mid late early", pattern=r"(?:the\s)?(?:(?:mid|late|early)[-\s])?(?P<daypart>morning|afternoon|evening|night)(?P<plural>s)?\b"),
    Rule(name="clock", firsts="# noon midnight midday", pattern=w.CLOCK),
    Rule(name="unit", firsts="this that last next past previous coming following current same the", pattern=rf"(?P<which>{_WHICH})\s(?P<fiscal>(?:fiscal|calendar|full|marketing|financial)[-\s])?(?P<unit>{w.LONG_UNIT}|morning|afternoon|evening|night)\b(?!-)(?!\s(?:ago|earlier|later)\b)", holds=_no_title),
    Rule(name="season", firsts="# this that last next past previous coming following the spring summer fall autumn winter", pattern=rf"(?:(?P<which>{_WHICH})\s)?(?:(?P<before>{w.YEAR})\s)?(?:(?:early|late|mid)[-\s])?(?P<season>spring|summer|fall|autumn|winter)\b(?:,?(?:\sof)?\s(?:(?P<year>{w.YEAR})|(?P<spelled>{w.SPELLED_YEAR})))?", holds=_is_season),
    Rule(name="near", firsts="the a that", pattern=rf"(?:(?:the|that)\s(?:very\s)?(?P<unit>day|week|month|year|night|morning)\s(?P<side>before|after|earlier|later)\b(?!\s(?:yesterday|tomorrow)))"),
    Rule(name="ago", firsts=f"{_NUMBERS} {_ABOUTS}", pattern=rf"{w.ABOUT}?(?P<number>{w.NUMBER}|{w.VAGUE})[-\s](?P<unit>{w.UNIT})s?(?:\sor\s(?:so|more))?\s(?P<side>ago|earlier|later|before|from\snow|hence|afterwards?|after\sthat|before\sthat|previously)\b(?!\s(?:he|she|it|they|we|the|his|her|their|its)\b)"),
    Rule(name="yearago", firsts="year", pattern=r"year[-\s](?:ago|earlier)\b"),
    Rule(name="span", firsts="the last past next first previous coming following final these this recent", pattern=rf"(?:(?:the|this|these)\s)?(?:last|past|next|first|previous|coming|following|final|preceding)\s(?P<number>{w.NUMBER}|{w.VAGUE})[-\s](?P<unit>{w.UNIT})s?\b"),
    Rule(name="duration", firsts=f"{_NUMBERS} {_ABOUTS}", pattern=rf"{w.ABOUT}?(?P<number>{w.NUMBER}|{w.VAGUE})[-\s](?:(?:full|long|straight|consecutive|whole|calendar|business|working|trading|additional|more)\s)?(?P<unit>{w.UNIT})(?P<s>s)?(?:-long)?\b(?!-(?:old|earlier|ago)\b|\s(?:old|of age)\b)"),
    Rule(name="quarter", firsts="the first second third fourth latter # last next this year q fiscal its that", pattern=rf"(?:(?:the|its|their|this|that)\s)?(?:(?P<before>{w.YEAR}|fiscal\s{w.YEAR}|year-ago|year-earlier|last\syear['’]s|this\syear['’]s|next\syear['’]s)\s)?(?:fiscal[-\s]|calendar\s)?(?:year['’]?s\s)?(?P<ordinal>first|second|third|fourth|last|latter|1st|2nd|3rd|4th)[-\s](?:fiscal[-\s]|calendar[-\s])?(?P<unit>quarter|half)\b(?:,?\s(?:of\s)?(?:fiscal\s)?(?:year\s)?(?P<year>{w.YEAR}))?"),
    Rule(name="q", firsts="q h # the", pattern=rf"(?:(?:the\s)?(?P<before>{w.YEAR})\s)?(?:(?P<unit>[QH])(?P<n>[1-4])|(?P<n2>[1-4])(?P<unit2>[QH]))(?:\b|(?=\d\d\b))(?:\s?(?:of\s|FY\s?)?(?P<year>{w.YEAR}|['’]?\d\d\b(?!%|[.,]\d)))?"),
    Rule(name="period", firsts="the that this same latest year # current", pattern=rf"(?:(?:the|that|this)\s)?(?P<which>same|latest|current|most\srecent|comparable|corresponding|year-earlier|year-ago|comparable\syear-ago|prior-year|{w.YEAR})\s(?P<unit>quarter|period|half)\b"),
    Rule(name="decade", firsts="the # s", pattern=r"(?:the\s)?(?:(?:early|late|mid|middle)[-\s](?:to[-\s]late[-\s])?)?(?:the\s)?(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b|(?:the\s)?['’](?P<short>[2-9]0)s\b"),
    Rule(name="century", firsts="the #", pattern=r"(?:the\s)?(?P<n>1\d|20|21)(?:th|st)[-\s]century\b"),
    Rule(name="years", firsts="# the marketing fiscal", pattern=rf"(?:the\s)?(?:(?:marketing|fiscal|financial|crop|school|academic)\syear\s)?(?P<year>{w.YEAR})(?:\s?/\s?(?P<slashed>(?:19|20)?\d\d)|\s?[-–—]\s?(?P<dashed>\d\d))\b(?![-–/]\d)(?:\s(?P<kind>(?:marketing|fiscal|financial|crop|school|academic)\syear|season))?"),
    Rule(name="year", firsts="# fiscal the year fy calendar", pattern=rf"(?:(?:the\s)?(?:(?:fiscal|calendar|financial|marketing)\s(?:year\s)?|year\s)|FY\s?)?(?P<year>{w.YEAR}){_NO_YEAR}", holds=_is_year),
    Rule(name="spelled_year", firsts="nineteen eighteen the two", pattern=rf"(?:the\syear\s)?(?P<spelled>{w.SPELLED_YEAR})\b(?!\s(?:percent|people|dollars|men|women|jobs))", holds=lambda m: not m[0].lower().startswith("two")),
    Rule(name="partyear", firsts="year yearend the end", pattern=r"(?:the\s)?(?:year-end|yearend|year['’]s\send|year\send)\b"),
    Rule(name="weekof", firsts="the week", pattern=rf"(?:the\s)?week\s(?:of|beginning|starting|commencing)\s(?P<month>{w.MONTH})\s(?P<day>{w.DAY})(?:,?\s(?P<year>{w.YEAR}))?", holds=_named),
    Rule(name="holiday", firsts="thanksgiving christmas new labor independence election memorial veterans halloween valentine last boxing", pattern=r"(?:(?P<which>last|this|next)\s)?(?P<holiday>Thanksgiving(?:\sDay)?|Christmas(?:\s(?:Day|Eve))?|New\sYear['’]?s?\s(?:Day|Eve)|Labor\sDay|Independence\sDay|Election\sDay|Memorial\sDay|Veterans\sDay|Halloween|Valentine['’]s\sDay|Boxing\sDay)\b(?:,?\s(?P<year>" + w.YEAR + r"))?", holds=_is_holiday),
    Rule(name="part", firsts="early late mid the beginning start end close middle course rest remainder earlier later turn latter", pattern=_PARTS + r"(?=[-\s])"),
    Rule(name="set", firsts="each every daily weekly monthly quarterly annually yearly annual per", pattern=rf"(?:each|every|per)\s(?:other\s)?(?P<unit>{w.UNIT}|{w.WEEKDAY}|{w.MONTH})\b|(?P<word>daily|weekly|monthly|quarterly|annually|yearly)\b"),
    Rule(name="reference", firsts="now currently nowadays at recently lately previously formerly the future", pattern=r"(?P<reference>now|currently|nowadays|at\spresent|at\sthe\smoment|at\sthis\stime|recently|lately|previously|formerly|the\s(?:near\s)?future|the\s(?:recent\s)?past)\b(?!-)"),
]  # fmt: skip

_COMPILED = [(rule, re.compile(rule.pattern, re.IGNORECASE)) for rule in RULES]
_WORD = re.compile(r"[A-Za-z]+|\d+")


def _dispatch() -> dict[str, list[tuple[Rule, re.Pattern[str]]]]:
    table: dict[str, list[tuple[Rule, re.Pattern[str]]]] = defaultdict(list)
    for rule, pattern in _COMPILED:
        for word in rule.firsts.split():
            table[word].append((rule, pattern))
    return dict(table)


_BY_FIRST_WORD = _dispatch()
_NUMERIC = _BY_FIRST_WORD["#"]


def atoms_in(text: str) -> Iterator[Found]:
    """The stretches of `text` that a rule matches, left to right, the longest at each place, none overlapping."""
    passed = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < passed:
            continue
        first = word[0]
        rules = _NUMERIC if first[0].isdigit() else _BY_FIRST_WORD.get(first.lower())
        if not rules or not _stands_free(text, start, first):
            continue
        found = _longest(rules, text, start)
        if found:
            passed = found.end
            yield found


def _stands_free(text: str, start: int, first: str) -> bool:
    """False inside a longer token: "G20", "$90", "1.5", "A-10"; "mid-2025" and "April–May" are fine."""
    if not start:
        return True
    before = text[start - 1]
    if before.isalnum() or before in "_@#\\":
        return False
    if not first[0].isdigit():
        return not (before in "'’" and text[start - 2 : start - 1].isalpha())
    if before in "$€£¥+":
        return False
    return not (before in ".,:/-–" and start > 1 and text[start - 2].isalnum()) or bool(
        _PREFIXED.search(text[max(0, start - 14) : start])
    )


def _longest(rules: list[tuple[Rule, re.Pattern[str]]], text: str, start: int) -> Found | None:
    best: Found | None = None
    for rule, pattern in rules:
        match = pattern.match(text, start)
        if match is None or (best and match.end() <= best.end):
            continue
        if rule.holds is None or rule.holds(match):
            best = Found(rule=rule.name, start=start, end=match.end(), match=match)
    return best
