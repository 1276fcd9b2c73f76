"""JSON that knows where it stands: asked for a key, it gives a typed value or says which key of which text is wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")


class Misshapen(ValueError):
    """A file that is not of the form it should have; the message is a sentence naming the place and the key."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A JSON object and where it stands, such as "gold.json, text 3 (geneva.md), article 1"."""

    where: str
    value: Mapping[str, Any]

    @classmethod
    def of(cls, value: Any, where: str) -> "Placed":
        """The object. Raises Misshapen for any other JSON value."""
        if not isinstance(value, dict):
            raise Misshapen(f"{where}: an object is expected here, not {_sort_of(value)}.")
        return cls(where, value)

    def words(self, key: str) -> str:
        """A string that must be there."""
        return self._as(key, self._required(key), str, "a string")

    def words_or_none(self, key: str) -> str:
        """A string, "" where the key is missing or null."""
        found = self.value.get(key)
        return "" if found is None else self._as(key, found, str, "a string")

    def several(self, key: str) -> tuple[str, ...]:
        """A list of strings, empty where the key is missing or null."""
        return tuple(self._as(f"{key}[{at}]", one, str, "a string") for at, one in enumerate(self._listed(key)))

    def flag(self, key: str) -> bool:
        """True or false; false where the key is missing or null."""
        found = self.value.get(key)
        return False if found is None else self._as(key, found, bool, "true or false")

    def answer(self, key: str) -> bool | None:
        """True, false or null, which must be there."""
        found = self._required(key)
        return None if found is None else self._as(key, found, bool, "true, false or null")

    def share(self, key: str) -> float | None:
        """A number from 0 to 1, or None where it is not given."""
        found = self.value.get(key)
        if found is None:
            return None
        if isinstance(found, bool) or not isinstance(found, int | float) or not 0 <= found <= 1:
            raise Misshapen(f"{self.where}: “{key}” should be a number from 0 to 1, not {found!r}.")
        return float(found)

    def each(self, key: str, called: str, *, required: bool = False) -> Iterator["Placed"]:
        """The objects of a list, each knowing its number; none where the key may be, and is, missing or null."""
        if required:
            self._required(key)
        for number, one in enumerate(self._listed(key), 1):
            yield Placed.of(one, f"{self.where}, {called} {number}")

    def _required(self, key: str) -> Any:
        if key not in self.value:
            raise Misshapen(f"{self.where}: “{key}” is missing.")
        return self.value[key]

    def _listed(self, key: str) -> list[Any]:
        found = self.value.get(key)
        return [] if found is None else self._as(key, found, list, "a list")

    def _as(self, key: str, found: Any, wanted: type[T], called: str) -> T:
        if not isinstance(found, wanted):
            raise Misshapen(f"{self.where}: “{key}” should be {called}, not {_sort_of(found)}.")
        return found


def _sort_of(value: Any) -> str:
    for sort, name in ((bool, "true or false"), (dict, "an object"), (list, "a list"), (str, "a string")):
        if isinstance(value, sort):
            return name
    return "null" if value is None else "a number"
