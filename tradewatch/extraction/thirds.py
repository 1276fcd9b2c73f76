"""Acts that the dispute's two sides aim at somebody else: "a 25% tariff on Canada", "talks with other countries"."""

import re

from tradewatch.extraction.scenes import Scene
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Kind

_ON_GOODS = re.compile(
    r"(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?)(?: of [\d.]+ ?%)? (?:on|against|for) "
    r"(?:all |most |some |the |goods from |imports from )*",
    re.I,
)
_OTHERS = re.compile(
    r"(?:other|many other|dozens of(?: other)?|more than \d+|some \d+) (?:countries|nations|trading partners)\b", re.I
)
THIRD_REACH = 60  # characters after a third country in which China may be named beside it
_TALKS_WITH = re.compile(
    r"\b(?:with|between|among) (?:the )?(?:other|many|several|dozens of|more than \d+|some \d+|\d+)(?: other)? "
    r"(?:countries|nations|(?:trading )?partners|capitals|governments)\b",
    re.I,
)


def _with_others(finding: Finding, scene: Scene) -> bool:
    """True of "negotiations with other countries"."""
    if finding.rule.kind not in (Kind.TALKS, Kind.AGREEMENT):
        return False
    first = min(finding.begin, finding.first)
    found = _TALKS_WITH.search(scene.text, max(0, first - 80), finding.end + 60)
    return found is not None and not scene.lexicon.terms["china"].search(scene.text, found.start(), found.end() + 40)


def _on_others_goods(finding: Finding, scene: Scene) -> bool:
    """True of "agreed to a pause on tariffs on imports from Canada and Mexico", China not being named."""
    terms = scene.lexicon.terms
    opening = _ON_GOODS.search(scene.text) if finding.rule.kind == Kind.AGREEMENT else None
    named = terms["third"].match(scene.text, opening.end()) if opening else None
    return named is not None and not terms["china"].search(scene.text)


def falls_on_third(finding: Finding, scene: Scene) -> str:
    """The third country that the act is aimed at and that only; "" where it may concern the two."""
    if _with_others(finding, scene) or _on_others_goods(finding, scene):
        return "other countries"
    start = finding.thing.end if finding.thing else finding.end
    opening = _ON_GOODS.match(scene.text, finding.begin, finding.end) if finding.voice == "pattern" else None
    named_first = scene.lexicon.terms["third"].match(scene.text, opening.end()) if opening else None
    if named_first and not scene.lexicon.terms["china"].search(scene.text, finding.begin, finding.end):
        return named_first[0]
    if scene.lexicon.terms["us"].search(scene.text, finding.begin, start) and finding.rule.kind == Kind.EXPORT_CONTROL:
        return ""  # "sanctioned five American units of a Korean shipbuilder"
    window = scene.text[start : start + 70]
    target = re.match(
        r"\s*(?:rates? )?(?:on|against|for|with|from|between|of|to)\s+(?:all |most |some "
        r"|imports from |goods from |the )*",
        window,
    )
    named = scene.lexicon.terms["third"].match(window[target.end() :]) if target else None
    named = named or (_OTHERS.match(window[target.end() :]) if target else None)
    if named and target and finding.rule.kind == Kind.TARIFF:  # "on Canada and Mexico", not "on Canada and China"
        near = scene.text[start : start + target.end() + THIRD_REACH]
        return "" if scene.lexicon.terms["china"].search(near) else named[0]
    wider = scene.text[start : start + 160]
    if not named or scene.lexicon.terms["china"].search(wider) or scene.lexicon.terms["us"].search(wider):
        return ""
    return named[0]
