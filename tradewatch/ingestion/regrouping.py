"""What the events would be if every mention were grouped anew: computed in memory, nothing is changed."""

from collections import defaultdict

from tradewatch.extraction.resemblance import VETO, Telling, reasons, score
from tradewatch.ingestion.reconciling import JOINS, latest_tellings
from tradewatch.records.models import Mention, Reading


def differences() -> list[str]:
    """A line for each event that grouping from nothing would split or join; decisions are not looked at."""
    mentions = Mention.objects.filter(event__isnull=False).order_by("pk")
    ended = set(_ended())
    tellings = latest_tellings(Reading.objects.filter(mention__event__isnull=False))
    groups: list[list[tuple[Mention, Telling]]] = []
    for mention in mentions:
        if mention.pk not in tellings or mention.pk in ended:
            continue
        telling = tellings[mention.pk]
        home = _home(groups, mention, telling)
        if home is None:
            groups.append([(mention, telling)])
        else:
            home.append((mention, telling))
    return [*_joined(groups), *_split(groups)]


def _ended() -> list[int]:
    """Mentions that the last reading no longer found."""
    last = {
        reading.mention_id: reading.ended for reading in Reading.objects.filter(mention__isnull=False).order_by("pk")
    }
    return [mention for mention, ended in last.items() if ended and mention is not None]


def _home(
    groups: list[list[tuple[Mention, Telling]]], mention: Mention, telling: Telling
) -> list[tuple[Mention, Telling]] | None:
    best, home = JOINS, None
    for group in groups:
        if any(member.document_id == mention.document_id for member, _ in group):
            continue
        weights = [score(reasons(telling, other)) for _, other in group]
        if VETO not in weights and max(weights) >= best and (home is None or max(weights) > best):
            best, home = max(weights), group
    return home


def _joined(groups: list[list[tuple[Mention, Telling]]]) -> list[str]:
    lines = []
    for group in groups:
        events = sorted({mention.event_id for mention, _ in group if mention.event_id})
        if len(events) > 1:
            lines.append(f"events {', '.join(map(str, events))} would be one")
    return lines


def _split(groups: list[list[tuple[Mention, Telling]]]) -> list[str]:
    parts: dict[int, int] = defaultdict(int)
    for group in groups:
        for event in {mention.event_id for mention, _ in group if mention.event_id}:
            parts[event] += 1
    return [f"event {event} would be {count} events" for event, count in sorted(parts.items()) if count > 1]
