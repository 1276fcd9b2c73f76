"""Days that what is changed bears: "those of [9 April] are stopped", "the eleven firms that it listed on [4 April]"."""

import re

from tradewatch.extraction.placing import Placed
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action, Kind

REACH = 90  # characters before a day in which the listing stands that bears it
_CHANGES = frozenset({Action.SUSPEND, Action.LIFT, Action.EXTEND, Action.LOWER, Action.WITHDRAW})
_BEARS = re.compile(
    r"\b(?:those|these|the|its|against|for|on)(?: (?:other|more|first|last|\d+|[a-z]+))?"
    r"(?: (?:US|U\.S\.|American|Chinese|foreign))?"
    r"(?: (?:entities|companies|firms|subsidiaries|units|names|ones|makers"
    r"|listings?|measures|controls?|curbs|notices))?"
    r"(?: (?:(?:that|which) )?"
    r"(?:(?:it|they|he|Beijing|China|Washington|the ministry|were|was|had been|had|first|been) ){0,2}"
    r"(?:included|added|listed|named|announced|designated|blacklisted|put|placed|sanctioned|imposed|introduced)"
    r"(?: (?!and\b|on\b|in\b)[a-z-]+){0,3}? (?:on|in)| of| from| dated) (?:early |late |mid-)?$",
    re.I,
)


def changes_control(finding: Finding) -> bool:
    """True of an act that ends, eases or prolongs a control or a listing."""
    return finding.rule.kind == Kind.EXPORT_CONTROL and finding.rule.action in _CHANGES


def is_of_what_is_changed(finding: Finding, text: str, one: Placed) -> bool:
    """True for the day of a listing or a control that the act of `finding` ends, eases or prolongs."""
    if not changes_control(finding) or one.part != "date":
        return False
    return _BEARS.search(text, max(0, one.start - REACH), one.start) is not None
