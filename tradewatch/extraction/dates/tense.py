"""Whether the clause around a date speaks of the past or of what is to come."""

import re
from enum import Enum

_REACH = 240
_FUTURE = re.compile(
    r"\b(?:will|won['’]t|shall|would|(?:is|are|be|was|were)\s(?:\w+ly\s)?(?:scheduled|expected|due|set|slated|planned|going"
    r"|supposed|to\s(?!have)\w+)|scheduled|slated|(?:plans?|planned|planning|expects?|intends?|hopes?|wants?|vow(?:s|ed)"
    r"|pledged|promised|agreed|threatened|threatens|prepar(?:es|ing))\sto|to\sbe\s\w+ed|upcoming|forthcoming|deadline|expir(?:e|es|ing)"
    r"|tak(?:es?|ing)\seffect|no\slater\sthan|as\s(?:early|soon|late)\sas|until|till|ahead\sof"
    r"|(?:begins?|starts?|opens?|resumes?|meets?|leaves?|arrives?|travels|visits|returns|hosts|expected|payable|effective))\b"
    r"|['’]ll\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:had\sbeen\s\w+|\w{2,}ed|said|was|were|had|took|met|told|made|came|went|held|began|rose|fell|since|ago|gave|won|lost|found|left"
    r"|sent|got|saw|kept|brought|cut|put|hit|spoke|wrote|did|became|knew|thought|drew|broke|sold|bought|paid|led|ran|grew"
    r"|flew|struck|quit|shot|heard|swept|fought|caught|taught|built|spent|stood|sat|lay|set\soff|rejected)\b",
    re.I,
)
_SAID_RIGHT_BEFORE = re.compile(
    r"\b(?:said|told\s\w+|announced|reported|added|wrote|declared|confirmed|ruled|voted|warned|acknowledged)\s"
    r"(?:\w+ly\s)?(?:in\s[\w\s]{3,30}\s|late\s|early\s|here\s)?(?:on\s)?\Z"
)
_PAST_RIGHT_AFTER = re.compile(r"\s(?:\w{3,}ed|said|told|met|made|came|went|held|began|rose|fell|gave|won|took)\b(?!\sto\s(?:start|begin))")
_CLAUSE_START = re.compile(r"(?:\A|[.!?\n;:—]\s*[\"“”'‘]*|,\s(?:and|but)\s)(?:\w+\s)?(?:on|in|by|at|and|but|late|early|also)?\s?\Z", re.I)
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s|\n")


class Tense(Enum):
    """Which way the words around a date point."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


def tense_around(text: str, start: int, end: int) -> Tense:
    """The tense of the nearest cue to text[start:end] in its sentence, the words before it first.

    "The two sides will meet on [Thursday]." → FUTURE; "He said [Thursday] that …" → PAST; "On [Thursday], they meet." → FUTURE
    """
    before, after = _sentence_around(text, start, end)
    if _SAID_RIGHT_BEFORE.search(before) or _PAST_RIGHT_AFTER.match(after):
        return Tense.PAST
    first, second = (_last_cue(before), _first_cue(after))
    if _CLAUSE_START.search(before):
        first, second = second, first
    return first if first is not Tense.UNKNOWN else second


def _sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    before = text[max(0, start - _REACH) : start]
    after = text[end : end + _REACH]
    breaks = [stop.end() for stop in _SENTENCE_END.finditer(before) if not _is_abbreviation(before, stop.start())]
    stop = _SENTENCE_END.search(after)
    return before[breaks[-1] :] if breaks else before, after[: stop.start()] if stop else after


def _is_abbreviation(text: str, stop: int) -> bool:
    """True at "U.S. ", "Mr. ", "Oct. ": a capital or a short word before the full stop."""
    return bool(re.search(r"(?:\b[A-Z]|\b[A-Z][a-z]{1,3})\Z", text[max(0, stop - 5) : stop]))


def _last_cue(before: str) -> Tense:
    future = max((cue.start() for cue in _FUTURE.finditer(before)), default=-1)
    future_end = max((cue.end() for cue in _FUTURE.finditer(before)), default=-1)
    past = max((cue.start() for cue in _PAST.finditer(before) if cue.end() > future_end), default=-1)
    if future == past == -1:
        return Tense.UNKNOWN
    return Tense.FUTURE if future > past else Tense.PAST


def _first_cue(after: str) -> Tense:
    future, past = _FUTURE.search(after), _PAST.search(after)
    if not future and not past:
        return Tense.UNKNOWN
    if future and (not past or future.start() <= past.start()):
        return Tense.FUTURE
    return Tense.PAST
