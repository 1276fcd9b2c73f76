"""The rows of a list of events, by month; a fixed number of queries for any number of rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Q, prefetch_related_objects

from tradewatch.records.models import Event, EventLink, Passage
from tradewatch.records.querysets import states_visible_to
from tradewatch.timeline.snippets import Hits
from tradewatch.timeline.spread import Tally
from tradewatch.vocabulary import Genre, LinkType


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event in the list. `passage` is a source's voice where no editor wrote a summary, or what was sought is in it.

    `title`, `summary` and `quote` have what was sought marked; `numbers` are the instruments that were sought.
    """

    event: Event
    title: str
    summary: str
    quote: str
    numbers: tuple[str, ...]
    same_day: bool
    opens: str  # "undated" or "dated" where the rows before it in its month are of the other sort
    passage: Passage | None
    answers: EventLink | None
    words: str
    later: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The rows of one page that stand in one month; `first` is None where rows are not in the order of time."""

    first: date | None
    tally: Tally
    rows: tuple[Row, ...]
    continued: bool = False


def months_of(
    events: Sequence[Event],
    tallies: Mapping[date, Tally],
    reader: User | AnonymousUser,
    *,
    after: date | None = None,
    sought: str = "",
) -> list[Month]:
    """A page's rows by month. `after` is the day of the row before the page: a month that goes on says so."""
    rows = rows_of(events, reader, sought=sought)
    months = []
    for first, group in groupby(rows, key=lambda row: row.event.listed_on.replace(day=1)):
        going_on = after is not None and after.replace(day=1) == first
        months.append(Month(first=first, tally=tallies.get(first, Tally()), rows=tuple(group), continued=going_on))
    return months


def rows_of(events: Sequence[Event], reader: User | AnonymousUser, *, sought: str = "") -> list[Row]:
    """The events as rows, in their order; they are events that the reader may see. Four queries.

    `sought` is the text of a search: rows show where it stands.
    """
    prefetch_related_objects(events, "actors", "measures")
    links, hits = _links_of(events, reader), Hits.of(sought)
    passages = best_passages((event for event in events if _is_voiced(event, hits)), hits)
    rows: list[Row] = []
    for event in events:
        before = rows[-1].event if rows else None
        passage = passages.get(event.pk)
        if event.summary and passage and not hits.found_in(passage.quote):
            passage = None
        rows.append(_row(event, before, passage, links, hits))
    return rows


def _is_voiced(event: Event, hits: Hits) -> bool:
    """True where a source speaks in the row: no editor wrote a summary, or what was sought is not in its own words."""
    if not event.summary:
        return True
    return hits.pattern is not None and not hits.found_in(event.summary) and not hits.found_in(str(event))


def _links_of(events: Sequence[Event], reader: User | AnonymousUser) -> list[EventLink]:
    """The links from and to the events, but for those whose other end the reader may not see. One query."""
    numbers = [event.pk for event in events]
    found = EventLink.objects.filter(Q(source__in=numbers) | Q(target__in=numbers)).select_related("source", "target")
    shown = states_visible_to(reader)
    return [link for link in found if link.source.review_state in shown and link.target.review_state in shown]


def _row(event: Event, before: Event | None, passage: Passage | None, links: Sequence[EventLink], hits: Hits) -> Row:
    answers = next((link for link in links if link.source_id == event.pk), None)
    numbers = (f"{row['scheme']} {row['number']}" for row in event.instruments)
    return Row(
        event=event,
        title=hits.marked(str(event)),
        summary="" if passage else hits.marked(event.summary),
        quote=hits.snippet(passage.quote) if passage else "",
        numbers=tuple(hits.marked(number) for number in numbers if hits.found_in(number)),
        same_day=before is not None and bool(event.date) and before.date == event.date,
        opens=_opens(event, before),
        passage=passage,
        answers=answers,
        words=LinkType(answers.type).label if answers else "",
        later=sum(link.target_id == event.pk for link in links),
    )


def _opens(event: Event, before: Event | None) -> str:
    same_month = before is not None and before.listed_on.replace(day=1) == event.listed_on.replace(day=1)
    undated_before = before is not None and same_month and before.undated
    if event.undated:
        return "" if undated_before else "undated"
    return "dated" if undated_before else ""


def best_passages(events: Iterable[Event], hits: Hits) -> dict[int, Passage]:
    """The words that best stand for each event: what was sought, then the most trusted source's, then the earliest.

    One query.
    """
    passages = (
        Passage.objects.filter(mention__event__in=[event.pk for event in events], shown=True)
        .select_related("mention__document__publisher", "version")
        .defer("version__text")
    )
    order = list(Genre)
    best: dict[int, tuple[tuple[bool, int, date, int], Passage]] = {}
    for passage in passages:
        if passage.mention is None or passage.mention.event_id is None:
            continue
        genre = order.index(Genre(passage.version.genre))
        rank = (not hits.found_in(passage.quote), genre, passage.version.published or date.max, passage.pk)
        event = passage.mention.event_id
        if event not in best or rank < best[event][0]:
            best[event] = (rank, passage)
    return {event: passage for event, (_, passage) in best.items()}
