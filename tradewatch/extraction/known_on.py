"""The day on which an act that a noun names was made known: "The denial of three cargoes, announced in June, …"."""

import re

from tradewatch.extraction.placing import Placed
from tradewatch.extraction.triggers import Finding

_MADE_KNOWN_ON = re.compile(
    r",? (?:(?:which|that) (?:was|were) )?(?:first )?"
    r"(?:announced|decided|ordered|issued|published|unveiled|made public)(?: late| early| back)?(?: on| in| at)? ",
    re.I,
)

# "The 15% that China put on wheat was announced on the 4th": what the main clause tells of the thing.
_WAS_MADE_KNOWN = re.compile(
    r"[^,;:]{0,80} (?:was|were) (?:first )?(?:announced|decided|ordered|issued|published|unveiled|made public|signed)"
    r"(?: (?:in|by|under) [^,;:]{1,60}?)?(?: late| early)?(?: on| in)? ",
    re.I,
)

_IN_RELATIVE = re.compile(r"\b(?:that|which) (?:[\w.'-]+ ){0,2}$")

_MAIN_VERB = re.compile(r"[^,;:] (?:was|were|has been|have been|had been|will be|is|are) [^,;:]*$")


def is_made_known(finding: Finding, text: str, one: Placed) -> bool:
    """True for "June" in "The denial of three cargoes, announced at the beginning of June, is history"."""
    if finding.voice == "relative" or _IN_RELATIVE.search(text[: finding.begin]):
        return _WAS_MADE_KNOWN.fullmatch(text, finding.end, one.start) is not None
    named = finding.voice in ("nominal", "pattern") and one.start >= finding.end
    return named and _MADE_KNOWN_ON.fullmatch(text, finding.end, one.start) is not None


def is_of_main_clause(finding: Finding, text: str, one: Placed) -> bool:
    """True for "10 March" in "The duties that China imposed on wheat were first paid on 10 March"."""
    if one.start < finding.end or not _IN_RELATIVE.search(text[: finding.begin]):
        return False
    return _MAIN_VERB.search(text, finding.end, one.start) is not None
