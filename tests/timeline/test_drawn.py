"""Marks as SVG."""

from typing import Any

from tradewatch.timeline.arcs import Arc
from tradewatch.timeline.drawn import marks_as_svg
from tradewatch.timeline.overview import DrawnMark


def mark(**changes: Any) -> DrawnMark:
    values: dict[str, Any] = {
        "number": 7, "title": "Title", "kind": "tariff", "action": "raise", "status": "occurred",
        "direction": "escalates", "x": 12.5, "y": 30, "line": None,
    }  # fmt: skip
    return DrawnMark(**{**values, **changes})


def test_addresses_and_titles_are_escaped() -> None:
    svg = marks_as_svg([mark(title="<b> & 'c'")], "/?q=a&event=", None)
    assert 'href="/?q=a&amp;event=7"' in svg
    assert "<title>&lt;b&gt; &amp; &#x27;c&#x27;</title>" in svg


def test_the_selected_mark_alone_is_marked() -> None:
    assert 'class="ov-ev is-esc is-sel"' in marks_as_svg([mark()], "/?event=", 7)
    assert "is-sel" not in marks_as_svg([mark()], "/?event=", 8)


def test_a_line_leads_to_the_other_end_and_is_drawn_dashed_where_it_is_inferred() -> None:
    far = mark(number=3, x=2.5, kind="talks")
    for inferred in (True, False):
        arc = Arc(later=mark(), earlier=far, far=far, inferred=inferred)
        svg = marks_as_svg([mark(arcs=(arc,))], "/?event=", None)
        assert 'x1="12.5%" y1="30" x2="2.5%" y2="30"' in svg
        assert svg.count("#k-talks") == 1
        assert ("is-inferred" in svg) is inferred
