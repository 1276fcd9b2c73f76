"""Bars as SVG."""

from types import SimpleNamespace

from tradewatch.charts.bars import Block
from tradewatch.timeline.barred import bars_as_svg
from tradewatch.vocabulary import Direction


def test_what_stands_in_an_address_or_a_title_is_escaped() -> None:
    block = Block(direction=Direction.EASES, x=1.5, width=2.0, y=3.0, height=4.0)
    drawn = bars_as_svg([SimpleNamespace(address='/?q=a&b"<', title="<b> & 'c'", blocks=[block])])
    assert 'href="/?q=a&amp;b&quot;&lt;"' in drawn
    assert "<title>&lt;b&gt; &amp; &#x27;c&#x27;</title>" in drawn
    assert '<rect class="mk is-ease" x="1.5%" y="3.0" width="2.0%" height="4.0"/>' in drawn
