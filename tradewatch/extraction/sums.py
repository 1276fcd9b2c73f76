"""Sums of rates that a text has just told: "…, bringing the total to 54%" is no rise of its own."""

import re

from tradewatch.extraction.parsing import Reading
from tradewatch.extraction.scenes import Acting, Scene
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action, Kind

_SUM = re.compile(r"\b(?:total|combined|cumulative|overall|aggregate) (?!\w+ting\b)", re.I)


# "…, on top of the 20% imposed earlier, bringing the total to 54%": of the rates told in the same sentence.
_BRINGING = re.compile(
    r"(?:bring|tak|lift|push|rais)ing (?:the |its |their )?(?:new )?(?:total|combined|cumulative|overall)", re.I
)
_RATE = re.compile(r"\d ?(?:%|per ?cent)")


def is_sum(finding: Finding, scene: Scene, acting: Acting, reading: Reading) -> bool:
    """True of "…, bringing the total to 20%" right after the rise: the sum of what has been told."""
    if finding.rule.kind != Kind.TARIFF or finding.rule.action != Action.RAISE:
        return False
    if not _SUM.search(scene.text, max(0, finding.begin - 50), finding.end + 40):
        return False
    if _BRINGING.match(scene.text, finding.start) and _RATE.search(scene.text, 0, finding.start):
        return True
    last = reading.memory.last
    return last is not None and last.kind == Kind.TARIFF and last.side == acting.side and scene.follows
