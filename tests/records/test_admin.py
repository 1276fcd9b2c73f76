"""Reference data is kept in the admin, with Django's log; the record is not touched there."""

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import make_actor
from tradewatch.records.models import (
    Actor,
    Annotation,
    Decision,
    DocumentVersion,
    Event,
    Mention,
    Passage,
    Position,
    Reading,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [Event, Position, Mention, Passage, Reading, Decision, Annotation, DocumentVersion])
def test_nothing_of_the_record_can_be_changed_in_the_admin(model: type) -> None:
    assert not admin.site.is_registered(model)


def test_an_editor_adds_an_alias_and_the_log_knows(editor: User) -> None:
    editor.is_staff = True
    editor.save()
    client = Client()
    client.force_login(editor)
    actor = make_actor("he-lifeng", side="china", name="He Lifeng")
    form = {
        "slug": actor.slug, "name": actor.name, "kind": "person", "side": "china", "note": "",
        "roles-TOTAL_FORMS": 0, "roles-INITIAL_FORMS": 0,
        "aliases-TOTAL_FORMS": 1, "aliases-INITIAL_FORMS": 0, "aliases-0-text": "Vice Premier He", "aliases-0-actor": actor.pk,
    }  # fmt: skip
    response = client.post(f"/admin/records/actor/{actor.pk}/change/", form)
    assert response.status_code == 302
    assert Actor.objects.get().aliases.get().text == "Vice Premier He"
    assert LogEntry.objects.get().user == editor


def test_admin_pages_hold_no_inline_script(editor: User) -> None:
    editor.is_staff = True
    editor.save()
    client = Client()
    client.force_login(editor)
    page = client.get("/admin/records/actor/")
    assert page.status_code == 200
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
