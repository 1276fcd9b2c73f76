"""The words that an event rests on, each with where it stands and whether it counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Greatest, Substr

from tradewatch.records.models import Decision, Event, Passage, Reading
from tradewatch.timeline.addresses import address_of_source
from tradewatch.vocabulary import Genre

CLOCKS = ("date", "effective", "ends")
_TRUST = {genre.value: rank for rank, genre in enumerate(Genre)}
# Characters of the text that are fetched on either side of a passage: more than are shown of its paragraph, and far
# fewer than an article has.
_AROUND = 400
_COLUMNS = (
    "pk", "mention", "start", "end", "shown", "decision", "version", "version__number", "version__genre",
    "version__published", "version__byline", "version__document", "version__document__current",
    "version__document__address", "version__document__publisher_name", "version__document__publisher__name",
    "version__document__publisher__sample", "window",
)  # fmt: skip
_WINDOW = Substr("version__text", Greatest(F("start") - _AROUND, Value(0)) + 1, F("end") - F("start") + 2 * _AROUND)
# Of the machine's last reading of the account that a passage carries.
_LAST = Reading.objects.filter(mention=OuterRef("mention")).order_by("-pk")
_READ = {
    name: Subquery(_LAST.values(column)[:1])
    for name, column in (("given", "values"), ("explained", "explanation"), ("is_ended", "ended"))
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One passage with its source, ready to be shown: `start` and `end` are offsets into `window`, a part of its
    text."""

    number: int
    mention: int
    place: tuple[int, int]  # its version and where it begins there
    window: str
    start: int
    end: int
    document: int
    is_current: bool
    version_number: int
    publisher: str
    genre: str
    published: date | None
    byline: str
    sample: bool
    stale: bool  # the source's present text no longer has these words
    by_hand: bool  # an editor added it
    readings: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()  # (type, words) that its account states, whatever they are settled to
    dates: Mapping[str, str] = field(
        default_factory=dict
    )  # what the account gives for each clock: {"date": "2025-04-11"}

    @property
    def href(self) -> str:
        """The address of the passage in its source; of an older version where the present text has other words."""
        query = f"?version={self.version_number}" if self.stale else ""
        return f"{address_of_source(self.document)}{query}#p-{self.number}"

    @property
    def is_opinion(self) -> bool:
        return self.genre == Genre.OPINION


def quotations_of(event: Event, decisions: Iterable[Decision]) -> list[Quotation]:
    """The passages of an event's mentions as they stand now, without those that a decision took away.

    Official first, then news, then the rest, each by day. One query, however many passages there are.
    """
    taken_away = {int(row.details["passage"]) for row in decisions if row.verb == "remove_passage"}
    passages = Passage.objects.filter(mention__event=event).annotate(**_READ).order_by("mention", "version", "start")
    found = quotations_from(passages, *_READ)
    by_mention = groupby(found, key=lambda quotation: quotation.mention)
    standing = [one for _, told in by_mention for one in _standing(list(told), taken_away)]
    return sorted(standing, key=lambda one: (_TRUST[one.genre], one.published or date.max, *one.place))


def quotations_from(passages: QuerySet[Passage], *read: str) -> list[Quotation]:
    """Passages as quotations. `read` names what was annotated of the machine's last reading of each, if anything."""
    return [_quotation(row) for row in passages.annotate(window=_WINDOW).values_list(*_COLUMNS, *read, named=True)]


def _quotation(row: Any) -> Quotation:
    cut = max(row.start - _AROUND, 0)
    given, explained = getattr(row, "given", None) or {}, getattr(row, "explained", None) or []
    known = {} if getattr(row, "is_ended", False) else given
    return Quotation(
        number=row.pk,
        mention=row.mention,
        place=(row.version, row.start),
        window=row.window,
        start=row.start - cut,
        end=row.end - cut,
        document=row.version__document,
        is_current=row.version == row.version__document__current,
        version_number=row.version__number,
        publisher=row.version__document__publisher__name
        or row.version__document__publisher_name
        or row.version__document__address,
        genre=row.version__genre,
        published=row.version__published,
        byline=row.version__byline,
        sample=bool(row.version__document__publisher__sample),
        stale=not row.shown,
        by_hand=row.decision is not None,
        dates={name: known.get(name, "") for name in CLOCKS} if known else {},
        links=tuple((link["type"], link["quote"]) for link in known.get("links", []) if not link.get("surmised")),
        readings=tuple(line.get("said", "") for line in explained if line.get("said")),
    )


def _standing(told: Sequence[Quotation], taken_away: set[int]) -> list[Quotation]:
    """The passages of a mention that count; where none does any more, those of the last text that had any."""
    now = [one for one in told if not one.stale]
    kept = [one for one in told if one.number not in taken_away and not one.is_current]
    if now or not kept:
        return now
    last = max(one.place[0] for one in kept)
    return [one for one in kept if one.place[0] == last]


def counted(quotations: Iterable[Quotation]) -> int:
    """How many of them count as evidence: opinion is shown, and not counted."""
    return sum(not quotation.is_opinion for quotation in quotations)
