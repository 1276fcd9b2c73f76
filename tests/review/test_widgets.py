"""The desk's own inputs are what Django's would be, byte for byte but for spaces."""

import re
from typing import Any

import pytest
from django import forms

from tradewatch.review.widgets import Area, Hidden, Line, OneOf, SomeOf

CHOICES = [("", "not known"), ("us", "United <States>"), ("1", "One")]
PAIRS: dict[str, tuple[forms.Widget, forms.Widget]] = {
    "a line": (Line({"list": "names", "required": True}), forms.TextInput({"list": "names", "required": True})),
    "hidden": (Hidden(), forms.HiddenInput()),
    "an area": (Area(2), forms.Textarea({"rows": 2})),
    "one of": (OneOf({"class": "x"}, CHOICES), forms.Select({"class": "x"}, CHOICES)),
}


def squeezed(html: str) -> str:
    """Without the spaces between tags, and with the attributes of each in the order of their names."""
    return re.sub(r"<(\w+)([^>]*)>", _sorted, re.sub(r"\s*\n\s*", "", html)).strip()


def _sorted(tag: re.Match[str]) -> str:
    attributes = sorted(re.findall(r"[\w-]+(?:=\"[^\"]*\")?", tag[2]))
    return f"<{' '.join([tag[1], *attributes])}>"


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("value", [None, "", "us", 1, 'a "quoted" <b>', "two\nlines"])
def test_an_input_is_written_as_djangos_own(name: str, value: Any) -> None:
    ours, djangos = PAIRS[name]
    attrs = {"id": "id_side", "aria-invalid": "true"}
    written = ours.render("side", value, dict(attrs))
    assert squeezed(written) == squeezed(djangos.render("side", value, dict(attrs)))


def test_boxes_carry_their_labels_and_what_was_ticked() -> None:
    html = SomeOf(choices=CHOICES[1:]).render("side", ["us"], {"id": "id_side"})
    assert html.split("\n") == [
        '<label for="id_side_0"><input type="checkbox" name="side" value="us" id="id_side_0" checked>'
        " United &lt;States&gt;</label>",
        '<label for="id_side_1"><input type="checkbox" name="side" value="1" id="id_side_1"> One</label>',
    ]
