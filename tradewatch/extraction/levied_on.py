"""Whose a duty is, by where the goods come from on which it is levied: nobody taxes what comes from home."""

import re

from tradewatch.extraction.scenes import Acting, Scene
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Kind

REACH = 60  # characters after the duty's name in which the goods may be told
_ON_GOODS_FROM = re.compile(
    r"(?:(?!\b(?:and|or|in|by|(?<!\bup )to|as|for|after|that|which|with|were|was)\b)[^,;:])*?\b(?:on|against) "
    r"(?:(?!and |or |in |by |to |after |that )[\w-]+,? ){0,5}?"
    r"(?:from (?:the )?|(?=(?:Chinese|American|U\.S\.|US) (?:goods|products|imports|exports|shipments)))"
    r"(?:(?P<china>Chin(?:a|ese)\b)|(?P<us>U\.S\.|US\b|American?\b|United States))"
)


# "200% on China", "tariffs against the US": whom a duty is laid upon does not lay it.
_ON_LAND = re.compile(
    r"(?:(?!\b(?:and|or|in|by|(?<!\bup )to|as|for|after|that|which|with|were|was)\b)[^,;:])*?\b(?:on|against) "
    r"(?:all of )?(?:the )?(?:(?P<china>China|Beijing)|(?P<us>U\.S\.|US|America|United States|Washington))\b"
    r"(?!'s| and | or )"
)


def on_goods_from(finding: Finding, scene: Scene) -> Acting | None:
    """Of "the duty on parcels from China was tripled" the US, whoever else the sentence names; None for other acts
    and where a third country is named before."""
    if finding.rule.kind != Kind.TARIFF or finding.thing is None:
        return None
    if any(holder.side == "other" and holder.end <= finding.thing.start for holder in scene.holders):
        return None  # a third country may tax both
    told = scene.text[finding.thing.start : finding.thing.end + REACH]
    found = _ON_GOODS_FROM.match(told) or _ON_LAND.match(told)
    if found is None:
        return None
    return Acting(side="us" if found["china"] else "china", how="target", words=found[0], weight=0.85)
