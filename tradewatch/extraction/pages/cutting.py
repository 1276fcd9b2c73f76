"""Where one article of a page ends and the next begins: signals that converge, never one alone.

| signal between two paragraphs                                      | weight |
| ------------------------------------------------------------------ | ------ |
| a line that ends articles (disclaimer, copyright, editing credit)  | 2      |
| a heading that opens a list of other articles                      | 1      |
| a date line, or a byline such as "By Ana Lind"                     | 2      |
| a signature: a name alone after a paragraph                        | 1      |
| a heading right above a date line or byline                        | 1      |
| few words in common before and after (a dip)                       | 1      |
| far fewer words of the topic after than before, at a dip           | 1 or 2 |

The byline of somebody whom the article names before is that of a section: "Comments by Ana Lind and Jo Park".
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

from tradewatch.extraction.pages.boilerplate import topic_words
from tradewatch.extraction.pages.bylines import is_name
from tradewatch.extraction.pages.lines import PageLine, Role

_ENOUGH = 3
_WINDOW = 4
_DIP = 0.12
_DENSE = 0.01
_DROP, _STEEP_DROP = 4, 10
_SHORTEST_CONTENT_WORD = 4
_WORD = re.compile(r"[^\W_]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_COMMON = _words(
    "about after also again against among another because been before being between both could does doing down "
    "during each even ever every from have having here into itself just like made make many more most much must "
    "only other over said same should since some still such than that their them then there these they this "
    "those through under until very want were what when where which while will with would year years your"
)


def pieces_of(lines: Sequence[PageLine]) -> list[list[PageLine]]:
    """The lines of each article of a page, in order; one piece where nothing parts them."""
    body = [place for place, line in enumerate(lines) if line.role is Role.BODY]
    words = [_content_words(lines[place].text) for place in body]
    gaps = [lines[last + 1 : first] for last, first in pairwise(body)]
    cuts, begun = [0], 0
    for number, (last, first) in enumerate(pairwise(body), start=1):
        told = " ".join(line.text for line in lines[cuts[-1] : last + 1] if line.role is not Role.BYLINE)
        between = gaps[number - 1]
        # What a colon announces is of the same article, be it a table of tariff lines; a head of its own parts it.
        is_announced = lines[last].text.endswith(":") and not _weight_of_lines(between)
        if is_announced or _is_section(between, told):
            continue
        weight = _weight(between, words[begun : number + 2 * _WINDOW], number - begun)
        if weight >= _ENOUGH and not _is_outweighed(weight, gaps[number : number + 2]):
            cuts.append(_cut_between(lines, last, first))
            begun = number
    return [list(lines[start:end]) for start, end in zip(cuts, [*cuts[1:], len(lines)], strict=True)]


def _is_section(between: Sequence[PageLine], told: str) -> bool:
    """True where only the byline of somebody whom the article has announced comes between: one voice of several."""
    names = [line.name for line in between if line.role is Role.BYLINE]
    dated = any(line.role is Role.STAMP or line.ends_article for line in between)
    return bool(names) and not dated and all(name.partition(",")[0] in told for name in names)


def _is_outweighed(weight: int, gaps: Sequence[Sequence[PageLine]]) -> bool:
    """True when the lines of one of the next gaps speak more clearly: the dip of an end begins before it."""
    return any(
        _weight_of_lines(gap) > weight or (weight == _ENOUGH and _weight_of_lines(gap) >= _ENOUGH) for gap in gaps
    )


def _content_words(text: str) -> Counter[str]:
    words = _WORD.findall(text.lower())
    return Counter([word for word in words if len(word) >= _SHORTEST_CONTENT_WORD and word not in _COMMON])


def _weight(between: Sequence[PageLine], words: Sequence[Counter[str]], number: int) -> int:
    """How strongly the lines between paragraphs `number` - 1 and `number`, and the words on both sides, part them."""
    weight = _weight_of_lines(between)
    if not between or number < 2:
        # A dip without any line between, or after a lone first paragraph, is the way of prose.
        return weight
    if cohesion(words, number) >= _DIP:
        return weight
    return weight + 1 + _topic_drop(words, number)


def _weight_of_lines(between: Sequence[PageLine]) -> int:
    weight = 2 * any(line.rule is not None and line.rule.ends and not line.rule.opens_list for line in between)
    weight += any(line.rule is not None and line.rule.opens_list for line in between)
    heads = [place for place, line in enumerate(between) if line.role in (Role.STAMP, Role.BYLINE)]
    weight += 2 * bool(heads)
    weight += bool(between) and between[0].role is Role.HEADING and is_name(between[0].text)
    return weight + bool(heads and any(line.role in (Role.HEADING, Role.TITLE) for line in between[: heads[0]]))


def cohesion(words: Sequence[Counter[str]], number: int) -> float:
    """How much the paragraphs before `number` and those from it on have in common: a cosine, 0 to 1."""
    before = sum(words[max(0, number - _WINDOW) : number], Counter[str]())
    after = sum(words[number : number + _WINDOW], Counter[str]())
    shared = sum(count * after[word] for word, count in before.items())
    lengths = sqrt(sum(count**2 for count in before.values())) * sqrt(sum(count**2 for count in after.values()))
    return shared / lengths if lengths else 1.0


def _topic_drop(words: Sequence[Counter[str]], number: int) -> int:
    """2 for a steep drop in the density of the topic's words, 1 for a drop, 0 for none."""
    before, after = (
        _density(words[max(0, number - 2 * _WINDOW) : number]),
        _density(words[number : number + 2 * _WINDOW]),
    )
    if before < _DENSE:
        return 0
    if after * _STEEP_DROP <= before:
        return 2
    return int(after * _DROP <= before)


def _density(words: Sequence[Counter[str]]) -> float:
    total = sum(sum(counts.values()) for counts in words)
    hits = sum(count for counts in words for word, count in counts.items() if word in topic_words())
    return hits / total if total else 0.0


def _cut_between(lines: Sequence[PageLine], last: int, first: int) -> int:
    """The place where the second article begins, between its first paragraph and the last one of the article before."""
    for place in range(first - 1, last, -1):
        if lines[place].ends_article:
            return place + 1
    heads = [place for place in range(last + 1, first) if lines[place].role in (Role.STAMP, Role.BYLINE)]
    if heads:
        titles = [place for place in range(last + 1, heads[0]) if lines[place].role in (Role.HEADING, Role.TITLE)]
        return titles[-1] if titles and not is_name(lines[titles[-1]].text) else heads[0]
    if lines[last + 1].role is Role.HEADING and is_name(lines[last + 1].text):
        return last + 2
    return last + 1
