"""Relative clauses that tell of a thing: with "that", with a pronoun, or with a bare name as their subject."""

from collections.abc import Sequence

from tradewatch.extraction.clauses import Token, is_border
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.things import Thing

LONGEST_RELATIVE = 9  # tokens between a thing and the verb of its relative clause
# What may stand beside the name that is a contact clause's subject: "the tariffs the US has first imposed".
_BESIDE_SUBJECT = frozenset({"the", "has", "had", "have", "first", "also", "already", "just", "then", "side", "itself"})
LONGEST_NAME = 4  # words


def antecedent(tokens: Sequence[Token], index: int, thing: Thing | None, lexicon: Lexicon) -> Thing | None:
    """`thing`, the last before the verb at `index`, where a relative clause tells of it; else None.

    "the increases that the President ordered", "the tariff it announced", "curbs the US has placed".
    """
    if thing is None or not 1 <= index - thing.last - 1 <= LONGEST_RELATIVE:
        return None
    after = thing.last + (2 if tokens[thing.last + 1].lower == "," else 1)
    opens = tokens[after].lower
    if opens in {"on", "against", "from", "for", "of", "to"}:  # "the tariff on US goods that it announced"
        after = _clause_ahead(tokens, after, index, lexicon)
        opens = tokens[after].lower
    if opens in {"that", "which"}:
        return thing if index - after > 1 else None
    named = _is_name_as_subject(tokens[after:index]) and tokens[after - 1].lower != ","
    return thing if named or opens in lexicon.words["pronouns"] else None


def _is_name_as_subject(words: Sequence[Token]) -> bool:
    """True of "the US has" and "Washington first": a name and nothing but auxiliaries and adverbs."""
    rest = [word for word in words if not (word.lower in _BESIDE_SUBJECT or word.lower.endswith("ly"))]
    return 1 <= len(rest) <= LONGEST_NAME and all(word.text[0].isupper() for word in rest)


def _clause_ahead(tokens: Sequence[Token], at: int, index: int, lexicon: Lexicon) -> int:
    """Where a relative clause right before the verb at `index` opens, else `at`."""
    for after in range(index - 1, at, -1):
        word = tokens[after].lower
        if is_border(tokens[after]) or word in lexicon.words["finite"] - {"has", "have", "had"}:
            return at
        if word in {"that", "which"} or word in lexicon.words["pronouns"]:
            return after
    return at
