"""The numbers that acts go by: "EO 14257", "MOFCOM Announcement No. 61 of 2025", "90 FR 15041"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tradewatch.extraction.datatypes import Instrument
from tradewatch.extraction.sieve import wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """An instrument with its place in the text."""

    instrument: Instrument
    start: int
    end: int


_ORDER = wording(r"\b(?:Executive Orders?|E\.?O\.?)\s+(?:No\.\s*)?(\d{5})\b")
_PROCLAMATION = wording(r"\bProclamation\s+(?:No\.\s*)?(\d{4,5})\b")
_REGISTER = wording(r"\b(\d{2,3})\s+(?:FR|Fed\. Reg\.)\s+(\d{3,6})\b")
_ANNOUNCEMENT = wording(
    r"\b(?P<issuer>MOFCOM|Ministry of Commerce|commerce ministry(?:'s)?|GAC"
    r"|General Administration of Customs|Customs Tariff Commission"
    r"(?: of the State Council)?|(?:State Council )?(?:Customs )?Tariff Commission"
    r"|Ministry of Transport|Announcements?)\b"
    r"[^.;\d]{0,60}?\bNos?\.?\s?(?P<numbers>\d{1,3}(?:(?:,| and|, and| to"
    r"|-)\s?(?:Nos?\.?\s?)?\d{1,3}(?!\d)){0,8})(?:,? (?:of|\()\s?\[?(?P<year>20\d\d))?",
    re.I,
)
# "…, the six announcements are suspended: Nos. 55, 56 and 57."
_FURTHER = re.compile(r"\bNos\.? ?(?P<numbers>\d{1,3}(?:(?:,| and|, and) \d{1,3}(?!\d)){1,8})")
_DIGIT = re.compile(r"\d")
_OF_ANNOUNCEMENTS = re.compile(r"\b(?:announcements?|notices?)\b", re.I)
_SCHEMES = (
    ("mofcom", "MOFCOM"),
    ("commerce", "MOFCOM"),
    ("gac", "GAC"),
    ("customs tariff", "State Council Tariff Commission"),
    ("tariff commission", "State Council Tariff Commission"),
    ("customs", "GAC"),
    ("transport", "Ministry of Transport"),
)


def instruments_in(text: str, *, year: int | None) -> tuple[Numbered, ...]:
    """The numbered instruments of a plain text; `year` completes an announcement's number that has none."""
    if not _DIGIT.search(text):
        return ()
    found = [_numbered("EO", m[1], m) for m in _ORDER.finditer(text)]
    found += [_numbered("Proclamation", m[1], m) for m in _PROCLAMATION.finditer(text)]
    found += [_numbered("FR", f"{m[1]} FR {m[2]}", m) for m in _REGISTER.finditer(text)]
    for match in _ANNOUNCEMENT.finditer(text):
        of = match["year"] or year
        for number in re.findall(r"\d+", match["numbers"]):
            found.append(_numbered(_scheme(match), f"{number} of {of}" if of else number, match))
    found += _further(text, year, found)
    return tuple(sorted(found, key=lambda numbered: numbered.start))


def _further(text: str, year: int | None, found: Sequence[Numbered]) -> Iterator[Numbered]:
    """Numbers in a row that stand apart from the announcements that they are of."""
    for match in _FURTHER.finditer(text):
        told = _OF_ANNOUNCEMENTS.search(text, 0, match.start())
        if told and not any(one.start <= match.start() < one.end for one in found):
            for number in re.findall(r"\d+", match["numbers"]):
                yield _numbered("MOFCOM", f"{number} of {year}" if year else number, match)


def _numbered(scheme: str, number: str, match: re.Match[str]) -> Numbered:
    return Numbered(instrument=Instrument(scheme=scheme, number=number), start=match.start(), end=match.end())


def _scheme(match: re.Match[str]) -> str:
    around = match[0].lower()
    return next((scheme for word, scheme in _SCHEMES if word in around), "MOFCOM")


def conflict(ours: Sequence[Instrument], theirs: Sequence[Instrument]) -> bool:
    """True where both carry a number of one scheme and share none: two acts, never one."""
    for scheme in {one.scheme for one in ours} & {one.scheme for one in theirs}:
        if not {o.number for o in ours if o.scheme == scheme} & {t.number for t in theirs if t.scheme == scheme}:
            return True
    return False
