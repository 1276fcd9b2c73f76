"""Which side acts: from the clause's subject, the agent after "by", the owner of a measure, or what it falls upon."""

import re

from tradewatch.extraction import owning
from tradewatch.extraction.answered import others_blow
from tradewatch.extraction.clauses import clause_start
from tradewatch.extraction.duties import TARGET, by_duty
from tradewatch.extraction.holders import is_oblique, nearest_subject
from tradewatch.extraction.levied_on import on_goods_from
from tradewatch.extraction.parties import by_destination, by_list, by_parties, by_possessor, by_those_against
from tradewatch.extraction.plans import whose_plan
from tradewatch.extraction.ports import by_ports, by_ships, payers_port
from tradewatch.extraction.pronouns import meant_by
from tradewatch.extraction.same_measures import by_joined_target, by_occasion, carried_on
from tradewatch.extraction.scenes import LANDS, OTHER_SIDE, Acting, Scene
from tradewatch.extraction.triggers import BEGINNINGS, OF_THING, Finding
from tradewatch.vocabulary import Action, Kind

SUBJECT_REACH = 700  # characters between a subject and a verb of its that stands in a list
AGENT_REACH = 110
OWNER_REACH = 20  # characters before a thing in which its owner stands
_RATE_FOR = re.compile(
    r"\b(?:rates?|tariffs?|dut(?:y|ies)|lev(?:y|ies)) (?:for|on|against|facing) (?:goods from |imports from |all )?"
    r"(?:(?P<us>U\.S\.|US\b|American?\b)|(?P<china>Chin(?:a|ese)\b))",
    re.I,
)
_ONLY_US = re.compile(r"\b(?:reciprocal|fentanyl|section 301|IEEPA)\b", re.I)
_WERE = re.compile(r"\b(?:was|were|been|be|being|is|are) (?:\w+ly )?$")
_ON_BOTH = re.compile(r"\b(?:from|in|by|on|of) (?:the )?(?:both|two) (?:sides|countries|nations|governments)\b", re.I)
# "stopped in response to duties imposed by Trump": who imposed the duties stopped nothing.
_ANOTHERS_AGENT = re.compile(
    r"[, ](?!(?:and|or|then|also) )\w+ (?:imposed|announced|ordered|levied|operated|owned|signed|issued|led|made|built"
    r"|introduced|threatened|unveiled|published) (?:\w+ly )?$"
    r"|\b(?:owned|built|operated|flagged|made)(?:,| or| and) (?:or )?(?:owned|built|operated|flagged|controlled) $"
)
# "the U.S. decision to impose", "Beijing's threat to curb": whose decision it is.
_DECISION = re.compile(
    r"(?:'s?)? (?:(?!and |or )[\w-]+ ){0,2}"
    r"(?:decision|move|plan|threat|order|vow|pledge|promise|offer|bid|announcement|intention|agreement|consent|commitment)s?"
    r"(?: (?:on|of|in) [\w ]{3,20}| [a-z]+day)? (?:to|of|that it would|that it will)(?: \w+ly)? ",
)
# "Trump and Xi agreed to trim U.S. tariffs": whose tariffs they are.
_TWO_AGREE = re.compile(r"\band (?:[\w.'-]+ ){1,5}(?:have |had |also )*agree[ds]?\b[^;]{0,40}$", re.I)
# "the measures against the 16 [US] entities": whom they fall upon.
_COUNTED_PARTIES = re.compile(
    r"\b(?:against|on|for) (?:the |these |those |another |some )?"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|dozens? of|several"
    r"|a dozen|more than \d+) (?:other |further )?$",
    re.I,
)
_GOODS_OF = re.compile(
    r"\b(?:from|of|(?:made|built|assembled) in) (?:(?P<china>China)|(?:the )?(?:US|U\.S\.|United States|America))\b"
)
_SEAT = re.compile(r"\W*(?:Meanwhile,? |Also )?[Ii]n (?:(?P<us>Washington)|(?P<china>Beijing))(?:,| (?=[a-z]))")
_OF_SEAT = frozenset({Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE, Kind.INVESTIGATION})
_OF_IMPORTS = frozenset({Kind.TARIFF, Kind.INVESTIGATION})
_WITHTARGET = frozenset({Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE, Kind.INVESTIGATION, Kind.CORPORATE})


def acting_side(finding: Finding, scene: Scene) -> Acting:
    """The side that does what `finding` reports; side "" where nothing tells."""
    words = scene.text[finding.start : finding.end]
    if finding.voice == "recital":
        return Acting(side=finding.groups.get("side") or "", how="order", words=words, weight=0.95)
    told = next((side for side in OTHER_SIDE if finding.groups.get(side)), "")
    if told:
        return Acting(side=told, how="owner", words=finding.groups[told] or "", weight=0.85)
    if finding.rule.side:
        return Acting(side=finding.rule.side, how="rule", words=words, weight=1.0)
    if finding.thing and finding.thing.points and finding.voice != "active" and scene.told:
        return Acting(side=scene.told, how="before", words=words, weight=0.7)
    acting = _found(finding, scene)
    if finding.rule.kind == Kind.PURCHASE and finding.rule.action not in (Action.THREATEN, Action.PROPOSE):
        buyers = ["china", "" if scene.lexicon.terms["china"].search(scene.text) else "other"]
        known = acting if acting and acting.side in buyers else None
        return known or Acting(side="china", how="buyer", words=words, weight=0.8)  # the dispute's are China's
    return acting or _by_default(finding, scene, words)


def _by_default(finding: Finding, scene: Scene, words: str) -> Acting:
    """A truce or TikTok deal is both sides'; an official document's act its issuer's; else who acted before acts on."""
    sort = finding.thing.sort if finding.thing else ""
    if sort in ("pause", "truce") or (sort == "tiktok" and finding.rule.action == Action.AGREE):
        return Acting(side="both", how="rule", words=words, weight=0.7)
    if finding.voice in OF_THING and finding.rule.kind == Kind.TARIFF and scene.follows and scene.told in OTHER_SIDE:
        return Acting(side=scene.told, how="before", words=words, weight=0.6)  # "The first rise, ordered in May, …"
    if scene.speaker:
        return Acting(side=scene.speaker, how="order", words=words, weight=0.9)
    seat = _SEAT.match(scene.text) if finding.rule.kind in _OF_SEAT else None  # "In Washington a request was posted"
    if seat:
        return Acting(side="us" if seat["us"] else "china", how="owner", words=seat[0].strip(), weight=0.65)
    return Acting(side=scene.before, how="before", words=words, weight=0.5)


def _found(finding: Finding, scene: Scene) -> Acting | None:
    acting = next(filter(None, (find(finding, scene) for find in _WAYS)), None)
    laid = on_goods_from(finding, scene)  # overrules who else is named, not who of that side is
    return laid if laid and (acting is None or acting.side != laid.side) else acting


def _agent(finding: Finding, scene: Scene) -> Acting | None:
    if finding.voice == "active":
        return None
    text = scene.text
    told = finding.voice == "pattern" and _WERE.search(text, max(0, finding.start - 16), finding.start)
    begin = finding.start if told else finding.end  # "were told by the department to stop"
    window = text[begin : finding.end + AGENT_REACH]
    for by in re.finditer(r"(?<!going )(?<!judging )\bby (?:the |President |an? |its )?", window):
        at = begin + by.end()
        if _ANOTHERS_AGENT.search(window[: by.start()]):
            continue
        for holder in scene.holders:
            if holder.start <= at + 24 and holder.end > at and ";" not in text[begin:at]:
                return Acting(side=holder.side, how="agent", words=holder.text, weight=0.95, slug=holder.slug)
    return None


def _who_hit(finding: Finding, scene: Scene) -> Acting | None:
    """ "China was hit with new duties": the other side did it."""
    if finding.voice != "passive" or finding.thing is None or finding.thing.start < finding.end:
        return None
    hit = nearest_subject(scene.text, 0, finding.start, scene.holders, scene.lexicon)
    other = OTHER_SIDE.get(hit.side) if hit and (hit.slug in LANDS or not hit.slug) else None
    if hit and other:
        return Acting(side=other, how="target", words=hit.text, weight=0.8)
    goods = _GOODS_OF.search(scene.text, 0, finding.start) if finding.rule.kind in _OF_IMPORTS else None
    return (
        Acting(side="us" if goods["china"] else "china", how="target", words=goods[0], weight=0.75) if goods else None
    )


def _granted(finding: Finding, scene: Scene) -> Acting | None:
    """ "Beijing won a delay of the fees": the other side grants it."""
    if finding.voice != "nominal" or finding.rule.kind not in _WITHTARGET:
        return None
    winner = owning.winner_of(scene.text, finding.first, scene.holders)
    other = OTHER_SIDE.get(winner.side) if winner else None
    return Acting(side=other, how="grant", words=winner.text, weight=0.8) if winner and other else None


def _named_with(finding: Finding, scene: Scene) -> Acting | None:
    """ "…, with Trump warning of setting tariffs": who is named after "with" does it."""
    doer = owning.named_with(scene.text, finding.start, scene.holders) if finding.voice == "active" else None
    return Acting(side=doer.side, how="subject", words=doer.text, weight=0.9, slug=doer.slug) if doer else None


def _by_decision(finding: Finding, scene: Scene) -> Acting | None:
    """Whose decision it is to do it: "in answer to the US decision to impose duties"."""
    for holder in reversed(scene.holders):
        if holder.end <= finding.start and holder.side in OTHER_SIDE:
            found = _DECISION.fullmatch(scene.text, holder.end, finding.start)
            if found:
                return Acting(side=holder.side, how="subject", words=holder.text, weight=0.85, slug=holder.slug)
    return None


def _of_two(finding: Finding, scene: Scene) -> Acting | None:
    """Whose measure the two agree to change: "Trump and Xi agreed to trim U.S. tariffs"."""
    before = _TWO_AGREE.search(scene.text, 0, finding.start)
    sides = {holder.side for holder in scene.holders if holder.end <= finding.start}
    of_both = "both" in sides and finding.voice == "active"
    return _owner(finding, scene) if of_both or (before and {"us", "china"} <= sides) else None


def _nouns_owner(finding: Finding, scene: Scene) -> Acting | None:
    """Whose the threat is in "China opposes the US threat to impose tariffs"."""
    side, words = whose_plan(scene.text, finding.start)
    return Acting(side=side, how="owner", words=words, weight=0.85) if side else None


def _owner_of_nominal(finding: Finding, scene: Scene) -> Acting | None:
    """Whose measure it is in "including a pause in Beijing's restrictions", whoever tells of it."""
    if finding.voice != "nominal" or finding.thing is None:
        return None
    owned = "'s " in scene.text[max(0, finding.thing.start - OWNER_REACH) : finding.thing.end]
    return _owner(finding, scene) if owned else None


def _subject(finding: Finding, scene: Scene) -> Acting | None:
    text, lexicon = scene.text, scene.lexicon
    if finding.voice == "active" and owning.is_told_of_deal(text, finding.start):
        return None  # "a deal that would pause American tariffs": whose tariffs, tells who acts
    limit = finding.thing.start if finding.voice in ("passive", "reduced") and finding.thing else finding.start
    speaks = owning.speaker_of_i(text, finding.start, scene.holders)
    if speaks is not None:
        return Acting(side=speaks.side, how="subject", words=speaks.text, weight=0.85, slug=speaks.slug)
    pronoun = lexicon.terms["pronoun"].search(text[max(0, limit - 60) : limit])
    if pronoun:
        return meant_by(pronoun, limit, finding, scene)
    start = scene.tokens[clause_start(scene.tokens, finding.index)].start if scene.tokens else 0
    opening = owning.after_opening(text, limit) if finding.voice == "passive" else 0
    for first, weight in ((max(start, opening), 0.95), (max(opening, finding.start - SUBJECT_REACH), 0.8)):
        found = nearest_subject(text, first, limit, scene.holders, lexicon)
        if found is not None:
            return Acting(side=found.side, how="subject", words=found.text, weight=weight, slug=found.slug)
    return None


def _by_parties(finding: Finding, scene: Scene) -> Acting | None:
    """The side that lists such parties or withholds such goods, by the body that does it where one is the subject."""
    told = by_parties(finding, scene) or by_those_against(finding, scene) or by_destination(finding, scene)
    subject = _subject(finding, scene) if told else None
    return subject if told and subject and subject.side == told.side else told


def _owner(finding: Finding, scene: Scene) -> Acting | None:
    """China's tariffs, US port fees, the duties that Beijing had imposed."""
    if finding.thing is None:
        return None
    first = max(0, finding.thing.start - 40)
    maker = owning.maker_of(scene.text, finding.thing.end, scene.holders) if finding.voice != "active" else None
    if maker:
        return Acting(side=maker.side, how="owner", words=maker.text, weight=0.85, slug=maker.slug)
    if _ONLY_US.search(scene.text, finding.thing.start, finding.thing.end):
        return None  # "China's Reciprocal Tariff rate" is the American one on China
    owned = "'s" in scene.text[first : finding.thing.end]
    for holder in reversed(scene.holders):
        near = first <= holder.start and holder.end <= finding.thing.end and holder.side in OTHER_SIDE
        near = near and not _COUNTED_PARTIES.search(scene.text[max(0, holder.start - 40) : holder.start])
        if near and (owned or not is_oblique(scene.text, holder, scene.lexicon)):
            return Acting(side=holder.side, how="owner", words=holder.text, weight=0.85, slug=holder.slug)
    return None


def _begun(finding: Finding, scene: Scene) -> Acting | None:
    """Whose measure "US tariffs of 104% came into effect" tells of, whoever the sentence began with."""
    if not finding.rule.id.endswith(BEGINNINGS):
        return None
    each = _ON_BOTH.search(scene.text, finding.begin, finding.end + 50)
    if each:
        return Acting(side="both", how="owner", words=each[0], weight=0.8)
    owner = owning.owner_of(scene.text, finding.begin, scene.holders)
    if owner and owner.side in OTHER_SIDE:
        return Acting(side=owner.side, how="owner", words=owner.text, weight=0.85, slug=owner.slug)
    return _by_target(finding, scene) if TARGET.search(scene.text, finding.begin, finding.start) else None


def _by_issue(finding: Finding, scene: Scene) -> Acting | None:
    if finding.thing is not None and finding.thing.side:
        words = scene.text[finding.thing.start : finding.thing.end]
        return Acting(side=finding.thing.side, how="issue", words=words, weight=0.8)
    for side in ("us", "china"):
        own = scene.lexicon.terms[f"only_{side}"].search(scene.text, max(0, finding.start - 120), finding.end + 120)
        if own:
            return Acting(side=side, how="issue", words=own[0], weight=0.75)
    return None


def _by_target(finding: Finding, scene: Scene) -> Acting | None:
    if finding.rule.kind not in _WITHTARGET:
        return None
    start = finding.thing.start if finding.thing else finding.begin
    window = scene.text[start : start + 120]
    before = scene.text[max(0, start - 70) : start] if finding.voice == "pattern" else ""
    found = (
        TARGET.search(window[:90])
        or _RATE_FOR.search(before)
        or (TARGET.search(scene.text, finding.end, finding.end + 60) if finding.voice == "pattern" else None)
    )
    # Goods from a country are what a duty or an inquiry falls upon; exports from it are what it controls itself.
    goods = _GOODS_OF.search(scene.text, 0, start) if finding.voice == "pattern" and not found else None
    if goods and finding.rule.kind in _OF_IMPORTS:  # "handsets made in China were taken out of the 125% duty"
        return Acting(side="us" if goods["china"] else "china", how="target", words=goods[0], weight=0.7)
    if not found or (found[0].lower().startswith("from") and finding.rule.kind not in _OF_IMPORTS):
        return None
    return Acting(side="china" if found["us"] else "us", how="target", words=found[0].strip(), weight=0.75)


_WAYS = (
    _agent,
    others_blow,
    by_duty,
    _who_hit,
    _granted,
    _named_with,
    _by_decision,
    _nouns_owner,
    _owner_of_nominal,
    _of_two,
    by_ships,
    payers_port,
    _begun,
    carried_on,
    by_occasion,
    by_list,
    by_possessor,
    _by_parties,
    _subject,
    _owner,
    by_ports,
    _by_issue,
    _by_target,
    by_joined_target,
)
