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
    r"|(?-i:[A-Z])[\w.-]+)(?: (?:\w+ly|also|then|not))? $",
    re.I,
)

_DONE_BY = re.compile(r"(?<!\bas )\b(?:[a-z]{3,}ed|set|put|made) $")  # not "treated as listed under a rule"


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
