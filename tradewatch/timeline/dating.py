"""The dates of an event by clock, each with who says what where accounts differ."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tradewatch.records.models import Decision, Document, Event
from tradewatch.timeline.quotations import Quotation
from tradewatch.vocabulary import Action, Status, Verb, Word

_CLOCKS = {"date": "Done", "effective": "Applies from", "ends": "Ends"}
_FIELDS = {
    "date": "the date",
    "effective": "the day it applies from",
    "ends": "the day it ends",
    "kind": "the kind",
    "action": "the action",
    "status": "whether it happened",
    "side": "who acts",
    "measures": "the figures",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One value that some documents give."""

    value: str
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One value of a date, and whose words give it: one quotation a document. `agrees`: it is the event's own."""

    value: str
    agrees: bool
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One of an event's dates, and who gives it or another."""

    name: str
    value: str
    decided: bool
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A field on which accounts cannot both be right."""

    name: str
    field: str
    sayings: tuple[Saying, ...]


def clocks_of(event: Event, decisions: Iterable[Decision], quotations: Sequence[Quotation]) -> list[Clock]:
    """The event's dates that are known, its own always, in the order done, applies, ends."""
    decided = {row.field for row in decisions if row.verb == Verb.CORRECT}
    return [
        Clock(
            name=_first_clock(event) if name == "date" else words,
            value=getattr(event, name),
            decided=name in decided,
            tellings=_tellings(name, getattr(event, name), quotations),
        )
        for name, words in _CLOCKS.items()
        if name == "date" or getattr(event, name)
    ]


def _tellings(name: str, value: str, quotations: Iterable[Quotation]) -> tuple[Telling, ...]:
    """The values that accounts give, the event's own first, then by how many documents give them."""
    told: dict[str, dict[int, Quotation]] = {}
    for quotation in quotations:
        given = quotation.dates.get(name, "")
        if given:
            told.setdefault(given, {}).setdefault(quotation.document, quotation)
    order = sorted(told, key=lambda given: (given != value, -len(told[given]), given))
    return tuple(Telling(value=given, agrees=given == value, quotations=tuple(told[given].values())) for given in order)


def _first_clock(event: Event) -> str:
    if event.action == Action.THREATEN:
        return "Said"
    return {Status.PLANNED: "Planned for", Status.EXPECTED: "Expected"}.get(Status(event.status), "Done")


def disagreements_of(event: Event, words: Mapping[str, type[Word]]) -> list[Disagreement]:
    """What accounts contradict each other on; the documents of all of them are fetched in one query."""
    numbers = {number for rows in event.conflicts.values() for row in rows for number in row["documents"]}
    documents = Document.objects.select_related("publisher", "current").in_bulk(numbers) if numbers else {}
    return [
        Disagreement(
            name=_FIELDS.get(name, name),
            field=name,
            sayings=tuple(
                Saying(
                    value=_label(name, row["value"], words),
                    documents=tuple(documents[number] for number in row["documents"] if number in documents),
                )
                for row in rows
            ),
        )
        for name, rows in event.conflicts.items()
        if name != "measures"
    ]


def _label(name: str, value: str, words: Mapping[str, type[Word]]) -> str:
    vocabulary = words.get(name)
    return vocabulary(value).label if vocabulary else value
