"""Where a sentence reports an act: the rules that fire in it, each with its trigger and the thing acted upon."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tradewatch.extraction.clauses import Token, token_at
from tradewatch.extraction.forms import BASE, ING, PARTICIPLE
from tradewatch.extraction.governing import acted_upon, after_particle, is_joined
from tradewatch.extraction.naming import made_known, named_by
from tradewatch.extraction.rulebook import Lexicon, Rule, VerbForm
from tradewatch.extraction.things import NOTHING, Around, Thing, things_in
from tradewatch.vocabulary import Action, Kind

OF_THING = ("reduced", "relative")  # voices that tell how a thing came to be
_OF_DAYS = frozenset({"on", "in", "from", "next", "today", "tomorrow", "at"})
_MONTHS_AND_DAYS = frozenset(
    "jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun".split()  # noqa: SIM905
)
_OF_WHAT_STOOD = ("passive", "relative")  # voices of what stands before its verb
BEGINNINGS = (".in_force", ".starts")  # rules of what has begun
_OF_NOUNS = frozenset({"of", "on", "to", "in"})  # "a halt to imports"
_DOWN = frozenset({Action.LOWER, Action.LIFT})
# "In [Announcement No. 70, published] today, the ministry suspends …": the paper is not what is done.
_IN_PAPER = re.compile(
    r"\W*(?:In|By|Under|Through|With) (?:(?:an?|the|its|their|a new|another) )?"
    r"(?:(?:[\w-]+ ){0,3}(?:notices?|announcements?|orders?|rules?|decrees?|statements?|circulars?|documents?),? )?"
)
_BY = re.compile(r"\bby (?:[a-z]+ly )?$")
_FIRST_TIME = re.compile(
    r"\bfirst (?:time|month|week|year)(?: (?:since|in) [^,;]{3,40}?)? (?:that |when |in which )?[^,;]{0,40}\Z"
)
_AND_BY = re.compile(r"\band (?:by )?(?:also )?[a-z]+ing\b")
_PARTS = frozenset({";", ":", ".", "and", "but", "agreed", "will", "would"})  # between two acts, not within one
_TRIGGERS = "tuvwxyzab"  # names of the groups of a pattern that may hold its trigger, in the order they count
_CHANGES = frozenset({Action.SUSPEND, Action.LIFT, Action.EXTEND, Action.WITHDRAW, Action.LOWER, Action.RAISE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule that fired: the trigger's token, its form, and the thing acted upon (None for most patterns).

    `voice` is active, passive ("tariffs were raised"), reduced ("tariffs raised in April"), nominal ("the suspension of
    tariffs") or pattern; `begin` and `end` are where the words that the rule read begin and end.
    """

    rule: Rule
    index: int
    start: int
    end: int
    begin: int
    voice: str
    form: frozenset[str]
    thing: Thing | None = None
    groups: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def first(self) -> int:
        """Where the trigger or its thing begins, whichever stands first."""
        return min(self.start, self.thing.start) if self.thing else self.start

    @property
    def last(self) -> int:
        """Where the trigger or its thing ends, whichever stands last."""
        return max(self.end, self.thing.end) if self.thing else self.end


def findings_in(text: str, tokens: Sequence[Token], lexicon: Lexicon, around: Around = NOTHING) -> list[Finding]:
    """What the rules find in a plain sentence, in the order of the triggers; no words are read twice for one kind."""
    found: list[Finding] = []
    for finding in _all_findings(text, tokens, lexicon, around):
        stopped = finding.rule.unless and finding.rule.unless.search(text)
        told = any(_says_it_already(old, finding) or _is_its_purpose(tokens, old, finding) for old in found)
        if not stopped and not told:
            found.append(finding)
    kept = [one for one in found if not (_only_begins(one, found) or _is_means(one, found, text))]
    kept = [one for one in kept if not _tells_how_rare(one, kept, text)]
    kept = [one for one in kept if not _is_paper_of_act(one, text)]
    return sorted(kept, key=lambda finding: finding.start)


def _is_means(one: Finding, found: Sequence[Finding], text: str) -> bool:
    """True of "removing" in "lowers the tariff by removing 10 points": how the act just told is done."""
    if ING not in one.form or not _BY.search(text[: one.start]) or _AND_BY.search(text[one.end :]):
        return False
    return any(
        other.start < one.start and other.rule.kind == one.rule.kind and {other.rule.action, one.rule.action} <= _DOWN
        for other in found
    )


def _tells_how_rare(one: Finding, found: Sequence[Finding], text: str) -> bool:
    """True of "took no cargo, the first time since 2018 that imports fell to nil": the act just told once more."""
    if not _FIRST_TIME.search(text, 0, one.start):
        return False
    act = one.rule.kind, one.rule.action
    return any(other.start < one.start and (other.rule.kind, other.rule.action) == act for other in found)


def _is_paper_of_act(one: Finding, text: str) -> bool:
    begin = one.thing.start if one.thing and one.voice == "reduced" else one.start  # "In a notice [released] today"
    return one.thing is not None and bool(_IN_PAPER.fullmatch(text, 0, begin))


def _only_begins(one: Finding, found: Sequence[Finding]) -> bool:
    """True of "take effect" in "announced a 100% tariff, set to take effect on …": the terms of the act just told."""
    if not one.rule.id.endswith(BEGINNINGS):
        return False
    return any(
        other.thing is not None
        and other.rule.kind == one.rule.kind
        and other.rule.action not in _CHANGES  # "suspends the rule, which took effect in May": two acts
        and other.voice == "active"
        and other.start <= one.begin <= other.thing.start < one.start
        for other in found
    )


def _is_its_purpose(tokens: Sequence[Token], old: Finding, new: Finding) -> bool:
    """True of "to resume talks" in "they met in Madrid to resume talks": what the meeting is for is the meeting."""
    both = all((one.rule.kind, one.rule.action) == (Kind.TALKS, Action.HOLD) for one in (old, new))
    if not both or not old.index < new.index - 1 or tokens[new.index - 1].lower != "to":
        return False
    return not any(token.lower in _PARTS for token in tokens[old.index + 1 : new.index - 1])


def _says_it_already(old: Finding, new: Finding) -> bool:
    overlaps = new.rule.last and new.rule.kind == Kind.TALKS and new.begin < old.end and old.begin < new.end
    if old.voice == "pattern" and (old.start == new.start or (overlaps and old.rule.kind == Kind.TALKS)):
        return True  # "a call between the leaders is scheduled" is read by what is scheduled
    if old.rule.kind != new.rule.kind or (old.rule.id.endswith(BEGINNINGS) and new.voice == "active"):
        return False
    if new.rule.last and old.voice != "pattern":
        thing = old.thing
        return new.begin <= old.start < new.end or bool(thing and thing.start < new.end and new.begin <= thing.end + 1)
    if old.voice == "pattern" and new.voice == "pattern":
        # "may be exported only with a licence" is read by what may not leave and by what is needed: one act.
        within = old.rule.kind == Kind.EXPORT_CONTROL and new.start <= old.start < new.end and not old.rule.apart
        return (within and old.rule.action == new.rule.action) or old.begin <= new.start < old.end
    if old.voice == "pattern":
        inside = old.begin <= new.start < old.end
        settled = (bool(old.rule.status) and new.rule.action not in _CHANGES) or new.voice == "nominal"
        return inside or bool(settled and new.thing and old.begin <= new.thing.start < old.end)
    return (old.thing == new.thing and old.rule.action == new.rule.action) or (
        old.start == new.start and old.thing == new.thing
    )


def _all_findings(text: str, tokens: Sequence[Token], lexicon: Lexicon, around: Around) -> Iterator[Finding]:
    yield from _by_pattern(text, tokens, lexicon.patterns.for_text(text), lexicon, around)
    things = things_in(text, tokens, lexicon, around)
    used: dict[Thing | None, int] = {}
    told: set[Thing | None] = set()  # but for what a participle tells: "the suspension of the fees imposed in April"
    for index in _places_of(tokens, lexicon.verb_forms) if things else ():
        for finding in _by_verb(tokens, index, things, lexicon):
            # "suspend or remove", "reduce or cancel": two verbs on one thing are one act, told by the first.
            if finding.thing in used and is_joined(tokens, used[finding.thing], index):
                continue
            used[finding.thing] = index
            told |= {finding.thing} if finding.voice not in OF_THING else set()
            yield finding
    free = [thing for thing in things if thing not in told]
    for index, token in enumerate(tokens) if free else ():
        noun = _act_named_by(token.lower, lexicon)
        if noun:
            yield from _by_noun(noun, tokens, index, free, lexicon)
    yield from _by_pattern(text, tokens, lexicon.last_patterns.for_text(text), lexicon, around)


def _places_of(tokens: Sequence[Token], words: Container[str]) -> list[int]:
    return [index for index, token in enumerate(tokens) if token.lower in words]


def _by_pattern(
    text: str, tokens: Sequence[Token], rules: Sequence[Rule], lexicon: Lexicon, around: Around
) -> Iterator[Finding]:
    for rule in rules:
        pattern = rule.pattern if not rule.article or rule.article in around.words else None
        for found in pattern.finditer(text) if pattern else ():
            groups = found.groupdict()
            at = found.start(next((name for name in _TRIGGERS if groups.get(name)), 0) if groups else 0)
            index = token_at(tokens, at)
            tags = frozenset(tag for form in lexicon.verb_forms.get(tokens[index].lower, ()) for tag in form.tags)
            if not tags and index and tokens[index - 1].lower == "to":
                tags = frozenset({BASE})
            yield Finding(
                rule=rule,
                index=index,
                start=at,
                end=found.end(),
                begin=at if rule.apart else found.start(),
                voice="pattern",
                form=tags,
                groups=groups,
            )


def _by_verb(tokens: Sequence[Token], index: int, things: Sequence[Thing], lexicon: Lexicon) -> Iterator[Finding]:
    if any(thing.first <= index <= thing.last for thing in things) or _is_of_customs(tokens, index):
        return
    if _opens_day(tokens, index) or _is_cut_off(tokens, index):
        return
    for form in lexicon.verb_forms[tokens[index].lower]:
        after = after_particle(tokens, index, form, things)
        if after is None:
            continue
        found = list(_done_to(tokens, index, after, form, things, lexicon))
        if not found and PARTICIPLE in form.tags:
            # "the tariffs that it had put on wheat were lifted": the nearest thing that one lifts
            fitting = [thing for thing in things if (form.verb, thing.sort) in lexicon.verb_rules]
            found = list(_done_to(tokens, index, after, form, fitting, lexicon)) if len(fitting) < len(things) else []
            found = [(thing, voice) for thing, voice in found if voice in _OF_WHAT_STOOD and thing.first < index]
        for thing, voice in found:
            rule = lexicon.verb_rules[form.verb, thing.sort]
            yield _of_words(tokens, index, _announced(tokens, rule, thing, voice, lexicon), thing, voice, form)
        if found:
            return


def _done_to(
    tokens: Sequence[Token], index: int, after: int, form: VerbForm, things: Sequence[Thing], lexicon: Lexicon
) -> Iterator[tuple[Thing, str]]:
    for thing, voice in acted_upon(tokens, index, after, form, things, lexicon):
        if _does(lexicon.verb_rules.get((form.verb, thing.sort)), thing):
            yield thing, voice


def _is_of_customs(tokens: Sequence[Token], index: int) -> bool:
    """True in "withdrawn from warehouse for consumption", which is said of goods that enter a country."""
    return [token.lower for token in tokens[index : index + 3]] == ["withdrawn", "from", "warehouse"]


def _opens_day(tokens: Sequence[Token], index: int) -> bool:
    """True of "starting" in "starting 10 November, the US cut the tariff": from when, and no act."""
    if tokens[index].lower not in {"starting", "beginning"} or index + 1 >= len(tokens):
        return False
    after = tokens[index + 1].lower
    return after[0].isdigit() or after in _OF_DAYS or after[:3] in _MONTHS_AND_DAYS


def _is_cut_off(tokens: Sequence[Token], index: int) -> bool:
    """True in "nobody is being cut off": who gets nothing any more is no rate that falls."""
    return tokens[index].lower == "cut" and index + 1 < len(tokens) and tokens[index + 1].lower == "off"


def _does(rule: Rule | None, thing: Thing) -> bool:
    """True where a verb's rule is of the thing; what only points back may be changed or ended, and is no new act."""
    return rule is not None and (not thing.points or rule.action in _CHANGES)


def _of_words(
    tokens: Sequence[Token], index: int, rule: Rule, thing: Thing, voice: str, form: VerbForm | None = None
) -> Finding:
    return Finding(
        rule=rule,
        index=index,
        start=tokens[index].start,
        end=tokens[index].end,
        begin=tokens[index].start,
        voice=voice,
        form=form.tags if form else frozenset({"noun"}),
        thing=thing,
    )


def _announced(tokens: Sequence[Token], rule: Rule, thing: Thing, voice: str, lexicon: Lexicon) -> Rule:
    """The rule of the noun in "announced a tariff cut", "a halt to imports was announced": that is announced."""
    at = thing.first - 1
    before = _act_named_by(tokens[at - 1].lower, lexicon) if at > 0 and tokens[at].lower in _OF_NOUNS else ""
    if before and voice == "passive" and (before, thing.sort) in lexicon.noun_rules:
        return lexicon.noun_rules[before, thing.sort]
    after = tokens[thing.last + 1].lower if thing.last + 1 < len(tokens) else ""
    if rule.action != Action.IMPOSE or after.removesuffix("s") not in lexicon.words["act_nouns"]:
        return rule
    return lexicon.noun_rules.get((after.removesuffix("s"), thing.sort), rule)


def _act_named_by(word: str, lexicon: Lexicon) -> str:
    nouns = lexicon.words["act_nouns"]
    return word if word in nouns else singular if (singular := word.removesuffix("s")) in nouns else ""


def _by_noun(
    noun: str, tokens: Sequence[Token], index: int, things: Sequence[Thing], lexicon: Lexicon
) -> Iterator[Finding]:
    for thing in things:
        rule = lexicon.noun_rules.get((noun, thing.sort))
        if rule and _does(rule, thing) and named_by(tokens, index, thing, lexicon):
            doing = made_known(tokens, index, thing, lexicon)
            yield _of_words(tokens, index, rule, thing, "active" if doing else "nominal", doing)
            return
