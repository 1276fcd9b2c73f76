"""Gathers what the fold needs from the tables: each event's accounts, and the passages whose words still count."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q

from tradewatch.records.accounts import Account
from tradewatch.records.models import Decision, Mention, Passage, Reading
from tradewatch.records.standing import standing
from tradewatch.vocabulary import Verb

_OF_A_PASSAGE = ("mention_id", "version_id", "retired_id", "shown", "quote", "decision_id")
_ON_PASSAGES = (Verb.CREATE, Verb.ADD_PASSAGE, Verb.REMOVE_PASSAGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageActs:
    """Decisions that count: `adding` their numbers, `removed` the passages that they took away."""

    adding: set[int]
    removed: set[int]


def accounts_of(numbers: Sequence[int]) -> tuple[dict[int, list[Account]], list[tuple[Mention, set[int]]]]:
    """Each event's accounts, oldest mention first; and each mention with the passages that stand. Five queries."""
    evidence: list[tuple[Mention, set[int]]] = []
    mentions = list(
        Mention.objects.filter(event__in=numbers)
        .select_related("document__current")
        .prefetch_related(
            Prefetch("readings", queryset=Reading.objects.order_by("pk")),
            Prefetch(
                "passages",
                # By number, as their own order would ask for the documents.
                queryset=Passage.objects.only(*_OF_A_PASSAGE).order_by("pk"),
            ),
        )
        .order_by("pk")
    )
    touched = _acts_on_passages(mentions)
    accounts: dict[int, list[Account]] = {number: [] for number in numbers}
    for mention in mentions:
        event = mention.event_id
        if event is None:
            continue
        stands = _standing_passages(mention, touched)
        evidence.append((mention, stands))
        account = _account(mention, stands)
        if account:
            accounts[event].append(account)
    return accounts, evidence


def _acts_on_passages(mentions: Sequence[Mention]) -> PassageActs:
    """What counting decisions added to these mentions and took away, whichever events they belonged to then."""
    about = Q(verb__in=_ON_PASSAGES, mentions__in=mentions)
    undos = Q(undoes__verb__in=_ON_PASSAGES, undoes__mentions__in=mentions)
    undone_undos = Q(undoes__undoes__verb__in=_ON_PASSAGES, undoes__undoes__mentions__in=mentions)
    counting = standing(Decision.objects.filter(about | undos | undone_undos).distinct())
    taken = {int(decision.details["passage"]) for decision in counting if decision.verb == Verb.REMOVE_PASSAGE}
    return PassageActs(adding={decision.pk for decision in counting}, removed=taken)


def _standing_passages(mention: Mention, touched: PassageActs) -> set[int]:
    """The passages whose words count: in the current version, still read there or added by hand, and not removed."""
    current = mention.document.current_id
    # Words that were taken away stay away when the text changes: in the next version they are another row.
    unwanted = {passage.quote for passage in mention.passages.all() if passage.pk in touched.removed}
    return {
        passage.pk
        for passage in mention.passages.all()
        if passage.version_id == current
        and passage.retired_id is None
        and passage.quote not in unwanted
        and (passage.decision_id is None or passage.decision_id in touched.adding)
    }


def _account(mention: Mention, stands: set[int]) -> Account | None:
    """The mention as last read; one that an editor made has passages and no reading, and is sure."""
    readings = list(mention.readings.all())
    told = [reading for reading in readings if not reading.ended]
    by_hand = not readings
    if not told and not by_hand:
        return None
    version = mention.document.current
    return Account(
        mention=mention.pk,
        document=mention.document_id,
        origin=mention.document.origin,
        genre=version.genre if version else "",
        published=version.published if version else None,
        values={} if by_hand else told[-1].values,
        confidence=1.0 if by_hand else told[-1].confidence,
        live=bool(stands) and (by_hand or not readings[-1].ended),
    )
