"""The closing table of a run, on a terminal or in a log."""

from rich.console import Console
from rich.table import Table

from tradewatch.ingestion.report import Report
from tradewatch.records.models import Event

_MOST_NAMED = 12


def tell(report: Report, console: Console) -> None:
    """Print what was found, what changed, and every refusal and warning with its reason."""
    table = Table(title="Ingestion", show_header=False, title_justify="left")
    table.add_column("what")
    table.add_column("count", justify="right")
    table.add_row("articles read", str(report.articles))
    table.add_row("files unchanged since the last run", str(len(report.unchanged)))
    table.add_row("new versions of known documents", str(len(report.new_versions)))
    table.add_row("articles out of scope", str(len(report.out_of_scope)))
    table.add_row("events, new", str(len(report.new)))
    table.add_row("events, known ones that a new account joined", str(len(report.joined)))
    table.add_row("events that became one with another", str(len(report.merged)))
    table.add_row("events linked to earlier ones, newly or otherwise", str(len(report.linked)))
    table.add_row("events, changed", str(len(report.changed)))
    table.add_row("events, left as decided", str(len(report.left_as_decided)))
    table.add_row("positions, new or changed", str(report.positions))
    table.add_row("files refused", str(len(report.refused)))
    table.add_row("warnings", str(len(report.warnings)))
    console.print(table)
    _list(console, "Out of scope", [f"{what}. {why}" for what, why in report.out_of_scope])
    tell_refused(report, console)
    _list(console, "Warnings", [f"{path}: {why}" for path, why in report.warnings])
    if report.left_as_decided:
        decided = Event.objects.filter(pk__in=report.left_as_decided).order_by("pk")
        _list(console, "Left as editors decided", [f"event {event.pk} ({event})" for event in decided])
    if report.says_no_change:
        console.print("No change: everything given was read before, under the same rules and names.")


def tell_refused(report: Report, console: Console) -> None:
    """Print every file, and every article of a list, that could not be read, with the reason."""
    _list(console, "Refused", [f"{path}: {why}" for path, why in report.refused], most=None)


def _list(console: Console, head: str, lines: list[str], *, most: int | None = _MOST_NAMED) -> None:
    if not lines:
        return
    console.print(f"{head}:", style="bold")
    for line in lines[:most]:
        console.print(f"  {line}", markup=False, highlight=False, soft_wrap=True)
    if most is not None and len(lines) > most:
        console.print(f"  … and {len(lines) - most} more; the run's report in the admin has them all.")
