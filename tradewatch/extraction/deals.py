"""Which acts an article says to carry out a deal or to follow upon one, and which talks came of which."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tradewatch.edtf import bounds_of
from tradewatch.extraction.datatypes import EventReading
from tradewatch.extraction.linked import Described, Link
from tradewatch.extraction.parsing import Reading
from tradewatch.extraction.rulebook import LinkCue
from tradewatch.extraction.told_acts import DIPLOMACY, Act, Scene, Way, can_be_earlier, link_of, side_named
from tradewatch.vocabulary import Action, Genre, Kind, LinkType, Side, Status, Topic

PLACE = re.compile(r"\b(Geneva|London|Stockholm|Madrid|Kuala Lumpur|Busan)\b")
_SORT = re.compile(r"\b(truce|framework|joint statement|deal|agreement|consensus|understanding)\b", re.I)
_AGREED = tuple(map(str, (Action.AGREE, Action.ANNOUNCE)))
_EASING = frozenset({Action.SUSPEND, Action.LIFT, Action.EXTEND, Action.LOWER, Action.RESUME, Action.APPROVE})
_EASED = frozenset({Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE, Kind.PURCHASE, Kind.CORPORATE, Kind.INVESTIGATION})
DEAL_REACH = 400  # characters before the words in which the deal is named
NAMED_REACH = 90  # characters after the words in which the deal is named
RECENT = timedelta(days=21)  # in which what is told as done to carry out a deal was done
STANDING = timedelta(days=60)  # in which the deal that is spoken of as "the truce" was reached


def _deal(cue: LinkCue, words: re.Match[str], scene: Scene) -> Iterator[tuple[int, Link]]:
    """The act that stands nearest to the words, and the deal that they name by its place or as what it is."""
    able = [act for act in scene.here if act.account.kind != Kind.AGREEMENT or act in scene.ahead_of(words.start())]
    if not able:
        return
    nearest = min(able, key=lambda act: abs(act.at - scene.sentence.start - words.start()))
    about = _deal_named(words, nearest, scene)
    if about is None or nearest.account.status == Status.EXPECTED:
        return
    if nearest.account.kind == Kind.TALKS or (nearest.account.kind == Kind.AGREEMENT and cue.type == LinkType.FOLLOWS):
        return
    for act in (nearest, *(one for one in able if one.event != nearest.event and _is_of_one_promise(one, nearest))):
        yield act.event, _of_type(link_of(cue, words, scene, about=about), act)


def _is_of_one_promise(one: Act, other: Act) -> bool:
    """True of "agreed to buy 12 million tonnes this year and 25 million in the next": two acts under one verb."""
    ours, theirs = one.account, other.account
    return ours.action == Action.AGREE and (ours.kind, ours.side) == (theirs.kind, theirs.side)


def _of_type(link: Link, act: Act) -> Link:
    """A promise made in a deal follows from it; what keeps the promise carries the deal out."""
    if link.type != LinkType.IMPLEMENTS or act.account.action != Action.AGREE or act.account.kind == Kind.AGREEMENT:
        return link
    return Link(
        type=LinkType.FOLLOWS, start=link.start, end=link.end, quote=link.quote, rule=link.rule, said=link.said,
        to=link.to, about=link.about,
    )  # fmt: skip


def _deal_named(words: re.Match[str], act: Act, scene: Scene) -> Described | None:
    place = PLACE.search(scene.text, words.start(), words.end() + NAMED_REACH)
    if place:
        return deal_at(place[1])
    named = _SORT.search(scene.text, words.start(), words.end() + NAMED_REACH)
    days = bounds_of(act.account.date.edtf)
    told_on = scene.reading.article.published
    by = min((day for day in (days.earliest, told_on) if day), default=None)
    return _deal_called(named[1].lower(), by) if named and by else None


def deal_at(place: str) -> Described:
    """The deal that was reached at a place."""
    return Described(kind=str(Kind.AGREEMENT), side="both", actions=_AGREED, place=place)


def _deal_called(name: str, by: date) -> Described:
    """The deal of that sort that stands on a day, if there is but one."""
    days = f"{by - STANDING}/{by}"
    return Described(kind=str(Kind.AGREEMENT), side="both", actions=_AGREED, thing=name, day=days)


def _whole(cue: LinkCue, words: re.Match[str], scene: Scene) -> Iterator[tuple[int, Link]]:
    """What one side eased in the weeks before the text carries out the deal that was named last.

    It is the side that the words name, of whose acts the paragraph goes on to tell, or the one that the text speaks
    for; in a text that speaks for nobody all that it goes on to tell is meant.
    """
    told_on = scene.reading.article.published
    side = side_named(words[0])
    about = _deal_spoken_of(scene) or (_truce_of(words[0], told_on) if told_on else None)
    if about is None or told_on is None:
        return
    for act in _told_of(side, scene):
        account, day = act.account, bounds_of(act.account.date.edtf).latest
        recent = day is None or timedelta(0) <= told_on - day <= RECENT
        eases = account.action in _EASING and account.kind in _EASED
        if recent and account.status == Status.OCCURRED and (eases or Topic.FENTANYL_COOPERATION in account.issues):
            yield act.event, link_of(cue, words, scene, about=about)


def _told_of(side: str, scene: Scene) -> list[Act]:
    speaker = scene.reading.speaker
    if speaker:
        return [act for act in scene.all if act.account.side == speaker] if side in ("", speaker) else []
    if side:
        return [act for act in scene.then() if act.account.side == side]
    return [act for act in scene.all if act.at > scene.sentence.end]


def _truce_of(words: str, by: date) -> Described | None:
    named = _SORT.search(words)
    return _deal_called(named[1].lower(), by) if named else None


def _deal_spoken_of(scene: Scene) -> Described | None:
    named = list(PLACE.finditer(scene.reading.text, max(0, scene.sentence.start - DEAL_REACH), scene.sentence.end))
    here = [one for one in named if one.start() >= scene.sentence.start]
    if named and not here:  # of the sentence that named any the last time, the first
        begins = scene.reading.text.rfind(". ", 0, named[-1].start())
        here = [one for one in named if one.start() > begins]
    return deal_at(here[0][1]) if here else None


def _later(cue: LinkCue, words: re.Match[str], scene: Scene) -> Iterator[tuple[int, Link]]:
    """Talks or a deal that are told to have come so many days later follow those told just before."""
    for source in [act for act in scene.here if act.account.kind in DIPLOMACY][:1]:
        before = [act for act in (*scene.before, *scene.here) if act.at < source.at and act.event != source.event]
        if before and before[-1].account.kind in DIPLOMACY and can_be_earlier(before[-1], source, cue):
            yield source.event, link_of(cue, words, scene, to=before[-1].place)


def _leading(cue: LinkCue, words: re.Match[str], scene: Scene) -> Iterator[tuple[int, Link]]:
    """The talks before the words led to those after them, or to those at the place that they name."""
    talks = [act for act in scene.ahead_of(words.start()) if act.account.kind in DIPLOMACY]
    place = PLACE.search(scene.text, words.end(), words.end() + NAMED_REACH)
    led_to = [act for act in scene.after(words.end()) if act.account.kind in DIPLOMACY]
    if place and not led_to:
        there = [act for act in scene.all if act.account.kind == Kind.TALKS and act.account.status == Status.OCCURRED]
        led_to = [act for act in there if place[1] in act.account.object or place[1] in act.account.quote.text]
    for target in talks[-1:]:
        for source in [act for act in led_to if act.event != target.event and can_be_earlier(target, act, cue)][:1]:
            yield source.event, link_of(cue, words, scene, to=target.place)


WAYS: dict[str, Way] = {"deal": _deal, "whole": _whole, "later": _later, "leading": _leading}


def terms(events: Sequence[EventReading], reading: Reading) -> Iterator[tuple[int, Link]]:
    """What an official text that tells of a deal says each side will do is what the deal says."""
    told_on = reading.article.published
    if reading.article.genre != Genre.OFFICIAL or told_on is None:
        return
    deal = next((event for event in events if _is_new_deal(event, told_on)), None)
    for at, event in enumerate(events if deal else ()):
        act = event.accounts[0]
        eases = event.action in (*_EASING, Action.AGREE) and event.kind in _EASED
        if deal and eases and event.status == Status.PLANNED and act.trigger > deal.accounts[0].trigger:
            keeps = event.action != Action.AGREE
            yield at, Link(
                type=LinkType.IMPLEMENTS if keeps else LinkType.FOLLOWS, start=act.quote.start, end=act.quote.end,
                quote=act.quote.text, rule="terms", said="it stands among what the two have agreed",
                to=(deal.accounts[0].trigger, deal.accounts[0].ordinal),
            )  # fmt: skip


def _is_new_deal(event: EventReading, told_on: date) -> bool:
    day = bounds_of(event.date).latest
    is_deal = event.kind == Kind.AGREEMENT and event.action == Action.AGREE and event.status == Status.OCCURRED
    return is_deal and event.side == Side.BOTH and day is not None and timedelta(0) <= told_on - day <= RECENT
