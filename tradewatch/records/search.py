"""Full text search."""

from collections.abc import Iterable


def index_events(ids: Iterable[int]) -> None:
    """Bring the index up to date."""
