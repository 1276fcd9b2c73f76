"""The article as it lies on the desk: its text with every extracted passage marked and numbered."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlencode

from django.db.models import Q

from tradewatch.records.models import DocumentVersion, Event, Passage
from tradewatch.review.shelves import EVENTS, POSITIONS, Item
from tradewatch.vocabulary import Genre, ReviewState

_OFF_THE_TIMELINE = (ReviewState.REJECTED, ReviewState.WITHDRAWN, ReviewState.MERGED)
YEAR_OF_THE_DISPUTE = 2025
_TRUST = {genre.value: rank for rank, genre in enumerate(Genre)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An extracted passage: `look` is "here" (the open item), "event" (another event) or "position"."""

    number: int
    start: int
    end: int
    look: str
    quote: str
    title: str
    address: str
    passage: int
    mention: int | None
    position: int | None
    leads: bool  # the open item's first words


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words under one mark, or under none. `opens`, `ends`: the mark begins or ends with them; `also`: other marks
    that end with them."""

    text: str
    start: int = 0  # in the version's text
    mark: Mark | None = None
    ends: bool = False
    opens: bool = False
    also: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Words of the article that looked like an act and were read as none: why, and by which rule."""

    words: str
    why: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One version of a document, cut into paragraphs of pieces."""

    version: DocumentVersion
    marks: Sequence[Mark]
    paragraphs: Sequence[Sequence[Piece]]
    place: int  # which of the article's events or positions the open one is, from 1; 0 where it stands in none
    items: int  # how many events, or positions, the article tells

    @property
    def unread(self) -> Sequence[Unread]:
        """In the order of the text."""
        return [
            Unread(words=self.version.text[row["start"] : row["end"]], why=row["why"], rule=row["rule"])
            for row in self.version.unread
        ]

    @property
    def own(self) -> Sequence[Mark]:
        """The open item's marks."""
        return [mark for mark in self.marks if mark.look == "here"]


def sources_of(item: Item) -> list[DocumentVersion]:
    """One version for each document that carries the item, the most trusted first: the current wording where the
    passage stands in it, else the latest in which it does. Where words of it stand, those taken away carry nothing.
    One query."""
    carrying = (
        Passage.objects.filter(mention__event=item)
        if isinstance(item, Event)
        else Passage.objects.filter(position=item)
    )
    versions: dict[int, DocumentVersion] = {}
    found = list(carrying.select_related("version__document__publisher").order_by("version__number"))
    for passage in [passage for passage in found if passage.shown] or found:
        version = passage.version
        known = versions.get(version.document_id)
        if known is None or known.pk != version.document.current_id:
            versions[version.document_id] = version
    return sorted(versions.values(), key=lambda version: (_TRUST.get(version.genre, len(_TRUST)), version.document_id))


def year_of(sources: Sequence[DocumentVersion]) -> int:
    """The year that completes a date without one: the first source's."""
    published = sources[0].published if sources else None
    return published.year if published else YEAR_OF_THE_DISPUTE


def article_of(item: Item, version: DocumentVersion) -> Article:
    """The version's text with its marks. One query."""
    # In the current wording what counts is marked; in an earlier one, what was read there.
    counting = Q(shown=True) if version.pk == version.document.current_id else Q(retired=None)
    carried = (
        Passage.objects.filter(counting, version=version)
        .select_related("version", "mention__event", "position")
        .order_by("start", "-end", "pk")
    )
    passages = [passage for passage in carried if _is_shown(passage, item)]
    first = min((passage.start for passage in passages if _told_by(passage) == item), default=-1)
    marks = [_mark(number, passage, item, first) for number, passage in enumerate(passages, start=1)]
    place, items = _place(passages, item)
    return Article(
        version=version, marks=marks, paragraphs=list(_paragraphs(version.text, marks)), place=place, items=items
    )


def _told_by(passage: Passage) -> Item | None:
    return passage.mention.event if passage.mention else passage.position


def _is_shown(passage: Passage, item: Item) -> bool:
    told = _told_by(passage)
    return told is not None and (told == item or told.review_state not in _OFF_THE_TIMELINE)


def _mark(number: int, passage: Passage, item: Item, first: int) -> Mark:
    told = _told_by(passage)
    shelf = EVENTS if isinstance(told, Event) else POSITIONS
    document = urlencode({"document": passage.version.document_id})
    return Mark(
        number=number,
        start=passage.start,
        end=passage.end,
        look="here" if told == item else shelf.one,
        quote=passage.quote,
        passage=passage.pk,
        title=str(told),
        address=f"{shelf.address_of(told.pk if told else 0)}?{document}",
        mention=passage.mention_id,
        position=passage.position_id,
        leads=told == item and passage.start == first,
    )


def _place(passages: Iterable[Passage], item: Item) -> tuple[int, int]:
    """(which one the open item is, how many of its kind the article tells)."""
    told: list[int] = []
    for passage in passages:
        number = _number_on_shelf(passage, item)
        if number is not None and number not in told:
            told.append(number)
    return (told.index(item.pk) + 1 if item.pk in told else 0), len(told)


def _number_on_shelf(passage: Passage, item: Item) -> int | None:
    if isinstance(item, Event):
        return passage.mention.event_id if passage.mention else None
    return passage.position_id


def _paragraphs(text: str, marks: Sequence[Mark]) -> Iterator[list[Piece]]:
    """The text's lines, each cut wherever a mark begins or ends; empty lines only part them."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            yield _pieces(text, start, end, [mark for mark in marks if mark.start < end and mark.end > start])
        start = end + 1


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> list[Piece]:
    edges = {start, end}
    for mark in marks:
        edges |= {max(mark.start, start), min(mark.end, end)}
    cuts = sorted(edges)
    return [_piece(text, one, other, marks) for one, other in pairwise(cuts)]


def _piece(text: str, start: int, end: int, marks: Sequence[Mark]) -> Piece:
    """Where passages overlap, the open item's mark wins, then the shorter one: a link cannot lie within a link."""
    over = [mark for mark in marks if mark.start <= start and mark.end >= end]
    owner = min(over, key=lambda mark: (mark.look != "here", mark.end - mark.start, mark.number), default=None)
    ending = [mark for mark in over if mark.end == end]
    return Piece(
        text=text[start:end],
        start=start,
        mark=owner,
        ends=owner in ending,
        also=tuple(mark for mark in ending if mark is not owner),
        opens=owner is not None and owner.start == start,
    )
