"""The acts of an article in the order in which they are told, around a sentence whose words link them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from tradewatch.direction import direction_of
from tradewatch.edtf import bounds_of
from tradewatch.extraction.datatypes import Candidate, EventReading, Sentence
from tradewatch.extraction.linked import Described, Link, Place
from tradewatch.extraction.parsing import Reading
from tradewatch.extraction.quoting import quote_of
from tradewatch.extraction.rulebook import LinkCue
from tradewatch.extraction.scenes import OTHER_SIDE
from tradewatch.extraction.subjects import BY_POST
from tradewatch.vocabulary import Direction, Kind, LinkType, Side, Status, Topic

TOLD_REACH = 1200  # characters in which the act that is answered was told before
_CHINA = re.compile(r"\b(?:china|beijing|chinese)\b", re.I)
_US = re.compile(r"\b(?:us|united states|washington|america|american|white house)\b", re.I)
DIPLOMACY = frozenset({Kind.TALKS, Kind.AGREEMENT})


@dataclass(frozen=True, slots=True)
class Act:
    """An account of an event of the article; `at` is where its trigger stands."""

    event: int
    account: Candidate
    place: Place
    paragraph: int = 0

    @property
    def at(self) -> int:
        return self.account.trigger

    @property
    def direction(self) -> Direction:
        account = self.account
        return direction_of(kind=account.kind, action=account.action, status=account.status, side=account.side)


def acts_of(events: Sequence[EventReading], sentences: Sequence[Sentence]) -> list[Act]:
    """All accounts of all events, as they stand in the text."""
    acts = [
        (account.trigger, event, account, (told.accounts[0].trigger, told.accounts[0].ordinal))
        for event, told in enumerate(events)
        for account in told.accounts
    ]
    found, at = [], 0
    for trigger, event, account, place in sorted(acts, key=lambda act: act[0]):
        while at + 1 < len(sentences) and sentences[at + 1].start <= trigger:
            at += 1
        found.append(Act(event, account, place, sentences[at].paragraph if sentences else 0))
    return found


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its acts, those told shortly before it, those up to the next question, and all of the article."""

    sentence: Sentence
    text: str
    here: Sequence[Act]
    before: Sequence[Act]
    following: Sequence[Act]
    all: Sequence[Act]
    reading: Reading

    def after(self, at: int) -> list[Act]:
        """The sentence's acts that are told from the offset on."""
        return [act for act in self.here if act.at - self.sentence.start >= at]

    def ahead_of(self, at: int) -> list[Act]:
        """The sentence's acts that are told before the offset."""
        return [act for act in self.here if act.at - self.sentence.start < at]

    def then(self) -> list[Act]:
        """What the paragraph tells after the sentence; where the sentence closes it, what the next one tells."""
        later = [act for act in self.all if act.at >= self.sentence.end]
        return list(takewhile(lambda act: act.paragraph == later[0].paragraph <= self.sentence.paragraph + 1, later))


Way = Callable[[LinkCue, "re.Match[str]", Scene], Iterator[tuple[int, Link]]]


def link_of(
    cue: LinkCue, words: re.Match[str], scene: Scene, *, to: Place | None = None, about: Described | None = None
) -> Link:
    """The link that the words state, with the part of their sentence that holds them."""
    quote = quote_of(scene.sentence, words.start(), words.end())
    said = f"the words “{words[0].strip()}”"
    return Link(
        type=cue.type, start=quote.start, end=quote.end, quote=quote.text, rule=cue.id, said=said, to=to, about=about
    )


def may_be_said_of(source: Act, cue: LinkCue) -> bool:
    """Only one of the two sides answers the other, and only what is done or decided carries out or follows."""
    account = source.account
    if cue.type == LinkType.RESPONDS_TO:
        return account.side in OTHER_SIDE and account.status in (Status.OCCURRED, Status.PLANNED)
    return account.status == Status.OCCURRED


def can_be_earlier(act: Act, source: Act, cue: LinkCue) -> bool:
    """True of another event that is told as done and is not later; where it is answered, of one of the other side."""
    if act.event == source.event or act.account.status != Status.OCCURRED:
        return False
    if act.account.subject == BY_POST != source.account.subject:
        return False  # a door that the Postal Service shut is no measure that anybody answers or puts off
    if cue.type == LinkType.RESPONDS_TO and not _can_be_answered(act, source):
        return False
    ours, theirs = source.account.date.edtf, act.account.date.edtf
    return not ours or not theirs or theirs[:10] <= ours[:10]


def _can_be_answered(act: Act, source: Act) -> bool:
    """A blow is answered with a blow and a relief with a relief; a case at law answers a blow.

    What a third country does to a firm may be answered by either side.
    """
    if act.account.side == Side.OTHER:
        return act.account.kind == Kind.CORPORATE and source.account.kind in (Kind.CORPORATE, Kind.EXPORT_CONTROL)
    if Topic.TIKTOK in act.account.issues or act.account.kind == Kind.TALKS:
        return False  # a stay of that ban is no blow
    if act.account.side != OTHER_SIDE.get(source.account.side):
        return False
    if source.direction == Direction.NEITHER:
        return act.direction == Direction.ESCALATES
    return act.direction == source.direction


def side_named(words: str) -> str:
    """The one side of the two that words name, "" where they name none or both."""
    china, us = _CHINA.search(words), _US.search(words)
    return "china" if china and not us else "us" if us and not china else ""


def days_between(earlier: Act, later: Act) -> int | None:
    """How many days lie between two acts; None where a day is not known."""
    first, last = (bounds_of(act.account.date.edtf).earliest for act in (earlier, later))
    return (last - first).days if first and last else None
