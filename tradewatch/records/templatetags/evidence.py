"""A source's words with the passages marked in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_OPENING = ("“", '"', "‘", "«", "「")
_AROUND = 320  # characters of the paragraph kept on either side of a passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A passage in a whole text: where it stands, its anchor, and what it reports."""

    number: int
    start: int
    end: int
    label: str
    href: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text under the same passages; `begins` and `ends` are those whose first or last words it holds."""

    text: str
    marked: bool
    begins: tuple[Marked, ...] = ()
    ends: tuple[Marked, ...] = ()


@register.filter
def in_quotes(words: str) -> SafeString:
    """A source's words as a quotation; words that bring their own opening mark get no second one."""
    bare = ' class="bare"' if words[:1] in _OPENING else ""
    return format_html("<q{}>{}</q>", mark_safe(bare), words)  # noqa: S308 - one of two constants


@register.simple_tag
def passage_in_context(text: str, start: int, end: int) -> SafeString:
    """The passage, marked, inside its paragraph; a long paragraph is cut at words, and says so with an ellipsis."""
    begin = text.rfind("\n", 0, start) + 1
    finish = text.find("\n", end)
    finish = len(text) if finish < 0 else finish
    before, after = text[begin:start].lstrip(), text[end:finish].rstrip()
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return format_html("{}<mark>{}</mark>{}", before, text[start:end], after)


@register.simple_tag
def text_with_passages(text: str, passages: Sequence[Marked]) -> SafeString:
    """A whole text in paragraphs, every passage marked, with its anchor before it and its event's number after it."""
    paragraphs = [
        format_html("<p>{}</p>", format_html_join("", "{}", ((_piece(piece),) for piece in pieces)))
        for pieces in paragraphs_of(text, passages)
    ]
    return format_html_join("\n", "{}", ((paragraph,) for paragraph in paragraphs))


def paragraphs_of(text: str, passages: Sequence[Marked]) -> list[list[Piece]]:
    """The paragraphs of a text, each as pieces that join to its exact words; empty lines are left out."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(_pieces(text, at, at + len(line), passages))
        at += len(line) + 1
    return found


def _pieces(text: str, begin: int, finish: int, passages: Sequence[Marked]) -> list[Piece]:
    here = [passage for passage in passages if passage.start < finish and passage.end > begin]
    inner = {edge for passage in here for edge in (passage.start, passage.end) if begin < edge < finish}
    edges = [begin, *sorted(inner), finish]
    return [
        Piece(
            text=text[low:high],
            marked=any(passage.start <= low and passage.end >= high for passage in here),
            begins=tuple(passage for passage in here if passage.start == low),
            ends=tuple(passage for passage in here if passage.end == high),
        )
        for low, high in pairwise(edges)
    ]


def _piece(piece: Piece) -> SafeString:
    anchors = format_html_join("", '<a class="anchor" id="p-{}"></a>', ((begun.number,) for begun in piece.begins))
    notes = format_html_join(
        "",
        '<sup><a href="{}" title="{}">{}</a></sup>',
        ((ended.href, ended.title, ended.label) for ended in piece.ends),
    )
    words: Any = format_html("<mark>{}</mark>", piece.text) if piece.marked else piece.text
    return format_html("{}{}{}", anchors, words, notes)
