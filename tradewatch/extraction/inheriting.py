"""The date that an act takes from the story before it, where its own sentence tells none."""

import re
from dataclasses import replace

from tradewatch.extraction.belonging import own_of
from tradewatch.extraction.datatypes import KnownDate
from tradewatch.extraction.moving_on import is_now_alone, is_perfect_alone, moves_on
from tradewatch.extraction.parsing import Parsed, Reading
from tradewatch.extraction.story import known
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Genre, Kind

MAIN_VOICES = frozenset({"active", "passive", "pattern"})
_NEWS = frozenset({Genre.NEWS, Genre.STATE_MEDIA})
_ON_NEWS = frozenset({Genre.OFFICIAL, Genre.ANALYSIS})  # remarks and notes on what has just been done
_SET_FORTH = re.compile(r"\bset (?:out|forth) (?:in|by|under)\b")
_IN_RELATIVE = re.compile(
    r"(?<!said )(?<!says )(?<!announced )(?<!confirmed )(?<!added )(?<!stated )(?<!agreed )\b(?:which|that|who) $", re.I
)
A_DAY = len("2025-04-02")
_SOME_DAY = re.compile(r"\b(?:next|following|previous) (?:day|morning|afternoon|evening|night)\b", re.I)
_PAPER = r"(?:rules?|notices?|orders?|measures|announcements?|controls|curbs|regulations?|decisions?)"
_MADE_PUBLIC = re.compile(
    rf"\b{_PAPER}\b[^:;]{{0,80}}\b(?:was|were) (?:issued|published|announced|unveiled|released|made public)\b"
    rf"|\b(?:issued|published|announced|unveiled|released)\b[^:;]{{0,60}}\b{_PAPER}\b",
    re.I,
)
# "Tuesday's reply from Beijing: …", "China's answer came on Friday: …"
_ANSWERED = re.compile(
    r"\b(?:repl(?:y|ied|ies)|answer(?:ed)?|response|responded|retaliat\w+|counter-?(?:strike|move|blow)|hit back"
    r"|struck back)\b",
    re.I,
)
_OWN_PARTS = ("date", "by", "after", "since", "cited")


def inherited(
    finding: Finding, whole: Parsed, reading: Reading, side: str, borders: tuple[int, int]
) -> KnownDate | None:
    """The time at which the story stands, for what a sentence without a date tells as done."""
    story, paragraph = reading.memory.story, whole.sentence.paragraph
    # "I put a 20% tariff on China": a speaker's own story; "a measure which added 11 firms": not what the story tells.
    if whole.text.count('"', 0, finding.start) % 2 or _IN_RELATIVE.search(whole.text[: finding.start]):
        return None
    if finding.voice not in MAIN_VOICES or _is_dated(finding, whole, borders):
        return None
    moves = moves_on(whole.text, finding.start, borders[0])
    if finding.rule.kind == Kind.TALKS or _SET_FORTH.search(whole.text, finding.start, finding.end + 15):
        return story.section if finding.rule.kind == Kind.TALKS and not moves else None
    if moves:
        if is_now_alone(whole.text, finding.start, borders[0]):
            return story.opened_in(side, paragraph)
        # An authority that answers for its own acts: "has put" is of what it has just done.
        tells_own = reading.speaker == side and is_perfect_alone(whole.text, finding.start, borders[0])
        return story.of_news(side, paragraph) if tells_own else None
    found = (
        story.of_number(whole.numbered, borders[0], finding.start)
        or story.of_paper(whole.text, finding.first, paragraph, whole.numbered)
        or story.section_of(paragraph)
        or story.of_paragraph(side, paragraph, whole.text)
    )
    on_news = reading.article.genre in _ON_NEWS and finding.rule.kind != Kind.AGREEMENT
    found = found or (story.of_news(side, paragraph) if on_news or reading.article.genre in _NEWS else None)
    # "It changed its mind the next morning": of a day that nobody named, and not of the day told before.
    is_next = found and len(found.edtf) == A_DAY and _SOME_DAY.search(whole.text, finding.end, borders[1])
    return None if is_next else found


def before_colon(finding: Finding, whole: Parsed) -> KnownDate | None:
    """ "The rules were issued on Thursday: makers will need a licence": the day of the paper that is spelled out."""
    colon = whole.text.rfind(": ", 0, finding.first)
    answered = colon > 0 and _ANSWERED.search(whole.text, 0, colon)
    told = colon > 0 and (answered or _MADE_PUBLIC.search(whole.text, 0, colon))
    if not told or finding.voice not in MAIN_VOICES:
        return None
    parts = ("date", "noun") if answered else ("date",)
    days = [one for one in whole.placed if one.part in parts and one.end <= colon]
    return (
        replace(known(days[0]), reason=f"the day of what is spelled out: “{days[0].expression.text}”")
        if len(days) == 1
        else None
    )


def _is_dated(finding: Finding, whole: Parsed, borders: tuple[int, int]) -> bool:
    within = [p for p in whole.placed if p.part in _OWN_PARTS and borders[0] <= p.start < borders[1]]
    if finding.voice == "active":  # "suspends Announcement No. 46 of last year": the day of what is acted on
        within = [p for p in within if p.part != "cited" or p.start < finding.start]
    return bool(own_of(finding, whole.text, within))
