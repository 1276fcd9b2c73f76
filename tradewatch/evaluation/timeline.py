"""The record held against the year as it was: events found, missed, doubled, split and melted; links; groupings."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import PurePath

from tradewatch import edtf
from tradewatch.evaluation.attribution import Read, attributed
from tradewatch.evaluation.chronology import Account, TrueEvent
from tradewatch.evaluation.wording import words_of
from tradewatch.records.models import Event, EventLink, Input, Mention, Reading
from tradewatch.vocabulary import ReviewState

_SHOWN = (ReviewState.UNCHECKED, ReviewState.DOUBTED, ReviewState.ACCEPTED)
_COMMON_WORDS = 2  # of two titles that speak of one event, where no instrument tells it


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event of the record."""

    number: int
    kind: str
    side: str
    date: str
    title: str
    instruments: frozenset[tuple[str, str]]


@dataclass(slots=True, kw_only=True)
class Outcome:
    """Counts and lists; `reported` are the true events that the articles in the record tell of."""

    reported: list[TrueEvent]
    told: list[Told]
    matched: dict[str, int] = field(default_factory=dict)  # name of the true event: number in the record
    doubled: dict[str, list[int]] = field(default_factory=dict)  # further events that tell it too
    unmatched: list[Told] = field(default_factory=list)  # tell no true event; to be read, one by one
    split: list[str] = field(default_factory=list)
    melted: list[int] = field(default_factory=list)
    true_links: int = 0
    links_found: int = 0
    links_wrong: list[tuple[str, str, str]] = field(default_factory=list)  # between matched events; to be read too
    pairs_right: int = 0
    pairs_given: int = 0
    pairs_true: int = 0
    accounts: int = 0
    accounts_read: int = 0

    @property
    def exactly_one(self) -> int:
        """True events with one event of the record, and no second."""
        return sum(name not in self.doubled for name in self.matched)

    @property
    def pairwise_f1(self) -> float:
        """Of every two accounts that are read: together where they tell one event. 0 where there are none."""
        return 2 * self.pairs_right / (self.pairs_given + self.pairs_true) if self.pairs_true else 0.0


def outcome_of(chronology: Mapping[str, TrueEvent], accounts: Sequence[Account]) -> Outcome:
    """The record in the database against those events of the chronology that its articles report."""
    articles = _articles()
    here = [account for account in accounts if account.article in set(articles.values())]
    names = dict.fromkeys(account.event for account in here)
    told = [_told(event) for event in Event.objects.filter(review_state__in=_SHOWN).order_by("pk")]
    outcome = Outcome(reported=[chronology[name] for name in names], told=told, accounts=len(here))
    _match(outcome, _follow_accounts(outcome, here, articles))
    _compare_links(outcome)
    return outcome


def _articles() -> dict[int, str]:
    """Of each document that a file was read into, the file's name without its ending."""
    return {
        document: PurePath(one.path).stem
        for one in Input.objects.order_by("pk")
        for document in one.report.get("documents", [])
    }


def _told(event: Event) -> Told:
    return Told(
        number=event.pk,
        kind=event.kind,
        side=event.side,
        date=event.date,
        title=event.title,
        instruments=frozenset((row["scheme"], row["number"]) for row in event.instruments),
    )


def tells(one: Told, true: TrueEvent) -> bool:
    """Kind, side, days that overlap, and a common instrument or two common words of the titles."""
    if (one.kind, one.side) != (true.kind, true.side) or not one.date:
        return False
    if not edtf.bounds_of(one.date).overlaps(edtf.bounds_of(true.date)):
        return False
    return bool(one.instruments & true.instruments) or len(words_of(one.title) & words_of(true.title)) >= _COMMON_WORDS


def _match(outcome: Outcome, homes: Mapping[str, set[int]]) -> None:
    """One to one, as many as can be; what tells a true event besides is doubled, the rest unmatched.

    An event that holds the words that tell a true one is its partner before any other: of two listings of one day each
    goes to its own. What holds the words of other true events alone does not double this one.
    """
    able = {true.name: [one for one in outcome.told if tells(one, true)] for true in outcome.reported}
    own = {name: [one for one in ones if one.number in homes.get(name, ())] for name, ones in able.items()}
    taken: dict[int, str] = {}
    for partners in (own, able):
        for true in sorted(outcome.reported, key=lambda event: len(able[event.name])):
            if true.name not in taken.values():
                _give(true.name, partners, taken, set())
    outcome.matched = {name: number for number, name in taken.items()}
    held: dict[int, set[str]] = defaultdict(set)
    for name, numbers in homes.items():
        for number in numbers:
            held[number].add(name)
    left = [one for one in outcome.told if one.number not in taken]
    for one in left:
        also = [name for name, ones in able.items() if one in ones and name in held.get(one.number, {name})]
        if also:
            outcome.doubled.setdefault(also[0], []).append(one.number)
        else:
            outcome.unmatched.append(one)


def _give(name: str, able: Mapping[str, Sequence[Told]], taken: dict[int, str], asked: set[int]) -> bool:
    """Find the event a partner, moving others to another where that helps."""
    for one in able[name]:
        if one.number in asked:
            continue
        asked.add(one.number)
        if one.number not in taken or _give(taken[one.number], able, taken, asked):
            taken[one.number] = name
            return True
    return False


def _follow_accounts(
    outcome: Outcome, accounts: Sequence[Account], articles: Mapping[int, str]
) -> Mapping[str, set[int]]:
    """Where each article's words ended up: true events in two places, events of two true ones, pairs.

    Answers with the numbers of the events that hold the words of each true one.
    """
    read = _as_read(articles)
    found = attributed(read, accounts, {true.name: true for true in outcome.reported})
    homes: dict[str, set[int]] = defaultdict(set)
    tenants: dict[int, set[str]] = defaultdict(set)
    members = [(found.names[one.mention], one.event) for one in read if one.mention in found.names]
    for name, number in members:
        homes[name].add(number)
        tenants[number].add(name)
    outcome.accounts_read = found.accounts_read
    outcome.split = sorted(name for name, numbers in homes.items() if len(numbers) > 1)
    outcome.melted = sorted(number for number, names in tenants.items() if len(names) > 1)
    for one, other in combinations(members, 2):
        together, same = one[1] == other[1], one[0] == other[0]
        outcome.pairs_given += together
        outcome.pairs_true += same
        outcome.pairs_right += together and same
    return homes


def _as_read(articles: Mapping[int, str]) -> list[Read]:
    """The mentions of all events that are shown, each by its last reading."""
    latest = dict(
        Reading.objects.filter(mention__isnull=False, ended=False).order_by("pk").values_list("mention", "values")
    )
    shown = Mention.objects.filter(event__review_state__in=_SHOWN).order_by("pk").prefetch_related("passages")
    return [
        Read(
            mention=mention.pk,
            event=mention.event_id or 0,
            article=articles.get(mention.document_id, ""),
            quotes=tuple(passage.quote for passage in mention.passages.all()),
            **{name: latest[mention.pk].get(name) or "" for name in ("kind", "side", "action", "date", "title")},
        )
        for mention in shown
        if mention.pk in latest
    ]


def _compare_links(outcome: Outcome) -> None:
    """Links between matched events, against those of the chronology between reported ones."""
    reported = {true.name for true in outcome.reported}
    wanted = {(true.name, kind, to) for true in outcome.reported for kind, to in true.links if to in reported}
    names = {number: name for name, number in outcome.matched.items()}
    given = {
        (names[link.source_id], link.type, names[link.target_id])
        for link in EventLink.objects.all()
        if link.source_id in names and link.target_id in names
    }
    outcome.true_links = len(wanted)
    outcome.links_found = len(wanted & given)
    outcome.links_wrong = sorted(given - wanted)
