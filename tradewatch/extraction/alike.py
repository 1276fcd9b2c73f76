"""Whether two accounts of an article may speak of one subject: the same issue, list of parties and sort of inquiry."""

import re

from tradewatch.extraction.datatypes import Candidate
from tradewatch.extraction.subjects import BY_POST, PARCELS
from tradewatch.vocabulary import Kind, Topic

_LIST = re.compile(r"unreliable|export[- ]control list|entity list", re.IGNORECASE)
_INQUIRY = re.compile(r"\banti-?dumping|\banti-discrimination|\banti-?trust|\banti-?monopoly|\bsection \d+", re.I)
_ON_GOODS = re.compile(r"\b(?:controls?|curbs|restrictions|licen[cs])", re.I)
_PARTIES = re.compile(r"\b(?:compan(?:y|ies)|firms|entit(?:y|ies)|lists?|contractors|subsidiar\w+|makers)\b", re.I)
NEAR = 80  # characters around a trigger
_COMES_AFTER = re.compile(
    r"\b(?:comes?|came|follow(?:s|ed)|arriv(?:es|ed)) (?:just |only |barely |less than |some )?(?:[\w-]+ )?"
    r"(?:hours|days|weeks|months) after\b",
    re.I,
)
_NUMBER = re.compile(
    r"\b(?P<ordinal>second|third|fourth|fifth|sixth)\b|\b(?:number|no\.?) ?(?P<number>two|three|four|five|six|[2-6])\b",
    re.I,
)
_ORDINALS = {
    **dict.fromkeys(("two", "2"), "second"), **dict.fromkeys(("three", "3"), "third"),
    **dict.fromkeys(("four", "4"), "fourth"), **dict.fromkeys(("five", "5"), "fifth"),
    **dict.fromkeys(("six", "6"), "sixth"),
}  # fmt: skip
_LISTING = re.compile(
    r"^export_control\.(?:\w*(?:listed(?:_on|_too)?|blacklisted|unreliable|listing_of|declared_too|_list)$|name[sd]_|lists_|firms_|put_on"
    r"|additions|another_list)"
)
_OF_PARTIES = re.compile(r" List$|^(?:sanctions|controls) on ")
BROAD = frozenset({Topic.OTHER, Topic.CHIPS})  # issues that tell nothing apart


def same_subject(one: Candidate, other: Candidate) -> bool:
    """False where issues, lists or sorts of inquiry tell two accounts apart."""
    ours, theirs = set(one.issues) - BROAD, set(other.issues) - BROAD
    if _is_on_parcels(one) != _is_on_parcels(other):
        return False
    if _lists(one) and _lists(other) and not _lists(one) & _lists(other):
        return False
    if any(_lists_beside_goods(first, second) for first, second in ((one, other), (other, one))):
        return False
    if _inquiries(one) and _inquiries(other) and not _inquiries(one) & _inquiries(other):
        return False
    stays = _stays(one), _stays(other)
    if _is_of_before(one) != _is_of_before(other) or (all(stays) and stays[0] != stays[1]):
        return False
    return not ours or not theirs or bool(ours & theirs)


def _is_on_parcels(candidate: Candidate) -> tuple[bool, bool]:
    """Whether it is a duty on small parcels, and what the Postal Service does with them, which is no duty."""
    return Topic.DE_MINIMIS in candidate.issues or candidate.subject == PARCELS, candidate.subject == BY_POST


def _stays(candidate: Candidate) -> str:
    """Which of TikTok's stays it is, by its number: the fourth is not the fifth."""
    found = _NUMBER.search(candidate.object) if Topic.TIKTOK in candidate.issues else None
    return (found["ordinal"] or _ORDINALS.get(found["number"].lower(), "")).lower() if found else ""


def _is_of_before(candidate: Candidate) -> bool:
    """True of the second act in "This ban comes weeks after firms were told to stop": another than the one told."""
    at = max(0, candidate.trigger - candidate.quote.start)
    return _COMES_AFTER.search(candidate.quote.text, max(0, at - NEAR), at + NEAR // 2) is not None


def _lists_beside_goods(one: Candidate, other: Candidate) -> bool:
    """True of firms put on a list and of licences for goods, a rule or waivers: two acts."""
    if _lists(one) and _is_on_goods(other):
        return True
    listing = _LISTING.search(one.rule) and (not one.subject or one.subject.endswith(" List"))
    goods = other.subject and not _LISTING.search(other.rule) and not _OF_PARTIES.search(other.subject)
    return bool(listing and goods)


def _inquiries(candidate: Candidate) -> set[str]:
    """What sort of inquiry it is: two of different sorts are two."""
    text = candidate.object if candidate.kind == Kind.INVESTIGATION else ""
    return {found[0].lower().replace("-", "")[:8] for found in _INQUIRY.finditer(text)}


def _lists(candidate: Candidate) -> set[str]:
    return {found[0].lower() for found in _LIST.finditer(candidate.object)}


def _is_on_goods(candidate: Candidate) -> bool:
    """True of "new export controls on several metals" where no party is named: no list of firms."""
    return bool(_ON_GOODS.search(candidate.object)) and not _PARTIES.search(candidate.quote.text)
