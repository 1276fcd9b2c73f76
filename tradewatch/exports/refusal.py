"""A filter that cannot be read, told in plain text: to whoever asked for a file, and on the command line."""

from tradewatch.records.filters import BadFilter, Problem

_MOST_CHOICES = 20


def in_plain_text(bad: BadFilter) -> str:
    """A line for each problem; the values that would do, where they are known, stand in a line under it."""
    return "\n".join(line for problem in bad.problems for line in _lines(problem))


def _lines(problem: Problem) -> list[str]:
    values = [value for value, _ in problem.choices[:_MOST_CHOICES]]
    return [problem.said, f"  Possible: {', '.join(values)}"] if values else [problem.said]
