"""Action and status once it is known who acts and when: a decision, a threat, or what is still to come."""

import re

from tradewatch.edtf import bounds_of
from tradewatch.extraction.belonging import is_authoritys
from tradewatch.extraction.datatypes import Measure
from tradewatch.extraction.dating import WEEK, is_ahead
from tradewatch.extraction.event_dates import EventDates
from tradewatch.extraction.modality import Assertion
from tradewatch.extraction.parsing import Reading
from tradewatch.extraction.scenes import Acting
from tradewatch.extraction.tagged_days import TAG
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action, Kind, Status

# What an authority decides by publishing it.
DECREED = frozenset({Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE, Kind.INVESTIGATION})
_BY_SAYING = frozenset({(Kind.CORPORATE, Action.APPROVE), (Kind.LEGAL, Action.ANNOUNCE)})
_PLAIN_WILL = frozenset({"planned", "infinitive"})
_SAID_IT = frozenset({"said_it_would", "would_he_said"})  # cues of somebody who says what will be done
_FOR_A_TIME = re.compile(
    r"[^,;.]{0,60}?\bfor (?:the next |another |at least )?"
    r"(?:an?|one|two|three|six|twelve|thirty|sixty|ninety|\d+)[ -](?:full )?"
    r"(?:years?|months?|days)\b",
    re.I,
)
_FOR_LONGER = re.compile(
    r"[^,;.]{0,40}?\b(?:for|by) (?:another|yet another|an? (?:further|extra|additional|second)|\w+ more)"
    r" (?:[\w-]+ )?(?:days?|weeks?|months?|years?|quarter)\b",
    re.I,
)
_BY_PAPER = re.compile(
    r", according to (?:an? |the )?(?:[\w']+ ){0,3}(?:notices?|announcement|statement|order|decision|circular|decree)\b"
)
_TOTAL_AFTER = re.compile(
    r",? (?:taking|bringing|lifting|raising|pushing) (?:the|their|its) (?:total|combined|cumulative|overall|sum)\b"
    r"[^;.]{0,50}? to \d",
    re.I,
)
_ADDED = re.compile(r"\b(?:additional|another|further|extra|second)\b", re.I)
BEFORE = 60  # characters before an act in which stands that its rate comes on top of another
_POINTS_OFF = re.compile(r"\bpoints (?:taken |cut |shaved )?(?:off|from) ", re.I)
_DEADLINE = re.compile(r"\bdeadline\b", re.I)
_AT_ONCE = re.compile(r"\b(?:effective immediately|with immediate effect|at once)\b", re.IGNORECASE)
# "… will be treated alike under a rule that the bureau issued on Monday": the paper is the act, and it is out.
_UNDER_PAPER = re.compile(
    r"\b(?:under|by|through|in) (?:an?|the|its|their|another|this) (?:[\w-]+ ){0,4}?"
    r"(?:rules?|orders?|notices?|announcements?|decrees?|regulations?|proclamation|letters?|circular|decision|ruling"
    r"|document|filing)\b(?:,? (?:that|which))?(?: [\w.'-]+){0,7}? "
    r"(?:issued|published|released|signed|posted|announced|unveiled|promulgated|handed down|put out|adopted"
    r"|made public)\b",
    re.I,
)
_PAPER_SAYS = re.compile(
    r"\b(?:order|proclamation|decree|notice|rule|document|statement) (?:says?|said|stat(?:es|ed)|add(?:s|ed))\b", re.I
)
_HIS_POST = re.compile(r"\b(?:Truth Social|social[- ]media post|post on (?:social media|X)|(?-i:Trump)'s post)\b", re.I)
_OTHERS_BODY = {  # by the side that acts, the bodies that speak for the other one
    "us": re.compile(r"\b(?:commerce ministry|ministry of commerce|MOFCOM|Beijing's|China's|Chinese)\b", re.I),
    "china": re.compile(r"\b(?:White House|USTR|BIS|Commerce Department|bureau)\b"),
}
_HE_ADDED = re.compile(r"\W*(?:He|The president) (?:also |then )?(?:added|said|wrote|posted|warned|vowed|declared)\b")
_HE_WROTE = re.compile(
    r", [Hh]e (?:had |has |also |then )?(?:said|wrote|posted|warned|vowed|added|declared)\b[^;.]{0,30}?,"
)
_GIVES_LEAVE = re.compile(
    r"\b(?:Trump|[Pp]resident|White House|Commerce|Lutnick|Rubio|State Dep\w+|Secretary|administration)\b[^;.]{0,60}"
    r"\b(?:said|announced|wrote|posted|declared|told|informed|statement|announcement|remarks?)\b"
)
_FROM_TO = re.compile(
    r"\bto \d[\d.]*(?:%|pc| per ?cent)[^.;]{0,12}? from (?:the |a )?\d|\bfrom \d[\d.]*(?:%|pc| per ?cent)? to \d"
)
_SAYS = re.compile(r" (?:has |have )?(?:said|says|told|wrote|posted|vowed|warned|announced|declared)\b")
_TAG_OPENS = re.compile(r", (?:the )?(?:[\w.']+ ){0,4}$")
_IT_SAID = re.compile(r"\W*It (?:also )?(?:announced|said|confirmed|added)\b")
_SAID = re.compile(r"[\w,’' -]{0,60}?\b(?:said|says|told|wrote|posted|vowed|warned|announced|declared)\b")


def settled(
    finding: Finding, sentence: str, reading: Reading, assertion: Assertion, acting: Acting, dates: EventDates
) -> tuple[str, str]:
    """Action and status; what stands in a list of decisions is decided."""
    if assertion.status == Status.PLANNED and _is_listed(finding, assertion, acting, reading):
        return assertion.action, Status.OCCURRED
    return _settled(finding, sentence, reading, assertion, acting, dates)


def _settled(
    finding: Finding, sentence: str, reading: Reading, assertion: Assertion, acting: Acting, dates: EventDates
) -> tuple[str, str]:
    """Action and status.

    An authority's published decision is the act (occurred, dated by its announcement) even where worded "will impose";
    the same words from a person are a threat. What lies after the article's day is planned.
    """
    action, status = assertion.action, assertion.status
    later = is_ahead(dates.date.edtf, reading.article.published)
    tagged = assertion.cue in _PLAIN_WILL and (
        _is_tagged(finding, sentence, acting) or _is_tagged_by_a_person(finding, sentence, reading)
    )
    if status == Status.PLANNED and (assertion.cue in _SAID_IT or tagged) and _is_by_decree(finding):
        if _AT_ONCE.search(sentence):
            return action, Status.OCCURRED
        person = kind_of(acting.slug, reading) == "person" or _is_said_by_a_person(finding, sentence, reading)
        person = person or (acting.side == "us" and _HE_WROTE.search(sentence) is not None)
        if person and action in (Action.IMPOSE, Action.RAISE):
            return _by_a_persons_word(finding, sentence, assertion, dates, later=later), Status.OCCURRED
        dated = dates.date.rule.startswith("nearest") and not person
        if (dated or is_decreed(finding, sentence, assertion, acting, reading)) and not later:
            return action, Status.OCCURRED
    if status == Status.PLANNED and not later and _is_done_by_saying(finding, sentence, assertion):
        return action, Status.OCCURRED
    if status == Status.PLANNED and _is_over(assertion, dates, reading):
        status = Status.OCCURRED
    if status == Status.OCCURRED and later and action != Action.THREATEN:
        return action, Status.PLANNED
    return action, status


def _is_tagged(finding: Finding, sentence: str, acting: Acting) -> bool:
    """True of "…, the ministry said" and "…, according to a notice": its own act, and not what it says of the other."""
    tag = TAG.search(sentence, finding.end) or _BY_PAPER.search(sentence, finding.end)
    other = _OTHERS_BODY.get(acting.side) if tag else None
    return tag is not None and not (other and other.search(tag[0]))


def _is_by_decree(finding: Finding) -> bool:
    """True of what an authority does by publishing it; a substance is put under control that way too."""
    return finding.rule.kind in DECREED or (finding.rule.kind, finding.rule.action) == (Kind.LEGAL, Action.IMPOSE)


def is_said(finding: Finding, sentence: str, assertion: Assertion, reading: Reading) -> bool:
    """True of what somebody says will be done: the day of the words is the day on which he says so."""
    return assertion.cue in _SAID_IT or _is_tagged_by_a_person(finding, sentence, reading)


def is_leave(finding: Finding) -> bool:
    """True of a firm's leave to sell, given by saying so as a duty is set by publishing it; and of visas revoked."""
    return (finding.rule.kind, finding.rule.action) in _BY_SAYING


def _by_a_persons_word(
    finding: Finding, sentence: str, assertion: Assertion, dates: EventDates, *, later: bool
) -> Action | str:
    """What a person who says that a duty will be put on or raised does by it: a threat, unless it is decided."""
    if _is_announced_rate(finding, assertion, dates):
        return assertion.action
    return Action.RAISE if _is_exchange(finding, sentence) and not later else Action.THREATEN


def _is_announced_rate(finding: Finding, assertion: Assertion, dates: EventDates) -> bool:
    """True of "The president announced on Wednesday that Chinese goods would be hit with 34%": its rate is decided."""
    announced = assertion.words.startswith("announced") and finding.rule.id == "tariff.face"
    return announced and bool(dates.date.edtf) and dates.date.rule != "effective" and not dates.effective.edtf


def _is_exchange(finding: Finding, sentence: str) -> bool:
    """True of "he would raise the tariff to 125% from 104%": one rate in the place of another is decided."""
    return finding.rule.action == Action.RAISE and _FROM_TO.search(sentence, finding.end) is not None


def _is_done_by_saying(finding: Finding, sentence: str, assertion: Assertion) -> bool:
    """True of "Trump said that Nvidia may sell", of a case that a ministry says it will bring, of a paper's terms."""
    if finding.rule.kind in DECREED and assertion.cue in _PLAIN_WILL and _UNDER_PAPER.search(sentence):
        return True
    brings = finding.rule.kind == Kind.LEGAL and finding.rule.action == Action.ANNOUNCE
    return (brings and assertion.cue == "said_it_would") or (
        is_leave(finding) and _GIVES_LEAVE.search(sentence) is not None
    )


def _is_over(assertion: Assertion, dates: EventDates, reading: Reading) -> bool:
    """True of what was to come and has come: "ahead of their meeting in Stockholm on July 28", told in August."""
    if assertion.cue == "meeting_ahead":
        last, published = bounds_of(dates.date.edtf).latest if dates.date.edtf else None, reading.article.published
        return bool(last and published and last < published and dates.date.rule.startswith("nearest"))
    return assertion.cue in _PLAIN_WILL and _is_told_of_past(dates, reading)


def _is_told_of_past(dates: EventDates, reading: Reading) -> bool:
    """True for "4 March: New duties will take effect" in a chronology of June: what was to come has come."""
    last, published = bounds_of(dates.date.edtf).latest if dates.date.edtf else None, reading.article.published
    own = dates.date.rule == "section" or dates.date.rule.startswith("nearest")
    return bool(own and last and published and (published - last).days > WEEK)


def is_decreed(finding: Finding, text: str, assertion: Assertion, acting: Acting, reading: Reading) -> bool:
    """True where an authority says what it will do: its word is the decision."""
    tagged = assertion.cue in _PLAIN_WILL and _is_tagged(finding, text, acting)
    said = assertion.cue in _SAID_IT or tagged
    if _is_listed(finding, assertion, acting, reading):
        return True
    # "It announced as well that …": what is no person is a body or a government.
    body = kind_of(acting.slug, reading) == "government_body" or _IT_SAID.match(text) is not None
    return said and (body or tagged or is_authoritys(finding, text))


def _is_listed(finding: Finding, assertion: Assertion, acting: Acting, reading: Reading) -> bool:
    """True of what a side has decided: "It announced the following: all goods will bear 34%"; "It hit back. All …"."""
    will = assertion.cue in _PLAIN_WILL and finding.rule.kind in DECREED
    opened = reading.memory.story.opened.get(acting.side)
    answered = opened is not None and opened.answers and opened.paragraph == reading.memory.paragraph
    return will and acting.side != "" and (answered or reading.memory.decided == acting.side)


def kind_of(slug: str, reading: Reading) -> str:
    """What sort of actor a slug names; "" for one that the gazetteer does not know."""
    return reading.gazetteer.kinds.get(slug, "")


def _is_tagged_by_a_person(finding: Finding, sentence: str, reading: Reading) -> bool:
    """True for "Goods are to be charged another 100%, President Donald Trump said on Friday"."""
    return any(
        finding.end <= at and _SAYS.match(sentence, at + len(name)) and _TAG_OPENS.search(sentence[:at])
        for name in reading.persons
        for at in (sentence.rfind(name),)
    )


def _is_said_by_a_person(finding: Finding, sentence: str, reading: Reading) -> bool:
    """True for "President Donald Trump said on Friday that he would put …": a name right before the word of saying."""
    if _is_tagged_by_a_person(finding, sentence, reading):
        return True
    before = sentence[: finding.start]
    if _HIS_POST.search(sentence) or _HE_ADDED.match(before):
        return True
    if _PAPER_SAYS.search(before):
        return False
    return any(
        _SAID.match(before, at + len(name)) is not None
        for name in reading.persons
        for at in (before.rfind(name),)
        if at >= 0
    )


def _is_for_a_time(finding: Finding, text: str) -> bool:
    """True of "lifted the ban for a year" and "lifted for 90 days the ban"."""
    between = finding.thing is not None and _FOR_A_TIME.match(text, finding.end, finding.thing.start) is not None
    return between or _FOR_A_TIME.match(text, finding.last) is not None


def by_figures(action: str, finding: Finding, text: str, measures: tuple[Measure, ...]) -> str:
    """What a rate did is read from its figures where both are given: from 57% to 47% is lower, whatever the verb.

    What is ended for a year is suspended.
    """
    if action == Action.SUSPEND and _is_prolonged(finding, text):
        return Action.EXTEND
    if action == Action.LIFT:
        action = _lifted_in_part(finding, text)
    if finding.rule.kind != Kind.TARIFF:
        return action
    if action == Action.IMPOSE and _adds_to_total(finding, text):
        action = Action.RAISE
    if action not in (Action.RAISE, Action.LOWER):
        return action
    for measure in measures:
        if measure.previous is not None and measure.low is not None and measure.low != measure.previous:
            return Action.RAISE if measure.low > measure.previous else Action.LOWER
    return action


def _lifted_in_part(finding: Finding, text: str) -> str:
    """What a measure that is lifted in part or for a time undergoes; `lift` where it is gone for good."""
    if finding.thing and _POINTS_OFF.search(text, max(0, finding.first - 40), finding.last):
        return Action.LOWER  # "took ten points off the tariff": the rest of it stays
    for_a_time = finding.rule.kind in DECREED and _is_for_a_time(finding, text)
    return Action.SUSPEND if for_a_time else Action.LIFT


def _is_prolonged(finding: Finding, text: str) -> bool:
    """True of "delaying the deadline for higher tariffs" and "put off the higher rates by another 90 days"."""
    thing = finding.thing
    deadline = thing is not None and _DEADLINE.search(text, thing.start, thing.end) is not None
    return deadline or (finding.rule.kind in DECREED and _FOR_LONGER.match(text, finding.last) is not None)


def _adds_to_total(finding: Finding, text: str) -> bool:
    """True of "an additional 10% went into effect, taking the total to 20%": not the first of its kind."""
    near = text[max(0, finding.first - BEFORE) : finding.last]
    return _ADDED.search(near) is not None and _TOTAL_AFTER.search(text, finding.last) is not None
