"""What one side says of the other's act: "Beijing on Sunday condemned the US tariff increases".

Whose act it is, and when it was done, is not told by the one that reacts, nor by the day of the reaction.
"""

import re
from dataclasses import replace

from tradewatch.extraction.forms import BASE, ING, PAST
from tradewatch.extraction.parsing import Parsed
from tradewatch.extraction.placing import Placed
from tradewatch.extraction.scenes import Acting
from tradewatch.extraction.triggers import Finding

OWNED = 0.8  # how sure "the US tariff increases" makes the side
BESIDE, RIGHT_AFTER = 40, 10  # characters between a verb of reaction and its day
_REACTS = re.compile(
    r"\b(?:slamm?|blast|condemn|criticis|criticiz|denounc|decri|deplor|protest|lament|assail|attack|rebuk|bemoan"
    r"|hits? out|lash\w* out|react\w* to|respond\w* to|object\w* to|oppos|welcom|prais|hail|applaud)"
    r"(?:s|es|ed|d|ing|e)?\b"
)
# "condemned the duties and imposed its own", "responded to the duties by listing": the act of the one that reacts
_AND_DID = re.compile(r"(?:\b(?:and|but|while|then|by)|,)(?: (?:also|then|then also|it|they|\w+ly))* \Z")
_WHOSE = re.compile(
    r"\b(?:(?P<us>(?:US|U\.S\.|American|America's|Washington's|(?:Donald )?Trump's)(?:'s|')?)"
    r"|(?P<china>Chinese|China's|Beijing's))"
    r" (?:(?:latest|new|recent|unilateral|further|additional|planned|\d+%|[a-z-]+ (?=tariff|duty|fee)) ){0,2}\Z"
)


def reaction_to(finding: Finding, text: str) -> re.Match[str] | None:
    """The verb by which somebody reacts to the act that `finding` reports; None where it is no such act."""
    found = next(iter(list(_REACTS.finditer(text, 0, finding.first))[-1:]), None)
    if found is None or found.end() > finding.first or ";" in text[found.end() : finding.first]:
        return None
    finite = (PAST in finding.form or ING in finding.form) and BASE not in finding.form and finding.voice == "active"
    return None if finite and _AND_DID.search(text, found.end(), finding.first) else found


def without_day_of_reaction(finding: Finding, whole: Parsed) -> Parsed:
    """The sentence without the day right beside the verb of reaction: it is not that of the act."""
    found = reaction_to(finding, whole.text)
    if found is None:
        return whole
    kept = tuple(one for one in whole.placed if one.part != "date" or not _is_beside(one, found))
    return replace(whole, placed=kept)


def _is_beside(one: Placed, verb: re.Match[str]) -> bool:
    """True of "on Sunday condemned" and "protested on Sunday"."""
    before, after = verb.start() - one.end, one.start - verb.end()
    return 0 <= before <= BESIDE or 0 <= after <= RIGHT_AFTER


def by_owner_named(acting: Acting, finding: Finding, whole: Parsed) -> Acting:
    """ "China condemned the US tariff increases": of an act that a noun names, the side named right before it."""
    if finding.voice not in ("nominal", "passive") or reaction_to(finding, whole.text) is None:
        return acting
    first = min(finding.first, finding.thing.start) if finding.thing else finding.first
    found = _WHOSE.search(whole.text, 0, first)
    side = ("us" if found["us"] else "china") if found else acting.side
    return Acting(side=side, how="owner", words=found[0].strip(), weight=OWNED) if found else acting
