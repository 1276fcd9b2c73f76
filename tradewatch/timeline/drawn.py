"""The marks of the overview as SVG: up to 150 of them, each in some 200 bytes and the words of its title."""

from collections.abc import Iterable
from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from tradewatch.records.templatetags.marks import direction_class
from tradewatch.timeline.arcs import Arc
from tradewatch.vocabulary import Status

_HALO = '<circle class="halo" r="9"/>'
_OVER = {
    Status.PLANNED: _HALO,
    Status.EXPECTED: _HALO,
    Status.DENIED: '<path class="strike" d="M-8 8L8 -8"/>',
}


def marks_as_svg(marks: Iterable[Any], opens: str, selected: int | None) -> SafeString:
    """A link a mark. `opens` begins the address that opens an event beside the list, `selected` is the one that is
    open; with each mark, hidden until it is pointed at, the lines to what it answers and what answers it."""
    address = escape(opens)
    # Addresses and titles are escaped; the rest are numbers of ours and words of this module.
    return mark_safe("".join(_mark(mark, address, selected) for mark in marks))  # noqa: S308


def _mark(mark: Any, opens: str, selected: int | None) -> str:
    state = " is-sel" if mark.number == selected else ""
    return (
        f'<a class="ov-ev {direction_class(mark)}{state}" href="{opens}{mark.number}" tabindex="-1">'
        f"<title>{escape(mark.title)}</title>{_stem(mark)}{_arcs(mark.arcs)}"
        f'<svg x="{mark.x}%" y="{mark.y}">'
        f'<use class="mk" href="#k-{mark.kind}"/>{_OVER.get(mark.status, "")}</svg></a>'
    )


def _stem(mark: Any) -> str:
    if not mark.line:
        return ""
    start, end = mark.line
    return f'<line class="ov-stem" x1="{start}%" x2="{end}%" y1="{mark.y}" y2="{mark.y}"/>'


def _arcs(arcs: Iterable[Arc]) -> str:
    drawn = "".join(map(_arc, arcs))
    return f'<g class="ov-more">{drawn}</g>' if drawn else ""


def _arc(arc: Arc) -> str:
    later, earlier, far = arc.later, arc.earlier, arc.far
    kept = " is-inferred" if arc.inferred else ""
    return (
        f'<line class="ov-link{kept}" x1="{later.x}%" y1="{later.y}" x2="{earlier.x}%" y2="{earlier.y}" '
        f'marker-end="url(#tip)"/><svg class="{direction_class(far)}" x="{far.x}%" y="{far.y}">'
        f'<use class="mk" href="#k-{far.kind}"/></svg>'
    )
