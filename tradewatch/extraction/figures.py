"""The figures of a sentence, typed: "10 to 15%", "24 percentage points", "12 million tonnes", "90 days"."""

import re
from collections.abc import Callable
from functools import partial

from tradewatch.extraction.datatypes import Figure
from tradewatch.extraction.folding import folded, folded_pattern
from tradewatch.vocabulary import Unit

_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    **_TENS,
    "two dozen": 24,
    "a dozen": 12,
    "a": 1,
    "an": 1,
}
_SCALE = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "mn": 1e6, "bn": 1e9, "m": 1e6}
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_WORDED = "|".join(
    [rf"(?:{'|'.join(_TENS)})(?:-(?:{_UNITS}))?", *(word for word in _WORDS if len(word) > 2 and word not in _TENS)]
)
_N = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|\b(?:{_WORDED})\b)"
_SCALED = (
    rf"(?P<low>{_N})(?:\s?(?:-|to)\s?(?P<high>{_N}))?(?:[ -]?(?P<scale>thousand|million|billion"
    rf"|trillion|mn\b|bn\b|m\b))?"
)
_PERCENT = r"\s?(?:%|-?per ?cent\b)"
_TO = rf"(?:from\s(?P<previous>{_N})(?:{_PERCENT})?\s(?:all the way )?to\s)?"
_MORE = (
    r"(?P<most>\b(?:up to|at most|no more than|less than|under|below"
    r"|maximum of)\s)?(?P<least>\b(?:at least|more than|over|as much as|exceeding"
    r"|minimum of)\s)?"
)

_RATE = re.compile(
    rf"{_MORE}{_TO}(?P<low>{_N})(?:{_PERCENT})?(?:\s?(?:-|to|and|or)\s?(?P<high>{_N}))?{_PERCENT}"
    rf"(?:,? (?:down |up )?from (?P<before>{_N}){_PERCENT})?"
    r"(?P<points>(?: |-)?points?\b)?(?P<more> or more\b)?"
    r"(?P<owned>\s(?:or more )?(?:[a-z-]+ )?(?:owned|ownership|shareholding|stakes?|equity)\b)?",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\b(?:owned?|owns|owning|hold|holds|holding|stakes? of|stake above)\s$", re.IGNORECASE)
_POINTS = re.compile(rf"(?P<low>{_N})[ -](?:percentage[ -]points?)\b", re.I)
_DURATION = re.compile(
    rf"\b(?P<low>\d{{1,3}}|an?|{_WORDED})[ -](?P<unit>day|week|month|year)s?\b(?![- ](?:old|ago"
    rf"|earlier|high|low|later))",
    re.I,
)
# "in six years", "within 30 days", "after two days of talks", "90 days before": a span that is no term of an act.
_NO_TERM_BEFORE = re.compile(
    r"\b(?:in|within|after|every|past|last) (?:the |about |nearly |almost |just |over )?$", re.I
)
# "which had been on the books for a month": how long it had been so, and no term.
_BEEN_SO = re.compile(
    r"\bbeen (?:law|on the books|in (?:force|effect|place)|there|due|applied|charged|levied|enforced|collected) "
    r"for (?:all of |just |only |barely |nearly |almost |about |over |more than |less than |some )?$",
    re.I,
)
_NO_TERM_AFTER = re.compile(
    r" (?:of (?:talks|negotiations?|discussions|meetings|tensions?|wrangling|haggling|bargaining)\b|(?:before|after)\b"
    r"|at (?-i:[A-Z]))",
    re.I,
)
_WEIGHT = re.compile(rf"{_MORE}{_SCALED}\s?(?P<unit>metric tons?|tonnes?|tons?|mmt|mt|bushels)\b", re.I)
# "25 million tons (918 million bushels)": the same once more.
_CONVERTED = re.compile(r"(?:tons?|tonnes?|mmt|mt)\)?(?:,? (?:- |— )?or (?:about )?| ?\((?:about |some |or )?)$", re.I)
# "… and then 25 million a year": tonnes that were named before.
_WEIGHT_AGAIN = re.compile(
    rf"{_MORE}{_SCALED}(?= (?:tons? )?(?:(?:an?|per|each|every) (?:calendar |marketing )?year\b|annually\b|yearly\b"
    r"|(?:in|for|during) (?:each|every|all) of\b))",
    re.I,
)
_CRAFT = re.compile(
    rf"{_MORE}{_SCALED}\s(?:[A-Z0-9]\S*\s){{0,2}}(?:jets|planes|aircraft|airplanes|jetliners"
    rf"|737s?)\b"
)
_PARTIES = re.compile(
    rf"{_MORE}(?P<low>{_N})\s(?:(?:more|other|new|US|U\.S\.|American|Chinese|foreign|additional"
    rf"|defen[cs]e|Chinese-based|China-based|mainland|tech|technology|chip|drone|military"
    rf"|Taiwanese|soybean)[\s-]?(?:-based\s)?){{0,4}}"
    r"(?:firms|companies|entities|organi[sz]ations|exporters|individuals|executives|makers"
    r"|subsidiaries|units|contractors|manufacturers|businesses|plants)\b",
    re.I,
)
_PARTY_WORDS = (
    "firm",
    "compan",
    "entit",
    "organi",
    "exporter",
    "individual",
    "executive",
    "maker",
    "subsidiar",
    "unit",
    "contractor",
    "manufacturer",
    "business",
    "plant",
)
# "the measures against ten", "the eleven of April", "the six added on the 9th": who has been named before.
_UNNAMED = re.compile(
    rf"\b(?:against (?:the )?|for the |the |those )(?P<low>{_N})"
    r"(?=(?: of (?:\d|January|February|March|April|May|June|July|August|September|October|November|December)"
    r"| (?:added|listed|named|designated|included|blacklisted|have|has|were|are|remain|stay)\b))",
    re.I,
)
# "32 more companies, 23 of them Chinese": some texts tell the whole, others the part.
_PART_OF_THEM = re.compile(
    rf"{_MORE}(?P<low>{_N}) of (?:them|these|those|which|whom),? "
    r"(?=(?:are |were )?(?:(?:based |located )?in (?:mainland )?China\b|(?:Chinese|American|US|U\.S\.)(?![\w-])))",
    re.I,
)
_MONEY = re.compile(
    rf"{_MORE}(?P<coin>US\$|\$|CNY ?|RMB ?|¥)\s?{_SCALED}(?P<per>\s(?:per|a|for each|for every"
    rf"|/)\s?(?:net )?(?:ton(?:ne)?)\b)?"
    rf"|{_MORE.replace('most', 'most2').replace('least', 'least2')}(?P<low2>{_N})\s?(?P<coin2>yuan"
    rf"|dollars)\b(?P<per2>\s(?:\(\S+\)\s)?(?:per|a)\s(?:net )?ton(?:ne)?\b)?",
    re.I,
)


def number(text: str | None) -> float | None:
    """ "1,120" → 1120, "24" → 24, "twelve" → 12, "thirty-four" → 34; None for nothing."""
    if not text:
        return None
    plain = text.lower().replace(",", "")
    tens, _, units = plain.partition("-")
    if units in _WORDS and tens in _TENS:
        return float(_TENS[tens] + _WORDS[units])
    return float(_WORDS[plain]) if plain in _WORDS else float(plain)


def figures_in(text: str) -> tuple[Figure, ...]:
    """The figures of a plain text, in order, none inside another."""
    found: list[Figure] = []
    lower = folded(text)
    for pattern, made, needs in _READERS:
        may_be = any(word in lower for word in needs) and (not (tried := _FOLDED[pattern]) or tried.search(lower))
        for match in pattern.finditer(text) if may_be else ():
            figure = made(match)
            if figure and not any(f.start < figure.end and figure.start < f.end for f in found):
                found.append(figure)
    return tuple(sorted(found, key=lambda figure: figure.start))


def _bounded(match: re.Match[str], unit: str, *, times: float = 1, previous: float | None = None) -> Figure:
    groups = match.groupdict()
    scale = _SCALE.get((groups.get("scale") or "").lower(), 1) * times
    low = (number(groups["low"]) or 0) * scale
    high = (number(groups.get("high")) or 0) * scale or low
    if groups.get("least") or groups.get("more"):
        return _figure(match, low, None, unit, previous)
    if groups.get("most"):
        return _figure(match, None, high, unit, previous)
    return _figure(match, low, high, unit, previous)


def _figure(match: re.Match[str], low: float | None, high: float | None, unit: str, previous: float | None) -> Figure:
    return Figure(start=match.start(), end=match.end(), text=match[0], low=low, high=high, unit=unit, previous=previous)


def _rate(match: re.Match[str]) -> Figure | None:
    if match["owned"] or _OWNED.search(match.string[max(0, match.start() - 12) : match.start()]):
        return _bounded(match, Unit.OWNERSHIP)
    unit = Unit.POINTS if match["points"] else Unit.PERCENT
    return _bounded(match, unit, previous=number(match["previous"] or match["before"]))


def _duration(match: re.Match[str]) -> Figure | None:
    count, unit = number(match["low"]), match["unit"].lower()
    no_term = _NO_TERM_BEFORE.search(match.string, max(0, match.start() - 20), match.start())
    been_so = _BEEN_SO.search(match.string, max(0, match.start() - 50), match.start())
    if count is None or no_term or been_so or _NO_TERM_AFTER.match(match.string, match.end()):
        return None
    if unit in ("day", "week"):
        days = count * (7 if unit == "week" else 1)
        return _figure(match, days, days, Unit.DAYS, None)
    months = count * (12 if unit == "year" else 1)
    return _figure(match, months, months, Unit.MONTHS, None)


def _weight(match: re.Match[str]) -> Figure | None:
    unit = match["unit"].lower()
    if unit == "bushels":
        if _CONVERTED.search(match.string, max(0, match.start() - 40), match.start()):
            return None
        return _bounded(match, Unit.TONNES, times=0.0272155)
    return _bounded(match, Unit.TONNES, times=1e6 if unit == "mmt" else 1)


def _weight_again(match: re.Match[str]) -> Figure | None:
    told = match["scale"] and _WEIGHT.search(match.string, 0, match.start())
    return _bounded(match, Unit.TONNES) if told else None


def _money(match: re.Match[str]) -> Figure | None:
    coin = (match["coin"] or match["coin2"] or "").strip().lower()
    yuan = coin in ("cny", "rmb", "¥", "yuan")
    per = match["per"] or match["per2"]
    if yuan and not per:
        return None
    unit = (Unit.CNY_PER_TONNE if yuan else Unit.USD_PER_TONNE) if per else Unit.USD
    if match["low2"]:
        value = number(match["low2"])
        return _figure(match, value, value, unit, None)
    return _bounded(match, unit)


# Which pattern, what it makes, and the words without which it need not be tried.
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Figure | None], tuple[str, ...]], ...] = (
    (_POINTS, partial(_bounded, unit=Unit.POINTS), ("point",)),
    (_RATE, _rate, ("%", "percent", "per cent", "per-cent")),
    (_WEIGHT, _weight, ("ton", "mmt", "bushel")),
    (_MONEY, _money, ("$", "yuan", "dollar", "cny", "rmb", "¥")),
    (
        _WEIGHT_AGAIN,
        _weight_again,
        (
            "million a",
            "million per",
            "million each",
            "million every",
            "million year",
            "million in each",
            "million for each",
        ),
    ),
    (_CRAFT, partial(_bounded, unit=Unit.AIRCRAFT), ("jet", "plane", "aircraft", "737")),
    (_PARTIES, partial(_bounded, unit=Unit.ENTITIES), _PARTY_WORDS),
    (
        _PART_OF_THEM,
        partial(_bounded, unit=Unit.ENTITIES),
        (" of them", " of these", " of those", " of which", " of whom"),
    ),
    (_UNNAMED, partial(_bounded, unit=Unit.ENTITIES), ("against", "the ", "those ")),
    (_DURATION, _duration, ("day", "week", "month", "year")),
)
_FOLDED = {pattern: folded_pattern(pattern) for pattern, _, _ in _READERS}
