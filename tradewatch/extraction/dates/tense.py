"""Whether the clause around a date speaks of the past or of what is to come."""

import re
from bisect import bisect_left, bisect_right
from enum import Enum

from tradewatch.extraction.folding import folded


class Tense(Enum):
    """Which way the words around a date point."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


_CUE = re.compile(  # of a text in lower case
    # What is to come: auxiliaries, plans, appointments and deadlines.
    r"\b(?=\w)(?:(?P<future>(?:will|shall)\shave\s(?:been\s)?\w+|(?:will|won['’]t|shall|would)(?:\s(?:not\s|also\s|only\s)?be\s\w+)?"
    r"|(?:is|are|be|was|were)\s(?:\w{2,12}ly\s)?(?:scheduled(?!\s(?:as|under)\b)|expected|due|set\s(?:to|for)|slated|planned|going|supposed|to\s(?!have)\w+)"
    r"|scheduled(?!\s(?:as|under)\b)|slated|(?:planned|set|scheduled)\sfor|(?:due|expected)\s(?:in|on|by|from)"
    r"|(?:set|due|plans?|planned|planning|expects?|expected|intends?|hopes?|wants?|vow(?:s|ed)|pledged|promised|agreed|threatened"
    r"|threatens|prepar(?:es|ing)|invitations?|pledges?|promises?|commitments?|readiness|ready)\sto"
    r"|(?<!began\s)(?<!started\s)(?<!said\s)(?<!believed\s)(?<!reported\s)(?<!thought\s)(?<!known\s)to\sbe\s\w+|upcoming|forthcoming|deadline|expir(?:es?|ing)|tak(?:es?|ing)\seffect|no\slater\sthan"
    r"|as\s(?:early|soon|late)\sas|(?:until|till)(?!\sthen)|ahead\sof"
    r"|await(?:s|ing)?|(?:wait(?:s|ing)?|ready|brac(?:es|ing))\sfor|look(?:s|ing)?\s(?:ahead|forward)\sto"
    r"|begins?|starts?|opens?|resumes?|meets?|leaves|arrives?|travels|flies|sits\sdown|visits|returns|hosts|expected)\b"
    # What is over: past forms of verbs, regular and common irregular ones.
    r"|(?<!-)(?P<past>had\s(?:\w+ly\s)?been\s\w+(?:\sto\s\w+)?|(?!(?:united|need|indeed|proceed|exceed|succeed|speed|hundred|unprecedented)\b)\w{2,20}ed|said(?!,)|let\s(?:it\sbe\sknown|\w+\sknow)|was|were|had|took|met|told|made|came|went|held|began|rose|fell|since|ago"
    r"|gave|won|lost|found|left|sent|got|saw|kept|brought|cut|put|hit|spoke|wrote(?!,)|did|became|knew|thought|drew|broke|sold"
    r"|bought|paid|led|ran|grew|flew|struck|quit|shot|heard|swept|fought|caught|taught|built|spent|stood|sat|lay|withdrew|chose|froze|threw|drove|dealt"
    r"|sought|withheld|laid|leapt|slid|swung|shook|undertook|tore|arose|fled|let\sit\sbe\sknown)\b)"
    r"|['’](?P<short>ll)\b"
)
_VOWED = re.compile(r"(?:planned|expected|vowed|pledged|promised|agreed|threatened)\sto")
_SAID_RIGHT_BEFORE = re.compile(
    r"\b(?:said|told\s\w+|announced|reported|added|wrote|declared|confirmed|ruled|voted|warned|acknowledged)\s"
    r"(?:\w+ly\s)?(?:in\s[\w\s]{3,30}\s|late\s|early\s|here\s)?(?:on\s)?\Z"
)
_BEGINS = re.compile(
    r"\b(?:as\sof|effective(?:\sfrom|\son)?|starting(?:\son)?|beginning(?:\son)?|with\seffect\sfrom)\s\Z", re.I
)
_PAST_RIGHT_AFTER = re.compile(
    r"\s(?:\w{3,20}ed|said|told|met|made|came|went|held|began|rose|fell|gave|won|took)\b(?!\sto\s(?:start|begin))"
)
_CLAUSE_START = re.compile(
    r"(?:\A|[.!?\n;:—]\s*[\"“”'‘]*|,\s(?:and|but)\s)(?:\w{1,20}\s)?(?:on|in|by|at|and|but|late|early|also)?\s?\Z",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?][\"”’')]*\s|\n")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b[A-Z][a-z]{1,3})\Z")
_UP_TO_DATE = re.compile(r"\s(?:(?:into\s(?:force|effect)|out|up|off|over)\s)?(?:on\s)?")
_ON_AT_START = re.compile(r"(?:\A|[.!?][\"”’')]*\s|\n)On\s\Z")
_REACH = 240
_CLOSE = 24


class Tenses:
    """The tense cues of one text, found once: each date of the text asks for the nearest of its sentence."""

    def __init__(self, text: str) -> None:
        self._text = text
        cues = list(_CUE.finditer(folded(text)))
        self._starts = [cue.start() for cue in cues]
        self._ends = [cue.end() for cue in cues]
        self._tenses = [Tense.PAST if cue["past"] else Tense.FUTURE for cue in cues]
        self._vows = [_VOWED.fullmatch(cue[0]) is not None for cue in cues]
        self._stops = [stop.end() for stop in _STOP.finditer(text) if not self._abbreviates(stop)]

    def _abbreviates(self, stop: re.Match[str]) -> bool:
        """True at "U.S. ", "Mr. ", "Oct. ": a capital or a short word before the full stop."""
        return stop[0][0] == "." and _ABBREVIATED.search(self._text, max(0, stop.start() - 5), stop.start()) is not None

    def around(self, start: int, end: int) -> Tense:
        """The tense of the nearest cue to text[start:end] in its sentence, the words before it first.

        "The two sides will meet on [Thursday]." → FUTURE; "He said [Thursday] that …" → PAST; "On [Thursday], they
        will meet." → FUTURE
        """
        before = self._text[max(0, start - 60) : start]
        if _SAID_RIGHT_BEFORE.search(before) or _PAST_RIGHT_AFTER.match(self._text, end, end + 30):
            return Tense.PAST
        first, second = self._last_before(start), self._first_after(end)
        # "The fee applies from 14 October"; "prices have come down from the middle of October" is over.
        begins = _BEGINS.search(before) or (before.endswith("from ") and not self._text[start].islower())
        if first is Tense.UNKNOWN and second is Tense.UNKNOWN and begins:
            return Tense.FUTURE
        if _CLAUSE_START.search(before):
            first, second = self._of_promise(end) or second, first
        return first if first is not Tense.UNKNOWN else second

    def _of_promise(self, end: int) -> Tense | None:
        """PAST for "On [11 August] both agreed to meet": the day of the verb, and not of what is to come."""
        place = bisect_left(self._starts, end)
        return Tense.PAST if place < len(self._starts) and self._vows[place] else None

    def is_past_right_before(self, start: int) -> bool:
        """True for "came into force on [19 January]" and "On [19 January], it came …": the date of a past verb."""
        place = bisect_right(self._ends, start) - 1
        if _ON_AT_START.search(self._text, max(0, start - 8), start) and self._first_after(start) is Tense.PAST:
            return True
        if place < 0 or self._tenses[place] is not Tense.PAST:
            return False
        return _UP_TO_DATE.fullmatch(self._text[max(self._ends[place], start - _CLOSE) : start]) is not None

    def _last_before(self, start: int) -> Tense:
        place = bisect_right(self._ends, start) - 1
        stop = bisect_right(self._stops, start) - 1
        sentence = self._stops[stop] if stop >= 0 else 0
        if place < 0 or self._starts[place] < max(sentence, start - _REACH):
            return Tense.UNKNOWN
        return self._tenses[place]

    def _first_after(self, end: int) -> Tense:
        place = bisect_left(self._starts, end)
        stop = bisect_right(self._stops, end)
        sentence_end = self._stops[stop] if stop < len(self._stops) else len(self._text)
        if place == len(self._starts) or self._starts[place] >= min(sentence_end, end + _REACH):
            return Tense.UNKNOWN
        return self._tenses[place]
