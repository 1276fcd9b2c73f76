"""What a sentence that has been read does to the time at which the story stands."""

import re
from dataclasses import replace

from tradewatch.extraction.chronologies import ENTRY
from tradewatch.extraction.datatypes import Candidate
from tradewatch.extraction.holders import main_subject
from tradewatch.extraction.moving_on import moves_on
from tradewatch.extraction.parsing import Parsed, Reading
from tradewatch.extraction.story import AT_ONCE, Opening, Told, known
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Kind

# "All of these are dated November 5.", "Both notices were published on Friday."
_ALL_OF = re.compile(
    r"^\W*(?:All|Both|Each|The following)(?: of)?(?: the| these| them)?(?: [\w-]+){0,3}? (?:are|is|were|was|bear|date) "
    r"(?:all )?(?:dated|published|issued|announced|signed|released|from)?(?: on| the date of)? ",
    re.I,
)
CARRIED = frozenset({"paragraph", "news", "paper", "section"})  # dates that stand elsewhere than in the act's sentence
# "Of the 34 percent that was set in April, 24 points are suspended": how a thing came to be is not the story's time.
_THAT_WAS = re.compile(r"[^,] that (?:was|were|had been) (?:\w+ly )?\Z")
_PLUPERFECT = re.compile(r"\bhad (?:\w+ ){0,2}$")


def tell(candidate: Candidate, finding: Finding, whole: Parsed, reading: Reading) -> None:
    """Put the story at the date of an act told as done."""
    story = reading.memory.story
    if _PLUPERFECT.search(whole.text[: finding.start]) or finding.rule.apart:
        return  # "the controls that were announced in March are over": the story is not in March
    if _only_publishes(finding) or _THAT_WAS.search(whole.text, 0, finding.start):
        return
    if candidate.date.edtf and candidate.date.rule not in CARRIED | {"since", "of_noun", "effective", "until"}:
        told = Told(
            date=candidate.date,
            side=candidate.side,
            paragraph=whole.sentence.paragraph,
            is_talks=candidate.kind == Kind.TALKS,
        )
        story.note(told, reading.article.published)
    elif not candidate.date.edtf and moves_on(whole.text, finding.start, 0):
        story.last = None


def _only_publishes(finding: Finding) -> bool:
    """True of "the White House published its list of terms": what stands in the list is not what both then did."""
    return finding.rule.id == "agreement.terms_published"


def tell_sentence(whole: Parsed, reading: Reading, *, acted: bool) -> None:
    """Take what a sentence that is read says of the story's time and of papers; `acted` where it told of an act."""
    story, paragraph = reading.memory.story, whole.sentence.paragraph
    story.note_sentence(whole.text, whole.placed, whole.numbered, paragraph)
    story.note_terms(whole.placed)
    all_of = _ALL_OF.search(whole.text)
    if all_of and len(whole.placed) == 1 and whole.placed[0].start >= all_of.end() - 1:
        story.section = replace(known(whole.placed[0]), rule="section", reason="the day of all that is listed")
    elif whole.sentence.is_heading or (reading.is_chronology and _opens_entry(whole)):
        story.head_section(whole.placed)
    elif not acted or all(map(_only_publishes, whole.findings)):
        sides = {holder.side for holder in whole.holders} & {"us", "china"}
        side = sides.pop() if len(sides) == 1 else ""
        story.open(whole.text, whole.placed, Opening(side, paragraph, reading.article.published))


def who_goes_on(whole: Parsed, reading: Reading) -> str:
    """The side that does what comes next where nobody is named: the sentence's subject, else who acted in it."""
    subject = main_subject(whole.text, len(whole.text), whole.holders, reading.lexicon)
    last = reading.memory.last
    for side in (subject and subject.side, last and last.trigger >= whole.sentence.start and last.side):
        if side in ("us", "china"):
            return side
    return reading.memory.subject


def _opens_entry(whole: Parsed) -> bool:
    """True of "April 9 – China raises …": an entry of a chronology."""
    first = whole.placed[0] if whole.placed else None
    return first is not None and first.start <= AT_ONCE and ENTRY.match(whole.text, first.end) is not None
