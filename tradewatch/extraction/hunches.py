"""What a sentence tells where no rule fires: the act that its words, taken together, make likely.

A rule wants its words in an order that somebody foresaw; a column says "Phones are spared" and "the beans stay ashore".
Weights learnt from the sentences of the fixtures and from the rules' own examples (`manage.py learn`) answer for such
sentences which kind of act they tell, which action, and whose. What they find goes through the same questions as what
a rule finds (is it asserted, who acts, when), with a confidence that asks for a reader's eye.
"""

import re
from collections.abc import Sequence

from tradewatch.extraction.cues import cues_of, words_of
from tradewatch.extraction.event_dates import EventDates
from tradewatch.extraction.forms import BASE
from tradewatch.extraction.parsing import Parsed, Reading, told_just_before
from tradewatch.extraction.remarked_on import answers_press
from tradewatch.extraction.rulebook import Rule
from tradewatch.extraction.triggers import Finding
from tradewatch.extraction.weights import Weights, chance, chances, load_weights
from tradewatch.vocabulary import Kind, Status

LIKELY = 0.45  # of the kind
CLEAR = 0.3  # of the action within the kind
SURE = 0.7  # of the kind, where no day is told
HOPELESS = -2.0  # what single words weigh where their neighbours cannot make it likely any more
OWN = 0.75  # of the side: from here the words settle it
FEWEST = 4  # words of a sentence that can tell an act
STRENGTH = 0.6  # of what is certain to be of its kind; more than half of the hunches have a field wrong
TOLD = 4  # cues that the reviewer is told
_STANDS = frozenset({Kind.TARIFF, Kind.PORT_FEE})
_KEEPS = re.compile(
    r"\b(?:keep(?:s|ing)?|kept|retain(?:s|ed|ing)?|maintain(?:s|ed|ing)?|still (?:charges|levies|has|bears?|pays?)"
    r"|(?:is|are|remains?) (?:currently |now |already |still |also )?subject to)"
    r" (?:(?:the|an?|its|their|up|all|in place|intact) )*(?:[\w.,%-]+ ){0,4}?"
    r"(?:dut(?:y|ies)|tariffs?|lev(?:y|ies)|fees?|rates?|\d[\d.]*(?:%| per ?cent| points))(?!\w)",
    re.I,
)
_ID = ".likely"
_WORDS = "words"


def is_hunch(rule: str) -> bool:
    """True of the rule of a reading that rests on weights alone."""
    return rule.endswith(_ID)


def told_by(finding: Finding) -> str:
    """What gave a finding, as the reviewer reads it: a rule by its name, or the words that made it likely."""
    words = finding.groups.get(_WORDS) if is_hunch(finding.rule.id) else ""
    return f"no rule, but the weight of its words: {words}" if words else f"rule {finding.rule.id}"


def is_loose(finding: Finding, whole: Parsed, reading: Reading, side: str, status: str, dates: EventDates) -> bool:
    """True of a hunch that may only add to what is told elsewhere, and is no event by itself.

    That is a forecast; what names nobody of the side that acts and goes on about the act before it; and what tells no
    day, unless it names who acts and its words leave little doubt.
    """
    if not is_hunch(finding.rule.id):
        return False
    named = any(one.side in (side, "both") for one in whole.holders)
    if not dates.date.edtf:
        return not named or status == Status.EXPECTED or finding.rule.strength < STRENGTH * SURE
    return status == Status.EXPECTED or (not named and told_just_before(whole.sentence, reading) == finding.rule.kind)


def hunch_of(whole: Parsed, reading: Reading) -> Finding | None:
    """The act that the words of a sentence make likely, None where they make none likely."""
    tokens, lexicon, before = whole.tokens, reading.lexicon, told_just_before(whole.sentence, reading)
    words = words_of(tokens, whole.mentions, reading.gazetteer.kinds)
    if whole.sentence.is_heading or len(words) < FEWEST or answers_press(whole.text):
        return None
    weights = load_weights()
    kinds = weights["kind"]
    plain = [word for word, _ in words]
    if max(kinds.sums(list(dict.fromkeys(plain)))) < HOPELESS:
        return None
    cues = list(cues_of(plain, before))
    sums = kinds.sums(cues)
    best = max(range(len(sums)), key=sums.__getitem__)
    likely = chance(sums[best])
    if likely < LIKELY:
        return None
    kind = kinds.answers[best]
    terms = lexicon.terms
    stands = kind in _STANDS and _KEEPS.search(whole.text)  # "is keeping a 10% duty": what stands is not laid anew
    third = kind != Kind.CORPORATE and terms["third"].search(whole.text) and not terms["china"].search(whole.text)
    if stands or third:
        return None  # "goods of Brazil bore another 40%"
    action, share = _answer(weights.get(f"action {kind}"), cues)
    if share < CLEAR:
        return None
    side, sure = _answer(weights.get(f"side {kind}"), cues)
    at = _heaviest(words, best, kinds, weights.get(f"action {kind}"), action)
    token = tokens[at]
    tags = frozenset(tag for form in lexicon.verb_forms.get(token.lower, ()) for tag in form.tags)
    if not tags and at and tokens[at - 1].lower == "to":
        tags = frozenset({BASE})
    rule = Rule(
        id=f"{kind}{_ID}", kind=kind, action=action, side=side if sure >= OWN else "", strength=STRENGTH * likely
    )
    return Finding(
        rule=rule,
        index=at,
        start=token.start,
        end=token.end,
        begin=token.start,
        voice="pattern",
        form=tags,
        groups={_WORDS: ", ".join(f"“{cue}”" for cue in kinds.spoken_for(cues, best, TOLD))},
    )


def _answer(weights: Weights | None, cues: Sequence[str]) -> tuple[str, float]:
    if weights is None:
        return "", 0.0
    shares = chances(weights.sums(cues))
    best = max(range(len(shares)), key=shares.__getitem__)
    return weights.answers[best], shares[best]


def _heaviest(words: Sequence[tuple[str, int]], kind: int, kinds: Weights, actions: Weights | None, action: str) -> int:
    """The token whose word speaks most for the act."""
    of = actions.answers.index(action) if actions else 0

    def weight(word: str) -> float:
        own = actions.cues.get(word, {}).get(of, 0.0) if actions else 0.0
        return own + kinds.cues.get(word, {}).get(kind, 0.0) / 2

    return max(words, key=lambda one: weight(one[0]))[1]
