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
# "…, Executive Order 14334 of 11 August provides": the paper told last.
_CLOSES = re.compile(rf".*, (?:[\w.'-]+ ){{0,4}}?{_PAPER}(?: \d+| No\.? \d+)?,? (?:of|dated) $", re.I | re.S)
_PROVIDES = re.compile(r",? (?:provides|says|states|reads|orders|lays down|has it|stipulates|sets out)\b")
_KINDS = frozenset({Kind.TARIFF, Kind.PORT_FEE})


def from_opening_paper(finding: Finding, whole: Parsed) -> KnownDate | None:
    """The day on which the paper was issued by which the act is done, where the sentence tells it."""
    if finding.rule.kind not in _KINDS or finding.voice not in MAIN_VOICES or finding.rule.action == Action.THREATEN:
        return None
    for one in whole.placed:
        after = one.start >= finding.end and _PROVIDES.match(whole.text, one.end)
        if after and _CLOSES.fullmatch(whole.text, finding.end, one.start):
            return replace(known(one), reason=f"the day of the paper that provides it: “{one.expression.text}”")
        if one.end <= finding.first and finding.voice != "passive" and _OPENS.fullmatch(whole.text, 0, one.start):
            return replace(known(one), reason=f"the day of the paper by which it is done: “{one.expression.text}”")
    return None
