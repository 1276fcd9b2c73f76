"""Which figures of a sentence belong to an act, in the codebook's terms: kind, unit, previous, basis."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tradewatch.extraction.datatypes import Figure, Measure
from tradewatch.extraction.dates.words import number_meant
from tradewatch.extraction.hunches import is_hunch
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action, Basis, Kind, MeasureKind, Unit

_KIND_OF_UNIT = {
    Unit.PERCENT: MeasureKind.RATE,
    Unit.POINTS: MeasureKind.RATE,
    Unit.OWNERSHIP: MeasureKind.THRESHOLD,
    Unit.USD: MeasureKind.VALUE,
    Unit.USD_PER_TONNE: MeasureKind.VALUE,
    Unit.CNY_PER_TONNE: MeasureKind.VALUE,
    Unit.TONNES: MeasureKind.QUANTITY,
    Unit.AIRCRAFT: MeasureKind.QUANTITY,
    Unit.ENTITIES: MeasureKind.QUANTITY,
    Unit.DAYS: MeasureKind.DURATION,
    Unit.MONTHS: MeasureKind.DURATION,
}
_UNITS_OF_KIND = {
    Kind.TARIFF: {Unit.PERCENT, Unit.POINTS, Unit.DAYS, Unit.MONTHS},
    Kind.EXPORT_CONTROL: {Unit.OWNERSHIP, Unit.ENTITIES, Unit.DAYS, Unit.MONTHS},
    Kind.PORT_FEE: {Unit.USD_PER_TONNE, Unit.CNY_PER_TONNE, Unit.USD, Unit.OWNERSHIP, Unit.DAYS, Unit.MONTHS},
    Kind.PURCHASE: {Unit.TONNES, Unit.USD, Unit.ENTITIES},
    Kind.CORPORATE: {Unit.PERCENT, Unit.OWNERSHIP, Unit.AIRCRAFT, Unit.DAYS, Unit.MONTHS},
    Kind.AGREEMENT: {Unit.DAYS, Unit.MONTHS, Unit.POINTS, Unit.PERCENT},
}
_BY = re.compile(r"\bby (?:about |some |around |another |a further )?\Z", re.I)
_NO_DURATION = frozenset({Action.IMPOSE, Action.RAISE, Action.LOWER, Action.THREATEN, Action.WITHDRAW, Action.LIFT})
_CHANGED = frozenset({Action.RAISE, Action.LOWER})
_NOT_A_RATE = re.compile(
    r"\s*(?:of (?:global|the world|world|total|all|(?:its|their)(?! own\b)|U\.S\.|US|China's|imports)|decline"
    r"|drop|jump|rise in (?:exports|imports)|year|growth|stake)",
    re.I,
)
_FELL = re.compile(
    r"(?:fell|fall|falling|rose|dropped|dived|gained|slid|tumbled|lost|declined|surged|jumped"
    r"|down|up|grew|growth of|plunged|climbed)(?: by| about| nearly| as much as| roughly)?\s$",
    re.I,
)
_ADDED = re.compile(r"\b(?:additional|extra|further|added|on top|another|more)\b", re.I)
_TOTAL = re.compile(
    r"\b(?:total|overall|combined|cumulative|average|effective rate|all[- ]in|in all|altogether)\b", re.I
)
_OUT_OF = re.compile(
    r"\b(?:\d+|ten|twenty|only|just) (?:out )?of (?:the |its |their |those )$", re.I
)  # "ten of the 34"
_COST = re.compile(r"\b(?:cost(?:s|ing)?|hurt(?:s|ing)?|hit(?:s|ting)?)(?: both)? (?:the |its |their )?\Z", re.I)
_THE = re.compile(r"\b(?:the|that|this|its|their|his) \Z", re.I)
_REACHED = re.compile(r"\b(?:to|into|it|with)(?: (?:about|around|only|just|a|up to))? \Z", re.I)
FEW = 3  # of parties that are known by having been named
REACH = 130  # characters between an act and a figure of it, at most


def measures_of(
    finding: Finding, text: str, figures: Sequence[Figure], borders: tuple[int, int]
) -> tuple[Measure, ...]:
    """The measures of the act that `finding` reports; `borders` are where its part of the sentence begins and ends."""
    wanted = _UNITS_OF_KIND.get(Kind(finding.rule.kind), set())
    found: dict[tuple[str, float | None, float | None], Measure] = {}
    places: list[tuple[Figure, Measure]] = []
    for figure in figures:
        if figure.unit not in wanted or not _is_near(finding, figure, borders) or not _is_meant(figure, text):
            continue
        if _is_of_outer_verb(finding, figure, text) or _are_known(finding, figure, text):
            continue
        measure = _measure(finding, figure, text)
        if measure.kind == MeasureKind.DURATION and finding.rule.action in _NO_DURATION:
            continue
        found.setdefault((measure.kind, measure.low, measure.high), measure)
        if measure.kind == MeasureKind.RATE:
            places.append((figure, measure))
    old = _rate_left(finding, places, text)
    if old is None:
        return tuple(found.values())
    own = [measure for _, measure in _of_clause(finding, places, text)]
    of_others = [measure for _, measure in places if measure not in own]
    kept = [one for one in found.values() if one is not old and one.low != old.low and one not in of_others]
    return tuple(replace(one, previous=old.low) if one.kind == MeasureKind.RATE else one for one in kept)


def _is_of_outer_verb(finding: Finding, figure: Figure, text: str) -> bool:
    """True of "by 10 points" in "lower the duty that was imposed in May by 10 points": no duty is imposed by points."""
    imposed = finding.rule.action == Action.IMPOSE and figure.start > finding.end
    return imposed and figure.unit == Unit.POINTS and _BY.search(text, 0, figure.start) is not None


def _are_known(finding: Finding, figure: Figure, text: str) -> bool:
    """True of "the two companies" in "it cost the two companies billions": those named before, and no number listed."""
    few = figure.unit == Unit.ENTITIES and (figure.high or 0) <= FEW and is_hunch(finding.rule.id)
    return few and _THE.search(text, 0, figure.start) is not None


def _rate_left(finding: Finding, rates: Sequence[tuple[Figure, Measure]], text: str) -> Measure | None:
    """The first rate in "cut the 34% to 10%" and "took the 34% and made it 84%": the one that is changed."""
    if finding.rule.kind != Kind.TARIFF or finding.rule.action not in _CHANGED:
        return None
    if len(rates) == 1 and finding.begin < rates[0][0].end <= finding.start:
        return rates[0][1]  # "the 145% would come down": what it comes down to is not said
    rates = _of_clause(finding, rates, text)
    if len(rates) != 2:
        return None
    (first, old), (second, new) = rates
    stands_before = first.start < finding.start or bool(finding.thing and first.start < finding.thing.end)
    reached = _REACHED.search(text, 0, second.start) is not None
    told = reached and new.previous is None and old.previous is None and {old.unit, new.unit} == {Unit.PERCENT}
    plain = old.low is not None and old.low == old.high and old.low != new.low
    return old if stands_before and second.start > finding.start and told and plain else None


def _of_clause(
    finding: Finding, rates: Sequence[tuple[Figure, Measure]], text: str
) -> Sequence[tuple[Figure, Measure]]:
    """The rates of the act's own clause where "and the" opens it: "it dropped the 84%, and the 34% was cut to 10%"."""
    opens = max(text.rfind(", and the ", 0, finding.start), text.rfind("; the ", 0, finding.start))
    return [rate for rate in rates if rate[0].start > opens] if opens >= 0 else rates


def amended_rate(finding: Finding) -> Measure | None:
    """The new rate of "amended by striking “10 percent” and inserting “20 percent”", with the old one as previous.

    "It left only ten of the thirty-four points" tells both too.
    """
    old, new = (number_meant(finding.groups.get(name) or "") for name in ("old", "new"))
    if not new or ("old" in finding.groups and not old):
        return None
    previous = float(old) if old else None
    rate = float(new)
    return Measure(kind=MeasureKind.RATE, low=rate, high=rate, unit=Unit.PERCENT, previous=previous, basis=Basis.ADDED)


def _is_near(finding: Finding, figure: Figure, borders: tuple[int, int]) -> bool:
    if figure.end <= borders[0] or figure.start >= borders[1]:
        return False
    return figure.start - finding.last <= REACH and finding.first - figure.end <= REACH


def _is_meant(figure: Figure, text: str) -> bool:
    """False for a figure of shares, growth or market share, of those whom it cost, and for the whole of a part left."""
    if figure.unit == Unit.ENTITIES:
        return not _COST.search(text[max(0, figure.start - 24) : figure.start])
    if figure.unit != Unit.PERCENT:
        return figure.unit != Unit.POINTS or not _OUT_OF.search(text[max(0, figure.start - 24) : figure.start])
    return not (_NOT_A_RATE.match(text, figure.end) or _FELL.search(text[max(0, figure.start - 24) : figure.start]))


def _measure(finding: Finding, figure: Figure, text: str) -> Measure:
    kind = str(_KIND_OF_UNIT[Unit(figure.unit)])
    if finding.rule.action in _CHANGED and figure.low != figure.high and _THE.search(text, 0, figure.start):
        figure = replace(figure, low=figure.high, previous=figure.low)  # "raised the 34% to 84%"
    return Measure(
        kind=kind,
        low=figure.low,
        high=figure.high,
        unit=str(figure.unit),
        object=_object(finding, text),
        previous=figure.previous,
        basis=_basis(finding, figure, text) if kind == MeasureKind.RATE else "",
    )


def _object(finding: Finding, text: str) -> str:
    if finding.thing is None:
        return ""
    after = re.match(r"\s+(?:on|of|for)\s+((?:[A-Za-z.'-]+ ?){1,5})", text[finding.thing.end : finding.thing.end + 60])
    return after[1].strip(" .") if after else text[finding.thing.start : finding.thing.end]


def _basis(finding: Finding, figure: Figure, text: str) -> str:
    if figure.unit == Unit.POINTS:
        return Basis.CHANGE
    around = text[max(0, figure.start - 40) : figure.end + 30]
    if _TOTAL.search(around):
        return Basis.TOTAL
    by = re.search(r"\bby\s$", text[max(0, figure.start - 4) : figure.start])
    if by and finding.rule.action in (Action.LOWER, Action.RAISE):
        return Basis.CHANGE
    return Basis.ADDED if _ADDED.search(around) or finding.rule.kind == Kind.TARIFF else Basis.NONE
