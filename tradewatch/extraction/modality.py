"""How firmly a text asserts an act: occurred, planned, expected, denied; or not at all, and why not."""

import re
from dataclasses import dataclass, replace

from tradewatch.extraction.datatypes import Reason
from tradewatch.extraction.forms import BASE
from tradewatch.extraction.rulebook import Cue, Lexicon
from tradewatch.extraction.triggers import BEGINNINGS, Finding
from tradewatch.vocabulary import Action, Genre, Kind, Status

_OWN_CLAUSE = re.compile(
    r", (?:and|but|or|so|even as|even though|while) (?=(?:the|its|it|they|he|she|[A-Z][\w.']*|two|both) [\w' ]{0,60}$)"
)
_NAMED_ANEW = re.compile(
    r", (?:(?:the|then|US|U\.S\.|Chinese) )?(?:President |Premier |Secretary )?(?:[A-Z][\w.'-]+ ){1,3}(?:also |then )?$"
)
_THAT_TOOK = re.compile(r"\b(?:that|which) (?:took|went|came|kicked|entered|had taken|had come)\b", re.I)
_CONDITION = re.compile(r"\b(?:if|unless|once|until|should|whether|when)\b", re.IGNORECASE)
_OPENS = re.compile(r"\bunless\W+\Z", re.IGNORECASE)
_PROMISED = frozenset({"agreed_to", "said_it_would", "would_he_said", "proposed_noun", "promised_control"})
_GOVERNING = frozenset(
    {"said_it_would", "would_he_said", "planned", "agreed_to", "hedged", "infinitive", "threat", "done_by_decision"}
)
_JOINED = re.compile(r"(?:,? (?:and|or)|,) (?:also |then |again |temporarily |[a-z]+ly )?$", re.IGNORECASE)
_MODAL = frozenset({"hedged", "planned", "said_it_would", "would_he_said"})
_IN_PAST = re.compile(r"(?:[a-z]{2,}ed|made|took|wrote|put|brought|gave|dealt|went)\b")
# "took the 34% that was to start on Wednesday and made it 84%": what was to start is the rate alone
_THAT_WAS_TO = re.compile(
    r"\b(?:that|which) (?:was|were|is|are|had been) (?:due |set |scheduled |meant )?to [^,;]*\band \Z", re.IGNORECASE
)
# a modal, and a comma with or without "and" right before the verb
_AND_LAST = re.compile(r"\b(?:could|may|might|would|will)\b.*, (?:and )?(?:then |also )?\Z", re.IGNORECASE | re.DOTALL)
# "could be lifted, a key issue since agreements were reached": the reason is told as done
_REASON = re.compile(r"\b(?:since|because|after)\b[^,;]*\b(?:was|were|had been)\b[^,;]*\Z", re.IGNORECASE)
# "would rise to 125% after China imposed …": what led to it is told as done
_AFTER_IT = re.compile(
    r"\b(?:since|because|after) (?:the )?"
    r"(?:China|Beijing|Washington|Trump|President|it|they|he|US|U\.S\.|United|White)\b[^,;]*\Z",
    re.I,
)
# "is expected to meet him, it announced that it has expanded its curbs": a clause with a perfect of its own
_SAID_IT_HAS = re.compile(
    r"\b(?:announced|confirmed|disclosed|revealed|said|says)(?: that)? (?:it|they|China|Beijing|Washington)"
    r" (?:has|have|had) (?:\w+ly )?\Z"
)
# "a deal was near until Beijing blocked it": an end that came, unless what goes before waits, refuses or is to come
_UNTIL_IT_DID = re.compile(
    r"\buntil (?:the |its |his |their )?(?:(?!would\b|will\b|had\b|could\b|can\b|may\b|is\b|are\b)[\w.'-]+ ){0,4}?"
    r"(?:\w{2,}ed|told|said|wrote|made|took|put|cut|let|came|went|shut|brought|drew|gave|withdrew|struck)?"
    r"(?: |$)[^,]*$",
    re.I,
)
# "Whether the duties are lawful was argued before the court": the question is what is argued
_QUESTION_HEARD = re.compile(
    r"whether [^,;]*\b(?:is|are|was|were)\b[^,;]*\b(?:was|were|is|has been|had been)(?: \w+)?", re.I
)
_WAITS = re.compile(
    r"\b(?:would|will|shall|may|might|must|can|could|should|cannot|not|never|no|refus\w+|insist\w*|demand\w*|vow\w*"
    r"|pledg\w+|promis\w+|wait\w*|hold\w*|held|keep\w*|kept|remain\w*|stay(?:s|ed)?|to)\b|n't\b",
    re.I,
)
# "the waivers that would have lapsed were prolonged": the clause of the modal is over
_CLAUSE_ENDED = re.compile(r"\bwould have \w+(?:ed|en)\b[^,;]*? (?:was|were|has been|have been) (?:\w+ly )?\Z", re.I)
# "the pause, which was due to expire today, has been extended": so is the clause of what was due
_RELATIVE_ENDED = re.compile(r"[^,]*, (?:has|have|had|was|were)(?: been)?(?: (?:\w+ly|also|now|since))?")
# "Importers, who in other years would have ordered by now, have bought none": the modal is the aside's
_IN_ASIDE = re.compile(r", (?:who|which|whose)\b[^,]*\Z")
LEFT, RIGHT, BEFORE = 220, 140, 700  # characters around a trigger that cues are looked for in
_AUTHORS = frozenset({Genre.OPINION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """What the words around a trigger make of it. `dropped` says why it is no event, "" where it is one."""

    action: str
    status: str
    dropped: str = ""
    cue: str = ""
    words: str = ""

    def reason(self) -> Reason:
        """The reason as the reviewer reads it."""
        return Reason(
            field="status",
            rule=self.cue or "asserted",
            words=self.words,
            said=f"{self.status}: {self.words or 'asserted as done'}",
        )


def assertion_of(
    finding: Finding, text: str, lexicon: Lexicon, *, start: int = 0, genre: str = Genre.NEWS, attributed: bool = True
) -> Assertion:
    """How firmly the plain sentence `text` asserts what `finding` reports.

    `start` is where the trigger's clause begins; `attributed` is false where an author speaks for himself.
    """
    rule = finding.rule
    if text.rstrip().endswith("?"):
        return Assertion(action=rule.action, status=Status.EXPECTED, dropped="a question")
    if finding.voice in ("reduced", "relative", "recital"):
        # "the tariffs imposed in April": what the clause around them says is not said of them.
        return Assertion(
            action=rule.action, status=Status.OCCURRED, cue="participle", words=text[finding.start : finding.end]
        )
    if rule.id.endswith(BEGINNINGS) and _THAT_TOOK.search(text, max(0, finding.start - 8), finding.end):
        return Assertion(
            action=rule.action, status=Status.OCCURRED, cue="participle", words=text[finding.start : finding.end]
        )
    if rule.status:
        return Assertion(action=rule.action, status=rule.status, cue=rule.id, words=text[finding.start : finding.end])
    searched = _searched(finding, text, start)
    for cue in lexicon.sifted_cues.for_text(text):
        if _speaks_of(cue, finding):
            found = cue.pattern.seek(searched.get(cue.where, text))
            if found and not _is_past_beyond(cue, finding, found[0], text):
                return _decided(cue, finding, found[0].strip(), genre, attributed)
    return Assertion(action=rule.action, status=Status.OCCURRED)


def as_asserted(finding: Finding, assertion: Assertion) -> Finding:
    """What is only threatened may be the other side's to do: "the president mused about stopping purchases"."""
    if finding.rule.kind != Kind.PURCHASE or assertion.action not in (Action.THREATEN, Action.PROPOSE):
        return finding
    return replace(finding, rule=replace(finding.rule, action=assertion.action))


def carried_over(finding: Finding, text: str, before: tuple[Finding, Assertion] | None) -> Assertion | None:
    """What is said of a verb holds of the bare one that "and" joins to it: "it would raise duties and curb exports"."""
    if before is None or BASE not in finding.form or finding.rule.status or finding.voice not in ("active", "pattern"):
        return None
    first, assertion = before
    if assertion.cue == "of_deal":  # "with an agreement to cut tariffs, resume purchases": the deal tells the cut
        assertion = Assertion(action=assertion.action, status=Status.PLANNED, cue="infinitive", words=assertion.words)
    governs = assertion.cue in _GOVERNING and BASE in first.form and not assertion.dropped
    if not governs or not _JOINED.search(text, first.last, finding.start) or ";" in text[first.last : finding.start]:
        return None
    action = assertion.action if assertion.action == Action.THREATEN else finding.rule.action
    return replace(assertion, action=action)


# "would be hit with 34%, on top of the 20% he imposed": a clause that tells how a thing came to be
_OF_THING_TOLD = re.compile(
    r"(?:%|\b(?:per ?cent|points|tariffs?|duties|duty|levies|levy|controls|curbs|measures|restrictions|fees))"
    r" (?:(?:that|which) )?(?:he|it|they|she|China|Beijing|Washington|Trump|the (?:US|U\.S\.|United States))"
    r" (?:(?:had|has|have|already|first|also|previously) ){0,2}$"
)


def _is_past_beyond(cue: Cue, finding: Finding, words: str, text: str) -> bool:
    """True for "on the ground that it would be small, and barred …": a modal governs no verb in the past."""
    if cue.id == "condition" and "until" in words.lower():
        return _is_end_that_came(finding, words, text)
    if cue.id == "condition" and finding.rule.kind == Kind.LEGAL and _QUESTION_HEARD.fullmatch(words.strip()):
        return True
    finite = finding.voice == "active" and "past" in finding.form and "base" not in finding.form
    finite = finite or (finding.voice == "pattern" and _IN_PAST.match(text, finding.start) is not None)
    passive = finding.voice == "passive" and _REASON.search(words) is not None
    beyond = (
        _OF_THING_TOLD.search(text, 0, finding.start)
        or _AND_LAST.search(words)
        or _AFTER_IT.search(words)
        or _SAID_IT_HAS.search(text, 0, finding.start)
        or _THAT_WAS_TO.search(text[: finding.start])
    )
    ended = finding.voice == "passive" and _CLAUSE_ENDED.search(words) is not None
    ended = ended or (finding.voice != "nominal" and _is_clause_over(words, text[: finding.start]))
    at = text.rfind(words, 0, finding.start + 1)
    aside = "," in words and at >= 0 and _IN_ASIDE.search(text, 0, at) is not None
    return cue.id in _MODAL and (passive or ended or aside or (finite and beyond is not None))


def _is_clause_over(words: str, before: str) -> bool:
    """True where a relative clause that the modal stood in has ended, and a finite verb comes next."""
    at = before.rfind(words)
    opened = re.search(r", (?:which|who|that)\b[^,]*\Z", before[: max(at, 0)])
    return opened is not None and _RELATIVE_ENDED.fullmatch(words.strip()) is not None


def _is_end_that_came(finding: Finding, words: str, text: str) -> bool:
    """True for "a deal was within reach until Beijing withdrew its consent": a deed, and no condition."""
    at = text.rfind(words, 0, finding.start + 1)
    told = _UNTIL_IT_DID.search(words)
    past = "past" in finding.form or _IN_PAST.match(text, finding.start) is not None
    past = past or (told is not None and _IN_PAST.search(told[0]) is not None)
    return told is not None and past and not _WAITS.search(text, 0, max(at, 0))


def _speaks_of(cue: Cue, finding: Finding) -> bool:
    return (
        (not cue.kinds or finding.rule.kind in cue.kinds)
        and (not cue.actions or finding.rule.action in cue.actions)
        and (not cue.forms or bool(cue.forms & finding.form))
    )


def _searched(finding: Finding, text: str, start: int) -> dict[str, str]:
    """By the name that cues have for it, what is searched of a sentence in place of the whole."""
    opener = _OPENS.search(text, 0, start)  # "Unless Beijing scraps …": the word that opens the clause is of it
    start = opener.start() if opener else start
    left = text[_at_word(text, start, finding.start - LEFT) : finding.start]
    # ", and the regulator opened": a clause with a subject of its own is not under what stood before it.
    own = [found.end() for found in _OWN_CLAUSE.finditer(left)]
    left = left[own[-1] :] if own else left
    anew = _NAMED_ANEW.search(left)
    left = left[anew.start() :] if anew and not _CONDITION.search(left) else left
    right = text[finding.end : finding.end + RIGHT]
    right = right[: right.rfind(" ") + 1] if len(right) == RIGHT else right  # no part of a word
    before = text[_at_word(text, 0, finding.start - BEFORE) : finding.start]
    return {"left": left, "right": right, "around": f"{left}|{right}", "before": before}


def _at_word(text: str, first: int, begin: int) -> int:
    """The first place from `begin` at which no word is cut, and not before `first`."""
    return first if begin <= first else text.find(" ", begin - 1) + 1


def _decided(cue: Cue, finding: Finding, words: str, genre: str, attributed: bool) -> Assertion:
    action = finding.rule.action
    if cue.effect == "drop":
        return Assertion(action=action, status=Status.EXPECTED, dropped=cue.said, cue=cue.id, words=words)
    if cue.effect == "action":
        return Assertion(action=cue.value, status=Status.OCCURRED, cue=cue.id, words=words)
    status = cue.value
    if status == Status.PLANNED and genre in _AUTHORS and not attributed and cue.id not in _PROMISED:
        status = str(Status.EXPECTED)  # what an author infers is expected even when worded "will"
    return Assertion(action=action, status=status, cue=cue.id, words=words)
