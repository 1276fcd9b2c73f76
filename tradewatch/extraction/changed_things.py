"""Days of lists, papers, brackets and asides that stand beside an act: another's, or its own.

"Those of [9 April] are stopped"; "the eleven firms that it listed on [4 April]"; "rules were issued on [Thursday]: …".
"""

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
_PUT_OUT = re.compile(
    r"\b(?:data|figures|numbers|statistics|returns|tallies|report)\b[^;,.]{0,50}?"
    r"\b(?:put out|released|published|issued|posted|out|showed|came out|reported)(?: late| early)?(?: on)? $",
    re.I,
)
_DASHED = re.compile(r" [—–] (?=\w+ (?:(?:was|were|has|have|had|is|are)\b|\w+ed\b))[^—–]{20,200} [—–] ")
MOST_IN_BRACKET = 2  # words before a day that stands in a bracket as the act's: "(on 4 April)"
_MADE_KNOWN = re.compile(
    r"(?: (?:of|for|by) [\w -]{2,25})?, (?:which was |first )?"
    r"(?:announced|made|issued|published|ordered|told|notified|unveiled)"
    r"(?: (?:at|on|in|by|the|early|late|beginning|start|middle|end|of))* ",
    re.I,
)
_ISSUED = re.compile(
    r"\b(?:rules?|notices?|announcements?|controls|regulations|orders?|measures)\b[^;:]{0,80}?"
    r"\b(?:was|were|have been|has been|came|went) "
    r"(?:issued|published|announced|released|unveiled|imposed|introduced|made public|out)(?: in \w+)?"
    r" (?:late |early )?(?:on )?$",
    re.I,
)


def changes_control(finding: Finding) -> bool:
    """True of an act that ends, eases or prolongs a control or a listing."""
    return finding.rule.kind == Kind.EXPORT_CONTROL and finding.rule.action in _CHANGES


def told_apart(finding: Finding, text: str, one: Placed) -> bool | None:
    """True where a date is another's, False where it is the act's; None where nothing here tells."""
    if _is_made_known_then(finding, text, one):
        return False
    anothers = (_is_of_figures, _is_of_what_is_changed, _is_bracketed, _is_beyond_aside)
    return True if any(told(finding, text, one) for told in anothers) else None


def _is_of_what_is_changed(finding: Finding, text: str, one: Placed) -> bool:
    """True for the day of a listing or a control that the act of `finding` ends, eases or prolongs."""
    if not changes_control(finding) or one.part != "date":
        return False
    return _BEARS.search(text, max(0, one.start - REACH), one.start) is not None


def _is_of_figures(finding: Finding, text: str, one: Placed) -> bool:
    """True in "data that customs put out on [Saturday] show none": the day of the figures, not of what was bought."""
    bought = finding.rule.kind == Kind.PURCHASE and one.part == "date"
    return bought and _PUT_OUT.search(text, max(0, one.start - REACH), one.start) is not None


def _is_bracketed(finding: Finding, text: str, one: Placed) -> bool:
    """True in "no licence is needed (headlines had [Thursday], …)": what a bracket tells is no day of the act."""
    opens = text.rfind("(", 0, one.start)
    if opens < finding.end or text.rfind(")", opens, one.start) >= 0:
        return False
    return len(text[opens + 1 : one.start].split()) > MOST_IN_BRACKET


def _is_made_known_then(finding: Finding, text: str, one: Placed) -> bool:
    """True for "the denial of cargoes, announced in [June]" and "rules were issued on [Thursday]: firms will …"."""
    if finding.rule.kind != Kind.EXPORT_CONTROL or finding.rule.action in _CHANGES:
        return False
    if one.end <= finding.first:
        return text.startswith(":", one.end) and _ISSUED.search(text, 0, one.start) is not None
    return finding.voice in ("pattern", "nominal") and _MADE_KNOWN.fullmatch(text, finding.end, one.start) is not None


def _is_beyond_aside(finding: Finding, text: str, one: Placed) -> bool:
    """True for "The rules - which bound exporters - were dropped on [Tuesday]" and the exporters' being bound."""
    asides = [found.span() for found in _DASHED.finditer(text)] if "—" in text or "–" in text else []
    return any((first < finding.start < last) != (first < one.start < last) for first, last in asides)
