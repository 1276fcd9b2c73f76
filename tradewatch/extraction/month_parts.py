"""The days that "early May", "mid-June" or "the end of August" can mean, which tell the acts of a month apart. Pure."""

import re
from calendar import monthrange

_EARLY = re.compile(r"(?:the )?(?:very )?(?:early|beginning of|start of|first days of)\b", re.I)
_MIDDLE = re.compile(r"(?:the )?(?:mid\b|middle (?:part )?of\b)", re.I)
_LATE = re.compile(r"(?:the )?(?:very )?(?:late|end of|close of|last days of)\b", re.I)
_MONTH = re.compile(r"\d{4}-\d\d")
# A reporter's "early" reaches into the second week, his "end" back to the twentieth.
_DAYS = ((_EARLY, 1, 11), (_MIDDLE, 9, 22), (_LATE, 20, 31))


def days_of_part(words: str, edtf: str) -> str:
    """("the end of June", "2025-06") → "2025-06-20/2025-06-30"; "" where no part of a month is named."""
    if not _MONTH.fullmatch(edtf):
        return ""
    year, month = (int(part) for part in edtf.split("-"))
    for pattern, first, last in _DAYS:
        if pattern.match(words):
            return f"{edtf}-{first:02d}/{edtf}-{min(last, monthrange(year, month)[1]):02d}"
    return ""
