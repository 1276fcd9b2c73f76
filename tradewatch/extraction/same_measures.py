"""Which measure a sentence goes on about: "Later it was lowered to 54%", "the fees on US ships and the sanctions".

What is told of "it" is of the measure told last; what "and" joins to a measure falls upon the same side.
"""

import re

from tradewatch.extraction.datatypes import Candidate
from tradewatch.extraction.duties import TARGET
from tradewatch.extraction.holders import nearest_subject
from tradewatch.extraction.parsing import Reading
from tradewatch.extraction.scenes import OTHER_SIDE, Acting, Scene
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Kind

_RISE = ".dated_rise"  # ends the name of the rule of a rise that bears its day
REACH = 60  # characters before a verb in which its pronoun stands
JOINED = 70  # characters before a thing in which those stand on whom what "and" joins to it falls
_MEASURES = frozenset({Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE, Kind.INVESTIGATION, Kind.CORPORATE})
_BETWEEN = frozenset({Kind.TALKS, Kind.AGREEMENT})
_IT_WAS = re.compile(
    r"\b(?:this|it|that|these|they|the (?:rate|duty|tariff|levy|charge|fee)) (?:was|were|has been|had been)"
    r"(?: (?:\w+ly|then|also|later|first|again))?(?: \w+ed (?:(?!,)[\w%$ ]){0,40} and)? $",
    re.I,
)
_ITS_RISE = re.compile(r"\b(?:its|their|the)(?: (?:further|later|second|quick))? $", re.I)
_WHEN_THE = re.compile(r"\b(?:when|after|as soon as|once|the (?:day|week|month)) the $", re.I)
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
    before = scene.text[max(0, finding.start - REACH) : finding.start]
    found = _IT_WAS.search(before)
    if finding.rule.id.endswith(_RISE) and scene.follows:
        found = found or _ITS_RISE.search(before)  # "the tariff of May, and its doubling in June"
    return Acting(side=scene.told, how="before", words=found[0].strip(), weight=0.75) if found else None


def by_occasion(finding: Finding, scene: Scene) -> Acting | None:
    """Whose duty went up "when" China acted, where nobody is named: America's, which raised its own first.

    "Beijing denied fifteen US firms dual-use goods at the start of March, when the tariff doubled."
    """
    thing = finding.thing
    if finding.rule.kind != Kind.TARIFF or thing is None or thing.end > finding.start:
        return None
    found = _WHEN_THE.search(scene.text, 0, thing.start)
    if found is None:
        return None
    acts = nearest_subject(scene.text, 0, found.start(), scene.holders, scene.lexicon)
    side = acts.side if acts else scene.told if scene.follows else ""
    return Acting(side="us", how="target", words=found[0].strip(), weight=0.7) if side == "china" else None


def by_joined_target(finding: Finding, scene: Scene) -> Acting | None:
    """Of "the fees on American vessels and the sanctions on carriers" both are China's, where no side is named."""
    if finding.thing is None or finding.rule.kind not in _MEASURES or finding.voice == "active":
        return None
    for found in TARGET.finditer(scene.text, max(0, finding.thing.start - JOINED), finding.thing.start):
        if _AND_THE.match(scene.text, found.end(), finding.thing.start):
            return Acting(side="china" if found["us"] else "us", how="target", words=found[0].strip(), weight=0.7)
    return None
