"""Deals and pauses as who tells them has them: a pause that one side announces is its own act, and no agreement.

A TikTok deal that the two governments reach is theirs; what the firms sign is the firms'.
"""

import re
from dataclasses import replace

from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.scenes import OTHER_SIDE, Scene
from tradewatch.extraction.sides import acting_side
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action, Kind

_DECREES = frozenset(
    {"announce", "issue", "unveil", "publish", "confirm", "declare", "sign", "establish", "make", "set out", "release"}
)
_DONE = frozenset({"active", "pattern"})
SURE = 0.9  # of a subject in the act's own clause
_FIRMS = re.compile(r"\b(?:ByteDance|Oracle|Silver Lake|MGX|investors?|joint venture|binding)\b", re.I)


def as_told(finding: Finding, scene: Scene, lexicon: Lexicon) -> Finding:
    """The finding, or the act that it is by whom the sentence names."""
    if finding.rule.id == "corporate.tiktok_agree":
        return _of_the_two(finding, scene, lexicon)
    if finding.rule.id == "agreement.agree" and finding.thing and finding.thing.sort == "pause":
        return _of_one_side(finding, scene, lexicon)
    if finding.rule.kind == Kind.AGREEMENT and finding.rule.action == Action.EXTEND and finding.voice in _DONE:
        return _prolonged_by_one(finding, scene, lexicon)
    return finding


def _of_the_two(finding: Finding, scene: Scene, lexicon: Lexicon) -> Finding:
    """A framework on TikTok that the two governments reach: both are named, and no firm acts."""
    rule = lexicon.verb_rules.get(("reach", "agreement"))
    sides = {holder.side for holder in scene.holders}
    named = "both" in sides or {"us", "china"} <= sides
    return replace(finding, rule=rule) if rule and named and not _FIRMS.search(scene.text) else finding


def _of_one_side(finding: Finding, scene: Scene, lexicon: Lexicon) -> Finding:
    """The finding, told as the suspension of a tariff where one side alone announces the pause."""
    rule = lexicon.noun_rules.get(("suspension", "tariff"))
    if rule is None:
        return finding
    verbs = {form.verb for form in lexicon.verb_forms.get(scene.text[finding.start : finding.end].lower(), ())}
    alone = replace(finding, rule=rule)
    acting = acting_side(alone, scene)
    both = any(holder.side == "both" for holder in scene.holders if holder.end <= finding.start)
    is_decreed = bool(verbs & _DECREES) and acting.how == "subject" and acting.side in ("us", "china")
    return alone if is_decreed and not both else finding


def _prolonged_by_one(finding: Finding, scene: Scene, lexicon: Lexicon) -> Finding:
    """The finding, told as that side's suspension of its tariff prolonged: "Trump extended the truce by 90 days"."""
    rule = lexicon.verb_rules.get(("extend", "pause"))
    if rule is None or any(holder.side == "both" for holder in scene.holders if holder.end <= finding.start):
        return finding
    alone = replace(finding, rule=rule)
    acting = acting_side(alone, scene)
    return alone if acting.how == "subject" and acting.side in OTHER_SIDE and acting.weight > SURE else finding
