"""What fails on one sentence, or on one stage of an article, is told as a warning; all else stands."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def warned(warnings: list[str], what: str) -> Iterator[None]:
    """Goes on after a failure within, with a warning that names what could not be read, and where."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - whatever fails, one sentence never costs the article
        warnings.append(f"{what} could not be read: {error!r}")
