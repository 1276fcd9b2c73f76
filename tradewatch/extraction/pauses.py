"""A pause that one side announces is that side's act, and no agreement: "Washington announced a 90-day pause"."""

from dataclasses import replace

from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.scenes import Scene
from tradewatch.extraction.sides import acting_side
from tradewatch.extraction.triggers import Finding

_DECREES = frozenset(
    {"announce", "issue", "unveil", "publish", "confirm", "declare", "sign", "establish", "make", "set out", "release"}
)


def of_one_side(finding: Finding, scene: Scene, lexicon: Lexicon) -> Finding:
    """The finding, told as the suspension of a tariff where one side alone announces the pause."""
    rule = lexicon.noun_rules.get(("suspension", "tariff"))
    if rule is None or finding.rule.id != "agreement.agree" or not finding.thing or finding.thing.sort != "pause":
        return finding
    verbs = {form.verb for form in lexicon.verb_forms.get(scene.text[finding.start : finding.end].lower(), ())}
    alone = replace(finding, rule=rule)
    acting = acting_side(alone, scene)
    both = any(holder.side == "both" for holder in scene.holders if holder.end <= finding.start)
    is_decreed = bool(verbs & _DECREES) and acting.how == "subject" and acting.side in ("us", "china")
    return alone if is_decreed and not both else finding
