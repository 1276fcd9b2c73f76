"""What a sentence and its acts leave behind for the sentences after them."""

import re

from tradewatch.extraction.datatypes import Candidate
from tradewatch.extraction.dating import list_dates
from tradewatch.extraction.headings import is_caption
from tradewatch.extraction.inheriting import MAIN_VOICES
from tradewatch.extraction.listing import is_item, opens_list
from tradewatch.extraction.parsing import Parsed, Reading
from tradewatch.extraction.promises import decider_of, promiser_of
from tradewatch.extraction.telling import tell, who_goes_on
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Kind, Status

_SECTION = re.compile(r"\W*(?:Sec(?:tion)?\b|Article \d|\d+\.\s)")


def remember_act(candidate: Candidate, finding: Finding, whole: Parsed, reading: Reading) -> None:
    """Keep what an act leaves to the sentences after it: who acted, and when the two last talked."""
    memory = reading.memory
    if candidate.side in ("us", "china"):
        memory.side = candidate.side
        memory.doers[candidate.side] = candidate.actors[0]
    if candidate.kind == Kind.TALKS and candidate.status == Status.OCCURRED and candidate.date.edtf:
        memory.talks = candidate.date
    if candidate.status == Status.OCCURRED and finding.voice in MAIN_VOICES:
        tell(candidate, finding, whole, reading)


def remember(whole: Parsed, reading: Reading) -> None:
    """Keep what a sentence leaves to those after it: its last date, the list that it opens, its subject."""
    memory = reading.memory
    parts = {one.part: one for one in whole.placed}
    named = [one for one in whole.placed if one.part in ("date", "by", "effective", "cited")]
    named = named or [parts["noun"]] if "noun" in parts and not whole.findings else named
    if whole.sentence.is_heading or is_caption(whole.text):
        memory.heading = whole.text
    if whole.sentence.paragraph != memory.paragraph:
        memory.last_date = ""
        memory.talks = memory.talks if whole.findings else None
    if named:
        memory.last_date = named[-1].expression.edtf
    memory.listing = opens_list(whole.text) or (memory.listing and is_item(whole.text))
    head, day = decider_of(whole, reading)
    if head or whole.text.rstrip().endswith(":"):
        memory.decided, memory.decided_on = head, day
    if whole.text.rstrip().endswith(":") or (whole.sentence.is_heading and promiser_of(whole, memory.promised)):
        memory.deadline, memory.effective = list_dates(whole)
        memory.decrees = bool(reading.lexicon.terms["performative"].search(whole.text))
        memory.promised = "" if memory.decrees else promiser_of(whole, memory.promised)
    elif _SECTION.match(whole.text):
        memory.decrees = False
        memory.promised = ""
        memory.effective = None
    memory.subject = who_goes_on(whole, reading)
    memory.paragraph = whole.sentence.paragraph
