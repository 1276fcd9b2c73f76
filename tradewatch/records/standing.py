"""Which decisions count: an undone one does not, unless its undoing was undone too."""

from collections.abc import Iterable, Sequence

from django.db.models import Q

from tradewatch.records.models import Decision, Event, Grouping, Mention, Position
from tradewatch.vocabulary import Verb

PLACING = (Verb.MERGE, Verb.SPLIT, Verb.MOVE, Verb.CREATE)


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that count, in the order in which they were taken; undos themselves are left out.

    The decisions given must hold every undo of any of them.
    """
    ordered = sorted(decisions, key=lambda decision: decision.pk)
    undone: set[int] = set()
    for decision in reversed(ordered):
        if decision.verb == Verb.UNDO and decision.pk not in undone and decision.undoes_id:
            undone.add(decision.undoes_id)
    return [decision for decision in ordered if decision.verb != Verb.UNDO and decision.pk not in undone]


def decisions_about(events: Sequence[int]) -> dict[int, list[Decision]]:
    """The decisions that count for each event, as its subject or as the other one. Two queries at most."""
    found = Decision.objects.filter(Q(event__in=events) | Q(other__in=events)).prefetch_related("mentions")
    about: dict[int, list[Decision]] = {event: [] for event in events}
    for decision in standing(found):
        for event in {decision.event_id, decision.other_id}:
            if event in about:
                about[event].append(decision)
    return about


def decisions_on(positions: Sequence[int]) -> dict[int, list[Decision]]:
    """The decisions that count for each position."""
    about: dict[int, list[Decision]] = {position: [] for position in positions}
    for decision in standing(Decision.objects.filter(position__in=positions)):
        if decision.position_id:
            about[decision.position_id].append(decision)
    return about


def home_of(mention: Mention) -> int | None:
    """The number of the event that a mention belongs to: as decided, else as grouped, and on through mergers."""
    touching = Decision.objects.filter(
        Q(mentions=mention) | Q(undoes__mentions=mention) | Q(undoes__undoes__mentions=mention)
    )
    # What a run merged is followed through `survivor_of`: a later grouping can still take the mention elsewhere.
    placed = [decision for decision in standing(touching.distinct()) if decision.verb in PLACING and decision.by_id]
    if placed:
        last = placed[-1]
        home = last.other_id if last.verb in (Verb.SPLIT, Verb.MOVE) else last.event_id
    else:
        home = Grouping.objects.filter(mention=mention).order_by("-pk").values_list("event", flat=True).first()
    return survivor_of(home) if home else None


def survivor_of(event: int) -> int:
    """The event that `event` has become by mergers; itself where it was not merged."""
    seen = {event}
    while True:
        mergers = list(Decision.objects.filter(verb=Verb.MERGE, other=event))
        if not mergers:
            return event
        undos = Decision.objects.filter(Q(undoes__in=mergers) | Q(undoes__undoes__in=mergers))
        counting = standing([*mergers, *undos])
        if not counting or counting[-1].event_id in seen or counting[-1].event_id is None:
            return event
        event = counting[-1].event_id
        seen.add(event)


def history_of(target: Event | Position) -> list[Decision]:
    """Every decision on an event or a position, newest first, undone ones and undos too; people and runs fetched."""
    about = Q(event=target) | Q(other=target) if isinstance(target, Event) else Q(position=target)
    return list(
        Decision.objects.filter(about)
        .select_related("by", "run", "undoes", "event", "other", "annotation")
        .order_by("-pk")
    )
