"""Links between the acts of an article by the words beside them: "in response to", "hit back", "as agreed in …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from tradewatch.edtf import bounds_of
from tradewatch.extraction.changes import changes_of
from tradewatch.extraction.datatypes import Candidate, EventReading, Sentence
from tradewatch.extraction.issues import issues_named
from tradewatch.extraction.linked import Described, Link, Place, Several
from tradewatch.extraction.parsing import Reading
from tradewatch.extraction.quoting import quote_of
from tradewatch.extraction.rulebook import LinkCue
from tradewatch.vocabulary import Action, Kind, LinkType, MeasureKind, Status

_OTHER = {"us": "china", "china": "us"}
_NEW = (Action.IMPOSE, Action.RAISE, Action.ANNOUNCE, Action.THREATEN)
TOLD_REACH = 700  # characters in which the act that is answered was told before
NAMED_REACH = 90  # characters after the words in which the earlier act is named
_KINDS = (
    (Kind.PORT_FEE, re.compile(r"\b(?:port|docking) (?:fees?|charges?)|\bfees\b", re.I)),
    (Kind.TARIFF, re.compile(r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies))\b", re.I)),
    (Kind.EXPORT_CONTROL, re.compile(r"\b(?:controls?|curbs|listings?|affiliates rule)\b", re.I)),
)
_PLACE = re.compile(r"\b(Geneva|London|Stockholm|Madrid|Kuala Lumpur|Busan)\b")
_ECHOED = re.compile(r"match|in kind|retaliat|answer|respond|repl", re.I)
# "in answer to Washington's", "to the American one": what is answered is of the same kind.
_ALIKE = re.compile(
    r"\s*(?:washington's|beijing's|america's|china's|the (?:american|chinese|us) (?:one|step|move|increase|rise))"
    r"(?:$|[^\w ])",
    re.I,
)
_DEAL = (Action.AGREE, Action.ANNOUNCE)
_EASING = frozenset({Action.SUSPEND, Action.LIFT, Action.EXTEND, Action.LOWER, Action.RESUME, Action.APPROVE})
_EASED = frozenset({Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE, Kind.PURCHASE, Kind.CORPORATE})
DEAL_REACH = 400  # characters before the words in which the deal is named
RECENT = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class _Act:
    """An account of an event of the article; `at` is where its trigger stands."""

    event: int
    account: Candidate
    place: Place

    @property
    def at(self) -> int:
        return self.account.trigger


def with_links(
    events: Sequence[EventReading], sentences: Sequence[Sentence], reading: Reading
) -> tuple[EventReading, ...]:
    """The events, each with its links to earlier acts, every one of a type once, by the first words that say it."""
    found: dict[int, dict[tuple[object, ...], Link]] = {at: {} for at in range(len(events))}
    for event, link in (*_by_words(events, sentences, reading), *_by_acts(events, reading)):
        found[event].setdefault((link.type, link.to, link.about), link)
    return tuple(replace(event, links=tuple(found[at].values())) for at, event in enumerate(events))


def _by_acts(events: Sequence[EventReading], reading: Reading) -> Iterator[tuple[int, Link]]:
    for at, event in enumerate(events):
        for link in changes_of(event, reading):
            yield at, link


def _by_words(
    events: Sequence[EventReading], sentences: Sequence[Sentence], reading: Reading
) -> Iterator[tuple[int, Link]]:
    acts = sorted(
        (
            _Act(event, account, (event_read.accounts[0].trigger, event_read.accounts[0].ordinal))
            for event, event_read in enumerate(events)
            for account in event_read.accounts
        ),
        key=lambda act: act.at,
    )
    questions = [one.start for one in sentences if one.text.rstrip(' *"”').endswith("?")]
    for sentence in sentences:
        text = reading.text[sentence.start : sentence.end]
        here = [act for act in acts if sentence.start <= act.at < sentence.end]
        before = [act for act in acts if sentence.start - TOLD_REACH <= act.at < sentence.start]
        for cue in reading.lexicon.sifted_links.for_text(text):
            for words in cue.pattern.finditer(text):
                next_question = next((at for at in questions if at > sentence.start), len(reading.text))
                following = [act for act in acts if sentence.end <= act.at < next_question]
                scene = _Scene(sentence, text, here, before, following, acts, reading)
                yield from _WAYS[cue.way](cue, words, scene)
        yield from _echoes(here, before, sentence)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence with its acts, those told shortly before it, those up to the next question, and all of the article."""

    sentence: Sentence
    text: str
    here: Sequence[_Act]
    before: Sequence[_Act]
    following: Sequence[_Act]
    all: Sequence[_Act]
    reading: Reading

    def after(self, at: int) -> list[_Act]:
        return [act for act in self.here if act.at - self.sentence.start >= at]

    def ahead_of(self, at: int) -> list[_Act]:
        return [act for act in self.here if act.at - self.sentence.start < at]


def _back(cue: LinkCue, words: re.Match[str], scene: _Scene) -> Iterator[tuple[int, Link]]:
    """The later act stands before the words, or, where they open the sentence, after what they name."""
    named = scene.after(words.end())
    later = scene.ahead_of(words.start())[-1:]
    if not later and scene.text[: words.start()].strip(" ,\"'") == "" and len(named) > 1:
        later, named = named[-1:], named[:1]
    if not later or not _may_be_said_of(later[0], cue):
        return
    source = later[0]
    targets = [act for act in named if _can_be_earlier(act, source, cue)][:1]
    if targets:
        yield source.event, _link(cue, words, scene, to=targets[0].place)
        return
    about = _described(scene.text[words.end() : words.end() + NAMED_REACH], source, words.end(), scene)
    if about and cue.type == LinkType.RESPONDS_TO:
        yield source.event, _link(cue, words, scene, about=about)


def _told(cue: LinkCue, words: re.Match[str], scene: _Scene) -> Iterator[tuple[int, Link]]:
    """All that the sentence goes on to tell of one side answers what the other side was last told to have done."""
    sources = [act for act in scene.after(words.start()) if _may_be_said_of(act, cue)]
    side = sources[0].account.side if sources else ""
    earlier = [*scene.before, *scene.ahead_of(words.start())]
    for source in sources:
        if source.account.side != side:
            return
        target = next((act for act in reversed(earlier) if _can_be_earlier(act, source, cue)), None)
        if target:
            yield source.event, _link(cue, words, scene, to=target.place)


def _pointing(cue: LinkCue, words: re.Match[str], scene: _Scene) -> Iterator[tuple[int, Link]]:
    """The acts of the sentence before answer the one that follows the words."""
    named = scene.after(words.end())
    if not named or not scene.before:
        return
    last = scene.before[-1].account
    for source in scene.before:
        same = source.account.side == last.side and source.account.date.edtf == last.date.edtf
        if same and _may_be_said_of(source, cue) and _can_be_earlier(named[0], source, cue):
            yield source.event, _link(cue, words, scene, to=named[0].place)


def _question(cue: LinkCue, words: re.Match[str], scene: _Scene) -> Iterator[tuple[int, Link]]:
    """What is told of one side up to the next question answers what the other side was last told to have done."""
    for source in scene.following:
        target = next((act for act in reversed(scene.before) if _can_be_earlier(act, source, cue)), None)
        if target and _may_be_said_of(source, cue):
            yield source.event, _link(cue, words, scene, to=target.place)


def _whole(cue: LinkCue, words: re.Match[str], scene: _Scene) -> Iterator[tuple[int, Link]]:
    """All that the text's own side eases, in the weeks before the text, carries out the deal that was named last."""
    named = list(_PLACE.finditer(scene.reading.text, max(0, scene.sentence.start - DEAL_REACH), scene.sentence.end))
    here = [one for one in named if one.start() >= scene.sentence.start]
    place = here[0][1] if here else named[-1][1] if named else ""
    told_on = scene.reading.article.published
    if not place or not told_on:
        return
    for act in scene.all:
        account, day = act.account, bounds_of(act.account.date.edtf).latest
        recent = day is None or timedelta(0) <= told_on - day <= RECENT
        own = account.side == scene.reading.speaker and account.status == Status.OCCURRED
        if own and recent and account.action in _EASING and account.kind in _EASED:
            yield act.event, _link(cue, words, scene, about=_deal_at(place))


def _deal_at(place: str) -> Described:
    return Described(kind=str(Kind.AGREEMENT), side="both", actions=tuple(map(str, _DEAL)), place=place)


def _deal(cue: LinkCue, words: re.Match[str], scene: _Scene) -> Iterator[tuple[int, Link]]:
    """The act that stands nearest to the words, and the deal that they name by its place."""
    place = _PLACE.search(scene.text, words.start(), words.end() + NAMED_REACH)
    if not place or not scene.here:
        return
    nearest = min(scene.here, key=lambda act: abs(act.at - scene.sentence.start - words.start()))
    if nearest.account.kind == Kind.TALKS or nearest.account.status == Status.EXPECTED:
        return
    yield nearest.event, _link(cue, words, scene, about=_deal_at(place[1]))


def _echoes(here: Sequence[_Act], before: Sequence[_Act], sentence: Sentence) -> Iterator[tuple[int, Link]]:
    """ "…, which China matched two days later": what is echoed is answered."""
    for act in here:
        if not act.account.rule.endswith(".echo") or not _ECHOED.search(act.account.reasons[0].words):
            continue
        told = [one for one in (*before, *here) if one.at < act.at and one.account.side == _OTHER[act.account.side]]
        alike = [one for one in told if one.account.kind == act.account.kind]
        if alike:
            quote = quote_of(sentence, act.at - sentence.start, act.at - sentence.start + 1)
            yield act.event, Link(
                type=LinkType.RESPONDS_TO, start=quote.start, end=quote.end, quote=quote.text, rule="echo",
                said=f"it does what the other side did: “{act.account.reasons[0].words}”", to=alike[-1].place,
            )  # fmt: skip


def _may_be_said_of(source: _Act, cue: LinkCue) -> bool:
    account = source.account
    if cue.type == LinkType.RESPONDS_TO:
        return account.side in _OTHER and account.status in (Status.OCCURRED, Status.PLANNED)
    return account.status == Status.OCCURRED


def _can_be_earlier(act: _Act, source: _Act, cue: LinkCue) -> bool:
    """True of another event, of the other side where it is answered, that is told as done and is not later."""
    if act.event == source.event or act.account.status != Status.OCCURRED or act.account.kind == Kind.TALKS:
        return False
    if cue.type == LinkType.RESPONDS_TO and act.account.side != _OTHER.get(source.account.side):
        return False
    ours, theirs = source.account.date.edtf, act.account.date.edtf
    return not ours or not theirs or theirs[:10] <= ours[:10]


def _mirrors(cue: LinkCue, words: re.Match[str], scene: _Scene) -> Iterator[tuple[int, Link]]:
    """Each rate told before of one side answers the same rate of the other."""
    for source in scene.before:
        rates = [one.high for one in source.account.measures if one.kind == MeasureKind.RATE]
        side = _OTHER.get(source.account.side, "")
        if side and rates and rates[0] is not None and _may_be_said_of(source, cue):
            about = Described(
                kind=str(source.account.kind),
                side=side,
                actions=tuple(map(str, _NEW)),
                figure=rates[0],
                several=Several.LAST,
            )
            yield source.event, _link(cue, words, scene, about=about)


def _described(words: str, source: _Act, at: int, scene: _Scene) -> Described | None:
    """What the words after a cue name: a measure of the other side, by its kind, issues and day."""
    named = re.split(r"[,;:.]\s", words, maxsplit=1)[0]
    kind = next((kind for kind, noun in _KINDS if noun.search(named)), None)
    side = _OTHER.get(source.account.side, "")
    if side and _ALIKE.match(named):
        kind = Kind(source.account.kind)
        return Described(kind=str(kind), side=side, actions=tuple(map(str, _NEW)), several=Several.LAST)
    if kind is None or not side:
        return None
    begin = scene.sentence.start + at
    days = [time.edtf for time in scene.reading.times if begin <= time.start < begin + len(named) and time.edtf]
    issues = tuple(issues_named(named, scene.reading.lexicon))
    if not days and not issues:
        return None
    return Described(
        kind=str(kind),
        side=side,
        actions=tuple(map(str, _NEW)),
        day=days[0] if days else "",
        issues=issues,
        several=Several.NONE if days else Several.LAST,
    )


_WAYS = {
    "back": _back,
    "told": _told,
    "pointing": _pointing,
    "question": _question,
    "whole": _whole,
    "mirrors": _mirrors,
    "deal": _deal,
}


def _link(
    cue: LinkCue, words: re.Match[str], scene: _Scene, *, to: Place | None = None, about: Described | None = None
) -> Link:
    quote = quote_of(scene.sentence, words.start(), words.end())
    said = f"the words “{words[0].strip()}”"
    return Link(
        type=cue.type, start=quote.start, end=quote.end, quote=quote.text, rule=cue.id, said=said, to=to, about=about
    )
