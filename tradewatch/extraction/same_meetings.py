"""Whether two accounts of talks or of a deal can be one: who met, how, where, and which round it was. Pure."""

import re

from tradewatch.extraction.tellings import VETO, Resemblance, Telling
from tradewatch.vocabulary import Kind

_HEADS = frozenset({"donald-trump", "xi-jinping"})
_NEGOTIATORS = frozenset({"scott-bessent", "he-lifeng", "jamieson-greer", "howard-lutnick", "li-chenggang"})
_PLACE = re.compile(r" in (?P<place>[A-Z][\w' -]+)$")
_ROUND = re.compile(r"^(?P<number>\w+) round of ")
_CALL = re.compile(r"^(?:phone|video) call")
_FACE_TO_FACE = re.compile(r"\bround of | in [A-Z]")


def same_meeting(one: Telling, other: Telling) -> Resemblance | None:
    """What tells two rounds of talks or two calls apart, or makes them one."""
    if one.kind != Kind.TALKS:
        return None
    rounds = round_of(one), round_of(other)
    if all(rounds):
        if rounds[0] != rounds[1]:
            return Resemblance(weight=VETO, said=f"the {rounds[0]} round is not the {rounds[1]}")
        return Resemblance(weight=0.2, said=f"both the {rounds[0]} round")
    for call, meeting in ((one, other), (other, one)):
        if _CALL.match(call.thing) and not _CALL.match(meeting.thing) and _FACE_TO_FACE.search(meeting.thing):
            return Resemblance(weight=VETO, said="a call is no meeting")
    for heads, others in ((one, other), (other, one)):
        if heads.actors & _HEADS and others.actors & _NEGOTIATORS and not others.actors & _HEADS:
            return Resemblance(weight=-0.3, said="the heads of state are not their negotiators")
    return None


def same_place(one: Telling, other: Telling) -> Resemblance | None:
    """Where talks were held or a deal was made."""
    if one.kind not in (Kind.TALKS, Kind.AGREEMENT):
        return None
    places = place_of(one), place_of(other)
    if not all(places):
        return None
    if places[0] == places[1]:
        return Resemblance(weight=0.2, said=f"both in {places[0]}")
    return Resemblance(weight=-0.2, said=f"{places[0]} is not {places[1]}")


def place_of(told: Telling) -> str:
    """Where the talks were held, as the account names it; "" where it does not."""
    return _named(_PLACE, told.thing)


def round_of(told: Telling) -> str:
    """Which round of talks it was, as the account counts it: "third"; "" where it does not."""
    return _named(_ROUND, told.thing)


def _named(pattern: re.Pattern[str], thing: str) -> str:
    found = pattern.search(thing)
    return found[1] if found else ""
