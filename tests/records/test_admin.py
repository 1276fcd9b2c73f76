"""Reference data is kept in the admin, with Django's log; the record is not touched there."""

import re
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import make_actor, make_document, make_event, make_publisher, make_run
from tradewatch.records.models import (
    Actor,
    Annotation,
    Decision,
    DocumentVersion,
    Event,
    Mention,
    Passage,
    Position,
    Publisher,
    Reading,
)
from tradewatch.records.search import search

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [Event, Position, Mention, Passage, Reading, Decision, Annotation, DocumentVersion])
def test_nothing_of_the_record_can_be_changed_in_the_admin(model: type) -> None:
    assert not admin.site.is_registered(model)


@pytest.fixture
def keeper(editor: User) -> Client:
    """An editor who keeps the reference data."""
    editor.is_staff = True
    editor.save()
    client = Client()
    client.force_login(editor)
    return client


@pytest.fixture
def owner() -> Client:
    """Whoever may do everything that the admin offers."""
    client = Client()
    client.force_login(User.objects.create_superuser("owner", password="a long sentence as password"))
    return client


def actor_form(actor: Actor, **changes: object) -> dict[str, object]:
    values = {"slug": actor.slug, "name": actor.name, "kind": "person", "side": "china", "note": ""}
    none = {f"{name}-{form}_FORMS": 0 for name in ("roles", "aliases") for form in ("TOTAL", "INITIAL")}
    return {**values, **none, **changes}


def publisher_form(publisher: Publisher, **changes: object) -> dict[str, object]:
    values = {"slug": publisher.slug, "name": publisher.name, "genre": "news", "side": "other", "note": ""}
    return {**values, "hosts": "", "marks": "", **changes}


def test_an_editor_adds_an_alias_and_the_log_knows(keeper: Client, editor: User) -> None:
    actor = make_actor("he-lifeng", side="china", name="He Lifeng")
    alias = {"aliases-TOTAL_FORMS": 1, "aliases-0-text": "Vice Premier He", "aliases-0-actor": actor.pk}
    response = keeper.post(f"/admin/records/actor/{actor.pk}/change/", actor_form(actor, **alias))
    assert response.status_code == 302
    assert Actor.objects.get().aliases.get().text == "Vice Premier He"
    assert LogEntry.objects.get().user == editor


def test_events_of_a_renamed_actor_are_found_under_the_new_name(keeper: Client) -> None:
    event = make_event(actors=["he-lifeng"])
    actor = Actor.objects.get(slug="he-lifeng")
    keeper.post(f"/admin/records/actor/{actor.pk}/change/", actor_form(actor, name="Premier Zanzibar"))
    assert list(search(Event.objects.all(), "zanzibar")) == [event]


@pytest.mark.parametrize("name", ["actor", "publisher"])
def test_a_slug_is_set_once_because_decisions_and_addresses_name_it(keeper: Client, name: str) -> None:
    row: Any = make_actor("he-lifeng") if name == "actor" else make_publisher("northgate-wire")
    was = row.slug
    form = actor_form(row, slug="other") if name == "actor" else publisher_form(row, slug="other")
    assert keeper.post(f"/admin/records/{name}/{row.pk}/change/", {**form, "name": "Renamed"}).status_code == 302
    row.refresh_from_db()
    assert (row.slug, row.name) == (was, "Renamed")


def test_an_actor_that_events_name_cannot_be_deleted_and_another_can(owner: Client) -> None:
    make_event(actors=["china"])
    named, unnamed = Actor.objects.get(slug="china"), make_actor("nobody")
    assert owner.post(f"/admin/records/actor/{named.pk}/delete/", {"post": "yes"}).status_code == 403
    assert owner.post(f"/admin/records/actor/{unnamed.pk}/delete/", {"post": "yes"}).status_code == 302
    assert list(Actor.objects.all()) == [named]
    ticked = {"action": "delete_selected", "_selected_action": [named.pk], "post": "yes"}
    owner.post("/admin/records/actor/", ticked)
    assert list(Actor.objects.all()) == [named]


def test_a_publisher_with_documents_cannot_be_deleted(owner: Client) -> None:
    publisher = make_document().document.publisher
    assert publisher is not None
    assert owner.post(f"/admin/records/publisher/{publisher.pk}/delete/", {"post": "yes"}).status_code == 403


def test_hosts_and_marks_are_typed_one_a_line(keeper: Client) -> None:
    publisher = make_publisher()
    address = f"/admin/records/publisher/{publisher.pk}/change/"
    typed = {"hosts": "News.Example.org\r\n\r\n  wire.example \r\nwire.example", "marks": "Northgate  Wire\n(NW)"}
    assert keeper.post(address, publisher_form(publisher, **typed)).status_code == 302
    publisher.refresh_from_db()
    assert publisher.hosts == ["news.example.org", "wire.example"]
    assert publisher.marks == ["Northgate Wire", "(NW)"]
    assert ">\nnews.example.org\nwire.example</textarea>" in keeper.get(address).content.decode()


@pytest.mark.parametrize("host", ["https://example.org", "example.org/news", "nothing"])
def test_an_address_is_no_name_of_a_host(keeper: Client, host: str) -> None:
    publisher = make_publisher()
    page = keeper.post(f"/admin/records/publisher/{publisher.pk}/change/", publisher_form(publisher, hosts=host))
    assert page.status_code == 200
    assert "is no name of a host" in page.content.decode()


def test_runs_can_be_read_and_not_changed(keeper: Client, owner: Client) -> None:
    run = make_run()
    assert keeper.get(f"/admin/records/ingestionrun/{run.pk}/change/").status_code == 200
    assert owner.post(f"/admin/records/ingestionrun/{run.pk}/change/", {"rules": "x"}).status_code == 403
    assert owner.get("/admin/records/ingestionrun/add/").status_code == 403


def test_an_analyst_keeps_no_reference_data(analyst: User, client: Client) -> None:
    analyst.is_staff = True
    analyst.save()
    client.force_login(analyst)
    actor = make_actor("china")
    assert client.post(f"/admin/records/actor/{actor.pk}/change/", actor_form(actor)).status_code == 403


@pytest.mark.parametrize(
    "place", ["", "records/actor/", "records/actor/add/", "records/publisher/add/", "records/issue/"]
)
def test_admin_pages_hold_no_inline_script_or_style(keeper: Client, place: str) -> None:
    page = keeper.get(f"/admin/{place}")
    assert page.status_code == 200
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    text = page.content.decode()
    assert not re.search(
        r"<script(?![^>]*(\bsrc=|application/json))|<style|\sstyle=|\son[a-z]+=[\"']|javascript:", text
    )
