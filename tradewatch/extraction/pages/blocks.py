"""The blocks of a scraped page: paragraphs, headings and list items, each on one line, with offsets into the page."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tradewatch.extraction.pages.bylines import byline_in
from tradewatch.extraction.pages.stamps import head_stamp_in, stamp_in

# An element of HTML or a comment that stands in markdown; a lone "<" of the text stays.
_TAG = re.compile(r"<!--[^<>]{0,300}-->|</?[a-zA-Z][^<>]{0,300}>")
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\((?:[^()\s]{1,500})\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!<>~|$&-])")
_MARKS = frozenset("[*_\\")  # without one of them there is no markdown in a text
_STARS = re.compile(r"(?<!\d)\*+|\*+(?!\d)")
_STARS_IN_WORDS = re.compile(r"(?<=[^\W\d_])\*+(?=[^\W\d_])")
_UNDERSCORES = re.compile(r"(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)")
_ITEM = re.compile(r"\s*(?:[-*+•●▪‣·–]\s+(?=\S)|\d{1,2}[.)]\s{1,4}(?=\S)|\([a-z]{1,4}\)\s+(?=\S))")
_BULLET = re.compile(r"\A\s*[-*+•●▪‣·–]\s+")
_HEADING = re.compile(r"\A\s{0,3}#{1,6}\s+(?=\S)")
_QUOTED = re.compile(r"\A\s{0,3}>\s?")
# Lines of one paragraph are wrapped near one width, at least so wide and at most so wide.
_NARROWEST, _WIDEST = 40, 130
_SHORT = 100
_HEAD_LINES = 4
_MOST_HEAD_LINES, _LONGEST_HEAD = 6, 180
_OPEN_END = re.compile(
    r"(?:\b(?:of|on|in|by|until|since|before|after|from|to|and|or|the|dated|effective|through|than)|,)\Z", re.IGNORECASE
)
# "date 2025-03-04", "trade-war-news 27 March 2025"
_LABELLED = re.compile(r"(?:(?:date|published|posted|updated)\b:?|[a-z]+(?:-[a-z]+){2,}) ?\d")
_FULL, _HALF_FULL = 0.7, 0.5
_INDENT = 4
# "Sec." and "2." on lines of their own belong to the heading that follows.
_LABEL = re.compile(r"(?:Sec(?:tion)?|Art(?:icle)?|No)?\.?\s?\d{0,3}\.?")
_SENTENCE_END = re.compile(r"[.!?:;][\"”’')\]]*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading or list item: `text` is its plain words, start and end its place in the page."""

    start: int
    end: int
    text: str
    is_item: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    start: int
    end: int
    raw: str


def blocks_of(page_text: str) -> tuple[Block, ...]:
    """The blocks of a page in order; wrapped lines are joined, marks of markdown and HTML taken off."""
    # Tags are blanked, not cut, so that offsets stay those of the page.
    text = _TAG.sub(lambda tag: "\x00" * len(tag[0]), page_text)
    return tuple(
        block
        for place, group in enumerate(_groups(text))
        for block in (map(_block, ([line] for line in group)) if place == 0 and _is_head(group) else _paragraphs(group))
    )


def _groups(text: str) -> Iterator[list[_Line]]:
    """Runs of lines without an empty one between them."""
    group: list[_Line] = []
    previous_end = 0
    for found in _LINE.finditer(text):
        line = _Line(start=found.start(), end=found.end(), raw=found[0])
        is_apart = text.count("\n", previous_end, line.start) > 1
        if group and (is_apart or not _plain(line.raw)):
            yield group
            group = []
        if _plain(line.raw):
            group.append(line)
        previous_end = line.end
    if group:
        yield group


def _is_head(lines: list[_Line]) -> bool:
    """True of title, publisher, author and date, a line each and nothing between them, above the text of a page."""
    plain = [_plain(line.raw) for line in lines]
    said = [head_stamp_in(line) is not None or byline_in(line) != "" for line in plain]
    below = plain[said.index(True) :] if True in said else []
    short = all(len(line) <= _LONGEST_HEAD and not line.endswith(".") for line in plain)
    goes_on = any(line[0].islower() and not _LABELLED.match(line) for line in plain)
    return len(lines) <= _MOST_HEAD_LINES and short and bool(below) and not goes_on


def _paragraphs(lines: list[_Line]) -> Iterator[Block]:
    width = _width(lines)
    current = [lines[0]]
    for number, line in enumerate(lines[1:], start=1):
        is_head = number <= _HEAD_LINES and _parts_head(current[-1], line)
        if not is_head and _continues(current[-1], line, width):
            current.append(line)
            continue
        yield _block(current)
        current = [line]
    yield _block(current)


def _width(lines: list[_Line]) -> int:
    """The width that the lines of a run are wrapped at: that of nearly its longest line."""
    lengths = sorted(len(line.raw) for line in lines)
    if lengths[len(lengths) * 2 // 3] > _WIDEST:
        return lengths[-1]  # a line is a paragraph here: the short ones among them are wrapped no more than the long
    lengths = [len(line.raw) for line in lines[:-1] if len(line.raw) <= _WIDEST]
    return sorted(lengths)[len(lengths) * 9 // 10] if lengths else 0


def _parts_head(line: _Line, following: _Line) -> bool:
    """True between a title and the byline or date line below it, and between those and the text.

    China hits back with a duty of 84%
    By Ana Lind
    April 9, 2025 7:05 a.m. ET
    """
    before, after = _plain(line.raw), _plain(following.raw)
    if after[0].islower() and not _LABELLED.match(after):
        return False
    if _stands_alone(before):
        return True
    # "… in the order of / April 2, 2025." is a wrapped sentence.
    return _stands_alone(after) and not _OPEN_END.search(before)


def _stands_alone(text: str) -> bool:
    if len(text) > _SHORT or (text[0].islower() and not _LABELLED.match(text)):
        return False
    said = head_stamp_in(text) if text[0].islower() else stamp_in(text)
    return byline_in(text) != "" or said is not None


def _continues(line: _Line, following: _Line, width: int) -> bool:
    """True when `following` goes on with the paragraph of `line`."""
    before, after = _plain(line.raw), _plain(following.raw)
    if _begins_anew(line, following, width):
        return False
    if after[0].islower() or _LABEL.fullmatch(before):
        return True
    ends = _SENTENCE_END.search(before) is not None
    if ends and _indent(following) >= _indent(line) + _INDENT:
        return False
    if len(line.raw) > _WIDEST or line.raw.endswith(("  ", "\\")):
        return False
    if len(after.split()) <= 2 and not ends and not _SENTENCE_END.search(after):
        return False  # a title with a label such as "Blog" below it
    return width >= _NARROWEST and len(line.raw.rstrip()) >= (_FULL if ends else _HALF_FULL) * width


def _begins_anew(line: _Line, following: _Line, width: int) -> bool:
    """True where a list item or heading begins or ends, and at a hard line break of markdown."""
    if _ITEM.match(_visible(following.raw)) or _HEADING.match(following.raw) or _HEADING.match(line.raw):
        return True
    return line.raw.endswith(("  ", "\\")) and len(line.raw.strip()) < _FULL * max(width, _NARROWEST)


def _indent(line: _Line) -> int:
    return len(line.raw) - len(line.raw.lstrip())


def _block(lines: list[_Line]) -> Block:
    first, last = lines[0], lines[-1]
    start = first.start + len(first.raw) - len(first.raw.lstrip(" \t\x00\xa0"))
    text = " ".join(_plain(line.raw) for line in lines)
    is_item = _ITEM.match(_visible(first.raw)) is not None
    return Block(start=start, end=last.start + len(last.raw.rstrip()), text=_unmarked(text), is_item=is_item)


def _visible(raw: str) -> str:
    return _INVISIBLE.sub("", raw)


def _plain(raw: str) -> str:
    """One line without bullet, heading marks, tags and invisible characters; white space squeezed."""
    line = _visible(raw)
    line = _QUOTED.sub("", line, count=1)
    line = _HEADING.sub("", line, count=1)
    line = _BULLET.sub("", line, count=1)
    return " ".join(line.split()).strip("\\").strip()


def _unmarked(text: str) -> str:
    """ "**SECURING COPPER:** \\[s\\]hould *any* &amp; all" → "SECURING COPPER: [s]hould any & all"."""
    # Emphasis may span lines, so that its marks are taken off the whole block.
    if not _MARKS.isdisjoint(text):
        text = _LINK.sub(r"\1", text)
        # "the applicable*ad valorem* rate": a space was lost in the source.
        text = _STARS_IN_WORDS.sub(" ", text)
        text = _STARS.sub("", text)
        text = _UNDERSCORES.sub("", text)
        text = _ESCAPE.sub(r"\1", text)
    text = html.unescape(text)
    return " ".join(_INVISIBLE.sub("", text).split())
