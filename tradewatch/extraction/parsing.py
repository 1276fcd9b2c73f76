"""A sentence with all that was found in it, and the article in which it stands."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tradewatch.extraction.burdens import burdened
from tradewatch.extraction.clauses import Token, tokens_in
from tradewatch.extraction.datatypes import (
    ActorMention,
    Article,
    Candidate,
    Figure,
    Gazetteer,
    KnownDate,
    Sentence,
    TimeExpression,
)
from tradewatch.extraction.figures import figures_in
from tradewatch.extraction.headed import headed
from tradewatch.extraction.holders import Holder, holders_in
from tradewatch.extraction.instruments import Numbered, instruments_in
from tradewatch.extraction.listing import listed
from tradewatch.extraction.placing import Placed, placed_in
from tradewatch.extraction.recitals import with_recitals
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.story import Story
from tradewatch.extraction.things import Around
from tradewatch.extraction.triggers import OF_THING, Finding, findings_in
from tradewatch.vocabulary import Kind

_SORTS = {str(Kind.TARIFF): "tariff", str(Kind.EXPORT_CONTROL): "export_control", str(Kind.PORT_FEE): "port_fee"}


@dataclass(slots=True, kw_only=True)
class Memory:
    """What the sentences before have left behind: who acted, the last date, the deadline of a list, the last talks."""

    side: str = ""
    doers: dict[str, str] = field(default_factory=dict)  # by side, the actor who acted last
    last_date: str = ""
    deadline: KnownDate | None = None
    paragraph: int = -1
    talks: KnownDate | None = None
    heading: str = ""
    story: Story = field(default_factory=Story)  # the time at which the story stands
    subject: str = ""
    effective: KnownDate | None = None  # the day on which the terms of a list begin
    decrees: bool = False  # a list of decisions is open: "I deem it necessary to: (a) …"
    listing: bool = False  # a list of what somebody has done is open: "China retaliates with:"
    decided: str = ""  # the side whose decisions a list tells: "On 4 April China took these measures:"
    decided_on: KnownDate | None = None
    promised: str = ""  # whose list of promises is open: "China has committed to:", "both" where nobody is named
    last: Candidate | None = None
    last_paragraph: int = -10
    recent: deque[Candidate] = field(default_factory=lambda: deque(maxlen=12))


@dataclass(frozen=True, kw_only=True)
class Reading:
    """An article as its sentences are read: its plain text, all names and dates in it, and whose voice it is."""

    article: Article
    text: str
    lexicon: Lexicon
    gazetteer: Gazetteer
    mentions: Sequence[ActorMention]
    times: Sequence[TimeExpression]
    speaker: str = ""  # the side of a document that speaks in the first person
    author: str = ""  # the actor who signs it
    between_the_two: bool = False  # its title or opening names both sides
    words: frozenset[str] = frozenset()  # the names that it comes back to: "tiktok", "boeing"
    is_chronology: bool = False  # its entries begin with their dates
    issues: tuple[str, ...] = ()  # the tariff issues that the article as a whole is about
    memory: Memory = field(default_factory=Memory)

    def times_within(self, sentence: Sentence) -> Sequence[TimeExpression]:
        """The time expressions that begin in a sentence."""
        starts = self._starts_of_times
        first = bisect_left(starts, sentence.start)
        return self.times[first : bisect_left(starts, sentence.end, lo=first)]

    def mentions_within(self, sentence: Sentence) -> Sequence[ActorMention]:
        """The names that begin in a sentence."""
        starts = self._starts_of_mentions
        first = bisect_left(starts, sentence.start)
        return self.mentions[first : bisect_left(starts, sentence.end, lo=first)]

    @cached_property
    def persons(self) -> frozenset[str]:
        """The names by which the article calls persons."""
        kinds = self.gazetteer.kinds
        return frozenset(mention.text for mention in self.mentions if kinds.get(mention.slug) == "person")

    @cached_property
    def _starts_of_times(self) -> list[int]:
        return [time.start for time in self.times]

    @cached_property
    def _starts_of_mentions(self) -> list[int]:
        return [mention.start for mention in self.mentions]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """One sentence with what was found in it; all offsets count from its start."""

    sentence: Sentence
    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[ActorMention, ...] = ()
    holders: tuple[Holder, ...] = ()
    placed: tuple[Placed, ...] = ()
    figures: tuple[Figure, ...] = ()
    numbered: tuple[Numbered, ...] = ()
    findings: tuple[Finding, ...] = ()


def parsed(sentence: Sentence, reading: Reading) -> Parsed:
    """A sentence with its words, names, dates, figures and triggers."""
    text = reading.text[sentence.start : sentence.end]
    tokens = tokens_in(text)
    year = reading.article.published.year if reading.article.published else None
    numbered = instruments_in(text, year=year)
    times = reading.times_within(sentence)
    placed = placed_in(text, times, sentence.start, [(n.start, n.end) for n in numbered if n.instrument.scheme != "EO"])
    found = findings_in(text, tokens, reading.lexicon, _around(sentence, reading)) if tokens else []
    if reading.memory.listing and not found:
        found = list(listed(text, tokens, reading.lexicon, _around(sentence, reading)))
    if tokens and not any(one.rule.kind == Kind.TARIFF for one in found):
        found += burdened(text, tokens, placed, reading.lexicon)
    if ": " in text and tokens:
        told = {one.thing for one in found}
        found += [
            one for one in headed(text, tokens, reading.lexicon, _around(sentence, reading)) if one.thing not in told
        ]
        found.sort(key=lambda one: one.start)
    findings = with_recitals(found, text, tokens, numbered, reading.lexicon)
    mentions = tuple(within(reading.mentions_within(sentence), sentence))
    return Parsed(
        sentence=sentence,
        text=text,
        tokens=tokens,
        mentions=mentions,
        holders=holders_in(text, mentions, reading.lexicon),
        placed=placed,
        figures=figures_in(text) if findings else (),
        numbered=numbered,
        findings=tuple(findings),
    )


def told_just_before(sentence: Sentence, reading: Reading) -> str:
    """The kind of the act told last, if it was in this paragraph or the one before; else ""."""
    last = reading.memory.last
    near = last is not None and sentence.paragraph - reading.memory.last_paragraph <= 1
    return last.kind if last is not None and near else ""


def _around(sentence: Sentence, reading: Reading) -> Around:
    """The words that the article is about, and what sort of thing the last act was done to, if it was just before."""
    return Around(words=reading.words, told=_SORTS.get(told_just_before(sentence, reading), ""))


def within(mentions: Sequence[ActorMention], sentence: Sentence) -> Iterator[ActorMention]:
    """The mentions that stand in a sentence, counted from its start."""
    for mention in mentions:
        if sentence.start <= mention.start and mention.end <= sentence.end:
            yield ActorMention(
                slug=mention.slug,
                side=mention.side,
                start=mention.start - sentence.start,
                end=mention.end - sentence.start,
                text=mention.text,
                role=mention.role,
            )


_ANSWERING = (" response to ", " retaliation for ", " reaction to ", " answer to ")  # what is answered was before
_BY_WIRE = re.compile(r" by (?:(?:tele|video )?phone|video|letter|e-?mail)\b")  # how they spoke, and no border
_AND = re.compile(r"(?:\band|\bthen|,) (?:\w+ly )?$")
_COMMA = re.compile(r",(?! \d{4})")
_APPOSED = re.compile(r", (?:(?-i:[A-Z])[\w.'-]+ ?){1,4}, (?=(?:on|in|against|for|last|this)\b)")


def _closes_participle(text: str, start: int) -> int:
    """Where a comma ends what a participle tells; not one around a name: "imposed by its head, Ann Li, on China"."""
    names = [found.span() for found in _APPOSED.finditer(text, start)]
    for comma in _COMMA.finditer(text, start):
        if not any(first <= comma.start() < last for first, last in names):
            return comma.start()
    return len(text)


def borders_of(finding: Finding, whole: Parsed) -> tuple[int, int]:
    """Where the part of the sentence that tells of `finding` begins and ends."""
    first, last = 0, len(whole.text)
    if finding.voice in OF_THING:
        # "the tariffs announced in April, …": only what follows the participle is said of them.
        first, last = finding.first, _closes_participle(whole.text, finding.end)
    last = min([last, *(one.start for one in whole.findings if _goes_on(finding, one, whole.text))])
    # "was ordered in February and doubled in March": what stands before the second verb is of the first.
    firsts = [
        one for one in whole.findings if finding.voice == one.voice == "passive" and _goes_on(one, finding, whole.text)
    ]
    first = max([first, *(_split(whole.text, one.end, finding.start) for one in firsts)])
    for other in whole.findings:
        if other.start == finding.start or (_is_of_one_thing(finding, other) and other.voice in OF_THING):
            continue
        if other.rule.apart and other.last <= finding.first:
            continue  # "measures against firms that were listed in April remain suspended": one act's words
        begins = other.start if other.voice in OF_THING else other.first
        if other.last <= finding.first:
            first = max(first, _split(whole.text, other.last, finding.first, none=_least(other, finding)))
        elif begins >= finding.last:
            last = min(last, _split(whole.text, finding.last, begins))
    return first, last


def _is_of_one_thing(one: Finding, other: Finding) -> bool:
    """True in "cut the tariffs imposed in May to 10%": two verbs on one thing."""
    return one.thing is not None and one.thing == other.thing


def _goes_on(finding: Finding, other: Finding, text: str) -> bool:
    """True of "cut" in "tariffs imposed on Chinese goods would be cut to 47%": from there another act is told."""
    joined = finding.voice == other.voice == "passive" and _AND.search(text, 0, other.start)
    told = finding.voice in OF_THING or joined
    return _is_of_one_thing(finding, other) and bool(told) and other.start > finding.end


def _least(other: Finding, finding: Finding) -> int:
    """ "After talks in Geneva both on Monday agreed": with no border between, a verb has what stands before it."""
    return other.last if finding.voice == "pattern" and other.voice == "pattern" else finding.first


def _split(text: str, first: int, last: int, *, none: int = -1) -> int:
    """The last border between two acts of a sentence: a semicolon, "while", "and", a comma, "to retaliate" …"""
    for marks in ((";",), _ANSWERING, (" while ", " but ", " and ", ", ", " after ", " by ")):
        at = max(text.rfind(mark, first, last) for mark in marks)
        if at >= 0 and not _BY_WIRE.match(text, at):
            return at
    at = text.rfind(" to ", first, last)
    return at if at >= 0 else last if none < 0 else none
