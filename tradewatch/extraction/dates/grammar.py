"""Finding the atoms of time expressions in a text: "Thursday", "October 30", "last year".

A form is tried only at its first words, so that a text is passed over once and most of its words cost one look-up.
`joining` puts neighbours together.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from tradewatch.extraction.dates import named_forms, occasions, period_forms, relative_forms
from tradewatch.extraction.dates.checks import PREFIXED
from tradewatch.extraction.dates.forms import Found, Rule
from tradewatch.extraction.folding import folded, folded_pattern

# A rule, its pattern, and the one that a folded text must match, if there is one.
_Form = tuple[Rule, re.Pattern[str], re.Pattern[str] | None]
_NAMED = re.compile(r"\(\?P<\w+>")


def _compiled(rule: Rule) -> _Form:
    pattern = re.compile(rule.pattern, re.IGNORECASE)
    return rule, pattern, folded_pattern(pattern)


_COMPILED = [
    _compiled(rule) for rule in (*named_forms.FORMS, *relative_forms.FORMS, *period_forms.FORMS, *occasions.FORMS)
]
_WORD = re.compile(r"[A-Za-z]+|\d+")


def _dispatch() -> dict[str, list[_Form]]:
    table: dict[str, list[_Form]] = defaultdict(list)
    for form in _COMPILED:
        for word in form[0].firsts.split():
            table[word].append(form)
    return dict(table)


class _Forms:
    """The forms that begin with one word, and one pattern for all of them: most words of a text begin no date."""

    def __init__(self, forms: Sequence[_Form]) -> None:
        self._all = forms
        self._others = [form for form in forms if not _is_told_at_once(form)]

    @cached_property
    def _any(self) -> re.Pattern[str] | None:
        sources = [lower.pattern for form in self._all if _is_told_at_once(form) and (lower := form[2])]
        unnamed = (_NAMED.sub("(?:", source) for source in sources)
        return re.compile("|".join(f"(?:{source})" for source in unnamed)) if len(sources) > 1 else None

    def at(self, lower: str, start: int) -> Sequence[_Form]:
        """Those that may match at a place of a folded text."""
        return self._all if self._any is None or self._any.match(lower, start) else self._others


def _is_told_at_once(form: _Form) -> bool:
    return form[2] is not None and "(?P=" not in form[2].pattern


_BY_FIRST_WORD = {word: _Forms(forms) for word, forms in _dispatch().items()}
_NUMERIC = _BY_FIRST_WORD["#"]


def atoms_in(text: str) -> Iterator[Found]:
    """The stretches of `text` that a rule matches, left to right, the longest at each place, none overlapping."""
    passed, lower = 0, folded(text)
    for word in _WORD.finditer(text):
        start = word.start()
        if start < passed:
            continue
        first = word[0]
        forms = _NUMERIC if first[0].isdigit() else _BY_FIRST_WORD.get(first.lower())
        rules = forms.at(lower, start) if forms else ()
        if not rules or not _stands_free(text, start, first):
            continue
        found = _longest(rules, text, lower, start)
        if found:
            passed = found.end
            yield found


def _stands_free(text: str, start: int, first: str) -> bool:
    """False inside a longer token: "G20", "$90", "1.5", "A-10"; "mid-2025" and "April–May" are fine."""
    if not start:
        return True
    before = text[start - 1]
    if before.isalnum() or before in "_@#\\":
        return False
    if not first[0].isdigit():
        return not (before in "'’" and text[start - 2 : start - 1].isalpha())
    if before in "$€£¥+":
        return False
    return not (before in ".,:/-–" and start > 1 and text[start - 2].isalnum()) or bool(
        PREFIXED.search(text[max(0, start - 14) : start])
    )


def _longest(forms: Sequence[_Form], text: str, lower: str, start: int) -> Found | None:
    best: Found | None = None
    for rule, pattern, lower_pattern in forms:
        if lower_pattern and not lower_pattern.match(lower, start):
            continue
        match = pattern.match(text, start)
        if match is None or (best and match.end() <= best.end):
            continue
        if rule.holds is None or rule.holds(match):
            best = Found(rule=rule.name, start=start, end=match.end(), match=match)
    return best
