"""Words that only tell the day of the act told before: "The order was signed on 4 April.", "That was on Friday."."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tradewatch.edtf import Bounds, bounds_of, days_meant
from tradewatch.extraction.datatypes import Candidate, KnownDate, Reason
from tradewatch.extraction.event_dates import may_be_one, words_of
from tradewatch.extraction.parsing import Parsed, Reading
from tradewatch.extraction.placing import Placed
from tradewatch.extraction.quoting import quote_of
from tradewatch.extraction.story import Told
from tradewatch.vocabulary import Kind, Status

REACH = 260  # characters between an act and the words that tell its day
LATELY = 400  # days before the article within which the day lies
_PAPER = (
    r"(?:announcements?|decisions?|orders?|notices?|rules?|decrees?|proclamations?|moves?|measures?|steps?|news"
    r"|statements?|rulings?|listings?|changes?|threats?|posts?|suspensions?|bans?|deals?|agreements?|duties|tariffs?"
    r"|controls|curbs|fees|restrictions|documents?|texts?|papers?|circulars?|memorandum|letters?|signatures?"
    r"|requirements?|cuts?|increases?|hikes?|lists?|ultimatum|reprieve|extension|verdict|judgment|opinion|additions?"
    r"|designations?|sanctions|inquiry|inquiries|investigations?|probes?|lev(?:y|ies)|duty|charges?|exemptions?|relief"
    r"|pauses?|licen[cs]es?|blacklistings?|revocations?|approvals?|removals?|withdrawals?|reversals?|expansions?"
    r"|restorations?|prohibitions?|packages?|salvo|escalations?|concessions?|filings?|amendments?|clearances?|repl(?:y|ies)|answer|response)"
)
_THIS = (
    rf"(?:(?:(?i:The|This|That|These|Those|Its|His|Their|Both|All)|Such)(?: [\w.'-]+){{0,3}}? {_PAPER}"
    rf"|(?:USTR|MOFCOM|Beijing|Washington|China|(?:[Tt]he|[Ii]ts) (?:ministry|office|department|commission))'s {_PAPER}"
    r"|(?i:It|They|This|That|Both|All))"
)
_BY = r"(?: by (?:[\w.'-]+ ?){1,5}?)?(?: (?:in|at|to|on|via|through) (?:[\w.'-]+ ?){1,5}?)??"
_MADE_KNOWN = r"announced|signed|issued|published|released|unveiled|posted|filed|gazetted|notified"
# "The announcement came late on Monday", "It was signed by the president on 4 April", "The order is dated 3 March"
_HAPPENED = re.compile(
    rf"{_THIS},? (?:which )?(?:(?:had|have|has) )?(?:(?:came|come)(?! in(?:to)? (?:on|force|effect|at|from)\b)"
    r"|happened|followed|fell|landed|appeared"
    rf"|(?:is|are|was|were|been) (?:\w+ly |all |both |first )?(?:made(?: public| known)?|{_MADE_KNOWN}|adopted"
    r"|decided(?: upon)?|ordered|taken|agreed|struck|reached|sealed|promulgated|handed down|given|delivered|drawn up"
    rf"|printed|dated|sent|told)|dates? (?:from|back to)|(?:bears?|carr(?:y|ies)) the date of|dated){_BY}"
    r"(?: (?:just|only|back|out|late|early|shortly|in the \w+))*(?: (?:on|in|of|from))?(?: (?:late|early))?(?: on)? ?"
)
# "The additions, published in the Federal Register on Friday, are the largest since March"
_APPOSED = re.compile(
    rf"{_THIS}, (?:(?:which|all|both) (?:was|were|of them) )?(?:first )?(?:made public|{_MADE_KNOWN}|adopted|decided"
    rf"|ordered|agreed|struck|promulgated|dated){_BY}(?: late| early)?(?: on| in)? "
)
# "That was on Friday": nothing but the day
_WAS = re.compile(
    r"(?:It|This|That|All this|All that) (?:was|happened)(?: back| only| just| late| early)?(?: on| in)? "
)
# "The president made the announcement late on Monday", "The ministry announced the move on Tuesday"
_MADE = re.compile(
    rf"(?:(?i:The|His|Its) |President )?(?:[\w.'-]+ ){{1,5}}?(?:made|said|{_MADE_KNOWN}|took|broke|disclosed"
    rf"|revealed|gave(?: notice of)?|delivered) "
    rf"(?:so|(?:the|this|that|its|his|these|both) (?:[\w-]+ ){{0,2}}?{_PAPER}|it|this|them)"
    r"(?: (?:on|in|at|via|through|to) (?:[\w.'-]+ ?){1,6}?)??"
    r"(?: (?:late|early|only|just))*(?: on| in)?(?: late| early)? "
)
# "The duty could start in February, he told reporters on Tuesday": whoever did it speaks of it, and nobody else
_TAGGED = re.compile(
    r"(?:The|This|That|These|It|They|Both|All|Such|Its|His|Their)\b[^;]*, (?:(?:he|she|it|they)"
    r"|(?:the |its |China's |Beijing's )?(?:[\w.']+ ){0,4}(?:(?P<china>ministry|commission|customs|MOFCOM)"
    r"|(?P<us>department|bureau|office|administration|White House|agency|president|Trump|Bessent|Greer|Lutnick)"
    r"|spokes\w+))"
    r" (?:also )?(?:said|told [\w ]{3,30}|wrote|announced|posted|added|stated|explained)"
    r"(?: (?:in|at|on|to) (?:[\w.'-]+ ?){1,6}?)??(?: late| early)?(?: on)? "
)
# "Signed on 4 November, it applies to …": the day opens the sentence
_SIGNED = re.compile(
    r"(?:Signed|Issued|Dated|Published|Announced|Released|Unveiled|Adopted)(?: late| early)?(?: on| in)? "
)
_ENDS = re.compile(r"[^\w]*(?:$|[.;,(]|and\b|in\b|at\b|by\b|after\b|before\b|to\b|with\b|as\b|on\b|a\b|the\b)")
_OPENS = re.compile(r"[\W_]*")


def day_of_last(whole: Parsed, reading: Reading, start: int = 0) -> Iterator[Candidate]:
    """A further account of each undated act of the sentence before, with the day that this sentence tells of it.

    `start` is where the words may begin: 0, or behind a semicolon of the act's own sentence.
    """
    last = reading.memory.last
    day = _told(whole, start) or _tagged(whole, last.side) if last else None
    if last is None or day is None or last.kind == Kind.TALKS or not (_is_done(last) or _has_begun(last)):
        return
    if not 0 <= whole.sentence.start + start - last.quote.end < REACH and not start:
        return
    if any(one.first < day.start and one.first >= start for one in whole.findings):
        return  # the sentence tells an act of its own
    at = known_after(day)
    told = [one for one in reading.memory.recent if one.quote.start == last.quote.start and one.side == last.side]
    for one in told:
        if _may_take(one, at, reading):
            yield replace(
                one,
                date=at,
                effective=one.date if _has_begun(one) else one.effective,
                status=str(Status.OCCURRED),
                quote=quote_of(whole.sentence, start, day.end),
                trigger=whole.sentence.start + day.start,
                ordinal=one.ordinal + told.index(one),
                object="",
                reasons=(*(r for r in one.reasons if r.field != "date"), _reason(at)),
                weak=True,
            )
    if any(_may_take(one, at, reading) for one in told):
        reading.memory.story.note(
            Told(date=at, side=last.side, paragraph=whole.sentence.paragraph), reading.article.published
        )


def day_after_semicolon(whole: Parsed, reading: Reading) -> Iterator[Candidate]:
    """The same of the last clause of the act's own sentence: "…; the rule was published on Monday"."""
    if whole.findings:
        at = whole.text.find("; ", whole.findings[-1].end)
        if at >= 0:
            yield from day_of_last(whole, reading, at + 2)


def known_after(day: Placed) -> KnownDate:
    """A day told after its act."""
    time = day.expression
    return KnownDate(
        edtf=time.edtf,
        rule="told_after",
        reason=f"the day that the next words tell of it: “{time.text}”",
        expression=time,
    )


def _reason(at: KnownDate) -> Reason:
    return Reason(field="date", rule=at.rule, words=words_of(at), said=at.reason)


def _told(whole: Parsed, start: int) -> Placed | None:
    """The day that the words from `start` on give to what was told before, None where they give none."""
    opened = _OPENS.match(whole.text, start)
    begin = opened.end() if opened else start
    for one in whole.placed:
        if one.start <= begin or one.part not in ("date", "cited", "noun", "since"):
            continue
        if any(form.fullmatch(whole.text, begin, one.start) for form in (_HAPPENED, _APPOSED, _WAS, _MADE, _SIGNED)):
            return one if _ENDS.match(whole.text, one.end) else None
        return None
    return None


def _tagged(whole: Parsed, side: str) -> Placed | None:
    """The day on which the `side` that did it is said to have spoken of it, told last in the sentence."""
    last = whole.placed[-1] if whole.placed else None
    if last is None or last.part != "date" or whole.text[last.end :].strip(' ."'):
        return None
    found = _TAGGED.fullmatch(whole.text, len(whole.text) - len(whole.text.lstrip()), last.start)
    return last if found and found.lastgroup in (None, side) else None


def _is_done(one: Candidate) -> bool:
    return one.status == Status.OCCURRED


def _has_begun(one: Candidate) -> bool:
    """True of an act that is dated by the day on which its terms begin, for want of the day on which it was decided."""
    return one.date.rule == "effective"


def _is_before(one: Bounds, other: Bounds) -> bool:
    return bool(one.latest and other.earliest and one.latest < other.earliest)


def _may_take(one: Candidate, at: KnownDate, reading: Reading) -> bool:
    """True where the act has no day, or a longer time within which the one told lies."""
    published, day = reading.article.published, bounds_of(at.edtf)
    if not day.latest or (published and not 0 <= (published - day.latest).days < LATELY):
        return False
    if not one.date.edtf or (_has_begun(one) and _is_before(day, bounds_of(one.date.edtf))):
        return True
    return days_meant(at.edtf) < days_meant(one.date.edtf) and bounds_of(one.date.edtf).overlaps(day)


def days_agree(one: Candidate, other: Candidate) -> bool:
    """True where both may be of one day, or one is dated by its beginning and the other tells that and its own day."""
    if may_be_one(one.date.edtf, other.date.edtf):
        return True
    return any(
        _has_begun(first) and second.effective.edtf == first.date.edtf for first, second in ((one, other), (other, one))
    )
