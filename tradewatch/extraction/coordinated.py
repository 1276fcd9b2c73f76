"""A second passive verb on one thing: "the duty was ordered in February and [doubled] in March by another order"."""

from collections.abc import Sequence

from tradewatch.extraction.clauses import Token, is_border
from tradewatch.extraction.forms import PARTICIPLE
from tradewatch.extraction.rulebook import Lexicon, VerbForm
from tradewatch.extraction.things import Thing

LEAST = 4  # tokens before the second: a thing, "was", the first verb, "and"
LONGEST = 16  # tokens between the two verbs
_AND = frozenset({"and", "then", "but", ","})
_ANOTHER_SUBJECT = frozenset({"which", "who", "that", "when", "after", "before", "while", "it", "they", "he", "she"})


def subject_shared(
    tokens: Sequence[Token], index: int, form: VerbForm, things: Sequence[Thing], lexicon: Lexicon
) -> Thing | None:
    """The thing that a passive verb before the participle at `index` is said of, where "and" joins the two."""
    if PARTICIPLE not in form.tags or index < LEAST or tokens[index - 1].lower not in _AND:
        return None
    if _is_participle(tokens[index - 2].lower, lexicon):
        return None  # "is hereby terminated, suspended or superseded": words for one act
    for at in range(index - 1, max(0, index - LONGEST), -1):
        word = tokens[at].lower
        if is_border(tokens[at]) or word in _ANOTHER_SUBJECT or any(one.first <= at <= one.last for one in things):
            return None
        if word in lexicon.words["be"]:
            return _before(tokens, at, things) if _is_passive(tokens, at, lexicon) else None
    return None


def _is_passive(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """True where a participle follows "was", with no more than an adverb between."""
    return any(_is_participle(token.lower, lexicon) for token in tokens[at + 1 : at + 3])


def _is_participle(word: str, lexicon: Lexicon) -> bool:
    return any(PARTICIPLE in form.tags for form in lexicon.verb_forms.get(word, ()))


def _before(tokens: Sequence[Token], at: int, things: Sequence[Thing]) -> Thing | None:
    thing = next((one for one in reversed(things) if one.last < at), None)
    if thing is None or at - thing.last > LONGEST or any(is_border(token) for token in tokens[thing.last + 1 : at]):
        return None
    return thing
