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

_SHORT = 3  # letters of which none is an ending


def words_of(title: str) -> frozenset[str]:
    """Its words in lower case and in the singular, without those that every title has: "tariffs" are a "tariff"."""
    words = {word.strip(".,’'\"()").lower() for word in title.split()} - _NO_CONTENT
    return frozenset(
        word[:-1] if len(word) > _SHORT and word[-1] == "s" and word[-2] != "s" else word for word in words
    )
