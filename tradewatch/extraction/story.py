"""The time at which a story stands: what a sentence without a date tells as done takes the date told before it.

Only the same side's next deed of the paragraph does, what a paper does whose day was told, and in a news story what its
own news is, until the story turns to a time before. A verb with "had", "then" or "later" moves the story on: no date.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tradewatch.edtf import bounds_of
from tradewatch.extraction.datatypes import Instrument, KnownDate
from tradewatch.extraction.instruments import Numbered
from tradewatch.extraction.placing import Placed

LONGEST_LIST = 3  # paragraphs that go on with what a sentence has begun to tell of a day
NEWS = 3  # days before its own within which an act is what an article reports
AHEAD = 14  # characters at a sentence's head in which its own time stands
AT_ONCE = 3  # characters before the date that a heading begins with
LONGEST_STEP = 31  # days that "days later" counts on
NEAR_ENTRY = 14  # days after an entry's own within which it may go on to another
OF_DAY = 12  # characters between a number and the day that stands with it
REACH = 60  # characters before a trigger in which a paper may be the subject
LONGEST_MEETING = 4  # days of talks
_TWO_DAYS = len("2025-06-09/2025-06-10")
_PAPER = r"(?:orders?|notices?|announcements?|proclamations?|decrees?|rules?|circulars?|memorandum|directives?)"
_ISSUED = re.compile(
    r"\b(?:sign|issu|publish|releas|promulgat|adopt)\w* (?:[\w-]+ ){0,4}?" + _PAPER
    + r"\b|\b" + _PAPER + r"(?: (?:No\.? ?)?\d+)?,? (?:signed|issued|published|released)\b"
    + r"|\b" + _PAPER + r" (?:was|were|is|are|has been|have been) (?:signed|issued|published|released|adopted)\b",
    re.I,
)  # fmt: skip
_MADE_KNOWN = re.compile(
    r"(?<!had )(?<!been )(?<!\bas )"
    r"\b(?:announcements?|announced|unveiled|issued|published|signed|released|unveiling|decided)\b",
    re.I,
)
_ACTED = re.compile(
    r"\W*(?:The )?(?:[\w.'-]+ ){1,4}?(?:replied|answered|responded|retaliated|hit back|struck back|fired back|countered"
    r"|acted|followed suit)\b[^,;]{0,30}$",
)
_LIST_OF = re.compile(r"'s (?:[a-z]+ )?(?:list|package|batch|notices?|announcements?|measures|round|salvo)\b")
_PAPER_ACTS = re.compile(
    r"\W*(?:The |This |That |These |Both |Another |Its |Under the |By the )?(?:[\w-]+ ){0,2}?" + _PAPER
    + r"(?: No\.? ?\d+| \d+)?\b(?! (?:of|dated|that|which)\b)",
    re.I,
)  # fmt: skip
# "So that contracts can be signed, the order directs …": the paper as the subject of the act
_PAPER_IS_SUBJECT = re.compile(
    r"\b(?:the|this|that|its|his) (?:same |new |latest |executive |presidential )*" + _PAPER
    + r"(?: (?:No\.? ?)?\d+)? (?:also |then |now |further )?\Z",
    re.I,
)  # fmt: skip
_WITH_IT = re.compile(
    r"\b(?:signed|issued|published) (?:together|along|alongside|at the same time|the same day)\b", re.I
)
_COUNTS_ON = re.compile(
    r"(?:the|that) (?:very )?(?:same|next|following|previous)? ?day\b|\w+ (?:days?|weeks?) (?:later|earlier|before)\b",
    re.I,
)
_PRONOUN = re.compile(r"\W*(?:It|They) (?:also )?\w", re.I)
# "It also put …", "In addition, …", "The ministry further …" at the head of the next paragraph: one story.
_TELLS_ON = re.compile(
    r"\W*(?:(?:It|They)\b(?! (?:was|were|is|are|has|have|had|will|would)\b)|(?:In addition|Additionally|Besides"
    r"|Moreover|Furthermore|Alongside|In the same (?:notice|statement|announcement|order)|On top of that"
    r"|At the same time)\b|(?:[\w.'-]+ ){1,5}(?:also|further|additionally)\b)",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A date that the text has given, whose deed it dates, and the paragraph."""

    date: KnownDate
    side: str
    paragraph: int
    is_talks: bool = False
    numbers: frozenset[Instrument] = frozenset()  # of a paper
    answers: bool = False  # "China hit back on Friday.": what comes next is what it decided


@dataclass(frozen=True, slots=True)
class Opening:
    """A sentence that may put the story at a date: the only side that it names, its paragraph, the article's day."""

    side: str
    paragraph: int
    published: date | None


@dataclass(slots=True, kw_only=True)
class Story:
    """What has been dated so far: the last deed, the last paper issued, and by side what the article reports."""

    last: Told | None = None
    paper: Told | None = None
    carried_by_paper: int = -10  # the paragraph of the last act that a paper dated
    numbers: dict[Instrument, KnownDate] = field(default_factory=dict)  # the day told with the number of a paper
    news: dict[str, KnownDate] = field(default_factory=dict)
    section: KnownDate | None = None  # the date that heads the section: "Feb. 4"
    left: int = -10  # the paragraph in which the story went on to a day after its section's
    terms: str = ""  # the day named last, where it is one on which terms begin or end
    opened: dict[str, Told] = field(default_factory=dict)  # by side: "On Wednesday it turned to its lists."
    entry: Told | None = None  # the date that an entry of a chronology begins with: "7–10 November."
    is_past: bool = False  # the story has turned to a time before the news

    def note(self, told: Told, published: date | None) -> None:
        """Take a date that the text gives to a deed."""
        self.last = told
        self.opened.pop(told.side, None)
        day = bounds_of(told.date.edtf).latest
        if day is None or published is None:
            return
        self.is_past = not 0 <= (published - day).days <= NEWS
        if not self.is_past:
            self.news.setdefault(told.side, told.date)

    def note_sentence(self, text: str, placed: Sequence[Placed], numbered: Sequence[Numbered], paragraph: int) -> None:
        """Take what a sentence says of papers: "Two orders were signed on …", "Announcement No. 61 of 9 October"."""
        days = [one for one in placed if one.part in ("date", "cited")]
        if any(one.part == "date" and self._is_beyond_section(one) for one in days):
            self.left = paragraph
        issued = _ISSUED.search(text) if days else None
        if issued:
            nearest = min(days, key=lambda one: min(abs(one.start - issued.end()), abs(issued.start() - one.end)))
            numbers = frozenset(number.instrument for number in numbered)
            self.paper = Told(date=known(nearest), side="", paragraph=paragraph, numbers=numbers)
        for number in numbered:
            own = next((one for one in days if one.part == "cited" and 0 <= one.start - number.end <= OF_DAY), None)
            if own:
                self.numbers.setdefault(number.instrument, known(own))

    def _is_beyond_section(self, one: Placed) -> bool:
        """True of "on the 5th" in an entry that begins with "1 February": the story has left that day."""
        section = self.section.edtf if self.section else ""
        named = bounds_of(one.expression.edtf).earliest
        head = bounds_of(section).latest if len(section) == len("2025-02-01") == len(one.expression.edtf) else None
        return bool(head and named and 0 < (named - head).days <= NEAR_ENTRY)

    def opened_in(self, side: str, paragraph: int) -> KnownDate | None:
        """The day to which a sentence of the paragraph has put what the side did."""
        told = self.opened.get(side) or self.opened.get("")
        if told is None or told.paragraph != paragraph:
            return None
        return replace(told.date, rule="paragraph", reason="the day of which the paragraph tells")

    def section_of(self, paragraph: int) -> KnownDate | None:
        """The date that heads the section, for a paragraph that has not gone on to another day."""
        return None if self.left == paragraph else self.section

    def note_terms(self, placed: Sequence[Placed]) -> None:
        """Take whether the day that a sentence names last is one on which terms begin or end."""
        if placed:
            last = placed[-1]
            self.terms = last.expression.edtf if last.part in ("effective", "ends", "by", "for") else ""

    def of_deed(self, when: KnownDate, paragraph: int) -> KnownDate:
        """ "The same day", "two days later" count from a deed, not from the day on which its terms begin or end."""
        words = when.expression.text if when.expression else ""
        terms, day = bounds_of(self.terms).latest if self.terms else None, bounds_of(when.edtf).earliest
        last = self.last.date if self.last and paragraph - self.last.paragraph <= 1 else self.section
        if not (terms and day and last and _COUNTS_ON.match(words)):
            return when
        deed, step = bounds_of(last.edtf).latest, (day - terms).days
        if deed is None or not -LONGEST_STEP <= step <= LONGEST_STEP or len(when.edtf) != len(day.isoformat()):
            return when
        return replace(
            when, edtf=(deed + timedelta(step)).isoformat(), reason=f"“{words}”, counted from the deed before"
        )

    def open(self, text: str, placed: Sequence[Placed], where: Opening) -> None:
        """Take the date at the head of a sentence that reports no act: "On Friday the list grew."."""
        head = next((one for one in placed if one.part == "date" and one.start < AHEAD), None)
        if head is None and len(placed) == 1 and placed[0].part == "date" and _MADE_KNOWN.search(text):
            head = placed[0]
        if head is None and placed and placed[0].part == "date" and _ACTED.match(text, 0, placed[0].start):
            head = placed[0]  # "China replied on Friday by announcing …": what it did comes next
        if head is None and placed and placed[0].part == "noun" and _LIST_OF.match(text, placed[0].end):
            head = placed[0]  # "The rest of Tuesday's list touches few."
        if head is not None:
            answers = _ACTED.match(text, 0, head.start) is not None
            told = Told(date=known(head), side=where.side, paragraph=where.paragraph, answers=answers)
            self.note(told, where.published)
            self.opened[where.side] = told
            if len(text.strip()) <= len(head.expression.text) + AT_ONCE:
                self.entry = told

    def of_number(self, numbered: Sequence[Numbered], first: int, last: int) -> KnownDate | None:
        """The day told before with a number that stands between two places of the sentence."""
        for number in numbered:
            if first <= number.start <= last and number.instrument in self.numbers:
                return replace(
                    self.numbers[number.instrument], rule="paper", reason="the day told before of its number"
                )
        return None

    def head_section(self, placed: Sequence[Placed]) -> None:
        """Take the heading of a section, with its date where it begins with one."""
        self.left = -10
        first = placed[0] if placed and placed[0].part == "date" and placed[0].start <= AT_ONCE else None
        self.section = (
            replace(known(first), rule="section", reason="the date that heads the section") if first else None
        )

    def of_paper(self, text: str, first: int, paragraph: int, numbered: Sequence[Numbered]) -> KnownDate | None:
        """The day of the paper told before, where it is what acts: "The order suspends …", then "It removes …".

        A paper of another number is another one, unless it is said to have been signed with it.
        """
        own = {number.instrument for number in numbered if number.start < first}
        if self.paper is None:
            return None
        is_another = own and self.paper.numbers and not own & self.paper.numbers
        if is_another and not _WITH_IT.search(text, 0, first):
            return None
        acts = _PAPER_ACTS.match(text, 0, first) or _PAPER_IS_SUBJECT.search(text, max(0, first - REACH), first)
        goes_on = _PRONOUN.match(text) and 0 <= paragraph - self.carried_by_paper <= 1
        if not (acts or goes_on):
            return None
        self.carried_by_paper = paragraph
        return replace(self.paper.date, rule="paper", reason="the day told of the paper that does it")

    def entry_of(self, paragraph: int) -> KnownDate | None:
        """The date that an entry of a chronology begins with, else the one that heads its section."""
        if self.entry and self.entry.paragraph == paragraph:
            return replace(self.entry.date, rule="paragraph", reason="the date that the entry begins with")
        return self.section_of(paragraph)

    def of_paragraph(self, side: str, paragraph: int, text: str = "") -> KnownDate | None:
        """The date of this side's deed told before in the paragraph, or in the one before that `text` goes on with.

        In an entry of a chronology, which begins with its date, it is that date.
        """
        if self.entry and self.entry.paragraph == paragraph:
            return self.entry_of(paragraph)
        if self.last is None or self.last.side not in ("", side):
            return None
        if self.last.paragraph == paragraph - 1 and _TELLS_ON.match(text):
            self.last = replace(self.last, paragraph=paragraph)
        if self.last.paragraph != paragraph:
            return None
        told = replace(self.last.date, rule="paragraph", reason="the date of the deed told before in this paragraph")
        close = bounds_of(told.edtf).latest
        # What comes out of talks of two days comes on the last of them.
        first = bounds_of(told.edtf).earliest
        brief = self.last.is_talks and close and first and (close - first).days < LONGEST_MEETING
        return replace(told, edtf=close.isoformat()) if close and brief and len(told.edtf) == _TWO_DAYS else told

    def of_news(self, side: str, paragraph: int) -> KnownDate | None:
        """The date of what a news story reports of this side, or of what it set out to tell of it just before."""
        if self.is_past or side not in self.news:
            return None
        opened = self.opened.get(side)
        told = opened and 0 < paragraph - opened.paragraph <= LONGEST_LIST and opened.date
        return replace(told or self.news[side], rule="news", reason="the date of what the article reports of this side")


def known(one: Placed) -> KnownDate:
    """What a placed expression says, as a date."""
    time = one.expression
    return KnownDate(edtf=time.edtf, rule=f"nearest_{time.source}", reason=f"“{time.text}”", expression=time)
