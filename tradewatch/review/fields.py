"""Each field as the desk shows it: its input, the machine's value beside it, and what that value rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.forms.boundfield import BoundField

from tradewatch.records.accounts import DATES, Folded
from tradewatch.records.models import Reading
from tradewatch.review.grounds import Ground
from tradewatch.review.sheets import Sheet
from tradewatch.review.wording import LABELS, NOT_KNOWN, NOTHING, said


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """A field on the form; `machine` is "" where the machine does not read it."""

    name: str
    label: str
    input: BoundField | None  # None for the figures, which are rows of their own
    means: str  # what a date's EDTF text means, in words
    machine: str
    edited: bool
    doubted: bool
    grounds: Sequence[Ground]
    rivals: Sequence[str]
    corrected_from: int | None = None  # the passage in the open article that an editor's value rests on

    @property
    def can_be_reverted(self) -> bool:
        """True where the machine's value can be taken again; a title goes with the fields that it is made from."""
        return self.edited and self.name != "title"

    @property
    def wants_grounds(self) -> bool:
        """True where the machine reads something, so that words must stand behind it."""
        return self.machine not in (NOTHING, NOT_KNOWN) and self.name != "title"

    @property
    def shown_grounds(self) -> Sequence[Ground]:
        return self.grounds if self.wants_grounds else ()


def rows_of_fields(
    sheet: Sheet,
    folded: Folded,
    readings: Sequence[Reading],
    grounds: Mapping[str, Sequence[Ground]],
    corrected_from: Mapping[str, int],
) -> dict[str, FieldRow]:
    """A row for each field that `grounds` names, in its order."""
    # What an editor made by hand, no machine has read.
    machine = {**folded.machine, **_title_read(readings)} if readings else {}
    rows = {name: _row(name, sheet, folded, machine, found) for name, found in grounds.items()}
    return {name: replace(row, corrected_from=corrected_from.get(name)) for name, row in rows.items()}


def _row(name: str, sheet: Sheet, folded: Folded, machine: Mapping[str, Any], grounds: Sequence[Ground]) -> FieldRow:
    title_differs = name == "title" and "title" in folded.decided and folded.decided["title"] != machine.get("title")
    return FieldRow(
        name=name,
        label=LABELS[name],
        input=sheet.form[name] if name in sheet.form.fields else None,
        means=said(name, folded.values.get(name)) if name in DATES else "",
        machine=said(name, machine[name]) if name in machine and (name != "title" or title_differs) else "",
        edited=name in folded.overruled or title_differs or (name == "summary" and bool(folded.values.get(name))),
        doubted=name in folded.conflicts,
        grounds=grounds,
        rivals=[_rival(name, rival) for rival in folded.conflicts.get(name, [])],
    )


def _title_read(readings: Sequence[Reading]) -> dict[str, str]:
    titles = [str(reading.values["title"]) for reading in readings if reading.values.get("title")]
    return {"title": titles[0]} if titles else {}


def _rival(name: str, rival: Mapping[str, Any]) -> str:
    """ "14 May 2025 (2 sources)"; figures come without their sources."""
    value = [rival["value"]] if name == "measures" else rival["value"]
    count = len(rival.get("documents") or [])
    if not count:
        return said(name, value)
    return f"{said(name, value)} ({count} {'source' if count == 1 else 'sources'})"
