"""Talks that follow earlier talks by what they are called, and deals that came out of talks."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from tradewatch.edtf import bounds_of, precision_of
from tradewatch.extraction.datatypes import Candidate, EventReading
from tradewatch.extraction.linked import Described, Link, Several
from tradewatch.vocabulary import Action, Kind, LinkType, Status

_ROUND = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|new|next|another|further|latest|fresh) (?:and (?:last|latest) )?round\b"
    r"|\b(?:met|meet|talked|sat down) (?:again|once more|for (?:a|the) (?:second|third|fourth|fifth|sixth) time)\b"
    r"|\b(?:resumed?|resumption of|returned to|took up) (?:the )?(?:trade )?(?:talks|negotiations)\b",
    re.IGNORECASE,
)
_BY_WIRE = re.compile(r"\b(?:phone|video|call)\b")
_OF_TALKS = re.compile(
    r"\b(?:talks|negotiat\w+|round|delegations?|two days|met|meeting|summit|sat down|in (?:Geneva|London|Stockholm"
    r"|Madrid|Kuala Lumpur|Busan))\b",
    re.IGNORECASE,
)
_AFTERMATH = timedelta(days=3)  # in which the deal of talks is told
_KEPT_UP = 14  # days in which those who spoke speak again of the same
_HOLD = (str(Action.HOLD),)


def rounds_of(event: EventReading) -> Iterator[Link]:
    """A further round follows the last talks or call, a deal the talks that its words name by their place or days."""
    if event.kind == Kind.TALKS and event.action == Action.HOLD and event.status == Status.OCCURRED:
        yield from _after_last_round(event)
        yield from _kept_up(event)
    elif event.kind == Kind.AGREEMENT and event.action in (Action.AGREE, Action.EXTEND):
        yield from _out_of_talks(event)


def _after_last_round(event: EventReading) -> Iterator[Link]:
    told = next((one for one in event.accounts if _ROUND.search(f"{one.object}. {one.quote.text}")), None)
    if told and not _BY_WIRE.search(event.object):
        about = Described(kind=Kind.TALKS, side="both", actions=_HOLD, several=Several.LAST)
        yield _link(told, about, "it is one of several rounds, and took up what was last spoken of")


def _kept_up(event: EventReading) -> Iterator[Link]:
    """Who speaks again within days takes up what was agreed or spoken of last."""
    about = Described(
        kind=str(Kind.AGREEMENT), also=str(Kind.TALKS), side="both", actions=(str(Action.AGREE), *_HOLD),
        within=_KEPT_UP, several=Several.LAST,
    )  # fmt: skip
    yield replace(_link(event.accounts[0], about, "the two had spoken or agreed days before"), is_surmised=True)


def _out_of_talks(event: EventReading) -> Iterator[Link]:
    place = event.object.partition(" in ")[2]
    for account in event.accounts:
        day = _days_of_talks(account)
        if _OF_TALKS.search(account.quote.text) and (place or day):
            about = Described(
                kind=Kind.TALKS,
                side="both",
                actions=_HOLD,
                thing="talks",
                place=place,
                day="" if place else day,
                several=Several.LAST,
            )
            yield _link(account, about, "it came out of these talks")
            return


def _days_of_talks(account: Candidate) -> str:
    day = account.date.edtf
    begins = bounds_of(day).earliest if precision_of(day) == "day" else None
    return f"{begins - _AFTERMATH}/{begins}" if begins else ""


def _link(account: Candidate, about: Described, said: str) -> Link:
    quote = account.quote
    return Link(
        type=LinkType.FOLLOWS, start=quote.start, end=quote.end, quote=quote.text, rule=f"{account.rule}.of", said=said,
        about=about,
    )  # fmt: skip
