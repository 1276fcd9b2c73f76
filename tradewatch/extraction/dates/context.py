"""What a reader carries along while going through a text: the day it was said on, and the times named before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from tradewatch.extraction.dates.forms import Found
from tradewatch.extraction.dates.tense import Tense, Tenses
from tradewatch.extraction.dates.timex import first_day, precision_of_timex

_REPORTING = frozenset({"weekday", "today"})
_DATED = frozenset({"month_day", "day_month", "days", "days_month", "month_year", "season"})
# So many past dates with their year, and so many for each "Thursday" or "today", make a text a history.
_HISTORY_DATES = 3
_HISTORY_SHARE = 2
_DAYS = frozenset({"month_day", "day_month", "days", "days_month"})
_FEWEST_ENTRIES = 3
_LONGEST_OPENING = 24
_OPENS = re.compile(r"[-*•·># ]*(?:On )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?")
_BREAK = "\n\n"
_LONG_AGO = timedelta(100)
_MONTHS_AGO = timedelta(60)
_SPAN = len("2025-10-25/2025-10-26")


@dataclass(slots=True, kw_only=True)
class Context:
    """The text, the day it was said on, and the last time that was named.

    `last` is the last calendar value named (TIMEX3), `last_end` where it stands, `last_close` its
    last day where it is a span of days, `last_past` the last one named that was over; `quarter` the last quarter.
    `limit` is the last day to come that was named as the end of something, and where it stands.
    """

    text: str
    said_on: date
    is_history: bool = False
    limit: date | None = None
    limit_end: int = 0
    last: str = ""
    last_end: int = 0
    last_close: date | None = None
    last_past: date | None = None
    beside: str = ""  # the day or month named last, though it dates a thing or a time before, and where it stands
    beside_end: int = 0
    quarter: str = ""
    told_year: int | None = None
    told_end: int = 0
    section_year: int | None = None
    section_end: int = 0
    entries: frozenset[int] = frozenset()  # where the entries of a chronology begin
    tenses: Tenses | None = field(default=None, repr=False)

    def tense(self, found: Found) -> Tense:
        """Which way the words around `found` point."""
        if self.tenses is None:
            self.tenses = Tenses(self.text)
        return self.tenses.around(found.start, found.end)

    def is_past_right_before(self, found: Found) -> bool:
        """Whether the verb that `found` belongs to is in the past tense, right before it."""
        self.tenses = self.tenses or Tenses(self.text)
        return self.tenses.is_past_right_before(found.start)

    def remember(self, found: Found, value: str, edtf: str = "") -> None:
        """Take `value` as the last time named; `edtf` is an interval where one was named."""
        if not precision_of_timex(value) or (found.rule == "year" and not self._tells_when(found)):
            return
        if self._is_of_thing(found):
            self._set_aside(found, value)
            return  # "the notices of October": the story stays where it was
        if self._is_limit(found, value):
            self.limit, self.limit_end = first_day(value[:10]), found.end
            return  # "until 10 November 2026": the story stays where it was
        if found.rule == "month" and _HAD.search(self._clause_before(found)):
            self.beside, self.beside_end = value, found.end
            return  # "he had said in June"
        self.last, self.last_end = value, found.end
        close = first_day(edtf.partition("/")[2][:10]) if len(edtf) == _SPAN else None
        self.last_close = close or self.last_day
        if self.last_close and self.last_close <= self.said_on and precision_of_timex(value) in ("day", "month"):
            self.last_past = self.last_close
        self._note_told(found, value)
        if found.rule in ("quarter", "q") and self._is_reported(value, found):
            self.quarter = value
        if _names_year(found) and _heads_section(self.text, found):
            self.section_year, self.section_end = int(value[:4]), found.end

    def _set_aside(self, found: Found, value: str) -> None:
        if found.rule in _DAYS:
            self.beside, self.beside_end = value, found.end

    def inherited_year(self, found: Found) -> int | None:
        """The year that a date without one takes from the text before it; None where the day of saying decides.

        A history ("In June 1950 … On 25 October …") and a section under a heading such as "2018" hand their year on.
        """
        if self.is_history and len(self.last) >= 4:
            return int(self.last[:4])
        if self._is_told_here(found):
            return self.told_year
        if self.section_year and not _has_heading(self.text, self.section_end, found.start):
            return self.section_year
        return None

    def _is_of_thing(self, found: Found) -> bool:
        """True for the month that a thing bears, and for its day where the sentence has told of another before."""
        if found.rule == "month" and _BEFORE_THING.match(self.text, found.end):
            return True  # "the October notices"
        if found.rule != "month" and not (found.rule in _DAYS and self._is_told_in_sentence(found)):
            return False
        return self.is_of_deed(found)

    def is_of_deed(self, found: Found) -> bool:
        """True for "the finding of January", "the firms of March": what bears its month has been."""
        return _OF_THING.search(self.text, max(0, found.start - 24), found.start) is not None

    def _is_told_in_sentence(self, found: Found) -> bool:
        return bool(self.last) and not re.search(r"[.!?]\s|\n", self.text[self.last_end : found.start])

    def _is_limit(self, found: Found, value: str) -> bool:
        """True for a day to come on which something ends: nothing of the story happens then."""
        day = first_day(value)
        limits = _LIMIT.search(self.text, max(0, found.start - 16), found.start) if self.last else None
        return bool(limits and day and day > self.said_on)

    def _clause_before(self, found: Found) -> str:
        return re.split(r"[.;!?\n]", self.text[max(0, found.start - 80) : found.start])[-1]

    def _tells_when(self, found: Found) -> bool:
        """True for "In 2018, …" and a heading; "the 2018 tariffs" and "unlike 2018" move the story to no other time."""
        before = self.text[max(0, found.start - 12) : found.start]
        return _WHEN.search(before) is not None or _heads_section(self.text, found)

    def _note_told(self, found: Found, value: str) -> None:
        """Keep the year of "In 2018, …" for the rest of its paragraph; a time near the day of saying ends it."""
        if (
            _names_year(found)
            and int(value[:4]) < self.said_on.year
            and _OPENING.search(self.text, max(0, found.start - 24), found.start)
        ):
            self.told_year, self.told_end = int(value[:4]), found.end
        elif value[:4].isdigit() and int(value[:4]) >= self.said_on.year:
            self.told_year = None

    def _is_told_here(self, found: Found) -> bool:
        """True in "In 2018, Washington began … In March, Beijing answered": one paragraph, the past tense."""
        if self.told_year is None or self.text.find(_BREAK, self.told_end, found.start) >= 0:
            return False
        return self.tense(found) is Tense.PAST

    def _is_reported(self, quarter: str, found: Found) -> bool:
        """True for a quarter that is over, or said to have "ended": the one that a company reports on."""
        if precision_of_timex(quarter) != "quarter":
            return False
        is_over = quarter < f"{self.said_on.year:04d}-Q{(self.said_on.month + 2) // 3}"
        return is_over or self.text.startswith(" ended", found.end)

    def tells_of_past(self, found: Found) -> bool:
        """True when the paragraph has just named a day long past, and nothing says that it turns to what is to come."""
        if self.text.find(_BREAK, self.last_end, found.start) >= 0 or precision_of_timex(self.last) != "day":
            return False
        return self.last_day is not None and self.last_day < self.said_on - _LONG_AGO

    def day_told_near(self, found: Found) -> date | None:
        """The day named last, where it lies some months back and in this paragraph or the one before."""
        day = self.last_day if precision_of_timex(self.last) == "day" else None
        is_near = self.text.count(_BREAK, self.last_end, found.start) <= 1
        return day if day and is_near and day < self.said_on - _MONTHS_AGO else None

    def is_told_near(self, found: Found) -> bool:
        """True where the time named last stands in the same paragraph as `found`."""
        return bool(self.last) and self.text.find(_BREAK, self.last_end, found.start) < 0

    def is_told_before(self, found: Found) -> bool:
        """True where the time named last stands in the paragraph before that of `found`, or in its own."""
        return bool(self.last) and self.text.count(_BREAK, self.last_end, found.start) <= 1

    def day_just_named(self, found: Found) -> date | None:
        """The day named last in the paragraph of `found`, the last of several; None where it was no day."""
        return self.last_close if precision_of_timex(self.last) == "day" and self.is_told_near(found) else None

    def day_beside(self, found: Found) -> date | None:
        """The day from which "the day after" counts: an end named in the same sentence, else the last time named."""
        is_near = self.limit and not re.search(r"[.!?\n]", self.text[self.limit_end : found.start])
        return self.limit if is_near and self.limit_end > self.last_end else None

    def told_aside(self, found: Found, unit: str) -> date | None:
        """What counts from a day or month that the same sentence names, though the story does not turn to it.

        "from the rule of 29 September by way of the listings of [8 October] to the threat on the 10th"
        """
        if self.beside_end <= self.last_end or re.search(r"[.!?]\s|\n", self.text[self.beside_end : found.start]):
            return None
        fine = precision_of_timex(self.beside) == "day" or unit == "month"
        aside = first_day(self.beside[:10]) if fine else None
        # "On 12 May it spared the firms of 4 April, and on the 14th …": what the sentence tells has come after them.
        is_of_before = aside and self.last_day and aside < self.last_day and self._is_told_in_sentence(found)
        return None if is_of_before else aside

    @property
    def last_day(self) -> date | None:
        """The first day of the last time named."""
        return first_day(self.last) if self.last else None


def _entries(text: str, atoms: Sequence[Found]) -> frozenset[int]:
    """Where the entries of a chronology stand: three and more paragraphs that begin with a day without a year."""
    opening = [
        atom.start
        for atom in atoms
        if atom.rule in _DAYS and _year_named(atom) is None and _opens_paragraph(text, atom.start)
    ]
    return frozenset(opening) if len(opening) >= _FEWEST_ENTRIES else frozenset()


def _opens_paragraph(text: str, start: int) -> bool:
    """True for "April 9" in "- Wednesday, April 9: …" at the beginning of a line."""
    line = text.rfind("\n", max(0, start - _LONGEST_OPENING), start) + 1
    return (line > 0 or start < _LONGEST_OPENING) and _OPENS.fullmatch(text, line, start) is not None


def context_of(text: str, atoms: Sequence[Found], said_on: date) -> Context:
    """The context at the beginning of `text`, in which `atoms` were found."""
    years_named = [_year_named(atom) or said_on.year + 1 for atom in atoms if atom.rule in _DATED]
    past = sum(1 for year in years_named if year < said_on.year) - years_named.count(said_on.year)
    years = sum(1 for atom in atoms if atom.rule == "year" and int(atom.match["year"]) < said_on.year)
    reporting = sum(1 for atom in atoms if atom.rule in _REPORTING)
    dated = past + years // 2
    is_history = dated >= _HISTORY_DATES and dated > _HISTORY_SHARE * reporting
    return Context(text=text, said_on=said_on, is_history=is_history, entries=_entries(text, atoms))


def _year_named(found: Found) -> int | None:
    if "year" not in found.match.re.groupindex or not found.match["year"]:
        return None
    return int(found.match["year"])


def _names_year(found: Found) -> bool:
    return found.rule in _DATED | {"year"} and _year_named(found) is not None


_LIMIT = re.compile(r"\b(?:until|till|through|by|expir\w{1,4}(?:\son)?)\s\Z", re.I)
_HAD = re.compile(r"\bhad\s\w+")
_OF_THING = re.compile(
    r"\b(?:notices|measures|duties|tariffs|lists?|listings?|increases?|rises?|orders?|controls|rules?|announcements?|fees"
    r"|rounds?|talks|truce|agreement|deal|firms|companies|entities|findings?|rulings?|those)\sof\s\Z"
)
_BEFORE_THING = re.compile(r"\s(?:notices|measures|duties|tariffs|listings?|increases|orders?|controls|rules?|fees)\b")
_WHEN = re.compile(r"\b(?:in|during|of|by|until|throughout|early|late|mid)[\s-](?:the\s(?:year\s)?)?\Z", re.I)
_OPENING = re.compile(
    r"(?:\A|[.!?][\"”’')]*\s|\n)(?:(?:Back|Early|Late|Later|Already)\s)?(?:In|During|By|On|Since)\s(?:early\s|late\s|mid-)?\Z"
)
_SHORT_LINE = 60


def _heads_section(text: str, found: Found) -> bool:
    """True when `found` stands in a short line of its own without a full stop: "2018", "Timeline 2018"."""
    start = text.rfind("\n", 0, found.start) + 1
    if found.start - start > _SHORT_LINE:
        return False
    end = text.find("\n", found.end, found.end + _SHORT_LINE + 1)
    if end < 0 and len(text) > found.end + _SHORT_LINE:
        return False
    line = text[start : end if end >= 0 else len(text)].strip()
    return 0 < len(line) <= _SHORT_LINE and line[-1] not in '.!?"”,' and end >= 0


_HEADING = re.compile(rf"\n(?=\S)[^\n]{{1,{_SHORT_LINE}}}(?<![.!?:,;\"”])\n")


def _has_heading(text: str, start: int, end: int) -> bool:
    return _HEADING.search(text, start + 1, end) is not None
