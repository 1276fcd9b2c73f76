"""Acts that are told to have come right after another, to have been done to one more, or to have grown out of one."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tradewatch.extraction.linked import Link
from tradewatch.extraction.rulebook import LinkCue
from tradewatch.extraction.told_acts import (
    DIPLOMACY,
    Act,
    Scene,
    Way,
    can_be_earlier,
    days_between,
    link_of,
    may_be_said_of,
)

SOON = 3  # days after a blow in which what is told to have come after it answers it


def _at_once(cue: LinkCue, words: re.Match[str], scene: Scene) -> Iterator[tuple[int, Link]]:
    """What came hours later answers the act that is told right before it."""
    for source in scene.after(words.end())[:1]:
        told = [act for act in (*scene.before, *scene.here) if act.at < source.at and act.event != source.event][-1:]
        if told and may_be_said_of(source, cue) and can_be_earlier(told[0], source, cue):
            yield source.event, link_of(cue, words, scene, to=told[0].place)


def _soon(cue: LinkCue, words: re.Match[str], scene: Scene) -> Iterator[tuple[int, Link]]:
    """What a side does within days of a blow answers it, if the text says no more than that; so it is surmised."""
    for source, target in zip(scene.ahead_of(words.start())[-1:], scene.after(words.end())[:1], strict=False):
        days = days_between(target, source)
        if days is not None and days <= SOON and may_be_said_of(source, cue) and can_be_earlier(target, source, cue):
            yield source.event, replace(link_of(cue, words, scene, to=target.place), is_surmised=True)


def _likewise(cue: LinkCue, words: re.Match[str], scene: Scene) -> Iterator[tuple[int, Link]]:
    """What is done to one more comes upon what that side was last told to have done to others."""
    near = sorted(scene.here, key=lambda act: abs(act.at - scene.sentence.start - words.start()))
    for source in near[:1]:
        told = [act for act in (*scene.before, *scene.here) if act.at <= source.at and act.event != source.event]
        alike = [act for act in told if _is_alike(act, source) and can_be_earlier(act, source, cue)]
        for target in alike[-1:]:
            yield source.event, link_of(cue, words, scene, to=target.place)


def _is_alike(act: Act, other: Act) -> bool:
    ours, theirs = act.account, other.account
    return (ours.kind, ours.side, ours.action) == (theirs.kind, theirs.side, theirs.action)


def _out_of(cue: LinkCue, words: re.Match[str], scene: Scene) -> Iterator[tuple[int, Link]]:
    """The talks or the deal before the words came of those that are told after them."""
    for source in [act for act in scene.ahead_of(words.start()) if act.account.kind in DIPLOMACY][-1:]:
        for target in [act for act in scene.after(words.end()) if act.account.kind in DIPLOMACY][:1]:
            if can_be_earlier(target, source, cue):
                yield source.event, link_of(cue, words, scene, to=target.place)


WAYS: dict[str, Way] = {"at_once": _at_once, "soon": _soon, "likewise": _likewise, "out_of": _out_of}
