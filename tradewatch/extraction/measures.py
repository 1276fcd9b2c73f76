"""Which figures of a sentence belong to an act, in the codebook's terms: kind, unit, previous, basis."""

import re
from collections.abc import Sequence

from tradewatch.extraction.datatypes import Figure, Measure
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
_NO_DURATION = frozenset({Action.IMPOSE, Action.RAISE, Action.LOWER, Action.THREATEN, Action.WITHDRAW, Action.LIFT})
_NOT_A_RATE = re.compile(
    r"\s*(?:of (?:global|the world|world|total|all|its|their|U\.S\.|US|China's|imports)|decline"
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
REACH = 130  # characters between an act and a figure of it, at most


def measures_of(
    finding: Finding, text: str, figures: Sequence[Figure], borders: tuple[int, int]
) -> tuple[Measure, ...]:
    """The measures of the act that `finding` reports; `borders` are where its part of the sentence begins and ends."""
    wanted = _UNITS_OF_KIND.get(Kind(finding.rule.kind), set())
    found: dict[tuple[str, float | None, float | None], Measure] = {}
    for figure in figures:
        if figure.unit not in wanted or not _is_near(finding, figure, borders) or not _is_meant(figure, text):
            continue
        measure = _measure(finding, figure, text)
        if measure.kind == MeasureKind.DURATION and finding.rule.action in _NO_DURATION:
            continue
        found.setdefault((measure.kind, measure.low, measure.high), measure)
    return tuple(found.values())


def amended_rate(finding: Finding) -> Measure | None:
    """The new rate of "amended by striking “10 percent” and inserting “20 percent”", with the old one as previous."""
    old, new = finding.groups.get("old"), finding.groups.get("new")
    if not old or not new:
        return None
    rate = float(new)
    return Measure(
        kind=MeasureKind.RATE, low=rate, high=rate, unit=Unit.PERCENT, previous=float(old), basis=Basis.ADDED
    )


def _is_near(finding: Finding, figure: Figure, borders: tuple[int, int]) -> bool:
    if figure.end <= borders[0] or figure.start >= borders[1]:
        return False
    return figure.start - finding.last <= REACH and finding.first - figure.end <= REACH


def _is_meant(figure: Figure, text: str) -> bool:
    """False for a figure of shares, growth or market share."""
    if figure.unit != Unit.PERCENT:
        return True
    return not (_NOT_A_RATE.match(text, figure.end) or _FELL.search(text[max(0, figure.start - 24) : figure.start]))


def _measure(finding: Finding, figure: Figure, text: str) -> Measure:
    kind = str(_KIND_OF_UNIT[Unit(figure.unit)])
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
