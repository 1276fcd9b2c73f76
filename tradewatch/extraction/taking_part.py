"""Who takes part in an act or is its target: who acts, whom it falls upon, and nobody who only speaks or is told of."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tradewatch.extraction.datatypes import ActorMention
from tradewatch.extraction.scenes import OTHER_SIDE, Acting
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Kind

_COUNTRY = {"us": "united-states", "china": "china"}
_LANDS = frozenset(_COUNTRY.values())
_LEADERS = frozenset({"donald-trump", "xi-jinping"})
# A duty, a fee or an order of goods always falls upon the other side's.
_ON_THE_OTHER = frozenset({Kind.TARIFF, Kind.PORT_FEE, Kind.PURCHASE})
_ON_FIRMS = frozenset({Kind.CORPORATE, Kind.INVESTIGATION, Kind.EXPORT_CONTROL, Kind.LEGAL, Kind.PURCHASE})
_PLACE = re.compile(r"(?:\b(?:in|at|near|from|to|outside)|,) $", re.IGNORECASE)
_PLACE_REACH = 10  # characters before a country's name in which it is told as a place
_FIRMS = frozenset({"company", "organisation"})
_AS_BEFORE = frozenset({"before", "issue", "target"})  # nobody is named: who acted for this side before acts on
_ISSUERS = {
    "EO": ("us", "donald-trump"),
    "MOFCOM": ("china", "mofcom"),
    "GAC": ("china", "gac"),
    "State Council Tariff Commission": ("china", "tariff-commission"),
    "Ministry of Transport": ("china", "china-transport"),
}


def actors_of(
    finding: Finding,
    mentions: Sequence[ActorMention],
    acting: Acting,
    borders: tuple[int, int],
    *,
    text: str,
    kinds: Mapping[str, str],
    schemes: Iterable[str] = (),
    author: str = "",
    doer: str = "",
) -> tuple[str, ...]:
    """Slugs, the acting one first: who acts, then whom it falls upon, in the order of the text.

    `kinds` gives the sort of each actor, `schemes` the sorts of numbers that the act goes by, `author` signs the
    document, `doer` acted for the same side just before.
    """
    if finding.voice == "recital":
        other = OTHER_SIDE[acting.side]
        return (author or _COUNTRY[acting.side], _COUNTRY[other])
    near = [
        mention
        for mention in mentions
        if mention.role != "place" and (borders[0] <= mention.start < borders[1] or mention.end <= finding.start)
    ]
    if acting.side not in _COUNTRY:
        firms = [one.slug for one in near if kinds.get(one.slug) in _FIRMS]
        if finding.rule.kind == Kind.CORPORATE and firms:
            return tuple(dict.fromkeys(firms))
        return tuple(dict.fromkeys(_between_the_two(finding, near, borders, text, kinds)))
    own = _COUNTRY[acting.side]
    issuers = [slug for scheme in schemes for side, slug in (_ISSUERS.get(scheme, ("", "")),) if side == acting.side]
    first = author or acting.slug or next(iter(issuers), "") or (doer if acting.how in _AS_BEFORE else "") or own
    found = [first, *_targets(finding, near, acting, borders, kinds)]
    return tuple(dict.fromkeys(found))


def _between_the_two(
    finding: Finding, near: Sequence[ActorMention], borders: tuple[int, int], text: str, kinds: Mapping[str, str]
) -> Iterator[str]:
    """The two leaders alone where both are named, else the two countries and those who sit at the table."""
    at_table = [
        one
        for one in near
        if kinds.get(one.slug, "person") not in (*_FIRMS, "bloc") and not _is_where(one, text, kinds)
    ]
    own = [one for one in at_table if one.start >= borders[0]]
    persons = any(kinds.get(one.slug) == "person" for one in own)
    slugs = [one.slug for one in (own if persons else at_table)]
    leaders = {slug for slug in slugs if slug in _LEADERS}
    if len(leaders) < len(_LEADERS):
        hosts = {"donald-trump": "china", "xi-jinping": "united-states"}
        visit = finding.rule.kind == Kind.TALKS and len(leaders) == 1
        yield from ([hosts[slug] for slug in leaders] if visit else _COUNTRY.values())
    yield from (slug for slug in slugs if not (slug in _LANDS and len(leaders) == len(_LEADERS)))


def _is_where(mention: ActorMention, text: str, kinds: Mapping[str, str]) -> bool:
    """True of a third country in which the two meet: "in Busan, South Korea"."""
    third = kinds.get(mention.slug) == "country" and mention.slug not in _LANDS
    return third and bool(_PLACE.search(text[max(0, mention.start - _PLACE_REACH) : mention.start]))


def _targets(
    finding: Finding, near: Sequence[ActorMention], acting: Acting, borders: tuple[int, int], kinds: Mapping[str, str]
) -> Iterator[str]:
    """Whom the act of one side falls upon: firms named in its part of the sentence, the other country, a region."""
    other, kind = _COUNTRY[OTHER_SIDE[acting.side]], Kind(finding.rule.kind)
    firms = [one.slug for one in near if kinds.get(one.slug) in _FIRMS and one.start >= borders[0]]
    if kind in _ON_FIRMS:
        yield from firms
    named = any(one.slug == other for one in near)
    if kind in _ON_THE_OTHER or (named and not (firms and kind in (Kind.INVESTIGATION, Kind.CORPORATE))):
        yield other
    if kind == Kind.TARIFF:
        yield from (one.slug for one in near if one.slug == "hong-kong")
    if kind == Kind.LEGAL:
        yield from (one.slug for one in near if kinds.get(one.slug) in ("organisation", "bloc", "government_body"))
