"""The one table of columns: of CSV and JSON exports, and of their documentation (`export --help`).

Names and order are a promise: later columns are added at the end.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, Prefetch, QuerySet
from django.urls import reverse

from tradewatch.records.models import Event, EventLink, Passage, Position
from tradewatch.records.rows import measures_of

Row = TypeVar("Row", bound=Model)
# A spreadsheet takes a cell that begins so for a formula; the wide forms are those of East Asian keyboards.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MEASURE = ("kind", "low", "high", "previous", "unit", "object", "basis", "effective", "conflicting")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Row]):
    """One column: its name, what it holds, its value as JSON has it, and whether a cell of it is text."""

    name: str
    meaning: str
    value: Callable[[Row, str], Any]  # (row, the site's address) → str, number, list or mapping
    cell: Callable[[Any], str] = str
    is_text: bool = True


def _joined(items: Iterable[str]) -> str:
    return "; ".join(items)


def _number(value: float) -> str:
    return f"{value:.2f}"


def _instruments(rows: Sequence[Mapping[str, str]]) -> str:
    return _joined(f"{row['scheme']} {row['number']}" for row in rows)


def _links(rows: Sequence[Mapping[str, Any]]) -> str:
    return _joined(f"{row['type']} {row['to']}" + (" (inferred)" if row["inferred"] else "") for row in rows)


def _measures(rows: Sequence[Mapping[str, Any]]) -> str:
    return _joined(measure_words(row) for row in rows)


def measure_words(row: Mapping[str, Any]) -> str:
    """A measure in words: "rate 125 percent (added) on US goods, before 84"; "value at least 800 USD"."""
    basis = f" ({row['basis']})" if row.get("basis") else ""
    on = f" on {row['object']}" if row.get("object") else ""
    before = f", before {_plain(row['previous'])}" if row.get("previous") is not None else ""
    effective = f", from {row['effective']}" if row.get("effective") else ""
    doubt = ", accounts differ" if row.get("conflicting") else ""
    return f"{row['kind']} {_span(row)} {row['unit']}{basis}{on}{before}{effective}{doubt}"


def _span(row: Mapping[str, Any]) -> str:
    low, high = row.get("low"), row.get("high")
    if low is None:
        return f"at most {_plain(high)}"
    if high is None:
        return f"at least {_plain(low)}"
    return _plain(low) if low == high else f"{_plain(low)}–{_plain(high)}"


def _plain(figure: float | None) -> str:
    return f"{figure:.10g}" if figure is not None else ""


def _event_measures(event: Event, _site: str) -> list[dict[str, Any]]:
    return [{name: row[name] for name in _MEASURE} for row in measures_of(event)]


def _event_links(event: Event, _site: str) -> list[dict[str, Any]]:
    return [
        {"type": link.type, "to": link.target_id, "quote": link.quote, "inferred": link.inferred}
        for link in event.links.all()
    ]


def _plainly(name: str, meaning: str, *, is_text: bool = True) -> "Column[Any]":
    return Column(name=name, meaning=meaning, value=lambda row, _site: getattr(row, name), is_text=is_text)


EVENT_COLUMNS: tuple[Column[Event], ...] = (
    Column(name="id", meaning="the event's permanent number", value=lambda row, _site: row.pk, is_text=False),
    Column(name="url", meaning="its address", value=lambda row, site: f"{site}{row.get_absolute_url()}"),
    _plainly("title", "the plain title"),
    _plainly("summary", "an editor's summary; empty where none was written"),
    _plainly("kind", "what sort of act"),
    _plainly("action", "what the act does"),
    _plainly("status", "how firmly the sources say so"),
    _plainly("direction", "whether it escalates or eases; derived, or overridden by an editor"),
    _plainly("date", "EDTF; empty: not known"),
    _plainly("effective", "EDTF; when its terms begin to apply, as stated"),
    _plainly("ends", "EDTF; when its terms stop, as stated"),
    _plainly("side", "who acts"),
    Column(
        name="actors",
        meaning="slugs",
        value=lambda row, _site: sorted(actor.slug for actor in row.actors.all()),
        cell=_joined,
    ),
    Column(
        name="issues",
        meaning="slugs",
        value=lambda row, _site: sorted(issue.slug for issue in row.issues.all()),
        cell=_joined,
    ),
    Column(
        name="instruments",
        meaning="numbers that the act goes by",
        value=lambda row, _site: row.instruments,
        cell=_instruments,
    ),
    Column(
        name="measures",
        meaning="figures with unit, basis and object",
        value=_event_measures,
        cell=_measures,
    ),
    _plainly("review_state", "how far editors have checked it"),
    Column(
        name="confidence",
        meaning="0 to 1; the machine's",
        value=lambda row, _site: round(row.confidence, 2),
        cell=_number,
        is_text=False,
    ),
    _plainly("sources", "documents that report it", is_text=False),
    _plainly("origins", "independent origins of them; opinion is not counted", is_text=False),
    Column(name="links", meaning="how it stands to earlier events", value=_event_links, cell=_links),
)


def _words_of(position: Position, site: str) -> str:
    """The address of the passage in the version that has it; of the article where no passage is left."""
    if position.document is None:
        return ""
    passages = sorted(position.passages.all(), key=lambda passage: (not passage.shown, passage.pk))
    address = f"{site}{reverse('source', args=[position.document.pk])}"
    if not passages:
        return address
    version = passages[0].version
    earlier = f"?version={version.number}" if version.pk != position.document.current_id else ""
    return f"{address}{earlier}#p-{passages[0].pk}"


def _publisher(position: Position, _site: str) -> str:
    document = position.document
    if document is None:
        return ""
    return document.publisher.slug if document.publisher else document.publisher_name


POSITION_COLUMNS: tuple[Column[Position], ...] = (
    Column(name="id", meaning="the position's permanent number", value=lambda row, _site: row.pk, is_text=False),
    Column(name="url", meaning="where the words stand, in their source", value=_words_of),
    Column(
        name="speaker",
        meaning="slug of who speaks; empty: not named",
        value=lambda row, _site: row.speaker.slug if row.speaker else "",
    ),
    _plainly("side", "the speaker's side"),
    Column(name="issue", meaning="slug", value=lambda row, _site: row.issue.slug if row.issue else ""),
    _plainly("stance", "what the speaker does on it"),
    _plainly("quote", "the exact words of the source"),
    _plainly("date", "EDTF; the day of the statement; empty: not known"),
    Column(
        name="document",
        meaning="title of the article that has the words",
        value=lambda row, _site: str(row.document) if row.document else "",
    ),
    Column(name="source", meaning="slug of its publisher, else the name", value=_publisher),
    _plainly("review_state", "how far editors have checked it"),
    Column(
        name="confidence",
        meaning="0 to 1; the machine's",
        value=lambda row, _site: round(row.confidence, 2),
        cell=_number,
        is_text=False,
    ),
)


def cells(row: Row, columns: Sequence[Column[Row]], *, site: str) -> list[str]:
    """The row as CSV has it: text cells that a spreadsheet would run as a formula get an apostrophe in front."""
    return [_cell(column, column.value(row, site)) for column in columns]


def _cell(column: Column[Any], value: Any) -> str:
    text = column.cell(value)
    return f"'{text}" if column.is_text and text.startswith(_FORMULA) else text


def mapping(row: Row, columns: Sequence[Column[Row]], *, site: str) -> dict[str, Any]:
    """The row as JSON has it."""
    return {column.name: column.value(row, site) for column in columns}


def as_json(row: Row, columns: Sequence[Column[Row]], *, site: str) -> str:
    """One line of JSON."""
    return json.dumps(mapping(row, columns, site=site), ensure_ascii=False)


def event_rows(events: "QuerySet[Event]", *, among: "QuerySet[Event]") -> "QuerySet[Event]":
    """Events with all that their columns need; links lead to events `among` those that the reader may see."""
    links = EventLink.objects.filter(target__in=among)
    return events.prefetch_related("actors", "issues", "measures", Prefetch("links", queryset=links))


def position_rows(positions: "QuerySet[Position]") -> "QuerySet[Position]":
    """Positions with all that their columns need, but the texts of their articles."""
    passages = Passage.objects.select_related("version").defer("version__text")
    rows = positions.select_related("speaker", "issue", "document__publisher", "document__current")
    return rows.defer("document__current__text").prefetch_related(Prefetch("passages", queryset=passages))
