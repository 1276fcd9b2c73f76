"""Actors made at the desk, and actors suggested as one types."""

from html import unescape
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import make_actor, make_event, make_position
from tests.review.sheet import sheet_of
from tradewatch.records.models import Actor, Alias, Decision
from tradewatch.review import acts
from tradewatch.review.new_actors import suggested

pytestmark = pytest.mark.django_db

NEW = {"new_actor_name": "Ministry of  Water", "new_actor_kind": "government_body", "new_actor_side": "china"}


def send(client: Client, address: str, **typed: Any) -> Any:
    return client.post(f"{address}save/", sheet_of(client, address, because="The text names it.", **typed))


def test_a_new_actor_is_made_with_the_correction_that_names_it_and_logged(editor_client: Client, editor: User) -> None:
    event = make_event()
    assert send(editor_client, f"/review/events/{event.pk}/", **NEW).status_code == 302
    actor = Actor.objects.get(slug="ministry-of-water")
    assert (actor.name, actor.kind, actor.side) == ("Ministry of Water", "government_body", "china")
    assert actor in event.actors.all()
    assert LogEntry.objects.get().user == editor
    assert Decision.objects.get().field == "actors"


def test_a_new_actor_speaks(editor_client: Client) -> None:
    position = make_position()
    assert send(editor_client, f"/review/positions/{position.pk}/", **NEW).status_code == 302
    position.refresh_from_db()
    assert str(position.speaker) == "Ministry of Water"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"new_actor_kind": ""}, "Choose the kind of the new actor."),
        ({"new_actor_side": ""}, "Choose the side of the new actor."),
        ({"new_actor_name": "the water people"}, "“the water people” is known already, as water-board"),
    ],
)
def test_a_new_actor_that_is_unfinished_or_known_is_refused(
    editor_client: Client, typed: dict[str, str], said: str
) -> None:
    Alias.objects.create(actor=make_actor("water-board"), text="The Water People")
    event = make_event()
    response = send(editor_client, f"/review/events/{event.pk}/", **{**NEW, **typed})
    assert response.status_code == 422
    assert said in unescape(response.content.decode())
    assert not Decision.objects.exists()
    assert not LogEntry.objects.exists()


def test_a_name_without_latin_letters_or_with_a_taken_slug_gets_one_of_its_own(editor_client: Client) -> None:
    make_actor("actor")
    event = make_event()
    send(editor_client, f"/review/events/{event.pk}/", **{**NEW, "new_actor_name": "商务部"})
    assert Actor.objects.get(name="商务部").slug == "actor-2"


def test_after_a_conflict_the_new_actor_is_still_typed_and_not_made_twice(
    editor_client: Client, second_editor: User
) -> None:
    event = make_event()
    address = f"/review/events/{event.pk}/"
    mine = sheet_of(editor_client, address, because="Named.", **NEW)
    acts.correct(event, "date", "2025-04-09", by=second_editor, because="Read again.")
    response = editor_client.post(f"{address}save/", mine)
    assert response.status_code == 409
    html = response.content.decode()
    assert "Ministry of Water" in html
    assert not Actor.objects.filter(name="Ministry of Water").exists()


def test_actors_are_suggested_by_any_alias_after_what_is_typed_already(editor_client: Client) -> None:
    Alias.objects.create(actor=make_actor("mofcom", name="Ministry of Commerce"), text="the Beijing ministry")
    assert suggested("china, beijing min") == [("china, mofcom", "Ministry of Commerce, also “the Beijing ministry”")]
    assert suggested("ministry of com") == [("mofcom", "Ministry of Commerce")]
    assert suggested(" ") == []
    html = editor_client.get("/review/actors/?more_actors=beijing").content.decode()
    assert '<option value="mofcom">' in html


def test_only_editors_are_helped_to_type(analyst_client: Client) -> None:
    assert analyst_client.get("/review/actors/?more_actors=beijing").status_code == 403
