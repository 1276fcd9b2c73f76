"""Which measure a sentence goes on about: "Later it was lowered to 54%", "the fees on US ships and the sanctions".

What is told of "it" is of the measure told last; what "and" joins to a measure falls upon the same side.
"""

import re

from tradewatch.extraction.datatypes import Candidate
from tradewatch.extraction.duties import TARGET
from tradewatch.extraction.parsing import Reading
from tradewatch.extraction.scenes import OTHER_SIDE, Acting, Scene
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Kind

REACH = 60  # characters before a verb in which its pronoun stands
JOINED = 70  # characters before a thing in which those stand on whom what "and" joins to it falls
_MEASURES = frozenset({Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE, Kind.INVESTIGATION, Kind.CORPORATE})
_BETWEEN = frozenset({Kind.TALKS, Kind.AGREEMENT})
_IT_WAS = re.compile(
    r"\b(?:this|it|that|these|they|the (?:rate|duty|tariff|levy|charge|fee)) (?:was|were|has been|had been)"
    r"(?: (?:\w+ly|then|also|later|first|again))?(?: \w+ed (?:(?!,)[\w%$ ]){0,40} and)? $",
    re.I,
)
# "The fees on American vessels and [the] sanctions": on whom what "and" joins to it falls
_AND_THE = re.compile(r"\b[^,;.]{0,30}? and (?:the |its |their |all |other )*$", re.I)


def account_meant(finding: Finding, text: str, reading: Reading) -> Candidate | None:
    """The account of the paragraph that "it was lowered to 54 percent" goes on about; None for what points at none."""
    last = reading.memory.last
    if finding.rule.kind != Kind.TARIFF or finding.voice != "pattern" or last is None:
        return None
    if not _IT_WAS.search(text[max(0, finding.start - REACH) : finding.start]):
        return None
    begins = max(0, reading.text.rfind("\n", 0, last.quote.start))
    alike = [one for one in reading.memory.recent if one.kind == finding.rule.kind and one.quote.start >= begins]
    return alike[-1] if alike else None


def side_told(finding: Finding, text: str, reading: Reading) -> str:
    """The side whose act was told last; a truce of both, told between, hides none whose measure is meant."""
    last = reading.memory.last
    if last is None or last.kind not in _BETWEEN:
        return last.side if last else ""
    meant = account_meant(finding, text, reading)
    return meant.side if meant else last.side


def carried_on(finding: Finding, scene: Scene) -> Acting | None:
    """Whose measure "this was raised to 90%" means: that of the act told last."""
    carried = finding.voice == "passive" or (finding.voice == "pattern" and finding.rule.kind == Kind.TARIFF)
    if not carried or scene.told not in OTHER_SIDE or finding.rule.kind not in _MEASURES:
        return None
    found = _IT_WAS.search(scene.text[max(0, finding.start - REACH) : finding.start])
    return Acting(side=scene.told, how="before", words=found[0].strip(), weight=0.75) if found else None


def by_joined_target(finding: Finding, scene: Scene) -> Acting | None:
    """Of "the fees on American vessels and the sanctions on carriers" both are China's, where no side is named."""
    if finding.thing is None or finding.rule.kind not in _MEASURES or finding.voice == "active":
        return None
    for found in TARGET.finditer(scene.text, max(0, finding.thing.start - JOINED), finding.thing.start):
        if _AND_THE.match(scene.text, found.end(), finding.thing.start):
            return Acting(side="china" if found["us"] else "us", how="target", words=found[0].strip(), weight=0.7)
    return None
