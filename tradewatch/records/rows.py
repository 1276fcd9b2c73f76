"""Between the fold's values and the tables' rows: writing what differs, and telling it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tradewatch import edtf
from tradewatch.records.accounts import DATES, WORDS, Folded
from tradewatch.records.models import Actor, Event, EventLink, Issue, Measure

_MEASURE = ("kind", "low", "high", "previous", "unit", "object", "basis", "effective", "conflicting")


@dataclass(frozen=True, slots=True)
class Names:
    """The actors and issues that have a row, number by slug: a reading may name an actor that was never loaded."""

    actors: Mapping[str, int]
    issues: Mapping[str, int]

    @classmethod
    def known(cls) -> "Names":
        """As they are now; two queries, whatever the number of events that are then written."""
        both = (model._default_manager.order_by().values_list("slug", "pk") for model in (Actor, Issue))
        return cls(*map(dict, both))


def write_event(event: Event, folded: Folded, names: Names) -> bool:
    """Make the row, its actors, issues, measures and links equal to the fold, touching only what differs; True when
    anything did."""
    differing = _differing(event, folded, names)
    is_new = event.version == 0
    if not differing and not is_new:
        return False
    for name, value in _columns(folded).items():
        setattr(event, name, value)
    event.version += 1
    event.save()
    if "actors" in differing:
        _write_names(event.actors, *differing["actors"], names.actors)
    if "issues" in differing:
        _write_names(event.issues, *differing["issues"], names.issues)
    if "measures" in differing:
        _write_measures(event, folded)
    if "links" in differing:
        _write_links(event, folded)
    return True


def _write_measures(event: Event, folded: Folded) -> None:
    if event.measures.all():
        event.measures.all().delete()
    Measure.objects.bulk_create(
        Measure(event=event, ordinal=at, **_measure(row)) for at, row in enumerate(folded.values["measures"])
    )


def _write_links(event: Event, folded: Folded) -> None:
    if event.links.all():
        event.links.all().delete()
    EventLink.objects.bulk_create(
        EventLink(source=event, target_id=link["to"], type=link["type"], quote=link["quote"], inferred=link["inferred"])
        for link in folded.values["links"]
    )


def _write_names(rows: Any, before: set[str], after: set[str], known: Mapping[str, int]) -> None:
    """Take away and add what differs; what the row has is known, and need not be asked for again."""
    if gone := before - after:
        rows.remove(*(known[slug] for slug in sorted(gone)))
    if come := after - before:
        rows.add(*(known[slug] for slug in sorted(come)))


def differences(event: Event, folded: Folded, names: Names) -> list[str]:
    """A line for each field in which the row is not what the fold makes of it."""
    return [
        f"{name}: the row has {is_now!r}, the fold makes {made!r}"
        for name, (is_now, made) in _differing(event, folded, names).items()
    ]


def _differing(event: Event, folded: Folded, names: Names) -> dict[str, tuple[Any, Any]]:
    """{name: (what the row has, what the fold makes)} for each column and list in which the two differ."""
    pairs = {name: (getattr(event, name), value) for name, value in _columns(folded).items()}
    pairs["actors"] = (
        {actor.slug for actor in event.actors.all()},
        set(folded.values["actors"]) & names.actors.keys(),
    )
    pairs["issues"] = (
        {issue.slug for issue in event.issues.all()},
        set(folded.values["issues"]) & names.issues.keys(),
    )
    pairs["measures"] = (measures_of(event), [_measure(row) for row in folded.values["measures"]])
    pairs["links"] = (
        sorted((link.type, link.target_id, link.quote, link.inferred) for link in event.links.all()),
        sorted((link["type"], link["to"], link["quote"], link["inferred"]) for link in folded.values["links"]),
    )
    return {name: (is_now, made) for name, (is_now, made) in pairs.items() if is_now != made}


def measures_of(event: Event) -> list[dict[str, Any]]:
    """The event's measures in the fold's form, in order."""
    rows = sorted(event.measures.all(), key=lambda row: row.ordinal)
    return [{name: getattr(row, name) for name in _MEASURE} for row in rows]


def _measure(row: Mapping[str, Any]) -> dict[str, Any]:
    figures = {name: row.get(name) for name in ("low", "high", "previous")}
    words = {name: row.get(name) or "" for name in ("kind", "unit", "object", "basis", "effective")}
    ordered = {**words, **figures, "conflicting": bool(row.get("conflicting"))}
    return {name: ordered[name] for name in _MEASURE}


def _columns(folded: Folded) -> dict[str, Any]:
    values = folded.values
    columns: dict[str, Any] = {
        name: values[name] for name in (*WORDS, *DATES, "title", "summary", "direction", "instruments")
    }
    for name in DATES:
        bounds = edtf.bounds_of(values[name])
        prefix = "" if name == "date" else f"{name}_"
        columns[f"{prefix}earliest"], columns[f"{prefix}latest"] = bounds.earliest, bounds.latest
    columns["merged_into_id"] = values["merged_into"]
    for name in (
        "confidence",
        "sources",
        "origins",
        "conflicts",
        "review_state",
        "state_reason",
        "queue_reasons",
        "listed_on",
        "undated",
    ):
        columns[name] = getattr(folded, name)
    return columns


def values_of(event: Event) -> dict[str, Any]:
    """The event's fields in the export's forms, as `accept` decides them."""
    columns = (
        "kind",
        "action",
        "status",
        "side",
        "date",
        "effective",
        "ends",
        "instruments",
        "title",
        "summary",
        "direction",
    )
    values: dict[str, Any] = {name: getattr(event, name) for name in columns}
    values["actors"] = [actor.slug for actor in event.actors.all()]
    values["issues"] = [issue.slug for issue in event.issues.all()]
    values["measures"] = measures_of(event)
    return values
