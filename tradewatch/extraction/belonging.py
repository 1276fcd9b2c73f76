"""Whether a date in a sentence belongs to an act, or to a clause, participle or noun of its own beside it.

"China will cancel the duty that it [announced on April 9]"; "the 100% [threatened on October 10] was dropped".
"""

import re
from collections.abc import Sequence

from tradewatch.extraction.changed_things import changes_control, told_apart
from tradewatch.extraction.known_on import is_made_known, is_of_main_clause
from tradewatch.extraction.participles import done_by_another, has_participle, is_of_paper_that_does
from tradewatch.extraction.placing import Placed
from tradewatch.extraction.remarked_on import is_of_remark
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action, Kind

BODY = 60  # characters before "said" in which the speaker stands
REACH = 90  # characters between talks and a second name for them
BESIDE = 40  # characters between a date and the noun that it dates
_FINITE = (
    r"(?:\w+n't|had|has|have|was|were|is|are|did|do|does|will|would|can|could|may|might|(?!United)\w{2,}ed|took|put|made|set|came|went|gave"
    r"|won|held|began|met|struck|drew|cut|hit|dates?|began|became|spoke|said|says|told|left|ran|fell|rose|bars?|needs?)"
)
# "that it had imposed", "which date from", "who took office": a clause with a verb of its own.
_CLAUSE = re.compile(
    rf"(?:\b(?P<that>that)|\b(?:which|what|who|whom|whose|where|because|after|before|once|although|though|while|whereas"
    r"|as (?=it\b|they\b|he\b|she\b|the\b|its\b)|when))"
    rf"\b ?[^;]{{0,80}}?\b{_FINITE}\b(?![^;]*, according to [\w.' -]{{3,70}} on $)",  # the report's day is the act's
    re.I,
)
_VERB = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would)\b")
# "paused the controls it announced in October": a clause that no word opens.
_CONTACT = re.compile(
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|controls?|curbs|restrictions|measures|fees|[Rr]ules?|[Ll]ists?|bans?"
    r"|requirements?|deal|truce)[\"']? (?:it|they|he|she|(?:the )?[A-Z]\w+(?: [A-Z]\w+)?) "
    r"(?:had |has |have |first )*(?:\w+ed|put|set|made|struck)\b"
)
# "Shares rose on Thursday after the two agreed": the date is that of what came after the act.
_AFTER_IT = re.compile(
    r"^[^,;]* ?\bafter (?!that\b|\w+ing\b)[^,;]*$"
    r"|, (?:hours |days |weeks |shortly |soon )?after (?!that\b|\w+ing\b)[^,;]*$",
    re.I,
)
# "…, and four days later the leaders met": the date heads a clause of its own.
_AHEAD_OF = re.compile(
    r"\b(?:ahead of|prior to|in advance of|in the run-up to|leading up to)(?: (?:an?|the|his|their|its|next))?"
    r"(?: [\w-]+){0,4} $",
    re.I,
)
_NEXT_CLAUSE = re.compile(
    r"(?:, (?:and|but|then)|;|, while|, whereas| and(?= on )) (?:then )?(?:(?:on|in|by|at) )?(?:early |late )?$", re.I
)
# "a framework for the leaders to discuss on Thursday", "will buy beans after buying none in September"
_OF_DOING = re.compile(
    r"\bto (?:discuss|decide|consider|review|weigh|approve)(?: (?:it|them))?(?: (?:on|at|in|later|early|late))* $"
    r"|\b(?:after|before|despite|without) \w+ing\b[^,;]*$"
    # "is suspended until then, and comes back on the day after"
    r"|\band (?:then )?(?:comes? back|returns?|expires?|lapses?|reverts?|snaps? back)\b[^,;]*$",
    re.I,
)
# "left for Geneva on Thursday and will begin the talks": what is to come is of another day.
_AND_WILL = re.compile(r",? and (?:then )?(?:will|would|is to|are to|plans? to|intends? to|expects? to)\b")
_GOES_ON = re.compile(r",? (?!and\b|or\b|to\b|until\b|through\b|at\b|in\b)[A-Za-z]")
# "After talks in Busan on Oct. 30, the White House said …": the date is that of what came before the act.
_OPENS_AFTER = re.compile(r"\W*(?:After|Following|Before|Since|Once) (?!(?:that|this),)")
# "…, following the announcement on 1 November, the office suspended": the day of what the aside tells.
_ASIDE = re.compile(
    r"(?:^|, )(?:following|amid|in (?:response|retaliation|reaction|answer) to|in the wake of|despite|citing|because of"
    r"|triggered by|prompted by|as part of|based on|in line with|under the [\w -]{2,40} of)\b[^,;]*$"
    r"|^\W*According to (?:[\w'-]+ ){0,3}(?:data|figures|reports?|documents?|statistics|filings?|records)\b[^;]*$",
    re.I,
)
_OF_MEETING = re.compile(r"(?:'s)? (?:[a-z]+ )?(?:summit|meeting|talks|visit)\b", re.I)
# "the 16 entities listed on [April 4]", "the six added on the 9th"
_OF_PARTIES = re.compile(
    r"\b(?:entities|companies|firms|subsidiaries|units|exporters|organi[sz]ations|ones|\d+|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen) (?:that were |which were )?"
    r"(?:(?:included|added|listed|named|announced|designated|blacklisted|put)(?: (?!and\b)[\w-]+){0,4}? )?"
    r"(?:on|of|in) $|\bthe (?:\d+|ones|firms|entities|companies|[a-z]+(?:teen|ve|x|ten|ne|ght)) from $",
    re.I,
)
_OF_PAPER = re.compile(
    r"(?:'s)? (?:executive )?(?:orders?|notices?|announcements?|proclamations?|rules?|decrees?|directives?"
    r"|memorandum|decisions?|moves?)"
    r"(?:,? (?:that|which|of|to))? (?:(?:had|has) )?(?:already |also )?(?:\w+ly )?",
    re.I,
)
_PAPER_OF = re.compile(
    r"\b(?:orders?|notices?|announcements?|proclamations?|rules?|decrees?) (?:of|dated|from) $", re.I
)
# "EO 14357, signed on [Tuesday], reduces …", "in an order that was signed on [Tuesday]": the paper's day is the act's.
_PAPER_SIGNED = re.compile(
    r"(?:^\W*(?:By |In |With |Under |The )?(?P<head>)|\b(?:in|by|with|through|under|via|according to) )"
    r"(?:(?:an?|the|its|their|his|another) )?(?:[\w-]+ ){0,3}(?:EO|orders?|notices?|announcements?|proclamation"
    r"|decrees?|rules?|memorandum|circular|statement|measures?|controls|curbs|regulations?|package|policy|restrictions?)"
    r"(?: (?:No\.? ?)?\d+)?(?: of 20\d\d)?,? (?:(?:that|which) (?:was|were) "
    r"|(?:(?:that|which) )?(?:he|it|she|they|Trump|the (?:[\w-]+ ){1,6}?) ?)?"
    r"(?:signed|issued|published|released|promulgated|dated|announced|unveiled|introduced|enacted|put out"
    r"|adopted|posted)(?: by (?:[\w.'-]+ ?){1,4})?(?: late| early)?(?: on| in)?(?: early| late)? $",
    re.I,
)
# "issued Executive Order 14266 on [April 9], which paused …": what the paper does is of its day.
_PAPER_GIVEN = re.compile(
    r"\b(?:issu|sign|publish|releas|promulgat|adopt|unveil)\w+ (?:an? |the |his |its |another )?(?:[\w-]+ ){0,3}"
    r"(?:orders?|EO|notices?|announcements?|proclamation|decrees?|rules?|memorandum|circular)(?: (?:No\.? ?)?\d+)?"
    r"(?: of 20\d\d)?,? (?:on |in )?(?:late |early )?$",
    re.I,
)
_PAPER_DOES = re.compile(
    r",? (?:which|that|(?:pursuant to|under|by|through|in) which|to (?:impose|raise|suspend|lower|end|extend)|\w+ing)\b"
)
_ACTS_NOW = re.compile(r",? (?:that |which )?(?:also |now )?", re.I)
_SPEAKS = re.compile(
    r"\b(?:(?:inform|notif|advis)\w+ (?:it|them|him|(?:the )?[\w.'-]+)"
    r"|say|says|said|saying|announc\w+|tell|told|telling|add(?:s|ed)|wrote|writ(?:es|ing)|confirm\w*|report\w*|stat(?:es|ed|ing)"
    r"|mean\w*|show\w*|agreed?|declar\w+|so|thinks?|thought|believ\w+|hop\w+|expect\w*|insist\w*|warn\w*|threaten\w*|argu\w+"
    r"|promis\w+|suggest\w*|signal\w*)(?: \w+)?(?: (?:on|in) [\w ]{2,24})?,? $",
    re.I,
)
_SAYING = re.compile(
    r"\b(?:said|told|says|announced|added|posted|confirmed|reported|wrote|suggested|hinted|predicted|informed|notified)\b"
    r"[^,;]{0,40}$",
    re.I,
)
# "On Sunday China pledged to file …": the day of the pledge.
_SAYS_NEXT = re.compile(
    r",? (?:(?!and\b)[\w.'-]+ ){1,6}?(?:said|pledged|vowed|promised|threatened|told|warned|confirmed)\b"
    r"(?! (?:the|its|an?|it had|it has)\b)",
    re.I,
)
_PRESS = re.compile(  # what it reports of plans is dated by the report
    r"\b(?:Bloomberg|Reuters|Financial Times|FT|Wall Street Journal|New York Times|Xinhua|newspaper|news agency)\b"
)
_BODY = re.compile(
    r"\b(?:ministry|MOFCOM|commission|customs|department|bureau|office|USTR|BIS|regulator|authority|agency|SAMR"
    r"|State Administration|administration of)\b",
    re.I,
)
_SAYING_IT = re.compile(
    r"\b(?:said|says|announced|confirmed|ruled|decided|determined|declared|stated|disclosed|gave notice)\b[^;]{0,80}$",
    re.I,
)
_SIDES = {  # by the side that acts, how the other one is named
    "china": re.compile(r"\b(?:White House|Trump|Bessent|Greer|Lutnick|Washington|U\.?S\.?|American|United States)\b"),
    "us": re.compile(r"\b(?:Beijing|China|Chinese|MOFCOM|Xi|He Lifeng|Li Chenggang)\b"),
}
# "It added them on [the 8th], of which two were soon let off": what came later is not of that day
_LATER_ON = re.compile(
    r"\b(?:who|which)\b[^,;]*\b(?:soon|later|since|eventually|subsequently|afterwards?|before long)\b", re.I
)
_HAD = re.compile(r"\bhad (?:\w+ly |also |already )?$")
_THAT = re.compile(r"^,? that\b")
_FORETELLS = re.compile(r"\b(?:will|would|may|might|could|should|expects?|expected|hopes?|to)\b", re.I)
_SAID_LAST = re.compile(r", [^,;]{0,60}\b(?:said|says|told|announced|wrote)\b[^,;]{0,40}$", re.I)
_REPORTS = re.compile(r",? ?(?:that|it|its|they|he|she|to|the|an?)\b", re.I)


def own_of(finding: Finding, text: str, placed: Sequence[Placed]) -> list[Placed]:
    """Those of the placed dates that may date the act of `finding`."""
    return [one for one in placed if not is_anothers(finding, text, one)]


def is_anothers(finding: Finding, text: str, one: Placed) -> bool:
    """True where a clause, a participle or a noun stands between the act and the date, and takes the date."""
    if one.part == "noun":
        return not _dates_its_noun(finding, text, one)
    told = told_apart(finding, text, one) if (remark := is_of_remark(finding, text, one)) is None else remark
    if told is not None:
        return told
    own = finding.begin <= one.start < finding.end or is_made_known(finding, text, one)
    if own or _is_of_paper_that_acts(finding, text, one) or _is_of_paper_given(finding, text, one):
        return False
    if one.start >= finding.end:
        gap = text[finding.end : one.start]
        goes_on = _NEXT_CLAUSE.search(gap) and _GOES_ON.match(text, one.end)
        if goes_on or is_of_main_clause(finding, text, one):
            return True
        told_of = finding.voice != "relative" and _CONTACT.search(text, finding.end, one.start)
        doing = told_of or _OF_DOING.search(gap)
        return bool(doing) or _has_clause(gap, finding) or has_participle(text, finding.end, one.start)
    return _is_of_clause_before(finding, text, one)


def _is_of_paper_given(finding: Finding, text: str, one: Placed) -> bool:
    """True for "issued an order on [April 9], which paused the duties", "a notice issued on [Friday] suspends …"."""
    if finding.voice in ("active", "pattern") and is_of_paper_that_does(text, one.start, one.end, finding.first):
        return True
    after = finding.start > one.end and _PAPER_DOES.match(text, one.end) is not None
    return after and _PAPER_GIVEN.search(text[: one.start]) is not None


def _is_of_paper_that_acts(finding: Finding, text: str, one: Placed) -> bool:
    """True for the day on which the paper was signed that does it, at the head of the sentence or after the act."""
    found = _PAPER_SIGNED.search(text[: one.start])
    if found and finding.voice == "passive" and not (found["head"] is not None and text.startswith(",", one.end)):
        return False
    if found is None or (found["head"] is None and finding.last > one.start):
        return found is not None and found.start() == 0
    if one.start >= finding.end:
        begin = found.start()
        apart = _has_clause(text[finding.end : begin], finding) or done_by_another(text, begin, finding.last)
        return begin >= finding.last - 1 and not apart
    return text[one.end :].startswith(",")


def _is_of_clause_before(finding: Finding, text: str, one: Placed) -> bool:
    """True where a date that stands before the act is that of a clause or a participle that ends before it."""
    ahead = _AHEAD_OF.search(text, one.end, finding.start)
    opening = max(text.rfind(mark, 0, one.start) for mark in (";", ": "))
    before = text[opening + 1 : one.start]
    between = text[one.end : finding.first]
    opens = _OPENS_AFTER.match(text) and between.startswith(",") and "," not in text[: one.start].partition(" on ")[2]
    goes_on = _AND_WILL.match(text, one.end) and not _FORETELLS.search(before)
    later = _LATER_ON.search(text, one.end, finding.end)
    if ahead or opens or goes_on or later or _AFTER_IT.search(between) or ("," in between and _ASIDE.search(before)):
        return True
    had = _HAD.search(between) and _THAT.search(between) and finding.rule.action != Action.APPROVE
    saying = _SAYING.search(text, 0, one.start) if had else None
    if saying and not _BODY.search(text, max(0, saying.start() - BODY), saying.start()):
        return True  # "traders said on Monday that China had bought": before that day
    if _OF_PARTIES.search(before) and not finding.rule.id.endswith("dual_use"):
        return True  # "for the 16 entities listed on April 4 the suspension goes on"
    if saying is None and _THAT.match(between) and _SAYING.search(text, 0, one.start):
        return False  # "after it was told on April 9 that a licence is needed"
    reduced = not _REPORTS.match(text, one.end) and has_participle(text, opening + 1, one.start)
    return _closes(between) and (_is_inside_clause(before) or reduced)


def is_of_saying(finding: Finding, text: str, one: Placed) -> bool:
    """True for "Trump said on Thursday that China will buy …": the day of the words, not of what they foretell."""
    if one.part != "date":
        return False
    if one.end <= finding.first:
        said_next = _SAYS_NEXT.match(text, one.end, finding.first)
        before = _SAYING.search(text, 0, one.start)
        said_by = said_next[0] if said_next else text[max(0, before.start() - BODY) : before.end()] if before else ""
        if not said_by or _BODY.search(said_by):
            return False  # an authority's announcement is its act
        if finding.rule.kind == Kind.PURCHASE and finding.rule.action == Action.AGREE:
            return True  # a promise to buy is told by the day on which the goods are bought
        return _FORETELLS.search(text[one.end : finding.first]) is not None
    tag = _SAID_LAST.search(text[finding.end : one.start])
    return tag is not None and not _BODY.search(tag[0]) and not _PRESS.search(tag[0])


def is_authoritys(finding: Finding, text: str) -> bool:
    """True where a ministry, commission or office is who says it: its word is the decision."""
    saying = _SAYING_IT.search(text, 0, finding.start)
    return saying is not None and _BODY.search(text, max(0, saying.start() - BODY), saying.start()) is not None


def is_of_other_side(finding: Finding, text: str, side: str) -> bool:
    """True where one side tells what the other will do: "The White House said that China will …"."""
    saying = _SAYING_IT.search(text, 0, finding.start)
    speaker = _SIDES.get(side)
    return bool(saying and speaker and speaker.search(text, max(0, saying.start() - BODY), saying.start()))


def _dates_its_noun(finding: Finding, text: str, one: Placed) -> bool:
    """True for "Thursday's meeting" and "the increases of 8 April", where the noun is the act."""
    if finding.voice == "pattern" and finding.begin <= one.start < finding.end:
        return not changes_control(finding)  # "the notices of October are on hold": the notices' day
    arrivals = finding.rule.kind == Kind.PURCHASE and 0 <= finding.begin - one.end <= len("'s US ")
    if arrivals or _OF_PAPER.fullmatch(text, one.end, finding.start):
        return True  # "September's arrivals came to nothing", "his Feb. 1 order that imposed duties"
    if _PAPER_OF.search(text[: one.start]) and _ACTS_NOW.fullmatch(text, one.end, finding.start):
        return True  # "The rules of 9 October require …"
    if finding.voice != "nominal" and finding.rule.kind not in (Kind.TALKS, Kind.AGREEMENT):
        return finding.voice == "pattern" and 0 <= one.start - finding.last <= len(" of the ")
    if finding.rule.kind == Kind.TALKS and _OF_MEETING.match(text, one.end) and 0 < one.start - finding.end <= REACH:
        return True  # "a summit between the two during an October summit"
    first = finding.begin if finding.rule.kind == Kind.TALKS else finding.first
    after, before = first - one.end, one.start - finding.last
    return 0 <= after <= BESIDE or 0 <= before <= len(" of the ")


def _has_clause(gap: str, finding: Finding) -> bool:
    """True where a relative or causal clause with a verb of its own opens between the act and the date."""
    for found in _CLAUSE.finditer(gap):
        if (
            not found["that"]
            or "n't" in found[0]
            or not (_SPEAKS.search(gap[: found.start()]) or (found.start() <= 1 and "announc" in finding.rule.id))
        ):
            return True
    return False


def _is_inside_clause(before: str) -> bool:
    """True where the date stands in a relative clause that opened before it: "the list that it had filled in …"."""
    for found in _CLAUSE.finditer(before):
        is_reported = found["that"] and _SPEAKS.search(before[: found.start()])
        if not is_reported and found.start() > 0 and "," not in before[found.end() :]:
            return True
    return False


def _closes(between: str) -> bool:
    """True where the clause of the date ends before the act: a comma, or a verb of the clause around it."""
    return "," in between or bool(_VERB.search(between)) or len(between) < BESIDE
