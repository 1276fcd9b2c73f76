"""Which acts an article says to answer which of the other side: "in response to", "hit back", "within hours of"."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import takewhile

from tradewatch.edtf import bounds_of, precision_of
from tradewatch.extraction.datatypes import Sentence
from tradewatch.extraction.issues import issues_named
from tradewatch.extraction.linked import Described, Link, Several
from tradewatch.extraction.quoting import quote_of
from tradewatch.extraction.rulebook import LinkCue
from tradewatch.extraction.scenes import OTHER_SIDE
from tradewatch.extraction.told_acts import (
    DIPLOMACY,
    Act,
    Scene,
    Way,
    can_be_earlier,
    days_between,
    link_of,
    may_be_said_of,
    side_named,
)
from tradewatch.vocabulary import Action, Direction, Kind, LinkType, MeasureKind

_NEW = tuple(map(str, (Action.IMPOSE, Action.RAISE, Action.ANNOUNCE, Action.THREATEN)))
NAMED_REACH = 90  # characters after the words in which the earlier act is named
NEAR = 60  # characters between an act's verb and the noun by which it is called an answer
_KINDS = (
    (Kind.PORT_FEE, re.compile(r"\b(?:port|docking) (?:fees?|charges?)|\bfees\b", re.I)),
    (Kind.TARIFF, re.compile(r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies))\b", re.I)),
    (
        Kind.EXPORT_CONTROL,
        re.compile(r"\b(?:controls?|curbs|listings?|affiliates rule|rare[- ]earths?|magnets)\b", re.I),
    ),
)
_PARCELS = re.compile(r"\b(?:parcels?|packages?|de minimis|duty-free entry)\b", re.I)
UNFORGOTTEN = 7  # days after a blow in which it is answered, where no words name it
TOLD_ON = 300  # characters after a sentence that announces an answer in which it is told
_ECHOED = re.compile(r"match|in kind|retaliat|answer|respond|repl", re.I)
# "in answer to Washington's", "to the American one": what is answered is of the same kind.
_ALIKE = re.compile(
    r"\s*(?:washington's|beijing's|america's|china's|the (?:american|chinese|us) (?:one|step|move|increase|rise))"
    r"(?:$|[^\w ])",
    re.I,
)
_HOLDER = re.compile(r"'s |\b(?:american|chinese|us) ", re.I)
_DAYS_BEFORE = (
    (re.compile(r"\b(?:a|one|the) day (?:after|later)\b", re.I), timedelta(days=1)),
    (re.compile(r"\btwo days (?:after|later)\b", re.I), timedelta(days=2)),
    (re.compile(r"\b(?:minutes?|hours?|the same day) (?:after|of|as)\b", re.I), timedelta(0)),
)
_AT_ONCE = timedelta(days=1)  # what is answered within hours may bear the date of the day before


def _back(cue: LinkCue, words: re.Match[str], scene: Scene) -> Iterator[tuple[int, Link]]:
    """The later act stands before the words, or, where none does, after the comma that closes what they name."""
    named = scene.after(words.end())
    later = scene.ahead_of(words.start())[-1:]
    comma = scene.text.find(", ", words.end())
    if not later and comma > 0:
        later, named = scene.after(comma)[-1:], [act for act in named if act not in scene.after(comma)]
    if not later or not may_be_said_of(later[0], cue):
        return
    source = later[0]
    target = next((act for act in named if can_be_earlier(act, source, cue)), None)
    if target and not (cue.type == LinkType.FOLLOWS and source.account.side == target.account.side):
        yield source.event, link_of(cue, words, scene, to=target.place)
        return
    about = _described(scene.text[words.end() : words.end() + NAMED_REACH], source, words, scene)
    if about:
        yield source.event, link_of(cue, words, scene, about=about)


def _told(cue: LinkCue, words: re.Match[str], scene: Scene) -> Iterator[tuple[int, Link]]:
    """All that is told of one side in a row answers what the other side was last told to have done."""
    sources = [act for act in scene.after(words.start()) if may_be_said_of(act, cue)]
    if sources:
        yield from _answered(cue, words, scene, sources)
    elif not scene.here:
        then = [act for act in scene.then() if act.at < scene.sentence.end + TOLD_ON]
        told_on = [act for act in then if may_be_said_of(act, cue)]
        yield from _answered(cue, words, scene, told_on)


def _anywhere(cue: LinkCue, words: re.Match[str], scene: Scene) -> Iterator[tuple[int, Link]]:
    """The words say of the act beside them that it answers what was told before: "in retaliation"."""
    ahead = [act for act in scene.ahead_of(words.start()) if may_be_said_of(act, cue)]
    opens = not scene.text[: words.start()].strip(" ,\"'")
    following = [act for act in scene.after(words.start()) if may_be_said_of(act, cue)]
    sources = following if opens or not ahead else ahead[-1:]
    yield from _answered(cue, words, scene, sources)


def _called(cue: LinkCue, words: re.Match[str], scene: Scene) -> Iterator[tuple[int, Link]]:
    """The noun after an act's verb calls it an answer: "imposed retaliatory duties", but not "lifted its reprisals"."""
    for act in scene.ahead_of(words.end())[-1:]:
        between = scene.text[max(0, act.at - scene.sentence.start) : words.start()]
        is_new = act.account.action in (*_NEW, Action.SUSPEND) and act.direction == Direction.ESCALATES
        if is_new and len(between) <= NEAR and not re.search(r"[,;:]", between) and not _HOLDER.search(between):
            yield from _answered(cue, words, scene, [act])


def _answered(cue: LinkCue, words: re.Match[str], scene: Scene, sources: Sequence[Act]) -> Iterator[tuple[int, Link]]:
    """Those of the sources that stand in a row and are of the side that is named answer the last act of the other."""
    side = side_named(words[0]) or (sources[0].account.side if sources else "")
    if not sources or sources[0].account.side != side:
        return
    first = sources[0]
    target = _blow_before(first, cue, scene)
    if target and (days_between(target, first) or 0) > UNFORGOTTEN:
        target = None
    about = None if target else _last_blow(first)
    for source in _row(first, sources, scene):
        if target and can_be_earlier(target, source, cue):
            yield source.event, link_of(cue, words, scene, to=target.place)
        elif about:
            yield source.event, link_of(cue, words, scene, about=about)


def _blow_before(first: Act, cue: LinkCue, scene: Scene) -> Act | None:
    """What the other side was last told to have done; further back in the article only if it told of no other blow.

    An inquiry that is opened is answered only where words name it.
    """
    earlier = [act for act in (*scene.before, *scene.here) if act.at < first.at]
    earlier = [act for act in earlier if act.account.kind != Kind.INVESTIGATION]
    after = [act for act in scene.here if act.at > first.at and first.account.date.edtf and act.account.date.edtf]
    near = [act for act in reversed(earlier) if can_be_earlier(act, first, cue)]
    near = [act for act in near if not _PARCELS.search(act.account.quote.text)] or near  # they come along with goods
    dated = [act for act in near if bounds_of(act.account.date.edtf).earliest]
    if near:  # the last by its day, as what is told of former days in between has been answered then
        return max(dated, key=lambda act: str(bounds_of(act.account.date.edtf).earliest)) if dated else near[0]
    here = next((act for act in after if can_be_earlier(act, first, cue)), None)
    if here:
        return here
    far = [act for act in scene.all if act.at < scene.sentence.start and can_be_earlier(act, first, cue)]
    return far[-1] if len({act.event for act in far}) == 1 else None


def _row(first: Act, sources: Sequence[Act], scene: Scene) -> Iterator[Act]:
    """The sources, and what the text goes on to tell of the same side and day, until the other side acts."""
    of_side = list(
        takewhile(lambda act: act.account.side == first.account.side, (a for a in scene.all if a.at >= first.at))
    )
    yield from (act for act in of_side if act in sources)
    last = max((act for act in of_side if act in sources), key=lambda act: act.at)
    yield from _row_after(last, [act for act in of_side if act.at > last.at])


def _row_after(last: Act, following: Sequence[Act]) -> Iterator[Act]:
    """What follows in a row, of one side, one day and one direction; undated it must stand in the same paragraph."""
    told_in = last.paragraph
    for act in following:
        if act.account.side != last.account.side or act.paragraph - told_in > 1:
            return
        is_alike = act.direction == last.direction != Direction.NEITHER
        if is_alike and (days_between(last, act) == 0 or (not act.account.date.edtf and act.paragraph == told_in)):
            told_in = act.paragraph
            yield act


def _last_blow(source: Act) -> Described | None:
    """The duty that the other side laid last in the days before, where what is answered is told elsewhere."""
    if source.direction != Direction.ESCALATES and source.account.kind != Kind.LEGAL:
        return None
    side = OTHER_SIDE[source.account.side]
    return Described(kind=str(Kind.TARIFF), side=side, actions=_NEW, several=Several.LAST, within=UNFORGOTTEN)


def _pointing(cue: LinkCue, words: re.Match[str], scene: Scene) -> Iterator[tuple[int, Link]]:
    """The acts of the sentence before, and those of their day that are told on, answer the one after the words."""
    if not scene.before:
        return
    named, last = scene.after(words.end()), scene.before[-1]
    target = named[0] if named else None
    about = None if target else _described(scene.text[words.end() : words.end() + NAMED_REACH], last, words, scene)
    at = target.at if target else scene.sentence.end
    told_on = _row_after(last, [act for act in scene.all if act.at > at]) if target and last.account.date.edtf else ()
    for source in (*_pointed_at(words, last, scene), *told_on):
        if not may_be_said_of(source, cue):
            continue
        if target and can_be_earlier(target, source, cue):
            yield source.event, link_of(cue, words, scene, to=target.place)
        elif about:
            yield source.event, link_of(cue, words, scene, about=about)


def _pointed_at(words: re.Match[str], last: Act, scene: Scene) -> Iterator[Act]:
    """ "It": what was told last, and what is of its side and day; "all of it": the whole row of that side's acts."""
    is_all = words[0].lower().startswith(("all ", "the package", "the measures", "the steps", "both", "these", "they"))
    for act in takewhile(lambda act: act.account.side == last.account.side, reversed(scene.before)):
        if act.account.date.edtf == last.account.date.edtf or (is_all and act.paragraph == last.paragraph):
            yield act


def _question(cue: LinkCue, words: re.Match[str], scene: Scene) -> Iterator[tuple[int, Link]]:
    """What is told of one side up to the next question answers what the other side was last told to have done."""
    for source in scene.following:
        target = _blow_before(source, cue, scene)
        if target and may_be_said_of(source, cue):
            yield source.event, link_of(cue, words, scene, to=target.place)


def _mirrors(cue: LinkCue, words: re.Match[str], scene: Scene) -> Iterator[tuple[int, Link]]:
    """Each rate told before of one side answers the same rate of the other."""
    for source in scene.before:
        rates = [one.high for one in source.account.measures if one.kind == MeasureKind.RATE]
        side = OTHER_SIDE.get(source.account.side, "")
        if side and rates and rates[0] is not None and may_be_said_of(source, cue):
            about = Described(
                kind=str(source.account.kind), side=side, actions=_NEW, figure=rates[0], several=Several.LAST
            )
            yield source.event, link_of(cue, words, scene, about=about)


def _causing(cue: LinkCue, words: re.Match[str], scene: Scene) -> Iterator[tuple[int, Link]]:
    """What stands before the words brought on what stands after them: "the rule that provoked the threat"."""
    for source in scene.after(words.end())[:1]:
        ahead = reversed(scene.ahead_of(words.start()))
        target = next((act for act in ahead if can_be_earlier(act, source, cue)), None)
        if target and may_be_said_of(source, cue):
            yield source.event, link_of(cue, words, scene, to=target.place)


def echoes(here: Sequence[Act], before: Sequence[Act], sentence: Sentence) -> Iterator[tuple[int, Link]]:
    """ "…, which China matched two days later": what is echoed is answered."""
    for act in here:
        if not act.account.rule.endswith(".echo") or not _ECHOED.search(act.account.reasons[0].words):
            continue
        told = [one for one in (*before, *here) if one.at < act.at and one.account.side == OTHER_SIDE[act.account.side]]
        alike = [one for one in told if one.account.kind == act.account.kind]
        if alike:
            quote = quote_of(sentence, act.at - sentence.start, act.at - sentence.start + 1)
            yield act.event, Link(
                type=LinkType.RESPONDS_TO, start=quote.start, end=quote.end, quote=quote.text, rule="echo",
                said=f"it does what the other side did: “{act.account.reasons[0].words}”", to=alike[-1].place,
            )  # fmt: skip


def _described(words: str, source: Act, cue_words: re.Match[str], scene: Scene) -> Described | None:
    """What the words after a cue name: a measure of the other side, by its kind, issues and day."""
    named = re.split(r"[,;:.]\s", words, maxsplit=1)[0]
    kind = next((kind for kind, noun in _KINDS if noun.search(named)), None)
    side = OTHER_SIDE.get(source.account.side, "")
    if side and _ALIKE.match(named):
        kind = Kind(source.account.kind)
        return Described(kind=str(kind), side=side, actions=_NEW, several=Several.LAST)
    if kind is None or not side or source.account.kind in DIPLOMACY:
        return None
    begin = scene.sentence.start + cue_words.end()
    days = [time.edtf for time in scene.reading.times if begin <= time.start < begin + len(named) and time.edtf]
    days = days or _days_before(cue_words[0], source)
    issues = tuple(issues_named(named, scene.reading.lexicon))
    if not days and not issues:
        return None
    day = days[0] if days else ""
    last = Several.LAST_DAY if kind == Kind.EXPORT_CONTROL else Several.LAST
    several = Several.NONE if days else last
    return Described(kind=str(kind), side=side, actions=_NEW, day=day, issues=issues, several=several)


def _days_before(words: str, source: Act) -> list[str]:
    """The day of what an act came "a day after", reckoned from the act's own."""
    day = source.account.date.edtf
    begins = bounds_of(day).earliest if precision_of(day) == "day" else None
    for said, back in _DAYS_BEFORE:
        if begins and said.search(words):
            return [str(begins - back)] if back else [f"{begins - _AT_ONCE}/{begins}"]
    return []


WAYS: dict[str, Way] = {
    "back": _back,
    "told": _told,
    "anywhere": _anywhere,
    "called": _called,
    "pointing": _pointing,
    "question": _question,
    "mirrors": _mirrors,
    "causing": _causing,
}
