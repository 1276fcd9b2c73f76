"""Whose the plan is that an infinitive tells: "the US threat to impose tariffs", "Beijing's decision to curb …"."""

import re

REACH = 120  # characters before the verb
_THEIR_PLAN = re.compile(
    r"\b(?:(?P<us>US|U\.S\.|American|America's|Washington's|Trump's|(?:United|White) [A-Z][a-z]+'s?)"
    r"|(?P<china>Chinese|China's|Beijing's|MOFCOM's))(?: side's| government's| administration's)? (?:[a-z-]+ ){0,2}?"
    r"(?:threats?|decisions?|plans?|moves?|announcements?|proposals?|intentions?|pledges?|promises?|commitments?"
    r"|attempts?|efforts?|offers?|refusal)"
    r"(?: (?:on|of) [\w ,]{3,20})? (?:to|of|that it (?:will|would|is to)) (?:[a-z]+ly )?(?:also )?$"
)


def whose_plan(text: str, start: int) -> tuple[str, str]:
    """The side whose plan the verb at `start` tells, and the words that say so; two empty ones where none do."""
    found = _THEIR_PLAN.search(text[max(0, start - REACH) : start])
    if found is None:
        return "", ""
    return ("us" if found["us"] else "china"), found[0].strip()
