"""Words that put an act at another time than the one at which the story stands: "had", "then", "weeks later"."""

import re

REACH = 60  # characters before a trigger in which a word moves the story to another time
_MOVES_ON = re.compile(
    r"\b(?:had|having|(?P<perfect>has|have)|earlier|previously|already|once|never|always|since|ago|before|then|later"
    r"|soon(?! as\b)|before long|subsequently"
    r"|after|afterwards?|eventually|meanwhile|until|formerly|long|if|next|(?P<now>now)|still|currently"
    r"|at (?:about |around )?(?:that|the|this) time|around then|these days"
    r"|recently|lately|in recent (?:days|weeks|months|years)|last (?:year|month|week))\b",
    re.I,
)


_HAS_AND = re.compile(r"\b(?:has|have) \w+(?:ed|en)\b[^;.]*\band $")  # "has restored the permits and resumed"
_ALSO = re.compile(r"\b(?:also|in addition|besides|moreover|furthermore|at the same time)\b", re.I)
# "On 31 July it called the firm in, and in the following weeks it advised …": a time of its own
LATER = re.compile(
    r"\bin the (?:following|ensuing|next|coming) (?:days|weeks|months)\b"
    r"|\bin the (?:days|weeks|months) (?:that followed|after(?:wards)?|since)\b|\b(?:days|weeks|months) later\b",
    re.I,
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|where)\b[^,;]*,", re.I)


def moves_on(text: str, start: int, first: int) -> bool:
    """True where a word before the act puts it at a time other than the story's: "had", "has", "then", "later"."""
    own = _before(text, start, first)
    if _HAS_AND.search(text, first, start):
        return True
    if _ALSO.search(own):
        return not is_perfect_alone(text, start, first)
    return (_MOVES_ON.search(own) or LATER.search(own)) is not None


def is_perfect_alone(text: str, start: int, first: int) -> bool:
    """True where nothing but "has" or "have" could put an act at a time other than the story's."""
    return all(found["perfect"] for found in _MOVES_ON.finditer(_before(text, start, first)))


def is_now_alone(text: str, start: int, first: int) -> bool:
    """True where nothing but "now" could put an act at another time: "Five metals now need a licence"."""
    found = list(_MOVES_ON.finditer(_before(text, start, first)))
    return bool(found) and all(one["now"] for one in found)


def _before(text: str, start: int, first: int) -> str:
    return _RELATIVE.sub(lambda found: " " * len(found[0]), text[first:start])[-REACH:]
