"""The names of authors: in a byline, or alone below an article."""

import re

_BYLINE = re.compile(
    r"(?:(?:written |words |story |published |posted )?by:?|author:|text:)\s+(?P<name>[A-Z][^.!?]{2,80})\Z",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s(?:[^\W\d_][\w.'’-]*|van|von|de|der|bin|al|el|da|di)){1,3}\Z")
_BY_AND = re.compile(r"\s*(?:\||·|•|,\s(?:in|reporting)\b|\bin\b\s[A-Z]).*\Z")
_LONGEST_NAME = 40


def byline_in(text: str) -> str:
    """The name in "By Ana Lind and Jo Park", "By Ana Lind in Beijing", "Author: Ana Lind"; "" for other lines."""
    found = _BYLINE.match(text)
    if not found or len(text.split()) > 12:
        return ""
    name = _BY_AND.sub("", found["name"]).strip(" ,|").removeprefix("the ")
    capitals = sum(word[0].isupper() for word in name.split())
    return name if name and name[0].isupper() and capitals >= len(name.split()) / 2 else ""


def is_name(text: str) -> bool:
    """True for "Lo Wing-hung" and "Ana M. Lind": a signature below an article."""
    return (
        len(text) <= _LONGEST_NAME
        and _NAME.match(text) is not None
        and all(word[0].isupper() or len(word) <= 3 for word in text.split())
        and text[0].isupper()
    )
