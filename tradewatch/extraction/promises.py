"""Lists of what a side has promised: "Chinese commitments to:" and under it "Halt the flow of precursors."."""

import re
from dataclasses import replace

from tradewatch.extraction.datatypes import KnownDate
from tradewatch.extraction.dating import is_ahead
from tradewatch.extraction.forms import BASE, ING, PAST
from tradewatch.extraction.holders import main_subject
from tradewatch.extraction.modality import Assertion
from tradewatch.extraction.parsing import Parsed, Reading
from tradewatch.extraction.story import known
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
_DECIDES = re.compile(
    r"\b(?:announced|announces|announcing|took|taken|imposed|adopted|introduced|responded|retaliated|issued|unveiled"
    r"|measures|actions|steps|countermeasures|updates|changes)\b[^.;]{0,160}(?::\s*$|\bthe following\b)"
    r"|\bthe following (?:[a-z-]+ ){0,3}(?:measures|actions|steps|countermeasures|changes)\b",
    re.I,
)
# "What each side does:", "American actions:" go on where the list of the other side's promises ends.
_OF_SIDE = re.compile(
    r"\W*(?:the )?(?:China|Chinese|Beijing|PRC|United States|US|U\.S\.|American|America|Washington)(?:'s| side)?"
    r"(?: (?:actions|measures|steps|side|obligations|part|terms|moves|undertakings|concessions|government))?:?\s*$",
    re.I,
)
_DEAL = r"(?:[a-z-]+ ){0,2}(?:deal|truce|agreement|accord|framework|arrangement)"
# "Key terms:", "What was agreed:", "Under the deal:"
_TERMS = re.compile(
    r"\W*(?:(?:the|key|main|other|principal|agreed|major|deal|core) ){0,3}(?:terms|provisions|elements)"
    rf"(?: of (?:the|their) {_DEAL})?(?: include| are)?:\s*$"
    r"|\W*what (?:was|has been|they|both sides|the (?:two )?sides|China|Beijing|the US|Washington) (?:have |has )?"
    rf"agreed[^.;]{{0,30}}:?\s*$|\W*under the {_DEAL}[^.;]{{0,40}}:\s*$",
    re.I,
)
_LABEL = re.compile(r"\W*(?:\(?\w{1,2}[.)] )?[A-Z][^:;.?!]{2,60}: (?=[A-Z])")  # "Farm Goods: Buy 12 million tonnes"
_GOES_ON = re.compile(r"(?:[;,]|\band|\bor|\bas well as)(?: and)?(?: (?:also|then|temporarily|[a-z]+ly))? \Z")
_INCLUDING = re.compile(r"\b(?:including|by|through|such as) (?:the |their |its )?\Z")
_TO_DO = re.compile(
    r"(?:ensure|open|ease|allow|make|take|provide|keep|grant|give|facilitate|expand|address|work|halt|buy|purchase|end"
    r"|stop|cut|lower|reduce|suspend|lift|remove|extend|resume|restore|delay|terminate|eliminate|refrain|cease|issue"
    r"|exempt|maintain|impose|tighten|strengthen|increase|raise|withdraw|cancel|pause|roll|scrap|drop|postpone)\b",
    re.I,
)
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being|keeps?|began|started)(?: \w+)? \Z")
_STILL_TO_COME = re.compile(r"\b(?:will|shall|agree[sd]? to|commit\w* to)\b[^.;:]{0,120}:\s*$", re.I)
_PROPOSES = re.compile(r"\bpropos(?:es|ed|ing|als?)\b[^.;]{0,60}:\s*$", re.I)
_WHO = re.compile(
    r"\b(?:(?P<both>(?:both|two|each) (?:sides?|countries|parties|governments)"
    r"|(?:China|United States|US|U\.S\.)(?:,? and (?:the )?)(?:China|United States|US|U\.S\.))"
    r"|(?P<china>China|Chinese|Beijing|PRC)"
    r"|(?P<us>United States|US|U\.S\.|American|Washington))(?!\w)"
)


def promiser_of(whole: Parsed, promised: str = "") -> str:
    """The side whose promises the list after a sentence holds, "both" where none is named, "" for any other list.

    `promised` is the side of the list that ends here.
    """
    if _PROPOSES.search(whole.text):
        return PROPOSED
    found = _PROMISES.search(whole.text) or _TERMS.match(whole.text)
    if found is None and promised:
        found = _OF_SIDE.match(whole.text)
    if found is None:
        return ""
    named = list(_WHO.finditer(whole.text, 0, found.end()))
    return (named[-1].lastgroup or "both") if named else "both"


def promiser(whole: Parsed, reading: Reading) -> str:
    """The side whose list of promises a sentence is an item of, where one is named."""
    side = reading.memory.promised or reading.memory.decided
    return side if side in ("us", "china") and whole.findings and _opens(whole.findings[0], whole.text) else ""


def promise_of(finding: Finding, text: str, reading: Reading) -> Assertion | None:
    """The act of an item in a list of promises as planned: its first words, a bare verb, a participle or a noun.

    So are the bare verbs that go on with it: "Lift the fees; suspend the controls, and end the inquiry". A bare verb
    that opens a sentence tells what is to be done in any list but one of decisions.
    """
    memory = reading.memory
    if text.rstrip().endswith(":") or memory.decrees:
        return None
    first = finding.start - _begins(text) <= 1 and finding.voice == "active" and finding.form == {BASE}
    listed = bool(memory.promised or memory.decided) and (_opens(finding, text) or _goes_on(finding, text))
    if not first and not listed:
        return None
    words = text[finding.start : finding.end]
    if memory.decided:
        return Assertion(action=finding.rule.action, status=Status.OCCURRED, cue="list_of_decisions", words=words)
    if memory.promised == PROPOSED and not first:
        return Assertion(action=Action.PROPOSE, status=Status.OCCURRED, cue="list_of_proposals", words=words)
    return Assertion(action=finding.rule.action, status=Status.PLANNED, cue="list_of_promises", words=words)


def _begins(text: str) -> int:
    """Where an item begins, behind its label: "Port Fees: Suspend them for a year"; who speaks is no label."""
    label = _LABEL.match(text)
    speaks = label is not None and _WHO.search(text, 0, label.end()) is not None
    return label.end() if label and not speaks else 0


def _opens(finding: Finding, text: str) -> bool:
    away = finding.start - _begins(text)
    if away > OPENING or finding.rule.status or finding.voice in ("reduced", "relative", "recital"):
        return False
    bare = bool(finding.form & {BASE, ING}) and (PAST not in finding.form or 0 <= away <= 1)
    return (bare and not _BE.search(text, 0, finding.start)) or finding.voice == "nominal"


def _goes_on(finding: Finding, text: str) -> bool:
    if finding.rule.status or not _TO_DO.match(text, _begins(text)):
        return False
    if finding.voice == "pattern" and finding.start - _begins(text) <= OPENING:
        return True  # "Ensure the resumption of exports …"
    bare = finding.voice == "active" and BASE in finding.form
    before = _GOES_ON if bare else _INCLUDING
    return before.search(text, 0, finding.start) is not None


def decider_of(whole: Parsed, reading: Reading) -> tuple[str, KnownDate | None]:
    """The side whose dated decisions the list after a sentence tells, and their day; "" and None for any other list.

    The day is that of the sentence, else that of its paragraph: "On 4 February China hit back. Its measures include:".
    """
    heads = whole.text.rstrip().endswith(":") or "following" in whole.text
    if not heads or reading.author or _STILL_TO_COME.search(whole.text) or not _DECIDES.search(whole.text):
        return "", None  # an order's lists are of what it decides itself
    subject = main_subject(whole.text, len(whole.text), whole.holders, reading.lexicon)
    story, paragraph = reading.memory.story, whole.sentence.paragraph
    day = next((known(one) for one in whole.placed if one.part == "date"), None)
    side = subject.side if subject and subject.side in ("us", "china") else reading.memory.subject
    if day is None and story.last is not None and story.last.paragraph == paragraph:
        day = story.last.date
    if day is None or side not in ("us", "china") or is_ahead(day.edtf, reading.article.published):
        return "", None
    return side, replace(day, rule="list", reason="the day of the list's head")
