"""Which side acts: from the clause's subject, the agent after "by", the owner of a measure, or what it falls upon."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tradewatch.extraction.clauses import Token, clause_start
from tradewatch.extraction.datatypes import ActorMention, Reason
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.triggers import Finding

SUBJECT_REACH = 700  # characters between a subject and a verb of its that stands in a list
OTHER_SIDE = {"us": "china", "china": "us"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Words that stand for a side: a name, an adjective before a noun, "the two sides", a third country."""

    start: int
    end: int
    side: str
    text: str
    slug: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """The acting side, how it was found, and how sure that is (0 to 1)."""

    side: str
    how: str
    words: str
    weight: float
    slug: str = ""

    def reason(self) -> Reason:
        """The reason as the reviewer reads it."""
        return Reason(field="side", rule=self.how, words=self.words, said=f"{_SAID[self.how]}: “{self.words}”")


_SAID = {
    "rule": "the act itself belongs to one side",
    "subject": "the subject of the clause",
    "agent": "the agent after “by”",
    "owner": "the owner of the measure",
    "target": "the side that it falls upon is the other one",
    "issue": "a measure that one side alone has",
    "speaker": "the one who speaks of “we” or “our”",
    "before": "the side that acted in the sentence before",
    "order": "the authority that issues the document",
}
_TARGET = re.compile(
    r"\b(?:on|against|from|of|for|to)\s+(?:a range of |all |most |some |certain |other |many |imported |the |every |imports of |imports from "
    r"|products of |articles of |products from |goods (?:imported )?from |exports from |[\d.,%]+ )*"
    r"(?:(?P<us>U\.S\.|US\b|American?\b|United States)|(?P<china>Chin(?:a|ese)\b|PRC\b|People's Republic|Beijing\b))",
    re.I,
)
_NEUTRAL_OBJECTS = frozenset({"talks", "agreement", "pause"})


def holders_in(text: str, mentions: Sequence[ActorMention], lexicon: Lexicon) -> tuple[Holder, ...]:
    """The words of a plain sentence that stand for a side, in order; "both" swallows what it is made of."""
    found = [Holder(start=m.start(), end=m.end(), side="both", text=m[0]) for m in lexicon.terms["both"].finditer(text)]
    for mention in mentions:
        if mention.role != "place":
            found.append(
                Holder(start=mention.start, end=mention.end, side=mention.side, text=mention.text, slug=mention.slug)
            )
    for side in ("us", "china", "third"):
        for word in lexicon.terms[side].finditer(text):
            before = text[max(0, word.start() - 16) : word.start()].split()
            place = before and before[-1].lower() in ("in", "at", "to") and word[0] in lexicon.words["capitals"]
            if not place:
                found.append(
                    Holder(start=word.start(), end=word.end(), side="other" if side == "third" else side, text=word[0])
                )
    return tuple(_without_overlap(found))


def _without_overlap(found: Sequence[Holder]) -> Iterator[Holder]:
    end = -1
    for holder in sorted(found, key=lambda h: (h.start, -(h.end - h.start))):
        if holder.start >= end:
            end = holder.end
            yield holder


def acting_side(
    finding: Finding,
    text: str,
    tokens: Sequence[Token],
    holders: Sequence[Holder],
    lexicon: Lexicon,
    *,
    before: str = "",
    speaker: str = "",
) -> Acting:
    """The side that does what `finding` reports; side "" where nothing tells.

    `before` is the side that acted in the sentence before, `speaker` that of a document in the first person.
    """
    if finding.voice == "recital":
        side = finding.groups.get("side") or ""
        return Acting(side=side, how="order", words=text[finding.start : finding.end], weight=0.95)
    if finding.rule.side:
        return Acting(side=finding.rule.side, how="rule", words=text[finding.start : finding.end], weight=1.0)
    for find in (_agent, _subject, _owner, _by_issue, _by_target):
        acting = find(finding, text, tokens, holders, lexicon)
        if acting is not None:
            return acting
    if speaker:
        return Acting(side=speaker, how="order", words=text[finding.start : finding.end], weight=0.9)
    return Acting(side=before, how="before", words=text[finding.start : finding.end], weight=0.5)


def _agent(
    finding: Finding, text: str, tokens: Sequence[Token], holders: Sequence[Holder], lexicon: Lexicon
) -> Acting | None:
    if finding.voice == "active":
        return None
    window = text[finding.end : finding.end + 110]
    for by in re.finditer(r"\bby (?:the |President |an? |its )?", window):
        at = finding.end + by.end()
        for holder in holders:
            if holder.start <= at + 24 and holder.end > at and ";" not in text[finding.end : at]:
                return Acting(side=holder.side, how="agent", words=holder.text, weight=0.95, slug=holder.slug)
    return None


def _subject(
    finding: Finding, text: str, tokens: Sequence[Token], holders: Sequence[Holder], lexicon: Lexicon
) -> Acting | None:
    limit = finding.thing.start if finding.voice == "passive" and finding.thing else finding.start
    start = tokens[clause_start(tokens, finding.index)].start if tokens else 0
    for first, weight in ((start, 0.95), (max(0, finding.start - SUBJECT_REACH), 0.8)):
        found = _nearest_subject(text, first, limit, holders, lexicon)
        if found is not None:
            return Acting(side=found.side, how="subject", words=found.text, weight=weight, slug=found.slug)
    return None


def _nearest_subject(text: str, first: int, limit: int, holders: Sequence[Holder], lexicon: Lexicon) -> Holder | None:
    for holder in reversed(holders):
        if holder.end > limit or holder.start < first:
            continue
        between = text[holder.end : limit]
        direct = all(word.endswith("ly") for word in between.split())
        if direct or not lexicon.terms["oblique"].search(text[max(0, holder.start - 40) : holder.start]):
            return holder
    return None


def _owner(
    finding: Finding, text: str, tokens: Sequence[Token], holders: Sequence[Holder], lexicon: Lexicon
) -> Acting | None:
    """China's tariffs, US port fees, Beijing's new export controls."""
    if finding.thing is None:
        return None
    stretch = text[max(0, finding.thing.start - 40) : finding.thing.end]
    for holder in reversed(holders):
        if holder.end <= finding.thing.end and holder.start >= finding.thing.start - 40 and holder.side in OTHER_SIDE:
            if not lexicon.terms["oblique"].search(text[max(0, holder.start - 40) : holder.start]) or "'s" in stretch:
                return Acting(side=holder.side, how="owner", words=holder.text, weight=0.85, slug=holder.slug)
    return None


def _by_issue(
    finding: Finding, text: str, tokens: Sequence[Token], holders: Sequence[Holder], lexicon: Lexicon
) -> Acting | None:
    if finding.thing is not None and finding.thing.side:
        return Acting(
            side=finding.thing.side, how="issue", words=text[finding.thing.start : finding.thing.end], weight=0.8
        )
    for side in ("us", "china"):
        own = lexicon.terms[f"only_{side}"].search(text, max(0, finding.start - 120), min(len(text), finding.end + 120))
        if own:
            return Acting(side=side, how="issue", words=own[0], weight=0.75)
    return None


def _by_target(
    finding: Finding, text: str, tokens: Sequence[Token], holders: Sequence[Holder], lexicon: Lexicon
) -> Acting | None:
    start = finding.thing.end if finding.thing else finding.begin
    found = _TARGET.match(text[start : start + 120].lstrip()) or _TARGET.search(text[start : start + 80])
    if not found or finding.rule.kind in ("talks", "agreement", "purchase"):
        return None
    return Acting(side="china" if found["us"] else "us", how="target", words=found[0].strip(), weight=0.75)


def falls_on_third(
    finding: Finding, text: str, tokens: Sequence[Token], holders: Sequence[Holder], lexicon: Lexicon
) -> str:
    """The third country that the act is aimed at and that only; "" where it may concern the two."""
    start = finding.thing.end if finding.thing else finding.end
    window = text[start : start + 70]
    target = re.match(
        r"\s*(?:rates? )?(?:on|against|for|with|from|between|of|to)\s+(?:all |most |some |imports from |goods from |the )*",
        window,
    )
    if not target:
        return ""
    named = lexicon.terms["third"].match(window[target.end() :])
    wider = text[start : start + 160]
    if not named or lexicon.terms["china"].search(wider) or lexicon.terms["us"].search(wider):
        return ""
    return named[0]
