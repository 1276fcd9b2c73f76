"""Acts that a noun names: "an increase in tariffs", "port fee suspension", "announced a suspension of fees"."""

from collections.abc import Sequence

from tradewatch.extraction.asides import past_aside
from tradewatch.extraction.clauses import Token, is_border
from tradewatch.extraction.forms import PARTICIPLE
from tradewatch.extraction.governing import PLURAL
from tradewatch.extraction.rulebook import Lexicon, VerbForm
from tradewatch.extraction.things import Thing
from tradewatch.extraction.verbs_or_nouns import is_adjective


def named_by(tokens: Sequence[Token], index: int, thing: Thing, lexicon: Lexicon) -> bool:
    """True where the noun at `index` names an act upon `thing`: "an increase in tariffs", "tariff hike"."""
    if thing.first <= index <= thing.last:
        return index < thing.last and tokens[index + 1].lower in {"of", "on", "in", "to"}
    return _is_of(tokens, index, thing, lexicon) or _is_compound(tokens, index, thing)


def made_known(tokens: Sequence[Token], index: int, thing: Thing, lexicon: Lexicon) -> VerbForm | None:
    """The verb by which the act that a noun names is done: "announced a suspension of fees", "the cut was signed"."""
    for at in range(index - 1, max(index - 8, -1), -1):
        word = tokens[at].lower
        if is_border(tokens[at]) or word in lexicon.words["stops"] or word == ",":
            break
        form = _announcing(tokens, at, lexicon)
        if form and not is_adjective(tokens, at, form, lexicon):
            return form
    for at in range(max(index, thing.last) + 1, min(max(index, thing.last) + 12, len(tokens))):
        if is_border(tokens[at]) or tokens[at].lower in {",", "which", "that"}:
            break
        form = _announcing(tokens, at, lexicon)
        if form and PARTICIPLE in form.tags and tokens[at - 1].lower in lexicon.words["be"]:
            return form
    return None


def _announcing(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> VerbForm | None:
    forms = lexicon.verb_forms.get(tokens[at].lower, ())
    return next((form for form in forms if form.verb in lexicon.words["announcing"]), None)


def _is_of(tokens: Sequence[Token], index: int, thing: Thing, lexicon: Lexicon) -> bool:
    gap = [token.lower for token in tokens[past_aside(tokens, index + 1) : thing.first]]
    if not gap or len(gap) > 10 or gap[0] not in {"of", "in", "on", "to", "for"}:
        return False
    shut = {";", ".", ":", "(", ")"} | lexicon.words["stops"] | lexicon.words["finite"]
    return not shut & set(gap[1:])


def _is_compound(tokens: Sequence[Token], index: int, thing: Thing) -> bool:
    """ "port fee suspension": the thing stands right before the noun, and no verb uses it."""
    adjacent = thing.last == index - 1 or (thing.last == index - 2 and tokens[index - 1].lower == "rate")
    return adjacent and tokens[thing.last].lower not in PLURAL
