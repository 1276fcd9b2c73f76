"""A scraped page and the articles that it holds.

`envelope` reads front matter, `blocks` finds the paragraphs, `lines` says what each of them is, `cutting` parts the
articles; this module puts each article together.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain, takewhile

from tradewatch.extraction.datatypes import Article, Dropped, KnownPublisher, Page
from tradewatch.extraction.pages.blocks import Block, blocks_of
from tradewatch.extraction.pages.bylines import is_name
from tradewatch.extraction.pages.cutting import pieces_of
from tradewatch.extraction.pages.datelines import Dateline, dateline_of, day_of_dateline
from tradewatch.extraction.pages.envelope import length_of_front_matter, opened
from tradewatch.extraction.pages.lines import PageLine, Role, ends_sentence, lines_of
from tradewatch.extraction.pages.publishers import genre_of, publisher_of
from tradewatch.extraction.pages.stamps import Stamp, day_in_address, earliest_stamp

__all__ = ["articles_in"]

_KEPT = (Role.BODY, Role.HEADING)
_BELOW_ARTICLES = ("recommended", "about")  # rules of the lines that a site puts below its articles
_HEADS = frozenset({Role.TITLE, Role.HEADING, Role.STAMP, Role.BYLINE})
# A heading above the first paragraph with so many words is its standfirst and stays.
_STANDFIRST_WORDS = 8
_TITLE_WORDS = 3
# What is left after the end of an article is one of its own when it has two paragraphs or so many characters.
_SHORTEST_ARTICLE = 300
_EDGE_LINES = 8
_PARTED = re.compile(r"[|»›·•]")  # in a menu, which is no title
_DATELINES = 3  # paragraphs, of which one may open with a dateline


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """The lines of one article, as cut."""

    lines: tuple[PageLine, ...]
    place: int
    first_body: int
    last_body: int


def articles_in(page: Page, *, publishers: Sequence[KnownPublisher] = ()) -> tuple[Article, ...]:
    """The articles of `page` in its order; at least one, which is empty where the page has no text."""
    page = opened(page)
    lines = _page_lines(page)
    pieces, leftovers = _pieces(lines)
    edges = [line.text for piece in pieces for line in (*piece.lines[:_EDGE_LINES], *piece.lines[-_EDGE_LINES:])]
    publisher, known = publisher_of(name=page.publisher, url=page.url, edges=edges, publishers=publishers)
    labels = [line.rule.genre for line in lines if line.rule and line.rule.id.startswith("label") and line.rule.genre]
    articles = []
    for piece in pieces:
        article = _article(piece, page, publisher)
        said = [line.rule.genre for line in piece.lines if line.rule and line.rule.genre] + labels
        genre = genre_of(
            stated=page.genre, said=said, known=known, url=page.url, text=article.text, publisher=page.publisher
        )
        articles.append(replace(article, genre=genre))
    if leftovers:
        last = articles[-1]
        dropped = (*last.dropped, *(_dropped(line, page, "after the end") for line in leftovers))
        articles[-1] = replace(last, dropped=dropped)
    return tuple(articles)


def _page_lines(page: Page) -> tuple[PageLine, ...]:
    skipped = length_of_front_matter(page.text)
    blocks = [
        replace(block, start=block.start + skipped, end=block.end + skipped) for block in blocks_of(page.text[skipped:])
    ]
    return lines_of(blocks, title=page.title)


def _pieces(lines: Sequence[PageLine]) -> tuple[list[_Piece], list[PageLine]]:
    """The pieces that are articles, and the lines of those that are not."""
    kept: list[_Piece] = []
    leftovers: list[PageLine] = []
    before: PageLine | None = None
    for piece in _with_heads(pieces_of(lines)):
        if kept and (_is_the_sites_own(before, piece) or not _is_article(piece)):
            leftovers.extend(piece)
        else:
            kept.append(_piece(piece, len(kept)))
        before = piece[-1] if piece else None
    return kept, leftovers


def _with_heads(pieces: Sequence[list[PageLine]]) -> list[list[PageLine]]:
    """The pieces; one above the first article that is none itself, a site's name or a title set twice, heads it."""
    head = list(takewhile(_is_head, pieces[:-1]))
    above = [replace(line, role=Role.HEADING) if line.role is Role.BODY else line for line in chain(*head)]
    return [[*above, *pieces[len(head)]], *pieces[len(head) + 1 :]] if pieces else []


def _is_head(piece: Sequence[PageLine]) -> bool:
    """True of lines without a sentence, and of few below no date or byline: a note of one paragraph has its own."""
    told = [line for line in piece if line.role is Role.BODY and ends_sentence(line.text)]
    return not told or (not any(line.role in (Role.STAMP, Role.BYLINE) for line in piece) and not _is_article(told))


def _is_the_sites_own(before: PageLine | None, lines: Sequence[PageLine]) -> bool:
    """True for prose without a head of its own below "Read more" or "About Harbour Letter"."""
    heads = takewhile(lambda line: line.role is not Role.BODY, lines)
    rule = before.rule.id.partition(".")[0] if before and before.rule else ""
    return rule in _BELOW_ARTICLES and not any(line.role in _HEADS for line in heads)


def _piece(lines: Sequence[PageLine], place: int) -> _Piece:
    body = [number for number, line in enumerate(lines) if line.role is Role.BODY] or [len(lines)]
    return _Piece(
        lines=tuple(lines), place=place, first_body=body[0], last_body=body[-1] if body[0] < len(lines) else -1
    )


def _is_article(lines: Sequence[PageLine]) -> bool:
    body = [line for line in lines if line.role is Role.BODY]
    return len(body) > 1 or sum(len(line.text) for line in body) >= _SHORTEST_ARTICLE


def _article(piece: _Piece, page: Page, publisher: str) -> Article:
    title_line = _title_line(piece)
    title = page.title if piece.place == 0 and page.title else title_line.text if title_line else ""
    kept = {place for place, line in enumerate(piece.lines) if _is_kept(place, line, piece, title_line)}
    text = "\n\n".join(line.text for place, line in enumerate(piece.lines) if place in kept)
    lead = piece.lines[piece.first_body].text if piece.last_body >= 0 else text.partition("\n\n")[0]
    opening = [line.text for line in piece.lines[piece.first_body :] if line.role is Role.BODY][:_DATELINES]
    # Below a note such as "(Adds comment)" a dateline is known by its agency; others are but places with a dash.
    later = (found for found in map(dateline_of, opening[1:]) if found and ")" in found.text)
    dateline = dateline_of(lead) or next(later, None)
    stamp = _stamp(piece, page)
    address = "" if piece.place else f"{page.url}\n{page.path.rpartition('/')[2]}"  # of a page's first article alone
    published, warnings = _published(stamp, dateline, text, address)
    return Article(
        path=page.path,
        place=piece.place,
        text=text,
        title=title,
        lead=lead,
        byline=_byline(piece, page),
        publisher=publisher,
        genre="",
        url=page.url,
        published=published,
        published_at=stamp.published if isinstance(stamp.published, datetime) else None,
        updated_at=_moment(stamp.updated),
        dateline=dateline.text if dateline else "",
        dropped=tuple(
            _dropped(line, page, _reason(place, line, piece, title_line))
            for place, line in enumerate(piece.lines)
            if place not in kept
        ),
        warnings=warnings,
    )


def _title_line(piece: _Piece) -> PageLine | None:
    """The line that names the article: a repeated one, else a heading above its date or byline, else the first."""
    head = piece.lines[: piece.first_body]
    titles = [line for line in head if line.role is Role.TITLE]
    if titles:
        return max(titles, key=lambda line: len(line.text))
    headings = [place for place, line in enumerate(head) if line.role is Role.HEADING and len(line.text.split()) > 1]
    marks = [place for place, line in enumerate(head) if line.role in (Role.STAMP, Role.BYLINE)]
    # Right above a date line or byline stands the title, or the publisher's name below a title that is longer;
    # without one it is the first heading of some length.
    above = [place for place in headings if marks and place < marks[0]][::-1]
    chosen = above or headings
    long = [place for place in chosen if len(head[place].text.split()) >= _TITLE_WORDS] or chosen
    if above:
        named = [long[0], *(place for place in long[1:2] if not _PARTED.search(head[place].text))]
        long = sorted(named, key=lambda place: -len(head[place].text.split()))
    return head[long[0]] if long else None


def _is_kept(place: int, line: PageLine, piece: _Piece, title_line: PageLine | None) -> bool:
    """True for body and headings; short lines above the first paragraph and below the last are no part of the text."""
    if line.role not in _KEPT or line is title_line:
        return False
    if line.role is Role.BODY:
        return True
    if place < piece.first_body:
        return len(line.text.split()) >= _STANDFIRST_WORDS or _heads_section(place, piece, title_line)
    return place < piece.last_body or (place == piece.last_body + 1 and ends_sentence(line.text))


def _heads_section(place: int, piece: _Piece, title_line: PageLine | None) -> bool:
    """True for a heading between the title and the first paragraph, right above it: "What does the rule say?"."""
    is_below_title = title_line is not None and title_line in piece.lines[max(0, place - _EDGE_LINES) : place]
    return is_below_title and place == piece.first_body - 1


def _reason(place: int, line: PageLine, piece: _Piece, title_line: PageLine | None) -> str:
    if line is title_line:
        return "title"
    if line.role is Role.TITLE:
        return "repeated title"
    if line.reason:
        return line.reason
    if place > piece.last_body:
        return "signature" if is_name(line.text) else "end matter"
    return "head line"


def _dropped(line: PageLine, page: Page, reason: str) -> Dropped:
    block: Block = line.block
    return Dropped(start=block.start, end=block.end, text=page.text[block.start : block.end], reason=reason)


def _byline(piece: _Piece, page: Page) -> str:
    """The envelope's byline, else "By Ana Lind", else the name alone below the last paragraph."""
    if piece.place == 0 and page.byline:
        return page.byline
    named = next((line.name for line in piece.lines if line.role is Role.BYLINE), "")
    if named:
        return named
    below = piece.lines[piece.last_body + 1 :]
    return next((line.text for line in below if line.role is Role.HEADING and is_name(line.text)), "")


def _stamp(piece: _Piece, page: Page) -> Stamp:
    """When the piece says it was published; the page's envelope speaks of its first article alone."""
    stamp = earliest_stamp(line.stamp for line in piece.lines if line.stamp)
    if piece.place:
        return stamp
    return Stamp(published=page.published or stamp.published, updated=page.updated or stamp.updated)


def _published(stamp: Stamp, dateline: Dateline | None, text: str, address: str) -> tuple[date | None, tuple[str, ...]]:
    said = stamp.published or stamp.updated
    if said:
        return _day(said), ()
    day = day_of_dateline(dateline, text) if dateline else None
    if day is None:
        day = day_in_address(address)
        if day is not None:
            return day, ("The date of publication is that of the page's address or file name.",)
        return None, ("No date of publication is given.",)
    if dateline and dateline.year is None:
        return day, ("The dateline names no year; it is the one from 2025 on that the text names most, or 2025.",)
    return day, ()


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _moment(moment: datetime | date | None) -> datetime | None:
    return moment if isinstance(moment, datetime) else None
