"""A date as an editor types it: "30 Oct", "by 10 Nov 2025", "25-26 October", or EDTF itself."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from tradewatch import edtf
from tradewatch.review.widgets import Line


class DateTyped(forms.CharField):
    """Gives the EDTF value; `year` (the article's) completes a date without one."""

    widget = Line

    def __init__(self, *, year: int = 2025, **kwargs: Any) -> None:
        super().__init__(max_length=40, **kwargs)
        self.year = year
        self.widget.attrs["class"] = "mono"

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        try:
            return edtf.typed(text, year=self.year)
        except edtf.NotADate as error:
            raise ValidationError(str(error)) from error
