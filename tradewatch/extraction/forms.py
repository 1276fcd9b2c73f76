"""The forms that a verb takes, so that the lexicon names each verb once.

impose → impose, imposes, imposed, imposing; drop → dropped, dropping; roll back → rolled back, rolling back.
Irregular verbs are given by the lexicon.
"""

import re
from collections.abc import Mapping, Sequence

BASE, PRESENT, PAST, PARTICIPLE, ING = "base", "present", "past", "participle", "ing"
_LABEL = re.compile(r"[^aeiou][aeiou]l$")  # "cancelled" beside "canceled"
_VOWELS = "aeiou"
_ONE_SYLLABLE = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


def forms_of(verb: str, irregular: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """Each form of `verb` (one word) with what it may be: "imposed" is past and participle.

    `irregular` gives past and participle where they do not end in -ed (take → took, taken), and where needed the
    present: have → had, had, has.
    """
    past, participle, present = [*irregular.get(verb, (_past(verb), _past(verb))), _present(verb)][:3]
    forms: dict[str, set[str]] = {}
    doubled = [(f"{verb}led", PAST), (f"{verb}led", PARTICIPLE), (f"{verb}ling", ING)] if _LABEL.search(verb) else []
    pairs = [(verb, BASE), (present, PRESENT), (past, PAST), (participle, PARTICIPLE), (_ing(verb), ING), *doubled]
    for form, tag in pairs:
        forms.setdefault(form, set()).add(tag)
    return {form: frozenset(tags) for form, tags in forms.items()}


def _doubles(verb: str) -> bool:
    return _ONE_SYLLABLE.fullmatch(verb) is not None


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + verb[-1] + "ed" if _doubles(verb) else verb + "ed"


def _present(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return verb[:-1] + "ing"
    return verb + verb[-1] + "ing" if _doubles(verb) else verb + "ing"
