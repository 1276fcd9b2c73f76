"""The version of the data, which every write that pages would show raises: caches are keyed to it."""

from dataclasses import dataclass

from tradewatch.records.models import Change


@dataclass(frozen=True, slots=True)
class Version:
    """The last change. Two versions are equal only where the record is the same."""

    number: int
    token: str

    def __str__(self) -> str:
        return f"{self.number}-{self.token}"


def version_now() -> Version:
    """One query, of one row. Whoever keeps what comes of a version asks for it before anything else."""
    found = Change.objects.order_by("-number").values_list("number", "token").first()
    return Version(*found) if found else Version(0, "")
