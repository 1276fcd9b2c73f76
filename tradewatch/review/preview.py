"""What a merger would make, field by field, before anything is merged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tradewatch.records.accounts import EVENT_FIELDS, Folded, same
from tradewatch.records.folding import fold_of, fold_together
from tradewatch.records.models import Event, Passage
from tradewatch.records.rows import values_of
from tradewatch.review.fates import FATES
from tradewatch.review.wording import LABELS, said

LOSER, SURVIVOR, FOLDED = "merged", "stays", "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One column of a field: its value in words, whether an editor set it, whether it is what will stand."""

    value: str
    words: str
    edited: bool
    checked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One field of both events and of the merged one."""

    name: str
    label: str
    loser: Choice
    survivor: Choice
    result: Choice
    differs: bool
    offers_both: bool  # the merged value is neither of the two
    fate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How many quotes there are, and who wrote them."""

    quotes: int
    sources: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Two events side by side, and what they make together."""

    loser: Event
    survivor: Event
    rows: Sequence[Row]
    evidence: Mapping[str, Evidence]
    quotes: Sequence[Passage]  # the first words of each
    origins: int
    documents: int
    links: Mapping[str, int]

    @property
    def differing(self) -> int:
        return sum(row.differs for row in self.rows)


def preview_of(loser: Event, survivor: Event) -> Preview:
    """The merger as it would turn out now. The queries do not grow with the events."""
    folded = fold_together(survivor, loser)
    passages = {event.pk: _passages(event) for event in (loser, survivor)}
    links = {LOSER: _links(loser), SURVIVOR: _links(survivor)}
    return Preview(
        loser=loser,
        survivor=survivor,
        rows=list(_rows(loser, survivor, folded)),
        evidence={LOSER: _evidence(passages[loser.pk]), SURVIVOR: _evidence(passages[survivor.pk])},
        quotes=[found[0] for found in passages.values() if found],
        origins=folded.origins,
        documents=folded.sources,
        links={name: len(found) for name, found in {**links, FOLDED: links[LOSER] | links[SURVIVOR]}.items()},
    )


def chosen_values(loser: Event, survivor: Event, choices: Mapping[str, str]) -> dict[str, Any]:
    """{field: value} for the fields for which one of the two events' values was chosen."""
    values = {LOSER: values_of(loser), SURVIVOR: values_of(survivor)}
    return {field: values[choices[field]][field] for field in EVENT_FIELDS if choices.get(field) in (LOSER, SURVIVOR)}


def _rows(loser: Event, survivor: Event, folded: Folded) -> Iterable[Row]:
    one, other = values_of(loser), values_of(survivor)
    decided = {LOSER: fold_of(loser).decided, SURVIVOR: fold_of(survivor).decided}
    for name in EVENT_FIELDS:
        made = folded.values.get(name)
        stands = SURVIVOR if same(other[name], made) else LOSER if same(one[name], made) else FOLDED
        columns = {
            value: Choice(
                value=value,
                words=said(name, shown),
                edited=name in decided.get(value, ()),
                checked=value == stands,
            )
            for value, shown in ((LOSER, one[name]), (SURVIVOR, other[name]), (FOLDED, made))
        }
        yield Row(
            name=name,
            label=LABELS[name],
            loser=columns[LOSER],
            survivor=columns[SURVIVOR],
            result=columns[FOLDED],
            differs=not same(one[name], other[name]),
            offers_both=stands == FOLDED,
            fate=FATES[name],
        )


def _passages(event: Event) -> list[Passage]:
    shown = Passage.objects.filter(mention__event=event, shown=True)
    return list(shown.select_related("version__document__publisher").order_by("version__document", "start"))


def _evidence(passages: Sequence[Passage]) -> Evidence:
    documents = (passage.version.document for passage in passages)
    names = [document.publisher.name if document.publisher else document.publisher_name for document in documents]
    return Evidence(quotes=len(passages), sources=list(dict.fromkeys(name for name in names if name)))


def _links(event: Event) -> set[tuple[str, int, bool]]:
    """(type, the other event, True for a link that stands from this one)."""
    away = {(row.type, row.target_id, True) for row in event.links.all()}
    return away | {(row.type, row.source_id, False) for row in event.linked_from.all()}
