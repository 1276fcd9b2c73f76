"""Dates as a reader sees them: never finer than the value."""

from datetime import date
from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tradewatch import edtf

register = template.Library()

_PRECISION = {
    "day": "day",
    "month": "month, day not known",
    "year": "year, day not known",
    "interval": "span of days",
    "open": "open at one end",
    "unknown": "not known",
}


@register.filter
@lru_cache(maxsize=8192)
def edtf_words(value: str) -> str:
    """ "2025-10" → "October 2025"; a value that cannot be read is shown as it stands."""
    return edtf.wording(value) if edtf.is_valid(value) else value


@register.filter
def edtf_short(value: str) -> str:
    """The date without its year, for narrow places: "11 Apr"; "day not known" where there is none."""
    head, note = _rail(value)
    return head if value else note


@register.filter
def edtf_precision(value: str) -> str:
    """How exact a date is, in words."""
    return _PRECISION[edtf.precision_of(value)]


@register.filter
def edtf_time(value: str) -> SafeString:
    """The wording in a <time>, machine-readable where HTML can say it: days, months and years."""
    if edtf.precision_of(value) not in ("day", "month", "year"):
        return format_html("<span>{}</span>", edtf_words(value))
    return format_html('<time datetime="{}">{}</time>', value.rstrip("~?%"), edtf_words(value))


@register.simple_tag
@lru_cache(maxsize=8192)
def edtf_rail(value: str, *, same_day: bool = False) -> SafeString:
    """The date at the left of a list: what is known, and under it in small how well.

    2025-04-11 → 11 Apr, Fri; 2025-10-25/2025-10-26 → 25–26 Oct, 2 days; 2025-10 → Oct, day not known;
    2025-10-10/.. → 10 Oct, or later; ../2025-05-14 → 14 May, or earlier; "" → not known.
    """
    head, note = _rail(value)
    if same_day and edtf.precision_of(value) == "day":
        note = ""
    small = format_html("<small>{}</small>", note) if note else ""
    if edtf.precision_of(value) in ("day", "month", "year"):
        return format_html('<time datetime="{}">{}{}</time>', value.rstrip("~?%"), head, small)
    return format_html("<span>{}{}</span>", head, small)


def _rail(value: str) -> tuple[str, str]:
    precision = edtf.precision_of(value)
    start, _, end = value.partition("/")
    if precision == "unknown":
        return "–", "day not known"
    if precision == "open":
        return (_short(end), "or earlier") if start in (edtf.OPEN, "") else (_short(start), "or later")
    if precision == "interval":
        return _span(start, end)
    note = {"day": "", "month": "day not known", "year": "month not known"}[precision]
    if precision == "day":
        note = f"{edtf.bounds_of(value).earliest:%a}"
    return _short(value), f"about; {note}" if value[-1] in "~?%" else note


def _span(start: str, end: str) -> tuple[str, str]:
    if edtf.precision_of(start) != "day" or edtf.precision_of(end) != "day":
        return f"{_short(start)} – {_short(end)}", "day not known"
    first, last = date.fromisoformat(start[:10]), date.fromisoformat(end[:10])
    note = f"{(last - first).days + 1} days"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_short(end)}", note
    return f"{_short(start)} – {_short(end)}", note


def _short(value: str) -> str:
    parts = [int(part) for part in value.rstrip("~?%").split("-")]
    if len(parts) == 1:
        return str(parts[0])
    month = edtf.MONTHS[parts[1]][:3]
    return month if len(parts) == 2 else f"{parts[2]} {month}"
