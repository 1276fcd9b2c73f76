"""The day on which an act that a noun names was made known: "The denial of three cargoes, announced in June, …"."""

import re

from tradewatch.extraction.placing import Placed
from tradewatch.extraction.triggers import Finding

_MADE_KNOWN_ON = re.compile(
    r",? (?:(?:which|that) (?:was|were) )?(?:first )?"
    r"(?:announced|decided|ordered|issued|published|unveiled|made public)(?: late| early| back)?(?: on| in| at)? ",
    re.I,
)


def is_made_known(finding: Finding, text: str, one: Placed) -> bool:
    """True for "June" in "The denial of three cargoes, announced at the beginning of June, is history"."""
    named = finding.voice in ("nominal", "pattern") and one.start >= finding.end
    return named and _MADE_KNOWN_ON.fullmatch(text, finding.end, one.start) is not None
