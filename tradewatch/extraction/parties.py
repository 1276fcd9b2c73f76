"""Whose act on a list or a control it is, by the parties named: "two dozen [Chinese] names", "[China's] demand"."""

import re

from tradewatch.extraction.scenes import Acting, Scene
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Kind

WERE = 90  # characters before "were added" in which those stand who were
BEFORE = 40  # characters before an act in which its owner stands
AFTER = 110  # characters after a list or sanctions in which those stand whom they are against
_LISTS = re.compile(r"list|blacklisted|names|firms|unreliable|put_on|addit")
_GOING = ("on_list", "off_list")  # rules of firms that went on a list or came off it
_LISTED = re.compile(
    r"\b(?:(?P<us>Chinese)|(?P<china>American|US|U\.S\.)) (?:[a-z-]+ ){0,3}?"
    r"(?:entit(?:y|ies)|firms?|compan(?:y|ies)|names|groups?|makers?|chipmakers|suppliers|institut(?:es|ions)"
    r"|universities|contractors|organi[sz]ations|parties|businesses|subsidiaries)\b"
)
_WERE = re.compile(r"\b(?:was|were|are|is|been) (?:\w+ly |also )?$")
_OWNERS = re.compile(
    r"\b(?:(?P<china>China|Beijing|MOFCOM)|(?P<us>America|Washington|Trump|BIS|the US|the U\.S\.|the United States))'s?"
    r" (?:(?:new|latest|recent|sweeping|own|first|planned) )*$"
)
_UNRELIABLE = re.compile(r"\bunreliable[- ]entit(?:y|ies)\b", re.I)
_COMMERCES = re.compile(
    r"\bEntity List\b(?<!reliable entity list)|\b(?:Commerce Department|Department of Commerce)'s\b[^;]{0,30}\blist\b",
    re.I,
)
_AGAINST = re.compile(
    r"\bagainst (?:the |an? |some |several |\d+ |[a-z]+teen |other )*"
    r"(?:(?P<us>Chinese|China|Beijing|Ministry of (?:State|Public) Security|People's Liberation)"
    r"|(?P<china>American|US|U\.S\.|Pentagon|America))\b"
)

# "restrictions on sales of its tools to China": whoever is kept from getting goods does not control their export.
_SHIPPED_TO = re.compile(
    r"\b(?:exports?|sales?|shipments?|deliver(?:y|ies)|suppl(?:y|ies|ied|ying)|export(?:ed|ing)|s[eo]ll(?:ing)?|sold"
    r"|ship(?:ped|ping)?|send(?:ing)?|sent|delivered|licen[cs]es?|flows?)\b"
    r"[^;,.]{0,60}?(?<! related)(?<! due)(?<! owing)(?<! according) to (?:the )?"
    r"(?:(?P<us>China|Chinese|Beijing)|(?P<china>US|U\.S\.|American|America|United States))\b(?!'s)"
    r"|licen[cs]es? (?:for|to (?:use|buy|get|obtain)) (?P<its>American|US|U\.S\.) (?:equipment|tools|technology|gear)"
)


def by_destination(finding: Finding, scene: Scene) -> Acting | None:
    """A control on what is shipped to China is America's, and the other way round, where no side is named as acting."""
    if finding.rule.kind != Kind.EXPORT_CONTROL:
        return None
    begin = min(finding.begin, finding.first)
    found = _SHIPPED_TO.search(scene.text, max(0, begin - BEFORE), finding.last + WERE)
    return (
        Acting(side="us" if found["us"] or found["its"] else "china", how="target", words=found[0], weight=0.85)
        if found
        else None
    )


def by_parties(finding: Finding, scene: Scene) -> Acting | None:
    """A list of Chinese names is America's, one of American firms China's, whoever tells of it."""
    if finding.rule.kind != Kind.EXPORT_CONTROL or not _LISTS.search(finding.rule.id.partition(".")[2]):
        return None
    passive = _WERE.search(scene.text, max(0, finding.start - WERE), finding.start)
    before = passive or finding.rule.id.endswith(_GOING)
    found = list(_LISTED.finditer(scene.text, max(0, finding.start - WERE) if before else finding.begin, finding.end))
    if not found:
        return None
    named = found[-1] if before else found[0]
    return Acting(side="us" if named["us"] else "china", how="target", words=named[0], weight=0.85)


def by_possessor(finding: Finding, scene: Scene) -> Acting | None:
    """Whose "[demand] that factories ask for a licence" it is: China's, where the name stands right before it."""
    if finding.voice != "pattern" or finding.rule.kind != Kind.EXPORT_CONTROL:
        return None
    found = _OWNERS.search(scene.text, max(0, finding.begin - BEFORE), finding.begin)
    if found is None:
        return None
    return Acting(side="china" if found["china"] else "us", how="owner", words=found[0].strip(), weight=0.9)


def by_those_against(finding: Finding, scene: Scene) -> Acting | None:
    """ "Sanctions against the Ministry of State Security": the other side's."""
    sort = finding.thing.sort if finding.thing else ""
    if finding.rule.kind != Kind.EXPORT_CONTROL or sort not in ("", "sanctions", "listing", "countermeasures"):
        return None
    last = finding.thing.end + AFTER if finding.thing else finding.end
    found = _AGAINST.search(scene.text, finding.begin if finding.thing is None else finding.thing.start, last)
    return Acting(side="us" if found["us"] else "china", how="target", words=found[0], weight=0.8) if found else None


def by_list(finding: Finding, scene: Scene) -> Acting | None:
    """The unreliable entity list is China's, whoever is put on it."""
    if finding.rule.kind != Kind.EXPORT_CONTROL:
        return None
    found = _UNRELIABLE.search(scene.text, finding.begin, finding.end + 90)
    if found:
        return Acting(side="china", how="issue", words=found[0], weight=0.9)
    found = _COMMERCES.search(scene.text, finding.begin, finding.end) if finding.voice == "pattern" else None
    return Acting(side="us", how="owner", words=found[0], weight=0.9) if found else None
