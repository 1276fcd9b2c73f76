"""The words of a title by which two titles are compared."""

_NO_CONTENT = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "its",
        "of",
        "on",
        "the",
        "to",
        "with",
        "us",
        "china",
        "chinese",
    ]
)


def words_of(title: str) -> frozenset[str]:
    """Its words in lower case without those that every title has."""
    return frozenset(word.strip(".,’'\"()").lower() for word in title.split()) - _NO_CONTENT
