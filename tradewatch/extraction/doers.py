"""Who of the acting side does an act: its signer, the subject, the body whose number it bears, or who acted before.

"The Transport Ministry said that US ships would pay a fee" is the ministry's act, "Trump extended the reprieve" his.
The country itself acts where no body or person of it is told to.
"""

import re
from collections.abc import Iterable

from tradewatch.extraction.holders import nearest_subject
from tradewatch.extraction.known_actors import known_from
from tradewatch.extraction.offices import body_meant
from tradewatch.extraction.parsing import Parsed, Reading
from tradewatch.extraction.scenes import LANDS, Acting
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Kind

COUNTRY = {"us": "united-states", "china": "china"}
_ITS_BODY = re.compile(
    r"(?:'s)? (?:[\w-]+ ){0,4}?(?:[Mm]inistry|[Cc]ommission|[Aa]dministration|[Dd]epartment|[Bb]ureau|[Rr]egulator"
    r"|[Ww]atchdog|[Oo]ffice|[Aa]gency|[Cc]abinet|[Cc]ustoms)\b(?: of (?:[A-Z]\w+|and|the) ?)*"
)
SUBJECT_REACH = 300  # characters before an act in which its subject stands
_SIGNERS_SIDE = "us"  # the president's, whose orders alone are in the first person
# Nobody is named: who acted for this side before acts on.
_AS_BEFORE = frozenset({"before", "issue", "target", "rule"})
_FIRMS = frozenset({"company", "organisation"})
_ISSUERS = {
    "EO": ("us", "donald-trump"),
    "MOFCOM": ("china", "mofcom"),
    "GAC": ("china", "gac"),
    "State Council Tariff Commission": ("china", "tariff-commission"),
    "Ministry of Transport": ("china", "china-transport"),
}
# What each body decides; of any other act it is not told to be the doer unless it is named as its subject.
_FIELDS = {
    "mofcom": frozenset({Kind.EXPORT_CONTROL, Kind.CORPORATE, Kind.INVESTIGATION}),
    "tariff-commission": frozenset({Kind.TARIFF}),
    "china-finance-ministry": frozenset({Kind.TARIFF}),
    "gac": frozenset({Kind.PURCHASE}),
    "samr": frozenset({Kind.INVESTIGATION}),
    "cac": frozenset({Kind.INVESTIGATION, Kind.CORPORATE}),
    "china-transport": frozenset({Kind.PORT_FEE}),
    "bis": frozenset({Kind.EXPORT_CONTROL, Kind.CORPORATE}),
    "ustr": frozenset({Kind.INVESTIGATION, Kind.PORT_FEE}),
    "cbp": frozenset({Kind.TARIFF}),
    "usps": frozenset({Kind.TARIFF}),
    "supreme-court": frozenset({Kind.LEGAL}),
    "cit": frozenset({Kind.LEGAL}),
    "cafc": frozenset({Kind.LEGAL}),
}


def doer_of(finding: Finding, acting: Acting, whole: Parsed, reading: Reading, schemes: Iterable[str]) -> str:
    """The slug of who acts for a side; `schemes` are the sorts of numbers that the act goes by."""
    if acting.side not in COUNTRY:
        return ""
    own = COUNTRY[acting.side]
    if reading.author and acting.side == _SIGNERS_SIDE and acting.slug in ("", own):
        return reading.author
    if acting.slug and acting.slug not in LANDS:
        return acting.slug
    issuer = _issuer(acting, schemes)
    if finding.voice == "recital":
        return issuer if acting.side != _SIGNERS_SIDE and issuer else own
    body = issuer or _body_of_land(acting, whole, reading)
    if body or acting.how == "subject":
        return body or own
    return _subject(finding, acting, whole, reading) or _before(finding, acting, reading) or own


def _issuer(acting: Acting, schemes: Iterable[str]) -> str:
    issuers = (slug for scheme in schemes for side, slug in (_ISSUERS.get(scheme, ("", "")),) if side == acting.side)
    return next(issuers, "")


def _body_of_land(acting: Acting, whole: Parsed, reading: Reading) -> str:
    """The body that a country's name only introduces: "China's tariff commission said that it would raise …"."""
    if acting.how not in ("subject", "agent"):
        return ""
    lands = [one for one in whole.holders if one.side == acting.side and one.text == acting.words]
    for land in lands:
        named = _ITS_BODY.match(whole.text, land.end)
        if not named:
            continue
        inside = [one.slug for one in whole.mentions if land.end <= one.start and one.end <= named.end()]
        bodies = [slug for slug in inside if reading.gazetteer.kinds.get(slug) == "government_body"]
        known = known_from(reading.gazetteer)
        meant = body_meant(whole.text[land.start : named.end()], {acting.side}, known.bodies, known.actors)
        if bodies or meant:
            return next(iter(bodies), meant)
    return ""


def _subject(finding: Finding, acting: Acting, whole: Parsed, reading: Reading) -> str:
    """Whom of the acting side the sentence has as its subject, however the side was told."""
    kinds = reading.gazetteer.kinds
    ours = [one for one in whole.holders if one.side == acting.side and one.slug and kinds.get(one.slug) not in _FIRMS]
    first = max(0, finding.start - SUBJECT_REACH)
    found = nearest_subject(whole.text, first, finding.start, ours, reading.lexicon)
    return found.slug if found else ""


def _before(finding: Finding, acting: Acting, reading: Reading) -> str:
    """Who acted for the side just before, where such an act is one of his."""
    doer = reading.memory.doers.get(acting.side, "")
    its = _FIELDS.get(doer)
    return doer if acting.how in _AS_BEFORE and (its is None or Kind(finding.rule.kind) in its) else ""
