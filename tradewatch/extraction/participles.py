"""What a participle tells of a thing: "the duties imposed in February", "the tariff set by an order of March"."""

import re

# "the duties imposed over fentanyl in [February]": what a participle tells of a thing.
_PARTICIPLE = re.compile(
    r"\b(?P<word>threatened|imposed|announced|listed|published|introduced|adopted|issued|signed|agreed|put|placed|ordered|set"
    r"|unveiled|proposed|levied|launched|opened|banned|named|booked|bought|concluded|reached|declared|promulgated|enacted|added|raised|applied|collected"
    r"|slapped|rolled out|put in place|filed|booked|struck|expanded)"
    r"(?: (?!and\b|but\b|on\b)[\w-]+){0,3}(?: (?:back|early|late|earlier|only))?(?: (?:in|on|of|at|by|since))? $",
    re.I,
)
_AUXILIARY = re.compile(
    r"\b(?:has|have|had|was|were|is|are|be|been|being|it|he|she|they|who|which|that|and|also|China|Beijing|Washington|Trump"
    r"|ministry|department|office|administration|government|commission|bureau|agency|regulators?|customs|authorities|bodies|agencies|president"
    r"|(?-i:(?!(?:Rules?|Orders?|Notices?|Lists?|Acts?|Tariffs?|Measures|Controls?|Announcements?|Framework|Regulations?)\b)[A-Z])"
    r"[\w.-]+)(?: (?:\w+ly|also|then|not))? $",
    re.I,
)

_DONE_BY = re.compile(r"(?<!\bas )\b(?:[a-z]{3,}ed|set|put|made) $")  # not "treated as listed under a rule"

# "a notice that the ministry issued on Friday suspends …", "an amendment signed on Wednesday, EO 14200, lets …"
_PAPER_THAT_DOES = re.compile(
    r"\b(?:orders?|notices?|announcements?|proclamation|decrees?|rules?|memorandum|circular|statement|amendments?|regulations?"
    r"|decision|measures?|package|directive|ruling)(?: (?:No\.? ?)?\d+)?(?: of 20\d\d)?,? "
    r"(?:(?:that|which) (?:was |were |had been |[\w.'-]+ ){0,5}?)?"
    r"(?:signed|issued|published|released|promulgated|dated|announced|unveiled|introduced|adopted|enacted|gazetted)"
    r"(?: by (?:[\w.'-]+ ?){1,4})?(?: late| early)?(?: on| in)?(?: early| late)? $",
    re.I,
)
_DOES = re.compile(r",? (?:[^,;:]{1,40}, )?(?:that |which )?(?:(?:also|then|now|would|will|further) )?", re.I)


def is_of_paper_that_does(text: str, start: int, end: int, act: int) -> bool:
    """True for the day at `start` to `end` of the paper that is the subject of the act at `act`."""
    return act > end and bool(_DOES.fullmatch(text, end, act)) and _PAPER_THAT_DOES.search(text[:start]) is not None


def has_participle(text: str, start: int, end: int) -> bool:
    """True where a participle that tells of a thing stands right before the date; "China imposed …" is a verb."""
    found = _PARTICIPLE.search(text, start, end)
    if not found or _AUXILIARY.search(text, max(0, found.start() - 24), found.start("word")):
        return False
    return found.start() > 0 and text[found.start() - 1] == " "


def done_by_another(text: str, paper: int, last: int) -> bool:
    """True where the paper that begins at `paper` is what did another thing than the act that ends at `last`.

    "China lifted the tariff imposed by an order signed in March": the order's month is the tariff's.
    """
    return paper > last + 1 and _DONE_BY.search(text, last, paper) is not None
