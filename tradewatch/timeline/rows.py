"""The rows of a list of events, by month; a fixed number of queries for any number of rows.

Rows are read as tuples: fifty events with all that stands around them are hundreds of instances otherwise.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Q
from django.utils.safestring import SafeString

from tradewatch.records.census import Census, bits_of
from tradewatch.records.models import EventLink, Measure
from tradewatch.records.querysets import states_visible_to
from tradewatch.timeline.snippets import Hits
from tradewatch.timeline.spread import Tally
from tradewatch.timeline.voices import Voice, best_voices
from tradewatch.vocabulary import LinkType

Day = date  # `Listed` has a column of that name


class Listed(NamedTuple):
    """The columns of an event that its row shows."""

    id: int
    title: str
    summary: str
    kind: str
    action: str
    status: str
    side: str
    direction: str
    date: str  # EDTF
    effective: str
    listed_on: Day
    undated: bool
    instruments: list[dict[str, str]]
    sources: int
    origins: int
    conflicts: dict[str, Any]
    review_state: str
    confidence: float

    @property
    def name(self) -> str:
        return self.title or f"event {self.id}"


class Answer(NamedTuple):
    """What an event answers, and how: "responds to"."""

    words: str
    number: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event in the list. `voice` is a source's where no editor wrote a summary, or what was sought is in it.

    `title`, `summary` and `quote` have what was sought marked; `numbers` are the instruments that were sought.
    """

    event: Listed
    title: SafeString | str
    summary: SafeString | str
    quote: SafeString | str
    numbers: tuple[SafeString | str, ...]
    same_day: bool
    opens: str  # "undated" or "dated" where the rows before it in its month are of the other sort
    voice: Voice | None
    actors: Sequence[tuple[str, str]]  # slug and name
    measures: Sequence[Any]
    answers: Answer | None
    later: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The rows of one page that stand in one month; `first` is None where rows are not in the order of time."""

    first: date | None
    tally: Tally
    rows: tuple[Row, ...]
    continued: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What stands around the events of a page, by event."""

    actors: Mapping[int, Sequence[tuple[str, str]]]
    measures: Mapping[int, Sequence[Any]]
    answers: Mapping[int, Answer]
    later: Mapping[int, int]
    voices: Mapping[int, Voice]


def months_of(
    events: Iterable[Any],
    tallies: Mapping[date, Tally],
    census: Census,
    reader: User | AnonymousUser,
    *,
    after: date | None = None,
    sought: str = "",
) -> list[Month]:
    """A page's rows by month. `after` is the day of the row before the page: a month that goes on says so."""
    rows = rows_of(events, census, reader, sought=sought)
    months = []
    for first, group in groupby(rows, key=lambda row: row.event.listed_on.replace(day=1)):
        going_on = after is not None and after.replace(day=1) == first
        months.append(Month(first=first, tally=tallies.get(first, Tally()), rows=tuple(group), continued=going_on))
    return months


def rows_of(found: Iterable[Any], census: Census, reader: User | AnonymousUser, *, sought: str = "") -> list[Row]:
    """The events as rows, in their order; tuples of the columns of `Listed`, which the reader may see. Three queries.

    `sought` is the text of a search: rows show where it stands.
    """
    hits = Hits.of(sought)
    events = [Listed._make(columns) for columns in found]
    around = _around(events, census, reader, hits)
    return [_row(event, before, around, hits) for event, before in zip(events, [None, *events], strict=False)]


def _around(events: Sequence[Listed], census: Census, reader: User | AnonymousUser, hits: Hits) -> _Around:
    numbers = [event.id for event in events]
    answers, later = _links_of(numbers, reader)
    return _Around(
        actors=census.named("actor", bits_of(numbers)),
        measures=_measures_of(numbers),
        answers=answers,
        later=later,
        voices=best_voices((event.id for event in events if _is_voiced(event, hits)), hits),
    )


def _is_voiced(event: Listed, hits: Hits) -> bool:
    """True where a source speaks in the row: no editor wrote a summary, or what was sought is not in its own words."""
    if not event.summary:
        return True
    return hits.pattern is not None and not hits.found_in(event.summary) and not hits.found_in(event.name)


def _measures_of(numbers: Sequence[int]) -> Mapping[int, Sequence[Any]]:
    found = defaultdict(list)
    rows = Measure.objects.filter(event__in=numbers).order_by("event", "ordinal")
    for measure in rows.values_list("event", "kind", "low", "high", "previous", "unit", "object", "basis", named=True):
        found[measure.event].append(measure)
    return found


def _links_of(numbers: Sequence[int], reader: User | AnonymousUser) -> tuple[dict[int, Answer], Counter[int]]:
    """What each event answers first, and how many follow it up; but for those whose other end the reader may not
    see. One query."""
    shown = states_visible_to(reader)
    # States are looked at here: in the question they tempt a database to go through all events in one of them.
    links = EventLink.objects.filter(Q(source__in=numbers) | Q(target__in=numbers)).order_by("source_id", "id")
    columns = ("source_id", "target_id", "type", "target__title", "source__review_state", "target__review_state")
    answers: dict[int, Answer] = {}
    later: Counter[int] = Counter()
    for source, target, type_, title, *states in links.values_list(*columns):
        if set(states) <= set(shown):
            later[target] += 1
            answers.setdefault(source, Answer(LinkType(type_).label, target, title or f"event {target}"))
    return answers, later


def _row(event: Listed, before: Listed | None, around: _Around, hits: Hits) -> Row:
    numbers = (f"{row['scheme']} {row['number']}" for row in event.instruments)
    voice = around.voices.get(event.id)
    if event.summary and voice and not hits.found_in(voice.quote):
        voice = None
    return Row(
        event=event,
        title=hits.marked(event.name),
        summary="" if voice else hits.marked(event.summary),
        quote=hits.snippet(voice.quote) if voice else "",
        numbers=tuple(hits.marked(number) for number in numbers if hits.found_in(number)),
        same_day=before is not None and bool(event.date) and before.date == event.date,
        opens=_opens(event, before),
        voice=voice,
        actors=around.actors.get(event.id, ()),
        measures=around.measures.get(event.id, ()),
        answers=around.answers.get(event.id),
        later=around.later.get(event.id, 0),
    )


def _opens(event: Listed, before: Listed | None) -> str:
    same_month = before is not None and before.listed_on.replace(day=1) == event.listed_on.replace(day=1)
    undated_before = before is not None and same_month and before.undated
    if event.undated:
        return "" if undated_before else "undated"
    return "dated" if undated_before else ""
