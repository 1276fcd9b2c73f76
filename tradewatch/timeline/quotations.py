"""The words that an event or a position rests on, each with where it stands and whether it counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch
from django.urls import reverse

from tradewatch.records.models import Decision, DocumentVersion, Event, Mention, Passage, Reading
from tradewatch.vocabulary import Genre

CLOCKS = ("date", "effective", "ends")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One passage with its source, ready to be shown."""

    passage: Passage
    publisher: str
    genre: str
    published: date | None
    byline: str
    sample: bool
    stale: bool  # the source's present text no longer has these words
    by_hand: bool  # an editor added it
    readings: tuple[str, ...] = ()
    dates: Mapping[str, str] = field(
        default_factory=dict
    )  # what the account gives for each clock: {"date": "2025-04-11"}

    @property
    def href(self) -> str:
        """The address of the passage in its source; of an older version where the present text has other words."""
        version = self.passage.version
        query = f"?version={version.number}" if self.stale else ""
        return f"{reverse('source', args=[version.document_id])}{query}#p-{self.passage.pk}"

    @property
    def is_opinion(self) -> bool:
        return self.genre == Genre.OPINION


def quotations_of(event: Event, decisions: Iterable[Decision]) -> list[Quotation]:
    """The passages of an event's mentions as they stand now, without those that a decision took away.

    Official first, then news, then the rest, each by day. Four queries, however many passages there are.
    """
    taken_away = {int(row.details["passage"]) for row in decisions if row.verb == "remove_passage"}
    # A version is fetched once, however many passages stand in its text.
    versions = Prefetch("version", queryset=DocumentVersion.objects.select_related("document__publisher"))
    passages = Passage.objects.prefetch_related(versions).order_by("version_id", "start")
    mentions = event.mentions.select_related("document").prefetch_related(
        Prefetch("passages", queryset=passages), Prefetch("readings", queryset=Reading.objects.order_by("pk"))
    )
    found = [quotation_of(passage, mention) for mention in mentions for passage in _standing(mention, taken_away)]
    return sorted(found, key=_official_first)


def _official_first(row: Quotation) -> tuple[int, date, int, int]:
    return list(Genre).index(Genre(row.genre)), row.published or date.max, row.passage.version_id, row.passage.start


def _standing(mention: Mention, taken_away: set[int]) -> list[Passage]:
    """The passages that count; where none does any more, those of the last text that had any."""
    passages = list(mention.passages.all())
    now = [passage for passage in passages if passage.shown]
    kept = [row for row in passages if row.pk not in taken_away and row.version_id != mention.document.current_id]
    if now or not kept:
        return now
    last = max(passage.version_id for passage in kept)
    return [passage for passage in kept if passage.version_id == last]


def quotation_of(passage: Passage, mention: Mention | None = None) -> Quotation:
    """A passage as a quotation; with its mention, also what the machine read in it, rule by rule."""
    version = passage.version
    document = version.document
    last = list(mention.readings.all())[-1:] if mention else []
    return Quotation(
        passage=passage,
        publisher=document.publisher.name if document.publisher else document.publisher_name or document.address,
        genre=version.genre,
        published=version.published,
        byline=version.byline,
        sample=bool(document.publisher and document.publisher.sample),
        stale=not passage.shown,
        by_hand=passage.decision_id is not None,
        dates={name: row.values.get(name, "") for row in last if not row.ended for name in CLOCKS},
        readings=tuple(line.get("said", "") for reading in last for line in reading.explanation if line.get("said")),
    )


def counted(quotations: Iterable[Quotation]) -> int:
    """How many of them count as evidence: opinion is shown, and not counted."""
    return sum(not quotation.is_opinion for quotation in quotations)
