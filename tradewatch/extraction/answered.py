"""Whose blow it is that an act answers: "in response to the tariff of 2 April, Beijing …" names the other side's."""

import re

from tradewatch.extraction.holders import nearest_subject
from tradewatch.extraction.scenes import OTHER_SIDE, Acting, Scene
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Kind

_NAMED = ("pattern", "nominal")  # voices in which an act is named and not told
_BLOWS = frozenset({Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE})
_ANSWERING = re.compile(
    r"\b(?:in (?:direct )?(?:response|retaliation|reply|answer|reaction|reprisal) (?:to|for|against)"
    r"|(?:retaliat|respond|repl(?:y|i)|react|hit(?:ting)? back|struck back|hits? back)\w* (?:to|for|against|at)"
    r"|(?:answer|counter|match)(?:s|ed|ing)?|(?:answers?|repl(?:y|ies)|responses?|retaliation) (?:to|for))"
    r" (?:(?:the|a|an|its|their|those|these|new|latest|first|punitive|sweeping|additional|extra|\d+%) ){0,3}$",
    re.I,
)
_OWN = re.compile(
    r"(?:[Tt]he |[Tt]hose |[Tt]hese )?(?:[a-z-]+ )?"
    r"(?:(?P<us>American|US|U\.S\.|Washington's|Trump's|America's)|(?P<china>Chinese|Beijing's|China's)) "
    r"(?:[a-z-]+ )?(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|controls?|curbs|fees?)\b"
)
DATED = ".dated"  # ends the names of the rules that read a measure that bears its day
REACH = 60  # characters before the blow's name in which the words stand


def others_blow(finding: Finding, scene: Scene) -> Acting | None:
    """The side that is not the one that answers; whose a dated blow is called made it anyway."""
    if finding.rule.kind not in _BLOWS or finding.voice not in _NAMED:
        return None
    begin = min(finding.begin, finding.thing.start if finding.thing else finding.begin)
    named = _OWN.match(scene.text, begin) if finding.rule.id.endswith(DATED) else None
    if named:
        return Acting(side="us" if named["us"] else "china", how="owner", words=named[0].strip(), weight=0.85)
    at = max(0, begin - REACH)
    words = _ANSWERING.search(scene.text[at:begin])
    answering = _who_answers(at + words.start(), begin, scene) if words else None
    if words is None or answering is None:
        return None
    return Acting(side=OTHER_SIDE[answering], how="target", words=words[0].strip(), weight=0.75)


def _who_answers(start: int, begin: int, scene: Scene) -> str | None:
    """The subject before the words; where they open the sentence, who is named first after the blow."""
    ahead = nearest_subject(scene.text, 0, start, scene.holders, scene.lexicon)
    after = next((one for one in scene.holders if one.start > begin), None)
    found = ahead or (after if not scene.text[:start].strip() else None)
    return found.side if found and found.side in OTHER_SIDE else None
