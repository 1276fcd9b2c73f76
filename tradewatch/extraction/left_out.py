"""What a measure leaves out from the first, which is no suspension of it: "Annex II carves out semiconductors"."""

import re

from tradewatch.extraction.parsing import Reading
from tradewatch.extraction.scenes import Acting, Scene
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action

# "Annex II carves out semiconductors", "Purposes such as disaster relief are exempt": what a measure never fell upon
_LEFT_OUT = re.compile(r"exclu|exempt")
_BY_ITS_TERMS = re.compile(
    r"\b(?:Annex(?:es)?|schedule|appendix|small print|fine print|definitions?|wording|text)\b(?: [IVX\d]+)?"
    r"(?: to [^,;]{3,30})? (?:also )?\Z"
    r"|\b(?:humanitarian|medical|emergenc\w+|disaster|relief|academic|scientific|personal|diplomatic|donations?"
    r"|gifts|books)\b[^;]{0,80}\b(?:is|are|remains?|stays?|shall be) (?:also |likewise |already )?\Z",
    re.I,
)
_STATES_TERMS = re.compile(
    r"\b(?:(?:is|are|remains?|stays?) (?:also |likewise )?\Z"
    r"|(?:it|which|order|rule|notice|decree|announcement|proclamation|duty|tariff|ban) (?:also |itself )?"
    r"(?=(?:exempts|excludes|spares|waives|carves)\b))",
    re.I,
)


def is_left_out(finding: Finding, scene: Scene, acting: Acting, reading: Reading) -> bool:
    """True of what a measure leaves out from the first: its terms, told of the measure that was told just before.

    "It puts 34% on all goods. Annex II carves out chips." A later exemption is told as done: "were exempted on Friday".
    """
    if finding.rule.action != Action.SUSPEND or not _LEFT_OUT.search(finding.rule.id):
        return False
    if _BY_ITS_TERMS.search(scene.text, 0, finding.start):
        return True
    last = reading.memory.last
    begun = last is not None and scene.follows and (last.kind, last.side) == (finding.rule.kind, acting.side)
    if not begun or last is None or last.action not in (Action.IMPOSE, Action.RAISE):
        return False
    return any(one.end() == finding.start for one in _STATES_TERMS.finditer(scene.text))
