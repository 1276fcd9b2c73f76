"""The day of the paper that opens the sentence and does the act: "Its notice of 4 March names goods on which …"."""

import re
from dataclasses import replace

from tradewatch.extraction.datatypes import KnownDate
from tradewatch.extraction.inheriting import MAIN_VOICES
from tradewatch.extraction.parsing import Parsed
from tradewatch.extraction.story import known
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action, Kind

_PAPER = (
    r"(?:executive |presidential |final |federal )*(?:orders?|notices?|announcements?|decrees?|proclamations?|rules?"
    r"|circulars?|memorand(?:um|a)|decisions?|rulings?|determinations?)"
)
# A paper with its day opens the sentence, and tells what it does.
_OPENS = re.compile(
    rf"\W*(?:[\w.'-]+ ){{0,5}}?{_PAPER}(?: \d+| No\.? \d+(?: of \d+)?)?,?"
    r" (?:of|from|dated|(?:issued|signed|published)(?: on)?) $",
    re.I,
)
_KINDS = frozenset({Kind.TARIFF, Kind.PORT_FEE})


def from_opening_paper(finding: Finding, whole: Parsed) -> KnownDate | None:
    """The day on which the paper was issued by which the act is done, where the sentence tells it."""
    if finding.rule.kind not in _KINDS or finding.voice not in MAIN_VOICES or finding.rule.action == Action.THREATEN:
        return None
    for one in whole.placed:
        if one.end <= finding.first and finding.voice != "passive" and _OPENS.fullmatch(whole.text, 0, one.start):
            return replace(known(one), reason=f"the day of the paper by which it is done: “{one.expression.text}”")
    return None
