"""How the record fares against the year, as a table and as JSON."""

from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.table import Table

from tradewatch.evaluation.timeline import Outcome


def print_outcome(console: Console, outcome: Outcome, *, verbose: bool) -> None:
    """The table; with `verbose` every event that is missed, doubled, split, melted or unmatched too."""
    table = Table(title="The record against the year", title_justify="left")
    for name in ("what", "count", "of", "share"):
        table.add_column(name, justify="left" if name == "what" else "right")
    for said, count, of in _rows(outcome):
        table.add_row(said, str(count), str(of), f"{count / of:.3f}" if of else "–")
    table.add_row("pairs of accounts, F1", "", "", f"{outcome.pairwise_f1:.3f}")
    console.print(table)
    for line in _lines(outcome) if verbose else ():
        console.print(line)


def outcome_values(outcome: Outcome) -> dict[str, Any]:
    """The counts by name, and the lists that have to be read."""
    return {
        "counts": {said: {"count": count, "of": of} for said, count, of in _rows(outcome)},
        "pairwise_f1": round(outcome.pairwise_f1, 3),
        "missed": sorted(true.name for true in outcome.reported if true.name not in outcome.matched),
        "doubled": outcome.doubled,
        "split": outcome.split,
        "melted": outcome.melted,
        "unmatched": [one.number for one in outcome.unmatched],
    }


def _rows(outcome: Outcome) -> list[tuple[str, int, int]]:
    reported, told = len(outcome.reported), len(outcome.told)
    return [
        ("events that the articles report, with exactly one event", outcome.exactly_one, reported),
        ("… with one event or more", len(outcome.matched), reported),
        ("events split over several", len(outcome.split), reported),
        ("events of the record that melt several", len(outcome.melted), told),
        ("events of the record that tell none of them (read each)", len(outcome.unmatched), told),
        ("links found", outcome.links_found, outcome.true_links),
        ("links that are not there", len(outcome.links_wrong), outcome.links_found + len(outcome.links_wrong)),
        ("accounts that were read", outcome.accounts_read, outcome.accounts),
    ]


def _lines(outcome: Outcome) -> Iterator[str]:
    for true in outcome.reported:
        if true.name not in outcome.matched:
            yield f"missed: {true.date} {true.title} ({true.name})"
    for name, numbers in sorted(outcome.doubled.items()):
        yield f"doubled: {name} by events {', '.join(map(str, numbers))}"
    yield from (f"split: {name}" for name in outcome.split)
    yield from (f"melted: event {number}" for number in outcome.melted)
    yield from (f"not a link: {one} {how} {other}" for one, how, other in outcome.links_wrong)
    for one in outcome.unmatched:
        yield f"matches none: event {one.number}, {one.date or 'no date'}, {one.title}"
