"""Acts that somebody remarks on, answers or looks back to: they were done before, on no day of the remark's own."""

import re

from tradewatch.extraction.placing import Placed
from tradewatch.extraction.triggers import Finding

# "Responding to the approval of sales, a spokesman said on Friday …": the words of the answer stand after the comma.
_ANSWERS_TO = re.compile(
    r"(?:^\W*|, )(?:(?:when )?(?:responding to|commenting on|asked (?:about|to comment on)|reacting to|in response to"
    r"|in reaction to|speaking (?:about|of|on)|referring to)) [^,;]*"
    r"(?=, (?:[\w.'()-]+ ){1,12}?(?:said|told|replied|responded|noted|stressed|urged|wrote|answered|declined)\b)",
    re.I,
)
# "Responding to a question about the envoy, a spokesman said on Thursday …"
_ANSWERS_PRESS = re.compile(
    r"\W*(?:Responding|Replying|In (?:response|reply)|When asked|Asked|Commenting)\b[^;]{0,40}?"
    r"\b(?:questions?|quer(?:y|ies)|inquir(?:y|ies)|about|comment|reporters?|on|remarks?)\b",
    re.I,
)
_WHEN_CLAUSE = re.compile(r",?[\"']* when (?:[\w.'-]+ ){1,14}$")


def is_of_remark(finding: Finding, text: str, one: Placed) -> bool | None:
    """True where a date is that of the answer to an act, False where "when" gives it the act; None where neither is so.

    "As it was before [4 April], when China put restrictions on magnets" dates the restrictions.
    """
    for found in _ANSWERS_TO.finditer(text):
        if found.start() <= finding.first < found.end() and not found.start() <= one.start < found.end():
            return True
    if one.end <= finding.first and _WHEN_CLAUSE.match(text, one.end, finding.first):
        return False
    return None


def answers_press(text: str) -> bool:
    """True of a sentence that opens with what its speaker was asked: who answers the press does not act by it."""
    return _ANSWERS_PRESS.match(text) is not None
