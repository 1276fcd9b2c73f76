"""What each block of a page is: body, heading, title, byline, date line, or furniture that is dropped."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from tradewatch.extraction.dates import words as w
from tradewatch.extraction.pages.blocks import Block
from tradewatch.extraction.pages.boilerplate import BoilerplateRule, rule_for
from tradewatch.extraction.pages.bylines import byline_in, is_name
from tradewatch.extraction.pages.stamps import Stamp, head_stamp_in, stamp_in

_PROSE_END = re.compile(r"[.!?…][\"”’'»)\]]*\Z")
_CLAUSE_END = re.compile(r"[,:;—–][\"”’']?\Z|[\"”’')]\Z")
_BARE_DAY = re.compile(
    rf"(?:{w.WEEKDAY},?\s)?(?:{w.MONTH}\s{w.DAY}(?:,?\s{w.YEAR})?|{w.DAY}\s{w.MONTH}(?:,?\s{w.YEAR})?)[.:]?",
    re.IGNORECASE,
)
_LONGEST_HEADING_WORDS = 30
_HEAD = 6  # blocks of a page among which its title, author and date stand


class Role(Enum):
    """What a block is in its page."""

    BODY = "body"
    HEADING = "heading"
    TITLE = "title"
    BYLINE = "byline"
    STAMP = "date line"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """A block with its role; `reason` says why it is dropped."""

    block: Block
    role: Role
    reason: str = ""
    rule: BoilerplateRule | None = None
    stamp: Stamp | None = None
    name: str = ""

    @property
    def text(self) -> str:
        """The words of the block."""
        return self.block.text

    @property
    def ends_article(self) -> bool:
        """True for a disclaimer, a copyright line, "Recommended articles" and the like."""
        return self.rule is not None and (self.rule.ends or self.rule.opens_list)


def lines_of(blocks: Sequence[Block], *, title: str) -> tuple[PageLine, ...]:
    """The blocks of a page with their roles; `title` is what the envelope calls the page."""
    repeated = Counter(squashed(block.text) for block in blocks if len(block.text) <= 300)
    lines = [_line(block, title, repeated) for block in blocks]
    return tuple(_without_lists(_with_timeline(_with_broken_end(_with_head(lines)))))


def _with_broken_end(lines: list[PageLine]) -> list[PageLine]:
    """The lines, with a paragraph that the page's end cuts short as body: it has nothing below it to head."""
    if len(lines) > 1 and lines[-1].role is Role.HEADING and lines[-2].role is Role.BODY and _is_broken(lines[-1].text):
        lines[-1] = replace(lines[-1], role=Role.BODY)
    return lines


def _is_broken(text: str) -> bool:
    """True of words that run on as a sentence does: many of them, and few with a capital."""
    words = text.split()
    return len(words) >= _PROSE_WORDS and sum(word[0].isupper() for word in words) * 2 < len(words)


def _with_head(lines: list[PageLine]) -> list[PageLine]:
    """The lines, with those above the page's date as its head: a title may end like prose, "… (after Harbour Wire)".

    Where no line is a date line by itself, one of the head with a name or label beside the date is taken.
    """
    first = next((at for at, line in enumerate(lines[:_HEAD]) if line.stamp), None)
    if first is None:
        first = next((at for at, line in enumerate(lines[:_HEAD]) if head_stamp_in(line.text)), None)
    if first is None or not all(_may_head(line) for line in lines[:first]):
        return lines
    named = lines[first]
    if not named.stamp:
        lines[first] = PageLine(
            block=named.block, role=Role.STAMP, reason="date line", stamp=head_stamp_in(named.text), name=named.name
        )
    return [
        replace(line, role=Role.HEADING) if at < first and line.role is Role.BODY else line
        for at, line in enumerate(lines)
    ]


def _may_head(line: PageLine) -> bool:
    """True of what may stand above the date of a page: no paragraph, nothing that ends as a sentence does."""
    return line.role is not Role.BODY or (
        not line.block.is_item and len(line.text.split()) <= _LONGEST_HEADING_WORDS and not ends_sentence(line.text)
    )


def _with_timeline(lines: list[PageLine]) -> list[PageLine]:
    """The lines, with days alone between paragraphs as the headings of a timeline, not as date lines of articles.

    In June the two sides met in London. / July 28, 2025 / They met again in Stockholm.
    """
    days = [place for place, line in enumerate(lines) if line.stamp and _BARE_DAY.fullmatch(line.text)]
    below_body = [place for place in days if place and lines[place - 1].role is Role.BODY]
    chosen = set(days if len(below_body) > 1 else below_body)
    return [
        PageLine(block=line.block, role=Role.HEADING) if place in chosen else line for place, line in enumerate(lines)
    ]


def squashed(text: str) -> str:
    """Letters and digits alone, lower case: what two settings of one title share."""
    return re.sub(r"[\W_]+", " ", text.lower()).strip()


def _line(block: Block, title: str, repeated: Counter[str]) -> PageLine:
    rule = rule_for(block.text)
    if rule:
        return PageLine(block=block, role=Role.FURNITURE, reason=rule.reason, rule=rule)
    stamp = stamp_in(block.text)
    if stamp:
        return PageLine(block=block, role=Role.STAMP, reason="date line", stamp=stamp)
    byline = byline_in(block.text)
    if byline:
        return PageLine(block=block, role=Role.BYLINE, reason="byline", name=byline)
    if is_title(block.text, title) or (not title and _is_repeated_title(block, repeated)):
        return PageLine(block=block, role=Role.TITLE, reason="title")
    return PageLine(block=block, role=Role.BODY if is_prose(block) else Role.HEADING)


def _is_repeated_title(block: Block, repeated: Counter[str]) -> bool:
    if repeated[squashed(block.text)] < 2 or len(block.text.split()) < 3:
        return False
    return not is_name(block.text) and not is_prose(block)


def is_title(text: str, title: str) -> bool:
    """True when `text` is the page's title, with or without the site's name after it."""
    one, other = squashed(text), squashed(title)
    if not one or not other:
        return False
    return one == other or (
        len(one.split()) >= 3
        and (other.startswith(one + " ") or (one.startswith(other + " ") and len(one) < len(other) + 30))
    )


def ends_sentence(text: str) -> bool:
    """True when the last mark of `text` ends a sentence."""
    return _PROSE_END.search(text) is not None


def is_prose(block: Block) -> bool:
    """True for a paragraph or a list item of the body; false for headings, labels and names."""
    text, words = block.text, len(block.text.split())
    if words >= _LONGEST_HEADING_WORDS or (block.is_item and words >= 3):
        return True
    if ends_sentence(text):
        is_question = text.rstrip("\"”’')").endswith("?")
        return words >= (16 if is_question else 4)
    return words >= 8 and _CLAUSE_END.search(text) is not None


def _without_lists(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines, with the titles below "Recommended articles" as furniture up to the next prose or date line."""
    marked: list[PageLine] = []
    listing: BoilerplateRule | None = None
    for place, line in enumerate(lines):
        if line.rule:
            listing = line.rule if line.rule.opens_list else listing
        elif listing and _is_listed(line, lines, place):
            marked.append(replace(line, role=Role.FURNITURE, reason=listing.reason))
            continue
        else:
            listing = None
        marked.append(line)
    return marked


_PROSE_WORDS = 14


def _is_listed(line: PageLine, lines: Sequence[PageLine], place: int) -> bool:
    """True for a title in a list of other articles: no long paragraph, nor the head of an article with its date."""
    if line.role is Role.BODY:
        return line.block.is_item or len(line.text.split()) < _PROSE_WORDS
    if line.role is not Role.HEADING:
        return False
    following = [other.role for other in lines[place + 1 : place + 4] if other.role is not Role.FURNITURE]
    return not (following and following[0] in (Role.STAMP, Role.BYLINE))
