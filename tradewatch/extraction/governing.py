"""What a verb or a noun of action acts upon: the thing after it, before it in the passive, or after "of".

"China raised its tariffs" (active), "tariffs were raised" (passive), "tariffs raised in April" (reduced), "the
suspension of tariffs" and "tariff hike" (nominal).
"""

from collections.abc import Iterator, Sequence

from tradewatch.extraction.asides import past_aside, past_time
from tradewatch.extraction.clauses import Token, is_border
from tradewatch.extraction.closing import ARTICLES, COORDINATE, OPENS_CLAUSE, closes
from tradewatch.extraction.coordinated import subject_shared
from tradewatch.extraction.forms import BASE, ING, PARTICIPLE
from tradewatch.extraction.relatives import antecedent
from tradewatch.extraction.rulebook import Lexicon, VerbForm
from tradewatch.extraction.things import Thing, joined
from tradewatch.extraction.verbs_or_nouns import is_adjective, is_noun

LONGEST_ASIDE = 40  # tokens of a verb's sentence in which an aside before it is looked for
REACH = 18  # tokens between a verb and the thing it acts upon, at most
# "goods spared the duty", "reverse course or pay a duty": what follows is of another verb
_DASHES = frozenset({"—", "–"})
_OF_DAY = frozenset({"on", "in", "last", "late", "earlier", "early", "this", "yesterday", "today", "by"})
_QUOTES = frozenset({'"', "'"})
_MARKS = _DASHES | {","}
_NAMES_SOME = frozenset({"including", "among", "notably"})
_WERE = frozenset({"is", "are", "was", "were"})
_AUXILIARIES = frozenset(
    {"has", "have", "had", "will", "would", "could", "may", "might", "should", "then", "also", "since"}
)
_PASSED_OVER = _AUXILIARIES | _QUOTES  # will “come down substantially”
PLURAL = frozenset({"tariffs", "duties", "levies", "controls", "fees", "purchases"})


def after_particle(tokens: Sequence[Token], index: int, form: VerbForm, things: Sequence[Thing] = ()) -> int | None:
    """The index from which the thing is looked for; None where the verb's particle does not follow."""
    if not form.particle:
        return index + 1
    for at in range(index + 1, min(index + 9, len(tokens))):
        if is_border(tokens[at]):
            return None
        if tuple(token.lower for token in tokens[at : at + len(form.particle)]) == form.particle:
            if form.particle == ("to",) and tokens[at - 1].lower in {"%", "percent"}:
                lower = {token.lower for token in tokens[index:at]}
                return index + 1 if "from" in lower else None  # "dropped the extra 10% to 15%"
            # "roll tariffs back" but "gathered in Rome for talks", "hit China with tariffs".
            within = any(index < thing.first < at for thing in things)
            return index + 1 if within else at + len(form.particle)
    return None


def acted_upon(
    tokens: Sequence[Token], index: int, after: int, form: VerbForm, things: Sequence[Thing], lexicon: Lexicon
) -> Iterator[tuple[Thing, str]]:
    """The things that the verb at `index` acts upon, each with the voice in which it does."""
    voice = _voice_before(tokens, index, form, things, lexicon)
    if voice == "passive" and "with" in form.particle:  # "China was hit with new duties"
        thing = _nearest_right(tokens, index, after, form, things, lexicon)
        yield from ((thing, voice),) if thing else ()
        return
    if voice:
        subject = _nearest_left(tokens, index, things)
        if subject is not None:
            yield subject, voice
            yield from ((other, voice) for other in joined(tokens, subject, things, lexicon, step=-1))
            return
        if voice == "passive":
            return
    if PARTICIPLE in form.tags and index + 1 < len(tokens) and tokens[index + 1].lower in _WERE:
        thing = _nearest_right(tokens, index, index + 2, form, things, lexicon)  # "Also paused were the duties"
        yield from ((thing, "passive"),) if thing else ()
        return
    yield from _active_or_relative(tokens, index, after, form, things, lexicon)


def _active_or_relative(
    tokens: Sequence[Token], index: int, after: int, form: VerbForm, things: Sequence[Thing], lexicon: Lexicon
) -> Iterator[tuple[Thing, str]]:
    thing = _object_of(tokens, index, after, form, things, lexicon)
    if thing is not None:
        yield thing, "active"
        yield from ((other, "active") for other in joined(tokens, thing, things, lexicon, step=1))
    if thing is None or (form.verb, thing.sort) not in lexicon.verb_rules:
        # "the duty that China has levied on American coal": on what it falls is not what is levied.
        yield from _from_before(tokens, index, form, things, lexicon)


def _from_before(
    tokens: Sequence[Token], index: int, form: VerbForm, things: Sequence[Thing], lexicon: Lexicon
) -> Iterator[tuple[Thing, str]]:
    """The thing of a verb before it, or that of the clause in which its thing is told."""
    shared = subject_shared(tokens, index, form, things, lexicon)
    if shared is not None:
        yield shared, "passive"
        return
    thing = (
        None
        if is_noun(tokens, index, form, lexicon) or tokens[max(0, index - 1)].lower == "as"  # "duties as applied to"
        else antecedent(tokens, index, _nearest_left(tokens, index, things), lexicon)
    )
    if thing is not None and ING not in form.tags:
        yield thing, "relative"


def _object_of(
    tokens: Sequence[Token], index: int, after: int, form: VerbForm, things: Sequence[Thing], lexicon: Lexicon
) -> Thing | None:
    """The thing after an active verb; None where the word is no verb of its own there."""
    if (
        is_adjective(tokens, index, form, lexicon)
        or _is_auxiliary(tokens, index, form)
        or _promises_a_verb(tokens, after, form, lexicon)
        or _stands_apart(tokens, index, form)
    ):
        return None
    return _nearest_right(tokens, index, after, form, things, lexicon)


def _is_auxiliary(tokens: Sequence[Token], index: int, form: VerbForm) -> bool:
    """True of "have" in "it must have been a tough negotiation", "they had prepared the summit"."""
    follows, beyond = [token.lower for token in (*tokens[index + 1 : index + 3], *tokens[-1:], *tokens[-1:])][:2]
    return form.verb == "have" and (follows in {"been", "not", "yet"} or (follows[-2:] == "ed" and beyond in ARTICLES))


def _stands_apart(tokens: Sequence[Token], index: int, form: VerbForm) -> bool:
    """True of the participle in "the order, signed on 11 August, extends the truce"."""
    if PARTICIPLE not in form.tags or not index or tokens[index - 1].lower != "," or index + 1 >= len(tokens):
        return False
    closes = any(token.lower == "," for token in tokens[index + 2 : index + 9])
    return closes and tokens[index + 1].lower in _OF_DAY


def is_joined(tokens: Sequence[Token], first: int, second: int) -> bool:
    """True where only "and", "or" and adverbs stand between two verbs."""
    words = [token.lower for token in tokens[first + 1 : second]]
    plain = all(word in COORDINATE or word.endswith("ly") for word in words)
    return len(words) <= 3 and plain and bool(COORDINATE & set(words))


def _promises_a_verb(tokens: Sequence[Token], after: int, form: VerbForm, lexicon: Lexicon) -> bool:
    """True in "agreed to extend the truce": what is agreed to is the verb."""
    at = after if form.particle == ("to",) else after + 1
    follows = tokens[at].lower if at < len(tokens) and tokens[at - 1].lower == "to" else ""
    return any(BASE in one.tags and not one.particle for one in lexicon.verb_forms.get(follows, ()))


def _voice_before(
    tokens: Sequence[Token], index: int, form: VerbForm, things: Sequence[Thing], lexicon: Lexicon
) -> str:
    """ "passive" or "reduced" where the thing stands before the verb, else ""."""
    if form.verb in lexicon.words["of_itself"] and _does_it_itself(tokens, index, things, lexicon):
        return "passive"
    if PARTICIPLE not in form.tags:
        return ""
    for at in range(index - 1, max(index - 5, -1), -1):
        word = tokens[at].lower
        if word in lexicon.words["be"]:
            return "passive"
        if not (word in lexicon.words["between_be"] or word.endswith("ly")):
            break
    return "reduced" if _is_reduced(tokens, index, things, lexicon) else ""


def _does_it_itself(tokens: Sequence[Token], index: int, things: Sequence[Thing], lexicon: Lexicon) -> bool:
    """True in "purchases have resumed" and "duties doubled to 20%": the thing is what somebody resumes or doubles."""
    before = index - 1
    while before >= 0 and (tokens[before].lower in _PASSED_OVER or tokens[before].lower.endswith("ly")):
        before -= 1
    follows = tokens[index + 1].lower if index + 1 < len(tokens) else "."
    ends = follows in lexicon.words["after_participle"] or follows.endswith("ly") or follows == "again"
    return ends and any(thing.last == before for thing in things)


def _is_reduced(tokens: Sequence[Token], index: int, things: Sequence[Thing], lexicon: Lexicon) -> bool:
    """True in "the tariffs announced in April" and "duties, first imposed in 2018,"."""
    before = index - 1
    while before >= 0 and (tokens[before].lower in lexicon.words["firstly"] or tokens[before].lower.endswith("ly")):
        before -= 1
    if tokens[index].lower in lexicon.words["act_nouns"] and before == index - 1 and tokens[before].lower not in PLURAL:
        return False  # "a tariff cut,"
    ends = {before}
    if tokens[before].lower in _QUOTES and before:  # “fentanyl duties,” imposed in February
        ends.add(before - (2 if tokens[before - 1].lower == "," else 1))
    follows = tokens[index + 1].lower if index + 1 < len(tokens) else "."
    if (
        follows == "a"
        and index + 2 < len(tokens)
        and tokens[index + 2].lower in {"day", "week", "month", "year", "few"}
    ):
        follows = "earlier"
    return follows in lexicon.words["after_participle"] and any(thing.last in ends for thing in things)


def _nearest_left(tokens: Sequence[Token], index: int, things: Sequence[Thing]) -> Thing | None:
    first, last = _aside(tokens, index)
    for thing in reversed(things):
        if thing.last >= index or first < thing.first < last:
            continue
        gap = tokens[thing.last + 1 : index]
        if thing.last < first:
            gap = [*tokens[thing.last + 1 : first], *tokens[last + 1 : index]]
        if len(gap) > REACH or any(is_border(token) or token.lower in OPENS_CLAUSE for token in gap):
            return None
        return thing
    return None


def _aside(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    """Where the marks stand around an aside before a verb: "the rules - put in place in May - have been" dropped.

    So too in "the duties, among them those on wheat, corn and cotton, will be" dropped.
    """
    marks = [at for at in range(max(0, index - LONGEST_ASIDE), index) if tokens[at].lower in _MARKS]
    dashes = [at for at in marks if tokens[at].lower in _DASHES]
    if len(dashes) > 1:
        return dashes[-2], dashes[-1]
    named = next((at for at in marks if tokens[at + 1].lower in _NAMES_SOME), index)
    return (named, marks[-1]) if named < (marks[-1] if marks else index) else (index, index)


def _nearest_right(
    tokens: Sequence[Token], index: int, after: int, form: VerbForm, things: Sequence[Thing], lexicon: Lexicon
) -> Thing | None:
    begins = {thing.first: thing for thing in things}
    at = past_aside(tokens, after)
    while at < min(len(tokens), index + REACH):
        if at in begins:
            return begins[at]
        beyond = past_time(tokens, at, lexicon)
        if beyond == at and closes(tokens, at, index, form, lexicon):
            return None
        at = max(beyond, at + 1)
    return None
