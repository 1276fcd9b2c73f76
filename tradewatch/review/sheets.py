"""The whole form of one item: what it shows, what was typed into it, and what of that is not saved yet."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tradewatch.review.changes import same
from tradewatch.review.figures import Figures, figures_typed, rows_of, rows_sent
from tradewatch.review.forms import EventForm, PositionForm

FIGURES = "figures"
_FILLED = ("version", "seen", "newest")  # by the page, not by the editor


class Sheet:
    """The whole form of one item: its fields and, for an event, the rows of its figures."""

    def __init__(self, form: EventForm | PositionForm, figures: Figures | None) -> None:
        self.form = form
        self.figures = figures

    @classmethod
    def blank(cls, one: str, values: Mapping[str, Any], *, year: int, hidden: Mapping[str, Any]) -> "Sheet":
        """The sheet that shows these values; `hidden` is version, seen, newest, and a reason that was typed before."""
        return cls.as_left(one, values, fields=hidden, rows=None, year=year)

    @classmethod
    def as_left(
        cls,
        one: str,
        values: Mapping[str, Any],
        *,
        fields: Mapping[str, Any],
        rows: Sequence[Mapping[str, Any]] | None,
        year: int,
    ) -> "Sheet":
        """The sheet with inputs as somebody left them, whatever is in them, on top of these values."""
        if one == "position":
            return cls(PositionForm(initial={**values, **fields}, year=year), None)
        shown = {**values, "instruments": _lines(values["instruments"])}
        figures = rows_of(values["measures"]) if rows is None else list(rows)
        return cls(EventForm(initial={**shown, **fields}, year=year), Figures(initial=figures, prefix=FIGURES))

    @classmethod
    def posted(cls, one: str, data: Any, *, year: int) -> "Sheet":
        """The sheet as it was sent."""
        if one == "position":
            return cls(PositionForm(data, year=year), None)
        return cls(EventForm(data, year=year), Figures(data, prefix=FIGURES, form_kwargs={"year": year}))

    def is_valid(self) -> bool:
        """True when nothing typed has to be refused; both parts are always asked, so that every message shows."""
        figures = self.figures is None or self.figures.is_valid()
        return self.form.is_valid() and figures

    def typed(self) -> dict[str, Any]:
        """Every value as typed, in the record's forms."""
        values = self.form.typed()
        if self.figures is not None:
            values["measures"] = figures_typed(self.figures)
        return values

    def unsaved(self, seen: Mapping[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]] | None]:
        """(what stands in each input that was changed against what was seen, the rows of figures or None), as sent;
        values that nothing can take are among them."""
        self.is_valid()
        fields = {bound.name: bound.data or "" for bound in self.form if self._differs(bound.name, seen)}
        if self.figures is None:
            return fields, None
        as_seen = self.figures.is_valid() and same("measures", figures_typed(self.figures), seen.get("measures"))
        return fields, None if as_seen else rows_sent(self.figures)

    def _differs(self, name: str, seen: Mapping[str, Any]) -> bool:
        typed = self.form.cleaned_data
        return name not in _FILLED and not (name in typed and same(name, typed[name], seen.get(name)))

    @property
    def is_refused(self) -> bool:
        """True when a message stands at one of the fields."""
        return bool(self.form.errors) or bool(
            self.figures and self.figures.is_bound and self.figures.total_error_count()
        )

    def lead_the_eye(self, doubted: Iterable[str]) -> None:
        """Open at the first refused field; the key E goes to the first doubted one, else to the first of all."""
        fields = self.form.fields
        if self.form.is_bound:
            for name in [name for name in self.form.errors if name in fields][:1]:
                fields[name].widget.attrs["autofocus"] = True
        first = next((name for name in doubted if name in fields), "title" if "title" in fields else "speaker")
        fields[first].widget.attrs |= {"data-key": "e", "aria-keyshortcuts": "E"}

    def refuse(self, field: str, said: str) -> None:
        """Put a sentence at a field; one that has no input of its own stands above the form."""
        if field == "measures" and self.figures is not None:
            self.figures.refuse(said)
            return
        self.form.add_error(field if field in self.form.fields else None, said)


def _lines(instruments: Sequence[Mapping[str, str]]) -> str:
    return "\n".join(f"{row.get('scheme', '')}: {row.get('number', '')}" for row in instruments)
