"""Whose measure it is where the subject of the clause does not act.

"US tariffs took effect", "a deal that would pause US duties", "Beijing won a cut of tariffs", "…, with Trump warning".
"""

import re
from collections.abc import Sequence

from tradewatch.extraction.holders import Holder

DEAL_REACH = 90  # characters before a verb in which the deal stands that would do it
REACH = 60  # characters before a measure in which its owner stands
I_REACH = 30  # characters between "I" and its verb
_I = re.compile(r"\b(?:I|We)(?:'m|'ve|'ll|'re)?(?: (?:am|have|will|would|are|just|hereby|also|now|today|going|to))* ?$")
_SAID_AFTER = re.compile(r"\b(?:said|wrote|stated|posted|told|declared|added|announced)\b")
_CLOSING = re.compile(
    r"[a-z] (?:once|after|when|because|as soon as|before) (?:(?:the|new|such|all|[a-z]+-?[a-z]+) ){0,4}\Z"
)
_OPENING = re.compile(r"\W*(?:(?:However|But|Meanwhile|Then),? )?(?:After|When|Once|Since|As|Because|Following) ", re.I)
_RIGHT_BEFORE = re.compile(
    r"(?:'s?)?(?: (?!(?:and|or|on|of|to|in|for|by|with|said|says|that|after|before|when|as|if|while|has|have|had|will"
    r"|would|is|are|was|were)\b)[\w.%-]+,?){0,5} ?"
)

_ON = re.compile(r" (?:on|against) (?:the )?$")
_BY_DEAL = re.compile(
    r"\b(?:agreement|deal|truce|framework|pact|accord|arrangement|consensus)\b[^;,]{0,70}"
    r"(?:\b(?:that|which) |(?:agreement|deal|truce|framework|pact|accord|arrangement) )"
    r"(?:would|will|could|may|might) (?:also )?(?:[a-z]+ [^,;]{0,60} and )?$"
    r"|\b(?:the|this|any|that) (?:agreement|deal|truce|framework|pact|accord|arrangement)"
    r" (?:would|will|could|may|might) (?:also )?(?:[a-z]+ [^,;]{0,60} and )?$",
    re.I,
)
_WON = re.compile(
    r"\b(?:won|wins?|winning|secur(?:es?|ed|ing)|obtain(?:s|ed|ing)?|extract(?:s|ed|ing)?|gain(?:s|ed|ing)?|wrung"
    r"|wrested|received|earn(?:s|ed|ing)?)"
    r" (?:(?!as\b|after\b|when\b|which\b|that\b|while\b|because\b|when\b)[^\s.;]+ ){0,24}$"
)
_WITH = re.compile(r"\bwith (?P<name>(?:(?:the|[A-Z][\w.'-]*) ){1,5})(?:\w+ing (?:about |of |to |on |that )?)?$")
MAKER_REACH = 60  # characters between a measure and who made it
# "the duties of 15% on wheat [that] China [had put] on it"
_MADE_BY = re.compile(r"(?: (?:of|on) [^;,.]{1,40})?(?: that| which)? (?:the )?")
_MADE = re.compile(
    r"(?: (?:has|had|have|first|also))* (?:put|imposed|announced|levied|placed|slapped|introduced|laid|set|charged)\b"
)


def winner_of(text: str, start: int, holders: Sequence[Holder]) -> Holder | None:
    """To whom the act that a noun at `start` names is granted: "[Beijing] won a delay of the fees"."""
    won = _WON.search(text, 0, start)
    named = [holder for holder in holders if won and holder.end <= won.start()]
    return named[-1] if named else None


def named_with(text: str, start: int, holders: Sequence[Holder]) -> Holder | None:
    """Who does it in "they met, with [Trump] warning of setting tariffs"; `start` is that of the act's verb."""
    found = _WITH.search(text, 0, start)
    inside = [one for one in holders if found and found.start("name") <= one.start and one.end <= found.end("name")]
    return inside[-1] if inside else None


def owner_of(text: str, start: int, holders: Sequence[Holder]) -> Holder | None:
    """Who is named right before the measure at `start` of a plain sentence: "Trump's sweeping [tariffs]"."""
    for holder in reversed(holders):
        on = _ON.search(text, max(0, holder.start - len(" against the ")), holder.start)
        if on and holder.end <= start:  # "US port fees on China [start]": what stands before "on" tells whose they are
            start = on.start()
        elif holder.end <= start and start - holder.end <= REACH:
            return holder if _RIGHT_BEFORE.fullmatch(text, holder.end, start) else None
    return None


def speaker_of_i(text: str, start: int, holders: Sequence[Holder]) -> Holder | None:
    """Who says "I" in '"I am [raising] the tariff on China to 125%," Trump wrote'; None where nobody does."""
    quoted = text.find('"', start)
    if quoted < 0 or not _I.search(text, max(0, start - I_REACH), start):
        return None
    said = _SAID_AFTER.search(text, quoted)
    named = [one for one in holders if one.start >= quoted and one.slug and one.side in ("us", "china")]
    return named[0] if said and named else None


def after_opening(text: str, limit: int) -> int:
    """Where the sentence goes on after "After the two reached a deal, …": who is named before does nothing in it.

    So in "Beijing withdrew once the [duties] had been announced": what stands after "once" has a subject of its own.
    """
    if _CLOSING.search(text, max(0, limit - REACH), limit):
        return limit
    opening = _OPENING.match(text)
    return text.rfind(", ", 0, limit) + 2 if opening and text.rfind(", ", opening.end(), limit) >= 0 else 0


def is_told_of_deal(text: str, start: int) -> bool:
    """True of the verb at `start` in "a deal that would [pause] American tariffs": no side is its subject."""
    return _BY_DEAL.search(text, max(0, start - DEAL_REACH), start) is not None


def maker_of(text: str, end: int, holders: Sequence[Holder]) -> Holder | None:
    """Who made the measure that ends at `end`: China in "the duties that China had put on wheat"; None if not told."""
    near = [one for one in holders if 0 < one.start - end <= MAKER_REACH and one.side in ("us", "china")]
    made = (one for one in near if _MADE_BY.fullmatch(text, end, one.start) and _MADE.match(text, one.end))
    return next(made, None)
