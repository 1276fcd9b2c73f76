"""The accounts of one event, each with its words, its source, what was read in it, and why it was grouped here."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from tradewatch.records.accounts import DATES, WORDS
from tradewatch.records.models import DocumentVersion, Event, Grouping, Mention, Passage, Reading
from tradewatch.review.wording import LABELS, NOT_KNOWN, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One article's account of the event."""

    mention: Mention
    version: DocumentVersion | None
    passages: Sequence[Passage]
    read: Sequence[str]  # "Action: raise", what the machine made of it last
    because: str  # why it stands with the others; "" where it was the first, or an editor placed it


def accounts_told(event: Event) -> list[Told]:
    """The event's accounts, oldest first. Five queries, however many there are."""
    mentions = event.mentions.select_related("document__publisher", "document__current").prefetch_related(
        Prefetch("passages", queryset=Passage.objects.select_related("version").order_by("version", "start")),
        Prefetch("readings", queryset=Reading.objects.order_by("pk")),
        Prefetch("groupings", queryset=Grouping.objects.order_by("pk")),
    )
    return [_told(mention) for mention in mentions.order_by("pk")]


def _told(mention: Mention) -> Told:
    passages = list(mention.passages.all())
    shown = [passage for passage in passages if passage.shown] or passages[-1:]
    readings = [reading for reading in mention.readings.all() if not reading.ended]
    groupings = list(mention.groupings.all())
    values = readings[-1].values if readings else {}
    told = ((LABELS[name], said(name, values.get(name, ""))) for name in (*WORDS, *DATES, "measures") if name in values)
    return Told(
        mention=mention,
        version=shown[0].version if shown else mention.document.current,
        passages=shown,
        read=[f"{label}: {words}" for label, words in told if words not in (NOT_KNOWN, "nothing")],
        because=groupings[-1].because if groupings else "",
    )
