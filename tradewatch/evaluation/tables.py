"""A report as tables for a terminal."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.table import Table

from tradewatch.evaluation.bootstrap import DRAWS, Share
from tradewatch.evaluation.calibration import Bin
from tradewatch.evaluation.cases import Case
from tradewatch.evaluation.scoring import Part, Score

_EMPTY = "–"
_QUOTE = 90  # characters
_HOW_TO_READ = (
    f"In brackets: 95 % of {DRAWS:,} draws of the texts, with replacement; none where a single text counts. "
    "A share of 0 or 1 never varies between draws, which makes it no more certain."
)


def print_score(console: Console, score: Score, bins: Sequence[Bin], cases: Sequence[Case]) -> None:
    """The tables one after the other; breakdowns that would have a single line are left out."""
    for table in _tables(score, bins):
        console.print(table)
        console.print()
    console.print(_HOW_TO_READ)
    _print_cases(console, cases)


def figure(share: Share) -> str:
    """0.893 [0.841–0.930]"""
    if share.value is None:
        return _EMPTY
    interval = "" if share.low is None or share.high is None else f" [{share.low:.2f}–{share.high:.2f}]"
    return f"{share.value:.3f}{interval}"


def _tables(score: Score, bins: Sequence[Bin]) -> Iterator[Table]:
    yield _headline(score)
    yield _attributes("Fields of found events", score.attributes)
    yield _attributes("Fields of found statements", score.stated)
    if any(score.mistaken.values()):
        yield _mistaken(score)
    breakdowns = (
        ("By gold file", score.by_gold),
        ("By kind", score.by_kind),
        ("By voice", score.by_voice),
        ("By publisher", score.by_publisher),
    )
    for title, parts in breakdowns:
        if len(parts) > 1:
            yield _breakdown(title, parts)
    yield _calibration(bins)


def _headline(score: Score) -> Table:
    whole = score.whole
    title = (
        f"{score.articles} articles, scope right in {figure(score.scope)}; "
        f"{whole.wanted} gold events, {whole.given} given"
    )
    table = _table(title, "", "precision", "recall", "F1")
    levels = (
        ("found", whole.found),
        ("right", whole.right),
        ("positions", score.positions),
        ("statements", score.statements),
    )
    for name, level in levels:
        table.add_row(name, figure(level.precision), figure(level.recall), figure(level.f1))
    return table


def _attributes(title: str, attributes: Mapping[str, Share]) -> Table:
    table = _table(title, "field", "agrees", "of")
    for name, share in attributes.items():
        table.add_row(name, figure(share), f"{share.of:.0f}")
    return table


def _mistaken(score: Score) -> Table:
    """The mistakes in found statements that are made more than once, and a line for all others."""
    table = _table("What was read for what in found statements", "field", "gold", "read", "times")
    for name, counts in score.mistaken.items():
        for (gold, read), times in counts.most_common():
            if times > 1:
                table.add_row(name, gold, read, str(times))
        rest = sum(times for times in counts.values() if times == 1)
        if rest:
            table.add_row(name, "others", "", str(rest))
    return table


def _breakdown(title: str, parts: Sequence[Part]) -> Table:
    table = _table(title, "", "gold", "given", "found F1", "right F1", "right precision")
    for part in parts:
        shares = (part.found.f1, part.right.f1, part.right.precision)
        table.add_row(part.name, str(part.wanted), str(part.given), *map(figure, shares))
    return table


def _calibration(bins: Sequence[Bin]) -> Table:
    table = _table("What a confidence is worth", "confidence", "given", "mean", "found", "right")
    for one in bins:
        mean = _EMPTY if one.mean is None else f"{one.mean:.2f}"
        table.add_row(f"{one.low:g}–{one.high:g}", str(one.given), mean, figure(one.found), figure(one.right))
    return table


def _table(title: str, first: str, *others: str) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column(first, overflow="fold")
    for name in others:
        table.add_column(name, justify="right")
    return table


def _print_cases(console: Console, cases: Sequence[Case]) -> None:
    last = ("", "")
    for case in cases:
        if (case.file, case.lead) != last:
            last = (case.file, case.lead)
            console.print(f"\n{case.file}: {case.lead[:70]}", soft_wrap=True)
        console.print(f"  {case.sort:8} {case.said} | {case.quote[:_QUOTE]}", soft_wrap=True)
