"""Who takes part in an act or is its target: the names near it, without places and without those only quoted."""

from collections.abc import Sequence

from tradewatch.extraction.datatypes import ActorMention
from tradewatch.extraction.sides import OTHER_SIDE, Acting
from tradewatch.extraction.triggers import Finding

_COUNTRY = {"us": "united-states", "china": "china"}


def actors_of(
    finding: Finding, mentions: Sequence[ActorMention], acting: Acting, borders: tuple[int, int], *, author: str = ""
) -> tuple[str, ...]:
    """Slugs, the acting one first: who acts, then whom it falls upon, in the order of the text."""
    if finding.voice == "recital":
        other = OTHER_SIDE[acting.side]
        return (_COUNTRY[acting.side], _COUNTRY[other]) if not author else (author, _COUNTRY[other])
    found = [acting.slug] if acting.slug else []
    if author:
        found.insert(0, author)
    for mention in mentions:
        near = borders[0] <= mention.start < borders[1]
        if mention.role != "place" and (near or mention.end <= finding.start):
            found.append(mention.slug)
    if acting.side == "both":
        found = (
            [*_COUNTRY.values(), *found] if not any(slug in ("donald-trump", "xi-jinping") for slug in found) else found
        )
    elif acting.side in _COUNTRY and not found:
        found.append(_COUNTRY[acting.side])
    return tuple(dict.fromkeys(found))
