"""Where a sentence names who says something: the noun phrase before a verb of saying, or after it."""

from collections.abc import Iterator, Sequence

from tradewatch.extraction.clauses import Token, token_at
from tradewatch.extraction.rulebook import Lexicon

LONGEST_NAME = 16  # tokens of the noun phrase before or after a verb of saying
_MARKS = frozenset(',;:—()"-')
_IF = frozenset({"should", "if", "were", "unless", "whether"})  # nothing is said, only supposed
_TITLES = frozenset({"rep", "reps", "sen", "sens", "mr", "ms", "mrs", "dr", "gov", "gen", "prof", "amb"})
_NAMED = frozenset({"what"})  # "what the president calls", "after what they said"


def names_in(
    tokens: Sequence[Token], index: int, after: int, floor: int, lexicon: Lexicon
) -> tuple[tuple[tuple[int, int], ...], bool]:
    """The stretches that may name the speaker, and whether the subject is that of the verb before."""
    verb = tokens[index].lower
    if verb == "according":
        return tuple(after_verb(tokens, after + 1, lexicon)), False  # "according to …"
    inverted = _is_inverted(tokens, index, floor, lexicon)
    names = tuple(after_verb(tokens, after, lexicon)) if inverted else ()
    if names and verb not in ("said", "says") and tokens[index - 1].lower == ",":
        return (*names[:1], *_before(tokens, index, floor, lexicon)), False
    if names and not _is_subject_of_more(tokens, names[0][1], lexicon):
        return names, False
    quoted = index > 1 and tokens[index - 1].lower == "as"  # "was quoted as saying"
    if verb in lexicon.words["said_nouns"] or quoted:
        return tuple(_ending(tokens, index - 1 - quoted, floor, lexicon)), False
    if verb.endswith("ing") and tokens[max(0, index - 1)].lower not in lexicon.words["be"]:
        return _with_a_speaker(tokens, index, floor, lexicon), True
    before = tuple(_before(tokens, index, floor, lexicon))
    return before, not before and index > 0 and _previous(tokens, index, lexicon) in ("and", "but", "yet", "then", ",")


def _with_a_speaker(tokens: Sequence[Token], index: int, floor: int, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """The name between "with" and "saying": "…, with its spokesperson Li Na saying that …"."""
    if tokens[index - 1].lower in lexicon.words["papers"]:
        return ()  # "…, with a statement calling …": the speaker is who made the statement
    for first in range(index - 1, max(floor, index - LONGEST_NAME), -1):
        if tokens[first].lower == "with":
            return ((tokens[first + 1].start, tokens[index - 1].end),) if first + 1 < index else ()
        if tokens[first].lower in _MARKS | lexicon.words["clause_borders"]:
            break
    return ()


def _is_subject_of_more(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> bool:
    """True where what follows "said" is said and no speaker: "…, said the move was wrong"."""
    following = token_at(tokens, end)
    if tokens[following].lower == '"':
        return True  # "Li Na, the envoy, said the two sides "found common ground"."
    return tokens[following].start >= end and tokens[following].lower in lexicon.words["finite"]


def _without_brackets(tokens: Sequence[Token], last: int, floor: int) -> int:
    """The token before a remark in brackets that ends at `last`: "the World Shipping Council (WSC) said"."""
    if last <= floor or tokens[last].lower != ")":
        return last
    opened = next((i for i in range(last - 1, max(floor, last - 8), -1) if tokens[i].lower == "("), last + 1)
    return opened - 1


def _previous(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> str:
    at = _without_adverbs(tokens, index - 1, 0, lexicon)
    return tokens[at].lower if at >= 0 else ""


def _is_inverted(tokens: Sequence[Token], index: int, floor: int, lexicon: Lexicon) -> bool:
    """True where a verb of saying follows the words said: "…," said Li; "…, said a trader"; "…," warned Li."""
    if index <= floor or tokens[index - 1].lower not in _MARKS | {"as"}:
        return False
    if tokens[index].lower in ("said", "says"):
        return True
    after = tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
    can_be = tokens[index - 1].lower == '"' or tokens[index].lower in lexicon.words["inverting"]
    return can_be and (after.text[:1].isupper() or after.lower in ("the", "a"))


def after_verb(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The noun phrase that begins at a token, and the apposition after it."""
    first = index
    for _ in range(2):
        last = first
        while last < min(len(tokens), first + LONGEST_NAME) and not _ends_name(tokens, last, lexicon):
            last += 1
        if last > first:
            yield tokens[first].start, tokens[last - 1].end
        if last >= len(tokens) or tokens[last].lower != ",":
            return
        first = last + 1
        if (
            first + 1 < len(tokens)
            and tokens[first].lower == "who"
            and tokens[first + 1].lower in lexicon.words["leads"]
        ):
            first += 2  # "said Ragland, who leads the association"


def _ends_name(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    word = tokens[index].lower
    if word == ".":  # but "Rep. Ann Lee" is one name
        return index == 0 or tokens[index - 1].lower not in _TITLES
    return word in _MARKS or word in lexicon.words["name_borders"]


def _before(tokens: Sequence[Token], index: int, floor: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The noun phrase that ends before a verb; where a remark in commas stands between, what is before that first."""
    last = _without_brackets(tokens, _without_adverbs(tokens, index - 1, floor, lexicon), floor)
    if last > floor and tokens[last].lower in ("who", "which"):
        last -= 2 if tokens[last - 1].lower == "," else 1
        near = range(max(floor, last - 7), last)
        governed = [i for i in near if tokens[i].lower in lexicon.words["governing"] and not _is_in_name(tokens, i)]
        floor = governed[-1] + 1 if governed else floor
    if last < floor:
        return
    if tokens[last].lower == ",":
        commas = [i for i in range(last - 1, max(floor, last - 45), -1) if tokens[i].lower == ","]
        if len(commas) > 1 and _is_place(tokens[commas[0] + 1 : last]):
            commas = commas[1:]  # "Lee, a farmer from Magnolia, Ky., said": the state is no aside of its own
        opened = commas[0] if commas else -1
        if opened > floor:
            yield from _ending(tokens, opened - 1, floor, lexicon)
            yield from _ending(tokens, last - 1, opened + 1, lexicon)
        return
    yield from _ending(tokens, last, floor, lexicon)


def _is_place(tokens: Sequence[Token]) -> bool:
    return 0 < len(tokens) <= 3 and all(token.text[0].isupper() or token.lower == "." for token in tokens)


def _is_in_name(tokens: Sequence[Token], index: int) -> bool:
    """True of "of" in "the Ministry of Commerce"."""
    return index > 0 and tokens[index].lower == "of" and tokens[index - 1].text[:1].isupper()


def _ending(tokens: Sequence[Token], last: int, floor: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    first = last + 1
    while first > max(floor, last + 1 - LONGEST_NAME) and not _opens_clause(tokens, first - 1, lexicon):
        before = _without_brackets(tokens, first - 1, floor)  # "a Commerce Ministry (MOFCOM) spokesperson"
        first = before + 1 if before < first - 1 else first - 1
    conditional = first > 0 and tokens[first - 1].lower in _IF | _NAMED
    if first <= last and not conditional and tokens[first].lower not in _IF:
        yield tokens[first].start, tokens[last].end


def _opens_clause(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    word = tokens[index].lower
    if word == ")":
        return _without_brackets(tokens, index, 0) == index
    if word == "." and index and tokens[index - 1].lower in _TITLES:
        return False
    return word in _MARKS or word in lexicon.words["clause_borders"]


def _without_adverbs(tokens: Sequence[Token], last: int, floor: int, lexicon: Lexicon) -> int:
    while last >= floor and (
        tokens[last].lower in lexicon.words["before_saying"] or (tokens[last].lower.endswith("ly") and last > floor)
    ):
        last -= 1
    return last
