"""Where what follows a verb can no longer be what it acts upon: "imposed after talks", "freezes likewise, frees …"."""

from collections.abc import Sequence

from tradewatch.extraction.asides import is_amount
from tradewatch.extraction.clauses import Token, is_border
from tradewatch.extraction.forms import BASE, ING, PRESENT
from tradewatch.extraction.rulebook import Lexicon, VerbForm

_AS_TOLD = frozenset({"likewise", "too", "again", "similarly", "accordingly"})  # "China freezes likewise, frees …"
PREPOSITIONS = frozenset({"on", "against", "in", "of", "under", "into", "by", "with", "for"})  # "in place", "by order"
OPENS_CLAUSE = frozenset({"after", "before", "when", "because", "if", "where"})
_FREED = frozenset({"spared", "exempt", "exempted", "excluded", "freed", "excused", "course"})
COORDINATE = frozenset({"and", "or", "/", ",", "and/or"})
ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "these", "those", "this"})


def closes(tokens: Sequence[Token], at: int, index: int, form: VerbForm, lexicon: Lexicon) -> bool:
    """True where what follows can no longer be what the verb acts upon."""
    token, word = tokens[at], tokens[at].lower
    follows = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if is_border(token) or word == "." or word in lexicon.words["finite"] or word in OPENS_CLAUSE or word in _FREED:
        return True
    if word == "," and tokens[at - 1].lower in _AS_TOLD and follows not in PREPOSITIONS:
        return True
    if word in lexicon.words["stops"]:
        of_rise = word == "in" and tokens[at - 1].lower.removesuffix("s") in {"increase", "rise", "hike"}
        return word not in form.particle and not of_rise and not is_amount(tokens, at)
    closing = {
        "as": tokens[at - 1].lower != "well" and follows not in {"much", "many", "high", "low", "well"},
        "on": form.verb not in lexicon.words["takes_on"] and word not in form.particle,
        "upon": form.verb not in lexicon.words["takes_on"] and word not in form.particle,
        "of": tokens[at - 1].lower not in lexicon.words["of_bridges"] and not tokens[at - 1].lower.isdigit(),
        "to": not follows[:1].isdigit(),
    }
    if word in closing:
        return closing[word]
    # "stop taking deliveries", "begin imposing fees": the second verb is part of the first.
    return at > index + 1 and _opens_another_act(tokens, at, lexicon)


def _opens_another_act(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """True at "suspending" in "published a rule suspending the fees", and at "pause" in "announced a pause on fees"."""
    word = tokens[at].lower
    follows = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    raises = word.removesuffix("s") in {"rise", "increase", "hike", "implementation", "imposition", "introduction"}
    if word in lexicon.words["act_nouns"] and not raises and follows in {"of", "in", "on", "to"}:
        return True
    if tokens[at - 1].lower in COORDINATE or tokens[at - 1].lower in ARTICLES:
        return False  # "the sweeping controls"
    tags = {tag for form in lexicon.verb_forms.get(word, ()) for tag in form.tags}
    return ING in tags or (PRESENT in tags and BASE not in tags)
