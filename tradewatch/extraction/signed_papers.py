"""The day of the paper by which an act is done: "under an order signed on Wednesday", "Its notice of 4 March …"."""

import re
from dataclasses import replace

from tradewatch.extraction.datatypes import KnownDate
from tradewatch.extraction.inheriting import MAIN_VOICES
from tradewatch.extraction.parsing import Parsed
from tradewatch.extraction.placing import Placed
from tradewatch.extraction.story import known
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action, Kind

_PAPER = (
    r"(?:executive |presidential |final |federal )*(?:orders?|notices?|announcements?|decrees?|proclamations?|rules?"
    r"|circulars?|memorand(?:um|a)|decisions?|rulings?|determinations?)"
)
# Under, by or with a paper that somebody signed on that day.
_UNDER = re.compile(
    rf"\b(?:under|through|with|per|thanks to|(?<!ed )by) (?:an?|the|its|his|their|another) (?:[\w-]+ ){{0,3}}?{_PAPER}"
    r"(?:,? (?:that|which|to which)?[^;.,]{0,50}?)? (?:signed|issued|filed|published|released|announced|unveiled|posted"
    r"|put (?:his|its) name to|put out|made public|dated)(?: late| early)?(?: on)? $",
    re.I,
)
# A paper with its day opens the sentence, and tells what it does.
_OPENS = re.compile(
    rf"\W*(?:[\w.'-]+ ){{0,5}}?{_PAPER}(?: \d+| No\.? \d+(?: of \d+)?)?,?"
    r" (?:of|from|dated|(?:issued|signed|published)(?: on)?) $",
    re.I,
)
_KINDS = frozenset({Kind.TARIFF, Kind.PORT_FEE})


def from_paper(finding: Finding, whole: Parsed) -> KnownDate | None:
    """The day on which the paper was issued by which the act is done, where the sentence tells it."""
    if finding.rule.kind not in _KINDS or finding.voice not in MAIN_VOICES or finding.rule.action == Action.THREATEN:
        return None
    for one in whole.placed:
        if one.start >= finding.end and _UNDER.search(whole.text, finding.end, one.start):
            return _of(one)
        if one.end <= finding.first and finding.voice != "passive" and _OPENS.fullmatch(whole.text, 0, one.start):
            return _of(one)
    return None


def _of(one: Placed) -> KnownDate:
    return replace(known(one), reason=f"the day of the paper by which it is done: “{one.expression.text}”")
