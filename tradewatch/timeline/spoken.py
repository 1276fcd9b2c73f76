"""Positions as lists show them: read as tuples, with the place of the words in their source, and written as HTML."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any, NamedTuple

from django.utils.safestring import SafeString, mark_safe

from tradewatch.records.models import Passage
from tradewatch.records.querysets import PositionQuerySet
from tradewatch.records.templatetags.edtf import edtf_rail
from tradewatch.records.templatetags.evidence import in_quotes
from tradewatch.records.templatetags.marks import checked_words, side_badge, stance_words
from tradewatch.timeline.addresses import address_of_actor, address_of_source
from tradewatch.timeline.snippets import Hits
from tradewatch.vocabulary import ReviewState

Day = date  # `Spoken` has a column of that name
_COLUMNS = (
    "id", "side", "stance", "date", "listed_on", "quote", "review_state", "speaker__slug", "speaker__name",
    "issue__name", "document", "document__current", "document__publisher__name", "document__publisher_name",
    "document__publisher__sample",
)  # fmt: skip


class Spoken(NamedTuple):
    """A position as its row shows it; None where a speaker, an issue or a source is not known."""

    id: int
    side: str
    stance: str
    date: str
    listed_on: Day
    quote: str
    review_state: str
    speaker: str | None
    name: str | None
    issue: str | None
    document: int | None
    current: int | None
    publisher: str | None
    publisher_name: str | None
    is_sample: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A position with where its words stand: "#p-7", after "?version=1" where the present text has other words."""

    position: Spoken
    place: str


def columns_of(positions: PositionQuerySet) -> Any:
    """The positions as the named tuples that statements are made of."""
    return positions.values_list(*_COLUMNS, named=True)


def statements_of(found: Iterable[Any]) -> list[Statement]:
    """Positions, given as `columns_of` them, with where their words stand. Two queries with the one that is given."""
    positions = [Spoken._make(columns) for columns in found]
    places = _places_of([position.id for position in positions])
    return [Statement(position=one, place=_place(one, places.get(one.id))) for one in positions]


def _places_of(numbers: Sequence[int]) -> dict[int, tuple[int, int, int]]:
    """The best passage of each position: its number, the number of its version and the version's own."""
    rows = Passage.objects.filter(position__in=numbers).order_by("-shown", "-version_id", "start")
    found: dict[int, tuple[int, int, int]] = {}
    for position, *place in rows.values_list("position", "pk", "version", "version__number"):
        found.setdefault(position, (place[0], place[1], place[2]))
    return found


def _place(position: Spoken, passage: tuple[int, int, int] | None) -> str:
    if passage is None:
        return ""
    number, version, version_number = passage
    earlier = "" if version == position.current else f"?version={version_number}"
    return f"{earlier}#p-{number}"


def statements_as_html(statements: Iterable[Statement], sought: str = "") -> SafeString:
    """A list item a statement; the words of a search are marked in what was said."""
    hits = Hits.of(sought)
    return mark_safe("\n".join(_item(one, hits) for one in statements))  # noqa: S308 - escaped piece by piece


def _item(statement: Statement, hits: Hits) -> str:
    said = statement.position
    speaker = "<b>Unnamed speaker</b>"
    if said.speaker:
        address = address_of_actor(said.speaker)
        speaker = f'<b><a class="actor" href="{address}">{escape(said.name or "")}</a></b>'
    issue = f' <span class="muted small">{escape(said.issue)}</span>' if said.issue else ""
    return (
        f'<li><span class="eyebrow">{edtf_rail(said.date, same_day=True)}</span> '
        f"<span>{side_badge(said.side)} {speaker} {stance_words(said.stance)}{issue}<br>"
        f'{in_quotes(hits.marked(said.quote))} <span class="small muted">{" ".join(_source(statement))}</span>'
        f"</span></li>"
    )


def _source(statement: Statement) -> Iterator[str]:
    said = statement.position
    if said.document is not None:
        name = escape(said.publisher or said.publisher_name or "Source")
        yield f'<a href="{address_of_source(said.document)}{statement.place}">{name}</a>'
    if said.is_sample:
        yield '<span class="genre">sample text</span>'
    if said.review_state != ReviewState.ACCEPTED:
        yield checked_words(said)
