"""The bars of the overview as SVG: hundreds of rectangles, which a template takes ten times as long to write."""

from collections.abc import Iterable
from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from tradewatch.charts.bars import Block
from tradewatch.vocabulary import Direction

_FILL = {Direction.ESCALATES: "is-esc", Direction.EASES: "is-ease", Direction.NEITHER: "is-neu"}
_TARGET = 'hx-target="#results" hx-swap="outerHTML show:none" hx-indicator="#busy, #results"'


def bars_as_svg(bars: Iterable[Any]) -> SafeString:
    """A link a bar, which opens its days, with a rectangle for each direction; addresses and titles are escaped."""
    # The rest are numbers of ours and words of this module.
    return mark_safe("".join(_bar(escape(one.address), escape(one.title), one.blocks) for one in bars))  # noqa: S308


def _bar(address: str, title: str, blocks: Iterable[Block]) -> str:
    return (
        f'<a class="ov-bar" href="{address}" tabindex="-1" hx-get="{address}" {_TARGET}><title>{title}</title>'
        f"{''.join(map(_block, blocks))}</a>"
    )


def _block(block: Block) -> str:
    return (
        f'<rect class="mk {_FILL[block.direction]}" x="{block.x}%" y="{block.y}" width="{block.width}%" '
        f'height="{block.height}"/>'
    )
