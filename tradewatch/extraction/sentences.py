"""Sentences of an article, with offsets into its text.

Paragraphs are separated by an empty line. Inside one, a full stop ends a sentence unless the word before it is an
abbreviation; abbreviations that may also stand last ("the U.S.", "9 a.m.", "Boeing Co.") end one only before a word
that likes to open sentences. Sentences that copying has run together ("… nowhere, she said.In May, …") are parted too.
"""

import re
from collections.abc import Iterator

from tradewatch.extraction.datatypes import Sentence

_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")
_RUN_TOGETHER = (
    r"""(?:(?<=[a-z]{3})|(?<=[A-Z]{3}))[.!?][)\]”’]*"?"""
    r"""(?!(?:Com|Net|Org|Cn)\b)(?=["“‘]?[A-Z][a-z'’-]*[ ,])"""
)
_STOP = re.compile(rf"""[.!?…。！？]+[)\]"'”’»*]*(?:\s+|(?<=[。！？]))|{_RUN_TOGETHER}""")
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘]+\Z")
_OPENERS = "\"'“‘«([*_—–-"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Titles stand before a name, so that no sentence ends with them.
_TITLES = _words(
    "mr mrs ms mx dr prof gen sen rep reps sens gov lt col capt cpt cmdr adm sgt maj brig st rev hon amb pres "
    "supt mt ft vs v cf viz e.g i.e messrs mmes msgr fr sr. insp"
)
# These stand before a number, a section sign or a letter: "No. 62", "Sec. 301", "Art. 5", "Oct. 30".
_BEFORE_NUMBERS = _words(
    "no nos sec secs art arts fig figs para paras p pp vol ch pt cl jan feb mar apr jun jul aug sep sept oct nov "
    "dec approx ca c est par sched reg regs stat"
)
# These may end a sentence too: it does when a usual opener follows.
_EITHER = _words(
    "inc co corp ltd llc plc bros jr sr etc dept univ assn ave blvd mfg intl govt mon tue tues wed thu thur "
    "thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont "
    "neb nev okla ore pa tenn tex va vt wash wis wyo ph.d al bn m bbl lb oz ft cu sq"
)
_STARTERS = _words(
    "a after all also although among an and another any as asked at because before between both but by despite "
    "during each earlier even every few first for former from given he her here his how however i if in instead "
    "it its last later many meanwhile more moreover most my nearly neither no nobody none nor not nothing now of "
    "on once one only or other others our over people perhaps please she should since so some still such that "
    "the their then there these they this those though through thus to today under unless until we what when "
    "where whether which while who why with without yes yesterday yet you your"
)
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z")
_NUMBERED = re.compile(r"(?:section|sec\.|article|art\.|chapter|part|annex|step)\s+\Z", re.I)
_SAYS = re.compile(
    r"(?:[A-Z][\w’'.-]*\s+){1,4}(?:said|says|asked|told|wrote|added|posted|shouted|replied|declared|warned)\b"
)
_HEADING_LENGTH = 110
_HEADING_WORDS = 16


def sentences_in(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text` in order; `text[s.start:s.end] == s.text` for each, white space around them left out."""
    return tuple(
        Sentence(start=start, end=end, text=text[start:end], paragraph=number, is_heading=heading)
        for number, (first, last) in enumerate(_paragraphs(text))
        for heading in (_is_heading(text[first:last]),)
        for start, end in ([(first, last)] if heading else _sentences(text, first, last))
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _PARAGRAPH_BREAK.finditer(text):
        yield from _trimmed(text, start, gap.start())
        start = gap.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    stripped = piece.lstrip()
    if stripped:
        first = start + len(piece) - len(stripped)
        yield first, first + len(stripped.rstrip())


def _is_heading(paragraph: str) -> bool:
    """True for "What Bessent Let Slip" and "Sec. 2. Suspension": short, a capital first, and no sentence."""
    if len(paragraph) > _HEADING_LENGTH or "\n" in paragraph or paragraph[-1] in '.!:;,…"”’)':
        return False
    words = paragraph.split()
    if len(words) > _HEADING_WORDS or paragraph[0].islower():
        return False
    if paragraph[-1] == "?":
        return sum(word[0].isupper() for word in words) > len(words) / 2
    return paragraph.startswith(("Sec", "Art", "No")) or not any(
        stop.end() < len(paragraph) and _ends_sentence(paragraph, 0, stop) for stop in _STOP.finditer(paragraph)
    )


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends_sentence(text, start, stop):
            last = stop.start() + len(stop[0].rstrip())
            following = stop.end()
            if following == last and stop[0].endswith('"') and not text.count('"', first, last - 1) % 2:
                last = following = last - 1  # the mark opens what follows: 'she said."We hope …'
            yield start, last
            start = following
    yield start, end


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    following = text[stop.end() : stop.end() + 60]
    opening = following.lstrip(_OPENERS)
    if not opening or opening[0].islower():
        return False
    marks = stop[0].rstrip()
    if marks[0] != ".":
        # “Will it hold?” Bessent asked. One sentence, and one act of saying.
        return len(marks) == 1 or not _SAYS.match(opening)
    before = text[max(start, stop.start() - 24) : stop.start()]
    word = _LAST_WORD.search(before)
    return word is None or _word_may_end(word[0], before[: word.start()], text[start : stop.start()], opening)


def _word_may_end(word: str, before: str, so_far: str, opening: str) -> bool:
    """Whether the full stop after `word` ends the sentence `so_far`, given the `opening` of what follows."""
    plain = word.lower()
    if plain in _TITLES:
        return False
    if plain in _BEFORE_NUMBERS and not (len(word) == 1 and word.isupper()):
        return not (opening[0].isdigit() or opening[0] in "§IVX" or _is_label(opening))
    if word.isdigit() or len(word) == 1:
        # "1. The United States will …", "Section 1. Background.", "Donald J. Trump"
        return not (
            len(so_far) <= len(word) + 1 or _NUMBERED.search(before) or (word.isalpha() and not _opens(opening))
        )
    if plain in _EITHER or _DOTTED.match(word):
        return _opens(opening)
    return True


def _is_label(opening: str) -> bool:
    return len(opening) > 1 and opening[0].isupper() and opening[1] in ".)- "


def _opens(opening: str) -> bool:
    word = re.match(r"[\w’']+", opening)
    return word is not None and word[0].lower() in _STARTERS
