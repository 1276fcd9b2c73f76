"""The version of the data, which every write that pages would show raises: caches are keyed to it."""

from contextvars import ContextVar, Token
from dataclasses import dataclass

from tradewatch.records.models import Change


@dataclass(frozen=True, slots=True)
class Version:
    """The last change. Two versions are equal only where the record is the same."""

    number: int
    token: str

    def __str__(self) -> str:
        return f"{self.number}-{self.token}"


_held: ContextVar[Version | None] = ContextVar("held", default=None)


def version_now() -> Version:
    """One query, of one row. Whoever keeps what comes of a version asks for it before anything else."""
    return _held.get() or _asked()


def hold(version: Version) -> Token[Version | None]:
    """Let everything that is asked from now on be of this version, until `release`: an answer asks for it once."""
    return _held.set(version)


def release(held: Token[Version | None]) -> None:
    """Ask anew from now on."""
    _held.reset(held)


def _asked() -> Version:
    found = Change.objects.order_by("-number").values_list("number", "token").first()
    return Version(*found) if found else Version(0, "")
