"""The ground of the overview and its months, as SVG and as links: what is drawn again for every filter."""

from collections.abc import Iterable
from html import escape
from typing import Any

from django.template.defaultfilters import slugify
from django.utils.safestring import SafeString, mark_safe

from tradewatch.charts.lanes import Lanes

_TARGET = 'hx-target="#results" hx-swap="outerHTML show:none" hx-indicator="#busy, #results"'


def ground_as_svg(periods: Iterable[Any], lanes: Lanes) -> SafeString:
    """The band between the axes, a line where each period begins, and the two axes."""
    grid = "".join(
        f'<line class="ov-grid" x1="{one.start}%" x2="{one.start}%" y1="0" y2="{lanes.height}"/>' for one in periods
    )
    axes = "".join(f'<line class="ov-axis" x2="100%" y1="{y}" y2="{y}"/>' for y in (lanes.upper, lanes.lower))
    band = f'<rect class="ov-band" y="{lanes.upper}" width="100%" height="{lanes.band}"/>'
    return mark_safe(f"{band}{grid}{axes}")  # noqa: S308 - numbers of ours


def periods_as_links(periods: Iterable[Any]) -> SafeString:
    """A link a period with the number of its events, which narrows the list to it."""
    return mark_safe("".join(map(_link, periods)))  # noqa: S308 - addresses are escaped; names and numbers are ours


def _link(period: Any) -> str:
    address, number = escape(period.address), period.number
    current = ' aria-current="true"' if period.is_whole else ""
    return (
        f'<foreignObject x="{period.start}%" y="0" width="{period.width}%" height="27">'
        f'<a id="ov-{slugify(period.name)}" href="{address}"{current} hx-get="{address}" {_TARGET}>{period.name} '
        f"<b>{number}</b>"
        f'<span class="vh"> event{"" if number == 1 else "s"}: show only {period.words}</span></a></foreignObject>'
    )


def periods_as_letters(periods: Iterable[Any], y: int) -> SafeString:
    """The name of each period as short as it is on a narrow screen, in its middle."""
    letters = (
        f'<svg x="{one.start}%" width="{one.width}%">'
        f'<text x="50%" y="{y}" text-anchor="middle">{one.letter}</text></svg>'
        for one in periods
    )
    return mark_safe("".join(letters))  # noqa: S308 - numbers and names of ours
