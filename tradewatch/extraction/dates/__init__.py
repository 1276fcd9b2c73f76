"""Time expressions of an article, and the days, months, quarters and years that they mean.

`grammar` finds the forms, `joining` puts neighbours together, `context` carries what was named before, and `named`,
`numeric`, `days`, `counted`, `periods`, `reckoned` and `occasions` read each form. Prepositions ("since", "by") stay
outside.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from tradewatch.extraction.datatypes import TimeExpression
from tradewatch.extraction.dates import counted, days, named, numeric, occasions, periods, reckoned
from tradewatch.extraction.dates.context import Context, context_of
from tradewatch.extraction.dates.days import clock_time
from tradewatch.extraction.dates.forms import Found
from tradewatch.extraction.dates.grammar import atoms_in
from tradewatch.extraction.dates.joining import joined
from tradewatch.extraction.dates.timex import edtf_of_timex, precision_of_timex
from tradewatch.extraction.dates.values import Meaning

_READERS = (
    named.READERS | numeric.READERS | counted.READERS | days.READERS | periods.READERS | reckoned.READERS
    | occasions.READERS
)  # fmt: skip

__all__ = ["time_expressions"]


def time_expressions(text: str, *, said_on: date) -> Sequence[TimeExpression]:
    """The time expressions of `text`, in order, none overlapping, as a reader on `said_on` understands them."""
    atoms = list(joined(atoms_in(text), text))
    context = context_of(text, atoms, said_on)
    return tuple(_expressions(atoms, context))


def _expressions(atoms: Sequence[Found], context: Context) -> Iterator[TimeExpression]:
    for found in atoms:
        meaning = _meaning(found, context)
        if meaning is None or not (meaning.timex or meaning.edtf):
            continue
        timex = _with_clock(found, meaning.timex)
        yield _expression(found, meaning, timex, context.text)
        if meaning.source not in ("duration", "set", "reference"):
            context.remember(found, meaning.timex, meaning.edtf or "")


def _meaning(found: Found, context: Context) -> Meaning | None:
    # Words that leave the calendar ("9000 years later", "30 February") name no time.
    try:
        meaning = _READERS[found.rule](found, context)
        return meaning if meaning and not _edtf(meaning).startswith("0000") else None
    except (OverflowError, ValueError):
        return None


def _edtf(meaning: Meaning) -> str:
    return edtf_of_timex(meaning.timex) if meaning.edtf is None else meaning.edtf


def _with_clock(found: Found, timex: str) -> str:
    if found.clock is None or precision_of_timex(timex) != "day":
        return timex
    return timex[:10] + clock_time(found.clock)


def _expression(found: Found, meaning: Meaning, timex: str, text: str) -> TimeExpression:
    edtf = _edtf(meaning)
    precision = "interval" if meaning.edtf and "/" in meaning.edtf else precision_of_timex(timex)
    return TimeExpression(
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        edtf=edtf,
        timex=timex,
        precision=precision,
        source=meaning.source,
        rule=found.rule,
    )
