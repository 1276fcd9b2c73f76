"""Words that look like a verb and are none there: "the threatened tariffs", "the increases of April", "US imports"."""

from collections.abc import Sequence

from tradewatch.extraction.clauses import Token
from tradewatch.extraction.closing import PREPOSITIONS
from tradewatch.extraction.forms import BASE, PARTICIPLE, PRESENT
from tradewatch.extraction.rulebook import Lexicon, VerbForm

_OF_USE = frozenset({"user", "users", "use", "uses"})
_BOUGHT = frozenset({"import", "purchase", "order"})


def is_adjective(tokens: Sequence[Token], index: int, form: VerbForm, lexicon: Lexicon) -> bool:
    """True in "the threatened tariffs", "its current and proposed controls", of the noun in "the order suspends"."""
    if not form.tags & {PARTICIPLE, BASE, PRESENT} or index == 0:
        return False
    before = tokens[index - 1].lower
    if PARTICIPLE not in form.tags:
        return is_noun(tokens, index, form, lexicon)
    if before == "that" and index > 1 and tokens[index - 2].lower in lexicon.words["papers"]:
        return False  # "an order that doubled tariffs"
    if before in lexicon.words["before_adjectives"] or before.endswith("'s"):
        return True
    return before in {"and", "or"} and index > 1 and tokens[index - 2].lower in lexicon.words["adjectives"]


def is_noun(tokens: Sequence[Token], index: int, form: VerbForm, lexicon: Lexicon) -> bool:
    """True of "increases" in "that is the increases of April", of "order" in "the order suspends"."""
    before = tokens[index - 1].lower if index else ""
    if tokens[index].lower in {"end", "end-"} and index + 1 < len(tokens) and tokens[index + 1].lower in _OF_USE:
        return True  # "end user lists"
    if (
        before in {"tariff", "duty", "levy", "fee"}
        and tokens[index].lower.removesuffix("s") in lexicon.words["act_nouns"]
    ):
        return PRESENT in form.tags or BASE in form.tags  # "Trump's tariff hikes"
    alone = bool(form.tags & {BASE, PRESENT}) and PARTICIPLE not in form.tags
    if alone and form.verb in _BOUGHT and _is_of_a_country(tokens, index):
        return True
    if before == "that" and BASE not in form.tags:
        return False  # "a rule that expands the controls"
    return alone and (
        before in lexicon.words["before_nouns"]
        or before in PREPOSITIONS
        or before.endswith("'s")
        or "-" in before[1:-1]
    )


def _is_of_a_country(tokens: Sequence[Token], index: int) -> bool:
    """True of "imports" in "duties on US imports", "Chinese purchases": an adjective, and not who buys."""
    before = tokens[index - 1].lower.rstrip(".") if index else ""
    return before in {"american", "chinese"} or (
        before in {"us", "u.s"} and index > 1 and tokens[index - 2].lower != "the"
    )
