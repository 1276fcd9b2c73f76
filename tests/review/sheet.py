"""What a browser would send from a form of the desk: its fields as the page filled them in."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client

Attributes = list[tuple[str, str | None]]


class _Form(HTMLParser):
    """Collects the named fields of the form with one id."""

    def __init__(self, form: str) -> None:
        super().__init__()
        self.form, self.inside = form, False
        self.fields: dict[str, list[str]] = {}
        self.select = self.textarea = ""

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = given.get("id") == self.form
        if tag == "option":
            self._option(given)
        if not (given["form"] == self.form if "form" in given else self.inside):
            return
        name = given.get("name", "")
        if tag == "input" and name:
            self._input(name, given)
        elif tag == "select":
            self.select = name
        elif tag == "textarea":
            self.textarea = name
            self.fields[name] = [""]

    def _option(self, given: dict[str, str]) -> None:
        if self.select and "selected" in given:
            self.fields.setdefault(self.select, []).append(given.get("value", ""))

    def _input(self, name: str, given: dict[str, str]) -> None:
        if given.get("type") in ("checkbox", "radio") and "checked" not in given:
            return
        self.fields.setdefault(name, []).append(given.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self.textarea:
            self.fields[self.textarea] = [self.fields[self.textarea][0] + data]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        if tag == "select":
            self.select = ""
        if tag == "textarea" and self.textarea:
            # The line break after the opening tag is the template's, not the value's.
            self.fields[self.textarea] = [self.fields[self.textarea][0].removeprefix("\r\n").removeprefix("\n")]
            self.textarea = ""


def fields_in(page: str, form: str = "desk-form") -> dict[str, Any]:
    """The form's fields, as a test client posts them."""
    parser = _Form(form)
    parser.feed(page)
    return dict(parser.fields)


def sheet_of(client: Client, address: str, **typed: Any) -> dict[str, Any]:
    """The form at an address with some fields typed over; `figures__0__low` stands for `figures-0-low`."""
    fields = fields_in(client.get(address).content.decode())
    assert fields, f"no form at {address}"
    return {**fields, **{name.replace("__", "-"): value for name, value in typed.items()}}
