"""The article's text as it lies on the desk: every passage a link to its event or position, with its number."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tradewatch.review.evidence import Mark, Piece

register = template.Library()

_LOOKS = {"here": " is-here", "event": "", "position": " is-pos"}


@register.simple_tag
def marked_text(pieces: Iterable[Piece]) -> SafeString:
    """A paragraph's pieces; a mark's number stands after its last words. `id="here"` is where the open item begins."""
    return format_html_join("", "{}{}", ((_words(piece), _other_ends(piece)) for piece in pieces))


def _words(piece: Piece) -> SafeString:
    if piece.mark is None:
        return format_html("{}", piece.text)
    words = format_html("{}{}", piece.text, _number(piece.mark) if piece.ends else "")
    link = _link(piece.mark, words)
    return format_html('<span id="here">{}</span>', link) if piece.opens and piece.mark.leads else link


def _other_ends(piece: Piece) -> SafeString:
    return format_html_join("", "{}", ((_link(mark, _number(mark), " is-number"),) for mark in piece.also))


def _link(mark: Mark, words: SafeString, form: str = "") -> SafeString:
    return format_html(
        '<a class="span{}{}" href="{}" title="{}"'
        ' hx-get="{}" hx-target="#desk" hx-swap="outerHTML show:#here:top" hx-push-url="true">{}</a>',
        _LOOKS[mark.look],
        form,
        f"{mark.address}#here",
        mark.title,
        mark.address,
        words,
    )


def _number(mark: Mark) -> SafeString:
    return format_html('<sup id="s{}">{}</sup>', mark.number, mark.number)
