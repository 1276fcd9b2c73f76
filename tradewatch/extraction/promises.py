"""Lists of what a side has promised: "Chinese commitments to:" and under it "Halt the flow of precursors."."""

import re

from tradewatch.extraction.forms import BASE, ING, PAST
from tradewatch.extraction.modality import Assertion
from tradewatch.extraction.parsing import Parsed, Reading
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action, Status

PROPOSED = "proposed"  # a list of what is put forward is open
OPENING = 40  # characters from the start of an item within which its own verb or noun stands
_PROMISES = re.compile(
    r"\b(?:will|shall|would|to|agree[sd]?(?: to| on)?|commit\w*(?: to)?|commitments?(?: to)?|promis\w+|pledg\w+"
    r"|undert\w+|obligations|concessions|plans? to|intends? to|following (?:steps|actions|measures|commitments))"
    r"[^.;]{0,40}:\s*$",
    re.I,
)
_PROPOSES = re.compile(r"\bpropos(?:es|ed|ing|als?)\b[^.;]{0,60}:\s*$", re.I)
_WHO = re.compile(
    r"\b(?:(?P<both>(?:both|two|each) (?:sides?|countries|parties|governments)"
    r"|(?:China|United States|US|U\.S\.)(?:,? and (?:the )?)(?:China|United States|US|U\.S\.))"
    r"|(?P<china>China|Chinese|Beijing|PRC)"
    r"|(?P<us>United States|US|U\.S\.|American|Washington))(?!\w)"
)


def promiser_of(whole: Parsed) -> str:
    """The side whose promises the list after a sentence holds, "both" where none is named, "" for any other list."""
    if _PROPOSES.search(whole.text):
        return PROPOSED
    found = _PROMISES.search(whole.text)
    if found is None:
        return ""
    named = list(_WHO.finditer(whole.text, 0, found.end()))
    return (named[-1].lastgroup or "both") if named else "both"


def promiser(whole: Parsed, reading: Reading) -> str:
    """The side whose list of promises a sentence is an item of, where one is named."""
    side = reading.memory.promised
    return side if side in ("us", "china") and whole.findings and _opens(whole.findings[0]) else ""


def promise_of(finding: Finding, text: str, reading: Reading) -> Assertion | None:
    """The act of an item in a list of promises as planned: its first words, a bare verb, a participle or a noun.

    A bare verb that opens a sentence tells what is to be done in any list but one of decisions.
    """
    if text.rstrip().endswith(":") or reading.memory.decrees:
        return None
    first = finding.start <= 1 and finding.voice == "active" and finding.form == {BASE}
    if not first and not (reading.memory.promised and _opens(finding)):
        return None
    words = text[finding.start : finding.end]
    if reading.memory.promised == PROPOSED and not first:
        return Assertion(action=Action.PROPOSE, status=Status.OCCURRED, cue="list_of_proposals", words=words)
    return Assertion(action=finding.rule.action, status=Status.PLANNED, cue="list_of_promises", words=words)


def _opens(finding: Finding) -> bool:
    if finding.start > OPENING or finding.rule.status or finding.voice in ("reduced", "relative", "recital"):
        return False
    bare = bool(finding.form & {BASE, ING}) and PAST not in finding.form
    return bare or finding.voice == "nominal"
