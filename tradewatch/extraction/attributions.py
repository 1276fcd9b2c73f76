"""Where a sentence gives words to somebody: the verb of saying, the noun phrase that names the speaker, and the words.

"X said that …", "…, X said", "…, said X", "according to X", "X, who …, warned", "…, saying that …".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tradewatch.extraction.clauses import Token, token_at
from tradewatch.extraction.rulebook import Lexicon

MOST = 12  # attributions of a sentence; one with more is no prose
LONGEST_NAME = 16  # tokens of the noun phrase before or after a verb of saying
_MARKS = frozenset(',;:—()"-')
_STOPS = re.compile(r'[;"]')
_SHORT = 6  # words after a verb of saying that are rather when and where it was said
_REMARKS = frozenset({"in", "on", "at", "during", "after", "before", "late", "early", "of"})
_IF = frozenset({"should", "if", "were", "unless", "whether"})  # nothing is said, only supposed
_NAMED = frozenset({"what"})  # "what the president calls", "after what they said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A verb of saying with its speaker's words. All are offsets into the sentence.

    `names` are the stretches that may name the speaker, the likeliest first; none where the subject is left out
    ("and said", "saying"). `stance` is what the verb alone tells ("urged" is a demand), "" for plain saying.
    """

    start: int
    end: int
    stance: str
    names: tuple[tuple[int, int], ...] = ()
    shared: bool = False  # the subject is that of the verb before, or of the sentence
    content: tuple[int, int] = field(default=(0, 0))


def attributions_in(text: str, tokens: Sequence[Token], lexicon: Lexicon, *, inside: bool = False) -> list[Attribution]:
    """The attributions of a plain sentence, in order, each with the words that it governs.

    `inside` tells that the sentence begins inside a quotation; verbs that are quoted attribute nothing.
    """
    found: list[Attribution] = []
    verbs = [
        verb
        for verb in _verbs(text, lexicon)[:MOST]
        if text.count('"', 0, verb[0]) % 2 == inside and not _is_unsaid(tokens, token_at(tokens, verb[0]), lexicon)
    ]
    for start, end, stance in verbs:
        index = token_at(tokens, start)
        after = token_at(tokens, max(start, end - 1)) + 1
        floor = token_at(tokens, found[-1].end - 1) + 1 if found else 0
        names, shared = _names(tokens, index, after, floor, lexicon)
        if names or shared:
            found.append(Attribution(start=start, end=end, stance=stance, names=names, shared=shared))
    outer = [one for place, one in enumerate(found) if not place or not _is_within(found[place - 1], one, text)]
    found = [_with_content(one, place, outer, text) for place, one in enumerate(outer)]
    return found or [
        Attribution(start=at.start(), end=at.end(), stance="", names=(at.span(1),), content=(0, len(text)))
        for at in lexicon.terms["in_the_words_of"].finditer(text)
    ]


def _is_within(before: Attribution, one: Attribution, text: str) -> bool:
    """True for a verb that is part of what another speaker says: "he said that Beijing opposed it"."""
    first = min([one.start, *(start for start, _ in one.names)])
    between = text[before.end : first].rstrip()
    return (not between or between.endswith(" that")) and not before.stance and not _STOPS.search(between)


def _verbs(text: str, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """(start, end, stance) of the verbs of saying, the earliest first; the more telling one where two begin alike."""
    found: dict[int, tuple[int, int, str]] = {}
    for name in ("demand", "oppose", "threaten", "offer", "support", "concede", "assess", ""):
        for word in lexicon.terms[f"says_{name}" if name else "says"].finditer(text):
            found.setdefault(word.start(), (word.start(), word.end(), name))
    kept: list[tuple[int, int, str]] = []
    for row in sorted(found.values()):
        if not kept or row[0] >= kept[-1][1]:
            kept.append(row)
    return kept


def _is_unsaid(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """True where nobody says it: "was told", "would not say", "declined to say", a noun after an article."""
    before = [token.lower for token in tokens[max(0, index - 3) : index]]
    if not before:
        return False
    last = before[-1]
    if tokens[index].lower in lexicon.words["said_nouns"]:
        return not _is_owner(last)
    if tokens[index].lower.endswith("ing"):
        return last in lexicon.words["before_nouns"]
    return last in lexicon.words["unsaid_before"] or bool(lexicon.words["unsaid_near"].intersection(before))


def _is_owner(word: str) -> bool:
    return word.endswith("'s") or word in ("its", "his", "her", "their")


def _names(
    tokens: Sequence[Token], index: int, after: int, floor: int, lexicon: Lexicon
) -> tuple[tuple[tuple[int, int], ...], bool]:
    """The stretches that may name the speaker, and whether the subject is that of the verb before."""
    verb = tokens[index].lower
    if verb == "according":
        return tuple(_after(tokens, after + 1, lexicon)), False  # "according to …"
    names = tuple(_after(tokens, after, lexicon)) if _is_inverted(tokens, index, floor) else ()
    if names and not _is_subject_of_more(tokens, names[0][1], lexicon):
        return names, False
    quoted = index > 1 and tokens[index - 1].lower == "as"  # "was quoted as saying"
    if verb in lexicon.words["said_nouns"] or quoted:
        return tuple(_ending(tokens, index - 1 - quoted, floor, lexicon)), False
    if verb.endswith("ing") and tokens[max(0, index - 1)].lower not in lexicon.words["be"]:
        return _with_a_speaker(tokens, index, floor, lexicon), True
    before = tuple(_before(tokens, index, floor, lexicon))
    return before, not before and index > 0 and _previous(tokens, index, lexicon) in ("and", "but", "then", ",")


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


def _is_inverted(tokens: Sequence[Token], index: int, floor: int) -> bool:
    """True where a verb of saying follows the words said: "…," said Li; "…, said a trader"; "…," warned Li."""
    if index <= floor or tokens[index - 1].lower not in _MARKS | {"as"}:
        return False
    if tokens[index].lower in ("said", "says"):
        return True
    after = tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
    return tokens[index - 1].lower == '"' and (after.text[:1].isupper() or after.lower == "the")


def _after(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The noun phrase that begins at a token, and the apposition after it."""
    first = index
    for _ in range(2):
        last = first
        while last < min(len(tokens), first + LONGEST_NAME) and not _ends_name(tokens[last], lexicon):
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


def _ends_name(token: Token, lexicon: Lexicon) -> bool:
    return token.lower in _MARKS or token.lower == "." or token.lower in lexicon.words["name_borders"]


def _before(tokens: Sequence[Token], index: int, floor: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The noun phrase that ends before a verb; where a remark in commas stands between, what is before that first."""
    last = _without_brackets(tokens, _without_adverbs(tokens, index - 1, floor, lexicon), floor)
    if last > floor and tokens[last].lower == "who":
        last -= 2 if tokens[last - 1].lower == "," else 1
        governed = [i for i in range(max(floor, last - 7), last) if tokens[i].lower in lexicon.words["governing"]]
        floor = governed[-1] + 1 if governed else floor
    if last < floor:
        return
    if tokens[last].lower == ",":
        opened = next((i for i in range(last - 1, max(floor, last - 45), -1) if tokens[i].lower == ","), -1)
        if opened > floor:
            yield from _ending(tokens, opened - 1, floor, lexicon)
            yield from _ending(tokens, last - 1, opened + 1, lexicon)
        return
    yield from _ending(tokens, last, floor, lexicon)


def _ending(tokens: Sequence[Token], last: int, floor: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    first = last + 1
    while first > max(floor, last + 1 - LONGEST_NAME) and not (
        tokens[first - 1].lower in _MARKS or tokens[first - 1].lower in lexicon.words["clause_borders"]
    ):
        first -= 1
    conditional = first > 0 and tokens[first - 1].lower in _IF | _NAMED
    if first <= last and not conditional and tokens[first].lower not in _IF:
        yield tokens[first].start, tokens[last].end


def _without_adverbs(tokens: Sequence[Token], last: int, floor: int, lexicon: Lexicon) -> int:
    while last >= floor and (
        tokens[last].lower in lexicon.words["before_saying"] or (tokens[last].lower.endswith("ly") and last > floor)
    ):
        last -= 1
    return last


def _with_content(one: Attribution, place: int, found: Sequence[Attribution], text: str) -> Attribution:
    """The words said: those after the verb up to the next attribution, else those before the speaker."""
    following = found[place + 1] if place + 1 < len(found) else None
    last = min([following.start, *(start for start, _ in following.names)]) if following else len(text)
    before = found[place - 1].end if place else 0
    begins = min([one.start, *(start for start, _ in one.names if start < one.start)])
    named_after = [end for start, end in one.names if start >= one.end]
    first = max([one.end, *named_after[:1]])
    lead = text[before:begins].rstrip()
    quoted = lead[-2:] in (',"', '?"', '!"') or lead[-1:] == '"'
    over = bool(named_after) or quoted or _is_over(text, first, last)
    comes_before = bool(one.names) and len(lead) > 12 and over and (lead[-1] in ',"' or lead.endswith(" quoted"))
    if comes_before and not one.stance:
        before = text.rfind(";", 0, begins) + 1
    content = (before, begins) if comes_before else (first, max(first, last))
    return Attribution(
        start=one.start, end=one.end, stance=one.stance, names=one.names, shared=one.shared, content=content
    )


def _is_over(text: str, first: int, last: int) -> bool:
    """True where nothing that could be the words said follows the attribution: "he said on Monday." """
    rest = text[first:last].strip()
    if not rest or rest[0] in '.,;"':
        return True
    remark = rest.split(" ", 1)[0].lower() in _REMARKS and " that " not in rest
    return '"' not in rest and not rest.startswith("that ") and (remark or len(rest.split()) <= _SHORT)
