"""Where a sentence reports an act: verbs and nouns of the lexicon with the things that they act upon.

"China raised its tariffs" (active), "tariffs were raised" and "tariffs raised in April" (passive), "the suspension of
tariffs" and "tariff hike" (nominal), and patterns that stand for themselves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tradewatch.extraction.clauses import Token, is_border, token_at
from tradewatch.extraction.forms import PARTICIPLE
from tradewatch.extraction.rulebook import Lexicon, Rule, VerbForm

REACH = 18  # tokens between a verb and the thing it acts upon, at most
_BE = frozenset(["be", "been", "being", "is", "are", "was", "were", "get", "got", "gets", "getting", "'s"])
_BETWEEN_BE = frozenset(
    [
        "also",
        "already",
        "now",
        "not",
        "then",
        "just",
        "still",
        "never",
        "since",
        "all",
        "both",
        "to",
        "yet",
        "again",
        "soon",
        "only",
    ]
)
_STOPS = frozenset(
    [
        "about",
        "over",
        "from",
        "by",
        "with",
        "against",
        "for",
        "in",
        "at",
        "than",
        "under",
        "into",
        "amid",
        "despite",
        "through",
        "until",
        "that",
        "who",
        "which",
    ]
)
_COORDINATE = frozenset({"and", "or", "/", ",", "and/or"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing that may be acted upon: its class, its place in the sentence and its first and last tokens."""

    sort: str
    side: str
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule that fired: the trigger's token, its form, and the thing acted upon (None for most patterns)."""

    rule: Rule
    index: int
    start: int
    end: int
    voice: str  # active, passive, nominal, pattern
    form: frozenset[str]
    thing: Thing | None = None


def things_in(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[Thing]:
    """The things of the lexicon's classes in a plain sentence, in order, none overlapping another."""
    taken: list[Thing] = []
    for sort in lexicon.objects:
        for found in sort.pattern.finditer(text):
            if found.end() > found.start() and not any(t.start < found.end() and found.start() < t.end for t in taken):
                first, last = token_at(tokens, found.start()), token_at(tokens, found.end() - 1)
                taken.append(
                    Thing(sort=sort.id, side=sort.side, start=found.start(), end=found.end(), first=first, last=last)
                )
    return sorted(taken, key=lambda thing: thing.start)


def findings_in(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[Finding]:
    """What the rules find in a plain sentence, in the order of the triggers, each trigger and kind once."""
    things = things_in(text, tokens, lexicon)
    found: dict[tuple[int, str, str], Finding] = {}
    spoken: set[tuple[str, str, int]] = set()
    for finding in _all_findings(text, tokens, things, lexicon):
        if finding.rule.unless and finding.rule.unless.search(text):
            continue
        thing = finding.thing
        same = (finding.rule.kind, finding.rule.action, thing.start if thing else -finding.index - 1)
        key = (finding.index, finding.rule.kind, thing.sort if thing else "")
        if same not in spoken and not _stands_at(found, finding):
            spoken.add(same)
            found.setdefault(key, finding)
    return sorted(found.values(), key=lambda finding: finding.start)


def _stands_at(found: dict[tuple[int, str, str], Finding], new: Finding) -> bool:
    """True where a pattern of the same kind has read the same words already."""
    return any(
        old.voice == "pattern" and old.rule.kind == new.rule.kind and old.start <= new.start < old.end
        for old in found.values()
    )


def _all_findings(text: str, tokens: Sequence[Token], things: Sequence[Thing], lexicon: Lexicon) -> Iterator[Finding]:
    yield from _by_pattern(text, tokens, lexicon)
    if not things:
        return
    used = set()
    for index in range(len(tokens)):
        for finding in _by_verb(tokens, index, things, lexicon):
            used.add(finding.thing)
            yield finding
    free = [thing for thing in things if thing not in used]
    for index, token in enumerate(tokens):
        yield from _by_noun(tokens, index, token.lower, free, lexicon)


def _by_pattern(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Finding]:
    for rule in lexicon.rules:
        for found in rule.pattern.finditer(text) if rule.pattern else ():
            named = "t" in rule.pattern.groupindex and found.start("t") >= 0 if rule.pattern else False
            at = found.start("t") if named else found.start()
            index = token_at(tokens, at)
            tags = frozenset(tag for form in lexicon.verb_forms.get(tokens[index].lower, ()) for tag in form.tags)
            yield Finding(rule=rule, index=index, start=at, end=found.end(), voice="pattern", form=tags)


def _by_verb(tokens: Sequence[Token], index: int, things: Sequence[Thing], lexicon: Lexicon) -> Iterator[Finding]:
    for form in lexicon.verb_forms.get(tokens[index].lower, ()):
        if any(thing.first <= index <= thing.last for thing in things):
            return
        after = _after_particle(tokens, index, form)
        if after is None:
            continue
        rules = [
            (thing, voice)
            for thing, voice in _acted_upon(tokens, index, after, form, things, lexicon)
            if (form.verb, thing.sort) in lexicon.verb_rules
        ]
        for thing, voice in rules:
            yield Finding(
                rule=lexicon.verb_rules[form.verb, thing.sort],
                index=index,
                start=tokens[index].start,
                end=tokens[index].end,
                voice=voice,
                form=form.tags,
                thing=thing,
            )
        if rules:
            return


def _after_particle(tokens: Sequence[Token], index: int, form: VerbForm) -> int | None:
    """The index from which the thing is looked for; None where the verb's particle does not follow."""
    if not form.particle:
        return index + 1
    for at in range(index + 1, min(index + 9, len(tokens))):
        if is_border(tokens[at]):
            return None
        if tuple(token.lower for token in tokens[at : at + len(form.particle)]) == form.particle:
            return index + 1 if form.particle[0] != "with" else at + 1
    return None


def _acted_upon(
    tokens: Sequence[Token], index: int, after: int, form: VerbForm, things: Sequence[Thing], lexicon: Lexicon
) -> Iterator[tuple[Thing, str]]:
    if PARTICIPLE in form.tags and (_is_passive(tokens, index) or _is_reduced(tokens, index, things)):
        subject = _nearest_left(tokens, index, things)
        if subject is not None:
            yield subject, "passive"
            yield from ((other, "passive") for other in _joined(tokens, subject, things, step=-1))
            return
        if _is_passive(tokens, index):
            return
    thing = _nearest_right(tokens, index, after, form, things, lexicon)
    if thing is not None:
        yield thing, "active"
        yield from ((other, "active") for other in _joined(tokens, thing, things, step=1))


def _is_passive(tokens: Sequence[Token], index: int) -> bool:
    for at in range(index - 1, max(index - 5, -1), -1):
        word = tokens[at].lower
        if word in _BE:
            return True
        if not (word in _BETWEEN_BE or word.endswith("ly")):
            return False
    return False


def _is_reduced(tokens: Sequence[Token], index: int, things: Sequence[Thing]) -> bool:
    """True in "the tariffs announced in April" and "duties, first imposed in 2018,"."""
    before = index - 1
    while before >= 0 and (
        tokens[before].lower in {",", "first", "already", "both", "then"} or tokens[before].lower.endswith("ly")
    ):
        before -= 1
    follows = tokens[index + 1].lower if index + 1 < len(tokens) else "."
    open_end = follows in {
        "in",
        "on",
        "by",
        "from",
        "under",
        "last",
        "this",
        "earlier",
        "since",
        "against",
        "at",
        "for",
        "during",
        "to",
        "after",
        "as",
        ",",
        ".",
        "pursuant",
        "until",
        "upon",
        "over",
    }
    weekday = follows.endswith("day") or follows[:3] in {
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    }
    return (open_end or weekday) and any(thing.last == before for thing in things)


def _nearest_left(tokens: Sequence[Token], index: int, things: Sequence[Thing]) -> Thing | None:
    for thing in reversed(things):
        if thing.last >= index:
            continue
        gap = tokens[thing.last + 1 : index]
        if len(gap) > REACH or any(is_border(token) for token in gap):
            return None
        return thing
    return None


def _nearest_right(
    tokens: Sequence[Token], index: int, after: int, form: VerbForm, things: Sequence[Thing], lexicon: Lexicon
) -> Thing | None:
    at = _past_aside(tokens, after)
    begins = {thing.first: thing for thing in things}
    while at < min(len(tokens), index + REACH):
        if at in begins:
            return begins[at]
        if _closes(tokens, at, form, lexicon):
            return None
        at += 1
    return None


def _past_aside(tokens: Sequence[Token], after: int) -> int:
    """Past a remark between commas: "impose, consistent with law, tariffs"."""
    if after < len(tokens) and tokens[after].lower == ",":
        for at in range(after + 1, min(after + 9, len(tokens))):
            if tokens[at].lower == ",":
                return at + 1
    return after


def _closes(tokens: Sequence[Token], at: int, form: VerbForm, lexicon: Lexicon) -> bool:
    """True where what follows can no longer be what the verb acts upon."""
    token, word = tokens[at], tokens[at].lower
    if is_border(token) or word == "." or (word in _STOPS and word not in form.particle):
        return True
    if word in {"on", "upon"}:
        return form.verb not in lexicon.words["takes_on"] and word not in form.particle
    if word == "of":
        return tokens[at - 1].lower not in lexicon.words["of_bridges"]
    if word == "to":
        return not (at + 1 < len(tokens) and tokens[at + 1].text[0].isdigit())
    if word in lexicon.words["finite"]:
        return True
    coordinated = at and tokens[at - 1].lower in _COORDINATE
    return word in lexicon.verb_forms and not coordinated and _is_finite_verb(tokens, at, lexicon)


def _is_finite_verb(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """A past or present form that opens a predicate of its own; "planned", "proposed" before a noun do not."""
    tags = {tag for form in lexicon.verb_forms[tokens[at].lower] for tag in form.tags}
    return "present" in tags and "base" not in tags


def _joined(tokens: Sequence[Token], thing: Thing, things: Sequence[Thing], *, step: int) -> Iterator[Thing]:
    """Things of another sort that "and", "or" or a comma joins to `thing`, on the side away from the verb."""
    for other in things:
        first, second = (thing, other) if step > 0 else (other, thing)
        gap = tokens[first.last + 1 : second.first]
        if other.sort == thing.sort or second.first <= first.last or not 1 <= len(gap) <= 8:
            continue
        words = [token.lower for token in gap]
        if {"and", "or", "as"} & set(words) and not set(words) & _STOPS and not any(map(is_border, gap)):
            yield other


def _by_noun(
    tokens: Sequence[Token], index: int, word: str, things: Sequence[Thing], lexicon: Lexicon
) -> Iterator[Finding]:
    noun = word if word in lexicon.words["act_nouns"] else word.removesuffix("s")
    if noun not in lexicon.words["act_nouns"]:
        return
    for thing in things:
        rule = lexicon.noun_rules.get((noun, thing.sort))
        within = thing.first <= index <= thing.last
        if rule and (within or _is_of(tokens, index, thing, lexicon) or _is_compound(tokens, index, thing)):
            yield Finding(
                rule=rule,
                index=index,
                start=tokens[index].start,
                end=tokens[index].end,
                voice="nominal",
                form=frozenset({"noun"}),
                thing=thing,
            )
            return


def _is_of(tokens: Sequence[Token], index: int, thing: Thing, lexicon: Lexicon) -> bool:
    """ "the suspension of its tariffs", "an increase in tariffs", "a pause on port fees"."""
    gap = [token.lower for token in tokens[index + 1 : thing.first]]
    if not gap or len(gap) > 10 or gap[0] not in {"of", "in", "on", "to", "for"}:
        return False
    return not any(
        word in _STOPS or word in {";", ".", ":", "(", ")"} or word in lexicon.words["finite"] for word in gap[1:]
    )


def _is_compound(tokens: Sequence[Token], index: int, thing: Thing) -> bool:
    """ "tariff hike", "port fee suspension": the thing stands right before the noun, and no verb uses it."""
    if thing.last != index - 1 and not (thing.last == index - 2 and tokens[index - 1].lower == "rate"):
        return False
    return tokens[thing.last].lower not in {"tariffs", "duties", "levies", "controls", "fees", "purchases"}
