"""The inputs of the desk, written out without a template each: a page has some fifty of them.

They look as Django's own, which a template renders for every input and every option.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

Attributes = dict[str, Any] | None


class Line(forms.TextInput):
    """One line of text."""

    def render(self, name: str, value: Any, attrs: Attributes = None, renderer: Any = None) -> SafeString:  # noqa: ARG002
        stands = self.format_value(value)
        given = {**({} if stands in (None, "") else {"value": stands}), **self.build_attrs(self.attrs, attrs)}
        return format_html('<input type="{}" name="{}"{}>', self.input_type, name, flatatt(given))


class Hidden(Line):
    """What the page sends and nobody sees."""

    input_type = "hidden"


class Area(forms.Textarea):
    """A text area of a few lines."""

    def __init__(self, rows: int) -> None:
        super().__init__(attrs={"rows": rows})

    def render(self, name: str, value: Any, attrs: Attributes = None, renderer: Any = None) -> SafeString:  # noqa: ARG002
        given = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        # The line break after the tag is the browser's, not the value's.
        return format_html("<textarea{}>\r\n{}</textarea>", flatatt(given), self.format_value(value) or "")


class OneOf(forms.Select):
    """A choice of words, in a list that opens."""

    def render(self, name: str, value: Any, attrs: Attributes = None, renderer: Any = None) -> SafeString:  # noqa: ARG002
        given = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        options = format_html_join(
            "", '<option value="{}"{}>{}</option>', _options(self.choices, {str(value if value is not None else "")})
        )
        return format_html("<select{}>{}</select>", flatatt(given), options)


class SomeOf(forms.CheckboxSelectMultiple):
    """A box for each word, with its label."""

    def render(self, name: str, value: Any, attrs: Attributes = None, renderer: Any = None) -> SafeString:  # noqa: ARG002
        given: Mapping[str, Any] = self.build_attrs(self.attrs, attrs)
        chosen = {str(one) for one in value or ()}
        boxes = (
            (f"{given.get('id', name)}_{at}", name, word, ticked, label)
            for at, (word, ticked, label) in enumerate(_options(self.choices, chosen, " checked"))
        )
        return format_html_join(
            "\n",
            '<label for="{0}"><input type="checkbox" name="{1}" value="{2}" id="{0}"{3}> {4}</label>',
            boxes,
        )


def _options(choices: Iterable[Any], chosen: set[str], mark: str = " selected") -> Iterator[tuple[str, str, str]]:
    for value, label in choices:
        yield str(value), mark if str(value) in chosen else "", label
