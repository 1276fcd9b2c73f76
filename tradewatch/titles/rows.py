"""Figures of a title: "125%", "24 points", "12 million tonnes", "a year", "seven"."""

from collections.abc import Mapping, Sequence

from tradewatch.vocabulary import MeasureKind, Unit

Row = Mapping[str, object]

_UNITS = {
    Unit.PERCENT: "%",
    Unit.POINTS: " points",
    Unit.OWNERSHIP: "%",
    Unit.TONNES: " tonnes",
    Unit.DAYS: " days",
    Unit.MONTHS: " months",
    Unit.AIRCRAFT: " aircraft",
    Unit.USD_PER_TONNE: " dollars a ton",
    Unit.CNY_PER_TONNE: " yuan a ton",
}
_ROUND_TERMS = {"12 months": "a year", "1 months": "a month", "24 months": "two years", "36 months": "three years"}
# Small numbers are written out where they count things.
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def of_kind(measures: Sequence[Row], kind: MeasureKind) -> Row | None:
    """The first measure of a kind."""
    return next((row for row in measures if row.get("kind") == kind), None)


def in_unit(measures: Sequence[Row], *units: Unit) -> Row | None:
    """The first measure in one of the units."""
    return next((row for row in measures if row.get("unit") in units), None)


def number(row: Row) -> str:
    """The figure with its unit: "10–15%", "up to 100%"."""
    low, high = row.get("low"), row.get("high")
    unit = _UNITS.get(Unit(str(row.get("unit"))), "")
    if low is None:
        return f"up to {plain(high)}{unit}"
    if high is None:
        return f"at least {plain(low)}{unit}"
    return f"{plain(low)}{unit}" if low == high else f"{plain(low)}–{plain(high)}{unit}"


def count(row: Row) -> str:
    """How many there are: "seven", "28", "at least 20"."""
    low, high = row.get("low"), row.get("high")
    if low is not None and low == high and float(str(low)) in range(1, len(_SMALL)):
        return _SMALL[int(float(str(low)))]
    return number(row)


def plain(value: object) -> str:
    """A figure as it is read: "34", "93.5", "12 million"."""
    figure = float(str(value))
    if figure >= 1e6:
        return f"{figure / 1e6:g} million"
    return f"{figure:,.0f}" if figure == int(figure) else f"{figure:g}"


def term(measures: Sequence[Row]) -> str:
    """ " for 90 days", " for a year"; "" where no term is given."""
    row = of_kind(measures, MeasureKind.DURATION)
    if row is None:
        return ""
    said = number(row)
    return f" for {_ROUND_TERMS.get(said, said)}"
