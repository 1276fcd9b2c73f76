"""The rules' standing before decisions, as a table and as JSON."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.table import Table

from tradewatch.evaluation.ruling import RuleStanding


def rule_values(rules: Sequence[RuleStanding]) -> list[dict[str, Any]]:
    """One object a rule; `kept` is null where nobody has judged a reading of it."""
    return [{**asdict(rule), "kept": None if rule.kept is None else round(rule.kept, 3)} for rule in rules]


def rules_table(rules: Sequence[RuleStanding]) -> Table:
    table = Table(title="Rules before what editors decided", title_justify="left")
    table.add_column("rule", overflow="fold")
    for name in ("field", "readings", "accepted", "corrected", "rejected", "kept"):
        table.add_column(name, justify="left" if name == "field" else "right")
    for rule in rules:
        counts = (rule.readings, rule.accepted, rule.corrected, rule.rejected)
        kept = "–" if rule.kept is None else f"{rule.kept:.0%}"
        table.add_row(rule.rule, rule.field, *map(str, counts), kept)
    return table
