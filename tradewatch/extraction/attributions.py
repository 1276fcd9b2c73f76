"""Where a sentence gives words to somebody: the verb of saying, the noun phrase that names the speaker, and the words.

"X said that …", "…, X said", "…, said X", "according to X", "X, who …, warned", "…, saying that …".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tradewatch.extraction.clauses import Token, token_at
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.sayers import names_in

MOST = 12  # attributions of a sentence; one with more is no prose
_STOPS = re.compile(r'[;"]')
_SHORTEST_LEAD = 12  # characters before an attribution in which something may be said
_ASIDE = re.compile(
    r"(?:(?:(?<=told)|(?<=assured)) [^,.;:\"]{1,60}"
    r"| (?:in|on|at|of|from|during|after|before|to|late|early|last|this|(?-i:[A-Z])[a-z]+day)\b[^,.;:\"]{0,60})?[,:]",
    re.I,
)
_SHORT = 6  # words after a verb of saying that are rather when and where it was said
_REMARKS = frozenset({"in", "on", "at", "during", "after", "before", "late", "early", "of"})


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
        names, shared = names_in(tokens, index, after, floor, lexicon)
        if names or shared:
            found.append(Attribution(start=start, end=end, stance=stance, names=names, shared=shared))
    outer = [one for place, one in enumerate(found) if not place or not _is_within(found[place - 1], one, text)]
    return [_with_content(one, place, outer, text) for place, one in enumerate(outer)]


def _is_within(before: Attribution, one: Attribution, text: str) -> bool:
    """True for a verb that is part of what another speaker says: "he said that Beijing opposed it"."""
    first = min([one.start, *(start for start, _ in one.names)])
    between = text[before.end : first].rstrip()
    return (not between or between.endswith(" that")) and not before.stance and not _STOPS.search(between)


def _verbs(text: str, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """(start, end, stance) of the verbs of saying, the earliest first; the more telling one where two begin alike."""
    found: dict[int, tuple[int, int, str]] = {}
    for name, pattern in lexicon.sifted_sayings.for_text(text):
        for word in pattern.finditer(text):
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
    told_before = len(lead) > _SHORTEST_LEAD and (lead[-1] in ',"' or lead.endswith(" quoted"))
    comes_before = bool(one.names) and over and told_before
    if comes_before and not one.stance:
        before = text.rfind(";", 0, begins) + 1
    content = (before, begins) if comes_before else (first, max(first, last))
    if not following and told_before and one.stance in ("", "assess") and _ASIDE.match(text, one.end):
        content = (before, last)  # "The rules, Greer told reporters, are a power grab"
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
