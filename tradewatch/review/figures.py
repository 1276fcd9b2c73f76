"""The figures of an act as rows that an editor fills in: emptied rows go, the spare row at the end adds one."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.renderers import get_default_renderer

from tradewatch.review.dates_typed import DateTyped
from tradewatch.review.widgets import Line, OneOf
from tradewatch.vocabulary import Basis, MeasureKind, Unit

MOST = 30
_FIGURES = ("low", "high", "previous")
_SAID = {
    "previous": "before",
    "low": "low",
    "high": "high",
    "unit": "unit",
    "kind": "kind",
    "basis": "counted as",
    "object": "of what",
    "effective": "applies from",
}
_HINTED = ("previous", "low", "high", "object", "effective")
_WORDS = ("kind", "unit", "object", "basis", "effective")


def number(value: float | None) -> str:
    """A figure without needless decimals: 125.0 → "125", 10.5 → "10.5", 25000000 → "25,000,000"; None → ""."""
    if value is None:
        return ""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.10g}"


class FigureTyped(forms.FloatField):
    """A number as people write it: "25,000,000", "125%", "10.5"."""

    widget = Line

    def to_python(self, value: Any) -> Any:
        text = str(value).replace(",", "").strip().removesuffix("%").strip() if value is not None else ""
        return super().to_python(text)

    def prepare_value(self, value: Any) -> Any:
        return number(value) if isinstance(value, float | int) else value


def _figure() -> FigureTyped:
    field = FigureTyped(required=False, error_messages={"invalid": "This is no number such as 125 or 25,000,000."})
    field.widget.attrs["size"] = 7
    return field


class FigureRow(forms.Form):
    """One measure: `low` alone is "at least", `high` alone "at most", both the same one figure."""

    previous = _figure()
    low = _figure()
    high = _figure()
    unit = forms.ChoiceField(widget=OneOf, choices=Unit.choices(), initial=Unit.PERCENT.value)
    kind = forms.ChoiceField(widget=OneOf, choices=MeasureKind.choices(), initial=MeasureKind.RATE.value)
    basis = forms.ChoiceField(widget=OneOf, required=False, choices=[("", "not known"), *Basis.choices()[:-1]])
    object = forms.CharField(widget=Line, required=False, max_length=200)
    effective = DateTyped(required=False)

    def __init__(self, *args: Any, year: int = 2025, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        date = self.fields["effective"]
        if isinstance(date, DateTyped):
            date.year = year

    def clean(self) -> dict[str, Any]:
        """Refuses a new row without a figure, and one that ends below its start."""
        row = self.cleaned_data
        low, high = row.get("low"), row.get("high")
        if low is not None and high is not None and high < low:
            self.add_error("high", f"{number(high)} is below {number(low)}: the lower figure comes first.")
        # An old row goes when its figures are emptied; a new one with words alone is not finished.
        if low is None and high is None and (self.empty_permitted or row.get("previous") is not None):
            self.add_error("low", "A figure needs a number.")
        return row


if TYPE_CHECKING:
    _Rows = forms.BaseFormSet[FigureRow]
else:
    _Rows = forms.BaseFormSet


class Figures(_Rows):
    """The rows together: as many as the event has, and a spare one."""

    form = FigureRow
    extra = 1
    min_num = 0
    max_num = MOST
    absolute_max = MOST + 10
    can_order = can_delete = can_delete_extra = edit_only = False
    validate_max = True
    validate_min = False
    renderer = get_default_renderer()

    def add_fields(self, form: FigureRow, index: int | None) -> None:
        """Name each input after its row for whoever cannot see the row."""
        super().add_fields(form, index)
        for name, field in form.fields.items():
            field.widget.attrs["aria-label"] = f"Figure {(index or 0) + 1}, {_SAID[name]}"
            if name in _HINTED:
                field.widget.attrs["placeholder"] = _SAID[name]

    def refuse(self, said: str) -> None:
        """Put a sentence above the rows."""
        self.non_form_errors().append(said)


def rows_of(measures: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows as the form takes them."""
    return [{name: row.get(name) for name in (*_FIGURES, *_WORDS)} for row in measures]


def figures_typed(rows: Figures) -> list[dict[str, Any]]:
    """The measures, in the record's form; a row without any figure is no measure."""
    typed = [row.cleaned_data for row in rows.forms if row.cleaned_data]
    return [_measure(row) for row in typed if row["low"] is not None or row["high"] is not None]


def rows_sent(rows: Figures) -> list[dict[str, Any]]:
    """The rows as somebody left them, whatever is in them; a row without anything of its own is none."""
    sent = [{name: row[name].data or "" for name in (*_FIGURES, *_WORDS)} for row in rows.forms]
    return [row for row in sent if any(row[name] for name in _HINTED)]


def _measure(row: Mapping[str, Any]) -> dict[str, Any]:
    # What an editor has gone over is no longer in conflict.
    return {
        **{name: row[name] or "" for name in _WORDS},
        **{name: row[name] for name in _FIGURES},
        "conflicting": False,
    }
