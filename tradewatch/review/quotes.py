"""The words that carry an event or a position: adding, moving and taking away a quote."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from tradewatch.records.decisions import decide
from tradewatch.records.folding_positions import fold_of_position, refold_positions
from tradewatch.records.models import Decision, DocumentVersion, Event, Mention, Passage, Position
from tradewatch.records.standing import history_of, standing
from tradewatch.review import acts, arrangement, policies
from tradewatch.review.holding import locked
from tradewatch.review.policies import NotAllowed
from tradewatch.vocabulary import Verb


@transaction.atomic
def add_quote(
    event: Event,
    version: DocumentVersion,
    start: int,
    end: int,
    *,
    by: User,
    because: str = "",
    batch: int | None = None,
) -> Decision:
    """These words report the event too. Words that were taken away are given back by undoing that."""
    event = locked(event)
    policies.check_can_correct(event, by=by)
    mention = _account_in(event, version)
    known = Passage.objects.filter(mention=mention, version=version, start=start, end=end).first()
    if known is None:
        return arrangement.add_passage(mention, version, start, end, by=by, because=because, batch=batch)
    if known.shown:
        raise NotAllowed("These words are a quote of this event already.")
    return _given_back(event, known, by=by, because=because)


@transaction.atomic
def move_quote(
    passage: Passage, version: DocumentVersion, start: int, end: int, *, by: User, because: str = ""
) -> Decision:
    """Other words instead of a quote; undone together."""
    event = passage.mention.event if passage.mention else None
    if event is None:
        raise NotAllowed("These words carry no event.")
    if (passage.version_id, passage.start, passage.end) == (version.pk, start, end):
        raise NotAllowed("The quote has these words already.")
    batch = acts.next_batch()
    added = add_quote(event, version, start, end, by=by, because=because, batch=batch)
    arrangement.remove_passage(passage, by=by, because=because, batch=batch)
    return added


@transaction.atomic
def move_words(
    position: Position, version: DocumentVersion, start: int, end: int, *, by: User, because: str = ""
) -> Decision:
    """Other words are what was said: the position's quote, and where it stands."""
    position = locked(position)
    policies.check_can_correct(position, by=by)
    if version.document_id != position.document_id:
        raise NotAllowed("The words of a position stand in the article that it was read in.")
    quote = version.text[start:end]
    if Passage.objects.filter(position=position, version=version, start=start, end=end, shown=True).exists():
        raise NotAllowed("The position has these words already.")
    known = Passage.objects.filter(position=position, version=version, start=start, end=end).first()
    decision = decide(
        Verb.CORRECT,
        position=position,
        by=by,
        because=because,
        field="quote",
        before=position.quote,
        after=quote,
        details={
            "machine": {"quote": fold_of_position(position).machine.get("quote")},
            "place": [version.pk, start, end],
        },
    )
    if known is None:
        Passage.objects.create(position=position, version=version, start=start, end=end, quote=quote, decision=decision)
    refold_positions([position.pk])
    return decision


def _account_in(event: Event, version: DocumentVersion) -> Mention:
    """The event's account in an article: its first. Raises NotAllowed where the article does not report the event."""
    mention = event.mentions.filter(document=version.document_id).select_related("event").order_by("pk").first()
    if mention is None:
        raise NotAllowed("This article has no account of the event: make a new event from the words, then merge them.")
    return mention


def _given_back(event: Event, passage: Passage, *, by: User, because: str) -> Decision:
    """Undo what keeps known words away: their removal, or the undoing of their addition."""
    history = history_of(event)
    counting = standing(history)
    removals: list[Any] = [
        row for row in counting if row.verb == Verb.REMOVE_PASSAGE and row.details.get("passage") == passage.pk
    ]
    undone = [row for row in history if row.verb == Verb.UNDO and row.undoes_id == passage.decision_id]
    for decision in (*removals, *undone):
        return acts.undo(decision, by=by, because=because)
    raise NotAllowed("The machine reads these words otherwise now: choose a little more or less of them.")
