"""Figures of an act as a reader sees them: "10% → 20%", "25 million tonnes", "at least 50% owned"."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tradewatch.vocabulary import Basis, Unit

register = template.Library()

_BEFORE = {Unit.USD: "$", Unit.USD_PER_TONNE: "$", Unit.CNY_PER_TONNE: "¥"}
_AFTER = {
    Unit.PERCENT: "%",
    Unit.POINTS: " points",
    Unit.OWNERSHIP: "% owned",
    Unit.USD: "",
    Unit.USD_PER_TONNE: " a tonne",
    Unit.CNY_PER_TONNE: " a tonne",
    Unit.TONNES: " tonnes",
    Unit.AIRCRAFT: " aircraft",
    Unit.ENTITIES: " entities",
    Unit.DAYS: " days",
    Unit.MONTHS: " months",
}
_ONE = {" entities": " entity", " days": " day", " months": " month", " points": " point", " tonnes": " tonne"}
_LARGE = ((1_000_000_000, " billion"), (1_000_000, " million"))


@register.filter
def figure(measure: Any) -> SafeString:
    """The figure with the one before it: 125 percent after 84 → "84% → 125%"."""
    now = figure_words(measure, with_previous=False)
    if measure.previous is None:
        return format_html("{}", now)
    return format_html(
        '<span class="was">{}</span> <span aria-hidden="true">→</span><span class="vh">to</span> {}',
        _with_unit(_number(measure.previous), measure.unit),
        now,
    )


def figure_words(measure: Any, *, with_previous: bool = True) -> str:
    """The same in plain text."""
    now = _range(measure.low, measure.high, measure.unit)
    if measure.previous is None or not with_previous:
        return now
    return f"{_with_unit(_number(measure.previous), measure.unit)} → {now}"


@register.filter
def figure_label(measure: Any) -> str:
    """What the figure is of: "US goods, added to earlier duties"."""
    basis = {Basis.ADDED: "added", Basis.TOTAL: "in total", Basis.CHANGE: "change"}.get(Basis(measure.basis or ""), "")
    return ", ".join(part for part in (measure.object, basis) if part) or measure.kind


def _range(low: float | None, high: float | None, unit: str) -> str:
    if low is None and high is not None:
        return f"up to {_with_unit(_number(high), unit)}"
    if high is None and low is not None:
        return f"at least {_with_unit(_number(low), unit)}"
    if low is None or high is None or low == high:
        return _with_unit(_number(low or 0), unit)
    first, last = _number(low), _number(high)
    for _, word in _LARGE:
        if first.endswith(word) and last.endswith(word):
            first = first.removesuffix(word)
    return _with_unit(f"{first}–{last}", unit)


def _with_unit(number: str, unit: str) -> str:
    after = _AFTER[Unit(unit)]
    return f"{_BEFORE.get(Unit(unit), '')}{number}{_ONE.get(after, after) if number == '1' else after}"


def _number(value: float) -> str:
    for size, name in _LARGE:
        if abs(value) >= size:
            return f"{_plain(value / size)}{name}"
    return _plain(value)


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.3f}".rstrip("0").rstrip(".")
