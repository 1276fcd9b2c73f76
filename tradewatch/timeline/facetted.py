"""The values of a facet as HTML: a list has some eighty of them, each a box to check with its count."""

from html import escape

from django.utils.safestring import SafeString, mark_safe

from tradewatch.records.facets import Facet, Option
from tradewatch.records.templatetags.marks import kind_mark


def options_as_html(facet: Facet, focus: int = -1) -> SafeString:
    """A list item a value; the `focus`-th takes the focus when it arrives."""
    values = (_value(facet.key, one, takes_focus=at == focus) for at, one in enumerate(facet.options))
    return mark_safe("\n".join(values))  # noqa: S308 - escaped piece by piece


def _value(key: str, one: Option, *, takes_focus: bool) -> str:
    value, label = escape(one.value), escape(one.label[:1].upper() + one.label[1:])
    states = f"{' autofocus' if takes_focus else ''}{' checked' if one.checked else ''}"
    shape = f"{kind_mark(one.value)} " if key == "kind" else ""
    zero = "" if one.count else ' class="is-zero"'
    return (
        f'<li><label for="f-{key}-{value}">'
        f'<input type="checkbox" id="f-{key}-{value}" name="{key}" value="{value}"{states}>'
        f'<span{zero}>{shape}{label}</span> <span class="n">{one.count}</span></label></li>'
    )
