"""Words that only point at an act told elsewhere: "the tariffs imposed in May", "the suspension"."""

from tradewatch.extraction.datatypes import Measure
from tradewatch.extraction.event_dates import EventDates
from tradewatch.extraction.parsing import Parsed
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action, MeasureKind

BESIDE = 60  # characters between a noun of action and a figure of its own


def is_changed_here(finding: Finding, whole: Parsed) -> bool:
    """True of "imposed" in "cut the tariffs imposed in May to 30%": the figure is that of the change."""
    return finding.voice == "reduced" and any(
        one.thing == finding.thing and one.start < finding.first and one.rule.action in (Action.LOWER, Action.RAISE)
        for one in whole.findings
    )


def only_points_back(finding: Finding, whole: Parsed, dates: EventDates, measures: tuple[Measure, ...]) -> bool:
    """A noun or a reduced relative that only points back: no date, no figure, no verb that puts it into force."""
    if finding.voice not in ("nominal", "reduced", "relative"):
        return False
    if whole.sentence.is_heading or (dates.date.rule == "document" and finding.voice == "nominal"):
        return True
    beside = any(finding.first - BESIDE <= figure.start <= finding.last + BESIDE for figure in whole.figures)
    rates = beside and [measure for measure in measures if measure.kind != MeasureKind.DURATION]
    return not (dates.date.edtf or dates.effective.edtf or dates.ends.edtf or rates)
