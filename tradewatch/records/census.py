"""Which events have which values, as one bitset a value: bit n is event n. Counting is then an AND and a bit count.

Each process keeps one census. It is of one version of the data; when the version has moved on, the events changed
since are read again, all of them only where they are many. Nobody sees a census of another state of the record: a
version is known by its token, and one that was rolled back has no successors.
"""

import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from django.db.models import QuerySet

from tradewatch.records.models import Actor, Change, Event, Issue, Mention, Publisher
from tradewatch.records.models.changes import EVERY_EVENT
from tradewatch.records.slices import NOTHING, Slices
from tradewatch.records.version import Version, version_now

WORDS = ("side", "kind", "direction", "action", "status", "review_state")
NAMES: dict[str, Any] = {"issue": Issue, "actor": Actor, "source": Publisher}
DAYS = ("earliest", "latest", "listed_on")
_MOST_READ_AGAIN = 5_000
_MOST_CHANGES = 40_000
_MOST_KEPT = 400
_BATCH = 900
_ONE = ord("1")

Value = TypeVar("Value")
Bits = Mapping[str, int]
_Slugs = Mapping[str, Mapping[int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """The events of one version. `having[key][value]` are those that have a value, named by its slug or its word."""

    version: Version
    every: int
    undated: int  # those that have no day at all
    having: Mapping[str, Bits]
    days: Mapping[str, Slices]
    names: Mapping[str, Mapping[str, str]]  # of the facets over tables: {slug: name}
    kept: dict[Any, Any] = field(default_factory=dict)  # what was computed from it

    def keep(self, key: Any, made: Value) -> Value:
        """`made`, kept under a key for whoever asks again; the oldest of many is dropped."""
        if len(self.kept) >= _MOST_KEPT:
            self.kept.pop(next(iter(self.kept)), None)
        self.kept[key] = made
        return made

    def named(self, key: str, events: int) -> dict[int, list[tuple[str, str]]]:
        """{event: the slugs and names of its values, in the order of their table}, for these events."""
        found: dict[int, list[tuple[str, str]]] = {}
        for slug, name in self.names[key].items():
            for number in each_of(self.having[key].get(slug, 0) & events):
                found.setdefault(number, []).append((slug, name))
        return found

    def up_to(self, name: str, ordinal: int) -> int:
        """The events whose day of that name is at most this one."""
        key = (name, ordinal)
        found: int | None = self.kept.get(key)
        return self.keep(key, self.days[name].up_to(ordinal)) if found is None else found


def bits_of(numbers: Iterable[int]) -> int:
    """The bitset of these events."""
    rows = list(numbers)
    if not rows:
        return 0
    digits = bytearray(b"0") * (max(rows) + 1)  # a digit each, since setting a byte is half the work of setting a bit
    for number in rows:
        digits[number] = _ONE
    digits.reverse()
    return int(digits, 2)


def each_of(bits: int) -> Iterator[int]:
    """The events of a bitset, in order, one after the other: best where they are few."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


def numbers_of(bits: int) -> list[int]:
    """The events of a bitset, in order."""
    found = []
    for at, byte in enumerate(bits.to_bytes((bits.bit_length() + 7) // 8, "little")):
        left = byte
        while left:
            low = left & -left
            found.append(at * 8 + low.bit_length() - 1)
            left ^= low
    return found


_turn = threading.Lock()
_last: list[Census] = []


def census_now() -> Census:
    """The census of the record as it stands. One query where nothing was written since the last one."""
    version = version_now()
    if _last and _last[0].version == version:
        return _last[0]
    with _turn:
        last = _last[0] if _last else None
        if last is None or last.version != version:
            last = _made(version, last)
            _last[:] = [last]
    return last


def forget() -> None:
    """Keep nothing: the next census reads every event."""
    _last.clear()


def _made(version: Version, last: Census | None) -> Census:
    changed = _changed_since(last.version) if last else None
    if last is None or changed is None or len(changed) > _MOST_READ_AGAIN:
        return _read_again(version, None, _emptied())
    return _read_again(version, changed, last)


def _changed_since(version: Version) -> set[int] | None:
    """The events changed since a version; None where it cannot be told: all of them may be."""
    since = Change.objects.filter(number__gte=version.number).values_list("number", "token", "event")
    rows = list(since[: _MOST_CHANGES + 1])
    if not rows or rows[0][:2] != (version.number, version.token) or len(rows) > _MOST_CHANGES:
        return None
    changed = {event for _, _, event in rows[1:] if event is not None}
    return None if EVERY_EVENT in changed else changed


def _emptied() -> Census:
    nothing: dict[str, dict[str, int]] = {key: {} for key in (*WORDS, *NAMES)}
    return Census(
        version=Version(0, ""), every=0, undated=0, having=nothing, days=dict.fromkeys(DAYS, NOTHING), names={}
    )


def _read_again(version: Version, numbers: set[int] | None, last: Census) -> Census:
    """`last` with these events as they are now; None are all."""
    known = {key: list(model._default_manager.values_list("pk", "slug", "name")) for key, model in NAMES.items()}
    slugs = {key: {number: slug for number, slug, _ in rows} for key, rows in known.items()}
    names = {key: {slug: name for _, slug, name in rows} for key, rows in known.items()}
    fresh = _emptied()
    for part in _parts(numbers):
        fresh = _joined(fresh, _read(part, slugs))
    gone = bits_of(numbers or ())
    return replace(_joined(_without(last, gone), fresh), version=version, names=names)


def _parts(numbers: set[int] | None) -> Iterable[list[int] | None]:
    if numbers is None:
        return [None]
    ordered = sorted(numbers)
    return [ordered[at : at + _BATCH] for at in range(0, len(ordered), _BATCH)]


def _without(census: Census, gone: int) -> Census:
    if not gone:
        return replace(census, kept={})
    return replace(
        census,
        every=census.every & ~gone,
        undated=census.undated & ~gone,
        having={
            key: {value: left for value, bits in values.items() if (left := bits & ~gone)}
            for key, values in census.having.items()
        },
        days={name: slices.without(gone) for name, slices in census.days.items()},
        kept={},
    )


def _joined(one: Census, other: Census) -> Census:
    """Both, which have no event in common."""
    having = {key: dict(values) for key, values in one.having.items()}
    for key, values in other.having.items():
        for value, bits in values.items():
            having[key][value] = having[key].get(value, 0) | bits
    days = {
        name: Slices(
            one.days[name].known | other.days[name].known,
            tuple(mine | theirs for mine, theirs in zip(one.days[name].digits, other.days[name].digits, strict=True)),
        )
        for name in DAYS
    }
    return replace(one, every=one.every | other.every, undated=one.undated | other.undated, having=having, days=days)


def _read(numbers: list[int] | None, slugs: _Slugs) -> Census:
    """A census of these events alone, or of all. Four queries."""
    events = Event.objects.order_by()
    rows = list(
        (events if numbers is None else events.filter(pk__in=numbers)).values_list("pk", *WORDS, *DAYS, "undated")
    )
    having = {key: _grouped((row[at], row[0]) for row in rows) for at, key in enumerate(WORDS, start=1)}
    days = {
        name: NOTHING.with_(_grouped((row[at].toordinal(), row[0]) for row in rows if row[at]))
        for at, name in enumerate(DAYS, start=1 + len(WORDS))
    }
    having |= {key: _grouped(pairs) for key, pairs in _linked(numbers, slugs)}
    undated = bits_of(row[0] for row in rows if row[-1])
    return replace(_emptied(), every=bits_of(row[0] for row in rows), undated=undated, having=having, days=days)


def _linked(numbers: list[int] | None, slugs: _Slugs) -> Iterable[tuple[str, Iterable[tuple[str, int]]]]:
    told: QuerySet[Any] = Mention.objects.filter(event__isnull=False, document__publisher__isnull=False)
    asked: tuple[tuple[str, QuerySet[Any], str], ...] = (
        ("issue", Event.issues.through._default_manager.all(), "issue"),
        ("actor", Event.actors.through._default_manager.all(), "actor"),
        ("source", told, "document__publisher"),
    )
    for key, rows, column in asked:
        some = rows if numbers is None else rows.filter(event__in=numbers)
        pairs = some.order_by().values_list(column, "event").iterator(chunk_size=5000)
        yield key, ((slugs[key][named], event) for named, event in pairs)


def _grouped(pairs: Iterable[tuple[Value, int]]) -> dict[Value, int]:
    """{value: the events that have it}."""
    rows: dict[Value, list[int]] = {}
    for value, event in pairs:
        rows.setdefault(value, []).append(event)
    return {value: bits_of(events) for value, events in rows.items()}
