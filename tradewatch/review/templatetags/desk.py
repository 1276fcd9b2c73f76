"""The article's text as it lies on the desk: every passage marked, its number a link to its event or position."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tradewatch.review.evidence import Mark, Piece
from tradewatch.review.shelves import Item

register = template.Library()

_LOOKS = {"here": " is-here", "event": "", "position": " is-pos"}


@register.filter
def short_reasons(item: Item) -> list[str]:
    """Why an item waits, a line for each reason; likely duplicates are named in one, and told at length on the desk."""
    alike = [reason["of"] for reason in item.queue_reasons if reason.get("of")]
    lines = [reason["said"] for reason in item.queue_reasons if not reason.get("of")]
    if alike:
        lines.append(f"Likely duplicate of event{'s' if len(alike) > 1 else ''} {', '.join(alike)}.")
    return lines


@register.simple_tag
def marked_text(pieces: Iterable[Piece]) -> SafeString:
    """A paragraph's pieces; a mark's number stands after its last words. `id="here"` is where the open item begins."""
    return format_html_join("", "{}{}", ((_words(piece), _numbers(piece)) for piece in pieces))


def _words(piece: Piece) -> SafeString:
    """The words are no link, so that they can be selected; a script opens their mark where they are clicked."""
    if piece.mark is None:
        return format_html("{}", piece.text)
    mark = piece.mark
    here = format_html(' id="{}"', "here") if piece.opens and mark.leads else ""
    return format_html(
        '<span class="span{}" data-mark="{}" title="{}"{}>{}</span>',
        _LOOKS[mark.look],
        mark.number,
        mark.title,
        here,
        piece.text,
    )


def _numbers(piece: Piece) -> SafeString:
    ending = ((piece.mark,) if piece.mark and piece.ends else ()) + piece.also
    return format_html_join("", "{}", ((_link(mark),) for mark in ending))


def _link(mark: Mark) -> SafeString:
    return format_html(
        '<a class="span{} is-number" href="{}" title="{}"'
        ' hx-get="{}" hx-target="#desk" hx-swap="outerHTML show:#here:top" hx-push-url="true">'
        '<sup id="s{}">{}</sup><span class="vh">: {}</span></a>',
        _LOOKS[mark.look],
        f"{mark.address}#here",
        mark.title,
        mark.address,
        mark.number,
        mark.number,
        mark.title,
    )
