"""Items of a list under a head that tells who acts: "China retaliates with:", then "15% tariffs on U.S. coal"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tradewatch.extraction.clauses import Token
from tradewatch.extraction.forms import PAST
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.sieve import wording
from tradewatch.extraction.things import Around, joined, things_in
from tradewatch.extraction.triggers import Finding

LISTED = ".listed"  # how the rule's name ends of what stands in a list
DEEPEST = 7  # tokens of an item before the thing that it names
_HEAD = wording(
    r"\b(?:retaliat|respond|answer|repl(?:y|ie)|hits? back|counter|impos|announc|introduc|unveil|levie|slap)\w*\b"
    r"[^:;]{0,60}:\s*$",
    re.I,
)
_ITEM = re.compile(r"\s*(?:[-*•·–—] |(?=\d|an? |new |additional |extra |further |export |investigations?\b))", re.I)
_VERBS = ("impose", "launch")


def opens_list(text: str) -> bool:
    """True of "China retaliates with:" and "Beijing imposes:"."""
    return _HEAD.search(text) is not None


def is_item(text: str) -> bool:
    """True of what may be an item of a list: a bullet, a figure or a noun stands first."""
    return _ITEM.match(text) is not None


def listed(text: str, tokens: Sequence[Token], lexicon: Lexicon, around: Around) -> Iterator[Finding]:
    """The acts that an item without a verb names, done as the head of its list says."""
    things = things_in(text, tokens, lexicon, around)
    first = things[0] if things and things[0].first <= DEEPEST else None
    for thing in (first, *joined(tokens, first, things, lexicon, step=1)) if first else ():
        rules = (lexicon.verb_rules.get((verb, thing.sort)) for verb in _VERBS)
        rule = next(filter(None, rules), None)
        if rule is not None:
            yield Finding(
                rule=replace(rule, id=f"{rule.id}{LISTED}"),
                index=thing.first,
                start=thing.start,
                end=thing.end,
                begin=thing.start,
                voice="active",
                form=frozenset({PAST}),
                thing=thing,
            )
