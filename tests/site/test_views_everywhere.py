"""What holds for every page: the shell, a strict policy, nothing inline, nothing from elsewhere, one main heading."""

import re
from html.parser import HTMLParser

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import make_event, make_position
from tradewatch.records.decisions import decide
from tradewatch.records.models import Annotation
from tradewatch.vocabulary import Verb

PAGES = [
    "/",
    "/?side=china",
    "/?side=us",
    "/?side=mars",
    "/?after=2026-12-31~0~9999",
    "/events/{event}/",
    "/events/{rejected}/",
    "/actors/",
    "/actors/china/",
    "/issues/",
    "/issues/reciprocal-tariffs/",
    "/sources/",
    "/sources/{document}/",
    "/positions/",
    "/positions/?side=mars",
    "/positions/matrix/",
    "/login/",
    "/nothing/here/",
]


class Audit(HTMLParser):
    """What a page's markup holds that a strict policy forbids, and what an audit of its structure needs."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.inline: list[str] = []
        self.hosts: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.labels: set[str] = set()
        self.unnamed: list[str] = []
        self._fields: list[dict[str, str | None]] = []
        self._in_label = 0
        self.feed(html)
        self.unnamed = [str(field) for field in self._fields if field.get("id") not in self.labels]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag == "style" or "style" in given or (tag == "script" and not given.get("src")):
            self.inline.append(tag)
        self.inline += [name for name in given if name.startswith(("on", "hx-on"))]
        for name in ("src", "href", "action"):
            if re.match(r"(https?:)?//", given.get(name) or "") and tag != "a":
                self.hosts.append(str(given[name]))
        if tag == "label":
            self._in_label += 1
            self.labels.add(given.get("for") or "")
        is_field = tag in ("input", "select", "textarea") and given.get("type") != "hidden"
        if is_field and not self._in_label and "aria-label" not in given:
            self._fields.append(given)

    def handle_endtag(self, tag: str) -> None:
        self._in_label -= tag == "label"


@pytest.fixture
def places(editor: User) -> dict[str, int]:
    event, rejected = make_event(), make_event()
    make_position()
    note = Annotation.objects.create(event=event, text="<style>p{}</style> A [note](https://elsewhere.example/).")
    decide(Verb.ANNOTATE, by=editor, event=event, annotation=note)
    decide(Verb.REJECT, by=editor, event=rejected, because="No.")
    document = event.mentions.get().document_id
    return {"event": event.pk, "rejected": rejected.pk, "document": document}


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("reader", ["visitor", "editor"])
def test_every_page_keeps_to_the_policy_and_is_well_made(
    address: str, reader: str, places: dict[str, int], client: Client, editor_client: Client
) -> None:
    asking = editor_client if reader == "editor" else client
    response = asking.get(address.format(**places), follow=True)
    page = response.content.decode()
    audit = Audit(page)
    assert response.status_code < 500
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert audit.inline == []
    assert audit.hosts == []
    assert audit.unnamed == []
    assert sorted(audit.ids) == sorted(set(audit.ids))
    assert [audit.tags.count(tag) for tag in ("h1", "main", "header", "footer")] == [
        1,
        1,
        audit.tags.count("header"),
        1,
    ]


@pytest.mark.parametrize("address", PAGES)
def test_no_page_leaves_a_variable_or_a_tag_of_a_template_unread(
    address: str, places: dict[str, int], client: Client
) -> None:
    page = client.get(address.format(**places)).content.decode()
    assert not re.search(r"\{[{%#]|[%#}]\}\}?(?=\s*<)|None</|>None<", page.replace('"}]}', ""))


def test_htmx_is_told_to_inherit_nothing_and_to_evaluate_nothing(places: dict[str, int], client: Client) -> None:
    page = client.get("/").content.decode()
    for setting in (
        '"includeIndicatorStyles":false',
        '"allowEval":false',
        '"disableInheritance":true',
        '"historyRestoreAsHxRequest":false',
        '{"code":"409|422","swap":true}',
    ):
        assert setting in page


def test_the_navigation_marks_where_the_reader_is(places: dict[str, int], client: Client) -> None:
    assert '<a href="/positions/" aria-current="page">' in client.get("/positions/").content.decode()
    assert '<a href="/" aria-current="true">' in client.get(f"/events/{places['event']}/").content.decode()
