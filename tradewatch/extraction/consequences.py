"""Acts told by what follows from them: "batteries will need a licence from 8 November".

The rule is made when it is told so: what is still to come is the day on which its terms begin.
"""

from collections.abc import Mapping

from tradewatch.extraction.dating import is_ahead
from tradewatch.extraction.event_dates import NO_DATE, EventDates
from tradewatch.extraction.modality import Assertion
from tradewatch.extraction.parsing import Reading
from tradewatch.extraction.triggers import Finding

_PLAIN_WILL = "planned"
# By rule, the groups of its pattern that tell what those feel who fall under an act.
_FELT: Mapping[str, tuple[str, ...]] = {
    "export_control.licensed": ("y", "x", "a", "b"),
    "export_control.demand_licence": ("v", "w"),
    "export_control.not_without_licence": ("t", "u"),
    "export_control.no_dual_use": ("t", "u"),
    "export_control.permit_needed": ("t", "u"),
    "export_control.need_approval": ("t",),
    "export_control.need_licence": ("u",),
}
_RUNS_OUT: Mapping[str, tuple[str, ...]] = {"export_control.authorisations_end": ("t",)}


def _tells(finding: Finding, groups: Mapping[str, tuple[str, ...]]) -> bool:
    return any(finding.groups.get(name) for name in groups.get(finding.rule.id, ()))


def is_felt(finding: Finding, assertion: Assertion) -> bool:
    """True of "firms will get no dual-use goods": a plain "will" that tells what a rule does."""
    return assertion.cue in (_PLAIN_WILL, "") and _tells(finding, _FELT)


def as_felt(dates: EventDates, finding: Finding, assertion: Assertion, reading: Reading) -> EventDates:
    """The dates with a day ahead, on which a consequence is first felt, as the one on which terms begin."""
    felt = is_felt(finding, assertion) and is_ahead(dates.date.edtf, reading.article.published)
    if not felt and not (_tells(finding, _RUNS_OUT) and dates.date.rule.startswith(("nearest", "effective"))):
        return dates
    begins = dates.effective if dates.effective.edtf else dates.date
    return EventDates(date=NO_DATE, effective=begins, ends=dates.ends)
