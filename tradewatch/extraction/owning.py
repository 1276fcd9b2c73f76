"""Whose measure it is where no side is the subject: "US tariffs took effect", "a deal that would pause US duties"."""

import re
from collections.abc import Sequence

from tradewatch.extraction.holders import Holder

DEAL_REACH = 90  # characters before a verb in which the deal stands that would do it
REACH = 60  # characters before a measure in which its owner stands
_RIGHT_BEFORE = re.compile(
    r"(?:'s?)?(?: (?!(?:and|or|on|of|to|in|for|by|with|said|says|that|after|before|when|as|if|while|has|have|had|will"
    r"|would|is|are|was|were)\b)[\w.%-]+,?){0,5} ?"
)

_BY_DEAL = re.compile(
    r"\b(?:agreement|deal|truce|framework|pact|accord|arrangement|consensus)\b[^;,]{0,70}"
    r"(?:\b(?:that|which) |(?:agreement|deal|truce|framework|pact|accord|arrangement) )"
    r"(?:would|will|could|may|might) (?:also )?(?:[a-z]+ [^,;]{0,60} and )?$"
    r"|\b(?:the|this|any|that) (?:agreement|deal|truce|framework|pact|accord|arrangement)"
    r" (?:would|will|could|may|might) (?:also )?(?:[a-z]+ [^,;]{0,60} and )?$",
    re.I,
)


def owner_of(text: str, start: int, holders: Sequence[Holder]) -> Holder | None:
    """Who is named right before the measure at `start` of a plain sentence: "Trump's sweeping [tariffs]"."""
    for holder in reversed(holders):
        if holder.end <= start and start - holder.end <= REACH:
            return holder if _RIGHT_BEFORE.fullmatch(text, holder.end, start) else None
    return None


def is_told_of_deal(text: str, start: int) -> bool:
    """True of the verb at `start` in "a deal that would [pause] American tariffs": no side is its subject."""
    return _BY_DEAL.search(text, max(0, start - DEAL_REACH), start) is not None
