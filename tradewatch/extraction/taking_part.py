"""Who takes part in an act or is its target: who acts, whom it falls upon, and nobody who only speaks or is told of."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tradewatch.extraction.datatypes import ActorMention
from tradewatch.extraction.doers import COUNTRY
from tradewatch.extraction.scenes import LANDS, OTHER_SIDE, Acting
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Kind, Topic

# A duty, a fee or an order of goods always falls upon the other side's.
_ON_THE_OTHER = frozenset({Kind.TARIFF, Kind.PORT_FEE, Kind.PURCHASE})
_ON_FIRMS = frozenset({Kind.CORPORATE, Kind.INVESTIGATION, Kind.EXPORT_CONTROL, Kind.LEGAL, Kind.PURCHASE})
_PLACE = re.compile(r"(?:\b(?:in|at|near|from|to|outside)|,) (?:the )?$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^()]*$")
_BRACKET_REACH = 60  # characters before a region in which the bracket opens that names it as a part of a country
# "Bessent, US Trade Representative Jamieson Greer and He met": all who are named in one row sit at the table.
_IN_A_ROW = re.compile(r"(?:,? and |, )(?:[\w.]+ ){0,4}", re.IGNORECASE)
_PLACE_REACH = 14  # characters before a country's name in which it is told as a place
_FIRMS = frozenset({"company", "organisation"})


def actors_of(
    finding: Finding,
    mentions: Sequence[ActorMention],
    acting: Acting,
    borders: tuple[int, int],
    *,
    text: str,
    kinds: Mapping[str, str],
    issues: Sequence[str] = (),
    doer: str = "",
) -> tuple[str, ...]:
    """Slugs, the acting one first: who acts, then whom it falls upon, in the order of the text.

    `kinds` gives the sort of each actor, `doer` is who does the act where one side alone does it.
    """
    if finding.voice == "recital":
        return (doer, COUNTRY[OTHER_SIDE[acting.side]])
    near = [
        mention
        for mention in mentions
        if mention.role != "place" and (borders[0] <= mention.start < borders[1] or mention.end <= finding.start)
    ]
    if acting.side not in COUNTRY:
        firms = [one.slug for one in near if kinds.get(one.slug) in _FIRMS]
        if finding.rule.kind == Kind.CORPORATE and firms:
            return tuple(dict.fromkeys(firms))
        return tuple(dict.fromkeys(_between_the_two(near, borders, text, kinds)))
    app = ("tiktok",) if finding.rule.kind == Kind.CORPORATE and Topic.TIKTOK in issues else ()  # "the reprieve", "it"
    return tuple(dict.fromkeys((doer, *_targets(finding, near, acting, borders, text, kinds), *app)))


def _between_the_two(
    near: Sequence[ActorMention], borders: tuple[int, int], text: str, kinds: Mapping[str, str]
) -> Iterator[str]:
    """Those named who sit at the table, and the country of a side that sends nobody."""
    at_table = [
        one
        for one in near
        if kinds.get(one.slug, "person") not in (*_FIRMS, "bloc") and not _is_where(one, text, kinds)
    ]
    own = _in_a_row(at_table, borders[0], text)
    if any(kinds.get(one.slug) == "person" for one in own):
        at_table = own
    sent = {one.side for one in at_table if kinds.get(one.slug) == "person"}
    yield from (slug for side, slug in COUNTRY.items() if side not in sent)
    both = set(COUNTRY) <= sent
    yield from (one.slug for one in at_table if one.slug not in LANDS or (not both and one.role != "adjective"))


def _in_a_row(at_table: Sequence[ActorMention], first: int, text: str) -> list[ActorMention]:
    """Those named from an offset on, and those before who are named in one row with the first of them."""
    own = [one for one in at_table if one.start >= first]
    for one in reversed(at_table[: len(at_table) - len(own)]):
        if not own or not _IN_A_ROW.fullmatch(text, one.end, own[0].start):
            break
        own.insert(0, one)
    return own


def _is_where(mention: ActorMention, text: str, kinds: Mapping[str, str]) -> bool:
    """True of a third country in which the two meet: "in Busan, South Korea"."""
    third = kinds.get(mention.slug) == "country" and mention.slug not in LANDS
    return third and bool(_PLACE.search(text[max(0, mention.start - _PLACE_REACH) : mention.start]))


def _is_in_brackets(mention: ActorMention, text: str) -> bool:
    """True of "China (including the Hong Kong Special Administrative Region)": a part of what is named."""
    return bool(_IN_BRACKETS.search(text[max(0, mention.start - _BRACKET_REACH) : mention.start]))


def _targets(
    finding: Finding,
    near: Sequence[ActorMention],
    acting: Acting,
    borders: tuple[int, int],
    text: str,
    kinds: Mapping[str, str],
) -> Iterator[str]:
    """Whom the act of one side falls upon: firms named in its part of the sentence, the other country, a region."""
    other, kind = COUNTRY[OTHER_SIDE[acting.side]], Kind(finding.rule.kind)
    firms = [one.slug for one in near if kinds.get(one.slug) in _FIRMS and one.start >= borders[0]]
    if kind in _ON_FIRMS:
        yield from firms
    named = any(one.slug == other for one in near)
    if kind in _ON_THE_OTHER or (named and not (firms and kind in (Kind.INVESTIGATION, Kind.CORPORATE))):
        yield other
    if kind == Kind.TARIFF:
        yield from (one.slug for one in near if one.slug == "hong-kong" and not _is_in_brackets(one, text))
    if kind == Kind.LEGAL:
        yield from (one.slug for one in near if kinds.get(one.slug) in ("organisation", "bloc", "government_body"))
